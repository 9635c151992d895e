"""One thing on a calendar: a meeting, an event of a plan, a duty."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any

from generator.models.vocabulary.base import Vocabulary
from generator.values import count

SOME_DAYS = 7
"""So many days in a row are days of the thing itself; of a longer time it takes some part."""


class OccasionKind(Vocabulary):
    """What a thing on a calendar is."""

    MEETING = "meeting", "заседание"
    EVENT = "event", "мероприятие плана"
    DUTY = "duty", "срок"


class Standing(Vocabulary):
    """How certain a thing on a calendar is, as RFC 5545 has it."""

    CONFIRMED = "confirmed", "назначено"
    TENTATIVE = "tentative", "по плану"
    CANCELLED = "cancelled", "отменено"


@dataclass(frozen=True, slots=True)
class Occasion:
    """One thing on the calendar of an association, or of several at once.

    `uid` never changes and hangs on no text that people edit. `bodies` are the names of the
    associations, the one that calls the meeting first. `when` says the time in words where it is
    not one day: «ноябрь», «до 5 декабря»; `note` what has become of the thing: «перенесено».
    `address` leads to its page, `source` is the file of its record in the content folder.
    """

    uid: str
    kind: OccasionKind
    standing: Standing
    first: date
    last: date
    title: str
    bodies: tuple[str, ...]
    address: str
    source: str = ""
    when: str = ""
    begins: time | None = None
    ends: time | None = None
    note: str = ""
    place: str = ""
    description: str = ""

    @property
    def exact(self) -> bool:
        """Tell whether it stands on its days, and not somewhere between the first and the last."""
        return (self.last - self.first).days < SOME_DAYS

    @property
    def days(self) -> Iterator[date]:
        """The days on which it stands in a table of days: none where they are not known."""
        if self.exact:
            yield from (self.first + timedelta(n) for n in range((self.last - self.first).days + 1))

    @property
    def body_line(self) -> str:
        """Whose it is, in few words."""
        name, others = self.bodies[0], len(self.bodies) - 1
        more = count(others, "объединение", "объединения", "объединений")
        return f"{name} и ещё {more}" if others else name

    @property
    def order(self) -> tuple[Any, ...]:
        """By the day, things without an hour first; then by what never changes."""
        return self.first, self.begins or time.min, self.last, self.uid

    def plain(self) -> tuple[Any, ...]:
        """The thing as plain values, to be kept between runs; its days stand first."""
        return (
            self.first.isoformat(),
            self.last.isoformat(),
            self.uid,
            self.kind.value,
            self.standing.value,
            self.title,
            self.bodies,
            self.address,
            self.source,
            self.when,
            _clock(self.begins),
            _clock(self.ends),
            self.note,
            self.place,
            self.description,
        )

    @classmethod
    def restored(cls, plain: tuple[Any, ...]) -> "Occasion":
        """The thing of its plain values."""
        first, last, uid, kind, standing, title, bodies, address, *rest = plain
        source, when, begins, ends, note, place, description = rest
        return cls(
            uid,
            OccasionKind.read(kind),
            Standing.read(standing),
            date.fromisoformat(first),
            date.fromisoformat(last),
            title,
            bodies,
            address,
            source,
            when,
            time.fromisoformat(begins) if begins else None,
            time.fromisoformat(ends) if ends else None,
            note,
            place,
            description,
        )


def _clock(value: time | None) -> str:
    return value.isoformat() if value else ""
