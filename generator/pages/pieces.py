"""The smallest pieces of pages, printed by the hundred: each is a function instead of a macro.

Larger pieces that several pages share stand in `templates/macros.html`.
"""

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from generator.load import Entry
from generator.models import Association, Party
from generator.pages.names import Names
from generator.pages.templating import shown
from generator.text import paragraphs, unfilled


def pieces(names: Names) -> dict[str, Any]:
    """The pieces under the names by which templates call them."""

    def parties(
        named: Iterable[Party], home: Entry[Association] | None = None, day: date | None = None
    ) -> Markup:
        """Everybody whom a record names, in one line."""
        return _joined("; ".join([shown(names.party(party, home, day).line) for party in named]))

    return {
        "fact": fact,
        "official": official,
        "by_hand": by_hand,
        "unfilled": unfilled,
        "views": views,
        "badge": badge,
        "prose": prose,
        "loosely": loosely,
        "bullets": bullets,
        "parties": parties,
    }


def fact(name: str, value: Any, within: str = "") -> Markup:
    """A row of a list of facts; nothing where there is no value. `within` names views."""
    if value is None or value == "":
        return Markup()
    return _joined(
        "<div", views(within), "><dt>", shown(name), "</dt><dd>", shown(value), "</dd></div>\n"
    )


def official(name: str, value: Any = None) -> Markup:
    """A row of an official form: without a value it stands on paper alone, with a line for one."""
    if value is None or value == "":
        line = ("</dt><dd>", shown(unfilled.LINE), "</dd></div>\n")
        return _joined('<div class="umo-paper-only"><dt>', shown(name), *line)
    return fact(name, value)


def by_hand(line: str = unfilled.LINE) -> Markup:
    """A line of an official form to be filled in by hand; it stands on paper alone."""
    return _joined('<span class="umo-paper-only">', shown(line), "</span>")


def views(names: str) -> Markup:
    """The mark of an element that stands in some views of its page; without names it is in all."""
    return _joined(' data-umo-view="', shown(names), '"') if names else Markup()


@lru_cache(maxsize=1024, typed=True)
def badge(label: str, tone: str = "plain") -> Markup:
    """A word in a box."""
    return _joined('<span class="umo-badge umo-badge--', shown(tone), '">', shown(label), "</span>")


def prose(text: str) -> Markup:
    """A text in its paragraphs."""
    parts = "</p>\n<p>".join([shown(part) for part in paragraphs(text)])
    return _joined("<p>", parts, "</p>\n") if parts else Markup()


def loosely(text: str) -> Markup:
    """A text for a narrow column: typeset, but a line may end after any word."""
    return _joined(shown(text).replace("\N{NO-BREAK SPACE}", " "))


def bullets(items: Iterable[str]) -> Markup:
    """A list of texts."""
    rows = "".join([_joined("<li>", shown(item), "</li>\n") for item in items])
    return _joined("<ul>\n", rows, "</ul>\n")


def _joined(*parts: str) -> Markup:
    """Pieces of HTML in one: literals of this module, and what `shown` has escaped."""
    return Markup("".join(parts))  # noqa: S704 - see above: nothing else comes here
