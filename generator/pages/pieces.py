"""The smallest pieces of pages, printed by the hundred: each is a function instead of a macro.

Larger pieces that several pages share stand in `templates/macros.html`.
"""

from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from markupsafe import Markup

from generator.load import Entry
from generator.models import Association, Party
from generator.pages.names import Names
from generator.pages.templating import shown
from generator.text import paragraphs


def pieces(names: Names) -> dict[str, Callable[..., Markup]]:
    """The pieces under the names by which templates call them."""

    def parties(
        named: Iterable[Party], home: Entry[Association] | None = None, day: date | None = None
    ) -> Markup:
        """Everybody whom a record names, in one line."""
        return _joined("; ".join([shown(names.party(party, home, day).line) for party in named]))

    return {"fact": fact, "badge": badge, "prose": prose, "bullets": bullets, "parties": parties}


def fact(name: str, value: Any) -> Markup:
    """A row of a list of facts; nothing where there is no value."""
    if value is None or value == "":
        return Markup()
    return _joined("<div><dt>", shown(name), "</dt><dd>", shown(value), "</dd></div>\n")


@lru_cache(maxsize=1024, typed=True)
def badge(label: str, tone: str = "plain") -> Markup:
    """A word in a box."""
    return _joined('<span class="umo-badge umo-badge--', shown(tone), '">', shown(label), "</span>")


def prose(text: str) -> Markup:
    """A text in its paragraphs."""
    parts = "</p>\n<p>".join([shown(part) for part in paragraphs(text)])
    return _joined("<p>", parts, "</p>\n") if parts else Markup()


def bullets(items: Iterable[str]) -> Markup:
    """A list of texts."""
    rows = "".join([_joined("<li>", shown(item), "</li>\n") for item in items])
    return _joined("<ul>\n", rows, "</ul>\n")


def _joined(*parts: str) -> Markup:
    """Pieces of HTML in one: literals of this module, and what `shown` has escaped."""
    return Markup("".join(parts))  # noqa: S704 - see above: nothing else comes here
