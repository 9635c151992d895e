"""The stamps of a plan: who signs comes from the record, else from the regulation's way."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from demonstration import REPOSITORY, TODAY, archive_of

from generator.archive import Archive
from generator.load import Entry
from generator.models import Analysis, Plan
from generator.pages import Context
from generator.pages.forms.analysis import analysis_paper
from generator.pages.forms.plan import plan_paper
from generator.pages.forms.stamps import Stamp, Stamps
from generator.text import unfilled

# One association for each regulation: 001 and 002 bind the first one together.
MUMO, ISTORIYA, MATEMATIKA = "mumo-yasnogorsk", "mo-istoriya-zarechye", "umo-matematika-ozersk"
BY_HAND = f"Протокол от {unfilled.DAY} № {unfilled.WORD}"


@pytest.fixture(scope="module")
def archive() -> Archive:
    return archive_of(Path(REPOSITORY))


def stamps_of(archive: Archive, association: str, *approvals: dict[str, Any]) -> Stamps:
    """The stamps of the plan of 2025/2026 with these steps instead of its own."""
    entry = archive.plans[f"{association}/2025-2026"]
    plan = Plan.model_validate(
        {"theme": "Тема", "goal": "Цель", "tasks": ["а"], "approvals": list(approvals)}
    )
    return plan_paper(context(archive), changed(entry, plan)).stamps


def context(archive: Archive) -> Context:
    return Context(archive, date.fromisoformat(TODAY), {})


def changed(entry: Entry[Any], record: Any) -> Any:
    """An entry with another record, in the same place."""

    class Changed:
        def __getattr__(self, name: str) -> Any:
            return record if name == "record" else getattr(entry, name)

    return Changed()


def told(stamps: tuple[Stamp, ...]) -> list[tuple[str, str]]:
    return [(stamp.word, stamp.by) for stamp in stamps]


def test_steps_that_nobody_made_are_lines_to_fill_in(archive: Archive) -> None:
    """004, п. 18.4: agreed by the coordinator, approved by the head of the кабинет."""
    stamps = stamps_of(archive, MATEMATIKA)
    assert told(stamps.right) == [("УТВЕРЖДАЮ", "Заведующий учебно-методическим кабинетом")]
    assert told(stamps.end) == [("СОГЛАСОВАНО", "Методист-координатор")]
    assert stamps.left == ()
    assert all(s.signed and not s.recorded and not s.day for s in (*stamps.right, *stamps.end))


def test_two_regulations_ask_for_their_own_stamps(archive: Archive) -> None:
    """001, п. 4.2: accepted at a meeting, approved; 002: agreed with the body above."""
    stamps = stamps_of(archive, MUMO)
    (accepted,) = stamps.left
    assert (accepted.word, accepted.by) == ("ПРИНЯТО на заседании", "МУМО")
    assert (accepted.paper, accepted.signed) == (BY_HAND, False)
    assert told(stamps.right) == [("УТВЕРЖДАЮ", "Руководитель МУ УО")]
    assert told(stamps.end) == [("СОГЛАСОВАНО", "РУМО")]


def test_a_regulation_without_a_way_asks_for_none(archive: Archive) -> None:
    """003 names no way of a plan: only what is on record is printed."""
    assert stamps_of(archive, ISTORIYA) == Stamps((), (), (), ())
    stamps = stamps_of(archive, ISTORIYA, {"verb": "approved", "by": {"position": "начальник"}})
    assert told(stamps.right) == [("УТВЕРЖДАЮ", "Начальник")]
    assert (stamps.left, stamps.end) == ((), ())


def test_a_step_on_record_takes_the_place_of_the_line(archive: Archive) -> None:
    step = {"verb": "agreed", "by": "gerasimovich-irina", "date": "2025-08-29"}
    (agreed,) = stamps_of(archive, MATEMATIKA, step).end
    assert agreed.name.replace("\u00a0", " ") == "И. Л. Герасимович"
    assert (agreed.day, agreed.recorded) == (date(2025, 8, 29), True)


def test_a_step_names_its_minutes_by_date_and_number(archive: Archive) -> None:
    body = {"association": MUMO}
    step = {"verb": "accepted", "by": body, "decision": "2025-08-29#2"}
    (accepted,) = stamps_of(archive, MUMO, step).left
    number = archive.meetings[f"{MUMO}/2025-2026/2025-08-29"].record.number
    assert accepted.paper == f"Протокол от 29.08.2025 № {number}"
    assert accepted.word == "ПРИНЯТО на заседании"


def test_whom_a_step_does_not_name_the_regulation_names(archive: Archive) -> None:
    (approved,) = stamps_of(archive, MATEMATIKA, {"verb": "approved", "date": "2025-09-01"}).right
    assert approved.by == "Заведующий учебно-методическим кабинетом"
    assert approved.day == date(2025, 9, 1)


def test_an_act_alone_approves_without_a_signature(archive: Archive) -> None:
    act = {"number": "7", "date": "2025-09-01"}
    (approved,) = stamps_of(archive, ISTORIYA, {"verb": "approved", "act": act}).right
    assert (approved.word, approved.signed) == ("УТВЕРЖДЕНО", False)
    assert approved.paper.replace("\u00a0", " ") == "Приказ от 01.09.2025 № 7"


def test_drafting_and_discussing_leave_no_stamp(archive: Archive) -> None:
    steps = ({"verb": "drafted", "date": "2025-08-20"}, {"verb": "discussed", "date": "2025-08-27"})
    stamps = stamps_of(archive, ISTORIYA, *steps)
    assert [step.verb for step in stamps.rest] == ["drafted", "discussed"]
    assert (stamps.left, stamps.right, stamps.end) == ((), (), ())


def test_a_report_goes_the_way_of_reports(archive: Archive) -> None:
    """002 has the reports of a municipal body agreed with the body above."""
    entry = archive.analyses[f"{MUMO}/2025-2026"]
    paper = analysis_paper(context(archive), changed(entry, Analysis.model_validate({})))
    assert told(paper.stamps.end) == [("СОГЛАСОВАНО", "РУМО")]
    assert paper.stamps.right == ()
    assert (paper.addressee, paper.signed_on, paper.period) == ("", None, "2025/2026 учебный год")
