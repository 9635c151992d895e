"""Every rule, in every state that it can give: a case each, with the exact findings.

`UMO_WRITE_EXPECTED=1` writes what is found into the cases; it is then read by a person.
"""

import os
from pathlib import Path

import pytest
import yaml
from judging import CASES, HERE, findings, read

from generator.rules.finding import NormKind, State
from generator.rules.judge import RULES


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case.parent.name}/{case.stem}")
def test_a_rule_finds_exactly_this(case: Path, tmp_path: Path) -> None:
    written = read(case)
    found = findings(written, case.parent.name, tmp_path)
    if os.environ.get("UMO_WRITE_EXPECTED"):
        text = case.read_text("utf-8").partition("\nexpected:")[0].rstrip("\n")
        rows = yaml.safe_dump({"expected": found}, allow_unicode=True, sort_keys=False, width=95)
        case.write_text(f"{text}\n{rows}", "utf-8")
    assert found == written["expected"]


def test_every_kind_of_norm_has_a_rule_and_a_case() -> None:
    assert list(RULES) == list(NormKind)
    assert {case.parent.name for case in CASES} == {kind.value for kind in NormKind}


def test_every_case_says_what_it_proves() -> None:
    silent = [case for case in CASES if not case.read_text("utf-8").startswith("# ")]
    assert silent == []


def test_every_state_that_a_rule_can_give_has_a_case() -> None:
    """STATES is what each rule's code can say; not set goes for every rule."""
    shown = {(case.parent.name, row["state"]) for case in CASES for row in read(case)["expected"]}
    wanted = {(norm, state) for norm, states in _states().items() for state in states}
    assert wanted - shown == set()
    assert shown - wanted == set()


def _states() -> dict[str, list[str]]:
    path = HERE / "states.yml"
    states = yaml.load(path.read_text("utf-8"), yaml.BaseLoader)  # noqa: S506 - texts only
    assert {kind.value for kind in NormKind} == set(states)
    assert all(state in {s.value for s in State} for row in states.values() for state in row)
    return states
