"""The files of open data as whoever takes them reads them: JSON, CSV and schema."""

import csv
import io
import json
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from demonstration import TODAY
from lxml import html
from lxml.html import HtmlElement

from generator.archive import build
from generator.load import load
from generator.pages import Context, File
from generator.pages.data import pages

NAMES = ("associations", "meetings", "decisions", "votes", "documents", "practices", "findings")
DAY = date.fromisoformat(TODAY)


def context_of(content: Path, day: date = DAY) -> Context:
    """What pages are made of, with records read anew."""
    archive, problems = build(load(content), day)
    assert archive is not None, "\n".join(map(str, problems))
    return Context(archive, day, {})


class Sheets:
    """All files of open data, made of a content folder."""

    def __init__(self, content: Path, day: date = DAY) -> None:
        self.content = content
        self.context = context_of(content, day)
        self.archive = self.context.archive
        made = [draft.make() for draft in pages(self.context)]
        self.files = {page.address: page.data for page in made if isinstance(page, File)}
        (self.page,) = (page for page in made if not isinstance(page, File))

    @cached_property
    def body(self) -> HtmlElement:
        """The page about the data."""
        return html.fragment_fromstring(self.page.body, create_parent="div")

    @cached_property
    def text(self) -> str:
        """Everything that is published, in one text."""
        return "\n".join(data.decode("utf-8-sig") for data in self.files.values())

    def document(self, name: str) -> Any:
        """A file of JSON."""
        return json.loads(self.files[f"data/{name}.json"])

    def schema(self, name: str) -> Any:
        """The schema of a file."""
        return json.loads(self.files[f"data/{name}.schema.json"])

    def items(self, name: str) -> list[dict[str, Any]]:
        """The rows of the JSON."""
        return list(self.document(name)["items"])

    def ids(self, name: str) -> set[str]:
        """The ids of the rows."""
        return {item["id"] for item in self.items(name)}

    def item(self, name: str, id_: str) -> dict[str, Any]:
        """One row of the JSON."""
        (found,) = (item for item in self.items(name) if item["id"] == id_)
        return found

    def rows(self, name: str) -> list[dict[str, str]]:
        """The rows of the CSV, as the csv module reads them."""
        text = self.files[f"data/{name}.csv"].decode("utf-8-sig")
        return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))
