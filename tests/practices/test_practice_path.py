"""The way of a practice: one step for each fact of the record, in the order of days."""

from pathlib import Path
from typing import Any

import pytest
from card_records import context_of, lay, page_at, records, said

from generator.models.vocabulary import PracticeStatus
from generator.pages.practices.path import Step, path_of

DECISION = "mo-matematika/2025-2026/2025-11-05#1"
FULL: dict[str, Any] = {
    "status": "archived",
    "created_on": "2025-09-10",
    "submissions": [
        {"to": {"association": "mumo"}, "date": "2025-09-15", "result": "принято"},
        {"to": {"organisation": "upravlenie"}, "date": "2025-11-20"},
    ],
    "expertise": [
        {
            "body": {"association": "mumo"},
            "sent_on": "2025-09-20",
            "received_on": "2025-10-01",
            "verdict": "returned",
            "conclusion": "Не хватает замера.",
        },
        {
            "body": {"association": "mumo"},
            "sent_on": "2025-10-10",
            "received_on": "2025-10-20",
            "verdict": "approved",
            "conclusion": "Хорошо.",
            "decision": DECISION,
        },
    ],
    "approvals": [
        {"verb": "considered", "by": {"association": "mumo"}, "date": "2025-11-01"},
        {
            "verb": "approved",
            "by": {"organisation": "upravlenie"},
            "date": "2025-12-01",
            "act": {"number": "7-п", "date": "2025-12-01", "address": "https://akt.example.org/7"},
            "note": "единогласно",
        },
    ],
    "recommended_by": DECISION,
    "recommended_note": "и методическим советом",
    "bank": {"included_on": "2025-12-15", "act": {"number": "9-п"}, "certificate": "3"},
    "archived": {"date": "2026-05-20", "reason": "Программа изменилась."},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return records(tmp_path)


def steps(folder: Path, **fields: Any) -> list[Step]:
    lay(folder, "opyt", fields)
    context = context_of(folder)
    return path_of(context, context.archive.practices["opyt"])


def outline(path: list[Step]) -> list[tuple[str, str]]:
    """Each step by its name and day; the present one with «*», one ahead with «…»."""
    signs = {(True, False): "*", (False, True): "…"}
    return [
        (f"{step.name}{signs.get((step.current, step.ahead), '')}", str(step.day or ""))
        for step in path
    ]


def test_each_fact_is_a_step_in_the_order_of_days(folder: Path) -> None:
    """What was returned and sent again stands in its turn, whichever field tells of it."""
    assert outline(steps(folder, **FULL)) == [
        ("Описано", "2025-09-10"),
        ("Подано", "2025-09-15"),
        ("Направлено на экспертизу", "2025-09-20"),
        ("Возвращено на доработку", "2025-10-01"),
        ("Направлено на экспертизу", "2025-10-10"),
        ("Рассмотрено", "2025-11-01"),
        ("Рекомендовано", "2025-11-05"),
        ("Рекомендовано", ""),
        ("Подано", "2025-11-20"),
        ("Утверждено", "2025-12-01"),
        ("Внесено в банк практик", "2025-12-15"),
        ("Передано в архив*", "2026-05-20"),
    ]


def test_steps_say_who_by_what_and_why(folder: Path) -> None:
    """Bodies, acts as links, decisions as links to the minutes, reasons."""
    lay(folder, "opyt", FULL)
    page = page_at(context_of(folder), "practices/opyt/")
    (path,) = page.xpath('//ol[@class="umo-path"]')
    assert [said(step) for step in path] == [
        "10.09.2025 Описано",
        "15.09.2025 Подано МУМО Принято",
        "20.09.2025 Направлено на экспертизу МУМО",
        "01.10.2025 Возвращено на доработку МУМО Не хватает замера.",
        "10.10.2025 Направлено на экспертизу МУМО Заключение 20 октября 2025 г. — одобрено "
        "решением 1 от 5 ноября 2025 г.",
        "01.11.2025 Рассмотрено МУМО",
        "05.11.2025 Рекомендовано решением 1 от 5 ноября 2025 г.",
        "день не записан Рекомендовано И методическим советом",
        "20.11.2025 Подано Управление образования Озёрского округа",
        "01.12.2025 Утверждено Управление образования Озёрского округа "
        "Приказ от 01.12.2025 № 7-п Единогласно",
        "15.12.2025 Внесено в банк практик Приказ № 9-п Свидетельство № 3",
        "20.05.2026 Передано в архив сейчас Программа изменилась.",
    ]
    minutes = "../../associations/mo-matematika/2025-2026/meetings/2025-11-05/#decision-1"
    links = [link.get("href") for link in path.iter("a")]
    assert links == [minutes, minutes, "https://akt.example.org/7"]
    assert [step.get("aria-current") for step in path] == [None] * 11 + ["step"]


WAY = ["Подача…", "Экспертиза…", "Одобрение…", "Внесение в банк практик…"]


@pytest.mark.parametrize(
    ("status", "names"),
    [
        ("draft", ["Описано*", *WAY]),
        ("submitted", ["Описано", "Подано*", *WAY[1:]]),
        ("on_expertise", ["Описано", "Экспертиза*", *WAY[2:]]),
        ("returned", ["Описано", "Возвращено на доработку*", *WAY[1:]]),
        ("approved", ["Описано", "Одобрено*", *WAY[3:]]),
        ("recommended", ["Описано", "Рекомендовано к публикации*", *WAY[3:]]),
        ("in_bank", ["Описано", "Внесено в банк практик*"]),
        ("archived", ["Описано", "Передано в архив*"]),
    ],
)
def test_a_state_alone_tells_where_it_stands_and_what_is_ahead(
    folder: Path, status: str, names: list[str]
) -> None:
    """Nothing is invented: a step of which the record is silent has no day, or is not there."""
    path = steps(folder, status=status)
    assert outline(path) == [(name, "") for name in names]


def test_every_state_has_its_way() -> None:
    cases = test_a_state_alone_tells_where_it_stands_and_what_is_ahead.pytestmark[0].args[1]
    assert {status for status, _ in cases} == set(PracticeStatus)


def test_in_the_bank_nothing_is_ahead_whatever_the_state(folder: Path) -> None:
    path = steps(folder, status="recommended", bank={"included_on": "2025-12-15"})
    assert [step.name for step in path if step.ahead] == []


def test_the_last_step_into_a_state_is_the_present_one(folder: Path) -> None:
    """Two approvals: the later one; what was only considered afterwards changes nothing."""
    body = {"association": "mumo"}
    days = {"approved": "2025-11-01", "agreed": "2025-12-01", "considered": "2026-01-01"}
    approvals = [{"verb": verb, "by": body, "date": day} for verb, day in days.items()]
    assert outline(steps(folder, approvals=approvals)) == [
        ("Описано", ""),
        ("Утверждено", "2025-11-01"),
        ("Согласовано*", "2025-12-01"),
        ("Рассмотрено", "2026-01-01"),
        ("Внесение в банк практик…", ""),
    ]


@pytest.mark.parametrize(
    ("expertise", "told"),
    [
        ({"sent_on": "2025-10-01"}, ["Направлено на экспертизу заключения ещё нет"]),
        ({"received_on": "2025-10-05"}, ["Экспертиза заключение 5 октября 2025 г."]),
        ({"verdict": "rejected"}, ["Экспертиза заключение — отклонено"]),
        ({"received_on": "2025-10-05", "verdict": "returned"}, ["Возвращено на доработку "]),
    ],
)
def test_an_expertise_tells_what_is_known_of_it(
    folder: Path, expertise: dict[str, str], told: list[str]
) -> None:
    path = steps(folder, status="recommended", expertise=[expertise])[1:-2]
    assert [f"{step.name} {step.note}".replace("\u00a0", " ") for step in path] == told


def test_an_approval_at_a_meeting_leads_to_its_minutes(folder: Path) -> None:
    meeting = "mo-matematika/2025-2026/2025-11-05"
    path = steps(folder, approvals=[{"verb": "accepted", "meeting": meeting}])
    taken = path[1].taken
    assert taken is not None
    assert taken.title.replace("\u00a0", " ") == "на заседании 5 ноября 2025 г."
    assert taken.address == "associations/mo-matematika/2025-2026/meetings/2025-11-05/"
    context = context_of(folder)
    spread = [entry.id for entry in context.archive.relations.recommended[meeting]]
    assert "opyt" in spread, "the minutes know of it too"
