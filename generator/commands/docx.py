"""`umo docx`: records as Word files, and the templates that they are filled by."""

import sys
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import click

from generator.commands.find_record import NotFoundError, find_page, short_name
from generator.options import FOLDER, config_option, content_option, day_of_run, today_option
from generator.pages import Context, Draft, File
from generator.pages.word_files import Form
from generator.russian_click import BadCall, Choice, RussianHelp
from generator.whole_files import create_whole, write_whole

Offer = dict[str, dict[Form, Draft]]
"""The files that there can be, by the page that they lie beside."""


@click.command(cls=RussianHelp, short_help="Сохранить записи файлами Word.")
@click.argument("wanted", nargs=-1, metavar="[ЗАПИСЬ]…")
@click.option(
    "--form",
    "label",
    type=Choice([form.label for form in Form]),
    metavar="ФОРМА",
    help="Какая форма (minutes, plan, practice…), иначе все, что есть у записи.",
)
@click.option("--out", type=FOLDER, default=Path(), metavar="ПАПКА", help="Куда, иначе сюда.")
@click.option(
    "--templates",
    type=FOLDER,
    metavar="ПАПКА",
    help="Скопировать в неё шаблоны, чтобы их изменить.",
)
@content_option
@config_option
@today_option
def docx(
    wanted: tuple[str, ...],
    label: str | None,
    out: Path,
    templates: Path | None,
    content: Path,
    config_file: Path,
    day: date | None,
) -> None:
    """Сохранить записи файлами Word.

    Запись называют её обозначением, файлом или адресом страницы: umo-matematika/2025-2026/plan.
    Изменённый шаблон кладут в content/word/ под тем же именем.
    """
    if bool(wanted) == bool(templates):
        raise BadCall("назовите записи или папку для шаблонов (--templates), что-то одно")
    if templates:
        _copy_templates(templates, label)
        return
    from generator.commands.records import open_context

    context = open_context(content, config_file, day_of_run(day))
    try:
        drafts = _chosen(_offer(context), wanted, label)
    except NotFoundError as error:
        click.echo(f"Не сохранено: {error}.", err=True)
        sys.exit(1)
    for name, draft in drafts.items():
        _put(out / name, draft)


def _offer(context: Context) -> Offer:
    from generator.pages.word.files import all_files

    names = {form.file: form for form in Form}
    offer: Offer = {}
    for draft in all_files(context):
        page, _, file = draft.address.rpartition("/")
        offer.setdefault(f"{page}/", {})[names[file]] = draft
    return offer


def _chosen(offer: Offer, wanted: Iterable[str], label: str | None) -> dict[str, Draft]:
    """The files that are meant, by the names under which they are saved."""
    chosen: dict[str, Draft] = {}
    for one in wanted:
        page = find_page(one, offer.__contains__, lambda: offer)
        known = offer[page]
        forms = [form for form in known if label in (None, form.label)]
        if not forms:
            names = ", ".join(form.label for form in known)
            raise NotFoundError(f"у записи «{one}» нет формы {label}. Есть: {names}")
        for form in forms:
            chosen[f"{short_name(page).replace('/', '-')}-{form.file}"] = known[form]
    return chosen


def _put(file: Path, draft: Draft) -> None:
    made = draft.make()
    file.parent.mkdir(parents=True, exist_ok=True)
    write_whole(file, made.data if isinstance(made, File) else b"")
    click.echo(str(file))


def _copy_templates(folder: Path, label: str | None) -> None:
    """Copy the templates that come with the program; what is there already stays as it is."""
    from generator.pages.word.templates import shipped

    folder.mkdir(parents=True, exist_ok=True)
    for form in Form:
        file = folder / f"{form.label}.docx"
        if label not in (None, form.label):
            continue
        if file.exists():
            click.echo(f"{file}: уже есть, не изменён", err=True)
            continue
        create_whole(file, shipped(form))
        click.echo(str(file))
