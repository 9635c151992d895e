"""What the tests of files beside records share."""

import sys
from pathlib import Path

import pytest

import generator.cache.readings as readings

# The small project that is built again and again stands with the tests of the cache.
sys.path.append(str(Path(__file__).parents[1] / "cache"))


@pytest.fixture
def _trusted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file just written is not trusted for two seconds; nobody waits for that here."""
    monkeypatch.setattr(readings, "_TOO_FRESH", 0)
