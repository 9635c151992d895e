"""Fixtures of the tests that look at the whole site."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from demonstration import Site, copied, restored, umo_build

Change = Callable[[str, str, str], None]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of records and settings that a test may change."""
    return copied(tmp_path)


@pytest.fixture
def standing(site: Site, copy: Path) -> Path:
    """A copy with the site that was built before, in its place, and without a cache."""
    shutil.copytree(site.root, copy / "site")
    return copy


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The copy behind `living`."""
    folder = copied(tmp_path_factory.mktemp("living"))
    umo_build(folder)
    return folder


@pytest.fixture
def living(shared: Path) -> Iterator[Path]:
    """A copy with its site and its cache, as people have it: a build makes what has changed.

    A test may change what the site is made of, and that is put back. The site is that of the last
    build, whatever that was, since a warm build ends in the bytes of a clean one (tests/cache).
    """
    with restored(shared):
        yield shared


def changing(folder: Path) -> Change:
    """Call with a path below the folder, a text that stands there once, and what shall stand."""

    def replace(name: str, old: str, new: str) -> None:
        path = folder / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{name} has «{old}» {text.count(old)} times"
        path.write_text(text.replace(old, new), "utf-8")

    return replace


@pytest.fixture
def change(copy: Path) -> Change:
    """Change a file of the copy."""
    return changing(copy)


@pytest.fixture
def edit(living: Path) -> Change:
    """Change a file of the living copy."""
    return changing(living)
