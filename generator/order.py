"""What is to be built, and what came of it."""

import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.archive import Archive
from generator.cache import Cache
from generator.file_trouble import reason
from generator.search import Digests


@dataclass(frozen=True, slots=True)
class Order:
    """What is to be built, and where; what is not said is as mkdocs.yml has it.

    Without a day it is today. An address given is the address at which the site will be seen.
    """

    config_file: Path
    content: Path | None = None
    site_dir: Path | None = None
    day: date | None = None
    strict: bool = False
    cached: bool = True
    site_url: str | None = None
    kept: Path | None = None
    """Where the cache lies, if not beside the settings."""
    indexed: bool = True
    """Whether the index of the search is made too; a preview makes it later."""
    in_place: bool = False
    """Whether a site that stands may be changed file by file: quicker, and for a preview only."""

    @property
    def subject(self) -> str:
        """What a cache of this build is about."""
        parts = (self.config_file.resolve(), self.content, self.site_dir, self.strict)
        return " ".join(map(str, parts))

    @property
    def cache_folder(self) -> Path | None:
        """Where the cache lies, if one is wanted."""
        if not self.cached:
            return None
        return (self.kept or self.config_file.resolve().parent) / ".cache" / "umo"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made: how many pages there are, and how many had to be made.

    `sought` are the lean copies of which the index of the search is to be, None without a search.
    """

    archive: Archive
    site_dir: Path
    pages: int
    made: int
    sought: Digests | None


@contextmanager
def copies_folder(order: Order) -> Iterator[Path]:
    """Where lean copies for the search lie: with the cache, else for as long as they are wanted."""
    if order.cache_folder:
        yield order.cache_folder / "copies"
        return
    with tempfile.TemporaryDirectory(prefix="umo-") as folder:
        yield Path(folder)


def open_cache(order: Order) -> Cache:
    """The cache of a build, as the last run has left it."""
    return Cache(order.cache_folder, order.subject, say)


def keep(cache: Cache) -> None:
    """Leave the cache to the next run; where that cannot be, the next one does without."""
    try:
        cache.save()
    except OSError as error:
        say(f"Кэш не сохранён, следующая сборка будет полной: {reason(error)}.")


def say(text: str) -> None:
    """Say something to whoever builds."""
    sys.stderr.write(f"{text}\n")
