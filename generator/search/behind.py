"""The index behind a preview: made while people look at the pages already."""

import threading
from collections.abc import Callable
from pathlib import Path

from generator.search.pagefind import PagefindFailedError, stop_all
from generator.search.shelves import Digests, Standing, refresh

_MOMENT = 0.05
"""Seconds between two attempts to stop what runs."""


class Behind:
    """Makes the index of the newest copies, one after the other; `say` hears what came of it.

    What is asked for while it works is made next, and of several only the last.
    """

    def __init__(self, copies: Path, site: Path, say: Callable[[str], None]) -> None:
        self._copies = copies
        self._site = site
        self._say = say
        self._standing: Standing = {}
        self._asked: Digests | None = None
        self._changed = threading.Condition()
        self._busy = False
        self._ended = False

    def ask(self, wanted: Digests) -> None:
        """Have the index made, and come back at once."""
        with self._changed:
            self._asked = None if self._ended else wanted
            if not self._busy:
                self._busy = True
                threading.Thread(target=self._work, daemon=True).start()

    def end(self) -> None:
        """Stop at once: what is half made is for nobody any more."""
        with self._changed:
            self._ended, self._asked = True, None
        while not self.rest(timeout=_MOMENT):
            stop_all()

    def rest(self, timeout: float | None = None) -> bool:
        """Wait until nothing is left to do; tell whether that came true in so many seconds."""
        with self._changed:
            return self._changed.wait_for(lambda: not self._busy, timeout)

    def _work(self) -> None:
        while (wanted := self._next()) is not None:
            before = self._standing
            try:
                self._standing = refresh(self._copies, self._site, wanted, before, apart=True)
            except FileNotFoundError:
                continue  # a page went meanwhile: the build that removed it asks again
            except (PagefindFailedError, OSError) as error:
                if not self._ended:
                    self._say(str(error))
            else:
                if self._standing != before:
                    self._say("Поиск обновлён.")

    def _next(self) -> Digests | None:
        with self._changed:
            wanted, self._asked = self._asked, None
            if wanted is None:
                self._busy = False
                self._changed.notify_all()
            return wanted
