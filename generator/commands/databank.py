"""`umo databank`: the office's own table of teachers becomes counts that may be published."""

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

import click

from generator.databank.columns import Columns, Meaning, find_columns
from generator.databank.counting import Fields, summarised
from generator.databank.failure import DataBankError
from generator.databank.people import Counted, Members, countable, read_members
from generator.databank.record import as_yaml, former, tells_of_few, with_summary
from generator.databank.shown import shown
from generator.databank.table import read_table
from generator.load import Kind
from generator.load.layout import room_of
from generator.models.data_bank import DataBank
from generator.options import FILE, content_option, day_of_run, today_option
from generator.russian_click import BadCall, RussianHelp
from generator.values import count
from generator.whole_files import write_whole

_MOST_TOLD = 50
"""Rows that were not understood, told by number."""


@click.command(cls=RussianHelp, short_help="Сделать из таблицы педагогов сводку без имён.")
@click.argument("file", type=FILE, metavar="ФАЙЛ")
@click.option(
    "--column",
    "named",
    multiple=True,
    metavar="ЧТО=СТОЛБЕЦ",
    help="Где что стоит: category, experience, birth, age или name; столбец — буквой, номером "
    "или заголовком. Например: --column category=D.",
)
@click.option(
    "--without",
    multiple=True,
    metavar="ЧТО",
    help="Чего не считать: category, experience или age. Можно несколько раз.",
)
@click.option("--association", metavar="ОБЪЕДИНЕНИЕ", help="Чья сводка: имя папки объединения.")
@click.option("--write", is_flag=True, help="Вписать сводку в запись объединения.")
@click.option("--out", type=FILE, metavar="ФАЙЛ", help="Записать сводку в отдельный файл.")
@content_option
@today_option
def databank(
    file: Path,
    named: tuple[str, ...],
    without: tuple[str, ...],
    association: str | None,
    write: bool,
    out: Path | None,
    content: Path,
    day: date | None,
) -> None:
    """Посчитать педагогов по категориям, стажу и возрасту, не называя никого.

    ФАЙЛ — таблица отдела (.xlsx или .csv), которая лежит вне хранилища. На экран и в запись
    попадают только числа, и ни одно не меньше пяти: меньшие группы объединяются с соседними.
    """
    if write and not association:
        raise BadCall("для --write назовите объединение: --association ИМЯ-ПАПКИ")
    record = _record_of(content, association) if association else None
    try:
        summary = _summary(file, content, _columns(named), _left_out(without), day_of_run(day))
        _put(summary, record if write else None, out)
    except DataBankError as error:
        _refuse(str(error))


def _summary(
    file: Path, content: Path, named: dict[Meaning, str], without: set[str], today: date
) -> Fields:
    """Count, and show people what was counted."""
    rows = read_table(file, content)
    columns = find_columns(rows, named)
    wanted = {what for what in countable(columns) if what.value not in without}
    if not wanted:
        _refuse("считать нечего: параметры --without убрали всё, что есть в таблице")
    members = read_members(rows, columns, wanted, today)
    _tell(columns, members)
    summary = summarised(members.known, wanted, today)
    click.echo(shown(summary, wanted))
    return summary


def _tell(columns: Columns, members: Members) -> None:
    """Say which columns were taken, and which rows not; nothing of what stands in them."""
    click.echo(f"Столбцы: {columns.told()}.", err=True)
    if members.unread:
        numbers = ", ".join(map(str, members.unread[:_MOST_TOLD]))
        more = " и другие" if len(members.unread) > _MOST_TOLD else ""
        rows = count(len(members.unread), "строка", "строки", "строк")
        click.echo(f"Не разобрано и не посчитано: {rows}: {numbers}{more}.", err=True)


def _put(summary: Fields, record: Path | None, out: Path | None) -> None:
    """Show the YAML, or write it where it was asked for."""
    piece = as_yaml(summary)
    if record is None and out is None:
        click.echo(f"В запись объединения (association.yml) вставьте:\n\n{piece}", nl=False)
        return
    try:
        if out is not None:
            write_whole(out, piece.encode())
            click.echo(f"Записано: {out}")
        if record is not None:
            text = record.read_bytes().decode()
            before = former(text)
            write_whole(record, with_summary(text, summary).encode())
            click.echo(f"Записано: {record}")
            if before and tells_of_few(before, DataBank.model_validate(summary)):
                click.echo(COMPARED, err=True)
    except (OSError, UnicodeDecodeError):
        _refuse("файл не прочитать или не записать")


COMPARED = (
    "Внимание: прежняя сводка отличается меньше чем на пять человек. Кто сравнит обе, может узнать "
    "данные того, кто пришёл или ушёл; прежняя останется в истории хранилища. Если это важно, "
    "не публикуйте сводку, пока состав не изменится сильнее."
)


def _record_of(content: Path, association: str) -> Path:
    path = room_of(Kind.ASSOCIATION).path(association)
    if "/" in association or "\\" in association or not (content / path).is_file():
        raise BadCall(f"нет записи объединения {association}: {content.name}/{path}")
    return content / path


def _columns(named: Sequence[str]) -> dict[Meaning, str]:

    found = {}
    for one in named:
        what, _, column = one.partition("=")
        if what not in list(Meaning) or not column.strip():
            raise BadCall(f"--column пишут так: category=D; можно: {', '.join(Meaning)}")
        found[Meaning(what)] = column
    return found


def _left_out(without: Sequence[str]) -> set[str]:

    for what in without:
        if what not in list(Counted):
            raise BadCall(f"«{what}» не считается, можно: {', '.join(Counted)}")
    return set(without)


def _refuse(reason: str) -> NoReturn:
    click.echo(f"Не посчитано: {reason}.", err=True)
    sys.exit(1)
