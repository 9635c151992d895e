"""One run after the other: two that write into the same folder do not meet."""

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_WAITING = "Другая сборка в этой папке ещё идёт, ждём её конца."


@contextmanager
def taking_turns(folder: Path, say: Callable[[str], None]) -> Iterator[None]:
    """Have a folder for this run alone; another run there is waited for. Raises OSError.

    The lock goes with the process and with all that it has forked, however they end; where the
    system or the disk knows no locks, nobody waits.
    """
    folder.mkdir(parents=True, exist_ok=True)
    handle = os.open(folder, os.O_RDONLY)
    try:
        with suppress(ImportError, OSError):
            _take(handle, say)
        yield
    finally:
        os.close(handle)


def _take(handle: int, say: Callable[[str], None]) -> None:
    from fcntl import LOCK_EX, LOCK_NB, flock  # not on every system

    try:
        flock(handle, LOCK_EX | LOCK_NB)
    except BlockingIOError:
        say(_WAITING)
        flock(handle, LOCK_EX)
