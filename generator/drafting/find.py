"""Finding what the call names among the records, or saying what was meant."""

import difflib
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
from generator.values import SchoolYear

_MOST_NAMED = 12
"""So many associations a message may list."""


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
    labels = {name: entry.record.label for name, entry in bodies.items()}
    alike = _alike(id_, labels)
    named = "; ".join(f"{name} ({labels[name]})" for name in alike)
    word = "Похожие" if len(alike) < len(labels) else "Есть"
    raise DraftRefusedError(
        f"нет объединения «{id_}». {word}: {named}"
        if named
        else f"нет объединения «{id_}»: в записях нет ни одного"
    )


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


def _alike(id_: str, labels: dict[str, str]) -> list[str]:
    """The ids that are spelled alike, or whose name has the word; all where they are few."""
    wanted = id_.casefold()
    close = difflib.get_close_matches(wanted, labels, n=3, cutoff=0.5)
    within = [n for n, label in labels.items() if wanted in n or wanted in label.casefold()]
    return list(dict.fromkeys((*close, *within)))[:_MOST_NAMED] or list(labels)[:_MOST_NAMED]
