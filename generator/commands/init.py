"""`umo init`: begins a new site in an empty folder."""

import re
import sys
from collections.abc import Iterable, Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NoReturn

import click

from generator.edition import examined
from generator.file_trouble import told
from generator.models.fields import IDENTIFIER
from generator.options import FOLDER, day_of_run, today_option
from generator.problems import Problem
from generator.russian_click import RussianHelp, refuse
from generator.starting import (
    BLANK,
    NotEmptyError,
    Offered,
    Start,
    StartedAssociation,
    files_of,
    offered,
    put_into,
)
from generator.starting.start import proposed_id
from generator.values import SchoolYear

_ADDRESS = re.compile(r"https?://[^\s\"'<>\\]+")
_NEXT = """\
Готово: {folder}. Что дальше (то же самое — в файле README.md):
  cd {folder}
  pip install -r requirements.txt
  umo build"""


def _address(ctx: click.Context, param: click.Parameter, value: str) -> str:
    if value and not _ADDRESS.fullmatch(value):
        refuse(f"адрес начинается с https:// и не содержит пробелов: «{value}»", ctx)
    return value


def _pairs(
    ctx: click.Context, param: click.Parameter, values: tuple[str, ...]
) -> tuple[StartedAssociation, ...]:
    """Read «обозначение=название»; a name alone gets an id made of it."""
    found = tuple(_association(value) for value in values)
    ids = [one.id for one in found]
    if twice := sorted({id_ for id_ in ids if ids.count(id_) > 1}):
        refuse(f"обозначение названо дважды: {', '.join(twice)}", ctx)
    return found


def _association(value: str) -> StartedAssociation:
    id_, sign, name = value.partition("=")
    if not sign or not IDENTIFIER.fullmatch(id_.strip()):
        id_, name = proposed_id(value), value
    return StartedAssociation(id_.strip(), name.strip())


@click.command(cls=RussianHelp, short_help="Начать новый сайт в пустой папке.")
@click.argument("folder", type=FOLDER, metavar="ПАПКА")
@click.option("--name", metavar="НАЗВАНИЕ", help="Кто публикует сайт.")
@click.option("--regulation", metavar="ПОЛОЖЕНИЕ", help=f"Обозначение положения или {BLANK}.")
@click.option(
    "--association",
    "associations",
    multiple=True,
    callback=_pairs,
    metavar="ОБОЗНАЧЕНИЕ=НАЗВАНИЕ",
    help="Объединение; можно назвать несколько.",
)
@click.option("--site-url", default="", callback=_address, metavar="АДРЕС", help="Адрес сайта.")
@click.option("--repo", default="", callback=_address, metavar="АДРЕС", help="Адрес хранилища.")
@today_option
def init(
    folder: Path,
    name: str | None,
    regulation: str | None,
    associations: tuple[StartedAssociation, ...],
    site_url: str,
    repo: str,
    day: date | None,
) -> None:
    """Начать новый сайт: записи без вымышленных данных, настройки, README с двумя командами.

    Чего не назвали параметрами, о том команда спросит. Папка должна быть пустой.
    """
    year = SchoolYear.running_on(day_of_run(day))
    known = offered()
    start = Start(
        publisher=name or _asked_name(),
        regulation=_chosen(regulation or _asked_regulation(known), known),
        associations=associations or tuple(_asked_associations()),
        year=year,
        site_url=site_url,
        repo_url=repo,
    )
    files = files_of(start)
    if wrong := _problems(files, day_of_run(day)):
        _fail("Сайт не начат: исправьте ответы.", wrong)
    try:
        put_into(folder, files)
    except NotEmptyError:
        _fail(f"Сайт не начат: папка «{folder}» не пуста. Назовите новую.")
    except OSError as error:
        _fail(f"Сайт не начат: {told(error)}")
    click.echo(_NEXT.format(folder=f'"{folder}"' if " " in str(folder) else folder))


def _chosen(answer: str, known: tuple[Offered, ...]) -> str:
    """A regulation that there is."""
    ids = [*(one.id for one in known), BLANK]
    if answer not in ids:
        refuse(f"нет такого положения: «{answer}», можно: {', '.join(ids)}", None)
    return answer


def _asked_name() -> str:
    return _ask("Кто публикует сайт, например «Управление образования Заречного района»")


def _asked_regulation(known: tuple[Offered, ...]) -> str:
    """Ask until the answer is a regulation that there is."""
    click.echo("По какому положению работают объединения?")
    for one in known:
        click.echo(f"  {one.id:<7}{one.title}" + (f" ({one.territory})" if one.territory else ""))
    click.echo(f"  {BLANK:<7}Своё: файл, в который вы впишете нормы")
    ids = {*(one.id for one in known), BLANK}
    while (answer := _ask("Обозначение положения", BLANK)) not in ids:
        click.echo(f"Можно: {', '.join(sorted(ids))}.")
    return answer


def _asked_associations() -> Iterator[StartedAssociation]:
    """Ask for associations until there are no more."""
    taken: set[str] = set()
    while name := _ask("Название объединения (пустая строка — больше нет)", ""):
        while not _fits(id_ := _ask("  его обозначение", proposed_id(name)), taken):
            click.echo("  Строчные латинские буквы и цифры, слова через дефис, у каждого своё.")
        taken.add(id_)
        yield StartedAssociation(id_, name)


def _fits(id_: str, taken: set[str]) -> bool:
    return IDENTIFIER.fullmatch(id_) is not None and id_ not in taken


def _ask(question: str, default: str | None = None) -> str:
    answer: str = click.prompt(question, default=default, show_default=bool(default))
    return answer.strip()


def _problems(files: dict[str, bytes], day: date) -> list[Problem]:
    """What a check would say of these files."""
    with TemporaryDirectory(prefix="umo-") as folder:
        put_into(Path(folder), files)
        return examined(Path(folder) / "content", day)[0].problems


def _fail(reason: str, problems: Iterable[Problem] = ()) -> NoReturn:
    for problem in problems:
        click.echo(str(problem), err=True)
    click.echo(reason, err=True)
    sys.exit(1)
