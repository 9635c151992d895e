"""Addresses within the site as people have them: from the browser, from a leaflet, from a list."""

import re

from generator.problems import BadValue, codes

SECTIONS = frozenset(
    (
        "about",
        "associations",
        "calendar",
        "compliance",
        "data",
        "decisions",
        "guide",
        "organisations",
        "practices",
        "register",
        "regulations",
        "search",
        "structure",
    )
)
"""With what addresses of the site begin: there a whole address is cut, since nobody but the web
server knows under which sub-path the site stands."""

EXAMPLE = "practices/staryj-adres/"
LIMIT = 200
"""Characters. A folder's name on a disk may have some 250 bytes."""

_SEGMENT = "[a-z0-9]+(?:[-_][a-z0-9]+)*"
OLD_ADDRESS = re.compile(rf"(?:{_SEGMENT}/)+|(?:{_SEGMENT}/)*{_SEGMENT}\.html?")
"""A page: a folder, or a file of HTML as other sites have them."""

_INDEX = re.compile(r"(?:^|(?<=/))index\.html?$")
_SCHEME = re.compile(r"https?://[^/]*/?", re.IGNORECASE)


def old_address(value: str) -> str:
    """Read an old address: «practices/x/», with a slash before it, or whole, with https://.

    Raises BadValue.
    """
    text = value.strip()
    if "#" in text:
        raise _refused(value, "часть после «#» остаётся в браузере, переадресовать её нельзя")
    if "?" in text:
        raise _refused(value, "часть после «?» в него не входит")
    whole = _SCHEME.match(text)
    path = _cut(value, text[whole.end() :]) if whole else text.removeprefix("/")
    path = _INDEX.sub("", path)
    name = path.rpartition("/")[2]
    if name and "." not in name:
        path += "/"
    return _checked(value, path)


def _cut(value: str, path: str) -> str:
    """The part of a whole address that lies within the site."""
    parts = path.split("/")
    start = next((place for place, part in enumerate(parts) if part in SECTIONS), None)
    if start is None:
        raise _refused(value, "не видно, с какого места начинается адрес внутри сайта")
    return "/".join(parts[start:])


def _checked(value: str, path: str) -> str:
    if not path:
        raise _refused(value, "это главная страница, она всегда на месте")
    if ".." in path:
        raise _refused(value, "в нём стоит «..»")
    if len(path) > LIMIT:
        raise _refused(value, f"он длиннее {LIMIT} знаков")
    if OLD_ADDRESS.fullmatch(path):
        return path
    if re.fullmatch(rf"(?:{_SEGMENT}/)*{_SEGMENT}(?:\.[a-z0-9]+)+", path):
        raise _refused(value, "это файл, а переадресовать можно только страницу")
    raise _refused(value, "в нём могут стоять строчные латинские буквы, цифры, дефис и «/»")


def _refused(value: str, reason: str) -> BadValue:
    return BadValue(codes.ALIAS_FORM, value=value[:60], reason=reason, example=EXAMPLE)
