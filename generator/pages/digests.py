"""What an association's year comes to, as plain values, worked out once for all pages.

Index pages, feeds and data files speak of every year of every association. They are made of
digests: whoever looks at one hangs on its value, not on the records behind it, so an edit that
leaves the value as it was leaves the index as it was, and no other record is opened for it.
"""

import marshal
import zlib
from collections.abc import Callable
from typing import Any, NamedTuple

from generator.reads import note, unheard
from generator.values import SchoolYear

DIGEST = "digest/"
"""The family of facts what digests are worth; «findings/umo-matematika/2025-2026» follows."""
YEARS = "digest-years"
"""The fact of which years there are digests."""

YearKey = tuple[str, SchoolYear]


class Family(NamedTuple):
    """One kind of digest: its name, and how it is made of an association's year.

    The value is made of tuples, texts, numbers and None: it is kept between runs.
    """

    name: str
    make: Callable[[Any, str, SchoolYear], Any]

    def work(self, association: str, year: SchoolYear) -> str:
        """The name of one digest, in the ledger too."""
        return f"{self.name}/{association}/{year}"


def put_away(value: Any) -> bytes:
    """A digest as bytes, the same for the same value: most runs open few of the digests."""
    plain = marshal.dumps(value, 2)  # later forms tell which objects are one, and that is chance
    return zlib.compress(plain, 1)


class Digests:
    """Digests by association and year; what nobody has worked out is worked out when asked for."""

    def __init__(self, context: Any, years: Callable[[], tuple[YearKey, ...]]) -> None:
        self._context = context
        self._years_of = years
        self._years: tuple[YearKey, ...] | None = None
        self._known: dict[str, Any] = {}
        self._put_away: dict[str, bytes] = {}

    @property
    def years(self) -> tuple[YearKey, ...]:
        """Every year of every association: by association, the newest first."""
        note(YEARS)
        if self._years is None:
            with unheard():
                self._years = self._years_of()
        return self._years

    def of(self, family: Family, association: str, year: SchoolYear) -> Any:
        """One digest."""
        work = family.work(association, year)
        note(DIGEST + work)
        if work not in self._known:
            self._known[work] = self._made(work, family, association, year)
        return self._known[work]

    def know(self, values: dict[str, bytes]) -> None:
        """Take digests that were worked out before, put away, by their names."""
        self._put_away |= values
        for work in values:
            self._known.pop(work, None)

    def _made(self, work: str, family: Family, association: str, year: SchoolYear) -> Any:
        if work in self._put_away:
            data = zlib.decompress(self._put_away[work])
            return marshal.loads(data)  # noqa: S302 - the store knows its digest
        with unheard():
            return family.make(self._context, association, year)
