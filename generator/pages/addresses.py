"""Where each record has its page. Addresses are for ever: people print them."""

from collections.abc import Callable
from urllib.parse import urlsplit

from generator.load import Entry, Kind
from generator.models import Record
from generator.values import SchoolYear

HOME = ""
ASSOCIATIONS = "associations/"
PRACTICES = "practices/"
REGISTER = "register/"
REGULATIONS = "regulations/"
STRUCTURE = "structure/"
ORGANISATIONS = "organisations/"
COMPLIANCE = "compliance/"
DECISIONS = "decisions/"
RESPONSIBLE = "decisions/responsible/"
CALENDAR = "calendar/"
DATA = "data/"
SEARCH = "search/"
ADMIN = "admin/"
MESSAGES = "guide/messages/"
CONSENT = "guide/consent/"
FEED = "feed.xml"
CALENDAR_FILE = "calendar.ics"


PRACTICE_COLUMNS = f"{PRACTICES}columns.json"


def practices_of(facet: str, slug: str) -> str:
    """The list of the practices that have a value: «practices/subject/matematika/»."""
    return f"{PRACTICES}{facet}/{slug}/"


def subject_feed(slug: str) -> str:
    """The feed of what is new in a subject."""
    return f"{practices_of('subject', slug)}{FEED}"


def practice_address(id_: str) -> str:
    """The card of a practice by its id, for lists that do not look at the practice itself."""
    return f"{PRACTICES}{id_}/"


def practice_cards(subject: str, number: int) -> str:
    """The file with what lists show of some practices of a subject, from 1."""
    return f"{PRACTICES}cards/{subject}-{number}.json"


def practice_values(facet: str) -> str:
    """The file with the values of a facet that is loaded when somebody wants it."""
    return f"{PRACTICES}{facet}.json"


def is_page(address: str) -> bool:
    """Tell whether a page stands at an address; a file does otherwise."""
    return not address or address.endswith("/")


def message_address(code: str) -> str:
    """What a code of the check means: «guide/messages/#y04»."""
    return f"{MESSAGES}#{code.lower()}"


def public_base(site_url: str) -> str:
    """The site's own address, ending with «/»; empty where only one machine could follow it."""
    host = urlsplit(site_url).hostname or ""
    local = host in ("", "localhost", "0.0.0.0", "::", "::1") or host.startswith("127.")  # noqa: S104
    return "" if local else f"{site_url.rstrip('/')}/"


def year_address(association: str, year: SchoolYear) -> str:
    """The year of an association at a glance."""
    return f"{ASSOCIATIONS}{association}/{year}/"


def portfolio_address(association: str, year: SchoolYear) -> str:
    """All that is on record of a year, on one page to print."""
    return f"{year_address(association, year)}portfolio/"


def blanks_address(association: str) -> str:
    """The forms of an association to be filled by hand."""
    return f"{ASSOCIATIONS}{association}/blanks/"


def meeting_address(id_: str) -> str:
    """The page of a meeting by its full id, for lists that do not look at the meeting itself."""
    association, year, slug = id_.split("/")
    return f"{ASSOCIATIONS}{association}/{year}/meetings/{slug}/"


def decisions_of(association: str) -> str:
    """The decisions of an association."""
    return f"{DECISIONS}{association}/"


def calendar_of(association: str) -> str:
    """The calendar of an association, for other programs to read."""
    return f"{ASSOCIATIONS}{association}/{CALENDAR_FILE}"


def calendar_page(year: SchoolYear, month: str = "") -> str:
    """The calendar of a school year, or of one month of it: «2026-11»."""
    return f"{CALENDAR}{year}/{month}/" if month else f"{CALENDAR}{year}/"


def register_of(year: SchoolYear) -> str:
    """The documents of a school year."""
    return f"{REGISTER}{year}/"


def register_file(year: SchoolYear, ending: str) -> str:
    """The register of a school year as a table to take away: «register-2025-2026.csv»."""
    return f"{REGISTER}register-{year}.{ending}"


def anchor(number: str) -> str:
    """A decision's number as a part of an anchor: «1.2» → «1-2»."""
    return "".join(char if char.isalnum() else "-" for char in number.strip(" ."))


def address(entry: Entry[Record]) -> str:
    """The address of a record: its own page, or its place on the page where it is shown."""
    locate = _ADDRESSES.get(entry.kind)
    return locate(entry) if locate else HOME


def _of_year(entry: Entry[Record], rest: str) -> str:
    return year_address(entry.association, entry.school_year) + rest


_ADDRESSES: dict[Kind, Callable[[Entry[Record]], str]] = {
    Kind.ASSOCIATION: lambda entry: f"{ASSOCIATIONS}{entry.id}/",
    Kind.PLAN: lambda entry: _of_year(entry, "plan/"),
    Kind.ANALYSIS: lambda entry: _of_year(entry, "analysis/"),
    Kind.ACTIVITIES: lambda entry: _of_year(entry, "#activities"),
    Kind.MEETING: lambda entry: _of_year(entry, f"meetings/{entry.slug}/"),
    Kind.PRACTICE: lambda entry: practice_address(entry.id),
    Kind.REGULATION: lambda entry: f"{REGULATIONS}{entry.id}/",
    Kind.DOCUMENT: lambda entry: f"{register_of(entry.school_year)}#{entry.id}",
    Kind.ORGANISATION: lambda entry: f"{ORGANISATIONS}#{entry.id}",
}
