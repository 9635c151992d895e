"""The shell of our pages: all that stands around a page's own text, cut from a page we built."""

import gzip
import html
import posixpath
import re
from dataclasses import dataclass
from html.parser import HTMLParser

from generator.bench.facts import RecordPage

_VOID = frozenset({"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta"})
_MARK_OF_BODY = "umo-trail"
_RELATIVE = re.compile(r'\b(href|src)="(\.[^"]*)"')
_ITEM = r'<li[^>]*>\s*<a[^>]*href="#[^"]+"[^>]*>(?:(?!</a>).)*</a>\s*</li>\s*'
_CONTENTS = re.compile(rf"(?:{_ITEM})+", re.DOTALL)


class ShellError(Exception):
    """A page is not built the way that this module expects."""


@dataclass(frozen=True, slots=True)
class Shell:
    """The shell with gaps for what is each page's own.

    `text` holds the marks [[title]], [[description]], [[address]], [[root]], [[source]],
    [[headings]] and [[body]]; `item` is one line of the contents, with [[id]] and [[name]].
    [[address]] begins with «/», [[root]] ends with it. `container` is the element that holds the
    body: its tag and attributes as written.
    """

    text: str
    item: str
    container: str

    def filled(self, **gaps: str) -> str:
        """The shell with the gaps that are named filled in, as they are."""
        text = self.text
        for name, value in gaps.items():
            text = text.replace(f"[[{name}]]", value)
        return text

    @property
    def weight(self) -> int:
        """Bytes of the empty shell, compressed as servers do (gzip, level 9)."""
        empty = re.sub(r"\[\[\w+\]\]", "", self.text)
        return len(gzip.compress(empty.encode(), compresslevel=9, mtime=0))


class _Finder(HTMLParser):
    """Finds the innermost element that holds a mark; places are counted in characters."""

    def __init__(self, text: str, mark: str) -> None:
        super().__init__(convert_charrefs=False)
        self._lines = [0, *(found.end() for found in re.finditer("\n", text))]
        self._mark = mark
        self._open: list[tuple[str, str, int]] = []
        self.depth = 0
        self.container = ""
        self.inner = (0, 0)
        self.begins = 0
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        written = self.get_starttag_text() or ""
        if not self.depth and self._mark in written and self._open:
            self.depth = len(self._open)
            _, self.container, start = self._open[-1]
            self.inner = (start, 0)
            self.begins = self._place()
        if tag not in _VOID:
            self._open.append((tag, written, self._place() + len(written)))

    def handle_endtag(self, tag: str) -> None:
        while self._open:
            if self.depth and len(self._open) == self.depth and not self.inner[1]:
                self.inner = (self.inner[0], self._place())
            if self._open.pop()[0] == tag:
                return

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column


def cut_shell(text: str, page: RecordPage) -> Shell:
    """Cut the shell from a record's page; the page's own text is taken out."""
    found = _Finder(text, _MARK_OF_BODY)
    if not found.inner[1]:
        raise ShellError(f"Страница {page.address} построена не так, как ждёт замер.")
    start, end = found.begins, found.inner[1]
    around = f"{_gaps(text[:start], page)}[[body]]{_gaps(text[end:], page)}"
    around, item = _contents(around, page)
    if "{{" in around or "{%" in around:
        raise ShellError("В оболочке страницы стоят скобки шаблонов: {{ или {%.")
    return Shell(around, item, found.container)


def cut_body(text: str, shell: Shell) -> str:
    """All that stands in the same element of another page, whatever page it is."""
    found = _Finder(text.replace(shell.container, f"{shell.container}<{_MARK_OF_BODY}>", 1), "<umo")
    start, end = found.inner
    return text[start : end - len(f"<{_MARK_OF_BODY}>")]


def _gaps(text: str, page: RecordPage) -> str:
    """Put marks where the shell speaks of the page itself."""
    for name, value in (("title", page.title), ("description", page.description)):
        words = html.escape(value).split()
        pattern = r"\s".join(re.escape(word) for word in words)
        text = re.sub(pattern, f"[[{name}]]", text)
    text = text.replace(page.source, "[[source]]")
    text = _RELATIVE.sub(lambda found: _rooted(found, page.address), text)
    text = re.sub(rf"\.\./{re.escape(page.root[3:-1])}/?(?=[\"'\w])", "[[root]]", text)
    return text.replace(f"/{page.address}", "[[address]]")


def _rooted(found: re.Match[str], address: str) -> str:
    """A relative link as one from the site's root."""
    name, way = found.groups()
    whole = posixpath.normpath(posixpath.join(address, way))
    slash = "/" if way.endswith("/") and whole != "." else ""
    return f'{name}="[[root]]{"" if whole == "." else whole}{slash}"'


def _contents(text: str, page: RecordPage) -> tuple[str, str]:
    """Put a mark where the table of contents lists the page's headings."""
    first = page.headings[0]
    for run in _CONTENTS.finditer(text):
        one = re.match(_ITEM, run.group(), re.DOTALL)
        if one and f'"#{first["id"]}"' in one.group():
            item = one.group().replace(f'"#{first["id"]}"', '"#[[id]]"')
            item = re.sub(re.escape(first["title"]), "[[name]]", item)
            return f"{text[: run.start()]}[[headings]]{text[run.end() :]}", item
    return text, ""
