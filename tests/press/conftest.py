"""A press as a build of the demonstration sets it up."""

import pytest
from demonstration import copied
from pressroom import press_of

from generator.pages import Page
from generator.press import Press


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Press, list[Page]]:
    return press_of(copied(tmp_path_factory.mktemp("press")))
