"""The invented records: always the same, of the right kinds, and nothing wrong with them."""

from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from generator.archive import build
from generator.bench.records import write_pages, write_records
from generator.bench.records.yaml_text import yaml_text
from generator.load import load
from generator.source import parse

DAY = date(2026, 11, 21)


def digest(folder: Path) -> str:
    """A fingerprint of names and bytes."""
    found = sha256()
    for file in sorted(folder.rglob("*")):
        if file.is_file():
            found.update(file.relative_to(folder).as_posix().encode() + file.read_bytes())
    return found.hexdigest()


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name, seed in (("one", 1), ("again", 1), ("other", 2)):
        write_records(tmp_path / name, 137, seed)
    assert digest(tmp_path / "one") == digest(tmp_path / "again")
    assert digest(tmp_path / "one") != digest(tmp_path / "other")


@pytest.mark.parametrize("number", [1, 2, 9, 11, 100, 137])
def test_nothing_is_wrong_with_them(tmp_path: Path, number: int) -> None:
    write_records(tmp_path, number)
    archive, problems = build(load(tmp_path), DAY)
    assert [str(problem) for problem in problems] == []
    assert archive is not None
    kinds = (archive.plans, archive.meetings, archive.practices)
    assert sum(map(len, kinds)) == number


def test_kinds_and_links(tmp_path: Path) -> None:
    write_records(tmp_path, 200)
    archive, _ = build(load(tmp_path), DAY)
    assert archive is not None
    assert (len(archive.associations), len(archive.plans)) == (2, 20)
    assert (len(archive.meetings), len(archive.practices)) == (140, 40)
    meetings = [entry.record for entry in archive.meetings.values()]
    assert all(meeting.status == "signed" and meeting.decisions for meeting in meetings)
    reviewed = sum(bool(meeting.reviews) for meeting in meetings)
    assert reviewed == len(meetings) - len(archive.associations), "all but the first of each"
    points = [item for entry in archive.plans.values() for item in entry.record.meetings]
    assert sum(bool(item.meeting) for item in points) == len(meetings)
    assert all(entry.record.recommended_by for entry in archive.practices.values())


def test_sizes(tmp_path: Path) -> None:
    write_records(tmp_path, 100)
    for pattern, least, most in (
        ("associations/*/*/meetings/*.yml", 2500, 4500),
        ("associations/*/*/plan.yml", 2500, 4500),
        ("practices/*.md", 2000, 3500),
    ):
        sizes = [file.stat().st_size for file in tmp_path.glob(pattern)]
        assert sizes
        assert least < sum(sizes) / len(sizes) < most, pattern


def test_pages_are_copied(tmp_path: Path) -> None:
    (tmp_path / "own/guide").mkdir(parents=True)
    (tmp_path / "own/guide/record.md").write_text("# Как", "utf-8")
    write_pages(tmp_path / "content", tmp_path / "own")
    assert (tmp_path / "content/pages/guide/record.md").read_text("utf-8") == "# Как"


@pytest.mark.parametrize(
    "text",
    [
        "просто слова",
        "двоеточие: внутри",
        "запятая, и скобка (в скобках)",
        'кавычки "прямые"',
        "знак # внутри",
        "[скобки]",
        "- дефис",
        "14:00",
        "вопрос?",
        "?",
        "обратная \\ черта",
        "*звезда",
    ],
)
def test_yaml_is_read_back(text: str) -> None:
    fields = {"alone": text, "list": [text, text], "parts": [{"one": text, "two": [text]}]}
    tree = parse(yaml_text(fields), "")
    assert tree.problems == []
    assert tree.value == fields


def test_long_lists_are_broken_up() -> None:
    fields = {"list": ["слово " * 9 + "конец"] * 3, "part": {"inner": {"deep": "да"}}}
    text = yaml_text(fields)
    assert max(map(len, text.splitlines())) < 100
    assert parse(text, "").value == fields
