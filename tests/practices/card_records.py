"""Cards made in memory: the small base of records, with a practice and more laid over it."""

import json
import shutil
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from demonstration import REPOSITORY, archive_of, parsed
from lxml.html import HtmlElement

from generator.pages.all import all_drafts
from generator.pages.context import Context
from generator.pages.page import Page

BASE = REPOSITORY / "tests/records/base"
TODAY = date(2026, 6, 1)
LEAST: dict[str, Any] = {
    "title": "Опыт",
    "status": "approved",
    "authors": ["belova-irina"],
    "organisation": "shkola-1",
    "association": "mo-matematika",
    "subjects": ["математика"],
    "level": "municipal",
    "type": "method",
    "summary": "Пять минут в начале урока.",
}


def records(folder: Path) -> Path:
    """A copy of the base below a folder, without hand-written pages."""
    shutil.copytree(BASE, folder / "content", ignore=shutil.ignore_patterns("pages"))
    return folder


def lay(folder: Path, name: str, fields: Mapping[str, Any], body: str = "Описание.") -> None:
    """Write a practice: the least that one has, and these fields; None takes a field away."""
    known = {key: value for key, value in {**LEAST, **fields}.items() if value is not None}
    lines = (f"{key}: {json.dumps(value)}\n" for key, value in known.items())
    path = folder / f"content/practices/{name}.md"
    path.write_text(f"---\n{''.join(lines)}---\n\n{body}\n", "utf-8")


def context_of(folder: Path, site_url: str = "") -> Context:
    """The context of all pages of a folder's records."""
    return Context(archive_of(folder), TODAY, {}, site_url)


def page_at(context: Context, address: str) -> HtmlElement:
    """The parsed body of a page."""
    draft = next(draft for draft in all_drafts(context) if draft.address == address)
    page = draft.make()
    assert isinstance(page, Page)
    return parsed(page.body.encode())


def said(element: HtmlElement) -> str:
    """The words of an element in one line, with a space for each break."""
    for gap in element.iter("br"):
        gap.tail = f" {gap.tail or ''}"
    return " ".join(element.text_content().split())
