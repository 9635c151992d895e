"""Breaks off what works for too long. It counts the time of this process, not of the clock."""

import signal
from collections.abc import Iterator
from contextlib import contextmanager

WAITING = 100
"""Seconds of the clock: what waits for ever works at nothing."""


class StuckError(Exception):
    """The program has worked, or waited, for too long."""


@contextmanager
def bounded(seconds: int) -> Iterator[None]:
    """Break off what takes longer, in seconds of the processor."""
    if not hasattr(signal, "setitimer"):
        yield
        return

    def stuck(*_: object) -> None:
        raise StuckError

    before = [signal.signal(name, stuck) for name in (signal.SIGVTALRM, signal.SIGALRM)]
    signal.setitimer(signal.ITIMER_VIRTUAL, seconds)
    signal.alarm(WAITING)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.alarm(0)
        signal.signal(signal.SIGVTALRM, before[0])
        signal.signal(signal.SIGALRM, before[1])
