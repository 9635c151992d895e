"""What stands where a page stood before: the way to its new place, or why it is no longer there.

Two sources say so: `aliases` of the records, and the list of published addresses. When an
association changes its name, all that lies in its folders moves with it.
"""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import Any

from generator.load import Entry, Kind
from generator.load.published import Line, Published
from generator.models import Record
from generator.pages.addresses import ASSOCIATIONS, DECISIONS, HOME, PRACTICES, address, is_page
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import File, Page, relative
from generator.pages.word_files import WORD_FILE
from generator.reads import note
from generator.values import long_date

GIVEN_UP = "given-up/"
"""The family of facts what the list says of an address that is given up; the address follows."""

HOMES = (ASSOCIATIONS, DECISIONS, f"{PRACTICES}association/")
"""Where an association has folders or pages that bear its id."""

Claim = tuple[Entry[Record], int]
"""A record, and the place of an address among its former ones."""


def redirects(context: Context, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield a file for each former address at which nothing else stands; `drafts` are what does."""
    found: dict[str, Draft] = {}
    standing = set(context.published.own_pages)
    names = _former_names(context)
    for draft in drafts:
        standing.add(draft.address)
        for old in _twins(names, draft.address) if names else ():
            found[old] = _twin(context, old, draft)
    for old in context.archive.relations.aliases.keys():  # noqa: SIM118 - no mapping
        found[old] = Draft(file_of(old), partial(_page, context, old))
    yield from (found[old] for old in sorted(found) if old not in standing)


def farewells(context: Context, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Yield a page for each address that the list gives up; `drafts` are what stands elsewhere.

    A file that was withdrawn is simply not there: programs read it, and no person.
    """
    published = context.published
    if not published.given_up:
        return
    taken = {*published.own_pages, *(draft.address for draft in drafts)}
    for where in sorted(published.addresses):
        file = file_of(where)
        free = file.endswith((".html", ".htm")) and taken.isdisjoint((where, file))
        if free and last_word(published, where):
            yield Draft(file, partial(_page, context, where))


def file_of(old: str) -> str:
    """The file at an address: what stands there is no page of the site."""
    return f"{old}index.html" if is_page(old) else old


def last_word(published: Published, where: str) -> Line | None:
    """What the list says of an address that is given up; what was withdrawn takes all below it."""
    parts = where.removesuffix("/").split("/")
    above = ("/".join(parts[:length]) + "/" for length in range(len(parts) - 1, 0, -1))
    for one in (where, *above):
        note(GIVEN_UP + one)
        line = published.given_up.get(one)
        if line and (line.reason or one == where):
            return line
    return None


def _former_names(context: Context) -> dict[str, list[str]]:
    """The ids that associations had before, by those that they have now."""
    names: dict[str, list[str]] = {}
    aliases = context.archive.relations.aliases
    for old in sorted(aliases.keys()):
        entry, _ = aliases[old][0]
        name = old.removeprefix(ASSOCIATIONS).removesuffix("/")
        if entry.kind is Kind.ASSOCIATION and old == f"{ASSOCIATIONS}{name}/" and "/" not in name:
            names.setdefault(entry.id, []).append(name)
    return names


def _twins(names: dict[str, list[str]], where: str) -> Iterator[str]:
    """Where a page or file of an association stood under the ids that it had before.

    Word files are taken from the page that they lie beside, and nobody keeps their addresses.
    """
    home = next((home for home in HOMES if where.startswith(home)), None)
    if home is not None and not where.endswith(WORD_FILE):
        name, slash, rest = where.removeprefix(home).partition("/")
        for former in names.get(name, ()) if slash else ():
            yield f"{home}{former}/{rest}"


def _twin(context: Context, old: str, draft: Draft) -> Draft:
    """A way to a page; a calendar is read by programs, which want the calendar itself."""
    if is_page(draft.address):
        return Draft(file_of(old), partial(_page, context, old, draft.address))
    return Draft(old, partial(_copy, context, old, draft.make))


def _copy(context: Context, old: str, make: Callable[[], Page | File]) -> File:
    _claim(context, old)
    made = make()
    return File(old, made.data if isinstance(made, File) else b"")


def _claim(context: Context, old: str) -> Claim | None:
    """The record that claims an old address, or the association of whose folder it was a part."""
    aliases = context.archive.relations.aliases
    if found := aliases.get(old):
        return found[0]
    home = next((home for home in HOMES if old.startswith(home)), None)
    name = old.removeprefix(home).partition("/")[0] if home else ""
    found = aliases.get(f"{ASSOCIATIONS}{name}/") if name else None
    return found[0] if found else None


def _page(context: Context, old: str, now: str = "") -> File:
    """The small page at an old address; `now` is where that stands which lay in a folder.

    It asks everybody who may say something of the address, so that all of them are heard.
    """
    claim, word = _claim(context, old), last_word(context.published, old)
    here = file_of(old)
    if claim and _aliases(claim[0])[claim[1]] == old:
        return _moved(context, here, address(claim[0]), _title(claim[0]))
    if claim and now:
        return _moved(context, here, now, _title(claim[0]))
    if word and word.reason:
        home = relative(here, HOME)
        return File(here, context.filled("withdrawn.html", reason=word.reason, home=home))
    where = word.target if word else HOME
    return _moved(context, here, where, where)


def _moved(context: Context, here: str, where: str, title: str) -> File:
    way = relative(here, where)
    canonical = context.absolute(where) or way
    return File(here, context.filled("moved.html", way=way, canonical=canonical, title=title))


def _aliases(entry: Entry[Any]) -> tuple[str, ...]:
    return tuple(entry.record.aliases)


def _title(entry: Entry[Any]) -> str:
    """What a record is called where nothing stands around its name."""
    record = entry.record
    match entry.kind:
        case Kind.ASSOCIATION | Kind.ORGANISATION:
            return str(record.label)
        case Kind.PLAN:
            return f"План работы на {entry.school_year.title} учебный год"
        case Kind.ANALYSIS:
            return record.title or f"Анализ работы за {entry.school_year.title} учебный год"
        case Kind.ACTIVITIES:
            return f"Работа между заседаниями, {entry.school_year.title} учебный год"
        case Kind.MEETING:
            return f"Заседание {long_date(record.date)}"
        case _:
            return str(record.title)
