"""Runs that are broken off: before the n-th change of a file, as a kill would do it."""

import builtins
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest

import generator.site_folder as site_folder

CHANGING = ("replace", "rename", "link", "unlink", "rmdir", "mkdir")
"""Calls of the system that change a folder; open files are counted as they are opened."""


class KilledError(BaseException):
    """Nobody catches this."""


class Changes:
    """Counts what changes a file, and ends the run before the one of number `last`.

    From then on nothing is changed any more, also by what tidies up: whoever is killed tidies
    nothing up.
    """

    def __init__(self, last: int | None = None) -> None:
        self.count = 0
        self._last = last

    def step(self) -> None:
        """Say that something is about to be changed."""
        if self._last is not None and self.count >= self._last:
            raise KilledError
        self.count += 1

    def before(self, call: Callable[..., Any]) -> Callable[..., Any]:
        """A call that changes something."""

        def counted(*words: Any, **more: Any) -> Any:
            self.step()
            return call(*words, **more)

        return counted


@contextmanager
def broken_off(last: int | None) -> Iterator[Changes]:
    """Count every change in this process; with a number, end before it."""
    changes = Changes(last)
    opened, opened_low = builtins.open, os.open

    def counted_open(file: Any, mode: str = "r", *words: Any, **more: Any) -> Any:
        if set(mode) & set("wax+"):
            changes.step()
        return opened(file, mode, *words, **more)

    def counted_low(path: Any, flags: int, *words: Any, **more: Any) -> Any:
        if flags & (os.O_WRONLY | os.O_RDWR):
            changes.step()
        return opened_low(path, flags, *words, **more)

    with pytest.MonkeyPatch.context() as patch:
        for name in CHANGING:
            patch.setattr(os, name, changes.before(getattr(os, name)))
        patch.setattr(builtins, "open", counted_open)
        patch.setattr("io.open", counted_open)
        patch.setattr(os, "open", counted_low)
        patch.setattr(site_folder, "exchange", changes.before(site_folder.exchange))
        yield changes


def spread_over(count: int, number: int) -> list[int]:
    """So many places over a count, the last ones among them: there a site changes places."""
    some = {count * place // number for place in range(number)}
    return sorted(some | set(range(max(0, count - 3), count)))
