"""A new district writes its own regulation, and every rule follows it: without a line of code.

Each folder of `districts/` is the content of a district that nobody thought of, with a regulation
of its own making; `findings.yml` beside it says what the rules find, and of which norms.
`UMO_WRITE_EXPECTED=1` writes what is found; it is then read by a person.
"""

import os
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from judging import HERE, read, shown

from generator.archive import build
from generator.load import load
from generator.rules.finding import State
from generator.rules.judge import judge
from generator.values import SchoolYear

DISTRICTS = sorted(path for path in (HERE / "districts").iterdir() if path.is_dir())


def findings(district: Path) -> dict[str, list[dict[str, Any]]]:
    """What is found of each norm that the regulation sets."""
    written = read(district / "findings.yml")
    today = date.fromisoformat(written["today"])
    archive, problems = build(load(district / "content"), today)
    assert archive is not None, [str(problem) for problem in problems]
    assert problems == []
    found: dict[str, list[dict[str, Any]]] = {}
    for finding in judge(archive, written["association"], SchoolYear(2025), today):
        if finding.state is not State.NOT_SET:
            found.setdefault(finding.norm.value, []).append(shown(finding))
    return found


@pytest.mark.parametrize("district", DISTRICTS, ids=lambda path: path.name)
def test_a_regulation_of_its_own_is_followed_to_the_letter(district: Path) -> None:
    """Exactly these findings of exactly these norms; all others are not set."""
    found, path = findings(district), district / "findings.yml"
    if os.environ.get("UMO_WRITE_EXPECTED"):
        head = path.read_text("utf-8").partition("\nfindings:")[0].rstrip("\n")
        rows = yaml.safe_dump({"findings": found}, allow_unicode=True, sort_keys=False, width=95)
        path.write_text(f"{head}\n{rows}", "utf-8")
    assert found == read(path)["findings"]


def test_three_districts_and_not_a_line_of_code() -> None:
    files = [path for path in (HERE / "districts").rglob("*") if path.is_file()]
    assert {path.suffix for path in files} == {".yml"}
    assert len(DISTRICTS) == 3


@pytest.mark.parametrize("district", DISTRICTS, ids=lambda path: path.name)
def test_the_findings_cite_the_clauses_of_that_regulation(district: Path) -> None:
    regulation = (district / "content/regulations/polozhenie.yml").read_text("utf-8")
    clauses = {row["clause"] for rows in findings(district).values() for row in rows}
    assert clauses
    assert all(f"clause: {clause}\n" in regulation for clause in clauses)
