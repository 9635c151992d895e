"""The command line: every command, and those that are small enough to stand here."""

import json
import sys
import time
from datetime import date
from pathlib import Path
from typing import Any

import click

from generator import __version__
from generator.archive import Archive
from generator.bench.command import bench
from generator.commands.addresses import addresses
from generator.commands.blank import blank
from generator.commands.docx import docx
from generator.commands.findings import findings
from generator.commands.pdf import pdf
from generator.drafting.command import draft
from generator.edition import examined
from generator.options import (
    build_content_option,
    config_option,
    content_option,
    day_of_run,
    site_dir_option,
    today_option,
)
from generator.problems import Problem, Severity, has_errors, seen_from
from generator.russian_click import Choice, Place, RussianGroup
from generator.values import count


@click.group(cls=RussianGroup, help="Сайт методических объединений из записей.")
@click.version_option(__version__, message="umo-site %(version)s", help="Показать версию.")
def main() -> None:
    """Run the command line."""


@main.command(short_help="Проверить записи, ничего не строя.")
@click.argument("paths", nargs=-1, type=Place(exists=True), metavar="[ПУТЬ]…")
@content_option
@click.option(
    "--format",
    "style",
    type=Choice(["text", "json", "github"]),
    default="text",
    help="Как печатать найденное, иначе text.",
)
@today_option
def check(paths: tuple[Path, ...], content: Path, style: str, day: date | None) -> None:
    """Прочитать все записи и назвать всё, что в них не так.

    Можно назвать файлы или папки: тогда показаны только их замечания.
    Код возврата 1, если есть хотя бы одна ошибка.
    """
    edition, _ = examined(content, day_of_run(day))
    found = _only(seen_from(edition.problems, content), paths)
    PRINTERS[style](found)
    if style == "text":
        click.echo(_verdict(found), err=bool(found))
    sys.exit(has_errors(found))


@main.command(short_help="Построить сайт.")
@config_option
@build_content_option
@site_dir_option
@click.option("--strict", is_flag=True, help="Считать предупреждения MkDocs ошибками.")
@click.option("--no-cache", is_flag=True, help="Построить всё заново, ничего не помня.")
@click.option("--timings", is_flag=True, help="Показать, на что ушло время.")
@today_option
def build_command(
    config_file: Path,
    content: Path | None,
    site_dir: Path | None,
    strict: bool,
    no_cache: bool,
    timings: bool,
    day: date | None,
) -> None:
    """Построить сайт; прежний остаётся на месте, пока не готов новый."""
    from generator.build import build_site
    from generator.failure import BuildFailedError
    from generator.order import Order
    from generator.stopwatch import Stopwatch

    start, bar = time.perf_counter(), Bar()
    watch = Stopwatch(bar.show if sys.stderr.isatty() else None)
    order = Order(config_file, content, site_dir, day_of_run(day), strict, cached=not no_cache)
    try:
        built = build_site(order, watch)
    except BuildFailedError as error:
        click.echo(f"Сайт не построен: {error}", err=True)
        sys.exit(1)
    finally:
        bar.end()
    if timings:
        for stage, seconds in watch.stages.items():
            click.echo(f"{_seconds(seconds):>8} с  {stage}", err=True)
    took = f"{time.perf_counter() - start:.1f}".replace(".", ",")
    click.echo(f"Готово за {took} с: {summary(built.archive)} → {built.site_dir}")


class Bar:
    """A progress bar, for a person who waits for many pages."""

    def __init__(self) -> None:
        self._bar: Any = None

    def show(self, done: int, whole: int) -> None:
        """Show how many pages are done, and of how many."""
        if self._bar is None:
            self._bar = click.progressbar(length=whole, label="Страницы", file=sys.stderr)
            self._bar.render_progress()
        self._bar.update(done - self._bar.pos)

    def end(self) -> None:
        """Leave the line as it is."""
        if self._bar is not None:
            self._bar.render_finish()


def _seconds(value: float) -> str:
    return f"{value:.2f}".replace(".", ",")


main.add_command(build_command, "build")


@main.command(short_help="Показать сайт и обновлять его при каждом сохранении.")
@config_option
@build_content_option
@click.option("--address", metavar="АДРЕС", help="Адрес и порт, по умолчанию 127.0.0.1:8000.")
@click.option("--poll", is_flag=True, help="Самому искать изменения: для сетевых дисков.")
@today_option
def serve(
    config_file: Path, content: Path | None, address: str | None, poll: bool, day: date | None
) -> None:
    """Открыть сайт для просмотра; сохранённая запись видна сразу."""
    from generator.failure import BuildFailedError
    from generator.serve import serve_site

    try:
        serve_site(config_file, content=content, address=address, day=day, poll=poll)
    except BuildFailedError as error:
        click.echo(f"Просмотр не начат: {error}", err=True)
        sys.exit(1)


main.add_command(findings)
main.add_command(docx)
main.add_command(blank)
main.add_command(addresses)
main.add_command(bench)
main.add_command(draft)
main.add_command(pdf)


def summary(archive: Archive) -> str:
    """One line that says how many records of each kind there are."""
    public = len(archive.relations.cards.get(None, ()))
    hidden = len(archive.practices) - public
    parts = [
        count(len(archive.associations), "объединение", "объединения", "объединений"),
        count(len(archive.plans), "план", "плана", "планов"),
        count(len(archive.meetings), "заседание", "заседания", "заседаний"),
        count(public, "практика", "практики", "практик")
        + (f" (и {hidden} на рассмотрении)" if hidden else ""),
        count(len(archive.documents), "документ", "документа", "документов"),
        count(len(archive.analyses), "анализ", "анализа", "анализов"),
        count(len(archive.regulations), "положение", "положения", "положений"),
        count(len(archive.organisations), "организация", "организации", "организаций"),
        count(len(archive.people), "человек", "человека", "человек"),
    ]
    return ", ".join(parts)


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
