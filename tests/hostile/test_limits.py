"""`docs/limits.md` tells the limits that the program has."""

import re
from importlib import import_module
from pathlib import Path

import pytest

DOCS = Path(__file__).parents[2] / "docs" / "limits.md"
ROW = re.compile(
    r"^\| [^|]+ \| (\d+)[^|]* \| `(generator[\w.]+)\.(\w+)` \| [^|]+ \|$", re.MULTILINE
)
ROWS = ROW.findall(DOCS.read_text("utf-8"))


@pytest.mark.parametrize(("number", "module", "name"), ROWS, ids=[f"{m}.{n}" for _, m, n in ROWS])
def test_a_limit_is_as_told(number: str, module: str, name: str) -> None:
    assert getattr(import_module(module), name) == int(number)


def test_every_row_is_looked_at() -> None:
    rows = [line for line in DOCS.read_text("utf-8").splitlines() if line.startswith("| ")]
    heads = [line for line in rows if line.startswith("| limit ")]
    assert len(ROWS) == len(rows) - len(heads)
