"""What real records do to a naive schema: each of the twelve points, as it comes out of a file.

The records are in `naive/records/`, laid over the base; what is refused is in `bad/`.

| Point | Comes through whole | Is refused, or warned of, in `bad/` |
|---|---|---|
| 1 dates | test_1_dates, test_1_times_of_a_plan | date-outside-year, date-not-as-named |
| 2 school years | test_2_school_years | school-year, year-not-as-folder |
| 3 names | test_3_names | names-in-records |
| 4 attendance | test_4_attendance_mixed, test_4_absent_dash_empty_and_nought | number-not-whole |
| 5 votes | test_5_votes | votes-exceed, unanimous-with-against |
| 6 decisions | test_6_decisions | one-of-fields |
| 7 agenda | test_7_agenda | agenda-numbers, numbers-twice |
| 8 meetings of every kind | test_8_kinds_of_meeting | link-association |
| 9 categories, experience | test_9_categories_and_experience | vocabulary |
| 10 letters, gaps, links | test_10_numbers_and_addresses | look-alikes, placeholders, addresses |
| 11 private data | test_11_a_card_without_names | private-fields, private-patterns |
| 12 several names, sections | test_12_names_of_an_association | identifier |
"""

import datetime
from pathlib import Path

import pytest
from overlay import HERE, make

from generator.archive import Archive, build
from generator.load import load
from generator.models import Attendance, Meeting, Person, Plan, Vote
from generator.models.vocabulary import (
    AgendaKind,
    AttendanceStatus,
    CategoryCode,
    ConsentField,
    ConsentPurpose,
    MeetingKind,
    MeetingMode,
    PlanStatus,
    PracticeStatus,
    VoteScope,
)
from generator.values import NBSP, SchoolYear, WhenKind

HOME = "mo-matematika/2025-2026"


@pytest.fixture(scope="module")
def archive(tmp_path_factory) -> Archive:
    content = make(tmp_path_factory.mktemp("naive") / "content", HERE / "naive" / "records")
    archive, problems = build(load(content))
    assert problems == []
    assert archive is not None
    return archive


@pytest.fixture
def meeting(archive):
    def find(day: str) -> Meeting:
        return archive.meetings[f"{HOME}/{day}"].record

    return find


@pytest.fixture
def plan(archive) -> Plan:
    return archive.plans[HOME].record


def attendance(record: Meeting) -> Attendance:
    assert record.attendance is not None
    return record.attendance


def vote(record: Meeting) -> Vote:
    assert record.vote is not None
    return record.vote


@pytest.mark.parametrize("day", ["09-10", "10-01", "10-02", "10-03", "10-04", "10-05"])
def test_1_dates(meeting, day):
    """«10» сентября 2025 г., 01.10.2025, 2.10.2025, 3 октября 2025 года, 05/10/2025."""
    month, number = (int(part) for part in day.split("-"))
    assert meeting(f"2025-{day}").date == datetime.date(2025, month, number)


def test_1_times_of_a_plan(plan):
    found = [(item.when.kind, item.when.text()) for item in plan.items if item.when]
    assert found == [
        (WhenKind.DATE, f"30{NBSP}августа{NBSP}2025{NBSP}г."),
        (WhenKind.DATE, f"29{NBSP}августа{NBSP}2025{NBSP}г."),
        (WhenKind.MONTH, "ноябрь"),
        (WhenKind.RANGE, f"1–15{NBSP}октября"),
        (WhenKind.DUE, f"до 5{NBSP}декабря"),
        (WhenKind.DAY, f"5{NBSP}декабря"),
        (WhenKind.YEAR, "в течение года"),
        (WhenKind.WORDS, "по мере готовности школ к ВПР-2026"),
    ]
    assert plan.events[-1].when is None


def test_1_a_day_without_its_year_gets_that_of_the_folder(plan):
    day = plan.meetings[5].when
    assert day is not None
    assert day.date is None
    assert day.span(SchoolYear(2025))[0] == datetime.date(2025, 12, 5)


def test_2_school_years(archive):
    """«2022 2023», «2023-2024», «2024/2025», «2025 – 2026»."""
    years = [entry.record.school_year for entry in archive.plans.values()]
    assert years == [SchoolYear(2022), SchoolYear(2023), SchoolYear(2024), SchoolYear(2025)]
    assert [str(entry.year) for entry in archive.plans.values()] == [str(year) for year in years]


