"""`umo owners`: who is asked when somebody changes the records of an association."""

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from generator.changes import Folder
from generator.load import Entry
from generator.models import Association, Record
from generator.options import content_option
from generator.problems import shown_folder
from generator.russian_click import RussianHelp
from generator.values import count
from generator.whole_files import write_whole

FILE = Path(".github/CODEOWNERS")
HEAD = (
    "# Кого GitHub спросит, прежде чем принять изменение в папке объединения.",
    "# Список составлен программой из поля maintainers: правят записи, а потом вызывают",
    "# umo owners --write",
)


@click.command(cls=RussianHelp, short_help="Вести список тех, кто отвечает за папки.")
@content_option
@click.option("--write", is_flag=True, help=f"Записать список в {FILE}.")
def owners(content: Path, write: bool) -> None:
    """Сверить .github/CODEOWNERS с полем maintainers объединений.

    Показывает, каких строк в нём не хватает и какие лишние. Код возврата 1, если он расходится
    с записями или запись объединения не читается.
    """
    folder = Folder(content)
    if folder.unread_associations:
        for path in folder.unread_associations:
            click.echo(
                f"Не прочитать {shown_folder(content)}/{path}: вызовите umo check.", err=True
            )
        sys.exit(1)
    wanted = "\n".join((*HEAD, "", *_rows(folder.associations, shown_folder(content)), ""))
    if write:
        FILE.parent.mkdir(exist_ok=True)
        write_whole(FILE, wanted.encode())
    sys.exit(_compared(wanted))


def _rows(associations: Iterable[Entry[Record]], content: str) -> Iterator[str]:
    """Yield a line for the folder of each association that somebody keeps."""
    for entry in associations:
        record = entry.record
        if isinstance(record, Association) and record.maintainers:
            names = dict.fromkeys(f"@{name}" for name in record.maintainers)
            yield f"/{content}/associations/{entry.id}/ {' '.join(names)}"


def _compared(wanted: str) -> bool:
    """Say in which lines the file differs from what it should be; tell whether it does."""
    try:
        found = FILE.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        found = ""
    new, old = wanted.splitlines(), found.splitlines()
    for line in (line for line in new if line not in old):
        click.echo(f"+ {line}")
    for line in (line for line in old if line not in new):
        click.echo(f"- {line}")
    if found == wanted:
        rows = sum(line.startswith("/") for line in new)
        click.echo(f"{FILE}: {count(rows, 'папка', 'папки', 'папок')}, всё сходится.", err=True)
        return False
    click.echo(f"{FILE} расходится с записями. Вызовите: umo owners --write", err=True)
    return True
