"""What is wrong with addresses that people have: aliases in the way, published pages gone."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from generator.archive.tells import is_public
from generator.load.published import MOVED, WITHDRAWN, Line
from generator.load.reading import locate
from generator.pages import Context
from generator.pages.addresses import ASSOCIATIONS
from generator.pages.redirects import HOMES, last_word
from generator.problems import Problem, codes, report
from generator.publication.guess import fresh_records, guess
from generator.publication.known import OF_MKDOCS, Known, entries_by_address, is_attachment

GUESSES = 50
"""Pages that have gone for which a record is sought: who has lost more has lost a folder."""


def address_problems(context: Context, content: Path, known: Known) -> list[Problem]:
    """All problems of aliases and of the list; without either there are none."""
    found = [*_aliases_in_use(context, content, known)]
    gone: dict[str, Line] = {}
    for line in context.published.lines:
        found += _of_line(context, known, line)
        if not (line.mark or _leads_on(context, known, line.address)):
            gone.setdefault(line.address, line)
    return found + list(_gone(context, known, gone))


def _aliases_in_use(context: Context, content: Path, known: Known) -> Iterator[Problem]:
    """Yield the former addresses at which something else stands now."""
    marks = cache(lambda path: locate(content, path))
    aliases = context.archive.relations.aliases
    for old in sorted(aliases.keys()):
        if _stands(context, known, old):
            for entry, number in aliases[old]:
                place = marks(entry.path).place(entry.path, (*entry.within, "aliases", number))
                words = {"address": old, "other": _who(context, old)}
                yield report(codes.ALIAS_IN_USE, place, **words)


def _of_line(context: Context, known: Known, line: Line) -> Iterator[Problem]:
    """Yield what is wrong with an address that is given up."""
    if not line.mark:
        return
    where, mark, target = line.address, line.mark, line.target
    if _stands(context, known, where):
        words = {"address": where, "mark": mark, "other": f"страница: {_who(context, where)}"}
        yield report(codes.ADDRESS_STANDS, line.place, **words)
    elif where in known.redirects:
        words = {"address": where, "mark": mark, "other": "переадресация из поля aliases"}
        yield report(codes.ADDRESS_STANDS, line.place, **words)
    elif target and not _stands(context, known, target):
        words = {"address": where, "target": target}
        yield report(codes.ADDRESS_MOVED_NOWHERE, line.place, **words)
    for word in line.reason.split():
        if (name := word.strip(",.;()«»")) in context.archive.relations.surnames:
            yield report(codes.ADDRESS_NAMES_SOMEBODY, line.place, value=name)


def _stands(context: Context, known: Known, where: str) -> bool:
    """Tell whether a page or a file stands at an address."""
    return (
        where in known.standing
        or where in context.published.own_pages
        or where in OF_MKDOCS
        or is_attachment(context, where)
    )


def _leads_on(context: Context, known: Known, where: str) -> bool:
    """Tell whether whoever comes to an address finds something."""
    return (
        _stands(context, known, where)
        or where in known.redirects
        or last_word(context.published, where) is not None
    )


def _who(context: Context, where: str) -> str:
    """What stands at an address: the file of its record or page where there is one."""
    own = context.published.own_pages.get(where)
    entry = entries_by_address(context).get(where)
    return own or (entry.path if entry else f"/{where}")


def _gone(context: Context, known: Known, gone: dict[str, Line]) -> Iterator[Problem]:
    """Yield the published pages that have gone; of a folder that has gone only the folder."""
    roots: dict[str, int] = {}
    for where in gone:
        root = _root(where, gone)
        roots[root] = roots.get(root, -1) + 1
    entries = entries_by_address(context) if gone else {}
    fresh = fresh_records(entries, known, context.published.addresses)
    for number, (where, below) in enumerate(roots.items()):
        entry = entries.get(where)
        if entry is not None and not is_public(entry.record):
            advice = _HIDDEN.format(path=entry.path, mark=WITHDRAWN)
        else:
            likely = guess(where, fresh) if number < GUESSES else None
            named = f" (похоже, это {likely.path})" if likely else ""
            advice = _ADVICE.format(address=where, named=named, mark=WITHDRAWN, moved=MOVED)
        more = _BELOW.format(below) if below else ""
        yield report(codes.ADDRESS_GONE, gone[where].place, address=where, advice=more + advice)


_ADVICE = (
    "Если запись переименована, впишите в неё aliases: [{address}]{named}. Если страница убрана "
    "намеренно, допишите в этой строке «{mark}: причина». Если у страницы не было записи, "
    "допишите «{moved}: новый адрес»."
)
_HIDDEN = (
    "Запись {path} есть, но больше не опубликована. Верните ей прежнее состояние или допишите в "
    "этой строке «{mark}: причина»."
)
_BELOW = "С ней пропало адресов: {}. "


def _root(where: str, gone: dict[str, Line]) -> str:
    """The outermost page that has gone with everything below it: mended there, all is mended."""
    for home in HOMES:
        if where.startswith(home):
            name = where.removeprefix(home).partition("/")[0]
            if (body := f"{ASSOCIATIONS}{name}/") in gone:
                return body
    parts = where.removesuffix("/").split("/")
    above = ("/".join(parts[:length]) + "/" for length in range(1, len(parts)))
    return next((one for one in above if one in gone), where)
