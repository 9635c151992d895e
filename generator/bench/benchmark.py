"""A benchmark from its first page to its table: what `umo bench` does."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.bench.chart import draw
from generator.bench.contest import Contest, measure_growth
from generator.bench.machine import describe_machine
from generator.bench.peers import PEERS, Ours, Peer, Source
from generator.bench.process import ProcessFailedError, run, sees_memory, tidy_end
from generator.bench.report import table
from generator.bench.results import Results
from generator.bench.shell import ShellError

_GROWTH_RUNS = 3


class BenchmarkFailedError(Exception):
    """The benchmark came to no end; the message is for people, in Russian."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What is to be measured, where, and how people hear of it.

    `names` are those of the contenders; none of them means everybody.
    """

    records: int
    runs: int
    seed: int
    names: Sequence[str]
    growth: bool
    config: Path
    workspace: Path
    say: Callable[[str], None]


def benchmark(wish: Wish) -> Results:
    """Measure all that is wished. Raises BenchmarkFailedError."""
    if not sees_memory():
        wish.say("Память не меряем: не установлен psutil, его ставит make bench.")
    try:
        with tidy_end():
            results = _measure(wish)
            if wish.growth:
                runs = min(wish.runs, _GROWTH_RUNS)
                results.measurements += measure_growth(
                    wish.workspace, wish.config, wish.seed, runs, wish.say
                )
    except (ProcessFailedError, ShellError) as error:
        raise BenchmarkFailedError(str(error)) from error
    return results


def publish(results: Results, json_file: Path | None, chart: Path | None) -> list[str]:
    """Write the files that are wanted; the lines to print."""
    titles = {name: make.title for name, make in PEERS.items()}
    lines = [table(results, titles)]
    if json_file:
        text = json.dumps(results.as_json(), ensure_ascii=False, indent=2)
        json_file.parent.mkdir(parents=True, exist_ok=True)
        json_file.write_text(f"{text}\n", encoding="utf-8")
    if chart and not draw(results, titles, chart):
        lines.append("Рисунка нет: не установлен matplotlib, его ставит make bench.")
    return lines


def _measure(wish: Wish) -> Results:
    """Build the records once for the others' pages, then let everybody run."""
    ours = Ours(wish.workspace / "pages", wish.config)
    ours.write(wish.records, wish.seed)
    wish.say(f"Записей: {wish.records}; строим образец")
    run(ours.build(), wish.workspace / "logs/pages.log")
    source = Source(wish.records, wish.seed, ours.site)
    peers, left_out = _ready(wish)
    results = Results(
        wish.records, wish.runs, wish.seed, describe_machine(peers), source.shell.weight
    )
    results.left_out = left_out
    contest = Contest(wish.workspace, peers, source, wish.runs, wish.say, left_out)
    results.measurements = contest.measure()
    return results


def _ready(wish: Wish) -> tuple[list[Peer], dict[str, str]]:
    """Those who can take part, and why the others cannot."""
    peers: list[Peer] = []
    left_out: dict[str, str] = {}
    for name, make in PEERS.items():
        if wish.names and name not in wish.names:
            continue
        peer = make(wish.workspace, wish.config)
        if reason := peer.unavailable():
            left_out[peer.title] = reason
            wish.say(f"{peer.title} не участвует: {reason}")
        else:
            peers.append(peer)
    return peers, left_out
