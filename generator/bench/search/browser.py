"""A browser under measurement: Chromium through Playwright, each visit with an empty cache."""

import importlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_FINDER = "tests/browser/browser.py"
"""Prints where the browser is, or why there is none."""

_LIMIT = 300_000.0
"""Milliseconds after which a page is given up."""


class BrowserMissingError(Exception):
    """There is no browser to measure with; the text says why, in Russian."""


@contextmanager
def browser(project: Path) -> Iterator[Any]:
    """A running browser. Raises BrowserMissingError."""
    path = _path(project)
    try:
        playwright = importlib.import_module("playwright.sync_api")
    except ImportError as error:
        raise BrowserMissingError(
            "не установлен Playwright, его ставит make bench-search"
        ) from error
    with playwright.sync_playwright() as driver:
        running = driver.chromium.launch(executable_path=path)
        try:
            yield running
        finally:
            running.close()


@contextmanager
def visit(running: Any, address: str) -> Iterator[Any]:
    """A page in a browser that has seen nothing yet, at the size of a phone."""
    context = running.new_context(viewport={"width": 360, "height": 740})
    context.set_default_timeout(_LIMIT)
    try:
        page = context.new_page()
        page.goto(address, wait_until="load")
        yield page
    finally:
        context.close()


def _path(project: Path) -> str:
    finder = project / _FINDER
    if not finder.is_file():
        raise BrowserMissingError(f"нет {_FINDER}")
    asked = subprocess.run(  # noqa: S603 - the project's own script
        [sys.executable, str(finder)], capture_output=True, text=True, check=False
    )
    if asked.returncode:
        raise BrowserMissingError(f"браузер не найден: {asked.stderr.strip()}")
    return asked.stdout.strip()
