"""Files and links beside a record as pages show them: what they are before anybody takes them."""

from typing import NamedTuple

from generator.archive.bodies import published_names
from generator.load import Entry
from generator.models import Record
from generator.models.parts import Attachment
from generator.models.vocabulary.files import PICTURES
from generator.text import Picture, leads_to
from generator.values import file_size

SHOWN_DIGITS = 12
"""Digits of a file's SHA-256 that are shown: enough to compare by eye; the rest is in its title."""


class Attached(NamedTuple):
    """An attachment: where it leads, and what is said of it.

    Of a file its kind, size and SHA-256; of a picture also width and height in pixels; of a link
    to another site which site that is.
    """

    address: str
    kind: str = ""
    size: str = ""
    digest: str = ""
    width: int = 0
    height: int = 0
    leads: str = ""

    @property
    def shown_digest(self) -> str:
        """The beginning of the digest, for the eye."""
        return self.digest[:SHOWN_DIGITS]


def attached(item: Attachment, entry: Entry[Record] | None = None) -> Attached:
    """What a page says of an attachment of a record."""
    if not item.file:
        address = item.address or ""
        return Attached(address, leads=leads_to(address))
    found = next((one for one in entry.beside if one.name == item.file), None) if entry else None
    if found is None:
        return Attached(item.file)
    size = file_size(found.size)
    return Attached(found.name, found.kind.upper(), size, found.digest, found.width, found.height)


def pictures_of(entry: Entry[Record]) -> tuple[Picture, ...]:
    """The pictures beside a record that it names: only these are published."""
    if not any(one.kind in PICTURES for one in entry.beside):
        return ()
    named = set(published_names(entry))
    return tuple(
        (one.name, one.width, one.height) for one in entry.beside if one.width and one.name in named
    )
