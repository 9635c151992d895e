"""Lays a case of a rule over the base records and says what the rule finds.

A case is one YAML file in `cases/<norm>/`. Its comment at the top says what it proves.
- `today`: the day from which the year is looked at;
- `year`, `association`: 2025-2026 and a, unless it says otherwise;
- `regulation`: norms, added to the base's regulation;
- `association_fields`, `people`: fields that replace those of the association; people by id;
- `files`: other files of the content folder, by path, replacing those of the base;
- `expected`: every finding of the norm, each with all of its fields that are not empty.
"""

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from generator.archive import build
from generator.load import load
from generator.rules.finding import Finding, NormKind
from generator.rules.judge import judge
from generator.values import SchoolYear

HERE = Path(__file__).parent
BASE = HERE / "base"
CASES = sorted((HERE / "cases").rglob("*.yml"))


def read(case: Path) -> dict[str, Any]:
    """The case as plain values: every scalar is the text that stands there."""
    loaded = yaml.load(case.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    assert isinstance(loaded, dict), case
    return loaded


def findings(case: dict[str, Any], norm: str, folder: Path) -> list[dict[str, Any]]:
    """What the rule of a norm finds, as plain values in the form of `expected`."""
    content = lay(case, folder)
    day = date.fromisoformat(case["today"])
    archive, problems = build(load(content), day)
    assert archive is not None, [str(problem) for problem in problems]
    year = SchoolYear.parse(case.get("year", "2025-2026"))
    found = judge(archive, case.get("association", "a"), year, day)
    return [shown(finding) for finding in found if finding.norm is NormKind.read(norm)]


def lay(case: dict[str, Any], folder: Path) -> Path:
    """Make the content folder of a case."""
    content = folder / "content"
    shutil.copytree(BASE, content)
    _merge(content / "regulations/r.yml", case.get("regulation", {}))
    _merge(content / "associations/a/association.yml", case.get("association_fields", {}))
    _people(content / "people.yml", case.get("people", {}))
    for name, value in case.get("files", {}).items():
        path = content / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(value if isinstance(value, str) else _text(value), "utf-8")
    return content


def shown(finding: Finding) -> dict[str, Any]:
    """A finding as a case expects it: only what is filled."""
    row = {
        "state": finding.state.value,
        "message": finding.message,
        "clause": finding.clause,
        "subject": finding.subject,
        "due": finding.due.isoformat() if finding.due else "",
        "evidence": [_evidence(*one) for one in finding.evidence],
        "advice": finding.advice,
        "missing": finding.missing,
    }
    return {name: value for name, value in row.items() if value}


def _evidence(kind: Any, id_: str, decision: str) -> str:
    return f"{kind.value} {id_}" + (f"#{decision}" if decision else "")


def _merge(path: Path, fields: dict[str, Any]) -> None:
    known = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    path.write_text(_text(known | fields), "utf-8")


def _people(path: Path, changes: dict[str, dict[str, Any]]) -> None:
    known = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)["people"]  # noqa: S506
    rows = {row["id"]: row for row in known}
    for name, fields in changes.items():
        rows[name] = {**rows.get(name, {"id": name}), **fields}
    path.write_text(_text({"people": list(rows.values())}), "utf-8")


def _text(value: Any) -> str:
    return yaml.safe_dump(value, allow_unicode=True, sort_keys=False)
