"""No pattern of ours works for ever at a text made to hold it up (ReDoS)."""

import importlib
import pkgutil
import re
import string
import sys
from collections.abc import Iterator

import pytest
from processor import StuckError, bounded

import generator

LENGTH = 1_000
"""Characters: longer than any line that a field takes. A pattern that goes back and forth needs
hours for it; one that starts anew at each letter a moment."""
SECONDS = 5
SAMPLES = "аЯёz0 .,:;-–—/|#*_[](){}<>«»\"'@+=&%\t\nХ"
PAIRS = (
    "а ",
    "1.",
    "-1",
    "а-",
    "](",
    "![",
    "<a",
    "a@",
    "a.",
    "1 ",
    ". ",
    "а. ",
    "8 9",
    "\n ",
    '="',
)


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every pattern for texts that a module or a class of ours keeps, with where it is kept."""
    for module in pkgutil.walk_packages(generator.__path__, "generator."):
        if not module.name.startswith(("generator.bench", "generator.reference.word")):
            importlib.import_module(module.name)
    seen: set[tuple[str, int]] = set()
    for name, module in sorted(sys.modules.items()):
        if name.startswith("generator."):
            for key, value in sorted(vars(module).items()):
                yield from _among(f"{name}.{key}", value, seen)


def _among(
    name: str, value: object, seen: set[tuple[str, int]]
) -> Iterator[tuple[str, re.Pattern[str]]]:
    if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
        if (value.pattern, value.flags) not in seen:
            seen.add((value.pattern, value.flags))
            yield name, value
    elif isinstance(value, dict | list | tuple):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _among(name, part, seen)


def attacks(pattern: str) -> Iterator[str]:
    """Texts of what a pattern looks for, many times, and then something that it does not."""
    own = {char for char in pattern if char not in string.ascii_letters + "\\^$?"}
    words = re.findall(r"[А-Яа-яёЁA-Za-z]{2,}|https?://", pattern)
    for piece in dict.fromkeys((*SAMPLES, *PAIRS, *sorted(own), *words)):
        yield piece * (LENGTH // len(piece)) + "\x00"
        yield "8" + piece * (LENGTH // len(piece)) + "!"


@pytest.mark.trust
def test_no_pattern_is_held_up() -> None:
    found = list(patterns())
    assert len(found) > 100
    stuck = []
    for name, pattern in found:
        try:
            with bounded(SECONDS):
                for text in attacks(pattern.pattern):
                    pattern.search(text)
        except StuckError:
            stuck.append(f"{name}: {pattern.pattern}")
    assert not stuck
