"""Lean copies: of each page only what the search is to find, in the form that Pagefind reads.

A page is mostly shell, navigation and labels that stand on every page of its kind. A copy has the
title, the sections with their anchors and the words that somebody wrote, so it is read many times
faster, and no search for «Ответственные» finds every set of minutes.
"""

import hashlib
import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import NamedTuple

from generator.pages import Page
from generator.pages.addresses import is_page
from generator.pages.sought import Sought, SoughtKind

_HEADING = re.compile(r'<h([23]) id="([^"]+)">(.*?)</h\1>', re.DOTALL)
_LABELS = re.compile(
    r"<(nav|dt|thead|script|svg|button|h1|form|template|footer)\b.*?</\1>", re.DOTALL
)
"""What stands on every page of a kind, or is no text at all; none of these stands in itself."""
_TAG = re.compile(r"<[^>]*>")
_PERMALINK = "¶"


class Copy(NamedTuple):
    """A lean copy: its file among the copies, and its bytes."""

    name: str
    data: bytes

    @property
    def digest(self) -> str:
        """By which copies are told apart."""
        return hashlib.blake2b(self.data, digest_size=8).hexdigest()


def copies(page: Page) -> Iterator[Copy]:
    """What the search is to know of a page."""
    for number, sought in enumerate(page.searched):
        if sought.text is None:
            parts = [_plain(page.description), *_sections(page.body, sought.without)]
        else:
            parts = [_plain(sought.text)]
        heading = escape(sought.title or page.title)
        yield _copy(page.address, number, sought, heading, parts)


def handmade_copies(index: bytes) -> Iterator[Copy]:
    """What the search is to know of hand-written pages, from the index that MkDocs made of them.

    MkDocs leaves out what its authors have excluded.
    """
    pages: dict[str, list[dict[str, str]]] = {}
    for row in json.loads(index)["docs"]:
        pages.setdefault(row["location"].partition("#")[0], []).append(row)
    for address, rows in pages.items():
        if is_page(address):
            parts = [_handmade_part(row) for row in rows]
            heading = _words(rows[0]["title"])
            yield _copy(address, 0, Sought(SoughtKind.PAGE), heading, parts)


def _copy(address: str, number: int, sought: Sought, heading: str, parts: Iterable[str]) -> Copy:
    """A copy as a file; its heading and parts are HTML already.

    A part of a page is found at its anchor: Pagefind's `url` says where.
    """
    marks = [_mark("filter", "kind", sought.kind.code)]
    marks += [_mark("filter", name, value) for name, value in sought.all_facets]
    if sought.note:
        marks.append(_mark("meta", "note", sought.note))
    if sought.anchor:
        marks.append(_mark("meta", "url", f"/{address}#{sought.anchor}"))
    body = "".join((f"<h1>{heading}</h1>", *marks, *parts))
    html = f'<!doctype html><html lang="ru"><body>{body}</body></html>'
    name = f"{sought.shelf}/{address}{number or 'index'}.html"
    return Copy(name, html.encode("utf-8", errors="replace"))


def _mark(what: str, name: str, value: str) -> str:
    return f'<i data-pagefind-{what}="{name}[data-it]" data-it="{escape(value)}"></i>'


def _sections(body: str, without: frozenset[str]) -> Iterator[str]:
    """The text of a body, section by section; each with its heading, which is also its anchor."""
    pieces = _HEADING.split(_LABELS.sub(" ", body))
    yield f"<p>{_words(pieces[0])}</p>"
    for level, id_, title, text in zip(
        pieces[1::4], pieces[2::4], pieces[3::4], pieces[4::4], strict=True
    ):
        if id_ not in without:
            heading = _words(title).removesuffix(_PERMALINK).strip()
            yield f'<h{level} id="{id_}">{heading}</h{level}><p>{_words(text)}</p>'


def _handmade_part(row: dict[str, str]) -> str:
    anchor = row["location"].partition("#")[2]
    text = f"<p>{_words(row['text'])}</p>"
    heading = f'<h2 id="{escape(anchor)}">{_words(row["title"])}</h2>'
    return f"{heading}{text}" if anchor else text


def _plain(text: str) -> str:
    return f"<p>{escape(text)}</p>" if text else ""


def _words(markup: str) -> str:
    """The words of a piece of HTML; its entities stay, so it is HTML without a tag."""
    return " ".join(_TAG.sub(" ", markup).split())
