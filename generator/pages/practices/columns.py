"""What the script of the index reads: who has which value, in columns of small numbers.

`practices/columns.json` has no text but the names of values; keywords, of which there are many,
come in a file of their own when somebody wants them. Titles and summaries stand in files of some
cards of one subject each, the oldest first, so that a new practice changes the last one alone.
"""

import json
from collections.abc import Iterator
from datetime import date
from functools import partial
from typing import Any

from generator.archive.facets import FacetName
from generator.pages.addresses import PRACTICE_COLUMNS, practice_cards, practice_values
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import File
from generator.pages.practices.catalogue import Catalogue, Column, Shared
from generator.pages.practices.facets import BY_NAME, FACETS, Facet
from generator.pages.practices.landings import Listing, Lists, row_of
from generator.text import typeset

CARDS = 50
"""How many cards stand in a file."""
_DAY_ZERO = date(2000, 1, 1).toordinal()


def pages(context: Context, shared: Shared, lists: Lists) -> Iterator[Draft]:
    """Yield the columns and the files of cards."""
    yield Draft(PRACTICE_COLUMNS, partial(_columns_file, shared))
    for facet in FACETS:
        if facet.late:
            yield Draft(practice_values(facet.name), partial(_late_file, shared, facet))
    for filed, listing in lists.of_subjects():
        place = partial(_cards_file, context, lists, filed, listing.slug)
        for number in range(1, -(-len(_own(listing)) // CARDS) + 1):
            yield Draft(practice_cards(listing.slug, number), partial(place, number))


def _columns_file(shared: Shared) -> File:
    catalogue = shared.look()
    data = {
        "cards": CARDS,
        "runs": list(catalogue.runs),
        "days": list(_steps(catalogue)),
        "titles": catalogue.titles,
        "facets": [_head(c) if c.facet.late else _whole(c) for c in catalogue.columns],
    }
    return _file(PRACTICE_COLUMNS, data)


def _late_file(shared: Shared, facet: Facet) -> File:
    column = next(one for one in shared.look().columns if one.facet is facet)
    return _file(practice_values(facet.name), _whole(column))


def _head(column: Column) -> dict[str, Any]:
    return {"name": column.facet.name.value, "title": column.facet.title}


def _whole(column: Column) -> dict[str, Any]:
    """A column: the slugs and names of its values, and the places of those of each practice."""
    values = [(value.slug, typeset(value.title)) for value in column.values]
    of = [own[0] if len(own) == 1 else own for own in column.places]
    return _head(column) | {"values": values, "of": of}


def _steps(catalogue: Catalogue) -> Iterator[int]:
    """Yield each practice's day as the way from that of the one before: small numbers."""
    before = 0
    for practice in catalogue.practices:
        day = _number(practice.day)
        yield day - before
        before = day


def _number(day: str) -> int:
    """Days since the end of the last century; 0 where no day is known."""
    return date.fromisoformat(day).toordinal() - _DAY_ZERO if day else 0


def _own(listing: Listing) -> list[str]:
    """The ids of the practices whose first subject it is, the oldest first."""
    return [id_ for _, id_, _, _, place in listing.found if not place]


def _cards_file(context: Context, lists: Lists, filed: str, slug: str, number: int) -> File:
    own = _own(lists.at(BY_NAME[FacetName.SUBJECT], filed, slug))
    some = own[(number - 1) * CARDS : number * CARDS]
    return _file(practice_cards(slug, number), [_card(context, id_) for id_ in some])


def _card(context: Context, id_: str) -> dict[str, str]:
    row = row_of(context, id_)
    return {
        "id": id_,
        "title": typeset(row.face.title),
        "tags": typeset(row.tags),
        "summary": typeset(row.brief),
    }


def _file(where: str, data: Any) -> File:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return File(where, text.encode())
