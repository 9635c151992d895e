"""Libraries that are slow to load, and not of every run: they come when they are wanted."""

import importlib
from functools import cache
from typing import Any


@cache
def etree() -> Any:
    """`lxml.etree`."""
    return importlib.import_module("lxml.etree")


@cache
def html() -> Any:
    """`lxml.html`."""
    return importlib.import_module("lxml.html")


@cache
def docxtpl() -> Any:
    """docxtpl's own template, for what it knows of Word's XML. Nothing is rendered by it."""
    return importlib.import_module("docxtpl").DocxTemplate("")
