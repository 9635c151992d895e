"""A few records that stand beside the tests, and what their pages say."""

from functools import partial
from pathlib import Path

import pytest
from graphs import Graph, archive_in, graph_of

from generator.archive import Archive


@pytest.fixture(scope="session")
def records() -> Path:
    return Path(__file__).parent / "records/content"


@pytest.fixture(scope="session")
def few(records: Path) -> Archive:
    return archive_in(records)


@pytest.fixture
def graph(few: Archive) -> Graph:
    return partial(graph_of, archive=few)
