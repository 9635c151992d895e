"""Which record lies where in `content/`. The one table that knows the folders."""

import re
from dataclasses import dataclass

from generator.load.entry import Kind
from generator.models import (
    Activities,
    Analysis,
    Association,
    Documents,
    FalseAlarms,
    Meeting,
    Organisations,
    People,
    Plan,
    Practice,
    Record,
    Regulation,
    Site,
)

_ID = r"[a-z0-9]+(?:-[a-z0-9]+)*"
_YEAR = rf"associations/(?P<association>{_ID})/(?P<year>[0-9]{{4}}-[0-9]{{4}})"
_SLUG = r"(?P<slug>[0-9]{4}-[0-9]{2}-[0-9]{2}(?:-[0-9]{1,2})?)"


@dataclass(frozen=True, slots=True)
class Room:
    """A place for one kind of record: how its path looks, which model it follows."""

    kind: Kind
    pattern: re.Pattern[str]
    shape: str
    model: type[Record]
    listed: str = ""
    front_matter: bool = False

    def path(self, *parts: str) -> str:
        """The path of a record: `parts` stand where the shape has its names, in order."""
        names = iter(parts)
        return re.sub(r"<[^<>]+>", lambda _: next(names), self.shape)


def _room(
    kind: Kind, pattern: str, shape: str, model: type[Record], *, listed: str = "", md: bool = False
) -> Room:
    return Room(kind, re.compile(pattern), shape, model, listed, md)


ROOMS = (
    _room(Kind.SITE, r"site\.yml", "site.yml", Site),
    _room(
        Kind.ORGANISATION,
        rf"organisations(?:/{_ID})?\.yml",
        "organisations.yml",
        Organisations,
        listed="organisations",
    ),
    _room(Kind.PERSON, rf"people(?:/{_ID})?\.yml", "people.yml", People, listed="people"),
    _room(
        Kind.REGULATION,
        rf"regulations/(?P<id>{_ID})\.yml",
        "regulations/<положение>.yml",
        Regulation,
    ),
    _room(
        Kind.ASSOCIATION,
        rf"associations/(?P<id>{_ID})/association\.yml",
        "associations/<объединение>/association.yml",
        Association,
    ),
    _room(
        Kind.PLAN, rf"{_YEAR}/plan\.yml", "associations/<объединение>/<2025-2026>/plan.yml", Plan
    ),
    _room(
        Kind.MEETING,
        rf"{_YEAR}/meetings/{_SLUG}\.yml",
        "associations/<объединение>/<2025-2026>/meetings/<2025-08-29>.yml",
        Meeting,
    ),
    _room(
        Kind.DOCUMENT,
        rf"{_YEAR}/documents\.yml",
        "associations/<объединение>/<2025-2026>/documents.yml",
        Documents,
        listed="documents",
    ),
    _room(
        Kind.ANALYSIS,
        rf"{_YEAR}/analysis\.md",
        "associations/<объединение>/<2025-2026>/analysis.md",
        Analysis,
        md=True,
    ),
    _room(
        Kind.ACTIVITIES,
        rf"{_YEAR}/activities\.yml",
        "associations/<объединение>/<2025-2026>/activities.yml",
        Activities,
    ),
    _room(
        Kind.PRACTICE,
        rf"practices/(?P<id>{_ID})\.md",
        "practices/<практика>.md",
        Practice,
        md=True,
    ),
    _room(Kind.FALSE_ALARMS, r"false-alarms\.yml", "false-alarms.yml", FalseAlarms),
)

BESIDE = re.compile(
    rf"(?P<owner>{_YEAR}/meetings/{_SLUG}|practices/(?P<id>{_ID}))"
    r"/(?P<name>[a-z0-9]+(?:[-_][a-z0-9]+)*\.(?P<suffix>[a-z0-9]{2,5}))"
)
"""A file that lies beside a meeting or a practice, in a folder named as the record is."""

OWN_PAGES = "pages/"
"""Hand-written pages: MkDocs reads them, this package does not."""

WORD = "word/"
"""The office's own templates of Word files: no records (word_forms.py)."""

WORD_FORMS = (
    "minutes",
    "minutes-short",
    "agenda",
    "registration",
    "plan",
    "analysis",
    "composition",
    "register",
    "control",
    "portfolio",
    "practice",
    "handout",
)
"""The forms of which an office may have a template of its own: word/<form>.docx."""

PUBLISHED = "published.txt"
"""The list of published addresses: no record (published.py)."""


RESERVED_PRACTICES = frozenset(
    ("subject", "education", "grade", "level", "association", "year", "page", "cards")
)
"""Ids that no practice may have: beside the practices there are lists of them at these names."""

RESERVED_FILES = frozenset(
    (
        "protokol.docx",
        "protokol-kratko.docx",
        "povestka.docx",
        "list-registracii.docx",
        "praktika.docx",
        "praktika-razdatka.docx",
    )
)
"""Names that no file beside a record may have: the site puts Word files of its own there."""


def find_room(path: str) -> tuple[Room, re.Match[str]] | None:
    """The room whose pattern a path fits."""
    for room in ROOMS:
        if found := room.pattern.fullmatch(path):
            return room, found
    return None


def room_of(kind: Kind) -> Room:
    """Where records of a kind lie."""
    return next(room for room in ROOMS if room.kind is kind)


def nearest_room(path: str) -> Room:
    """The room that a misplaced file was most likely meant for."""
    words = {
        "meeting": Kind.MEETING,
        "protokol": Kind.MEETING,
        "plan": Kind.PLAN,
        "document": Kind.DOCUMENT,
        "analys": Kind.ANALYSIS,
        "activit": Kind.ACTIVITIES,
        "practice": Kind.PRACTICE,
        "people": Kind.PERSON,
        "organisation": Kind.ORGANISATION,
        "regulation": Kind.REGULATION,
        "site": Kind.SITE,
        "alarm": Kind.FALSE_ALARMS,
    }
    kind = next((kind for word, kind in words.items() if word in path.lower()), Kind.ASSOCIATION)
    if re.search(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", path):
        kind = Kind.MEETING
    return room_of(kind)
