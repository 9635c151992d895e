"""Doing something again whenever a file changes, until somebody ends it by hand."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event

from watchdog.events import FileSystemEvent, FileSystemEventHandler

from generator.serve import QUIET, Listener

_A_WHILE = 1.0
"""Seconds after which waiting looks up: on Windows only then is Ctrl+C heard."""


class Bell(FileSystemEventHandler):
    """Rings when a file has changed; many changes in a row ring once."""

    def __init__(self) -> None:
        self._rung = Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Ring."""
        self._rung.set()

    def wait(self) -> None:
        """Wait for a change, and until nothing more follows at once."""
        while not self._rung.wait(_A_WHILE):
            pass
        while self._rung.wait(QUIET):
            self._rung.clear()


@contextmanager
def bell_of(folder: Path) -> Iterator[Bell]:
    """A bell that rings for a folder and all below it. Raises OSError where nobody can listen."""
    bell, listener = Bell(), Listener()
    listener.schedule(bell, str(folder), recursive=True)
    listener.start()
    try:
        yield bell
    finally:
        listener.stop()
        listener.join()


def again_and_again(work: Callable[[], object], wait: Callable[[], None]) -> None:
    """Do the work at once and after each change; Ctrl+C ends it, and that is no failure."""
    try:
        while True:
            work()
            wait()
    except KeyboardInterrupt:
        return
