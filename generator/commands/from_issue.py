"""`umo from-issue`: begins a record from the text of an issue that was made with a form."""

import sys
from datetime import date
from pathlib import Path

import click

from generator.commands.new import tell
from generator.commands.records import public_address
from generator.file_trouble import reason
from generator.options import config_option, content_option, day_of_run, today_option
from generator.records.desk import open_desk
from generator.records.from_issue import begin_from
from generator.records.issue_forms import FORMS
from generator.records.issue_text import read_issue
from generator.records.refusal import RecordRefusedError
from generator.russian_click import BadCall, RussianHelp

_LONGEST = 256 * 1024
"""Bytes. GitHub takes 64 thousand signs."""


@click.command("from-issue", cls=RussianHelp, short_help="Начать запись из заявки на GitHub.")
@click.argument("source", required=False, metavar="ФАЙЛ")
@click.option("--association", "home", metavar="ОБЪЕДИНЕНИЕ", help="Чья запись, иначе из заявки.")
@content_option
@config_option
@today_option
def from_issue(
    source: str | None, home: str | None, content: Path, config_file: Path, day: date | None
) -> None:
    """Начать запись из текста заявки, сделанной по форме. Вместо файла можно «-»: стандартный ввод.

    Что не удалось разобрать, остаётся в записи примечанием. Готовые файлы не меняются.
    """
    if source is None:
        raise BadCall("назовите файл с текстом заявки или «-»")
    try:
        issue = read_issue(_text(source))
        if issue is None:
            names = ", ".join(f"«{form.name}»" for form in FORMS)
            raise RecordRefusedError(f"это не заявка по форме {names}")
        desk = open_desk(content, day_of_run(day))
        begun, told = begin_from(issue, desk, home, public_address(config_file, content))
    except RecordRefusedError as refused:
        click.echo(f"Не записано: {refused}.", err=True)
        sys.exit(1)
    for sentence in told:
        click.echo(f"Проверьте: {sentence.rstrip('.')}.", err=True)
    tell(begun)


def _text(source: str) -> str:
    """The text of an issue, however its bytes are spoiled."""
    try:
        if source == "-":
            data = sys.stdin.buffer.read(_LONGEST + 1)
        else:
            with Path(source).open("rb") as file:
                data = file.read(_LONGEST + 1)
    except OSError as error:
        why = "это папка" if isinstance(error, IsADirectoryError) else reason(error)
        raise RecordRefusedError(f"файл {source} не прочитать: {why}") from None
    if len(data) > _LONGEST:
        raise RecordRefusedError(f"текст длиннее {_LONGEST // 1024} КБ: это не заявка")
    return data.decode("utf-8-sig", errors="replace")
