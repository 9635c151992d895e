"""After any edit the files of data are those of a clean build, and only those concerned change."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from demonstration import restored
from workshop import differing, project, replace_in, warm

HOME = "content/associations/mo-matematika/2025-2026"
FIRST = f"{HOME}/meetings/2025-08-28.yml"
SECOND = f"{HOME}/meetings/2025-11-05.yml"
PRACTICE = "content/practices/ustnyy-schet.md"
Edit = tuple[str, str, str, set[str]]

CARD = """---
title: Новая практика
status: approved
authors: [uchitel-shkoly-2]
subjects: [физика]
level: school
type: method
summary: Одной строкой.
---
Текст.
"""

EDITS: dict[str, Edit] = {
    "a theme": (SECOND, 'number: "2"', 'number: "2"\ntheme: Новая тема', {"meetings"}),
    "what a decision says": (
        FIRST,
        "Принять итоги к сведению.",
        "Принять итоги.",
        {"decisions", "votes"},
    ),
    "what a later meeting found of an earlier decision": (
        SECOND,
        "status: done\n    note",
        "status: partly\n    note",
        {"decisions", "findings"},
    ),
    "how many voted": (SECOND, "for: 8", "for: 7", {"votes", "findings"}),
    "what was heard, which is in no table": (
        FIRST,
        "Рассказала об итогах",
        "Доложила об итогах",
        set(),
    ),
    "a document made internal": (
        f"{HOME}/documents.yml",
        "kind: order",
        "kind: order\n    visibility: internal",
        {"documents", "findings"},
    ),
    "a practice taken back": (
        PRACTICE,
        "status: recommended",
        "status: draft",
        {"practices", "findings"},
    ),
    "a practice that leaves its association": (
        PRACTICE,
        "association: mo-matematika\n",
        "",
        {"practices", "findings"},
    ),
    "the text of a practice, which is in no table": (
        PRACTICE,
        "пяти примеров",
        "пяти задач",
        set(),
    ),
    "the name of an association": (
        "content/associations/mumo/association.yml",
        "short_name: МУМО",
        "short_name: УМО",
        {"associations"},
    ),
    "a consent withdrawn": (
        "content/people.yml",
        "given_on: 2025-08-21\n      document: согласие № 2",
        "given_on: 2025-08-21\n      withdrawn_on: 2026-01-10\n      document: согласие № 2",
        {"decisions"},
    ),
    "the name of a school": (
        "content/organisations.yml",
        "short_name: Школа № 2",
        "short_name: Гимназия",
        {"decisions", "practices"},
    ),
    "a practice of no association added": ("content/practices/novaya.md", "", CARD, {"practices"}),
    "a meeting removed": (
        SECOND,
        "",
        "",
        {"meetings", "decisions", "votes", "practices", "findings"},
    ),
}


def tables(folder: Path) -> dict[str, bytes]:
    """The JSON of each table as it stands on the site."""
    found = (folder / "site/data").glob("*.json")
    return {path.stem: path.read_bytes() for path in found if ".schema" not in path.name}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("data"))


@pytest.fixture
def built(shared: Path) -> Iterator[Path]:
    """A project as it stands when nobody has edited anything."""
    with restored(shared):
        warm(shared)
        yield shared


def remove_the_second_meeting(folder: Path) -> None:
    (folder / SECOND).unlink()
    replace_in(folder / HOME / "plan.yml", "    meeting: 2025-11-05\n", "")
    (folder / HOME / "meetings/2025-11-05/prezentaciya.pdf").unlink()
    replace_in(folder / PRACTICE, "recommended_by: mo-matematika/2025-2026/2025-11-05#1\n", "")
    replace_in(folder / PRACTICE, "    meeting: mo-matematika/2025-2026/2025-11-05\n", "")


@pytest.mark.parametrize("edit", EDITS)
def test_an_edit_changes_the_tables_that_it_concerns(built: Path, edit: str) -> None:
    path, old, new, wanted = EDITS[edit]
    before = tables(built)
    if old:
        replace_in(built / path, old, new)
    elif new:
        (built / path).write_text(new, "utf-8")
    else:
        remove_the_second_meeting(built)
    warm(built)
    after = tables(built)
    changed = {name for name in after if after[name] != before[name]}
    assert before.keys() == after.keys()
    assert changed - {"findings"} == wanted - {"findings"}
    assert "findings" in wanted or "findings" not in changed
    assert [name for name in differing(built) if name.startswith("data/")] == []


def test_a_practice_of_no_association_is_heard_wherever_it_goes(built: Path) -> None:
    """No digest tells of it: added, edited, hidden and gone, one after the other."""
    path = built / "content/practices/novaya.md"
    steps = (
        CARD,
        CARD.replace("Одной строкой.", "Двумя."),
        CARD.replace("approved", "draft"),
        CARD,
        None,
    )
    for step in steps:
        if step is None:
            path.unlink()
        else:
            path.write_text(step, "utf-8")
        warm(built)
        assert [name for name in differing(built) if name.startswith("data/")] == [], step


def test_an_edit_that_no_table_shows_writes_none_of_them(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What a meeting has heard is in its minutes alone: no file of data is made again."""
    from generator.pages.data import files

    made: list[str] = []
    real: Callable[..., files.File] = files.File

    def counting(address: str, data: bytes) -> files.File:
        made.append(address)
        return real(address, data)

    monkeypatch.setattr(files, "File", counting)
    monkeypatch.setenv("UMO_WORKERS", "1")
    replace_in(built / FIRST, "Рассказала об итогах", "Доложила об итогах")
    warm(built)
    assert made == []
    replace_in(built / SECOND, "for: 8", "for: 6")
    warm(built)
    assert {"data/votes.json", "data/votes.csv"} <= set(made)
    assert {name for name in made if "findings" not in name} == {
        "data/votes.json",
        "data/votes.csv",
    }
