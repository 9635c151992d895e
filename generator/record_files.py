"""The files of a site as MkDocs sees them: the records' pages are among them when it asks."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File as MkDocsFile
from mkdocs.structure.files import Files, InclusionLevel

from generator.load.beside import published_bytes
from generator.pages import Draft
from generator.publish import ADDRESS
from generator.reads import note
from generator.theme import source_name


class RecordFiles(Files):
    """The files of MkDocs; behind them records' pages and files, found when somebody asks."""

    def __init__(
        self, files: Files, drafts: dict[str, Draft], config: MkDocsConfig, content: Path
    ) -> None:
        super().__init__(files)
        self._drafts = drafts
        self._config = config
        self._content = content

    def get_file_from_path(self, path: str) -> MkDocsFile | None:
        """The file behind a link."""
        if known := super().get_file_from_path(path):
            return known
        plain = os.path.normpath(path).replace(os.sep, "/")
        folder, _, name = plain.rpartition("/")
        address = f"{folder}/" if folder else ""
        note(ADDRESS + plain)
        if plain in self._drafts and not plain.endswith("index.md"):
            return self._made(plain, content="")
        note(ADDRESS + address)
        if address not in self._drafts:
            return None
        if name == "index.md":
            return self._made(source_name(address), content="")
        beside = self._content / plain
        return self._made(plain, abs_src_path=str(beside)) if beside.is_file() else None

    def _made(self, name: str, **source: str) -> MkDocsFile:
        level = InclusionLevel.NOT_IN_NAV
        return MkDocsFile.generated(self._config, name, inclusion=level, **source)


def clean_pictures(files: Files) -> None:
    """Let pictures of hand-written pages go out without what they tell beside the picture."""
    for file in files.media_files():
        if file.abs_src_path:
            own = Path(file.abs_src_path)
            data = published_bytes(own)
            if data != own.read_bytes():
                file.content_bytes = data


def nav_paths(nav: Any) -> Iterator[str]:
    """The pages that the navigation names."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for inner in nav.values():
            yield from nav_paths(inner)
    elif isinstance(nav, list):
        for inner in nav:
            yield from nav_paths(inner)
