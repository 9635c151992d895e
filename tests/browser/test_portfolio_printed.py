"""The portfolio of a year and the blank forms on paper, read back from the printed sheets."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from sheets import Sheets, faults, lost, printed, said

OZERSK, YASNOGORSK = "associations/umo-matematika-ozersk/", "associations/mumo-yasnogorsk/"
PORTFOLIO = f"{OZERSK}2025-2026/portfolio/"
MINUTES, PLAN, SHEET = "#blank-minutes", "#blank-plan", "#blank-registration"
OTHER_TITLES = {
    MINUTES: ("План работы", "Лист регистрации"),
    PLAN: ("Протокол заседания", "Лист регистрации"),
    SHEET: ("Протокол заседания", "План работы", "Повестка дня"),
}
"""What stands on the page beside a form, and not on its sheets."""

Print = Callable[[str], Sheets]


@pytest.fixture(scope="module")
def paper(browser: Browser, base: str, tmp_path_factory: pytest.TempPathFactory) -> Print:
    """Print a page once, however many tests look at it."""
    folder: Path = tmp_path_factory.mktemp("printed")
    known: dict[str, Sheets] = {}

    def sheets(address: str) -> Sheets:
        if address not in known:
            known[address] = printed(browser, base + address, folder)
        return known[address]

    return sheets


def test_the_cover_is_a_sheet_of_its_own(paper: Print) -> None:
    cover, contents = map(said, paper(PORTFOLIO).pages[:2])
    told = [
        "ГОСУДАРСТВЕННОЕ УЧРЕЖДЕНИЕ ОБРАЗОВАНИЯ «ГИМНАЗИЯ № 1 Г. ОЗЕРСКА»",
        "ПОРТФОЛИО",
        "Районное учебно-методическое объединение учителей математики Озерского района",
        "за 2025/2026 учебный год",
        "Руководитель: учитель математики, ГУО «Гимназия № 1 г. Озерска», Т. П. Ковалевич",
        "г. Озерск, 2026",
    ]
    assert re.search(".*".join(re.escape(said(text)) for text in told), cover)
    assert cover.endswith(said(told[-1]))
    assert re.match(r"2 Содержание 1\. Состав объединения 2\. Тема, цель и задачи 3\.", contents)


def test_the_sections_follow_the_contents(paper: Print) -> None:
    sheets = paper(PORTFOLIO)
    rest = said(" ".join(sheets.pages[1:]))
    listed = rest[: rest.index("Состав объединения По имени")]
    titles = re.findall(r"\d\. (.+?)(?= \d\. | *$)", listed.partition("Содержание")[2])
    assert len(titles) == 9
    assert lost(sheets, ["за 2025/2026 учебный год", *titles, *titles]) == []
    meetings = [f"{day}, протокол № 0{n}" for n, day in enumerate(
        ("27.08.2025", "22.10.2025", "10.12.2025", "18.02.2026", "13.05.2026"), start=1
    )]  # fmt: skip
    assert lost(sheets, ["Средняя явка", *meetings, "Контроль решений", "на контроле 1"]) == []


@pytest.mark.parametrize("address", [PORTFOLIO, *(f"{OZERSK}blanks/{v}" for v in OTHER_TITLES)])
def test_the_sheets_are_those_of_an_office(paper: Print, base: str, address: str) -> None:
    sheets = paper(address)
    assert faults(sheets) == []
    assert sheets.codes == [
        f"https://example.github.io/some/district-site/{address.partition('#')[0]}"
    ]
    assert "Печать" not in sheets.text


@pytest.mark.parametrize("view", OTHER_TITLES)
def test_a_form_is_printed_alone_on_two_sheets(paper: Print, view: str) -> None:
    sheets = paper(f"{OZERSK}blanks/{view}")
    assert len(sheets.pages) == 2
    assert [title for title in OTHER_TITLES[view] if title in sheets.text] == []
    assert "Бланки" not in sheets.text


def test_the_minutes_ask_for_what_the_form_has(paper: Print) -> None:
    """004, Приложение 2, by the words of the regulation; the lines themselves are read too."""
    sheets = paper(f"{OZERSK}blanks/{MINUTES}")
    wanted = ["ПРОТОКОЛ", "№ ___", "учебно-методического объединения учителей математики",
              "Руководитель:", "Секретарь:", "Присутствовали — ___ человек",
              "Приглашённые:", "Повестка дня",
              "1. Вопрос:", "2. Вопрос:", "3. Вопрос:"]  # fmt: skip
    for number in (1, 2, 3):
        wanted += [f"{number}. СЛУШАЛИ:", "___", "ВЫСТУПИЛИ:", "___", "РЕШИЛИ:", "___",
                   "ГОЛОСОВАЛИ: за — ___, против — ___, воздержались — ___"]  # fmt: skip
    assert lost(sheets, [*wanted, "Руководитель", "Секретарь"]) == []


def test_the_offices_are_those_of_another_regulation(paper: Print) -> None:
    """001: председатель; the plan is accepted at a meeting and approved by the office."""
    sheets = paper(f"{YASNOGORSK}blanks/{PLAN}")
    assert len(sheets.pages) == 2
    assert faults(sheets) == []
    first, second = map(said, sheets.pages)
    assert "ПРИНЯТО на заседании" in first
    assert "УТВЕРЖДАЮ" in first
    assert "Руководитель МУ УО" in first
    assert second.startswith("2 Заседание ___")
    assert "СОГЛАСОВАНО" in second


def test_the_sheet_has_rows_1_to_30_under_heads_on_each_sheet(paper: Print) -> None:
    sheets = paper(f"{OZERSK}blanks/{SHEET}")
    numbers = [n for page in sheets.pages for n in re.findall(r"(?m)^(\d+)\.$", page)]
    assert numbers == [str(number) for number in range(1, 31)]
    assert all("Фамилия, имя, отчество" in said(page) for page in sheets.pages)
    assert all("Подпись" in page for page in sheets.pages)
