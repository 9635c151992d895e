"""Papers that say what their page says: the card of a practice, its handout, the portfolio.

Their text is taken from the page itself, so far as its view shows it on paper.
"""

from dataclasses import dataclass
from typing import Annotated

from generator.load import Entry
from generator.models import Association, Practice
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.forms.minutes import usual_heads
from generator.pages.page import Page
from generator.pages.word.flow import Flow, texts_of
from generator.pages.word.said import Sheet
from generator.pages.word.sheets.common import Made, foot
from generator.values import SchoolYear


@dataclass(frozen=True, slots=True, kw_only=True)
class PracticeSheet(Sheet):
    """The card of a practice, or its handout on one page."""

    title: Annotated[str, "название практики"]
    text: Annotated[Flow, "всё, что стоит на странице под названием"]


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioSheet(Sheet):
    """The portfolio of an association's year."""

    heads: Annotated[tuple[str, ...], "организации на титульном листе"]
    association: Annotated[str, "объединение"]
    year: Annotated[str, "учебный год"]
    head: Annotated[str, "руководитель"]
    place: Annotated[str, "населённый пункт и год внизу титульного листа"]
    contents: Annotated[tuple[str, ...], "содержание: названия разделов"]
    text: Annotated[Flow, "разделы"]


def practice_sheet(context: Context, entry: Entry[Practice], page: Draft, view: str) -> Made:
    """The values of a card, or of the handout where that is the view."""
    body = _made(page).body
    sheet = PracticeSheet(
        **foot(context, page.address, entry.path),
        title=entry.record.title,
        text=Flow.of_html(body, view),
    )
    return Made(sheet, entry.record.title, entry.record.created_on)


def portfolio_sheet(
    context: Context, home: Entry[Association], year: SchoolYear, page: Draft
) -> Made:
    """The values of a portfolio."""
    made = _made(page)
    sheet = PortfolioSheet(
        **foot(context, page.address, None),
        heads=tuple(usual_heads(context, home)),
        association=home.record.name,
        year=year.title,
        head=texts_of(made.body, "umo-cover__head"),
        place=texts_of(made.body, "umo-cover__place"),
        contents=tuple(one.title for one in made.headings),
        text=Flow.of_html(made.body),
    )
    return Made(sheet, made.title, year.ends)


def _made(page: Draft) -> Page:
    made = page.make()
    if not isinstance(made, Page):
        raise TypeError(f"{page.address} is no page")
    return made
