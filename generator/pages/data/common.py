"""What several tables share: who is named how, where a record is seen, what is public."""

from collections.abc import Iterable
from typing import Any

from generator.archive.groups import relation_fact
from generator.pages.context import Context
from generator.pages.data.fields import ADDRESS, TEXT, Column, parts, several
from generator.pages.names import Shown
from generator.reads import note, unheard
from generator.values import NBSP

LINKS = several(parts("название и ссылка", note=TEXT, url=ADDRESS))
"""Pages elsewhere, as Popolo has them."""
LINK_COLUMNS = (Column("links", lambda links: [link["url"] for link in links]),)
PAGE = "Адрес страницы от корня сайта."


def links(items: Iterable[Any]) -> list[dict[str, str]]:
    """Those of some files and links that lead to other sites."""
    return [{"note": item.title, "url": item.address} for item in items if item.address]


def line(shown: Shown) -> str:
    """Somebody in one line: the name only where it may be shown. Data have plain spaces."""
    return shown.line.replace(NBSP, " ")


def public_practices(context: Context) -> frozenset[str]:
    """The ids of practices that are fit for the public; the practices themselves are not heard."""
    note(relation_fact("cards", ""))
    with unheard():
        return frozenset(card.id for card in context.archive.relations.cards.get(None, ()))
