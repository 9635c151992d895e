"""The course of the contest at one number of records: rounds of builds, then the browser."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from generator.bench.peers import Source
from generator.bench.peers.files import remove
from generator.bench.process import ProcessFailedError, peak_memory, run, sees_memory
from generator.bench.search.browsing import browsing
from generator.bench.search.contenders import PlainPagefind, SearchedMaterial, SearchedOurs
from generator.bench.search.edits import Edit, edits
from generator.bench.search.figures import (
    BUILD_AFTER_EDIT,
    CLEAN_BUILD,
    CLEAN_INDEX,
    INDEX_AFTER_EDIT,
    INDEX_SIZE,
    MATERIAL,
    MEMORY,
    OURS,
    PLAIN,
    Figure,
)
from generator.bench.search.queries import Cost, material_queries, our_queries
from generator.bench.search.server import served

MATERIAL_RUNS = 2
"""Rounds that MkDocs Material takes part in: it needs minutes for each."""

_STAGE = re.compile(r"^\s*(\d+),(\d\d) с  поиск$", re.MULTILINE)
_ONCE = ""


class SearchContest:
    """Everybody over one set of records; `figures` grows. `say` tells how far it has come."""

    def __init__(
        self,
        home: Path,
        ours: SearchedOurs,
        material: SearchedMaterial | None,
        size: int,
        seed: int,
        say: Callable[[str], None],
    ) -> None:
        self.figures: list[Figure] = []
        self._home = home
        self._ours = ours
        self._material = material
        self._plain = PlainPagefind(ours.site, home / "plain")
        self._size = size
        self._seed = seed
        self._say = say
        self._edits: list[Edit] = []

    def rounds(self, runs: int) -> None:
        """Prepare everybody, then build in turn."""
        self._ours.write(self._size, self._seed)
        self._edits = list(edits(self._ours, self._size, self._seed))
        for turn in range(1, runs + 1):
            self._build_ours(turn)
            for edit in self._edits:
                self._build_edited(edit, turn)
            self._build_plain(turn)
            if self._material and turn <= MATERIAL_RUNS:
                self._build_material(self._material, turn)
        self._sizes()

    def memory(self) -> None:
        """The most memory of our whole clean build, and of plain Pagefind."""
        if not sees_memory():
            return
        remove(self._plain.index)
        self._note(PLAIN, MEMORY, _ONCE, 1, peak_memory(self._plain.command(), self._log(PLAIN)))
        remove(*self._ours.leftovers)
        self._note(OURS, MEMORY, _ONCE, 1, peak_memory(self._ours.build(), self._log(OURS)))

    def browse(self, running: Any) -> None:
        """What queries and the index of practices cost in the browser."""
        with served(self._ours.site) as site:
            self._costs(OURS, our_queries(running, site))
            self._costs(OURS, browsing(running, site))
        if self._material:
            with served(self._material.site) as site:
                self._costs(MATERIAL, material_queries(running, site))

    def _build_ours(self, turn: int) -> None:
        remove(*self._ours.leftovers)
        spent = run(self._ours.build(), self._log(OURS))
        self._note(OURS, CLEAN_BUILD, _ONCE, turn, spent.seconds)
        self._note(OURS, CLEAN_INDEX, _ONCE, turn, self._stage())

    def _build_edited(self, edit: Edit, turn: int) -> None:
        before = edit.standing()
        edit.make(turn)
        spent = run(self._ours.build(), self._log(OURS))
        edit.check(before)
        self._note(OURS, INDEX_AFTER_EDIT, edit.case, turn, self._stage())
        self._note(OURS, BUILD_AFTER_EDIT, edit.case, turn, spent.seconds)

    def _build_plain(self, turn: int) -> None:
        remove(self._plain.index)
        spent = run(self._plain.command(), self._log(PLAIN))
        self._note(PLAIN, INDEX_AFTER_EDIT, _ONCE, turn, spent.seconds)

    def _build_material(self, material: SearchedMaterial, turn: int) -> None:
        if turn == 1:
            material.prepare(Source(self._size, self._seed, self._ours.site))
        remove(*material.leftovers)
        spent = run(material.build(), self._log(MATERIAL))
        if not material.index.is_file():
            raise ProcessFailedError(f"{material.title}: нет {material.index.name}")
        self._note(MATERIAL, CLEAN_BUILD, _ONCE, turn, spent.seconds)

    def _sizes(self) -> None:
        """Bytes of each index on disk."""
        self._note(OURS, INDEX_SIZE, _ONCE, 1, _weight(self._ours.index))
        self._note(PLAIN, INDEX_SIZE, _ONCE, 1, _weight(self._plain.index))
        if self._material:
            self._note(MATERIAL, INDEX_SIZE, _ONCE, 1, self._material.index.stat().st_size)

    def _costs(self, contender: str, costs: Iterable[Cost]) -> None:
        for turn, (measure, case, value) in numbered(costs):
            self._note(contender, measure, case, turn, value)

    def _note(self, contender: str, measure: str, case: str, turn: int, value: float) -> None:
        self.figures.append(Figure(self._size, contender, measure, case, turn, value))
        self._say(f"{self._size}, {contender}, {measure}, {case or '—'}: {value:.2f} ({turn})")

    def _stage(self) -> float:
        """Seconds of the stage «поиск» of our last build."""
        told = _STAGE.search(self._log(OURS).read_text(encoding="utf-8"))
        if told is None:
            raise ProcessFailedError(f"{self._ours.title}: не сказано, сколько длился поиск")
        return int(told[1]) + int(told[2]) / 100

    def _log(self, contender: str) -> Path:
        return self._home / "logs" / f"{contender}.log"


def numbered(costs: Iterable[Cost]) -> Iterator[tuple[int, Cost]]:
    """Yield costs with their rounds: the first, second … of the same case."""
    turns: Counter[tuple[str, str]] = Counter()
    for cost in costs:
        turns[cost.measure, cost.case] += 1
        yield turns[cost.measure, cost.case], cost


def _weight(folder: Path) -> int:
    return sum(file.stat().st_size for file in folder.rglob("*") if file.is_file())
