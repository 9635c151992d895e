"""What the tests of charts and of the drawn tree share."""

from pathlib import Path

import pytest
from yearbook import base_copy


@pytest.fixture
def records(tmp_path: Path) -> Path:
    """A copy of the small good content folder that a test may change."""
    return base_copy(tmp_path)
