"""What was measured, and the few numbers that it comes to."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from math import log
from statistics import median
from typing import Any

OURS = "ours"
COLD, WARM, SERVE, MEMORY, GROWTH = "cold", "warm", "serve", "memory", "growth"


@dataclass(frozen=True, slots=True)
class Measurement:
    """One run: of whom, of what, how many records; seconds, or bytes of memory.

    `site_bytes` and `site_files` say how large the site was that a build left behind.
    """

    contender: str
    measure: str
    records: int
    round: int
    seconds: float | None = None
    cpu_seconds: float | None = None
    memory_bytes: int | None = None
    site_bytes: int | None = None
    site_files: int | None = None


@dataclass
class Results:
    """Everything that a benchmark found out."""

    records: int
    runs: int
    seed: int
    machine: dict[str, Any]
    shell_bytes_compressed: int
    measurements: list[Measurement] = field(default_factory=list)
    left_out: dict[str, str] = field(default_factory=dict)

    def typical(self, contender: str, measure: str, part: str = "seconds") -> float | None:
        """The median of a measure."""
        return _median(
            getattr(found, part)
            for found in self.measurements
            if found.contender == contender and found.measure == measure
        )

    def contenders(self) -> list[str]:
        """Whoever was measured, in order."""
        return list(dict.fromkeys(found.contender for found in self.measurements))

    def growth(self) -> dict[int, float]:
        """Median seconds of our cold build by the number of records."""
        runs = [found for found in self.measurements if found.measure == GROWTH]
        sizes = sorted({found.records for found in runs})
        medians = {n: _median(f.seconds for f in runs if f.records == n) for n in sizes}
        return {n: seconds for n, seconds in medians.items() if seconds}

    def ratios(self) -> dict[str, float | None]:
        """The numbers that the targets are about."""
        cold = self.typical(OURS, COLD)
        hugo = self.typical("hugo", COLD)
        others = [name for name in self.contenders() if name != OURS]
        served = [found for name in others if (found := self.typical(name, SERVE))]
        return {
            "cold_vs_mkdocs_material": _ratio(self.typical("material", COLD), cold),
            "cold_vs_hugo": _ratio(cold, hugo),
            "warm_vs_hugo": _ratio(self.typical(OURS, WARM), hugo),
            "serve_vs_fastest": _ratio(self.typical(OURS, SERVE), min(served, default=None)),
            "memory_vs_hugo": _ratio(self._memory(OURS), self._memory("hugo")),
            "growth_exponent": growth_exponent(self.growth()),
        }

    def as_json(self) -> dict[str, Any]:
        """All of it for a file."""
        return {
            "ratios": self.ratios(),
            "shell_bytes_compressed": self.shell_bytes_compressed,
            "machine": self.machine,
            "records": self.records,
            "runs": self.runs,
            "seed": self.seed,
            "left_out": self.left_out,
            "measurements": [asdict(found) for found in self.measurements],
        }

    def _memory(self, contender: str) -> float | None:
        return self.typical(contender, MEMORY, "memory_bytes")


def growth_exponent(seconds: dict[int, float]) -> float | None:
    """The power of the number of records that time grows by: least squares on logarithms."""
    if len(seconds) < 2:
        return None
    points = [(log(number), log(spent)) for number, spent in seconds.items()]
    middle = sum(x for x, _ in points) / len(points)
    height = sum(y for _, y in points) / len(points)
    slope = sum((x - middle) * (y - height) for x, y in points)
    return slope / sum((x - middle) ** 2 for x, _ in points)


def _median(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return median(known) if known else None


def _ratio(over: float | None, under: float | None) -> float | None:
    return over / under if over and under else None
