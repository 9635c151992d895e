"""Schools and offices: what the page of organisations says of each, and how others name them."""

from collections.abc import Iterable, Iterator

from generator.load import Entry
from generator.models import Organisation
from generator.pages.addresses import ORGANISATIONS
from generator.pages.metadata.graph import Here, Node, identity, node

_TYPES = (
    ("детский сад", "Preschool"),
    ("школа", "School"),
    ("гимназия", "School"),
    ("лицей", "School"),
    ("институт", "EducationalOrganization"),
    ("колледж", "EducationalOrganization"),
    ("техникум", "EducationalOrganization"),
    ("управление образовани", "GovernmentOrganization"),
    ("управление по образованию", "GovernmentOrganization"),
    ("отдел образования", "GovernmentOrganization"),
    ("министерство", "GovernmentOrganization"),
)
"""How the type of an organisation begins, and the narrowest type that schema.org has for it."""


def organisations(entries: Iterable[Entry[Organisation]], here: Here) -> Iterator[Node]:
    """Everything that may be known of each organisation."""
    for entry in entries:
        yield organisation(entry, here)


def organisation(entry: Entry[Organisation], here: Here) -> Node:
    """An organisation. Its telephone and e-mail are official ones."""
    record = entry.record
    return node(
        _type(record),
        here.to(identity(entry)),
        name=record.name,
        alternateName=record.short_name,
        url=record.site or here.to(identity(entry)),
        address=postal(record),
        telephone=record.phone,
        email=record.email,
        identifier=record.registration_number,
        taxID=record.tax_number,
        founder=organisation_ref(record.founder, here) if record.founder else None,
    )


def organisation_ref(id_: str, here: Here) -> Node:
    """An organisation by its id alone: the page of organisations says the rest."""
    return node("Organization", here.to(f"{ORGANISATIONS}#{id_}"))


def named_organisation(entry: Entry[Organisation], here: Here) -> Node:
    """An organisation by name."""
    return node(_type(entry.record), here.to(identity(entry)), name=entry.record.name)


def postal(record: Organisation) -> Node | None:
    """The address of an organisation; the street without the place that stands before it."""
    if not (record.address or record.place):
        return None
    street = (record.address or "").removeprefix(f"{record.place}, ")
    return node("PostalAddress", addressLocality=record.place, streetAddress=street)


def _type(record: Organisation) -> str:
    kind = (record.type or "").casefold()
    return next((type_ for start, type_ in _TYPES if kind.startswith(start)), "Organization")
