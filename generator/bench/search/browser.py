"""A browser under measurement: Chromium through Playwright, each visit with an empty cache."""

import importlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from generator.paper.failure import BrowserMissingError
from generator.paper.machine import find_browser

_LIMIT = 300_000.0
"""Milliseconds after which a page is given up."""


@contextmanager
def browser() -> Iterator[Any]:
    """A running browser. Raises BrowserMissingError."""
    path = find_browser()
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
