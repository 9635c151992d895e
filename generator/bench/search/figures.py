"""What the contest of the search measured, and the numbers that it comes to."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from statistics import median
from typing import Any

OURS, MATERIAL, PLAIN, BANK = "ours", "material", "pagefind", "practices_only"
"""Contenders; the last is our site with ten thousand practices and hardly anything else."""

INDEX_AFTER_EDIT = "index_after_edit_s"
BUILD_AFTER_EDIT = "build_after_edit_s"
CLEAN_INDEX = "clean_index_s"
CLEAN_BUILD = "clean_build_s"
INDEX_SIZE = "index_bytes"
MEMORY = "peak_memory_bytes"
FIRST_QUERY = "first_query_bytes"
SECOND_QUERY = "second_query_bytes"
FIRST_RESULT = "first_result_ms"
SECOND_RESULT = "second_result_ms"
BROWSE = "practices_index_bytes"
BROWSE_ALL = "practices_whole_page_bytes"
FILTER = "filter_ms"
FILTER_ON_PHONE = "filter_slowed_ms"
"""Measures; the end of each name is its unit."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One value: of how many records, of whom, of what, in which case, in which round."""

    records: int
    contender: str
    measure: str
    case: str
    round: int
    value: float


@dataclass
class Findings:
    """All that the contest found out; `sizes` are the numbers of records."""

    sizes: tuple[int, ...]
    runs: int
    seed: int
    machine: dict[str, Any]
    left_out: dict[str, str] = field(default_factory=dict)
    figures: list[Figure] = field(default_factory=list)

    def cases(self, records: int, contender: str, measure: str) -> dict[str, float]:
        """Medians by case."""
        some = [
            one
            for one in self.figures
            if (one.records, one.contender, one.measure) == (records, contender, measure)
        ]
        names = dict.fromkeys(one.case for one in some)
        return {name: median(one.value for one in some if one.case == name) for name in names}

    def worst(self, records: int, contender: str, measure: str) -> float | None:
        """The largest of the medians."""
        return max(self.cases(records, contender, measure).values(), default=None)

    def numbers(self, records: int) -> dict[str, float | None]:
        """What the bounds are about, at one number of records."""
        ours = {measure: self.worst(records, OURS, measure) for measure in _OWN}
        return {
            "search_index_vs_plain_pagefind": _ratio(
                self.worst(records, PLAIN, INDEX_AFTER_EDIT), ours[INDEX_AFTER_EDIT]
            ),
            "search_build_vs_mkdocs_material": _ratio(
                self.worst(records, MATERIAL, CLEAN_BUILD), ours[CLEAN_BUILD]
            ),
            "search_first_query_bytes": ours[FIRST_QUERY],
            "search_second_query_bytes": ours[SECOND_QUERY],
            "practices_index_bytes": self._dearest(records, BROWSE),
            "practices_filter_ms": self._dearest(records, FILTER),
        }

    def as_json(self) -> dict[str, Any]:
        """All of it for a file; the ratios are those of the largest number of records."""
        last = self.numbers(self.sizes[-1])
        return {
            "ratios": {name: value for name, value in last.items() if "_vs_" in name},
            "numbers": {str(size): self.numbers(size) for size in self.sizes},
            "machine": self.machine,
            "sizes": list(self.sizes),
            "runs": self.runs,
            "seed": self.seed,
            "left_out": self.left_out,
            "measurements": [asdict(figure) for figure in self.figures],
        }

    def _dearest(self, records: int, measure: str) -> float | None:
        """The worst of our site and of the bank of practices, where that was measured."""
        found = (self.worst(records, name, measure) for name in (OURS, BANK))
        return _largest(found)


_OWN = (INDEX_AFTER_EDIT, CLEAN_BUILD, FIRST_QUERY, SECOND_QUERY)


def _largest(values: Iterable[float | None]) -> float | None:
    return max((value for value in values if value is not None), default=None)


def _ratio(over: float | None, under: float | None) -> float | None:
    return over / under if over and under else None
