"""`umo forget`: where a person appears, and the change by which the name leaves the records."""

import sys
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from generator.edition import examined
from generator.forgetting.change import Change, changes_for, write
from generator.forgetting.entry import NotReplacedError, without_entry
from generator.forgetting.farewell import FAREWELL
from generator.forgetting.person import Subject, UnknownPersonError, find_subject, neutral_id
from generator.forgetting.places import (
    Spot,
    closed_files,
    content_texts,
    mentions,
    named_files,
    reference_spots,
    site_files,
)
from generator.load import Kind, Loaded, load
from generator.models.fields import IDENTIFIER
from generator.options import content_option, day_of_run, today_option
from generator.problems import has_errors, shown_folder
from generator.russian_click import BadCall, RussianHelp


@click.command(cls=RussianHelp, short_help="Найти человека всюду и убрать его имя.")
@click.argument("person", metavar="ЧЕЛОВЕК")
@click.option("--write", "wanted", is_flag=True, help="Изменить записи; иначе только показать.")
@click.option("--id", "new_id", metavar="ОБОЗНАЧЕНИЕ", help="Новое обозначение человека.")
@content_option
@today_option
def forget(person: str, wanted: bool, new_id: str | None, content: Path, day: date | None) -> None:
    """Показать, где назван ЧЕЛОВЕК (обозначение или имя в любом падеже), и убрать его имя.

    В записи остаются обозначение, должности и отметка, что согласие отозвано. Обозначение,
    составленное из имени, заменяется во всех записях. Чего программа не исправит, она назовёт.
    """
    today, loaded = day_of_run(day), load(content)
    try:
        subject = find_subject(loaded.entries, person)
    except UnknownPersonError as error:
        _refuse(str(error))
    new = _new_id(new_id, subject, loaded)
    spots = sorted(reference_spots(loaded.entries, subject, content))
    faulty = has_errors(loaded.problems)
    _tell(content, subject, spots)
    _tell_site(content, subject, today)
    try:
        changes = changes_for(content, subject, spots, new, today)
    except (NotReplacedError, OSError, UnicodeDecodeError):
        _refuse("запись о человеке так не исправить: удалите имя из неё сами")
    if faulty and wanted:
        _refuse("сначала исправьте ошибки, которые называет umo check: пока они есть, видно не всё")
    _change(content, changes, write_them=wanted)
    click.echo(f"\n{FAREWELL}", nl=False)


def _new_id(given: str | None, subject: Subject, loaded: Loaded) -> str:
    """The id that stays: the one that is asked for, or a neutral one for one made of the name."""
    taken = {name for kind, name in loaded.known if kind is Kind.PERSON}
    if given is None:
        return neutral_id(taken) if subject.id_tells_name else subject.id
    if not IDENTIFIER.fullmatch(given) or (given in taken and given != subject.id):
        raise BadCall(f"обозначение {given} занято или не годится: нужно вроде {neutral_id(taken)}")
    return given


def _tell(content: Path, subject: Subject, spots: Sequence[Spot]) -> None:
    """Say where the person appears in the repository."""
    name, folder = " ".join(subject.names), shown_folder(content)
    click.echo(f"Человек: {subject.id}{f' ({name})' if name else ''}, {subject.entry.path}")
    if not subject.names:
        click.echo("Имени в записи нет: в текстах его искать не по чему, найдены только ссылки.")
    _list("Ссылки из записей", map(str, spots), folder)
    found = sorted(mentions(_others(content, subject), subject, spots))
    _list("Имя в текстах — исправьте сами", map(str, found), folder)
    _list("Имя в названиях файлов — переименуйте сами", named_files(content, subject), folder)
    owners = {spot.path.rpartition(".")[0] for spot in spots}
    closed = [path for path in closed_files(content) if path.rpartition("/")[0] in owners]
    _list("Файлы при этих записях, внутрь которых программа не смотрит", closed, folder)


def _others(content: Path, subject: Subject) -> Iterable[tuple[str, str]]:
    """All texts; of the file of people, all but the person's own entry, line by line."""
    home = subject.entry.path
    for path, text in content_texts(content):
        yield path, without_entry(text, path, subject) if path == home else text


def _tell_site(content: Path, subject: Subject, today: date) -> None:
    """Say which pages and files of the site show the person today."""
    _, context = examined(content, today)
    if context is None:
        click.echo("\nСтраницы сайта не показаны: в записях есть ошибки, вызовите umo check.")
        return
    _list("Страницы и файлы сайта", site_files(context, subject), "")


def _list(title: str, rows: Iterable[str], folder: str) -> None:
    found = [f"  {_shown(row, folder)}" for row in rows]
    click.echo("\n".join((f"\n{title}: {len(found) or 'нет'}", *found)))


def _shown(path: str, folder: str) -> str:
    """A path below the content folder, or beside it, as seen from here."""
    return path[3:] if path.startswith("../") else f"{folder}/{path}" if folder else path


def _change(content: Path, changes: Iterable[Change], *, write_them: bool) -> None:
    """Show the change, and make it where that is wanted."""
    click.echo("\nИзменение:\n")
    for change in changes:
        click.echo(change.diff, nl=False)
    if not write_them:
        click.echo("\nНичего не записано. Чтобы записать, добавьте --write.")
        return
    try:
        write(content, changes)
    except OSError as error:
        _refuse(f"файл не записать: {error.filename}")
    click.echo("\nЗаписано. Вызовите umo check и постройте сайт заново.")


def _refuse(reason: str) -> NoReturn:
    click.echo(f"Не сделано: {reason}.", err=True)
    sys.exit(1)
