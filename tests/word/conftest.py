"""What the tests of Word files share: the demonstration's records and the files made of them."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from papers import context_of, files_of

import generator.cache.readings as readings
from generator.pages import Context

TESTS = Path(__file__).parents[1]
# Whole builds are made with the cache's helper, pictures with that of files.
sys.path += [str(TESTS / name) for name in ("cache", "files")]


@pytest.fixture(scope="session")
def records() -> Context:
    """The demonstration's records."""
    return context_of()


@pytest.fixture(scope="session")
def files(records: Context) -> dict[str, Callable[[], Any]]:
    """What makes each Word file of the demonstration, by its address."""
    return files_of(records)


@pytest.fixture(autouse=True)
def _trusted_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file just written is not trusted for two seconds; nobody waits for that here."""
    monkeypatch.setattr(readings, "_TOO_FRESH", 0)
