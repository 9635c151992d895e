"""The plan (004, Приложение 1), the analysis and the composition on paper: read back by field."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from demonstration import REPOSITORY, archive_of, copied
from places import SITE_URL, drawn, overlaps, printed_in, words
from playwright.sync_api import Browser
from sheets import Sheets, faults, lost
from visit import OWN

from generator.archive import Archive
from generator.models import Party, Plan, PlannedMeeting
from generator.text import semicolons
from generator.values import long_date

PLAN = f"{OWN}2025-2026/plan/"
BARE_PLAN = f"{OWN}2026-2027/plan/"
LONG_PLAN = "associations/rmo-russkiy/2025-2026/plan/"
BARE_ANALYSIS = "associations/rmo-russkiy/2025-2026/analysis/"
MIDDLE = 105 / 25.4 * 72
"""The middle of a sheet, in points."""
MEETINGS, EVENTS = 30, 60
LONG = " ".join(
    f"слово{n:03}".translate(str.maketrans("0123456789", "абвгдежзик")) for n in range(330)
)
"""Three thousand characters, no word twice."""


@pytest.fixture(scope="module")
def archive() -> Archive:
    return archive_of(REPOSITORY)


@pytest.fixture(scope="module")
def hostile(browser: Browser, base: str, folder: Path) -> Callable[[str], Sheets]:
    """Print a page of records that have the least, or far too much."""
    content = copied(folder) / "content/associations"
    bare = "theme: Тема года\ngoal: Цель года\ntasks: [одна задача]\nmeetings: [{theme: Одно}]\n"
    (content / "umo-matematika-ozersk/2026-2027/plan.yml").write_text(bare, "utf-8")
    papers = content / "umo-matematika-ozersk/2026-2027/documents.yml"
    kept = papers.read_text("utf-8").replace("{term: 5 лет, years: 5}", "{term: постоянно}")
    papers.write_text(kept, "utf-8")
    (content / "rmo-russkiy/2025-2026/plan.yml").write_text("\n".join(long_plan()), "utf-8")
    (content / "rmo-russkiy/2025-2026/analysis.md").write_text(
        "---\ntheme: Тема\n---\nТекст.\n", "utf-8"
    )
    pages, made = drawn(folder), dict[str, Sheets]()

    def once(address: str) -> Sheets:
        if address not in made:
            made[address] = printed_in(browser, base + PLAN, pages[address], folder)
        return made[address]

    return once


def long_plan() -> Iterator[str]:
    """A plan of thirty meetings with long tasks, and a long table of events."""
    yield f"theme: Тема года\ngoal: Цель {LONG}\ntasks:\n  - первая {LONG}\n  - вторая {LONG}"
    yield "meetings:"
    for n in range(1, MEETINGS + 1):
        yield f"  - {{number: {n}, theme: Тема {n}, goal: Цель {n}, tasks: [а{n}, б{n}, в{n}]}}"
    yield "events:"
    for n in range(1, EVENTS + 1):
        goal = f", goal: {LONG}" if n == EVENTS else ""
        yield f"  - {{title: Событие {n}, section: Раздел {n % 4}, when: май 2026 г.{goal}}}"


# --- the plan ---------------------------------------------------------------------------------


def who(archive: Archive, party: Party) -> Iterator[str]:
    """What must be told of somebody: post, organisation, and the name."""
    yield from filter(None, (party.position, party.group))
    if party.organisation:
        yield archive.organisations[party.organisation].record.label
    if party.person:
        person = archive.people[party.person].record
        yield f"{person.given_name[0]}. {person.patronymic[0]}. {person.surname}"


def of_meeting(archive: Archive, item: PlannedMeeting) -> Iterator[str]:
    """Fields 6–13 of the form."""
    place = archive.organisations[item.place.organisation].record.name
    yield from (f"Заседание {item.number}", f"Тема: {item.theme}")
    yield f"Дата, время и место: {long_date(item.when.date)}, {item.time:%H.%M}, {place}"
    yield from (item.place.text or "", item.departure or "", f"Цель: {item.goal}", "Задачи:")
    yield from semicolons(item.tasks)
    yield f"Форма проведения: {item.form}"
    yield f"Планируемый результат: {item.planned_result}"
    yield "План проведения"
    for block in item.blocks:
        yield block.title or block.kind.label
        for point in block.items:
            yield point.text
            for party in point.presenters:
                yield from who(archive, party)


def of_plan(archive: Archive, plan: Plan) -> Iterator[str]:
    """Every field in the order of the form: УТВЕРЖДАЮ is the first, СОГЛАСОВАНО the last."""
    approved = next(step for step in plan.approvals if step.verb == "approved")
    agreed = next(step for step in plan.approvals if step.verb == "agreed")
    yield from ("УТВЕРЖДАЮ", *who(archive, approved.by), long_date(approved.date), plan.title)
    yield from (f"Методическая тема: {plan.theme}", f"Цель: {plan.goal}", "Задачи")
    yield from semicolons(task.text for task in plan.tasks)
    yield from plan.basis
    for item in plan.meetings:
        yield from of_meeting(archive, item)
    sections = dict.fromkeys(event.section for event in plan.events)
    for section in sections:
        yield section
        for event in (event for event in plan.events if event.section == section):
            yield f"{event.number}. {event.title}"
    yield from ("СОГЛАСОВАНО", *who(archive, agreed.by), long_date(agreed.date))


def test_a_plan_is_the_form(prints: Callable[[str], Sheets], archive: Archive) -> None:
    sheets = prints(PLAN)
    plan = archive.plans["umo-matematika-ozersk/2025-2026"].record
    assert lost(sheets, list(of_plan(archive, plan))) == []
    assert faults(sheets) == []
    assert overlaps(sheets) == []
    assert 5 <= len(sheets.pages) <= 7
    assert [code[-len(PLAN) :] for code in sheets.codes] == [PLAN]


def test_stamps_stand_where_the_form_has_them(prints: Callable[[str], Sheets]) -> None:
    """УТВЕРЖДАЮ at the top right of the first sheet, above the title; СОГЛАСОВАНО at the left."""
    sheets = words(prints(PLAN))
    (approved,) = (word for sheet in sheets for word in sheet if word.text == "УТВЕРЖДАЮ")
    (agreed,) = (word for sheet in sheets for word in sheet if word.text == "СОГЛАСОВАНО")
    title = next(word for word in sheets[0] if word.text == "План")
    assert approved in sheets[0]
    assert approved.left > MIDDLE
    assert approved.bottom < title.top
    assert agreed.left < MIDDLE


@pytest.mark.parametrize(
    "words_of_the_screen",
    [
        "проведено",
        "заседания: 1",
        "перенесено",
        "Состояние",
        "Документы о плане",
        "утверждён",
        "Печать",
        "Черновик",
    ],
)
def test_paper_has_nothing_of_the_screen(
    prints: Callable[[str], Sheets], words_of_the_screen: str
) -> None:
    assert not re.search(rf"\b{words_of_the_screen}\b", prints(PLAN).text)


def test_a_plan_with_the_least_is_filled_in_by_hand(hostile: Callable[[str], Sheets]) -> None:
    sheets = hostile(BARE_PLAN)
    empty = ["Цель: ___", "Задачи: ___", "Форма проведения: ___", "Планируемый результат: ___"]
    day = "«___» ____________ 20__ г."
    assert faults(sheets, left=30) == []  # the register says that it is kept for ever
    assert len(sheets.pages) == 1
    assert sheets.codes == [f"{SITE_URL}{BARE_PLAN}"]
    wanted = [
        *("Проект", "УТВЕРЖДАЮ", "Заведующий учебно-методическим кабинетом", day),
        *("План работы на 2026/2027 учебный год", "Методическая тема: Тема года"),
        *("Цель: Цель года", "Задачи", "одна задача.", "Заседание 1", "Тема: Одно"),
        *(f"Дата, время и место: {day}, время ___, место ___", *empty, "План проведения: ___"),
        *("СОГЛАСОВАНО", "Методист-координатор", day),
    ]
    assert lost(sheets, wanted) == []
    assert not re.search(r"\b(None|null|срок не назван|дата не указана)\b", sheets.text)


def test_a_long_plan_is_whole(hostile: Callable[[str], Sheets]) -> None:
    sheets = hostile(LONG_PLAN)
    meetings = [
        text
        for n in range(1, MEETINGS + 1)
        for text in (f"Заседание {n}", f"Тема: Тема {n}", f"Цель: Цель {n}", f"б{n};", f"в{n}.")
    ]
    events = [
        text
        for part in (1, 2, 3, 0)
        for text in (f"Раздел {part}", *(f"Событие {n}" for n in range(part or 4, EVENTS + 1, 4)))
    ]
    texts = [f"Цель: Цель {LONG}", f"первая {LONG};", f"вторая {LONG}.", *meetings, *events]
    last_event = LONG.split()  # a head of the table may stand between any two of its words
    assert lost(sheets, [*texts, *last_event]) == []
    assert faults(sheets) == []
    assert overlaps(sheets) == []


def test_the_head_of_a_table_stands_on_each_sheet(hostile: Callable[[str], Sheets]) -> None:
    sheets = [
        page for page in hostile(LONG_PLAN).pages if re.search(r"^Событие \d", page, re.MULTILINE)
    ]
    assert len(sheets) > 1
    assert [page for page in sheets if "Чем подтверждается" not in " ".join(page.split())] == []


# --- the analysis and the composition ---------------------------------------------------------


def test_an_analysis_is_an_office_paper(prints: Callable[[str], Sheets], archive: Archive) -> None:
    sheets = prints(f"{OWN}2025-2026/analysis/")
    analysis = archive.analyses["umo-matematika-ozersk/2025-2026"].record
    wanted = [
        *("РАССМОТРЕНО", "Методист", "И. Л. Герасимович", "9 июня 2026 г.", analysis.title),
        *("Период: 2025/2026 учебный год", "Кому: заведующий", "Дата: 5 июня 2026 г."),
        *(f"Методическая тема: {analysis.theme}", "Выполнение задач"),
        *(text for row in analysis.fulfilment for text in (row.task, row.result, row.share)),
        *("Показатели", *(row.name for row in analysis.indicators), "Что получилось"),
        *("Проблемы", *analysis.problems, "Выводы", *analysis.conclusions),
        *("Задачи на следующий год", *analysis.next_tasks, "Составлено"),
        *("Руководитель", "Т. П. Ковалевич"),
    ]
    assert lost(sheets, wanted) == []
    assert faults(sheets) == []
    assert overlaps(sheets) == []
    assert len(sheets.codes) == 1


def test_an_analysis_with_the_least_is_filled_in_by_hand(hostile: Callable[[str], Sheets]) -> None:
    sheets = hostile(BARE_ANALYSIS)
    head = ["Период: 2025/2026 учебный год", "Кому: ___", "Дата: «___»", "Текст.", "Председатель"]
    assert lost(sheets, head) == []
    assert faults(sheets) == []


def test_the_composition_is_a_paper_to_be_signed(prints: Callable[[str], Sheets]) -> None:
    sheets = prints(f"{OWN}#composition")
    named = ["Ковалевич Татьяна", "Савчук Елена", "Борисевич Андрей", "Дрозд Инна", "Шимко Наталья"]
    wanted = [
        *("УТВЕРЖДЁН", "приказом от 31.08.2026 № 229", "Управление по образованию"),
        *(
            "Состав учебно-методического объединения учителей математики",
            "на 2026/2027 учебный год",
        ),
        *("Фамилия, имя, отчество", "Должность и место работы", "Роль", *named, "13 ____"),
        *("Герасимович Ирина", "Методист-координатор", "Всего в составе: 13 человек"),
        *("Руководитель", "Т. П. Ковалевич", "* Согласия на публикацию имени нет"),
    ]
    assert lost(sheets, wanted) == []
    assert faults(sheets) == []
    assert not re.search(r"Практики|Последние заседания|категория|Предметы", sheets.text)
    assert len(sheets.pages) <= 2


def test_the_page_of_an_association_is_clean_on_paper(prints: Callable[[str], Sheets]) -> None:
    sheets = prints(OWN)
    assert faults(sheets) == []
    assert lost(sheets, ["Предметы", "Состав", "Ковалевич Татьяна", "Практики"]) == []
    assert not re.search(r"УТВЕРЖДЁН|Всего в составе|_{3}|Контроль решений", sheets.text)
