"""`umo findings`: norms against facts, for people and for programs."""

import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.archive import Archive, build
from generator.archive.years import years_on_record
from generator.load import load
from generator.options import YEAR, content_option, day_of_run, today_option
from generator.problems import has_errors, seen_from
from generator.rules.finding import Finding, State
from generator.rules.judge import judge
from generator.russian_click import BadCall, Choice, RussianHelp
from generator.values import SchoolYear, count, short_date

Row = tuple[str, SchoolYear, Finding]


def gathered(
    content: Path, association: str | None, year: SchoolYear | None, day: date
) -> list[Row]:
    """What is found in the records; problems of the records are printed, and end the run."""
    archive, problems = build(load(content), day)
    for problem in seen_from(problems, content):
        click.echo(str(problem), err=True)
    if archive is None or has_errors(problems):
        sys.exit(1)
    pairs = _pairs(archive, association, year, day)
    return [(name, y, one) for name, y in pairs for one in judge(archive, name, y, day)]


def _pairs(
    archive: Archive, association: str | None, year: SchoolYear | None, day: date
) -> list[tuple[str, SchoolYear]]:
    if association is not None and association not in archive.associations:
        known = ", ".join(archive.associations)
        raise BadCall(f"нет объединения «{association}». Есть: {known}")
    return [
        (name, y)
        for name, y in years_on_record(archive.relations, day)
        if association in (None, name) and year in (None, y)
    ]


def print_json(rows: list[Row]) -> None:
    """Print findings as a list of objects."""
    click.echo(json.dumps([_as_json(*row) for row in rows], ensure_ascii=False, indent=2))


def _as_json(association: str, year: SchoolYear, finding: Finding) -> dict[str, Any]:
    return {
        "association": association,
        "year": str(year),
        "norm": finding.norm.value,
        "regulation": finding.regulation or None,
        "clause": finding.clause or None,
        "subject": finding.subject or None,
        "state": finding.state.value,
        "due": finding.due.isoformat() if finding.due else None,
        "evidence": [
            {"kind": one.kind.value, "id": one.id, "decision": one.decision or None}
            for one in finding.evidence
        ],
        "message": finding.message,
        "advice": finding.advice or None,
        "missing": finding.missing or None,
    }


def print_text(rows: list[Row]) -> None:
    """Print findings year by year; norms that are not set in one line."""
    heading = None
    for association, year, finding in rows:
        if heading != (association, year):
            heading = (association, year)
            click.echo(f"\n{association}, {year.title} учебный год")
        if finding.state is not State.NOT_SET:
            click.echo(f"  {_line(finding)}")
    states = [finding.state for _, _, finding in rows]
    found = ", ".join(f"{s.label} — {states.count(s)}" for s in State if s in states)
    total = count(len(rows), "вывод", "вывода", "выводов")
    click.echo(f"\nВсего {total}" + (f": {found}." if found else "."))


def _line(finding: Finding) -> str:
    subject = f"{finding.subject}: " if finding.subject else ""
    due = f", срок {short_date(finding.due)}" if finding.due else ""
    clause = f" ({finding.clause})" if finding.clause else ""
    text = f"{finding.state.label}: {finding.norm.label}{clause}. {subject}{finding.message}{due}"
    missing = f" Не заполнено: {finding.missing}." if finding.missing else ""
    advice = f" → {finding.advice}" if finding.advice else ""
    return f"{text}.{missing}{advice}"


PRINTERS = {"text": print_text, "json": print_json}
FORMAT = Choice(list(PRINTERS))


@click.command(cls=RussianHelp, short_help="Сверить записи с положением.")
@content_option
@click.option("--association", metavar="ОБОЗНАЧЕНИЕ", help="Только это объединение.")
@click.option("--year", type=YEAR, help="Только этот учебный год.")
@click.option("--format", "style", type=FORMAT, default="text", help="Как печатать, иначе text.")
@today_option
def findings(
    content: Path,
    association: str | None,
    year: SchoolYear | None,
    style: str,
    day: date | None,
) -> None:
    """Показать по каждой норме положения, что выполнено, чего ждут и чего нет."""
    PRINTERS[style](gathered(content, association, year, day_of_run(day)))
