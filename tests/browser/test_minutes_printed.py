"""Minutes on paper, read back: full and short (004, Приложение 2), and the registration sheet."""

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from demonstration import Site, copied, plain
from official_forms import MEETING, MEETING_PAGE, minutes_fields
from places import SITE_URL, drawn, overlaps, printed_in
from playwright.sync_api import Browser
from sheets import Sheets, faults, lost
from visit import OWN, SUB_PATH

from generator.models import Meeting
from generator.values import long_date

DRAFT = "associations/rmo-nachalnye/2026-2027/meetings/2026-11-11/"
AHEAD = f"{OWN}2026-2027/meetings/2026-12-09/"
LASTING = "associations/mumo-yasnogorsk/2025-2026/meetings/2025-08-29/"
CANCELLED = "associations/mo-istoriya-zarechye/2025-2026/meetings/2026-02-25/"
LONG_PAGE = f"{OWN}2026-2027/meetings/2026-11-25/"
BARE_PAGE = "associations/novoe/2026-2027/meetings/2026-10-14/"
QUESTIONS, PEOPLE = 40, 120


def numbered(word: str, number: int) -> str:
    """A word of its own for each number, without digits: «словобв»."""
    return word + f"{number:03}".translate(str.maketrans("0123456789", "абвгдежзик"))


LONG = " ".join(numbered("слово", n) for n in range(340))
"""More than three thousand characters, no word twice."""


@pytest.fixture(scope="module")
def hostile(browser: Browser, base: str, folder: Path) -> Callable[..., Sheets]:
    """Print minutes that have the least, or far too much."""
    content = copied(folder) / "content"
    bare = "date: 2026-10-14\nstatus: draft\nmode: offline\nagenda: [Первый, Второй]\n"
    new = "name: Новое объединение\nkind: district\nlevel: municipal\nregulation: '004'\n"
    files = {
        "people/many.yml": "\n".join(many_people()),
        f"{OWN}2026-2027/meetings/2026-11-25.yml": "\n".join(long_minutes()),
        "associations/novoe/association.yml": new,
        "associations/novoe/2026-2027/meetings/2026-10-14.yml": bare,
    }
    for name, text in files.items():
        (content / name).parent.mkdir(parents=True, exist_ok=True)
        (content / name).write_text(text, "utf-8")
    pages, made = drawn(folder, f"{LONG_PAGE}|{BARE_PAGE}"), dict[tuple[str, str], Sheets]()

    def once(address: str, view: str = "") -> Sheets:
        if (address, view) not in made:
            shell = base + MEETING_PAGE
            made[address, view] = printed_in(browser, shell, pages[address], folder, view)
        return made[address, view]

    return once


def many_people() -> Iterator[str]:
    yield "people:"
    for n in range(PEOPLE):
        name = f"surname: {numbered('Фамилия', n)}, given_name: Имя, patronymic: Отчество"
        post = "positions: [{title: учитель математики, organisation: gimnaziya-1-ozersk}]"
        consent = "consent: {fields: [name, position], given_on: 2026-01-01, document: согласие}"
        yield f"  - {{id: many-{n:03}, {name}, {post}, {consent}}}"


def long_minutes() -> Iterator[str]:
    """Forty questions with long words, a decision of three thousand characters, 120 people."""
    yield "date: 2026-11-25\nnumber: '4'\nstatus: signed\nmode: offline\nattendance:"
    yield "  people: [" + ", ".join(f"many-{n:03}" for n in range(PEOPLE)) + "]"
    yield "agenda:"
    for n in range(1, QUESTIONS + 1):
        yield f"  - {{text: Вопрос {n}, kind: report, speakers: [many-{n:03}]}}"
    yield "hearings:"
    for n in range(1, QUESTIONS + 1):
        yield f"  - {{agenda: ['{n}'], speakers: [many-{n:03}], summary: Суть {n}}}"
    yield "decisions:"
    for n in range(1, QUESTIONS + 1):
        text = LONG if n == QUESTIONS // 2 else f"Решение по вопросу {n}"
        yield f"  - {{text: {text}, agenda: ['{n}'], due: до 1 июня 2027 г.}}"


def form(demo: Site, *, short: bool = False) -> list[str]:
    """Every field of Приложение 2; short minutes have the list on a sheet of its own."""
    fields = list(minutes_fields(demo))
    return [
        text
        for field in fields
        for text in (field.shows[:2] if short and field.number == 7 else field.shows)
    ]


