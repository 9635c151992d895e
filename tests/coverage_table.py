"""The table of docs/coverage.md and the probes of its rows, read: what its tests share."""

import re
from pathlib import Path
from typing import NamedTuple

import yaml

REPOSITORY = Path(__file__).parents[1]
DOCUMENT = REPOSITORY / "docs" / "coverage.md"
PROBES: dict[str, list[dict[str, str]]] = yaml.safe_load(
    (REPOSITORY / "tests" / "site" / "coverage.yml").read_text("utf-8")
)
PROBING = "tests/site/test_coverage_shown.py"


class Row(NamedTuple):
    """A row of the table, as written."""

    number: str
    clause: str
    rule: str
    what: str
    where: str
    test: str

    @property
    def parts(self) -> list[str]:
        """What the software does, one thing after the other."""
        return self.what.split("; ")

    @property
    def places(self) -> list[str]:
        """The addresses and commands where it is seen."""
        return quoted(self.where)

    @property
    def tests(self) -> list[str]:
        """The tests that show it; the one with the probes has the row's number in brackets."""
        return [name + number for name, number in re.findall(r"`([^`]+)`( \[[^]]+\])?", self.test)]


def quoted(text: str) -> list[str]:
    """What stands in backticks."""
    return re.findall(r"`([^`]+)`", text)


def rows(text: str) -> list[Row]:
    """The rows of the table in the text of the document."""
    lines = (line for line in text.splitlines() if re.match(r"\| \d\.\d+ \|", line))
    return [Row(*(cell.strip() for cell in line.strip("|").split(" | "))) for line in lines]


ROWS = rows(DOCUMENT.read_text("utf-8"))
