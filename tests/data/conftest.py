"""What the tests of open data share."""

import shutil
import sys
from pathlib import Path

import pytest
from datasheets import Sheets
from demonstration import REPOSITORY

import generator.cache.readings as readings

# The small project that is built again and again stands with the tests of the cache.
sys.path.append(str(Path(__file__).parents[1] / "cache"))


@pytest.fixture(autouse=True)
def _trusted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file just written is not trusted for two seconds; nobody waits for that here."""
    monkeypatch.setattr(readings, "_TOO_FRESH", 0)


@pytest.fixture(scope="session")
def shown() -> Sheets:
    """The open data of the demonstration, made once. Nobody changes them."""
    return Sheets(REPOSITORY / "content")


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A copy of the demonstration's records that a test may change."""
    return Path(shutil.copytree(REPOSITORY / "content", tmp_path / "content"))


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the small base that a test may change."""
    folder = tmp_path / "content"
    ignored = shutil.ignore_patterns("pages")
    return Path(shutil.copytree(REPOSITORY / "tests/records/base", folder, ignore=ignored))
