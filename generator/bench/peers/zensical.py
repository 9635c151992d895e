"""Zensical: the successor of MkDocs Material by the same people, with a core in Rust."""

from pathlib import Path
from typing import ClassVar

from generator.bench.peers.files import put, remove
from generator.bench.peers.markdown import file_of
from generator.bench.peers.material import hand_written, markdown_files, settings
from generator.bench.peers.peer import Command, Peer, Source
from generator.bench.peers.tools import peers_venv


class Zensical(Peer):
    """The same Markdown as for MkDocs, on disk."""

    name: ClassVar[str] = "zensical"
    title: ClassVar[str] = "Zensical"

    def unavailable(self) -> str | None:
        """Install the peers' Python packages."""
        return peers_venv(self.workspace, "zensical").failed

    def version(self) -> str:
        """Zensical's version."""
        return peers_venv(self.workspace, "zensical").version("zensical")

    def prepare(self, source: Source) -> None:
        """Write the settings and every page."""
        remove(self.home)
        put(self.home / "mkdocs.yml", settings("  - search:\n      enabled: false"))
        docs = hand_written(self.home, self.config.parent / "content/pages")
        for file, text in markdown_files(source, docs):
            put(docs / file, text)

    def build(self) -> Command:
        """`zensical build`."""
        return Command((self._program(), "build"), self.home)

    def serve(self, port: int) -> Command:
        """`zensical serve`."""
        words = (self._program(), "serve", "--dev-addr", f"127.0.0.1:{port}")
        return Command(words, self.home)

    @property
    def leftovers(self) -> tuple[Path, ...]:
        """The site and the cache."""
        return (self.site, self.home / ".cache")

    def edited_file(self, source: Source) -> Path:
        """The Markdown file of the sample."""
        return self.home / "docs" / file_of(source.sample.address)

    def _program(self) -> str:
        return peers_venv(self.workspace, "zensical").program("zensical")
