"""`umo pdf`: pages of the site, and books of them, as PDF files."""

import sys
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import click

from generator.commands.find_record import NotFoundError, find_page
from generator.options import (
    YEAR,
    build_content_option,
    config_option,
    day_of_run,
    site_dir_option,
    today_option,
)
from generator.paper.failure import PaperError
from generator.russian_click import BadCall, Choice, Place, RussianHelp
from generator.values import SchoolYear, count

if TYPE_CHECKING:
    from generator.archive import Archive
    from generator.pages import Context
    from generator.paper.book import Book
    from generator.paper.printer import Printer
    from generator.paper.site import StandingSite

PRACTICES, MINUTES = "practices", "minutes"
OPTIONS = {PRACTICES: ("subject",), MINUTES: ("association", "year")}
"""What says which book is meant; the year may be left out."""


class Wish(NamedTuple):
    """What is asked for beside the pages."""

    view: str
    book: str | None
    subject: str | None
    association: str | None
    year: SchoolYear | None
    out: Path | None
    as_is: bool
    site_dir: Path | None
    config_file: Path
    content: Path | None
    day: date


@click.command(cls=RussianHelp, short_help="Напечатать страницы сайта в PDF.")
@click.argument("wanted", nargs=-1, metavar="[СТРАНИЦА]…")
@click.option("--view", default="", metavar="ВИД", help="Какой вид страницы: short, handout…")
@click.option("--book", type=Choice(list(OPTIONS)), help="Книга: практики или протоколы за год.")
@click.option("--subject", metavar="ПРЕДМЕТ", help="Предмет, как в адресе; all — книга на каждый.")
@click.option("--association", metavar="ОБЪЕДИНЕНИЕ", help="Чьи протоколы; all — книга на каждое.")
@click.option("--year", type=YEAR, help="За какой год, иначе за последний, где есть протоколы.")
@click.option("--out", type=Place(), metavar="ФАЙЛ|ПАПКА", help="Куда записать, иначе сюда.")
@click.option("--as-is", is_flag=True, help="Печатать сайт, какой он есть: не строить.")
@site_dir_option
@config_option
@build_content_option
@today_option
def pdf(wanted: tuple[str, ...], day: date | None, **wish: Any) -> None:
    """Напечатать страницы сайта или собрать из них книгу.

    Страницу называют обозначением записи, её файлом или адресом: umo-matematika/2025-2026/plan.
    Вид страницы можно дописать: …/2025-10-22#short. Сайт сначала обновляется, как umo build.
    """
    from generator.failure import BuildFailedError

    asked = Wish(**wish, day=day_of_run(day))
    _check_call(wanted, asked)
    try:
        _print(wanted, asked)
    except (PaperError, NotFoundError, BuildFailedError) as error:
        click.echo(f"Не напечатано: {str(error).removesuffix('.')}.", err=True)
        sys.exit(1)


def _check_call(wanted: tuple[str, ...], wish: Wish) -> None:
    """Refuse a call that names too little, or what has no meaning together."""
    if bool(wanted) == bool(wish.book):
        raise BadCall("назовите страницы или книгу (--book), что-то одно")
    for name in ("subject", "association", "year"):
        given, known = getattr(wish, name) is not None, name in OPTIONS.get(wish.book or "", ())
        if given and not known:
            raise BadCall(f"параметр --{name} здесь ничего не значит")
        if known and not given and name != "year":
            raise BadCall(f"не хватает параметра --{name}")


def _print(wanted: tuple[str, ...], wish: Wish) -> None:
    """Bring the site up to date and print what is asked for, all in one browser."""
    from generator.paper.printer import printing, ready
    from generator.paper.site import StandingSite

    path = ready()
    folder, archive = _standing(wish)
    site = StandingSite(folder)
    if wish.book:
        books = _books(_context(archive, wish), wish)
        with printing(site, path) as printer:
            _print_books(printer, books, wish)
    else:
        pages = list(dict.fromkeys(_page(site, one, wish.view) for one in wanted))
        with printing(site, path) as printer:
            _print_pages(printer, pages, wish)


def _standing(wish: Wish) -> "tuple[Path, Archive | None]":
    """The folder of the site, and the archive where it was read."""
    from generator.build import build_site
    from generator.order import Order

    if wish.as_is:
        return wish.site_dir or Path(_settings(wish)["site_dir"]), None
    built = build_site(Order(wish.config_file, wish.content, wish.site_dir, wish.day))
    return built.site_dir, built.archive


def _settings(wish: Wish) -> dict[str, Any]:
    """What mkdocs.yml says."""
    from generator.handmade import open_mkdocs

    return open_mkdocs(wish.config_file, content=wish.content, day=wish.day, strict=False).settings


def _page(site: "StandingSite", wanted: str, view: str) -> tuple[str, str]:
    """The address and the view that a word of the call means."""
    from generator.paper.printer import WHOLE

    name, _, own = wanted.partition("#")
    if own and view and own != view:
        raise BadCall(f"у страницы названы два вида: {own} и {view}")
    return site.now(find_page(name, site.stands, site.addresses)), own or view or WHOLE


def _print_pages(printer: "Printer", pages: list[tuple[str, str]], wish: Wish) -> None:
    from generator.paper.files import file_name
    from generator.paper.pages import page_file

    for address, view in pages:
        path = _target(wish.out, file_name(address, view), many=len(pages) > 1)
        _put(path, lambda: page_file(printer, address, view, wish.day))  # noqa: B023 - called here


def _context(archive: "Archive | None", wish: Wish) -> "Context":
    """The records; they are read here where the site was not built in this run."""
    from generator.commands.records import open_context
    from generator.pages import Context

    if archive is not None:
        return Context(archive, wish.day, {})
    content = wish.content or Path(_settings(wish)["content"])
    return open_context(content, wish.config_file, wish.day)


def _books(context: "Context", wish: Wish) -> "list[Book]":
    """The books that are asked for."""
    from generator.commands.books import minutes_books, practice_books
    from generator.paper.printer import WHOLE

    view = wish.view or WHOLE
    if wish.book == PRACTICES:
        return practice_books(context, wish.subject or "", view)
    return minutes_books(context, wish.association or "", wish.year, view)


def _print_books(printer: "Printer", books: "list[Book]", wish: Wish) -> None:
    from generator.paper.book import bound

    for book in books:
        path = _target(wish.out, book.file_name, many=len(books) > 1)
        _put(path, lambda: bound(printer, book, wish.day, _told))  # noqa: B023 - called here


def _told(title: str, sheets: int) -> None:
    click.echo(f"  {title}: {_amount(sheets)}", err=True)


def _target(out: Path | None, name: str, *, many: bool) -> Path:
    """Where a file belongs that has a name of its own."""
    from generator.paper.files import is_file_name

    if out is None or not is_file_name(out):
        return (out or Path()) / name
    if many:
        raise BadCall(f"--out называет один файл, {out}, а их будет несколько: назовите папку")
    return out


def _put(path: Path, make: Callable[[], bytes]) -> None:
    """Make a file, write it and say how long it took."""
    from generator.paper.document import sheets_in
    from generator.paper.files import put

    begun = time.perf_counter()
    data = make()
    put(path, data)
    took = f"{time.perf_counter() - begun:.1f}".replace(".", ",")
    click.echo(f"{path}: {_amount(sheets_in(data))}, {took} с")


def _amount(sheets: int) -> str:
    return count(sheets, "лист", "листа", "листов")
