"""Fixtures of the tests that look at the whole site."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from demonstration import Site, copied


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of records, settings and overrides that a test may change."""
    return copied(tmp_path)


@pytest.fixture
def standing(site: Site, copy: Path) -> Path:
    """A copy with the site that was built before, in its place."""
    shutil.copytree(site.root, copy / "site")
    return copy


@pytest.fixture
def change(copy: Path) -> Callable[[str, str, str], None]:
    """Call with a path below the copy, a text that stands there once, and what shall stand."""

    def replace(name: str, old: str, new: str) -> None:
        path = copy / name
        text = path.read_text("utf-8")
        assert text.count(old) == 1, f"{name} has «{old}» {text.count(old)} times"
        path.write_text(text.replace(old, new), "utf-8")

    return replace
