"""After an edit a warm build has the register, its tables and the charts of a clean one."""

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from demonstration import restored
from workshop import DAY, differing, project, replace_in, warm

HOME = "content/associations/mo-matematika/2025-2026"
DOCUMENTS = f"{HOME}/documents.yml"
REGISTER = "site/register/2025-2026/index.html"

EDITS: dict[str, Callable[[Path], None]] = {
    "a title": lambda f: replace_in(f / DOCUMENTS, "Приказ об утверждении плана", "Приказ № 2"),
    "office use": lambda f: replace_in(
        f / DOCUMENTS, "    number: 151-ОД", "    number: 151-ОД\n    visibility: internal"
    ),
    "a day that has passed": lambda f: replace_in(
        f / DOCUMENTS, "    number: 151-ОД", "    number: 151-ОД\n    due: 2026-05-31"
    ),
    "one more requirement": lambda f: replace_in(
        f / "content/regulations/polozhenie.yml",
        "meetings:",
        "documents: [{kind: portfolio, title: портфолио, per: school_year}]\nmeetings:",
    ),
    "attendance": lambda f: replace_in(
        f / f"{HOME}/meetings/2025-08-28.yml", "attendance: 10", "attendance: 7"
    ),
    "a practice of the year": lambda f: replace_in(
        f / "content/practices/ustnyy-schet.md", "level: municipal", "created_on: 2026-02-01\n"
        "level: municipal"
    ),
    "authorship": lambda f: replace_in(
        f / "content/people.yml", "fields: [name, position]", "fields: [name, position, authorship]"
    ),
    "a parent that is gone": lambda f: replace_in(
        f / "content/associations/mo-matematika/association.yml", "parent: mumo\n", ""
    ),
}  # fmt: skip


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("register"))


@pytest.fixture
def folder(shared: Path) -> Iterator[Path]:
    """A project as it stands when nobody has edited anything."""
    with restored(shared):
        warm(shared)
        yield shared


@pytest.mark.trust
def test_after_each_edit_the_site_is_that_of_a_clean_build(folder: Path) -> None:
    before = (folder / REGISTER).read_bytes()
    for name, edit in EDITS.items():
        edit(folder)
        warm(folder)
        assert differing(folder) == [], name
    assert (folder / REGISTER).read_bytes() != before


def test_the_day_alone_makes_a_document_late(folder: Path) -> None:
    """Waited for on one day, late on the next: nobody has edited anything."""
    line = "    number: 151-ОД"
    replace_in(folder / DOCUMENTS, line, f"{line}\n    due: {DAY}")
    warm(folder)
    table = folder / "site/register/register-2025-2026.csv"
    assert "ожидается" in (folder / REGISTER).read_text("utf-8")
    assert ";ожидается;" in table.read_text("utf-8")
    later = DAY + timedelta(days=1)
    warm(folder, later)
    assert "просрочен" in (folder / REGISTER).read_text("utf-8")
    assert ";просрочен;" in table.read_text("utf-8")
    assert differing(folder, later) == []


def test_a_build_without_a_change_writes_no_table_anew(folder: Path) -> None:
    tables = sorted((folder / "site/register").glob("*.*"))
    before = {path: path.stat().st_mtime_ns for path in tables}
    assert len(before) >= 4
    warm(folder)
    assert {path: path.stat().st_mtime_ns for path in tables} == before
