"""Our own build: whole processes, called as people call them."""

import re
from pathlib import Path
from typing import ClassVar

from generator import __version__
from generator.bench.peers.files import remove
from generator.bench.peers.peer import Command, Peer, Source
from generator.bench.peers.tools import own_program
from generator.bench.records import write_pages, write_records

_ENVIRONMENT = {"SOURCE_DATE_EPOCH": "1795219200", "NO_MKDOCS_2_WARNING": "1"}
"""The day that every build goes by, 21 November 2026: two builds differ in nothing."""

_SEARCH = re.compile(r"^  - search\b.*\n(?:      .*\n)*", re.MULTILINE)
"""The plugin in the list of plugins, with its options."""


class Ours(Peer):
    """A project of its own in the workspace: settings, theme, records."""

    name: ClassVar[str] = "ours"
    title: ClassVar[str] = "umo"

    def unavailable(self) -> str | None:
        """We are always there."""
        return None

    def version(self) -> str:
        """Our version."""
        return __version__

    def write(self, number: int, seed: int) -> None:
        """Write the project with so many records."""
        remove(self.home)
        self.home.mkdir(parents=True)
        settings = without_search(self.config.read_text(encoding="utf-8"))
        (self.home / "mkdocs.yml").write_text(settings, encoding="utf-8")
        write_records(self.home / "content", number, seed)
        write_pages(self.home / "content", self.config.parent / "content/pages")

    def prepare(self, source: Source) -> None:
        """Write the project."""
        self.write(source.number, source.seed)

    def build(self) -> Command:
        """`umo build`."""
        return Command((own_program("umo"), "build"), self.home, _ENVIRONMENT, own=True)

    def serve(self, port: int) -> Command:
        """`umo serve`."""
        words = (own_program("umo"), "serve", "--address", f"127.0.0.1:{port}")
        return Command(words, self.home, _ENVIRONMENT, own=True)

    @property
    def leftovers(self) -> tuple[Path, ...]:
        """The site, what an interrupted build leaves, and the cache."""
        names = ("site", "site.new", "site.old", "site.kept", ".cache")
        return tuple(self.home / name for name in names)

    def edited_file(self, source: Source) -> Path:
        """The record itself."""
        return self.home / "content" / source.sample.source


def without_search(settings: str) -> str:
    """The settings of a project without the theme's search: none of the contenders has one."""
    return _SEARCH.sub("", settings)
