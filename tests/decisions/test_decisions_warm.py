"""A warm build ends in the bytes of a clean one, whatever happens to decisions."""

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from workshop import differing, project, replace_in, warm

MEETINGS = "content/associations/mo-matematika/2025-2026/meetings"
FIRST, SECOND = f"{MEETINGS}/2025-08-28.yml", f"{MEETINGS}/2025-11-05.yml"


def read(folder: Path, address: str) -> str:
    return (folder / "site" / address / "index.html").read_text("utf-8")


def leave_open(folder: Path) -> None:
    replace_in(folder / SECOND, "    status: done\n", "    status: partly\n")


def extend(folder: Path) -> None:
    replace_in(folder / SECOND, "    status: partly\n", "    status: extended\n    due: март\n")


def reword(folder: Path) -> None:
    replace_in(folder / FIRST, "Провести открытый урок", "Провести два открытых урока")


def withdraw(folder: Path) -> None:
    old = "document: согласие № 2 от 21.08.2025"
    replace_in(folder / "content/people.yml", old, f"{old}\n      withdrawn_on: 2025-12-01")


def another_responsible(folder: Path) -> None:
    replace_in(folder / FIRST, "      - gromov-pavel\n    due", "      - belova-irina\n    due")


def rename_the_body(folder: Path) -> None:
    path = folder / "content/associations/mo-matematika/association.yml"
    replace_in(path, "short_name: МО математиков", "short_name: МО учителей математики")


def refuse(folder: Path) -> None:
    replace_in(folder / FIRST, '    agenda: ["1"]\n', '    agenda: ["1"]\n    adopted: нет\n')


def call_off(folder: Path) -> None:
    replace_in(folder / SECOND, "status: draft", "status: cancelled")


STEPS = (
    (leave_open, "исполнено частично"),
    (extend, "срок продлён"),
    (reword, "два открытых урока"),
    (withdraw, "учитель математики, Школа № 2"),
    (another_responsible, "Белова"),
    (rename_the_body, "МО учителей математики"),
    (refuse, "Не приняты"),
    (call_off, "до 5 ноября 2025 г."),
)


def plainly(text: str) -> str:
    return text.replace("\xa0", " ")


def test_step_by_step_a_warm_build_is_a_clean_one(tmp_path: Path) -> None:
    folder = project(tmp_path)
    warm(folder)
    for step, shown in STEPS:
        before = plainly(read(folder, "decisions/mo-matematika"))
        step(folder)
        warm(folder)
        assert differing(folder) == [], step.__name__
        after = plainly(read(folder, "decisions/mo-matematika"))
        assert shown in after, step.__name__
        assert before != after, step.__name__


@pytest.mark.parametrize("last", [date(2026, 3, 31), date(2026, 12, 31)])
def test_a_new_day_is_a_clean_build_too(tmp_path: Path, last: date) -> None:
    """The last day of the new deadline and the day behind it, then a day on which nothing ends."""
    folder = project(tmp_path)
    leave_open(folder)
    extend(folder)
    for day in (last, last + timedelta(days=1)):
        warm(folder, day)
        assert differing(folder, day) == []
    assert "просрочено" in read(folder, "decisions")


def test_a_deadline_passes_overnight(tmp_path: Path) -> None:
    folder = project(tmp_path)
    leave_open(folder)
    extend(folder)
    warm(folder, date(2026, 3, 31))
    assert ">просрочено<" not in read(folder, "decisions")
    warm(folder, date(2026, 4, 1))
    assert ">просрочено<" in read(folder, "decisions")


def changes(folder: Path, step: Callable[[Path], None]) -> set[str]:
    """Which pages of decisions a change makes anew, by the time of their files."""
    pages = sorted((folder / "site/decisions").rglob("index.html"))
    before = {path: path.stat().st_mtime_ns for path in pages}
    step(folder)
    warm(folder)
    site = folder / "site"
    return {
        path.relative_to(site).as_posix().removesuffix("index.html")
        for path in pages
        if path.stat().st_mtime_ns != before[path]
    }


def agenda(folder: Path) -> None:
    replace_in(folder / FIRST, "Итоги прошлого года", "Итоги прошлого учебного года")


def test_what_no_list_shows_makes_no_list_anew(tmp_path: Path) -> None:
    folder = project(tmp_path)
    warm(folder)
    assert changes(folder, agenda) == set()
    assert "decisions/mo-matematika/" in changes(folder, leave_open)
