"""Pages are looked at before a site takes its place: where their links lead, what may not stand.

Every page that a build makes is looked at. What the quick look takes for doubtful is read once more
as a browser would read it, so nothing is refused because its text looks like something else.
"""

import os
import re
from collections.abc import Container, Iterable, Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import NamedTuple
from urllib.parse import unquote, urljoin, urlsplit

from generator.pages.addresses import is_page

_HREF, _SRC = re.compile(r'href="([^"]*)"'), re.compile(r'src="([^"]*)"')
_HANDLER = re.compile(r"on[a-z]+\s*=")
_SCRIPT, _DATA_BLOCK = "<script", '<script type="application/ld+json">'
_BEFORE_A_NAME = frozenset(" \t\n\r\f\"'/")
_TOP = ("#", "#top")
_OUTWARD = ("https://", "http://", "mailto:", "tel:")
_LEADING = frozenset(("href", "src", "action", "formaction", "data", "poster", "xlink:href"))
_SCHEMES = frozenset(("", "http", "https", "mailto", "tel", "data"))
_DATA = frozenset(("application/ld+json", "application/json"))
_HOST = "https://site.invalid"
"""Stands for the site's own host."""
_IGNORED = re.compile(r"[\x00-\x20]+")
"""What browsers leave out of an address before they read its scheme."""
_MARK = b"umomark"
"""What the press cuts at."""
_SHORT = 3
"""Parts of a path up to which it may stand in any text."""


class Fault(NamedTuple):
    """What is wrong with a page. With a `file` only if it is not on the site."""

    address: str
    text: str
    file: str = ""


class Inspection:
    """Looks at pages. `files` are those known to be on the site, `base` the path of its address.

    `own` are folders of this machine, of which no page may tell.
    """

    def __init__(self, files: Container[str], base: str = "/", own: Iterable[Path] = ()) -> None:
        self._files = files
        self._base = base
        self._inner = [_MARK, *(os.fsencode(path) for path in own if len(path.parts) > _SHORT)]

    def of_body(self, address: str, body: str, own: Container[str] = ()) -> list[Fault]:
        """What is wrong with what a page says; `own` are files that lie beside it."""
        if not (_may_run(body) or self._is_doubtful(address, body, own)):
            return []
        return [*_running(address, body), *self._dead(address, body)]

    def of_page(self, address: str, page: str, own: Container[str] = ()) -> list[Fault]:
        """What is wrong with the links of a page with its shell, which has scripts of its own.

        Places within hand-written pages are the affair of MkDocs and of its `validation`.
        """
        if not self._is_doubtful(address, page, own):
            return []
        return [fault for fault in self._dead(address, page) if fault.file]

    def of_bytes(self, address: str, data: bytes) -> list[Fault]:
        """Whether a file tells what is none of the reader's business."""
        told = (inner for inner in self._inner if inner in data and _is_apart(inner, data))
        return [
            Fault(address, f"видно внутреннее: «{inner.decode(errors='replace')}»")
            for inner in told
        ]

    def _is_doubtful(self, address: str, html: str, own: Container[str]) -> bool:
        """Tell whether some link is not plainly in order."""
        links, low = [*_HREF.findall(html), *_SRC.findall(html)], html.lower()
        # «script-src» and «data-src» lead nowhere.
        if low.count("href") + low.count("src") - low.count("-src") != len(links):
            return True
        folders = address.split("/")[:-1]
        above = ["".join(f"{one}/" for one in folders[:n]) for n in range(len(folders), -1, -1)]
        return not all(self._leads_on(link, above, html, own) for link in set(links))

    def _leads_on(self, link: str, above: list[str], html: str, own: Container[str]) -> bool:
        """Tell whether a link is plainly in order; `above` are the folders over the page."""
        if link.startswith(_OUTWARD):
            return True
        if link.startswith("#"):
            return link in _TOP or f'id="{link[1:]}"' in html
        rest, ups = link.partition("#")[0].partition("?")[0], 0
        if rest.startswith(self._base):
            rest, above = rest.removeprefix(self._base), [""]
        if rest.endswith(".."):
            rest += "/"
        while rest.startswith("../"):
            rest, ups = rest[3:], ups + 1
        if ups >= len(above):
            return False
        name = above[ups] + ("" if rest == "." else rest.removeprefix("./"))
        file = f"{name}index.html" if name.endswith("/") or not name else name
        return file in self._files or file in own

    def _dead(self, address: str, html: str) -> Iterator[Fault]:
        """Yield the links that lead nowhere, as a browser would follow them."""
        tags = list(_tags(html))
        ids = {value for _, given in tags for name, value in given if name in ("id", "name")}
        for _, given in tags:
            for name, value in given:
                if name in ("href", "src"):
                    yield from self._of_link(address, value, ids)

    def _of_link(self, address: str, link: str, ids: set[str]) -> Iterator[Fault]:
        if link.startswith("#"):
            if link not in _TOP and unquote(link[1:]) not in ids:
                yield Fault(address, f"на странице нет места «{link}», куда ведёт ссылка")
            return
        file = self._file_of(address, link)
        if file is not None and file not in self._files:
            yield Fault(address, f"ссылка «{link}» никуда не ведёт", file)

    def _file_of(self, address: str, link: str) -> str | None:
        """The file to which a link leads; None for one that leads out of the site."""
        try:
            parts = urlsplit(urljoin(f"{_HOST}{self._base}{address}", link))
        except ValueError:
            return None
        path = unquote(parts.path)
        if f"{parts.scheme}://{parts.netloc}" != _HOST or not path.startswith(self._base):
            return None
        name = path.removeprefix(self._base)
        return f"{name}index.html" if is_page(name) else name


