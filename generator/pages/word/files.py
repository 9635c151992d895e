"""The Word files of a site: each beside the page of its record, made when somebody wants it."""

import sys
from collections.abc import Callable, Iterator
from functools import partial

from generator.load.word_forms import word_form_path
from generator.pages.addresses import address, decisions_of, year_address
from generator.pages.context import Context
from generator.pages.decisions import deciding
from generator.pages.draft import Draft
from generator.pages.page import File
from generator.pages.portfolio import pages as portfolios
from generator.pages.practices.card import pages as cards
from generator.pages.word.compiled import compiled
from generator.pages.word.properties import Properties
from generator.pages.word.said import values_of
from generator.pages.word.sheets.analysis import analysis_sheet
from generator.pages.word.sheets.common import Made
from generator.pages.word.sheets.composition import composition_sheet
from generator.pages.word.sheets.control import control_sheet
from generator.pages.word.sheets.minutes import minutes_sheet, registration_sheet
from generator.pages.word.sheets.plan import plan_sheet
from generator.pages.word.sheets.register import register_sheet
from generator.pages.word.sheets.whole import portfolio_sheet, practice_sheet
from generator.pages.word.templates import shipped, template_of
from generator.pages.word_files import Form, offered

Work = Callable[[], Made]


def pages(context: Context) -> Iterator[Draft]:
    """Yield the files, where the site has them."""
    if offered(context):
        yield from all_files(context)


def all_files(context: Context) -> Iterator[Draft]:
    """Yield the files that there can be, whether the site has them or not."""
    for page, form, work in _works(context):
        where = form.beside(page)
        yield Draft(where, partial(_file, context, where, form, work))


def filled(context: Context, form: Form, made: Made) -> bytes:
    """A file of a form with these values.

    Where an office's template fails with the values of one record (it was tried, but not with
    these), the one that comes with the program takes its place: a site is not half made for it.
    """
    publisher = context.archive.site.record.publisher
    creator = context.archive.organisations[publisher].record.name
    about = Properties(made.title, creator, made.day)
    values = values_of(made.values)
    try:
        return template_of(context, form).fill(values, about, lasting=made.lasting)
    except Exception as error:
        if context.word_form(form.label) is None:
            raise
        path, kind = word_form_path(form.label), type(error).__name__
        sys.stderr.write(f"{path} не заполняется ({kind}), взят готовый шаблон: {made.title}\n")
        return compiled(shipped(form)).fill(values, about, lasting=made.lasting)


def _file(context: Context, where: str, form: Form, work: Work) -> File:
    return File(where, filled(context, form, work()))


def _works(context: Context) -> Iterator[tuple[str, Form, Work]]:
    yield from _of_meetings(context)
    yield from _of_associations(context)
    archive = context.archive
    for plan in archive.plans.values():
        yield address(plan), Form.PLAN, partial(plan_sheet, context, plan)
    for analysis in archive.analyses.values():
        yield address(analysis), Form.ANALYSIS, partial(analysis_sheet, context, analysis)
    practices = archive.relations.cards.get(None, ())
    for practice, page in zip(practices, cards(context), strict=True):
        card = partial(practice_sheet, context, practice, page)
        yield page.address, Form.PRACTICE, partial(card, "full")
        yield page.address, Form.HANDOUT, partial(card, "handout")


def _of_meetings(context: Context) -> Iterator[tuple[str, Form, Work]]:
    """Of a meeting held its minutes, of one ahead the agenda; of one called off nothing."""
    relations = context.archive.relations
    held = relations.held.get(None, ())
    ahead = relations.ahead.get(None, ())
    for entries, forms in ((held, (Form.MINUTES, Form.SHORT)), (ahead, (Form.AGENDA,))):
        for entry in entries:
            for form in forms:
                yield address(entry), form, partial(minutes_sheet, context, entry)
            yield address(entry), Form.REGISTRATION, partial(registration_sheet, context, entry)


def _of_associations(context: Context) -> Iterator[tuple[str, Form, Work]]:
    archive, relations = context.archive, context.archive.relations
    for home in archive.associations.values():
        yield address(home), Form.COMPOSITION, partial(composition_sheet, context, home)
        for year in relations.years.get(home.id, ()):
            if relations.documents.get((home.id, year)):
                register = partial(register_sheet, context, home, year)
                yield year_address(home.id, year), Form.REGISTER, register
    for id_ in deciding(context):
        control = partial(control_sheet, context, archive.associations[id_])
        yield decisions_of(id_), Form.CONTROL, control
    years = (
        (home, year) for home in archive.associations for year in relations.years.get(home, ())
    )
    for (id_, year), page in zip(years, portfolios(context), strict=True):
        home = archive.associations[id_]
        yield page.address, Form.PORTFOLIO, partial(portfolio_sheet, context, home, year, page)
