"""What the tests of drafts share."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from demonstration import REPOSITORY, TODAY

from generator.cli import main
from generator.load import loader
from generator.load.files import Found
from generator.load.reading import Reading

Umo = Callable[..., Result]

_READ: dict[tuple[str, bytes, tuple[str, ...]], Reading] = {}


@pytest.fixture(autouse=True)
def _read_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Read each file once for all tests, as long as it has the same bytes: drafts are what is
    looked at here, and each of them reads all records."""
    read = loader.read

    def recalled(content: Path, found: Found, beside: tuple[str, ...] = ()) -> Reading:
        key = (found.path, (content / found.path).read_bytes(), beside)
        if key not in _READ:
            _READ[key] = read(content, found, beside)
        return _READ[key]

    monkeypatch.setattr(loader, "read", recalled)


@pytest.fixture
def content(tmp_path: Path) -> Path:
    """A copy of the demonstration's records that a test may change."""
    ignored = shutil.ignore_patterns("pages")
    return shutil.copytree(REPOSITORY / "content", tmp_path / "content", ignore=ignored)


@pytest.fixture
def base(tmp_path: Path) -> Path:
    """A copy of the small base records in place of the demonstration."""
    return shutil.copytree(REPOSITORY / "tests/records/base", tmp_path / "content")


@pytest.fixture
def umo(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Umo:
    """Run `umo draft` beside the copy, on the day of the tests unless another is named."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)

    def run(*words: str, day: str = TODAY) -> Result:
        today = () if "--help" in words else ("--today", day)
        return CliRunner().invoke(main, ["draft", *words, *today], prog_name="umo")

    return run