def missing(faults: list[Fault], root: Path) -> list[Fault]:
    """The faults that are some: files that nobody knew of may be there all the same."""
    return [fault for fault in faults if not (fault.file and _is_there(root / fault.file))]


def _is_there(file: Path) -> bool:
    try:
        return file.is_file() or (file / "index.html").is_file()
    except (OSError, ValueError):
        return False


def _is_apart(inner: bytes, data: bytes) -> bool:
    """Tell whether a path stands there by itself, and not as the end of an address."""
    return inner == _MARK or re.search(rb"(?<![\w./:-])" + re.escape(inner), data) is not None


def _may_run(body: str) -> bool:
    """Tell whether something may be a handler of events, a script or a script's address."""
    low = body.lower()
    handlers = (low[found.start() - 1] for found in _HANDLER.finditer(low))
    scripts = low.count(_SCRIPT) - low.count(_DATA_BLOCK)
    return scripts > 0 or "script:" in low or not _BEFORE_A_NAME.isdisjoint(handlers)


def _running(address: str, body: str) -> Iterator[Fault]:
    """Yield what a browser would run."""
    for tag, given in _tags(body):
        if tag == "script" and dict(given).get("type") not in _DATA:
            yield Fault(address, "в тексте записи стоит скрипт")
        for name, value in given:
            if name.startswith("on"):
                yield Fault(address, f"в тексте записи стоит обработчик «{name}»")
            elif name in _LEADING and _scheme(value) not in _SCHEMES:
                yield Fault(address, f"ссылка «{value}» выполняет программу")


def _scheme(address: str) -> str:
    """The scheme of an address, as a browser reads it."""
    head, colon, _ = _IGNORED.sub("", address).partition(":")
    return head.lower() if colon and not set(head) & set("/?#") else ""


def _tags(html: str) -> list[tuple[str, list[tuple[str, str]]]]:
    """The elements of a page with their attributes."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return reader.found


class _Reader(HTMLParser):
    """Notes each element as it begins."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[tuple[str, list[tuple[str, str]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element; values come without escapes."""
        self.found.append((tag, [(name, value or "") for name, value in attrs]))
