"""`umo addresses`: keeps the list of published addresses."""

import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import click

from generator.changes.lasting import promised, standing
from generator.edition import Edition, examined
from generator.load.layout import PUBLISHED
from generator.options import FOLDER, content_option, day_of_run, today_option
from generator.pages import Context
from generator.problems import Severity, codes, seen_from
from generator.publication import known_addresses, lasting, with_new
from generator.russian_click import RussianHelp
from generator.values import count
from generator.whole_files import write_whole


@click.command(cls=RussianHelp, short_help="Вести список опубликованных адресов.")
@content_option
@click.option("--write", is_flag=True, help="Дописать новые адреса в список.")
@click.option(
    "--before",
    type=FOLDER,
    metavar="ПАПКА",
    help="Прежние записи: их адреса тоже должны остаться.",
)
@today_option
def addresses(content: Path, write: bool, before: Path | None, day: date | None) -> None:
    """Сверить список опубликованных адресов с сайтом.

    Показывает, каких адресов в списке ещё нет и какие из него пропали с сайта.
    Ничего не удаляет. Код возврата 1, если что-то пропало или в записях есть ошибки.
    """
    edition, context = examined(content, day_of_run(day))
    for problem in seen_from(edition.problems, content):
        click.echo(str(problem), err=True)
    wrong = {one.code for one in edition.problems if one.severity is Severity.ERROR}
    if context is None or wrong - {codes.ADDRESS_GONE.code}:
        sys.exit(1)
    if before is not None:
        edition = _with_former(edition, before)
    _keep(edition, context, write=write)
    sys.exit(bool(wrong))


def _with_former(edition: Edition, before: Path) -> Edition:
    """The edition whose list has all addresses of former records, in use or given up."""
    former, context = examined(before, edition.day)
    lines = standing(former, context) if context else former.published.lines
    return replace(edition, published=promised(edition.published, lines))


def _keep(edition: Edition, context: Context, *, write: bool) -> None:
    """Say which addresses are new, and write them where that is wanted."""
    known = lasting(context, known_addresses(context))
    new = [where for where in known if where not in edition.published.addresses]
    if write:
        _write(edition.content / PUBLISHED, with_new(edition.published, new))
        said = "Дописано" if new else "Дописывать нечего"
    else:
        said = "Ещё не в списке" if new else "Новых адресов нет"
        for where in new:
            click.echo(where)
    amount = f": {count(len(new), 'адрес', 'адреса', 'адресов')}" if new else ""
    click.echo(f"{said}{amount}.", err=True)


def _write(file: Path, text: str) -> None:
    """Write the list in one step, unless it says just that already."""
    data = text.encode()
    if file.is_file() and file.read_bytes() == data:
        return
    write_whole(file, data)
