"""The commands `umo draft`: their options and what they say; the drafts are made elsewhere."""

import sys
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from generator.drafting.refusal import DraftRefusedError
from generator.models.vocabulary import Period
from generator.options import DAY, YEAR, content_option, day_of_run, today_option
from generator.russian_click import BadCall, Choice, Place, RussianGroup, refuse
from generator.values import SchoolYear

if TYPE_CHECKING:
    from generator.drafting.paper import Paper
    from generator.load import Entry
    from generator.models import Association
    from generator.pages.context import Context
    from generator.pages.facts.timespan import Timespan

_PERIODS = [Period.SCHOOL_YEAR.value, Period.CALENDAR_YEAR.value, Period.HALF_YEAR.value]
_EARLIEST, _LATEST = 1991, 2099


class Wish(NamedTuple):
    """What every draft is asked for with."""

    association: str
    content: Path
    day: date | None
    out: Path | None


def _wanted(ctx: click.Context, param: click.Parameter, value: Any) -> Any:
    """Ask for an option that may not be left out."""
    if value is None:
        refuse(f"не хватает параметра {param.opts[0]}", ctx)
    return value


def _options(year: click.ParamType[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """The options of every draft; the commands differ in how they take the year."""
    options = (
        click.option(
            "--association",
            callback=_wanted,
            metavar="ОБЪЕДИНЕНИЕ",
            help="Обозначение объединения: имя его папки.",
        ),
        click.option(
            "--year", type=year, callback=_wanted, metavar="ГОД", help="Год, например 2025-2026."
        ),
        content_option,
        today_option,
        click.option(
            "--out",
            type=Place(folder=False),
            metavar="ФАЙЛ",
            help="Куда записать, иначе на обычное место.",
        ),
    )

    def wrap(command: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(options):
            command = option(command)
        return command

    return wrap


@click.group(cls=RussianGroup, short_help="Составить черновик документа по записям.")
def draft() -> None:
    """Составить черновик документа по записям.

    Готовые файлы не меняются: если файл уже есть, черновик не записывается.
    """


@draft.command(short_help="Анализ работы за учебный год: запись с полями и текстом.")
@_options(YEAR)
def analysis(year: SchoolYear, **wish: Any) -> None:
    """Составить черновик анализа работы и положить его в папку года.

    План, заседания, решения и практики взяты из записей. Места для выводов отмечены: «… Впишите».
    """
    from generator.drafting.analysis import draft_analysis

    asked = Wish(**wish)
    _finish(
        asked,
        [year],
        f"{year.title} учебный год",
        lambda context, body: draft_analysis(context, body, year, asked.content),
    )


@draft.command(short_help="Отчёт за учебный год, полугодие или календарный год.")
@_options(click.STRING)
@click.option(
    "--period",
    type=Choice(_PERIODS),
    default=_PERIODS[0],
    help="За какое время: учебный год (иначе он), календарный год или полугодие.",
)
@click.option("--half", type=Choice(["1", "2"]), help="Какое полугодие, иначе последнее прошедшее.")
def report(year: str, period: str, half: str | None, **wish: Any) -> None:
    """Составить черновик отчёта; он ляжет в текущую папку.

    Календарный год называют одним числом: 2025. Если назван учебный год, отчёт будет за тот
    календарный год, в котором он начался.
    """
    from generator.drafting.report import draft_report

    asked = Wish(**wish)
    time = _timespan(year, Period.read(period), half, day_of_run(asked.day))
    _finish(asked, time.years, time.words, lambda context, body: draft_report(context, body, time))


@draft.command(short_help="Портфолио объединения за учебный год.")
@_options(YEAR)
def portfolio(year: SchoolYear, **wish: Any) -> None:
    """Собрать портфолио объединения за год; оно ляжет в текущую папку."""
    from generator.drafting.portfolio import draft_portfolio

    words = f"{year.title} учебный год"
    _finish(Wish(**wish), [year], words, lambda context, body: draft_portfolio(context, body, year))


@draft.command(short_help="Запись ближайшего заседания: что не исполнено и что в плане.")
@_options(YEAR)
@click.option("--date", "held", type=DAY, metavar="ДЕНЬ", help="День заседания, иначе по плану.")
def agenda(year: SchoolYear, held: date | None, **wish: Any) -> None:
    """Составить запись предстоящего заседания и положить её в папку года.

    Первым вопросом стоят неисполненные решения, каждое отдельно; за ним — вопросы плана.
    """
    from generator.drafting.agenda import draft_agenda

    asked = Wish(**wish)
    _finish(
        asked,
        [year],
        f"{year.title} учебный год",
        lambda context, body: draft_agenda(context, body, year, asked.content, held),
        ahead=True,
    )


def _timespan(year: str, period: Period, half: str | None, day: date) -> "Timespan":
    """The time that a report is asked for."""
    from generator.pages.facts.timespan import calendar_year, half_year, latest_half, school_year

    if period is Period.CALENDAR_YEAR:
        return calendar_year(_calendar_number(year))
    whole = YEAR.convert(year, None, None)
    if period is Period.HALF_YEAR:
        return half_year(whole, int(half) if half else latest_half(whole, day))
    return school_year(whole)


def _calendar_number(text: str) -> int:
    """A calendar year, or that in which a school year begins."""
    if text.isascii() and text.isdecimal() and len(text) == 4:
        if not _EARLIEST <= int(text) <= _LATEST:
            raise BadCall(f"«{text}» — не год от {_EARLIEST} до {_LATEST}")
        return int(text)
    return int(YEAR.convert(text, None, None).first)


def _finish(
    wish: Wish,
    years: Iterable[SchoolYear],
    words: str,
    make: "Callable[[Context, Entry[Association]], Paper]",
    *,
    ahead: bool = False,
) -> None:
    """Read the records, make the draft and write it; where that cannot be, say why and end."""
    from generator.drafting.find import check_years, find_association, open_records
    from generator.drafting.paper import put

    try:
        context = open_records(wish.content, day_of_run(wish.day))
        body = find_association(context, wish.association)
        check_years(context, body, years, words, ahead=ahead)
        path = put(make(context, body), wish.out)
    except DraftRefusedError as refused:
        click.echo(f"Черновик не составлен: {refused}.", err=True)
        sys.exit(1)
    click.echo(f"Черновик: {path}")
