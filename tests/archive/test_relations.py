"""What belongs to what: declared in one record, known from both ends."""

import datetime
import shutil
from pathlib import Path

import pytest

from generator.archive import Archive, build
from generator.load import Kind, load
from generator.models import Decision
from generator.models.vocabulary import DecisionStatus
from generator.values import SchoolYear

BASE = Path(__file__).parents[1] / "records" / "base"
HOME = "mo-matematika/2025-2026"
AUGUST, NOVEMBER = f"{HOME}/2025-08-28", f"{HOME}/2025-11-05"
YEAR = SchoolYear(2025)


@pytest.fixture
def content(tmp_path) -> Path:
    return shutil.copytree(BASE, tmp_path / "content")


def built(content: Path) -> Archive:
    archive, problems = build(load(content))
    assert problems == []
    assert archive is not None
    return archive


@pytest.fixture(scope="module")
def archive() -> Archive:
    return built(BASE)


def ids(entries) -> list[str]:
    return [entry.id for entry in entries]


def write(content: Path, path: str, text: str) -> None:
    (content / path).parent.mkdir(parents=True, exist_ok=True)
    (content / path).write_text(text, "utf-8")


def change(content: Path, path: str, old: str, new: str) -> None:
    text = (content / path).read_text("utf-8")
    assert old in text
    write(content, path, text.replace(old, new, 1))


def meeting_text(day: str, more: str = "") -> str:
    return f"date: {day}\nstatus: signed\nmode: offline\nagenda:\n  - Вопрос\n{more}"


def test_every_record_is_there(archive):
    assert ids(archive.organisations.values()) == ["upravlenie", "shkola-1", "shkola-2"]
    assert list(archive.people) == [
        "belova-irina",
        "gromov-pavel",
        "zueva-olga",
        "uchitel-shkoly-2",
    ]
    assert list(archive.regulations) == ["polozhenie"]
    assert list(archive.associations) == ["mo-matematika", "mumo"]
    assert list(archive.plans) == list(archive.analyses) == [HOME]
    assert list(archive.meetings) == [AUGUST, NOVEMBER]
    assert list(archive.documents) == ["prikaz-sostav-2025", "prikaz-plan-2025"]
    assert list(archive.practices) == ["ustnyy-schet"]
    assert archive.site.record.publisher == "upravlenie"


def test_a_record_knows_its_place(archive):
    entry = archive.meetings[NOVEMBER]
    assert (entry.association, entry.school_year, entry.slug) == (
        "mo-matematika",
        YEAR,
        "2025-11-05",
    )
    assert entry.files == ("prezentaciya.pdf",)
    assert archive.documents["prikaz-plan-2025"].within == ("documents", 1)
    assert archive.practices["ustnyy-schet"].body.startswith("Каждый урок")


def test_a_record_outside_of_any_year_has_none(archive):
    with pytest.raises(LookupError):
        _ = archive.practices["ustnyy-schet"].school_year


def test_parent_and_children(archive):
    assert archive.associations["mo-matematika"].record.parent == "mumo"
    assert ids(archive.relations.children["mumo"]) == ["mo-matematika"]
    assert "mo-matematika" not in archive.relations.children


def test_plan_and_meeting(archive):
    plan = archive.plans[HOME]
    ((home, item),) = archive.relations.planned_as[NOVEMBER]
    assert home is plan
    assert item is plan.record.meetings[1]
    assert item.meeting == "2025-11-05"
    assert [item.number for _, item in archive.relations.planned_as[AUGUST]] == ["1"]


def test_an_event_of_a_plan_is_held_as_a_meeting_of_another_folder(content):
    write(
        content, "associations/mumo/2025-2026/meetings/2025-12-01.yml", meeting_text("2025-12-01")
    )
    plan = f"associations/{HOME}/plan.yml"
    change(
        content,
        plan,
        "    when: в течение года",
        "    when: декабрь\n    meeting: mumo/2025-2026/2025-12-01",
    )
    found = built(content).relations.planned_as["mumo/2025-2026/2025-12-01"]
    assert [(entry.id, item.title) for entry, item in found] == [(HOME, "Неделя математики")]


def test_a_joint_meeting_stands_under_every_body(archive):
    meetings = archive.relations.meetings
    assert ids(meetings["mo-matematika", YEAR]) == [AUGUST, NOVEMBER]
    assert ids(meetings["mumo", YEAR]) == [NOVEMBER]
    assert meetings["mumo", YEAR][0] is archive.meetings[NOVEMBER]


def test_meetings_come_by_their_day(content):
    for slug, day in (("2025-10-01-2", "2025-10-01"), ("2025-10-01", "2025-10-01")):
        write(content, f"associations/mumo/2025-2026/meetings/{slug}.yml", meeting_text(day))
    meetings = built(content).relations.meetings["mumo", YEAR]
    assert [entry.slug for entry in meetings] == ["2025-10-01", "2025-10-01-2", "2025-11-05"]


def test_years_of_an_association(content):
    text = "status: draft\ntheme: Т\ngoal: Ц\ntasks:\n  - З\n"
    write(content, "associations/mo-matematika/2023-2024/plan.yml", text)
    years = built(content).relations.years
    assert years["mo-matematika"] == (SchoolYear(2025), SchoolYear(2023))
    assert years["mumo"] == (YEAR,)


def test_decisions_by_their_full_id(archive):
    entry, decision = archive.relations.decisions[f"{AUGUST}#2"]
    assert entry is archive.meetings[AUGUST]
    assert isinstance(decision, Decision)
    assert decision.text.startswith("Провести открытый урок")
    assert f"{NOVEMBER}#1" in archive.relations.decisions
    assert f"{AUGUST}#3" not in archive.relations.decisions


