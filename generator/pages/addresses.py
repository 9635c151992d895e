"""Where each record has its page. Addresses are for ever: people print them."""

from collections.abc import Callable

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
CALENDAR = "calendar/"
DATA = "data/"
FEED = "feed.xml"
CALENDAR_FILE = "calendar.ics"


def is_page(address: str) -> bool:
    """Tell whether a page stands at an address; a file does otherwise."""
    return not address or address.endswith("/")


def year_address(association: str, year: SchoolYear) -> str:
    """The year of an association at a glance."""
    return f"{ASSOCIATIONS}{association}/{year}/"


def register_of(year: SchoolYear) -> str:
    """The documents of a school year."""
    return f"{REGISTER}{year}/"


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
    Kind.MEETING: lambda entry: _of_year(entry, f"meetings/{entry.slug}/"),
    Kind.PRACTICE: lambda entry: f"{PRACTICES}{entry.id}/",
    Kind.REGULATION: lambda entry: f"{REGULATIONS}{entry.id}/",
    Kind.DOCUMENT: lambda entry: f"{register_of(entry.school_year)}#{entry.id}",
    Kind.ORGANISATION: lambda entry: f"{ORGANISATIONS}#{entry.id}",
}
