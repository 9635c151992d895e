"""A few practices as a test wants them, over the base records, and what the site makes of them."""

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from lxml import html
from lxml.html import HtmlElement
from many import BASE

from generator.archive import Archive
from generator.archive.archive import judge, link
from generator.load import Entry, Kind, load
from generator.load.entry import Contents
from generator.load.loader import Loaded
from generator.models import Practice
from generator.pages.context import Context
from generator.pages.practices import pages

DAY = date(2026, 11, 21)
USUAL = {
    "title": "Опыт",
    "status": "in_bank",
    "authors": [{"position": "учитель"}],
    "subjects": ["математика"],
    "level": "municipal",
    "type": "method",
    "summary": "Коротко.",
}


def practice(**fields: Any) -> Practice:
    """A practice of which only some fields matter."""
    return Practice.model_validate(USUAL | fields)


def archive_with(practices: Mapping[str, Practice]) -> Archive:
    """The base records with these practices by id, instead of their own."""
    base = load(BASE)
    entries: list[Entry[Any]] = [one for one in base.entries if one.kind is not Kind.PRACTICE]
    for id_, record in practices.items():
        entries.append(Entry(Kind.PRACTICE, id_, f"practices/{id_}.md", Contents(record)))
    archive, _ = judge(link(Loaded(BASE, tuple(entries), base.known, base.unsure, ())), ())
    assert archive is not None
    return archive


class Shelf:
    """The pages and files of practices."""

    def __init__(self, archive: Archive, day: date = DAY) -> None:
        self.context = Context(archive, day, {})
        self.drafts = {draft.address: draft for draft in pages(self.context)}

    @classmethod
    def of(cls, day: date = DAY, **practices: dict[str, Any]) -> "Shelf":
        """Practices by id, each with the fields that matter."""
        return cls(archive_with({id_: practice(**some) for id_, some in practices.items()}), day)

    def data(self, address: str) -> bytes:
        """A file."""
        return self.drafts[address].make().data

    def json(self, address: str) -> Any:
        """A file of data."""
        return json.loads(self.data(address))

    def page(self, address: str) -> HtmlElement:
        """The body of a page; a space that does not break is a space."""
        body = self.drafts[address].make().body.replace("\u00a0", " ")
        return html.fromstring(f"<div>{body}</div>")

    def lists(self, facet: str) -> dict[str, list[str]]:
        """The ids that the lists of a facet show, by the address below the practices."""
        start = f"practices/{facet}/"
        return {
            address.removeprefix(start): ids_on(self.page(address))
            for address in self.drafts
            if address.startswith(start) and address.endswith("/")
        }

    def choices(self, facet: str) -> dict[str, dict[str, str]]:
        """What the script knows of a facet: for each id the slugs and names of its values."""
        column = next(
            c for c in self.json("practices/columns.json")["facets"] if c["name"] == facet
        )
        if "of" not in column:
            column = self.json(f"practices/{facet}.json")
        values = [[place] if isinstance(place, int) else place for place in column["of"]]
        ids = self.ids()
        assert len(ids) == len(values)
        return {
            id_: dict(column["values"][place] for place in own)
            for id_, own in zip(ids, values, strict=True)
        }

    def ids(self) -> list[str]:
        """The ids in the order of the columns, as the files of cards have them."""
        data = self.json("practices/columns.json")
        found = []
        for slug, length in data["runs"]:
            cards = []
            for number in range(1, -(-length // data["cards"]) + 1):
                cards += self.json(f"practices/cards/{slug}-{number}.json")
            assert len(cards) == length
            found += [card["id"] for card in cards]
        return found


def ids_on(page: HtmlElement) -> list[str]:
    """The ids of the practices to which a list leads."""
    ways = page.xpath(
        './/*[contains(@class, "umo-card") or contains(@class, "umo-row__main")]//a/@href'
    )
    return [way.rstrip("/").rpartition("/")[2] for way in ways]
