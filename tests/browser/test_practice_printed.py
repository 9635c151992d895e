"""The card of a practice on paper, and its handout: one sheet, whatever the record."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from demonstration import Site, copied
from on_paper import PUBLISHED, Paper, filled
from places import SITE_URL, drawn, overlaps, printed_in
from playwright.sync_api import Browser, Page, expect
from sheets import Sheets, faults, lost, said
from visit import KINDS

from generator.values import long_date

CARD = KINDS["practice"]


# --- the card of a practice, and its handout ------------------------------------------------------


def card_of(record: Any) -> Iterator[str]:
    """What stands on the card, in its order; the body and the way of the practice aside."""
    yield from (record.title, record.status.label, record.level.label, record.type.label)
    yield from ("Литвинко Ольга Ивановна", "ГУО «Средняя школа № 4 г. Озерска»", *record.subjects)
    yield from ("основное общее", ", ".join(record.grades), record.age, record.time_required)
    yield from (record.language, ", ".join(record.keywords), record.summary)
    yield from (text for row in record.results for text in (row.name, row.previous, row.value))
    yield from (text for row in record.expertise for text in ("одобрено", row.conclusion))
    yield from (record.relevance, record.problem, record.source_of_change, record.goal)
    yield from (task.rstrip(";.") for task in record.tasks)
    yield from (record.idea, record.concept, record.novelty)
    yield from (text for step in record.stages for text in (step.title, step.duration, step.text))
    yield from ("Как выглядит одна задача", "Какую заметку брать", "Чего мы не добились")
    yield from (*record.resources, record.labour_intensity, record.conditions, record.risks)
    yield record.limitations
    for item in record.products:
        yield from (item.title, f"{PUBLISHED}{CARD}{item.file}")
    yield from (text for item in record.links for text in (item.title, item.address))
    yield from (record.replication, *(row.review for row in record.followers))
    yield from (row.form for row in record.dissemination)
    yield from (*record.sources, record.work_stage, "Как сослаться", f"URL: {PUBLISHED}{CARD}")
    yield from (f"Описано {long_date(record.created_on)}", "Лицензия")


def test_a_card_has_every_field_in_its_order(papers: Callable[[str], Paper], demo: Site) -> None:
    record = demo.archive.practices["zadachi-po-gazete"].record
    paper = papers(CARD)
    assert lost(paper.rows, filled(*card_of(record))) == []
    assert len(paper.pages) <= 4


@pytest.mark.parametrize(
    "words", ["SHA-256", "BibTeX", "Скопировать", "Связанные практики", "Раздатка", "откроется"]
)
def test_a_card_has_nothing_of_the_screen(papers: Callable[[str], Paper], words: str) -> None:
    assert words.casefold() not in papers(CARD).text.casefold()


def test_a_handout_is_one_sheet_with_what_a_seminar_needs(
    papers: Callable[[str], Paper], demo: Site
) -> None:
    p = demo.archive.practices["zadachi-po-gazete"].record
    paper = papers(f"{CARD}#handout")
    wanted = [p.title, "Литвинко Ольга Ивановна", "Организация", *p.subjects, "5, 6", p.age]
    wanted += [p.time_required, p.summary, "Что понадобится", "; ".join(p.resources)]
    wanted += [p.labour_intensity]
    wanted += [step.title for step in p.stages]
    wanted += [text for row in p.results for text in (row.name, row.previous, row.value)]
    wanted += [p.replication, "Лицензия: CC BY 4.0", PUBLISHED + CARD]
    assert lost(paper.rows, filled(*wanted)) == []
    assert len(paper.pages) == 1
    assert faults(paper) == []
    assert overlaps(paper) == []
    assert paper.codes == [PUBLISHED + CARD]
    more = [p.relevance, p.problem, p.stages[0].text, p.limitations, p.results[0].proof]
    more += ["Не поместилось", "Как сослаться", "Путь практики", "Печать", "Вся карточка"]
    assert [text for text in filled(*more) if not lost(paper, [text])] == []


def test_a_handout_can_be_looked_at_and_left_again(tab: Page, base: str) -> None:
    """On the screen as well it is a view of the card, and the card is one link away."""
    tab.goto(base + CARD)
    expect(tab.get_by_text("Вся карточка")).to_be_hidden()
    expect(tab.locator("#relevance")).to_be_visible()
    tab.get_by_text("Раздатка на одну страницу").click()
    expect(tab.locator("#relevance")).to_be_hidden()
    expect(tab.locator("#replication")).to_be_visible()
    tab.emulate_media(media="print")
    code = tab.locator(".umo-foot img").bounding_box()
    assert code
    assert code["width"] == code["height"] > 30 / 25.4 * 96  # thirty millimetres
    tab.emulate_media(media="screen")
    tab.get_by_text("Вся карточка").click()
    expect(tab.locator("#relevance")).to_be_visible()


LEAST = """title: Опыт
status: approved
authors: [{group: учителя школы}]
subjects: [физика]
level: school
type: method
summary: Пять минут в начале урока.
"""
WIDE = "ЩУКА ШЁЛК " * 29


def longest() -> str:
    """A practice with every field of the handout as long as a record may have it."""
    many = [WIDE] * 12
    fields = {
        "title": WIDE,
        "status": "approved",
        "authors": [{"group": WIDE}] * 3,
        "subjects": [WIDE],
        "grades": [str(n) for n in range(1, 12)],
        "age": WIDE,
        "time_required": WIDE,
        "level": "school",
        "type": "method",
        "summary": WIDE * 30,
        "stages": [{"title": WIDE, "duration": WIDE, "text": WIDE}] * 12,
        "results": [{"name": WIDE, "value": WIDE, "previous": WIDE, "unit": "%"}] * 12,
        "resources": many,
        "labour_intensity": WIDE * 30,
        "replication": "Коротко.",
    }
    return "".join(f"{name}: {value!r}\n" for name, value in fields.items())


@pytest.fixture(scope="module")
def extremes(browser: Browser, base: str, folder: Path) -> Callable[[str], Sheets]:
    """Print pages of records that have the least, or far too much."""
    content = copied(folder) / "content"
    files = {
        "practices/malo.md": f"---\n{LEAST}---\n",
        "practices/mnogo.md": f"---\n{longest()}---\n\n{WIDE * 90}\n",
    }
    for name, text in files.items():
        (content / name).write_text(text, "utf-8")
    pages = drawn(folder, "practices/(malo|mnogo)/")

    def once(address: str) -> Sheets:
        return printed_in(browser, base + CARD, pages[address], folder, "handout")

    return once


def test_a_handout_of_the_least_is_one_sheet(extremes: Callable[[str], Sheets]) -> None:
    sheets = extremes("practices/malo/")
    wanted = ["Опыт", "одобрено, школьный уровень, методический приём", "Автор: учителя школы"]
    wanted += ["Предметы: физика", "Пять минут в начале урока.", "Лицензия: CC BY 4.0"]
    assert lost(sheets, wanted) == []
    assert len(sheets.pages) == 1
    assert faults(sheets) == []
    assert sheets.codes == [f"{SITE_URL}practices/malo/"]
    assert not re.search(r"None|Не поместилось|Этапы|Организация|Классы", sheets.text)


def test_a_handout_of_too_much_is_one_sheet_and_says_what_is_left_out(
    extremes: Callable[[str], Sheets],
) -> None:
    """What is short enough still stands on it: the last of the sections does."""
    sheets = extremes("practices/mnogo/")
    assert len(sheets.pages) == 1
    assert faults(sheets) == []
    left_out = "суть, этапы, результаты, что понадобится, трудоёмкость"
    assert f"Не поместилось: для кого, {left_out}" in sheets.text
    assert lost(sheets, [said(WIDE), "Как перенять. Коротко.", "Полностью:", "Лицензия"]) == []
    assert sheets.codes == [f"{SITE_URL}practices/mnogo/"]
