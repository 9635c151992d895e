"""The cache of a build: what was read, what was done, and the facts that it hung on."""

import importlib.metadata
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import generator
from generator.cache.ledger import Ledger
from generator.cache.readings import KeptReadings
from generator.cache.store import (
    CacheDroppedError,
    Pack,
    Tables,
    digest_of,
    read_tables,
    write_tables,
)

_LIBRARIES = (
    "babel",
    "cbor2",
    "docxtpl",
    "feedgenerator",
    "icalendar",
    "imagesize",
    "jinja2",
    "lxml",
    "markdown",
    "markupsafe",
    "nh3",
    "pagefind-bin",
    "pydantic",
    "pymdown-extensions",
    "python-docx",
    "python-slugify",
    "snowballstemmer",
    "xlsxwriter",
    "zxing-cpp",
)
"""What takes part in making a page of a record, besides this program."""
_PARTS = {".py", ".html", ".docx", ".js", ".zip"}
"""Files of the package that pages and files of a site are made of."""
_WASTE = 2
"""The file of records may be so many times as long as what is still of use in it."""


class Cache:
    """What earlier runs have left. Without a folder nothing is kept, and every run is the first.

    `subject` says what the cache is about: another one, or another version of the program, starts
    anew. `tell` hears why a cache was dropped.
    """

    def __init__(self, folder: Path | None, subject: str, tell: Callable[[str], None]) -> None:
        self._folder = folder
        self._subject = f"{subject}\n{_program()}"
        if folder is not None:
            folder.mkdir(parents=True, exist_ok=True)
        self._pack = Pack(folder / "records" if folder else None)
        tables = self._opened(folder, tell) if folder else {}
        self.readings = KeptReadings(tables.get("readings", {}), self._pack)
        self.ledger = Ledger(tables.get("ledger"))
        self._values: dict[str, dict[str, Any]] = tables.get("values", {})

    def settle(self, family: str, values: Mapping[str, Any]) -> None:
        """Say what the facts of a family are worth now; work that saw others is forgotten."""
        old = self._values.get(family, {})
        differing = {key for key in {*old, *values} if old.get(key) != values.get(key)}
        self.ledger.forget(f"{family}{key}" for key in differing)
        self._values[family] = dict(values)

    def settle_records(self) -> None:
        """Forget work that saw records which are no longer what they were."""
        self.ledger.forget(self.readings.changed())

    def state(self, family: str, values: Mapping[str, Any]) -> None:
        """Say what facts are worth on which no work of earlier runs can hang."""
        self._values[family] = dict(values)

    def value(self, family: str) -> dict[str, Any]:
        """What the facts of a family were worth when they were last settled."""
        return self._values.get(family, {})

    def save(self) -> None:
        """Leave everything to the next run."""
        if self._folder is None:
            return
        if self._pack.size > _WASTE * self.readings.live + 1_000_000:
            self.clear()
            return
        tables = {
            "readings": self.readings.table(),
            "ledger": self.ledger.table(),
            "values": self._values,
        }
        write_tables(self._folder / "tables", self._subject, tables)

    def turn(self, only: frozenset[str] | None = None) -> None:
        """Begin another run in the same process.

        With the paths of records, nothing but these has changed since the last one.
        """
        self.readings = self.readings.turned(only)

    def clear(self) -> None:
        """Leave nothing: the next run starts anew."""
        if self._folder is not None:
            (self._folder / "tables").unlink(missing_ok=True)
            self._pack.clear()

    def _opened(self, folder: Path, tell: Callable[[str], None]) -> Tables:
        try:
            return read_tables(folder / "tables", self._subject)
        except CacheDroppedError as dropped:
            if str(dropped):
                tell(f"Кэш не взят: {dropped}. Всё строится заново.")
            self.clear()
            return {}


def _program() -> str:
    """What the program is: its own files and the libraries that it works with."""
    root = Path(generator.__file__).parent
    files = (path for path in root.rglob("*") if path.suffix in _PARTS)
    states = [(path, path.stat()) for path in sorted(files)]
    own = "\n".join(f"{path} {state.st_size} {state.st_mtime_ns}" for path, state in states)
    versions = " ".join(f"{name} {importlib.metadata.version(name)}" for name in _LIBRARIES)
    return f"{digest_of(own.encode()).hex()} {versions} {sys.version}"