def test_3_names(archive):
    """No patronymic, an initial, the oblique cases on record; persons are matched by id."""
    person = archive.people["petrov-ivan"].record
    assert (person.surname, person.given_name, person.patronymic) == ("Петров", "И.", None)
    assert person.name_forms.dative == "Петрову И."
    assert person.name_forms.instrumental == "Петровым И."
    assert person.allows(ConsentField.NAME, ConsentPurpose.PAGES)
    assert not person.allows(ConsentField.NAME, ConsentPurpose.OPEN_DATA)
    assert not person.allows(ConsentField.AWARDS, ConsentPurpose.PAGES)


def test_3_two_posts_at_once(archive):
    posts = archive.people["petrov-ivan"].record.positions
    assert [post.organisation for post in posts] == ["shkola-1", "shkola-2"]
    assert posts[1].from_date == datetime.date(2024, 9, 1)


def test_4_attendance_mixed(meeting):
    """Numbers by role, organisations with and without a number, people, connections: all kept."""
    there = attendance(meeting("2025-09-10"))
    assert [(row.role, row.count) for row in there.by_role] == [
        ("учителя математики", 14),
        ("методисты", 2),
    ]
    assert [(o.organisation or o.organisation_name, o.count) for o in there.by_organisation] == [
        ("shkola-1", None),
        ("shkola-2", 4),
        ("Музей космонавтики", None),
    ]
    assert [row.status for row in there.people] == [
        AttendanceStatus.PRESENT,
        AttendanceStatus.REMOTE,
        AttendanceStatus.ABSENT,
    ]
    assert there.absent[0].reason == "курсы повышения квалификации"
    assert (there.connections, there.present) == (50, 16)


def test_4_fifty_connections(meeting):
    there = attendance(meeting("2025-10-01"))
    assert (there.connections, there.present, there.note) == (50, None, None)


def test_4_absent_dash_empty_and_nought(meeting):
    """«-», nothing and 0 stay three different things; so does nobody absent."""
    assert attendance(meeting("2025-10-02")).note == "-"
    assert attendance(meeting("2025-10-02")).present is None
    assert meeting("2025-10-03").attendance is None
    assert attendance(meeting("2025-10-04")).present == 0
    assert attendance(meeting("2025-09-10")).absent_count == 0
    assert attendance(meeting("2025-10-04")).absent_count is None


def test_4_organisations_without_numbers(meeting):
    there = attendance(meeting("2025-10-05"))
    assert len(there.by_organisation) == 2
    assert there.present is None


def test_5_votes(meeting):
    """One vote for the whole agenda, without a line for the abstained; «единогласно»; none."""
    whole = vote(meeting("2025-09-10"))
    assert (whole.in_favour, whole.against, whole.abstained) == (16, 0, None)
    assert whole.scope is VoteScope.WHOLE
    assert vote(meeting("2025-10-01")).unanimous is True
    assert vote(meeting("2025-10-01")).cast is None
    assert vote(meeting("2025-10-05")).note == "большинством голосов"
    assert meeting("2025-10-03").vote is None
    decision = meeting("2025-10-02").decisions[0]
    assert decision.vote is not None
    assert decision.vote.without_vote is True


def test_6_decisions(meeting):
    """No one responsible, the deadline inside the sentence, all questions at once, another body."""
    first, second, third = meeting("2025-09-10").decisions
    assert first.responsible == ()
    assert first.text.endswith("материалы до 05.12.")
    assert first.due.kind is WhenKind.DUE
    assert first.due.span(SchoolYear(2025))[1] == datetime.date(2025, 12, 5)
    assert first.agenda == ()
    assert second.agenda == ("1", "2", "3")
    assert second.to_body.organisation == "upravlenie"
    assert third.responsible[0].group == "руководители ШМО"
    assert third.due.text() == "по согласованию со школами"
    assert meeting("2025-10-04").decisions[0].adopted is False


def test_7_agenda(meeting):
    """Sub-items, several speakers, one of them from outside, an event, «Разное»."""
    record = meeting("2025-09-10")
    first, second, third = record.agenda
    assert [(sub.number, sub.text) for sub in first.sub_items] == [
        (None, "По району"),
        ("1.2", "По школам"),
    ]
    assert first.speakers[0].person == "belova-irina"
    assert first.speakers[1].position == "доцент кафедры математики"
    assert first.speakers[1].organisation_name == "Озёрский государственный университет"
    assert second.kind is AgendaKind.EVENT
    assert (third.text, record.agenda_numbers()) == ("Разное", ("1", "2", "3"))
    assert record.hearings[0].agenda == ("1", "1.2")
    assert record.invited[1].count == 3


