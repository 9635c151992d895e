"""The forms in the browser: the files of /admin/, and the way from a record to its form."""

import json
from collections.abc import Iterator
from datetime import date
from functools import partial

from generator.admin.collections import Body, people_picker
from generator.admin.config import Repository, configuration, text_of
from generator.admin.fields import Pickers, select
from generator.admin.grammar import grammar
from generator.admin.program import names, read
from generator.archive.years import running_year
from generator.load import Kind
from generator.models.references import Target
from generator.pages.addresses import ADMIN
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import File
from generator.schemas import schema_line
from generator.values import SchoolYear

_NEXT_YEAR_FROM = 5
"""From this month on forms for the next school year are offered: plans are written in spring."""


def pages(context: Context) -> Iterator[Draft]:
    """Yield the files, where the site has forms and lies where they can save."""
    repository = context.repository
    if repository is None or not context.has_forms:
        return
    for name in names():
        yield Draft(f"{ADMIN}{name}", partial(_file, name))
    yield Draft(f"{ADMIN}grammar.json", partial(_grammar, context))
    yield Draft(f"{ADMIN}config.yml", partial(_config, context, repository))


def _file(name: str) -> File:
    return File(f"{ADMIN}{name}", read(name))


def _grammar(context: Context) -> File:
    table = grammar()
    for kind, about in table["kinds"].items():
        if not about["markdown"]:
            about["line"] = schema_line(Kind(kind), context.absolute(""))
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    return File(f"{ADMIN}grammar.json", text.encode())


def _config(context: Context, repository: Repository) -> File:
    lists = _lists(context)
    made = configuration(
        repository,
        pickers(context, lists),
        bodies(context),
        lists,
        f"Формы — {context.archive.site.record.title}",
        context.absolute(""),
    )
    return File(f"{ADMIN}config.yml", text_of(made).encode())


def bodies(context: Context) -> Iterator[Body]:
    """The associations by name, each with the years that have records or may soon have some."""
    relations = context.archive.relations
    open_years = set(_open_years(context.today))
    for entry in sorted(context.archive.associations.values(), key=lambda e: e.record.label):
        years = open_years | set(relations.years.get(entry.id, ()))
        yield Body(entry.id, entry.record.label, tuple(sorted(years, reverse=True)))


def _open_years(today: date) -> Iterator[SchoolYear]:
    running = running_year(today)
    yield running
    if _NEXT_YEAR_FROM <= today.month < 9:
        yield SchoolYear(running.second)


def pickers(context: Context, lists: list[str]) -> Pickers:
    """Whom and what a form offers.

    What has a page of its own is offered by name. People are not: the configuration is published,
    so the content manager reads them from the repository, for those who may see that.
    """
    archive = context.archive
    bodies = ((entry.id, entry.record.label) for entry in archive.associations.values())
    regulations = ((entry.id, entry.record.title) for entry in archive.regulations.values())
    organisations = (
        (entry.id, entry.record.short_name or entry.record.name)
        for entry in archive.organisations.values()
    )
    named = {
        Target.ORGANISATION: select(organisations),
        Target.ASSOCIATION: select(bodies),
        Target.REGULATION: select(regulations),
    }
    people = people_picker(lists)
    return {**named, Target.PERSON: people} if people else named


def _lists(context: Context) -> list[str]:
    """The files in which people and organisations are."""
    archive = context.archive
    shelves = (archive.people.values(), archive.organisations.values())
    return sorted({entry.path for shelf in shelves for entry in shelf})