def test_a_decision_and_its_later_review(archive):
    state = archive.relations.decision_state
    done = state(f"{AUGUST}#2")
    assert (done.status, done.note) == (DecisionStatus.DONE, "Урок проведён.")
    assert done.checked_at is archive.meetings[NOVEMBER]
    assert state(f"{AUGUST}#1").status is DecisionStatus.OPEN
    assert state(f"{AUGUST}#1").checked_at is None


def test_the_latest_review_holds(content):
    """Reviewed twice, and by another body: the later meeting says what has become of it."""
    change(
        content,
        f"associations/{HOME}/meetings/2025-08-28.yml",
        "    due: до 05.11.2025",
        "    due: до 05.11.2025\n    executed_on: 04.11.2025",
    )
    text = "name: ШМО «Альфа»\nkind: school\nlevel: school\nparent: mo-matematika\n"
    write(content, "associations/alfa/association.yml", text)
    review = f"reviews:\n  - decision: {AUGUST}#2\n    status: partly\n    note: Не везде.\n"
    path = "associations/alfa/2025-2026/meetings/2026-01-15.yml"
    write(content, path, meeting_text("2026-01-15", review))
    archive = built(content)
    state = archive.relations.decision_state(f"{AUGUST}#2")
    assert (state.status, state.note) == (DecisionStatus.PARTLY, "Не везде.")
    assert state.checked_at is archive.meetings["alfa/2025-2026/2026-01-15"]
    assert state.executed_on == datetime.date(2025, 11, 4)


def reviewed(content: Path, day: str, fields: str, status: str = "signed") -> None:
    """Have a meeting of another body look at the second decision of August."""
    text = meeting_text(day, f"reviews:\n  - {{decision: {AUGUST}#2, {fields}}}\n")
    body = "name: ШМО «Альфа»\nkind: school\nlevel: school\nparent: mo-matematika\n"
    write(content, "associations/alfa/association.yml", body)
    path = f"associations/alfa/2025-2026/meetings/{day}.yml"
    write(content, path, text.replace("status: signed", f"status: {status}"))


def test_a_new_deadline_holds_until_another_is_set(content):
    """A later look that names no day leaves the new deadline, and does not bring the first back."""
    reviewed(content, "2026-01-15", "status: extended, due: 2026-03-01")
    reviewed(content, "2026-02-15", "status: open")
    state = built(content).relations.decision_state(f"{AUGUST}#2")
    assert state.status is DecisionStatus.OPEN
    assert state.due
    assert state.due.date == datetime.date(2026, 3, 1)


@pytest.mark.parametrize("status", ["planned", "cancelled"])
def test_a_meeting_that_was_not_held_changes_no_decision(content, status):
    reviewed(content, "2026-01-15", "status: cancelled", status)
    state = built(content).relations.decision_state(f"{AUGUST}#2")
    assert state.status is DecisionStatus.DONE


def test_practice_and_meeting(archive):
    practice = archive.practices["ustnyy-schet"]
    assert practice.record.recommended_by == f"{NOVEMBER}#1"
    assert archive.relations.recommended[NOVEMBER] == (practice,)
    assert archive.relations.practices["mo-matematika"] == (practice,)


@pytest.mark.parametrize("status", ["draft", "submitted", "on_expertise", "returned"])
def test_an_unpublished_practice_is_on_record_and_nowhere_else(content, status):
    change(content, "practices/ustnyy-schet.md", "status: recommended", f"status: {status}")
    archive = built(content)
    assert list(archive.practices) == ["ustnyy-schet"]
    assert "mo-matematika" not in archive.relations.practices
    assert NOVEMBER not in archive.relations.recommended
    assert None not in archive.relations.cards
    assert ids(archive.relations.waiting["mo-matematika"]) == ["ustnyy-schet"]


def test_documents_of_a_year(archive):
    documents = archive.relations.documents["mo-matematika", YEAR]
    assert ids(documents) == ["prikaz-sostav-2025", "prikaz-plan-2025"]


@pytest.mark.parametrize(
    ("subject", "target"),
    [
        ("composition_of: mo-matematika", (Kind.ASSOCIATION, "mo-matematika")),
        ("association: mumo", (Kind.ASSOCIATION, "mumo")),
        ("plan_of: mo-matematika", (Kind.PLAN, HOME)),
        ("meeting: 2025-08-28", (Kind.MEETING, AUGUST)),
        (f"meeting: {NOVEMBER}", (Kind.MEETING, NOVEMBER)),
        ("practice: ustnyy-schet", (Kind.PRACTICE, "ustnyy-schet")),
        ("regulation: polozhenie", (Kind.REGULATION, "polozhenie")),
        ("document: prikaz-plan-2025", (Kind.DOCUMENT, "prikaz-plan-2025")),
    ],
)
def test_document_and_what_it_approves(content, subject, target):
    path = f"associations/{HOME}/documents.yml"
    text = (content / path).read_text("utf-8")
    more = "  - id: prikaz-novyy\n    kind: order\n    title: Ещё приказ\n    approves:\n"
    write(content, path, f"{text}{more}      - {subject}\n")
    assert "prikaz-novyy" in ids(built(content).relations.approved_by[target])


def test_relations_give_the_records_that_are_on_the_shelves(archive):
    relations = archive.relations
    assert relations.meetings["mo-matematika", YEAR][0] is archive.meetings[AUGUST]
    assert relations.held[None][-1] is archive.meetings[NOVEMBER]
    assert relations.cards[None] == (archive.practices["ustnyy-schet"],)
    assert relations.documents["mo-matematika", YEAR][0] is archive.documents["prikaz-sostav-2025"]


def test_records_cannot_be_changed(archive):
    with pytest.raises(Exception, match="frozen"):
        archive.site.record.title = "x"
