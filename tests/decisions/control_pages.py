"""The pages of decisions, made without a build and read back row by row."""

from datetime import date
from pathlib import Path
from typing import NamedTuple

from demonstration import plain
from lxml import html
from lxml.html import HtmlElement

from generator.archive import build
from generator.load import load
from generator.pages import Context, decisions
from generator.pages.page import Page


class Seen(NamedTuple):
    """A decision as a page shows it."""

    group: str
    name: str
    due: str
    badges: tuple[str, ...]


def context_of(content: Path, day: date) -> Context:
    archive, problems = build(load(content))
    assert archive is not None, "\n".join(map(str, problems))
    return Context(archive, day, {})


def pages_of(content: Path, day: date) -> dict[str, Page]:
    """Every page of decisions by its address."""
    return {draft.address: draft.make() for draft in decisions.pages(context_of(content, day))}


def tree(page: Page) -> HtmlElement:
    return html.fromstring(f"<div>{page.body}</div>")


def text_of(page: Page) -> str:
    return plain(" ".join(tree(page).itertext()))


def rows(page: Page) -> list[Seen]:
    """The decisions of a page in their order, each with the heading that it stands under."""
    found, group = [], ""
    for element in tree(page).iter("h2", "li"):
        if element.tag == "h2":
            group = element.get("id")
        elif "umo-decision" in element.get("class", ""):
            found.append(_seen(element, group))
    return found


def _seen(element: HtmlElement, group: str) -> Seen:
    link = element.xpath('.//a[contains(@href, "#decision-")]')[0]
    where = link.get("href").lstrip("./").split("/")
    due = element.xpath('.//div[@class="umo-row__date"]')[0]
    badges = element.xpath('.//span[contains(@class, "umo-badge")]')
    return Seen(
        group,
        f"{where[1]} {where[4]} {where[5].removeprefix('#decision-')}",
        plain(" ".join(due.itertext())),
        tuple(plain(badge.text) for badge in badges),
    )
