"""What the tests of new records share: a small project of their own, and the command line in it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from demonstration import REPOSITORY

from generator.cli import main

TODAY = "2025-12-01"
Umo = Callable[..., Result]


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the small base records; without settings of MkDocs, so no site is known."""
    shutil.copytree(REPOSITORY / "tests/records/base", tmp_path / "content")
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return tmp_path


@pytest.fixture
def umo(project: Path) -> Umo:
    """Call the program in the project, on the day of these tests; `said` is what somebody types."""

    def call(*words: str, said: str | bytes = "", day: str = TODAY) -> Result:
        words = (*words, "--today", day)
        return CliRunner().invoke(main, words, prog_name="umo", input=said, catch_exceptions=False)

    return call