def only_in_full(record: Meeting) -> Iterator[str]:
    """What real minutes add to the form."""
    yield from ("Когда", "Место", "Тема", "Форма", "Задачи", "из 14", "Отсутствовали", "Вопросы")
    yield from ("ВЫСТУПИЛИ", "Срок", "О выполнении прежних решений", "Оценки", "Приложения")
    yield from filter(None, (record.theme, record.goal, *record.tasks))
    for hearing in record.hearings:
        yield from (hearing.summary or "Приложения", *(q.text for q in hearing.questions))
        yield from (remark.summary for remark in hearing.remarks)
    yield from (row.criterion for row in record.ratings)
    yield from (decision.due.text() for decision in record.decisions if decision.due)


# --- the minutes of the demonstration ---------------------------------------------------------


def test_full_minutes_have_every_field_of_the_form(
    prints: Callable[[str], Sheets], demo: Site
) -> None:
    sheets = prints(MEETING_PAGE)
    assert lost(sheets, form(demo)) == []
    assert faults(sheets) == []
    assert overlaps(sheets) == []
    assert len(sheets.pages) in (3, 4)
    assert sheets.codes == [f"https://example.github.io{SUB_PATH}{MEETING_PAGE}"]


def test_full_minutes_have_what_was_said(prints: Callable[[str], Sheets], demo: Site) -> None:
    sheets, record = prints(MEETING_PAGE), demo.archive.meetings[MEETING].record
    assert [text for text in only_in_full(record) if lost(sheets, [text])] == []
    assert lost(sheets, ["РЕШИЛИ", "Ответственные", "Срок: 28 ноября", "Голосовали"]) == []
    assert lost(sheets, ["рекомендательный характер (п. 23 положения)", "Приложения"]) == []
    assert lost(sheets, ["Приложения", "Регистрационный лист", "Руководитель", "Секретарь"]) == []


@pytest.mark.parametrize(
    "words",
    [
        *("Исполнение", "проверено", "SHA-256", "В плане", "Опубликовано", "По вопросу"),
        *("Печать", "Краткий протокол", "Лист регистрации"),
        *("Практики, о которых шла речь", "подпись", "___"),
    ],
)
def test_full_minutes_have_nothing_of_the_screen(
    prints: Callable[[str], Sheets], demo: Site, words: str
) -> None:
    assert words.casefold() not in prints(MEETING_PAGE).text.casefold()


def test_short_minutes_are_the_form_and_no_more(
    prints: Callable[[str], Sheets], demo: Site
) -> None:
    sheets, record = prints(f"{MEETING_PAGE}#short"), demo.archive.meetings[MEETING].record
    assert lost(sheets, form(demo, short=True)) == []
    assert faults(sheets) == []
    assert overlaps(sheets) == []
    assert len(sheets.pages) == 2
    told = [text for text in only_in_full(record) if not lost(sheets, [f"{text}:"])]
    told += [text for text in only_in_full(record) if len(text) > 20 and not lost(sheets, [text])]
    assert told == []


def test_a_registration_sheet_has_a_row_for_each_who_came(
    prints: Callable[[str], Sheets], demo: Site
) -> None:
    sheets, record = prints(f"{MEETING_PAGE}#registration"), demo.archive.meetings[MEETING].record
    head = ["№", "Фамилия, имя, отчество", "Должность, место работы", "Подпись"]
    title = ["Лист регистрации участников", "заседания учебно-методического объединения"]
    day = [f"Когда: {long_date(record.date)}", "Место: Государственное учреждение"]
    assert lost(sheets, [*title, *day, *head]) == []
    assert rows(sheets)[::20] == ["1. Борисевич Андрей Викторович", "21."]
    assert [row.split()[1:2] for row in rows(sheets)[8:14]] == [["Шимко"], [], [], [], [], []]
    assert faults(sheets) == []
    assert overlaps(sheets) == []
    assert not re.search("Протокол|Повестка|СЛУШАЛИ|Руководитель|Присутств|Приложения", sheets.text)
    assert all(lost_in(page, head) == [] for page in sheets.pages)


def rows(sheets: Sheets) -> list[str]:
    """The first two cells of each row that has a number, as they stand beside each other."""
    command = ["pdftotext", "-layout", "-enc", "UTF-8", str(sheets.path), "-"]
    laid = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    found = re.findall(r"^ *(\d+\.) *(\S+(?: \S+){2})?", laid, re.MULTILINE)
    return [" ".join(filter(None, row)) for row in found]


def lost_in(page: str, wanted: list[str]) -> list[str]:
    return [text for text in wanted if plain(text) not in plain(page)]


# --- other meetings ---------------------------------------------------------------------------


def test_a_paper_kept_for_long_has_a_wide_margin(prints: Callable[[str], Sheets]) -> None:
    """The register says of these minutes «постоянно»; of the others it says nothing."""
    sheets = prints(LASTING)
    assert faults(sheets, left=30) == []
    assert lost(sheets, ["Протокол", "Председатель", "Секретарь"]) == []
    assert prints(MEETING_PAGE).ink(0)[0] < 25


