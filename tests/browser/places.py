"""Where words stand on printed sheets, and pages drawn from records that no site has."""

import re
import subprocess
from collections.abc import Iterator
from datetime import date
from html import unescape
from itertools import takewhile
from pathlib import Path
from typing import NamedTuple

from demonstration import TODAY, archive_of
from playwright.sync_api import Browser
from sheets import Sheets

from generator.pages import Context, Page, all_drafts

SITE_URL = "https://example.org/umo/"
_WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
)
_PAPERS = r"associations/[^/]+/(\d{4}-\d{4}/(plan|analysis)/)?"
"""Every plan, analysis and association."""
_LEAST = 1.0
"""Points by which two words must reach into each other: boxes of neighbours may touch."""


class Word(NamedTuple):
    """A word of a sheet and its box, in points from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float
    text: str


def words(sheets: Sheets) -> list[list[Word]]:
    """The words of each sheet, from the top down."""
    command = ("pdftotext", "-bbox", "-enc", "UTF-8", str(sheets.path), "-")
    found = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    pages = found.split("<page ")[1:]
    return [sorted(map(_word, _WORD.findall(page)), key=lambda w: w.top) for page in pages]


def overlaps(sheets: Sheets) -> list[str]:
    """Words that are printed one over another."""
    return [
        f"sheet {number}: {first.text} × {second.text}"
        for number, page in enumerate(words(sheets), start=1)
        for first, second in _pairs(page)
        if min(first.right, second.right) - max(first.left, second.left) > _LEAST
        and min(first.bottom, second.bottom) - max(first.top, second.top) > 3 * _LEAST
    ]


def drawn(content: Path, which: str = _PAPERS) -> dict[str, Page]:
    """Call with the folder around a content folder: the pages whose addresses fit a pattern."""
    context = Context(archive_of(content), date.fromisoformat(TODAY), {}, SITE_URL)
    wanted = re.compile(which)
    made = (draft.make() for draft in all_drafts(context) if wanted.fullmatch(draft.address))
    return {page.address: page for page in made if isinstance(page, Page)}


def printed_in(browser: Browser, shell: str, page: Page, folder: Path, view: str = "") -> Sheets:
    """Print a page, or one of its views, in the shell of another one that a site has."""
    path = folder / f"{page.address.replace('/', '-')}{view}.pdf"
    tab = browser.new_page()
    try:
        tab.goto(shell)
        tab.locator(".md-content__inner").evaluate("(at, body) => at.innerHTML = body", page.body)
        if view:
            tab.goto(f"{shell}#{view}")
        tab.pdf(path=path, prefer_css_page_size=True)
    finally:
        tab.close()
    return Sheets(path)


def _pairs(page: list[Word]) -> Iterator[tuple[Word, Word]]:
    for place, word in enumerate(page):
        below = takewhile(lambda other, end=word.bottom: other.top < end, page[place + 1 :])
        yield from ((word, other) for other in below)


def _word(found: tuple[str, ...]) -> Word:
    left, top, right, bottom = map(float, found[:4])
    return Word(left, top, right, bottom, unescape(found[4]))
