"""A built site as it stands in a folder, under the address at which people see it."""

import re
from collections.abc import Iterator
from datetime import date
from functools import cached_property
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urljoin

from generator.pages.addresses import is_page, public_base
from generator.paper.failure import PaperError

_NOWHERE = "http://site.invalid/"
"""The address of a site that does not know its own: a name that nobody can have (RFC 2606)."""
_CANONICAL = re.compile(r'<link rel="canonical" href="([^"]+)"')
_MOVED = re.compile(r'<meta http-equiv="refresh" content="0; url=([^"]+)"')
_CHANGED = re.compile(r"<loc>([^<]+)</loc>\s*<lastmod>(\d{4}-\d{2}-\d{2})")
_PAGE = "index.html"
_STEPS = 9
"""So many former addresses may lead one to the next."""


class StandingSite:
    """A site in a folder. Raises PaperError where none stands."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder.resolve()
        home = self._folder / _PAGE
        if not home.is_file():
            raise PaperError(f"в папке {folder} нет сайта: постройте его, umo build")
        said = _CANONICAL.search(home.read_text(encoding="utf-8"))
        self.base = f"{unescape(said[1]).rstrip('/')}/" if said else _NOWHERE

    @property
    def is_public(self) -> bool:
        """Tell whether a link to the site leads anywhere for somebody else."""
        return self.base != _NOWHERE and bool(public_base(self.base))

    def stands(self, address: str) -> bool:
        """Tell whether there is a page at an address."""
        return is_page(address) and self._file(address) is not None

    def addresses(self) -> Iterator[str]:
        """Yield the addresses of all pages, those too where pages stood before."""
        for path in sorted(self._folder.rglob(_PAGE)):
            yield path.relative_to(self._folder).as_posix().removesuffix(_PAGE)

    def now(self, address: str) -> str:
        """The address to which a former one leads; any other is what it is."""
        for _ in range(_STEPS):
            file = self._file(address)
            moved = _MOVED.search(file.read_text(encoding="utf-8")) if file else None
            if not moved:
                break
            way = urljoin(self.base + address, unescape(moved[1]))
            address = way.removeprefix(self.base)
        return address

    def changed(self, address: str) -> date | None:
        """The day on which a page's record last changed, where the site knows it."""
        day = self._changes.get(self.base + address)
        return date.fromisoformat(day) if day else None

    def answer(self, url: str) -> Path | None:
        """The file that a browser gets for a URL; none for other hosts and wrong addresses."""
        asked = re.split(r"[?#]", url, maxsplit=1)[0]
        return self._file(unquote(asked.removeprefix(self.base))) if self._is_own(asked) else None

    def _is_own(self, url: str) -> bool:
        return url.startswith(self.base)

    def _file(self, address: str) -> Path | None:
        path = self._folder / (f"{address}{_PAGE}" if is_page(address) else address)
        inside = path.resolve().is_relative_to(self._folder)
        return path if inside and path.is_file() else None

    @cached_property
    def _changes(self) -> dict[str, str]:
        listed = self._folder / "sitemap.xml"
        text = listed.read_text(encoding="utf-8") if listed.is_file() else ""
        return {unescape(where): day for where, day in _CHANGED.findall(text)}
