"""The official forms of regulation 004 on the pages of the demonstration, field by field.

What each field should say is in `official_forms.py`, and is looked for in the page's text.
"""

from collections.abc import Iterator

import pytest
from demonstration import Site, plain, words_of
from official_forms import (
    MEETING,
    MEETING_PAGE,
    PLAN,
    PLAN_PAGE,
    Reader,
    minutes_fields,
    missing,
    plan_fields,
)

from generator.models import Attendee, Meeting


@pytest.fixture(scope="module")
def lost_of_plan(site: Site) -> dict[int, list[str]]:
    return missing(site.said(PLAN_PAGE).casefold(), plan_fields(site))


@pytest.fixture(scope="module")
def lost_of_minutes(site: Site) -> dict[int, list[str]]:
    return missing(site.said(MEETING_PAGE).casefold(), minutes_fields(site))


NAMES_4A = {
    1: "УТВЕРЖДАЮ",
    2: "Заголовок: план работы районного УМО на учебный год",
    3: "Методическая тема",
    4: "Цель",
    5: "Задачи",
    6: "Заседание: номер",
    7: "Тема заседания",
    8: "Дата, время и место",
    9: "Цель заседания",
    10: "Задачи заседания",
    11: "Форма проведения",
    12: "Планируемый результат",
    13: "План проведения в трёх блоках",
    14: "СОГЛАСОВАНО",
}
NAMES_4B = {
    1: "Две организации прописными буквами",
    2: "ПРОТОКОЛ",
    3: "Дата и номер в одной строке",
    4: "Заседания учебно-методического объединения",
    5: "Руководитель",
    6: "Секретарь",
    7: "Присутствовали",
    8: "Приглашённые",
    9: "Повестка дня",
    10: "СЛУШАЛИ",
    11: "РЕШИЛИ",
    12: "Ответственные",
    13: "Голосовали",
    14: "Подписи",
}


@pytest.mark.parametrize("number", NAMES_4A, ids=[f"{n} {name}" for n, name in NAMES_4A.items()])
def test_field_of_the_plan(lost_of_plan: dict[int, list[str]], number: int) -> None:
    assert lost_of_plan[number] == []


@pytest.mark.parametrize("number", NAMES_4B, ids=[f"{n} {name}" for n, name in NAMES_4B.items()])
def test_field_of_the_minutes(lost_of_minutes: dict[int, list[str]], number: int) -> None:
    assert lost_of_minutes[number] == []


def test_the_plan_fills_the_whole_form(site: Site) -> None:
    """The demonstration's plan leaves nothing of the form out."""
    plan = site.archive.plans[PLAN].record
    assert len(plan.meetings) >= 4
    for item in plan.meetings:
        kinds = [block.kind for block in item.blocks]
        assert kinds == ["methodical", "practical", "reflective"]
        assert all((item.time, item.place, item.goal, item.tasks, item.form, item.planned_result))
        assert all(point.presenters for block in item.blocks for point in block.items)


def test_agreed_is_the_end_of_the_plan(site: Site) -> None:
    paper = site.body(PLAN_PAGE).xpath('.//article[contains(@class, "umo-paper")]')[0]
    assert "СОГЛАСОВАНО" in words_of(paper[-1])
    assert "УТВЕРЖДАЮ" in words_of(paper[0])


def test_date_and_number_stand_on_one_line(site: Site) -> None:
    line = site.body(MEETING_PAGE).xpath('.//p[contains(@class, "umo-number")]')
    assert [words_of(p) for p in line] == ["22.10.2025 № 02"]


def test_signatures_are_the_end_of_the_minutes(site: Site) -> None:
    paper = site.body(MEETING_PAGE).xpath('.//article[contains(@class, "umo-paper")]')[0]
    assert words_of(paper[-1][-1]).startswith("Руководитель")


def test_those_present_and_invited_stand_in_the_order_of_the_alphabet(site: Site) -> None:
    reader, record = Reader(site), site.archive.meetings[MEETING].record
    shown = [words_of(row[0]) for row in site.body(MEETING_PAGE).xpath(".//details//tbody[1]/tr")]
    here = [p for p in record.attendance.people if p.status != "absent"]
    assert len(shown) == len(here) == record.attendance.present_count
    surnames = [name.split()[0] for name in shown if name]
    named: list[Attendee] = [p for p in here if reader.surname(p.person)]
    assert surnames == sorted(reader.surname(p.person) for p in named)


# --- what real minutes add to the form ----------------------------------------------------------


def heard(site: Site, meeting: str) -> str:
    association, year, slug = meeting.split("/")
    return site.said(f"associations/{association}/{year}/meetings/{slug}/")


def every(site: Site) -> Iterator[tuple[str, Meeting, str]]:
    for id_, entry in site.archive.meetings.items():
        yield id_, entry.record, heard(site, id_)


def test_mode_is_told(site: Site) -> None:
    modes = set()
    for id_, record, said in every(site):
        modes.add(record.mode.value)
        assert plain(record.mode.label) in said, id_
    assert modes == {"offline", "online", "hybrid", "absentee"}


def test_time_place_and_platform_are_told(site: Site) -> None:
    for id_, record, said in every(site):
        wanted = [record.city, record.platform, record.part_of, record.form, record.theme]
        if record.time:
            wanted.append(f"{record.time:%H.%M}")
        if record.place:
            wanted.append(record.place.text)
            if record.place.organisation:
                wanted.append(site.archive.organisations[record.place.organisation].record.name)
        assert [text for text in wanted if text and plain(text) not in said] == [], id_


