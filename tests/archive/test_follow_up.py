"""One fault is told once: a broken record makes no problems in the records that name it."""

import shutil
from pathlib import Path

import pytest

from generator.archive import build
from generator.load import load

BASE = Path(__file__).parents[1] / "records" / "base"
FILES = sorted(
    path.relative_to(BASE).as_posix()
    for path in BASE.rglob("*")
    if path.suffix in {".yml", ".md"} and "pages" not in path.parts
)
HURT = {
    "not YAML": ("Y", "]]]\n"),
    "an empty file": ("F03", ""),
    "another encoding": ("F04", "тема: да".encode("cp1251")),
    "an unknown field": ("R", "zzz: 1\n"),
}


@pytest.fixture
def content(tmp_path) -> Path:
    return shutil.copytree(BASE, tmp_path / "content")


def hurt(text: str, by: str) -> bytes:
    what = HURT[by][1]
    if isinstance(what, bytes) or not what:
        return what or b""
    head = "---\n" if text.startswith("---\n") else ""
    return (head + what + text.removeprefix(head)).encode()


@pytest.mark.parametrize("by", HURT)
@pytest.mark.parametrize("path", FILES)
def test_a_broken_record_is_told_alone(content, path, by):
    file = content / path
    file.write_bytes(hurt(file.read_text("utf-8"), by))
    archive, problems = build(load(content))
    assert archive is None
    assert {problem.place.path for problem in problems} == {path}
    assert problems[0].code.startswith((HURT[by][0], "Y1"))


@pytest.mark.parametrize("path", ["people.yml", "organisations.yml"])
def test_one_row_without_its_id(content, path):
    file = content / path
    file.write_text(file.read_text("utf-8").replace("  - id:", "  - idd:", 1), "utf-8")
    _, problems = build(load(content))
    assert {problem.place.path for problem in problems} == {path}


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("people.yml", "people.yaml", "F06"),
        ("people.yml", "People.yml", "F07"),
        ("associations/mumo", "associations/Mumo", "F07"),
        ("practices/ustnyy-schet.md", "practices/Ustnyy-schet.md", "F07"),
        ("site.yml", "site.yaml", "F06"),
    ],
)
def test_a_misnamed_record_is_told_alone(content, old, new, code):
    (content / old).rename(content / new)
    _, problems = build(load(content))
    assert {problem.code for problem in problems} == {code}


def test_problems_are_sorted_and_told_once(content):
    for path in FILES:
        file = content / path
        file.write_bytes(hurt(file.read_text("utf-8"), "an unknown field"))
    _, problems = build(load(content))
    assert problems == sorted(set(problems))
    assert {problem.place.path for problem in problems} == set(FILES)


def test_warnings_do_not_stop_the_archive(content):
    file = content / "site.yml"
    file.write_text(file.read_text("utf-8").replace("Планы,", "Плaны,"), "utf-8")
    archive, problems = build(load(content))
    assert [problem.code for problem in problems] == ["R19"]
    assert archive is not None
