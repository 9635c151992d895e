"""What every contender has in common: where it works, how it is built, edited and served."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import ClassVar

from generator.bench.facts import RecordPage, record_pages, register
from generator.bench.records.frame import Fields
from generator.bench.shell import Shell, cut_body, cut_shell


@dataclass(frozen=True, slots=True)
class Command:
    """A command line, the folder it runs in, and what it adds to the environment.

    `own` says that the command is ours and finds Python packages where this process does.
    """

    words: tuple[str, ...]
    folder: Path
    environment: dict[str, str] = field(default_factory=dict)
    own: bool = False


@dataclass(frozen=True)
class Source:
    """What all contenders build: the records, and the site that we made of them."""

    number: int
    seed: int
    site: Path

    def pages(self) -> Iterator[RecordPage]:
        """Yield the pages of the records."""
        return record_pages(self.number, self.seed)

    def register(self) -> dict[str, dict[str, Fields]]:
        """Whoever and whatever the facts name by id."""
        return register(self.number, self.seed)

    @cached_property
    def sample(self) -> RecordPage:
        """The page that is edited and whose shell is taken: minutes from the middle."""
        held = [page for page in self.pages() if page.kind == "minutes"]
        return held[len(held) // 2]

    @property
    def phrase(self) -> str:
        """Words of the sample that an edit adds to."""
        return str(self.sample.facts["agenda"][0]["text"])

    @cached_property
    def shell(self) -> Shell:
        """The shell of our pages."""
        return cut_shell(self.html(self.sample.address), self.sample)

    def html(self, address: str) -> str:
        """A page of our site."""
        return (self.site / address / "index.html").read_text(encoding="utf-8")

    def plain_pages(self) -> Iterator[tuple[str, str]]:
        """Yield the address and the body of each page that is not a record's."""
        records = {page.address for page in self.pages()}
        for file in sorted(self.site.rglob("index.html")):
            way = file.parent.relative_to(self.site).as_posix()
            address = "" if way == "." else f"{way}/"
            if address not in records:
                yield address, cut_body(self.html(address), self.shell)

    def other_files(self) -> Iterator[Path]:
        """Yield styles, scripts and pictures: all that is no page, no map and no search index."""
        for file in sorted(self.site.rglob("*")):
            searched = file.relative_to(self.site).parts[0] == "search"
            page = file.name == "index.html" or file.name.startswith("sitemap")
            if file.is_file() and not searched and not page:
                yield file


class Peer:
    """A contender. `home` is its folder; the methods below are all that the measurement knows."""

    name: ClassVar[str]
    title: ClassVar[str]
    serves: ClassVar[bool] = True

    def __init__(self, workspace: Path, config: Path) -> None:
        self.workspace = workspace
        self.home = workspace / self.name
        self.config = config
        self._original = ""

    def unavailable(self) -> str | None:
        """Make its tools ready, or say in Russian why it must be left out."""
        raise NotImplementedError

    def version(self) -> str:
        """The version of its tool."""
        raise NotImplementedError

    def prepare(self, source: Source) -> None:
        """Write into `home` all that its build needs."""
        raise NotImplementedError

    def build(self) -> Command:
        """The command that builds the whole site."""
        raise NotImplementedError

    def serve(self, port: int) -> Command:
        """The command of its live preview on a port of this machine."""
        raise NotImplementedError

    @property
    def site(self) -> Path:
        """Where its site is built."""
        return self.home / "site"

    @property
    def leftovers(self) -> tuple[Path, ...]:
        """The site and every cache: without them a build is cold."""
        return (self.site,)

    def edited_file(self, source: Source) -> Path:
        """The file that holds the sample."""
        raise NotImplementedError

    def edit(self, source: Source, mark: str) -> None:
        """Add a word to the sample, in place of the word added before."""
        file = self.edited_file(source)
        if not self._original:
            self._original = file.read_text(encoding="utf-8")
        text = self._original.replace(source.phrase, f"{source.phrase} {mark}")
        file.write_text(text, encoding="utf-8", newline="\n")
