"""`umo blank`: an association's blank forms as Word files."""

import sys
from datetime import date
from pathlib import Path

import click

from generator.commands.find_record import NotFoundError, find_page
from generator.options import FILE, config_option, content_option, day_of_run, today_option
from generator.pages.addresses import address
from generator.pages.word_files import Form
from generator.russian_click import BadCall, Choice, RussianHelp
from generator.whole_files import write_whole

KINDS = {"minutes": Form.MINUTES, "plan": Form.PLAN, "registration": Form.REGISTRATION}


@click.command(cls=RussianHelp, short_help="Сохранить пустой бланк файлом Word.")
@click.argument("kind", type=Choice(list(KINDS)), required=False, metavar="БЛАНК")
@click.option("--association", metavar="ОБЪЕДИНЕНИЕ", help="Чей бланк: имя папки объединения.")
@click.option("--out", type=FILE, metavar="ФАЙЛ", help="Куда записать, иначе сюда.")
@content_option
@config_option
@today_option
def blank(
    kind: str | None,
    association: str | None,
    out: Path | None,
    content: Path,
    config_file: Path,
    day: date | None,
) -> None:
    """Сохранить пустой бланк: протокола (minutes), плана (plan), листа регистрации (registration).

    Должности и подписи — по положению объединения; остальное вписывают от руки.
    """
    if kind is None:
        raise BadCall(f"назовите бланк: {', '.join(KINDS)}")
    if association is None:
        raise BadCall("не хватает параметра --association")
    from generator.commands.records import open_context
    from generator.pages.word.blanks import blank_file

    context = open_context(content, config_file, day_of_run(day))
    homes = {address(entry): entry for entry in context.archive.associations.values()}
    try:
        home = homes[find_page(association, homes.__contains__, lambda: homes)]
    except NotFoundError as error:
        click.echo(f"Не сохранено: {error}.", err=True)
        sys.exit(1)
    data = blank_file(context, KINDS[kind], home)
    file = out or Path(f"{home.id}-blank-{KINDS[kind].file}")
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, data)
    click.echo(str(file))
