"""`umo new`: begins a record by a few questions, or by the options of the call."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.commands.asking import ask, checked, option_of, question_of
from generator.commands.records import public_address
from generator.load import Entry, Kind
from generator.models import Association
from generator.options import YEAR, config_option, content_option, day_of_run, today_option
from generator.records.beginning import Begun, begin
from generator.records.bodies import find_body
from generator.records.desk import Desk, Plot, open_desk, year_of
from generator.records.planned import Fields
from generator.records.recipes import RECIPES, Recipe, agenda_or_anything
from generator.records.refusal import RecordRefusedError
from generator.russian_click import RussianGroup
from generator.values import SchoolYear, parse_date, short_date


@dataclass(frozen=True, slots=True)
class Call:
    """What a call says of where the record belongs, and whether it may ask."""

    content: Path
    config_file: Path
    day: date | None
    association: str | None
    year: SchoolYear | None
    yes: bool


@click.group(cls=RussianGroup, short_help="Начать новую запись: спросит главное и создаст файл.")
def new() -> None:
    """Начать новую запись.

    Вопросов немного, на каждый можно ответить параметром. Готовые файлы не меняются:
    новый документ дописывается в конец documents.yml.
    """


def _command(recipe: Recipe) -> None:
    """Add the command that begins a record of one kind."""

    def run(**given: Any) -> None:
        call = Call(
            given.pop("content"),
            given.pop("config_file"),
            given.pop("day"),
            given.pop("home", None),
            given.pop("year", None),
            given.pop("yes"),
        )
        try:
            begun = _begin(recipe, call, given)
        except RecordRefusedError as refused:
            click.echo(f"Не записано: {refused}.", err=True)
            sys.exit(1)
        except click.Abort:
            click.echo("\nВопросы прерваны, ничего не записано.", err=True)
            sys.exit(1)
        tell(begun)

    run.__doc__ = f"Начать {recipe.title}."
    for option in reversed(_options(recipe)):
        run = option(run)
    new.command(recipe.kind.value, short_help=f"Начать {recipe.title}.")(run)


def _options(recipe: Recipe) -> list[Callable[[Callable[..., None]], Callable[..., None]]]:
    place = [
        click.option("--association", "home", metavar="ОБЪЕДИНЕНИЕ", help="Чья запись: имя папки."),
        click.option("--year", type=YEAR, metavar="ГОД", help="Учебный год, например 2025-2026."),
    ]
    asked = [option_of(question_of(recipe.model, name)) for name in recipe.asked]
    yes = click.option("--yes", is_flag=True, help="Не спрашивать: взять то, что известно.")
    return [
        *(place if recipe.of_body else ()),
        *asked,
        yes,
        content_option,
        config_option,
        today_option,
    ]


def _begin(recipe: Recipe, call: Call, given: dict[str, Any]) -> Begun:
    desk = open_desk(call.content, day_of_run(call.day))
    plot = _plot(recipe, call, desk, given)
    values = _answers(recipe, call, plot, given)
    if recipe.kind is Kind.MEETING:
        values = agenda_or_anything(values)
    return begin(recipe, plot, values, site_url=public_address(call.config_file, call.content))


def _plot(recipe: Recipe, call: Call, desk: Desk, given: dict[str, Any]) -> Plot:
    """Where the record belongs."""
    if not recipe.of_body:
        return Plot(desk)
    body = _body(call, desk)
    day = given.get("date") if recipe.kind is Kind.MEETING else None
    if day:
        checked(question_of(recipe.model, "date"), day)
    year = call.year or year_of(parse_date(day) if day else desk.today)
    return Plot(desk, body, year)


def _body(call: Call, desk: Desk) -> Entry[Association]:
    """The association that the call names, or the only one, or the answer to a question."""
    bodies = desk.archive.associations
    if call.association is not None:
        return find_body(desk.archive, call.association)
    if len(bodies) == 1:
        return next(iter(bodies.values()))
    if call.yes:
        raise RecordRefusedError("не названо объединение: --association ОБЪЕДИНЕНИЕ")
    for name, entry in bodies.items():
        click.echo(f"  {name} — {entry.record.label}")
    while True:
        try:
            return find_body(desk.archive, click.prompt("Чья запись"))
        except RecordRefusedError as refused:
            click.echo(f"  {refused}")


def _answers(recipe: Recipe, call: Call, plot: Plot, given: dict[str, Any]) -> Fields:
    """The fields of the record: from the call, else from answers, else from the records."""
    desk = plot.desk
    values: Fields = {}
    for name in recipe.asked:
        named = recipe.named and name == "id"
        fault = (lambda text: desk.id_fault(recipe.kind, text)) if named else None
        question = question_of(recipe.model, name, fault)
        known = recipe.known(plot, values).get(name)
        if given.get(name):
            values[name] = checked(question, given[name])
        elif call.yes or isinstance(known, list | dict):
            values[name] = known
        else:
            values[name] = ask(question, known)
        if name == "date" and recipe.kind is Kind.MEETING:
            _check_year(call, plot, values)
    filled = {name: value for name, value in values.items() if value not in (None, [], "")}
    return {**recipe.known(plot, values), **filled}


def _check_year(call: Call, plot: Plot, values: Fields) -> None:
    """Refuse a day outside the year of the folder."""
    day, (_, year) = parse_date(str(values["date"])), plot.home
    if not year.contains(day):
        advice = "" if call.year else "; назовите год: --year ГОД"
        raise RecordRefusedError(f"{short_date(day)} — не из {year.title} учебного года{advice}")


def tell(begun: Begun) -> None:
    """Say where a record was written and what comes next."""
    click.echo(f"Записано: {begun.path}")
    if begun.missing:
        click.echo(f"Осталось заполнить: {', '.join(begun.missing)}.")
    if begun.belongs:
        click.echo(f"Дальше: допишите и положите на место: {begun.belongs}")
        return
    click.echo(f"Дальше: откройте файл, допишите, что знаете, и проверьте: umo check {begun.path}")


for _recipe in RECIPES:
    _command(_recipe)
