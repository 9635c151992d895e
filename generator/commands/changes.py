"""`umo changes`: what a pull request does to the records, for the summary of its check."""

from datetime import date
from pathlib import Path

import click

from generator.options import FOLDER, content_option, day_of_run, today_option
from generator.problems import shown_folder
from generator.russian_click import BadCall, RussianHelp


@click.command(cls=RussianHelp, short_help="Рассказать, что меняется в записях.")
@click.option(
    "--before",
    type=FOLDER,
    metavar="ПАПКА",
    help="Папка с прежними записями: content другой копии хранилища.",
)
@content_option
@click.option(
    "--site",
    envvar="SITE_URL",
    default="",
    metavar="АДРЕС",
    help="Адрес сайта для ссылок на объяснения, иначе SITE_URL.",
)
@today_option
def changes(before: Path | None, content: Path, site: str, day: date | None) -> None:
    """Сравнить записи с прежними и напечатать сводку в разметке Markdown.

    Что добавлено, изменено и удалено; что нужно исправить и как; что пропадёт; какие выводы о
    соответствии положению станут другими. Код возврата 0 и тогда, когда в записях есть ошибки.
    """
    from generator.changes import both_sides, summary

    if before is None:
        raise BadCall("не хватает параметра --before")
    sides = both_sides(before, content, day_of_run(day))
    address = f"{site.rstrip('/')}/" if site else ""
    click.echo(summary(sides, shown_folder(content), address), nl=False)
