"""Finds what a call names: a page of the site, or the record that has its page there.

People name it as they know it, and all of these are the same meeting:

    umo-matematika-ozersk/2025-2026/2025-10-22                        the record's id
    associations/umo-matematika-ozersk/2025-2026/meetings/2025-10-22/ the page's address
    https://zarechnoe.example.org/umo/associations/…/2025-10-22/      the same with the site's own
    content/associations/…/meetings/2025-10-22.yml                    the record's file

`find_page` asks which addresses there are and gives the one that is meant. It raises NotFoundError,
whose text is a Russian sentence without a full stop, with what is named alike. `short_name` is the
way back: what to call a page in a message or a file's name.
"""

import difflib
import re
from collections.abc import Callable, Iterable, Iterator

from generator.pages.addresses import ASSOCIATIONS, PRACTICES, REGULATIONS

_FILE = re.compile(r"(?:/association)?\.(?:yml|md)$")
"""The end of a record's file; that of an association has the address of its folder."""
_MEETING = re.compile(r"([^/]+/\d{4}-\d{4})/(\d{4}-\d{2}-\d{2}(?:-\d+)?)")
_MEETINGS = "/meetings/"
_HOMES = (ASSOCIATIONS, PRACTICES, REGULATIONS)
_ALIKE = 0.6
_MOST_NAMED = 3


class NotFoundError(Exception):
    """Nothing is called so; the sentence says what is called alike."""


def find_page(
    wanted: str, stands: Callable[[str], bool], addresses: Callable[[], Iterable[str]]
) -> str:
    """The address of the page that is meant; `stands` tells whether there is a page at one.

    `addresses` lists all of them, and is asked only when nothing was found.
    """
    found = next(filter(stands, _meant(wanted)), None)
    if found is None:
        raise NotFoundError(_not_found(wanted, addresses()))
    return found


def short_name(where: str) -> str:
    """What a page may be called: its address without the folders that every id leaves out."""
    name = where.replace(_MEETINGS, "/").strip("/")
    home = next((home for home in _HOMES if name.startswith(home)), "")
    return name.removeprefix(home) or "/"


def _meant(wanted: str) -> Iterator[str]:
    """Yield the addresses that may be meant, the likeliest first."""
    path = wanted.replace("\\", "/").strip()
    if path == "/":
        yield ""
        return
    whole = "://" in path or _FILE.search(path) is not None
    path = _FILE.sub("", path).strip("/")
    if not path:
        return
    if whole:
        # Where the site or the content folder begins in it is not known: ends are tried.
        yield from (f"{end}/" for end in _ends(path))
        return
    yield f"{path}/"
    yield from (f"{home}{path}/" for home in _HOMES)
    if meeting := _MEETING.fullmatch(path):
        yield f"{ASSOCIATIONS}{meeting[1]}{_MEETINGS}{meeting[2]}/"


def _ends(path: str) -> Iterator[str]:
    """Yield a path without its first folder, without its first two, and so on."""
    while path:
        yield path
        path = path.partition("/")[2]


def alike(asked: str, names: Iterable[str]) -> str:
    """The end of a complaint: what is called nearly so, or has the word in its name."""
    known = dict.fromkeys(names)
    close = difflib.get_close_matches(asked, known, n=_MOST_NAMED, cutoff=_ALIKE)
    within = (name for name in known if asked in name) if len(asked) > 1 else ()
    found = list(dict.fromkeys((*close, *within)))[:_MOST_NAMED]
    return f". Похожие: {', '.join(found)}" if found else ""


def _not_found(wanted: str, addresses: Iterable[str]) -> str:
    names = list(map(short_name, addresses))
    asked = dict.fromkeys(map(short_name, _meant(wanted)))
    named = next(filter(None, (alike(one, names) for one in asked)), "")
    return f"не найдено «{wanted}»{named}"
