"""Hand-written pages after MkDocs has rendered them: what could run in them, or mislead, is gone.

MkDocs publishes whatever HTML stands in such a page, and its theme prints the fields at its head
unescaped. But the page may have come from anybody. Unlike a record, a page may use what the
extensions of the site make: notes, folded parts, classes, pictures of a size.
"""

from collections.abc import Container, Mapping
from functools import cache
from html import escape
from typing import Any
from urllib.parse import urlsplit

import nh3

from generator.text.markup import alignment_classed, alignment_kept

_TAGS = set(
    "p h1 h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong b i u s del ins sub sup "  # noqa: SIM905
    "mark small abbr kbd hr br table caption thead tbody tfoot tr th td a img figure figcaption "
    "div span section details summary".split(" ")
)
_ATTRIBUTES = {
    "*": {"id", "class", "title", "lang", "dir"},
    "a": {"href"},
    "img": {"src", "alt", "width", "height", "loading"},
    "th": {"align", "colspan", "rowspan", "scope"},
    "td": {"align", "colspan", "rowspan"},
    "ol": {"start"},
    "details": {"open"},
}
_THEIRS = ("__", "umo-")
"""How ids begin by which the theme's scripts and ours find what they work with."""
_OVERLAYS = ("md-", "umo-")
_USEFUL = frozenset({"md-button", "md-button--primary", "umo-shot"})
"""Classes of the theme and of ours that a page may have: others could lie over the whole page."""


def clean_page(html: str) -> str:
    """The HTML of a hand-written page without what runs, or comes from another host."""
    return alignment_classed(_cleaner().clean(alignment_kept(html)))


def fit_fields(fields: Mapping[str, Any], templates: Container[str]) -> dict[str, Any]:
    """The fields at the head of a page, fit for a theme that prints them as they are.

    `templates` are those that a page may ask to be drawn by.
    """
    fit = {str(name): _fit(value) for name, value in fields.items() if value is not None}
    if fit.get("template", "") not in templates:
        fit.pop("template", None)
    if not isinstance(fit.get("hide"), list):
        fit.pop("hide", None)
    return fit


def _fit(value: Any) -> Any:
    """A value without markup; the parts of a part are texts, whatever they were."""
    if isinstance(value, bool):
        return value
    if isinstance(value, list):
        return [escape(str(part)) for part in value]
    if isinstance(value, dict):
        return {str(name): part is True or escape(str(part)) for name, part in value.items()}
    return escape(str(value))


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_attribute,
        url_schemes={"http", "https", "mailto", "tel"},
        link_rel=None,
        strip_comments=True,
    )


def _attribute(tag: str, name: str, value: str) -> str | None:
    if name == "id":
        return None if value.startswith(_THEIRS) else value
    if name == "class":
        return " ".join(filter(_harmless, value.split())) or None
    if (tag, name) == ("img", "src"):
        return value if _is_near(value) else None
    return value


def _harmless(name: str) -> bool:
    return name in _USEFUL or not name.startswith(_OVERLAYS)


def _is_near(address: str) -> bool:
    """Tell whether an address is of the same site."""
    try:
        parts = urlsplit(address.replace("\\", "/"))
    except ValueError:
        return False
    return not (parts.scheme or parts.netloc)
