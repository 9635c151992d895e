"""Pages made of a content folder, one at a time, without a build."""

import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from demonstration import REPOSITORY, TODAY
from lxml import html
from lxml.html import HtmlElement

from generator.archive import build
from generator.load import load
from generator.pages import Context, Draft, Page, all_drafts
from generator.rules.case import Case
from generator.values import SchoolYear

DAY = date.fromisoformat(TODAY)
DEMONSTRATION = REPOSITORY / "content"
OWN = "mo-matematika"
YEAR = SchoolYear(2025)
HOME = f"associations/{OWN}/{YEAR}"


def base_copy(folder: Path) -> Path:
    """A copy of the small good content folder."""
    return shutil.copytree(REPOSITORY / "tests/records/base", folder / "content")


def context_of(content: Path, day: date = DAY) -> Context:
    """The records of a folder as page builders see them; they must be in order."""
    archive, problems = build(load(content), day)
    assert archive is not None, "\n".join(map(str, problems))
    return Context(archive, day, {})


def case_of(context: Context, association: str = OWN, year: SchoolYear = YEAR) -> Case:
    """A year of an association."""
    return Case(context.archive, context.archive.associations[association], year, context.today)


def draft_at(context: Context, address: str) -> Draft:
    """The draft of the page or file at an address."""
    (draft,) = [draft for draft in all_drafts(context) if draft.address == address]
    return draft


def page_at(context: Context, address: str) -> Page:
    """The page at an address."""
    made = draft_at(context, address).make()
    assert isinstance(made, Page)
    return made


def parsed_page(context: Context, address: str) -> HtmlElement:
    """The body of the page at an address, parsed."""
    return html.fragment_fromstring(page_at(context, address).body, create_parent="main")


def years_on_pages(context: Context) -> Iterator[tuple[str, SchoolYear]]:
    """Every year of an association that has a page."""
    for name in context.archive.associations:
        for year in context.archive.relations.years.get(name, ()):
            yield name, year


def write(path: Path, text: str) -> None:
    """Write a record."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def replace(path: Path, old: str, new: str) -> None:
    """Change a record; what is to be changed stands there once."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, (path, old, text.count(old))
    path.write_text(text.replace(old, new), "utf-8")


def words(element: HtmlElement) -> str:
    """The words of an element in one line, with plain spaces."""
    return " ".join(element.text_content().replace("\u00a0", " ").split())
