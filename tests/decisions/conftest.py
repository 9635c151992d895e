"""What the tests of the control of decisions share."""

import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from demonstration import REPOSITORY

import generator.cache.readings as readings

# The workshop that builds a small project again and again stands with the tests of the cache.
sys.path.append(str(Path(__file__).parents[1] / "cache"))


@pytest.fixture(autouse=True)
def _trusted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file just written is not trusted for two seconds; nobody waits for that here."""
    monkeypatch.setattr(readings, "_TOO_FRESH", 0)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the base records that a test may change."""
    return shutil.copytree(REPOSITORY / "tests/records/base", tmp_path / "content")


@pytest.fixture
def change(content: Path) -> Callable[[str, str, str], None]:
    """Call with the name of a file, a text that stands there once, and what shall stand."""

    def replace(name: str, old: str, new: str) -> None:
        found = [path for path in content.rglob("*") if path.as_posix().endswith(name)]
        assert len(found) == 1, name
        text = found[0].read_text("utf-8")
        assert text.count(old) == 1, f"{name} has «{old}» {text.count(old)} times"
        found[0].write_text(text.replace(old, new), "utf-8")

    return replace
