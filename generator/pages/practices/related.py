"""Related practices on a card: links with what both have in common."""

from typing import NamedTuple

from generator.load import Entry
from generator.models import Practice
from generator.pages.addresses import practice_address
from generator.pages.context import Context


class Related(NamedTuple):
    """A related practice: its title and address, and what it has in common with this one."""

    title: str
    address: str
    common: str


def related_of(context: Context, entry: Entry[Practice]) -> list[Related]:
    """The practices related to one; none of them is opened for it."""
    kin = context.kin.of(entry.id, entry.record)
    return [Related(one.title, practice_address(one.id), ", ".join(one.common)) for one in kin]
