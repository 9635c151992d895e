"""Fixtures of the tests that need a browser.

Without a browser these tests are skipped, and the end of the run says so; in CI they fail.
"""

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from browser import (
    ARGUMENTS,
    BrowserMissingError,
    check_driver,
    check_paper_tools,
    find_browser,
    served,
)
from demonstration import REPOSITORY, Site
from on_paper import Paper, on_paper
from playwright.sync_api import Browser, Page, sync_playwright
from sheets import Sheets, printed
from visit import SUB_PATH, WIDTHS

HERE = Path(__file__).parent


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(HERE):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def browser_path() -> str:
    """Where the browser of this machine is."""
    try:
        path = find_browser()
        check_driver()
        check_paper_tools()
    except BrowserMissingError as error:
        missing = str(error)
    else:
        return path
    if os.environ.get("CI", "").lower() in {"1", "true", "yes"}:
        pytest.fail(missing, pytrace=False)
    pytest.skip(missing)


@pytest.fixture(scope="session")
def browser(browser_path: str) -> Iterator[Browser]:
    """A running browser; each test opens contexts or pages of its own and closes them."""
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=browser_path, args=ARGUMENTS)
        yield running
        running.close()


@pytest.fixture(scope="session")
def wide(browser: Browser) -> Iterator[Callable[[int], Page]]:
    """Call with a width of `WIDTHS`: the one page of it that tests lend each other (`lent`)."""
    pages: dict[int, Page] = {}

    def of(width: int) -> Page:
        if width not in pages or pages[width].is_closed():
            pages[width] = browser.new_page(viewport={"width": width, "height": WIDTHS[width]})
            pages[width].set_default_timeout(15_000)
        return pages[width]

    yield of
    for page in pages.values():
        page.close()


@pytest.fixture(scope="module")
def still(browser: Browser) -> Iterator[Callable[[int, str], Page]]:
    """Call with a width of `WIDTHS` and a scheme: a page on which nothing moves, one a module."""
    pages: dict[tuple[int, str], Page] = {}

    def of(width: int, scheme: str) -> Page:
        if (width, scheme) not in pages:
            size, look = {"width": width, "height": WIDTHS[width]}, {"color_scheme": scheme}
            page = browser.new_page(viewport=size, reduced_motion="reduce", **look)
            page.set_default_timeout(15_000)
            pages[width, scheme] = page
        return pages[width, scheme]

    yield of
    for page in pages.values():
        page.close()


@pytest.fixture(scope="session")
def serve_folder() -> Iterator[Callable[..., str]]:
    """Call with a folder and a URL prefix; get the address where the folder is served."""
    with ExitStack() as servers:

        def serve(path: Path, prefix: str = "/") -> str:
            return servers.enter_context(served(path, prefix))

        yield serve


@pytest.fixture(scope="session")
def base(base_site: Site, serve_folder: Callable[..., str]) -> str:
    """Where it is served, under a path of its own."""
    return serve_folder(base_site.root, SUB_PATH)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the tests of a module put their PDF files."""
    return tmp_path_factory.mktemp("paper")


@pytest.fixture(scope="module")
def demo() -> Site:
    """The demonstration's records; the site itself is served at `base`."""
    return Site(REPOSITORY)


@pytest.fixture(scope="module")
def tab(browser: Browser) -> Iterator[Page]:
    page = browser.new_page()
    yield page
    page.close()


@pytest.fixture(scope="module")
def papers(tab: Page, base: str, folder: Path) -> Callable[[str], Paper]:
    """Print a page of the demonstration, once, and note what the screen says."""
    made: dict[str, Paper] = {}

    def once(address: str) -> Paper:
        if address not in made:
            tab.goto("about:blank")
            made[address] = on_paper(tab, base + address, folder / f"{len(made)}.pdf")
        return made[address]

    return once


@pytest.fixture(scope="module")
def prints(browser: Browser, base: str, folder: Path) -> Callable[[str], Sheets]:
    """Print a page of the demonstration, once."""
    made: dict[str, Sheets] = {}

    def once(address: str) -> Sheets:
        if address not in made:
            made[address] = printed(browser, base + address, folder)
        return made[address]

    return once
