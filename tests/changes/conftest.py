"""What the tests of changes share: a small content folder before and after."""

import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from demonstration import REPOSITORY

from generator.changes import both_sides, summary
from generator.values import NBSP

BASE = REPOSITORY / "tests/records/base"
DAY = date(2026, 1, 15)

Told = Callable[..., str]


@pytest.fixture
def now(tmp_path: Path) -> Path:
    """The records as a change leaves them: at first they are what they were."""
    return shutil.copytree(BASE, tmp_path / "content")


@pytest.fixture
def told(now: Path) -> Told:
    """Tell what has changed in `now`; every space is a plain one."""

    def tell(before: Path = BASE, site: str = "") -> str:
        return summary(both_sides(before, now, DAY), "content", site).replace(NBSP, " ")

    return tell
