"""Single rows: what each field says of a record, in the words of Popolo and Open Civic Data."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from datasheets import Sheets

HOME = "mo-matematika/2025-2026"
DAY = "2026-02-18"


@pytest.fixture
def make(base: Path) -> Any:
    """Call with the fields of a meeting on 18 February; gives the data with it."""

    def write(**fields: Any) -> Sheets:
        usual = {"date": DAY, "status": "signed", "mode": "offline", "agenda": ["Вопрос"]}
        path = base / f"associations/{HOME}/meetings/{DAY}.yml"
        path.write_text(yaml.safe_dump(usual | fields, allow_unicode=True), "utf-8")
        return Sheets(base)

    return write


def votes(sheets: Sheets) -> list[dict[str, Any]]:
    return [item for item in sheets.items("votes") if item["start_date"] == DAY]


def counts(**numbers: int) -> list[dict[str, Any]]:
    return [{"option": option, "value": number} for option, number in numbers.items()]


VOTES: dict[str, tuple[Any, Any]] = {
    "numbers": (
        {"for": "8", "against": "0", "abstained": "1"},
        {"counts": counts(yes=8, no=0, abstain=1), "unanimous": None, "result": "pass"},
    ),
    "what was not said is not nought": (
        {"for": "8"},
        {"counts": counts(yes=8), "unanimous": None, "result": "pass"},
    ),
    "unanimous without numbers": (
        "единогласно",
        {"counts": [], "unanimous": True, "result": "pass"},
    ),
    "told in words only": (
        {"note": "открытым голосованием"},
        {"counts": [], "unanimous": None, "result": "pass"},
    ),
    "without a vote": ("без голосования", None),
    "without a vote, in full": ({"without_vote": "да", "note": "по общему согласию"}, None),
    "no vote on record": (None, None),
}


@pytest.mark.parametrize("case", VOTES)
def test_a_vote_on_a_decision(make: Any, case: str) -> None:
    vote, wanted = VOTES[case]
    decision = {"text": "Принять план."} | ({"vote": vote} if vote else {})
    found = votes(make(decisions=[decision]))
    if wanted is None:
        assert found == []
        return
    (event,) = found
    usual = {
        "id": f"{HOME}/{DAY}#1/vote",
        "motion_text": "Принять план.",
        "motion_classification": ["decision"],
        "start_date": DAY,
        "organization_id": "mo-matematika",
        "meeting_id": f"{HOME}/{DAY}",
        "decision_ids": [f"{HOME}/{DAY}#1"],
        "votes": [],
        "sources": [{"url": f"associations/{HOME}/meetings/{DAY}/#decision-1"}],
    }
    assert event == usual | wanted


def test_a_vote_that_was_lost(make: Any) -> None:
    lost = {"for": "2", "against": "2", "abstained": "0"}
    sheets = make(decisions=[{"text": "Исключить.", "vote": lost, "adopted": "нет"}])
    assert votes(sheets)[0]["result"] == "fail"
    assert sheets.item("decisions", f"{HOME}/{DAY}#1")["adopted"] is False


def test_one_vote_about_the_whole_agenda(make: Any) -> None:
    """It is about the decisions that had no vote of their own."""
    own = {"text": "Второе.", "vote": {"for": "3"}}
    without = {"text": "Третье.", "vote": "без голосования"}
    first, fourth = {"text": "Первое."}, {"text": "Четвёртое.", "adopted": "нет"}
    whole = {"for": "9", "against": "0", "abstained": "0"}
    found = votes(make(decisions=[first, own, without, fourth], vote=whole))
    assert [event["id"] for event in found] == [f"{HOME}/{DAY}#2/vote", f"{HOME}/{DAY}/vote"]
    event = found[1]
    assert event["motion_classification"] == ["whole"]
    assert event["motion_text"] == "1. Первое.\n4. Четвёртое."
    assert event["decision_ids"] == [f"{HOME}/{DAY}#1", f"{HOME}/{DAY}#4"]
    assert event["result"] == "pass"
    assert event["counts"] == counts(yes=9, no=0, abstain=0)
    assert event["sources"] == [{"url": f"associations/{HOME}/meetings/{DAY}/"}]


def test_a_vote_about_the_whole_agenda_fails_with_all_its_decisions(make: Any) -> None:
    lost = [{"text": "Первое.", "adopted": "нет"}, {"text": "Второе.", "adopted": "нет"}]
    assert votes(make(decisions=lost, vote={"for": "1", "against": "5"}))[0]["result"] == "fail"


def test_a_vote_without_decisions_is_about_the_agenda(make: Any) -> None:
    (event,) = votes(make(agenda=["О плане", "Разное"], vote="единогласно"))
    assert event["motion_text"] == "О плане\nРазное"
    assert event["decision_ids"] == []


DUE: dict[str, tuple[Any, str | None]] = {
    "до 05.11.2025": ("до 05.11.2025", "2025-11-05"),
    "до 15 марта": ("до 15 марта", "2026-03-15"),
    "март 2026": ("март 2026", "2026-03-31"),
    "ноябрь – декабрь": ("ноябрь – декабрь", "2025-12-31"),
    "2026-05-29": ("2026-05-29", "2026-05-29"),
    "в течение года": ("в течение года", None),
    "по мере готовности": ({"text": "по мере готовности"}, None),
}


@pytest.mark.parametrize("raw", DUE)
def test_a_time_stands_as_written_and_as_its_last_day(make: Any, raw: str) -> None:
    due, last = DUE[raw]
    row = make(decisions=[{"text": "Сдать.", "due": due}]).item("decisions", f"{HOME}/{DAY}#1")
    assert (row["due"], row["due_date"]) == (raw, last)
    assert (row["extended_due"], row["extended_due_date"]) == (None, None)


def test_what_a_later_meeting_found_of_a_decision(make: Any) -> None:
    """The base has it done on 5 November; here a third meeting gives it a new time."""
    review = {"decision": "2025-08-28#2", "status": "extended", "due": "апрель 2026"}
    sheets = make(reviews=[review])
    row = sheets.item("decisions", f"{HOME}/2025-08-28#2")
    assert row["status"] == "extended"
    assert row["checked_at"] == f"{HOME}/{DAY}"
    assert (row["due"], row["due_date"]) == ("до 05.11.2025", "2025-11-05")
    assert (row["extended_due"], row["extended_due_date"]) == ("апрель 2026", "2026-04-30")


def test_a_meeting(make: Any) -> None:
    sheets = make(
        number="3/1",
        kind="extended",
        time="9:30",
        end_time="11.00",
        theme="Тема",
        members_total="12",
        attendance="10",
        invited=[{"group": "родители", "count": "4"}, {"position": "библиотекарь"}],
        agenda=["Первый", {"text": "Второй", "sub_items": ["подвопрос"]}],
        decisions=[{"text": "Решение."}],
        joint_with=["mumo"],
    )
    assert sheets.item("meetings", f"{HOME}/{DAY}") == {
        "id": f"{HOME}/{DAY}",
        "organization_id": "mo-matematika",
        "joint_organization_ids": ["mumo"],
        "school_year": "2025-2026",
        "start_date": DAY,
        "start_time": "09:30",
        "end_time": "11:00",
        "number": "3/1",
        "status": "signed",
        "classification": "extended",
        "attendance_mode": "offline",
        "name": "Тема",
        "present_count": 10,
        "members_total": 12,
        "invited_count": 5,
        "agenda": ["Первый", "Второй"],
        "decision_count": 1,
        "url": f"associations/{HOME}/meetings/{DAY}/",
    }


def test_of_a_meeting_ahead_nothing_is_made_up(make: Any) -> None:
    row = make(status="planned").item("meetings", f"{HOME}/{DAY}")
    empty = ("start_time", "end_time", "number", "name", "present_count", "members_total")
    assert {row[name] for name in empty} == {None}
    assert (row["status"], row["decision_count"]) == ("planned", 0)


def test_a_joint_meeting_is_one_row_of_whoever_called_it(base: Path) -> None:
    sheets = Sheets(base)
    assert ("mumo", "2025-2026") in [(a, str(y)) for a, y in sheets.context.digests.years]
    assert [i["id"] for i in sheets.items("meetings")] == [
        f"{HOME}/2025-08-28",
        f"{HOME}/2025-11-05",
    ]
    assert all(item["organization_id"] == "mo-matematika" for item in sheets.items("decisions"))


def test_numbers_of_members_by_year(base: Path) -> None:
    path = base / "associations/mo-matematika/association.yml"
    rows = "compositions:\n  - {year: 2026-2027, total: 14}\n  - {year: 2024-2025}\n"
    path.write_text(f"{path.read_text('utf-8')}{rows}  - {{year: 2025-2026, total: 0}}\n", "utf-8")
    sheets = Sheets(base)
    assert sheets.item("associations", "mo-matematika")["member_counts"] == [
        {"school_year": "2025-2026", "total": 0},
        {"school_year": "2026-2027", "total": 14},
    ]
    cells = {row["id"]: row["member_counts"] for row in sheets.rows("associations")}
    assert cells == {"mo-matematika": "2025-2026: 0; 2026-2027: 14", "mumo": ""}


@pytest.mark.parametrize("home", ["association: mo-matematika\n", "association: mumo\n", ""])
def test_a_practice_stands_there_once_whatever_it_belongs_to(base: Path, home: str) -> None:
    """Also one of an association that has no year of its own, and one of no association."""
    path = base / "practices/ustnyy-schet.md"
    text = path.read_text("utf-8").replace("association: mo-matematika\n", home)
    path.write_text(text, "utf-8")
    (row,) = Sheets(base).items("practices")
    assert row["id"] == "ustnyy-schet"
    assert row["organization_id"] == (home.partition(": ")[2].strip() or None)


def test_an_association_that_has_ended_without_records_keeps_its_practices(base: Path) -> None:
    """It has no year at all, so no digest: its practices are opened as those of nobody are."""
    home = base / "associations/former"
    home.mkdir()
    fields = "name: Прежнее МО\nkind: mo\nlevel: municipal\n"
    days = "created_on: 2010-09-01\nliquidated_on: 2015-06-01\n"
    (home / "association.yml").write_text(fields + days, "utf-8")
    path = base / "practices/ustnyy-schet.md"
    text = path.read_text("utf-8").replace("association: mo-matematika", "association: former")
    path.write_text(text, "utf-8")
    sheets = Sheets(base)
    assert "former" not in {association for association, _ in sheets.context.digests.years}
    assert [row["organization_id"] for row in sheets.items("practices")] == ["former"]