def test_8_kinds_of_meeting(archive, meeting):
    joint = meeting("2025-09-10")
    assert joint.joint_with == ("mumo",)
    assert (joint.kind, joint.mode) == (MeetingKind.EXTENDED, MeetingMode.HYBRID)
    assert joint.part_of == "Августовская конференция"
    assert (joint.place.organisation, joint.place.text) == (None, "Дом культуры, малый зал")
    assert joint.time == datetime.time(14, 0)
    assert meeting("2025-10-01").mode is MeetingMode.ONLINE
    assert (meeting("2025-10-02").mode, meeting("2025-10-02").kind) == (
        MeetingMode.ABSENTEE,
        MeetingKind.OFFSITE,
    )


def test_8_numbers_of_minutes_as_written(meeting):
    days = ("2025-09-10", "2025-10-01", "2025-10-02", "2025-10-03")
    assert [meeting(day).number for day in days] == ["01", "1/2", "00", None]


@pytest.mark.parametrize(
    ("name", "code", "raw", "years"),
    [
        ("uchitel-a", CategoryCode.FIRST, "1", 6),
        ("uchitel-b", CategoryCode.NONE, "б/к", 26),
        ("uchitel-v", CategoryCode.COMPLIANCE, "соответствие", 1),
        ("uchitel-g", CategoryCode.HIGHEST, "высшая", 22),
        ("uchitel-d", CategoryCode.FIRST, "Первая квалификационная категория", None),
        ("uchitel-e", CategoryCode.COMPLIANCE, "соответствие занимаемой должности", None),
        ("uchitel-zh", CategoryCode.NONE, "-", None),
    ],
)
def test_9_categories_and_experience(archive, name, code, raw, years):
    person: Person = archive.people[name].record
    assert person.category is not None
    assert (person.category.code, person.category.raw) == (code, raw)
    assert (person.experience.value if person.experience else None) == years


def test_10_numbers_and_addresses(archive, meeting):
    """Decimal commas and addresses in .рф, with a port and with Russian letters."""
    record = meeting("2025-10-01")
    assert record.ratings[0].mean == 4.7
    assert [(i.previous, i.value) for i in record.indicators] == [("3,9", "4,1")]
    assert record.recording == "https://видео.школа1.рф/запись?№=1"
    practice = archive.practices["cifrovoy-urok"].record
    assert practice.expertise[0].criteria[0].score == 4.5
    assert practice.results[0].value == "80,1 %"
    assert practice.links[0].address == "http://школа2.рф:8080/видео"


def test_11_a_card_without_names(archive):
    """Authors by post and school; pupils as a form, not by name."""
    card = archive.practices["cifrovoy-urok"]
    author, body = card.record.authors
    assert (author.person, author.position, author.organisation) == (
        None,
        "учитель математики",
        "shkola-2",
    )
    assert body.association == "mo-matematika"
    assert card.body == "Приложение написали вместе с 9 классом."
    assert card.record.status is PracticeStatus.DRAFT


def test_12_names_of_an_association(archive):
    record = archive.associations["sekciya"].record
    assert record.name == "Секция учителей информатики"
    assert record.label == "ММО информатиков"
    assert record.other_names == ("РМО учителей информатики", "МО информатиков и ИКТ")
    assert record.section_of.startswith("секция отделения")


def test_russian_labels_stand_for_values(plan):
    assert plan.status is PlanStatus.AGREED


def test_every_point_has_a_test_and_every_refusal_its_case():
    cases = {path.name for path in (HERE / "bad").iterdir()}
    rows = [line.split("|")[1:4] for line in (__doc__ or "").splitlines() if line[:1] == "|"][2:]
    assert [int(row[0].split()[0]) for row in rows] == list(range(1, 13))
    for _, whole, refused in rows:
        assert all(name.strip() in globals() for name in whole.split(","))
        assert {name.strip() for name in refused.split(",")} <= cases


def test_the_records_are_there():
    assert len(list(Path(HERE / "naive").rglob("*.*"))) >= 12