def test_number_of_members_and_absent_are_told(site: Site) -> None:
    with_reason = 0
    for id_, record, said in every(site):
        if record.members_total is not None and record.attendance and record.attendance.present:
            assert f"из {record.members_total}" in said, id_
        if record.attendance is None:
            continue
        if record.attendance.absent_count is not None:
            assert f"отсутствовали - {record.attendance.absent_count}" in said, id_
        for row in record.attendance.absent:
            assert "Отсутствовали:" in said, id_
            if row.reason:
                with_reason += 1
                assert plain(row.reason) in said, id_
    assert with_reason >= 3


def test_attendance_of_every_shape_is_told(site: Site) -> None:
    shapes = set()
    for id_, record, said in every(site):
        told = record.attendance
        if told is None:
            continue
        if told.connections is not None:
            shapes.add("connections")
            assert f"{told.connections} подключен" in said, id_
        for row in told.by_role:
            shapes.add("by role")
            assert f"{plain(row.role)} - {row.count}" in said, id_
        for row in told.by_organisation:
            shapes.add("by organisation")
            assert (
                plain(row.organisation_name or Reader(site).organisation(row.organisation)) in said
            )
        if told.note:
            shapes.add("note")
            assert plain(told.note) in said, id_
        if told.people:
            shapes.add("people")
    assert {"connections", "by role", "by organisation", "people"} <= shapes


def test_discussion_is_told(site: Site) -> None:
    remarks = 0
    for id_, record, said in every(site):
        for hearing in record.hearings:
            questions = [part for q in hearing.questions for part in (q.text, q.answer)]
            told = [hearing.summary, *questions, *(r.summary for r in hearing.remarks)]
            remarks += len(hearing.remarks)
            for text in filter(None, told):
                assert all(plain(part) in said for part in text.split("\n\n")), id_
            assert not hearing.remarks or "ВЫСТУПИЛИ" in said, id_
    assert remarks >= 5


def test_deadlines_are_told(site: Site) -> None:
    deadlines = 0
    for id_, record, said in every(site):
        for decision in record.decisions:
            if decision.due:
                deadlines += 1
                assert plain(f"Срок {decision.due.text()}") in said, id_
    assert deadlines >= 20


def test_execution_is_told_with_the_meeting_that_checked_it(site: Site) -> None:
    reviewed = 0
    for entry in site.archive.meetings.values():
        for review in entry.record.reviews:
            meeting, _, number = review.decision.partition("#")
            home = meeting if "/" in meeting else f"{entry.association}/{entry.year}/{meeting}"
            association, year, slug = home.split("/")
            anchor = number.replace(".", "-")
            page = site.body(f"associations/{association}/{year}/meetings/{slug}/")
            row = page.xpath(f'.//li[@id="decision-{anchor}"]')[0]
            if "проверено" not in words_of(row):
                pytest.fail(f"{home}#{number} does not tell that {entry.id} looked at it")
            reviewed += 1
            own = heard(site, entry.id)
            assert f"Решение {number} от" in own, entry.id
            assert not review.note or plain(review.note) in own, entry.id
    assert reviewed >= 8


def test_votes_of_every_kind_are_told(site: Site) -> None:
    kinds = set()
    for id_, record, said in every(site):
        votes = [d.vote for d in record.decisions if d.vote] + (
            [record.vote] if record.vote else []
        )
        for vote in votes:
            if vote.without_vote:
                kinds.add("without")
                assert "без голосования" in said, id_
            if vote.unanimous:
                kinds.add("unanimous")
                assert "единогласно" in said, id_
            if vote.tied:
                kinds.add("tie")
                told = "голоса разделились поровну" in said
                assert told is (vote.head_in_favour is not None), id_
            if vote is record.vote:
                kinds.add("whole")
                assert "Голосовали по всей повестке дня" in said, id_
            if vote.in_favour is not None:
                assert f"за - {vote.in_favour}" in said, id_
    assert kinds == {"without", "unanimous", "tie", "whole"}


def test_a_vote_that_was_not_counted_is_not_nought(site: Site) -> None:
    """«Не записано» is not 0: where only one number is known, the others are not made up."""
    for id_, record, said in every(site):
        for decision in record.decisions:
            vote = decision.vote
            if vote and vote.in_favour is not None and vote.against is None:
                wanted = f"за - {vote.in_favour}, против - не указано"
                assert wanted in said or vote.unanimous, id_


def test_a_planned_meeting_has_no_minutes(site: Site) -> None:
    planned = [e for e in site.archive.meetings.values() if e.record.status == "planned"]
    assert planned
    for entry in planned:
        said = heard(site, entry.id)
        assert "Повестка заседания" in said
        assert "Протокол №" not in said
        assert "СЛУШАЛИ" not in said


def test_minutes_and_plan_know_each_other(site: Site) -> None:
    plan = site.archive.plans[PLAN]
    links = site.body(PLAN_PAGE).xpath(".//a/@href")
    for item in plan.record.meetings:
        assert any(link.endswith(f"meetings/{item.meeting}/") for link in links), item.number
        page = site.body(f"associations/umo-matematika-ozersk/2025-2026/meetings/{item.meeting}/")
        assert any(link.endswith("2025-2026/plan/") for link in page.xpath(".//a/@href"))
