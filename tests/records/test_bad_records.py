"""Bad input: each case of `bad/` with the whole list of messages that a chair reads.

After a change of a message: `UMO_WRITE_EXPECTED=1 pytest tests/records`, then read the difference.
"""

import os
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from overlay import HERE, make

from generator.edition import examined
from generator.problems import Code, codes, has_errors

TODAY = date(2026, 6, 1)
CASES = sorted(path for path in (HERE / "bad").iterdir() if path.is_dir())
CATALOGUE = {value.code: value for value in vars(codes).values() if isinstance(value, Code)}

SHOWN_ELSEWHERE = {
    "F01": "a file without permission: root, who runs the tests in CI, may read everything;"
    " tests/source/test_text.py makes the error itself",
    "F12": "a content folder that is not there has no files: test_no_folder_at_all",
}


def messages(content: Path) -> str:
    edition, _ = examined(content, TODAY)
    problems = edition.problems
    assert (edition.archive is None) == has_errors(problems)
    assert problems == sorted(problems)
    return "".join(f"{problem}\n" for problem in problems)


def expected(case: Path) -> tuple[str, str]:
    """The comment at the head of `expected.txt`, and the messages."""
    lines = (case / "expected.txt").read_text("utf-8").splitlines(keepends=True)
    comment = [line for line in lines if line.startswith("#")]
    return "".join(comment), "".join(lines[len(comment) :])


def ignores_case(folder: Path) -> bool:
    (folder / "probe").touch()
    return (folder / "PROBE").exists()


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_message_of_a_bad_record(case, tmp_path):
    if case.name.startswith("case-") and ignores_case(tmp_path):
        pytest.skip("the file system does not tell capital letters from small ones")
    found = messages(make(tmp_path / "content", case))
    comment, wanted = expected(case)
    if "UMO_WRITE_EXPECTED" in os.environ:
        (case / "expected.txt").write_text(comment + found, "utf-8")
    assert found == wanted


def test_the_base_has_no_problem(tmp_path):
    assert messages(make(tmp_path / "content")) == ""


def test_no_folder_at_all(tmp_path):
    assert messages(tmp_path / "content") == (
        ".:1:1: F12 нет папки с записями «content»\n    → Проверьте, как написан путь к ней.\n"
    )


def test_an_empty_folder(tmp_path):
    (tmp_path / "content").mkdir()
    assert messages(tmp_path / "content") == (
        "site.yml:1:1: F10 нет обязательного файла site.yml\n"
        "    → Создайте его по образцу из docs/records/.\n"
    )


def test_there_are_enough_cases():
    assert len(CASES) >= 50


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_every_case_says_what_it_proves(case):
    comment, wanted = expected(case)
    assert len(comment) > 10
    assert wanted or case.name.startswith("good-")


def test_every_code_is_shown():
    """Each code of the catalogue stands in a case, or in the short list with its reason."""
    shown = set()
    for case in CASES:
        shown |= set(re.findall(r"^\S.*?:\d+:\d+: ([A-Z]\d\d) ", expected(case)[1], re.MULTILINE))
    assert shown.isdisjoint(SHOWN_ELSEWHERE)
    assert shown | set(SHOWN_ELSEWHERE) == set(CATALOGUE)


def test_every_code_bears_one_number():
    all_codes = [value for value in vars(codes).values() if isinstance(value, Code)]
    assert len(all_codes) == len(CATALOGUE)


def test_nothing_is_written(tmp_path):
    """A run over bad records leaves the folder as it was."""
    content = make(tmp_path / "content", HERE / "bad" / "several-files")
    before = {path: path.stat().st_mtime_ns for path in content.rglob("*")}
    messages(content)
    assert {path: path.stat().st_mtime_ns for path in content.rglob("*")} == before


def test_all_at_once(tmp_path):
    """Many cases laid over each other: each problem is told, and nothing is raised."""
    content = make(tmp_path / "content")
    for case in CASES:
        one = make(tmp_path / case.name, case)
        for path in one.rglob("*"):
            if path.is_file() and not path.is_symlink():
                target = content / path.relative_to(one)
                target.parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(path, target)
        shutil.rmtree(one)
    assert messages(content)
