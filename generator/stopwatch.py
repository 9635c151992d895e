"""Where the time of a build goes, and how far it is."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stopwatch:
    """Seconds by stage, in the order in which the stages began.

    `told` hears, while the longest of them lasts, how many pages are done and of how many.
    """

    def __init__(self, told: Callable[[int, int], None] | None = None) -> None:
        self.stages: dict[str, float] = {}
        self.told = told

    @contextmanager
    def __call__(self, stage: str) -> Iterator[None]:
        """Measure a stage."""
        start = time.perf_counter()
        try:
            yield
        finally:
            self.stages[stage] = self.stages.get(stage, 0.0) + time.perf_counter() - start
