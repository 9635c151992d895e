"""What the tests of drafts share."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from demonstration import REPOSITORY, TODAY

from generator.cli import main

Umo = Callable[..., Result]


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
