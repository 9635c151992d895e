"""The contest of the search from its first record to its table: `umo bench --search`."""

import json
from collections.abc import Callable, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from generator.bench.benchmark import BenchmarkFailedError
from generator.bench.machine import describe_machine
from generator.bench.process import ProcessFailedError, run, tidy_end
from generator.bench.search.browser import browser
from generator.bench.search.browsing import browsing
from generator.bench.search.contenders import SearchedMaterial, SearchedOurs
from generator.bench.search.contest import SearchContest, numbered
from generator.bench.search.figures import BANK, MATERIAL, OURS, Figure, Findings
from generator.bench.search.report import table
from generator.bench.search.server import served
from generator.bench.shell import ShellError
from generator.paper.failure import BrowserMissingError

NAMES = (OURS, MATERIAL)
SIZES = (1_000, 5_000, 10_000)
PRACTICES = 10_000
"""Practices in the bank that has hardly anything else; measured with the largest size only."""


@dataclass(frozen=True, slots=True)
class SearchWish:
    """What is to be measured, where, and how people hear of it. Without names: everybody."""

    records: int
    runs: int
    seed: int
    names: Sequence[str]
    config: Path
    workspace: Path
    say: Callable[[str], None]

    @property
    def sizes(self) -> tuple[int, ...]:
        """Numbers of records: the usual ones below the number wished for, and that."""
        return (*(size for size in SIZES if size < self.records), self.records)

    @property
    def home(self) -> Path:
        """Where the contest works."""
        return self.workspace / "search"


def search_benchmark(wish: SearchWish) -> Findings:
    """Measure all that is wished. Raises BenchmarkFailedError."""
    try:
        with tidy_end(), ExitStack() as stack:
            return _measured(wish, stack)
    except (ProcessFailedError, ShellError) as error:
        raise BenchmarkFailedError(str(error)) from error


def publish_search(findings: Findings, json_file: Path | None) -> str:
    """Write the file that is wanted; the table to print."""
    if json_file:
        text = json.dumps(findings.as_json(), ensure_ascii=False, indent=2)
        json_file.parent.mkdir(parents=True, exist_ok=True)
        json_file.write_text(f"{text}\n", encoding="utf-8")
    return table(findings)


def _measured(wish: SearchWish, stack: ExitStack) -> Findings:
    left_out: dict[str, str] = {}
    rival = _material(wish, wish.sizes[0])
    if rival and (reason := rival.unavailable()):
        left_out[rival.title] = reason
        wish.say(f"{rival.title} не участвует: {reason}")
        rival = None
    running = _browser(wish, stack, left_out)
    ours = _ours(wish, str(wish.sizes[0]))
    machine = describe_machine([ours, rival] if rival else [ours])
    findings = Findings(wish.sizes, wish.runs, wish.seed, machine, left_out)
    for size in wish.sizes:
        material = _material(wish, size) if rival else None
        findings.figures += _contest(wish, size, material, running)
    if running and wish.records >= PRACTICES:
        findings.figures += _bank(wish, running)
    return findings


def _browser(wish: SearchWish, stack: ExitStack, left_out: dict[str, str]) -> Any:
    """A running browser, or None when there is none."""
    try:
        return stack.enter_context(browser())
    except BrowserMissingError as error:
        left_out["браузер"] = str(error)
        wish.say(f"Без замеров в браузере: {error}")
        return None


def _contest(
    wish: SearchWish, size: int, material: SearchedMaterial | None, running: Any
) -> list[Figure]:
    ours = _ours(wish, str(size))
    contest = SearchContest(wish.home / str(size), ours, material, size, wish.seed, wish.say)
    contest.rounds(wish.runs)
    if running:
        contest.browse(running)
    contest.memory()
    return contest.figures


def _bank(wish: SearchWish, running: Any) -> list[Figure]:
    """The index of practices with ten thousand of them."""
    ours = _ours(wish, BANK)
    ours.write_practices(PRACTICES, wish.seed)
    run(ours.build(), wish.home / "logs" / f"{BANK}.log")
    found: list[Figure] = []
    with served(ours.site) as site:
        for turn, (measure, case, value) in numbered(browsing(running, site)):
            found.append(Figure(wish.records, BANK, measure, case, turn, value))
            wish.say(f"{BANK}, {measure}, {case}: {value:.2f}")
    return found


def _ours(wish: SearchWish, room: str) -> SearchedOurs:
    return SearchedOurs(wish.workspace, wish.config, wish.home / room / OURS)


def _material(wish: SearchWish, size: int) -> SearchedMaterial | None:
    if wish.names and MATERIAL not in wish.names:
        return None
    return SearchedMaterial(wish.workspace, wish.config, wish.home / str(size) / MATERIAL)
