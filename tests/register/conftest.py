"""What the tests of the register share."""

import sys
from collections.abc import Callable
from pathlib import Path

import pytest

import generator.cache.readings as readings
import generator.pages.findings as findings
from generator.rules.finding import Finding

TESTS = Path(__file__).parents[1]
# Pages of a changed folder are made with the charts' helper, whole builds with the cache's.
sys.path += [str(TESTS / "charts"), str(TESTS / "cache")]

Judged = Callable[..., None]


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A copy of the small good content folder that a test may change."""
    from yearbook import base_copy

    return base_copy(tmp_path)


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> Judged:
    """Call with the findings that every year of one association has; the others have none."""

    def judge(*found: Finding, association: str = "mo-matematika") -> None:
        monkeypatch.setattr(
            findings,
            "judge",
            lambda archive, name, year, today: found if name == association else (),
        )

    return judge


@pytest.fixture(autouse=True)
def _trusted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file just written is not trusted for two seconds; nobody waits for that here."""
    monkeypatch.setattr(readings, "_TOO_FRESH", 0)
