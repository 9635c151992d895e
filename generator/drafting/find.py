"""Finding what the call names among the records, or saying what was meant."""

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from generator.archive import build
from generator.drafting.refusal import DraftRefusedError
from generator.load import Entry, load
from generator.models import Association
from generator.pages.context import Context
from generator.problems import seen_from
from generator.records.bodies import no_such_body
from generator.values import SchoolYear


def open_records(content: Path, day: date) -> Context:
    """Read and check the records; of wrong ones no draft is made."""
    archive, problems = build(load(content), day)
    if archive is None:
        for problem in seen_from(problems, content):
            click.echo(str(problem), err=True)
        raise DraftRefusedError("сначала исправьте записи, названные выше")
    return Context(archive, day, {})


def find_association(context: Context, id_: str) -> Entry[Association]:
    """The association of this id."""
    bodies = context.archive.associations
    found: Entry[Association] | None = bodies.get(id_)
    if found is not None:
        return found
    raise DraftRefusedError(no_such_body(context.archive, id_))


def check_years(
    context: Context,
    association: Entry[Association],
    years: Iterable[SchoolYear],
    words: str,
    *,
    ahead: bool,
) -> None:
    """Refuse a time of which there is no record of the association.

    What is `ahead` may also lie in a school year that begins or ends this calendar year.
    """
    known = context.archive.relations.years.get(association.id, ())
    this = context.today.year
    begun = {SchoolYear(this - 1), SchoolYear(this)} if ahead else set()
    if set(years) & {*known, *begun}:
        return
    named = ", ".join(str(year) for year in known) or "ни одного учебного года"
    label = association.record.label
    raise DraftRefusedError(f"у объединения «{label}» нет записей за {words}. Есть: {named}")
