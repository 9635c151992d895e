"""How the tests of metadata read pages."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any, cast
from urllib.parse import urljoin

from demonstration import Site, parsed
from lxml.html import HtmlElement

from generator.archive import Archive, build
from generator.load import load
from generator.pages import Page
from generator.pages.all import all_drafts
from generator.pages.context import Context

SITE = "https://umo.example.org/okrug/"
_ADDRESSES = frozenset({"@id", "url", "contentUrl", "license"})

_TODAY = date(2026, 11, 21)
_CHANGED = {"practices/ugol-padeniya.md": date(2026, 3, 9)}

Document = dict[str, Any]
Graph = Callable[..., Document]
"""The graph of the page at an address; `archive` and `site_url` may be others than usual."""


def document_of(page: HtmlElement) -> Document | None:
    """The JSON-LD of a page; a page has one script of it at most."""
    scripts = page.xpath('//script[@type="application/ld+json"]')
    assert len(scripts) <= 1
    return json.loads(scripts[0].text) if scripts else None


def archive_in(folder: Path) -> Archive:
    """The archive of a folder of records."""
    archive, problems = build(load(folder))
    assert archive is not None, "\n".join(map(str, problems))
    return archive


def resolved(value: Any, page: str) -> Any:
    """The same with every address in full, as a reader of the page sees it."""
    if isinstance(value, list):
        return [resolved(item, page) for item in value]
    if not isinstance(value, dict):
        return value
    return {
        name: urljoin(page, one)
        if name in _ADDRESSES and isinstance(one, str)
        else resolved(one, page)
        for name, one in value.items()
    }


def graph_of(address: str, archive: Archive, site_url: str = "") -> Document:
    """The graph of a page that is made of an archive."""
    context = Context(archive, _TODAY, _CHANGED, site_url)
    draft = next(draft for draft in all_drafts(context) if draft.address == address)
    page = cast("Page", draft.make())
    found = document_of(parsed(page.body.encode()))
    assert found is not None
    return found


def pages_of(site: Site) -> dict[str, HtmlElement]:
    """The pages of a site by address, without those that only lead on to another."""
    found = {address: site.page(address) for address in sorted(site.addresses)}
    return {a: page for a, page in found.items() if not page.xpath('//meta[@http-equiv="refresh"]')}
