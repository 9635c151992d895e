"""The examples of the guide: each has its problem before, and none after."""

import os
import re
from datetime import date
from pathlib import Path

import pytest
from laid import lay

from generator.edition import examined
from generator.problems import codes
from generator.problems.catalogue import all_codes
from generator.problems.examples import EXAMPLES

TODAY = date(2026, 3, 1)
PACKAGE = Path(codes.__file__).parents[2]
NAMES = {id(value): name for name, value in vars(codes).items() if name.isupper()}


def found(content: Path) -> list[str]:
    edition, _ = examined(content, TODAY)
    return [str(problem) for problem in edition.problems]


def name_of(example) -> str:
    return f"{example.code.code}-{example.before[:20]}"


@pytest.mark.parametrize("example", EXAMPLES, ids=name_of)
def test_an_example_has_its_problem_and_its_mend_has_none(example, tmp_path, monkeypatch):
    content = lay(tmp_path / "content", example, example.before)
    if example.code is codes.FILE_UNREADABLE:

        def refuse(*_):
            raise PermissionError

        monkeypatch.setattr(os, "open", refuse)
    before = found(content)
    monkeypatch.undo()
    told = {re.search(r":\d+: ([A-Z]\d\d) ", line)[1] for line in before}
    if example.code is codes.MORE_PROBLEMS:  # it comes behind those that it counts
        told.remove(codes.YAML_DUPLICATE_KEY.code)
    assert told == {example.code.code}
    assert found(lay(tmp_path / "content", example, example.after)) == []


def test_every_code_has_an_example_that_is_told_once():
    assert {example.code.code for example in EXAMPLES} == {code.code for code in all_codes()}
    shown = [(example.code.code, example.before) for example in EXAMPLES]
    assert len(shown) == len(set(shown))


def test_every_code_can_be_printed():
    """Each code of the catalogue is named somewhere in the program beside its own table."""
    texts = [
        path.read_text(encoding="utf-8")
        for path in PACKAGE.rglob("*.py")
        if PACKAGE / "problems" not in path.parents
    ]
    named = set(re.findall(r"\bcodes\.([A-Z_0-9]+)\b", "\n".join(texts)))
    assert named == set(NAMES.values())


def test_no_code_is_made_elsewhere():
    """Whoever prints a code takes it from the catalogue, where this page takes it too."""
    makers = {
        path.relative_to(PACKAGE).as_posix()
        for path in PACKAGE.rglob("*.py")
        if re.search(r"\bCode\(\s*\"", path.read_text(encoding="utf-8"))
    }
    assert {path.rpartition("/")[0] for path in makers} == {"problems/codes"}
