"""The command line: every command, and those that are small enough to stand here."""

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
from generator.commands.changes import changes
from generator.commands.check import check
from generator.commands.databank import databank
from generator.commands.docx import docx
from generator.commands.findings import findings
from generator.commands.forget import forget
from generator.commands.from_issue import from_issue
from generator.commands.init import init
from generator.commands.new import new
from generator.commands.owners import owners
from generator.commands.pdf import pdf
from generator.commands.schema import schema
from generator.commands.strip import strip
from generator.drafting.command import draft
from generator.options import (
    build_content_option,
    config_option,
    day_of_run,
    site_dir_option,
    today_option,
)
from generator.russian_click import RussianGroup
from generator.values import count


@click.group(cls=RussianGroup, help="Сайт методических объединений из записей.")
@click.version_option(__version__, message="umo-site %(version)s", help="Показать версию.")
def main() -> None:
    """Run the command line."""


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


main.add_command(check)
main.add_command(schema)
main.add_command(findings)
main.add_command(init)
main.add_command(new)
main.add_command(from_issue)
main.add_command(docx)
main.add_command(blank)
main.add_command(addresses)
main.add_command(changes)
main.add_command(owners)
main.add_command(strip)
main.add_command(databank)
main.add_command(forget)
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
