"""What the tests of warm builds share."""

import pytest

import generator.cache.readings as readings


@pytest.fixture(autouse=True)
def _trusted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file just written is not trusted for two seconds; nobody waits for that here."""
    monkeypatch.setattr(readings, "_TOO_FRESH", 0)
