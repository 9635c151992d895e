"""The files of the page at /admin/ that are the same on every site: ours and the program's."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from zipfile import ZipFile

_HERE = Path(__file__).parent
_ARCHIVE = _HERE / "program.zip"
"""The content manager, packed by tools/forms/pack.sh from the versions that it names."""
_SITE = "site/"


def names() -> Iterator[str]:
    """Every file, by its way from /admin/."""
    yield from sorted(path.name for path in (_HERE / "assets").iterdir())
    yield from (f"program/{name.removeprefix(_SITE)}" for name in _packed())


def read(name: str) -> bytes:
    """The bytes of a file."""
    if not name.startswith("program/"):
        return (_HERE / "assets" / name).read_bytes()
    return packed(_SITE + name.removeprefix("program/"))


def packed(name: str) -> bytes:
    """A file of the archive by its own name."""
    with ZipFile(_ARCHIVE) as archive:
        return archive.read(name)


@cache
def _packed() -> tuple[str, ...]:
    with ZipFile(_ARCHIVE) as archive:
        return tuple(name for name in archive.namelist() if name.startswith(_SITE))