def test_a_draft_says_so_and_waits_for_signatures(prints: Callable[[str], Sheets]) -> None:
    sheets = prints(DRAFT)
    assert lost(sheets, ["Проект протокола", "11.11.2026", "Председатель", "Секретарь"]) == []
    assert faults(sheets) == []


def test_a_meeting_ahead_is_a_notice(prints: Callable[[str], Sheets], demo: Site) -> None:
    sheets = prints(AHEAD)
    record = demo.archive.meetings["umo-matematika-ozersk/2026-2027/2026-12-09"].record
    questions = [f"{n}. {item.text}" for n, item in enumerate(record.agenda, start=1)]
    wanted = ["Повестка заседания", f"Когда: {long_date(record.date)}", "Место:", *questions]
    assert lost(sheets, wanted) == []
    assert faults(sheets) == []
    assert len(sheets.pages) == 1
    assert not re.search("Протокол|СЛУШАЛИ|РЕШИЛИ|_{3}|№ не|запланировано", sheets.text)


def test_a_meeting_ahead_is_registered_by_the_composition(
    prints: Callable[[str], Sheets],
) -> None:
    """Thirteen members on that day; four have given no consent, so there is room for a name."""
    sheets = prints(f"{AHEAD}#registration")
    title = ["Лист регистрации участников", "заседания учебно-методического", "9 декабря 2026"]
    assert lost(sheets, [*title, "Подпись"]) == []
    assert rows(sheets)[::20] == ["1. Борисевич Андрей Викторович", "21."]
    assert faults(sheets) == []


def test_a_cancelled_meeting_is_no_minutes(prints: Callable[[str], Sheets]) -> None:
    text = prints(CANCELLED).text
    assert "отменено" in text
    assert not re.search("Протокол|СЛУШАЛИ|_{3}", text, re.IGNORECASE)


# --- too much, and too little -----------------------------------------------------------------


def test_long_minutes_are_whole(hostile: Callable[..., Sheets]) -> None:
    sheets = hostile(LONG_PAGE)
    people = [numbered("Фамилия", n) for n in range(PEOPLE)]
    agenda = [f"{n}. Вопрос {n}" for n in range(1, QUESTIONS + 1)]
    course = [
        text
        for n in range(1, QUESTIONS + 1)
        for text in (
            *(f"{n}. СЛУШАЛИ:", numbered("Фамилия", n), f"Суть {n}", "РЕШИЛИ:", f"{n}."),
            *(LONG if n == QUESTIONS // 2 else f"Решение по вопросу {n}", "Ответственные: ___"),
            *("Срок: до 1 июня 2027", "Голосовали: за - ___, против - ___, воздержались - ___"),
        )
    ]
    signers = ["Руководитель", "Т. П. Ковалевич", "Секретарь", "Е. Н. Савчук"]
    assert lost(sheets, ["120 человек", *people, "Повестка дня", *agenda, *course, *signers]) == []
    assert faults(sheets) == []
    assert overlaps(sheets) == []


def test_a_long_registration_sheet_has_its_head_on_each_sheet(
    hostile: Callable[..., Sheets],
) -> None:
    sheets = hostile(LONG_PAGE, "registration")
    people = [f"{n}. {numbered('Фамилия', n - 1)} Имя Отчество" for n in range(1, PEOPLE + 1)]
    assert rows(sheets) == [*people, *(f"{n}." for n in range(PEOPLE + 1, PEOPLE + 9))]
    lists = [page for page in sheets.pages if "Имя Отчество" in page]
    assert [page for page in lists if lost_in(page, ["№", "Подпись"])] == []
    assert len(lists) > 3
    assert faults(sheets) == []
    assert overlaps(sheets) == []


@pytest.mark.parametrize("view", ["", "short"])
def test_minutes_with_the_least_are_filled_in_by_hand(
    hostile: Callable[..., Sheets], view: str
) -> None:
    sheets = hostile(BARE_PAGE, view)
    decided = ["РЕШИЛИ: ___", "Ответственные: ___", "Голосовали: за - ___, против - ___"]
    course = [text for n in (1, 2) for text in (f"{n}. СЛУШАЛИ: ___", *decided)]
    wanted = [
        *("Проект протокола", "14.10.2026 № ___", "заседания объединения «Новое объединение»"),
        *("Руководитель: ___", "Секретарь: ___", "Присутствовали - ___ человек (список"),
        *("Повестка дня", "1. Первый", "2. Второй", *course, "Руководитель", "Секретарь"),
    ]
    assert lost(sheets, wanted) == []
    assert faults(sheets) == []
    assert overlaps(sheets) == []
    assert sheets.codes == [f"{SITE_URL}{BARE_PAGE}"]
    assert not re.search(r"\b(None|null|не указан)\b", sheets.text)
    assert len(sheets.pages) == 1
