"""`umo check --format github`: each annotation stands on the very line that is at fault."""

import re
import shutil
from pathlib import Path

import pytest
from demonstration import TODAY, called

BASE = Path(__file__).parents[1] / "records/base"
MEETING = "associations/mo-matematika/2025-2026/meetings/2025-09-15.yml"
BAD = """\
date: 2025-09-15
number: "4"
status: sined        # R11
mode: offline
time: "25:70"        # R08
atendance: 9         # R01
head: belova-irina
agenda:
  - Итоги, цели: план  # R01 R02
  - text: "50%0A::error::да: раз, два"
    kind: "100%,\\n::warning file=x::нет"   # R11
  - ""               # R14
decisions:
  - text: ____       # R15
  - text: Провести урок
    due: 31.02.2026  # R07
"""
_ANNOTATION = re.compile(r"::(error|warning) file=([^,:]+),line=(\d+),col=(\d+),title=(\w+)::(.+)")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository in which one bad record came; the records lie two folders deep."""
    shutil.copytree(BASE, tmp_path / "site/content")
    (tmp_path / "site/content" / MEETING).write_text(BAD, "utf-8")
    return tmp_path


def test_every_annotation_stands_on_its_line(folder):
    words = ("check", "--content", "site/content", "--format", "github", "--today", TODAY)
    done = called(*words, folder=folder)
    assert (done.returncode, done.stderr) == (1, "")
    found = [_ANNOTATION.fullmatch(line) for line in done.stdout.splitlines()]
    assert all(found), done.stdout
    assert {one[2] for one in found} == {f"site/content/{MEETING}"}
    lines = BAD.splitlines()
    told = [(int(one[3]), one[5]) for one in found]
    assert told == [
        (number, code)
        for number, line in enumerate(lines, start=1)
        for code in line.partition(" # ")[2].split()
    ]
    columns = [(int(one[4]), lines[int(one[3]) - 1]) for one in found]
    assert all(line[column - 1 :].strip() and column >= 1 for column, line in columns)
    [mistaken] = [one for one in found if one[3] == "3"]
    assert lines[2][int(mistaken[4]) - 1 :].startswith("sined")


def test_what_would_end_a_command_is_escaped(folder):
    words = ("check", "--content", "site/content", "--format", "github", "--today", TODAY)
    [line] = [one for one in called(*words, folder=folder).stdout.splitlines() if "line=11," in one]
    assert "«100%25,%0A::warning file=x::нет»" in line
    strange = folder / "site/content/practices/a,b: 100%.md"
    strange.write_text("---\ntitle: x\n---\n", "utf-8")
    [line] = [one for one in called(*words, folder=folder).stdout.splitlines() if "a%2Cb" in one]
    assert line.startswith("::error file=site/content/practices/a%2Cb%3A 100%25.md,line=1,col=1,")
