"""Three edits of one record each: what makes parts of the index stale."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from generator.bench.peers.files import put
from generator.bench.process import ProcessFailedError
from generator.bench.records.body import Body, bodies, school_year
from generator.bench.records.meetings import days, meeting
from generator.bench.records.practices import practice_id
from generator.bench.search.contenders import SearchedOurs

NEW, FORMER, PRACTICE = "minutes_of_newest_year", "minutes_of_old_year", "practice"

MARKS = {NEW: "землеройка", FORMER: "трилобитный", PRACTICE: "астролябия"}
"""A word for each edit that stands in no other record: the rarest that anybody can look for."""

_FIGURES = ("первый", "второй", "третий", "четвёртый", "пятый", "шестой", "седьмой")


@dataclass
class Edit:
    """A record that is edited: its file, its page, the index of the site, what the mark follows.

    An edit adds a word in place of the one before; where nothing is to follow it ends the file.
    """

    case: str
    file: Path
    page: Path
    index: Path
    phrase: str
    _original: str = field(default="", init=False)

    def make(self, turn: int) -> None:
        """Edit the record otherwise than in the turn before."""
        self._original = self._original or self.file.read_text(encoding="utf-8")
        mark = f"{MARKS[self.case]} {_FIGURES[turn % len(_FIGURES)]}"
        if self.phrase:
            put(self.file, self._original.replace(self.phrase, f"{self.phrase} {mark}"))
        else:
            put(self.file, f"{self._original}\nСлова: {mark}.\n")

    def standing(self) -> bytes:
        """What names the files of the index, shelf by shelf: another index has others."""
        entries = sorted(self.index.glob("*/pagefind-entry.json"))
        return b"".join(entry.read_bytes() for entry in entries)

    def check(self, before: bytes) -> None:
        """Refuse a build that shows no edit, or whose index stayed as it was."""
        if MARKS[self.case] not in self.page.read_text(encoding="utf-8"):
            raise ProcessFailedError(f"{self.case}: после правки страница осталась прежней")
        if self.standing() == before:
            raise ProcessFailedError(f"{self.case}: после правки индекс остался прежним")


def edits(ours: SearchedOurs, number: int, seed: int) -> Iterator[Edit]:
    """Yield the edits of a project with so many records."""
    groups = bodies(number)
    body = groups[(len(groups) - 1) // 2]
    yield _of_minutes(ours, NEW, body, body.years[-1], seed)
    yield _of_minutes(ours, FORMER, body, body.years[0], seed)
    if body.practices:
        name = practice_id(body, body.practices // 2)
        yield Edit(
            PRACTICE,
            ours.home / f"content/practices/{name}.md",
            ours.site / f"practices/{name}/index.html",
            ours.index,
            "",
        )


def _of_minutes(ours: SearchedOurs, case: str, body: Body, year: int, seed: int) -> Edit:
    held = days(body, year, seed)
    if not held:
        raise ProcessFailedError(f"в {school_year(year)} не было заседаний: записей слишком мало")
    place = len(held) // 2
    way = f"associations/{body.id}/{school_year(year)}/meetings/{held[place].isoformat()}"
    return Edit(
        case,
        ours.home / f"content/{way}.yml",
        ours.site / way / "index.html",
        ours.index,
        str(meeting(body, year, place, seed)["agenda"][0]["text"]),
    )
