"""What the tests of practices share."""

import sys
from pathlib import Path

import pytest

import generator.cache.readings as readings

# The workshop that builds a small project again and again stands with the tests of the cache.
sys.path.append(str(Path(__file__).parents[1] / "cache"))


@pytest.fixture(autouse=True)
def _trusted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file just written is not trusted for two seconds; nobody waits for that here."""
    monkeypatch.setattr(readings, "_TOO_FRESH", 0)
