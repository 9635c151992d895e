"""`umo check`: what is wrong with the records, once or whenever one is saved."""

import json
import sys
from datetime import date, datetime
from functools import partial
from pathlib import Path

import click

from generator.edition import examined
from generator.options import content_option, day_of_run, today_option
from generator.problems import Problem, Severity, has_errors, seen_from
from generator.russian_click import BadCall, Choice, Place, RussianHelp
from generator.values import count

_TEXT = "text"


@click.command(cls=RussianHelp, short_help="Проверить записи, ничего не строя.")
@click.argument("paths", nargs=-1, type=Place(exists=True), metavar="[ПУТЬ]…")
@content_option
@click.option(
    "--format",
    "style",
    type=Choice([_TEXT, "json", "github"]),
    default=_TEXT,
    help="Как печатать найденное, иначе text.",
)
@click.option("--watch", is_flag=True, help="Проверять снова при каждом сохранении.")
@today_option
def check(
    paths: tuple[Path, ...], content: Path, style: str, watch: bool, day: date | None
) -> None:
    """Прочитать все записи и назвать всё, что в них не так.

    Можно назвать файлы или папки: тогда показаны только их замечания.
    Код возврата 1, если есть хотя бы одна ошибка.
    """
    if watch:
        _watch(content, paths, style, day)
        return
    found, pardons = _found(content, paths, day)
    PRINTERS[style](found)
    if style == _TEXT:
        click.echo(_verdict(found) + pardons, err=bool(found))
    sys.exit(has_errors(found))


def _found(content: Path, paths: tuple[Path, ...], day: date | None) -> tuple[list[Problem], str]:
    """What is wrong, and how many marks of false alarms there are, in words."""
    edition, _ = examined(content, day_of_run(day))
    marks = count(len(edition.pardons), "отметка", "отметки", "отметок")
    pardons = f" О ложных тревогах — {marks}." if edition.pardons else ""
    return _only(seen_from(edition.problems, content), paths), pardons


def _watch(content: Path, paths: tuple[Path, ...], style: str, day: date | None) -> None:
    """Check again and again, until Ctrl+C."""
    if style != _TEXT:
        raise BadCall("с --watch найденное печатают только текстом: уберите --format")
    if not content.is_dir():
        raise BadCall(f"нет папки с записями: {content}")
    from generator.commands.watching import again_and_again, bell_of

    try:
        with bell_of(content) as bell:
            again_and_again(partial(_tell_once_more, content, paths, day), bell.wait)
    except OSError as error:
        click.echo(f"За папкой {content} не уследить: {error.strerror}.", err=True)
        sys.exit(1)


def _tell_once_more(content: Path, paths: tuple[Path, ...], day: date | None) -> None:
    """Say what is wrong now, and when that was."""
    found, pardons = _found(content, paths, day)
    click.clear()  # where there is no screen this does nothing
    _print_text(found)
    click.echo(f"{datetime.now():%H:%M:%S}  {_verdict(found)}{pardons} Закончить — Ctrl+C.\n")
    sys.stdout.flush()


def _only(problems: list[Problem], paths: tuple[Path, ...]) -> list[Problem]:
    """Keep the problems of the files and folders that were named."""
    if not paths:
        return problems
    wanted = [path.resolve() for path in paths]
    return [
        p for p in problems if any(Path(p.place.path).resolve().is_relative_to(w) for w in wanted)
    ]


def _verdict(problems: list[Problem]) -> str:
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        return "Всё в порядке."
    found = count(errors, "ошибка", "ошибки", "ошибок")
    noted = count(warnings, "предупреждение", "предупреждения", "предупреждений")
    return f"Найдено: {found}, {noted}."


def _print_text(problems: list[Problem]) -> None:
    for problem in problems:
        click.echo(str(problem))


def _print_json(problems: list[Problem]) -> None:
    rows = [problem.as_json() for problem in problems]
    click.echo(json.dumps(rows, ensure_ascii=False, indent=2))


def _print_github(problems: list[Problem]) -> None:
    """Print workflow commands, which GitHub shows on the lines of the change."""
    for problem in problems:
        place = problem.place
        level = "error" if problem.severity is Severity.ERROR else "warning"
        where = f"file={_escaped(place.path)},line={place.line},col={place.column}"
        text = _escaped(f"{problem.message}. {problem.hint}", data=True)
        click.echo(f"::{level} {where},title={problem.code}::{text}")


def _escaped(text: str, *, data: bool = False) -> str:
    """Escape a text as workflow commands want it."""
    pairs = [("%", "%25"), ("\r", "%0D"), ("\n", "%0A")]
    if not data:
        pairs += [(":", "%3A"), (",", "%2C")]
    for char, code in pairs:
        text = text.replace(char, code)
    return text


PRINTERS = {"text": _print_text, "json": _print_json, "github": _print_github}
