"""Who takes part: our build and MkDocs Material, both with a search, and plain Pagefind."""

import shutil
from dataclasses import replace
from pathlib import Path

from generator.bench.peers import Command, Ours, Source
from generator.bench.peers.files import put, remove
from generator.bench.peers.material import Material, settings
from generator.bench.search.practices_only import write_practices
from generator.shipped import look

_DAY = {"SOURCE_DATE_EPOCH": "1780315200"}
"""1 June 2026, in UTC: the two newest school years of the records are full."""

_PLUGINS = "  - search:\n      lang: ru\n  - gen-files:\n      scripts: [gen_pages.py]"


class SearchedOurs(Ours):
    """Our build with the settings as they are, so with a search."""

    def __init__(self, workspace: Path, config: Path, home: Path) -> None:
        super().__init__(workspace, config)
        self.home = home

    def write(self, number: int, seed: int) -> None:
        """Write the project with so many records."""
        super().write(number, seed)
        self._search_again()

    def write_practices(self, number: int, seed: int) -> None:
        """Write a project that has so many practices and hardly anything else."""
        super().write(1, seed)
        self._search_again()
        remove(self.home / "content/associations", self.home / "content/practices")
        remove(self.home / "content/organisations", self.home / "content/people")
        write_practices(self.home / "content", number, seed)

    def build(self) -> Command:
        """`umo build --timings`."""
        command = super().build()
        words = (*command.words, "--timings")
        return replace(command, words=words, environment=command.environment | _DAY)

    @property
    def index(self) -> Path:
        """Where the search lies on the site."""
        return self.site / "search"

    def _search_again(self) -> None:
        """Put the settings back that the contest without a search leaves out."""
        put(self.home / "mkdocs.yml", self.config.read_text(encoding="utf-8"))


class SearchedMaterial(Material):
    """MkDocs Material with the search that it comes with, in Russian."""

    def __init__(self, workspace: Path, config: Path, home: Path) -> None:
        super().__init__(workspace, config)
        self.home = home

    def prepare(self, source: Source) -> None:
        """Write all it needs; its field for the search is the theme's, not ours."""
        super().prepare(source)
        own = self.home / "overrides"
        shutil.copytree(look(), own)
        remove(own / "partials/search.html")
        put(self.home / "mkdocs.yml", settings(_PLUGINS, own))

    @property
    def index(self) -> Path:
        """The one file that its search reads."""
        return self.site / "search/search_index.json"


class PlainPagefind:
    """The same Pagefind over whole pages of our site, with no option but where to write."""

    title = "Pagefind как есть"

    def __init__(self, site: Path, index: Path) -> None:
        self.site = site
        self.index = index

    def command(self) -> Command:
        """Index the whole site."""
        import pagefind_bin  # type: ignore[import-untyped]

        words = ("--site", str(self.site), "--output-path", str(self.index))
        return Command((str(pagefind_bin.get_executable()), *words), self.site)
