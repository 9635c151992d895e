"""Every page of the site, in a fixed order."""

from collections.abc import Callable, Iterator

from generator.pages import (
    analyses,
    associations,
    home,
    minutes,
    organisations,
    plans,
    practices,
    register,
    regulations,
    structure,
    years,
)
from generator.pages.context import Context
from generator.pages.page import Page

BUILDERS: tuple[Callable[[Context], Iterator[Page]], ...] = (
    home.pages,
    associations.pages,
    years.pages,
    plans.pages,
    minutes.pages,
    analyses.pages,
    practices.pages,
    register.pages,
    regulations.pages,
    structure.pages,
    organisations.pages,
)


def all_pages(context: Context) -> Iterator[Page]:
    """Yield every page."""
    for build in BUILDERS:
        yield from build(context)
