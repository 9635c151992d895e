"""Every kind of page on paper: A4, nothing of the site around it, nothing lost, nothing cut off.

Official forms (minutes, plan, analysis, composition, portfolio) have tests of their own.
"""

import re
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from demonstration import Site, copied
from on_paper import PUBLISHED, Paper, Rows, bare, empty, filled, stranded
from places import drawn, overlaps, printed_in
from playwright.sync_api import Browser
from sheets import Sheets, faults, lost, said
from visit import KINDS

from generator.values import short_date

FORMS = {"association", "plan", "minutes", "meeting ahead", "analysis"}
MORE = {
    "register": "register/2025-2026/",  # the whole register is the same, only longer
    "decisions": "decisions/",
    "decisions of one": "decisions/umo-matematika-ozersk/",
    "responsible": "decisions/responsible/",
    "practices of a subject": "practices/subject/matematika/",
    "calendar": "calendar/",
    "compliance": "compliance/2025-2026/",
    "data": "data/",
    "about": "about/",
}
PRINTED = {name: where for name, where in KINDS.items() if name not in FORMS} | MORE


# --- every kind ---------------------------------------------------------------------------------


@pytest.mark.parametrize("kind", list(PRINTED))
def test_a_page_of_each_kind_is_a_clean_paper(papers: Callable[[str], Paper], kind: str) -> None:
    paper = papers(PRINTED[kind])
    assert faults(paper) == []
    assert overlaps(paper) == []
    assert stranded(paper) == []
    assert empty(paper) == []
    text = bare(paper.text)
    assert [word for word in re.findall(r"[^\W_]{3,}", paper.words) if bare(word) not in text] == []
    assert not re.search(r"\b(None|null|undefined)\b", "" if kind == "data" else paper.text)


@pytest.mark.parametrize("kind", ["home", "practice", "register", "decisions of one", "guide"])
def test_the_code_leads_back_to_the_page(papers: Callable[[str], Paper], kind: str) -> None:
    paper = papers(PRINTED[kind])
    assert paper.codes_on(len(paper.pages) - 1) == [PUBLISHED + PRINTED[kind]]
    assert lost(paper, ["Методические объединения", PUBLISHED + PRINTED[kind]]) == []


def test_a_dark_screen_and_a_browser_without_scripts_print_the_same(
    papers: Callable[[str], Paper], browser: Browser, base: str, folder: Path
) -> None:
    """Charts, tables and all: dot by dot, with grounds printed as well."""
    dark = browser.new_page(color_scheme="dark")
    silent = browser.new_page(java_script_enabled=False)
    others = []
    for name, page in (("dark", dark), ("silent", silent)):
        page.goto(base + PRINTED["year"])
        path = folder / f"{name}.pdf"
        page.pdf(path=path, prefer_css_page_size=True, print_background=True)
        others.append(Sheets(path))
        page.close()
    usual = papers(PRINTED["year"])
    assert [len(paper.pages) for paper in others] == [len(usual.pages)] * 2
    for paper in others:
        assert paper.text == usual.text
        assert picture(paper) == picture(usual)


def picture(sheets: Sheets) -> bytes:
    command = ("pdftoppm", "-gray", "-r", "40", str(sheets.path))
    return subprocess.run(command, capture_output=True, check=True).stdout


# --- the register, and the control of decisions ---------------------------------------------------

REGISTER_HEAD = ["№", "Документ и его вид", "Номер и дата", "О чём и для кого", "Срок хранения"]
REGISTER_HEAD += ["Где находится", "Состояние"]
DOCUMENTS = 150


def documents() -> Iterator[str]:
    """Documents on record; each is told by numbers of its own, and may take several lines."""
    yield "documents:"
    for n in range(1, DOCUMENTS + 1):
        long = " и о многом другом, что решено за год" * (n % 5)
        yield f"  - {{id: paper-{n}, kind: order, title: 'Приказ {n:03}{long}', number: {n}-ОД,"
        yield "     date: 2031-09-01, retention: {term: 5 лет, article: ст. 19},"
        yield f"     storage: шкаф {n:03}, media: paper}}"


@pytest.fixture(scope="module")
def long_register(browser: Browser, base: str, folder: Path) -> Sheets:
    """The register of a year with a hundred and fifty documents."""
    home = copied(folder) / "content/associations/novoe"
    (home / "2031-2032").mkdir(parents=True)
    association = "name: Новое\nkind: district\nlevel: municipal\n"
    (home / "association.yml").write_text(association, "utf-8")
    (home / "2031-2032/documents.yml").write_text("\n".join(documents()), "utf-8")
    (page,) = drawn(folder, "register/2031-2032/").values()
    return printed_in(browser, base + PRINTED["register"], page, folder)


def test_the_register_lists_documents_as_a_folder_has_them(
    papers: Callable[[str], Paper], demo: Site
) -> None:
    """Each association with its heading; each document with all that is known of it."""
    paper = papers(PRINTED["register"])
    relations = demo.archive.relations
    found = 0
    for body in ("mumo-yasnogorsk", "rmo-russkiy"):
        year = next(one for one in relations.years[body] if str(one) == "2025-2026")
        wanted = [f"{demo.archive.associations[body].record.label}, 2025/2026", *REGISTER_HEAD]
        for entry in relations.documents[body, year]:
            d = entry.record
            if d.visibility != "public":
                continue
            found += 1
            kept = d.retention and filled(d.retention.term, d.retention.article)
            wanted += [d.title, d.kind.label, *filled(d.number, d.date and short_date(d.date))]
            wanted += [*(kept or ()), *filled(d.storage, d.media and d.media.label)]
            if d.due and d.submitted_on:
                late = "позже срока" if d.submitted_on > d.due else "в срок"
                wanted += [f"сдан {late}", f"Срок {short_date(d.due)}"]
                wanted += [f"Сдан {short_date(d.submitted_on)}"]
            elif not d.due:
                wanted.append(d.status.label)
        assert lost(paper.rows, wanted) == [], body
    assert found > 15


def test_what_is_required_and_missing_stays_in_the_register(
    papers: Callable[[str], Paper],
) -> None:
    paper = papers(PRINTED["register"])
    assert lost(paper.rows, ["Требуется положением: есть", "Что требуется", "Где лежит"]) == []
    assert lost(paper, ["Внесено в реестр"]) == []
    required = [said(page) for page in paper.rows.pages if "п. 26." in page]
    assert len(required) > 1
    assert [page for page in required if "Что требуется Состояние Срок" not in page] == []
    assert "нарушено" in paper.text
    assert not re.search("Скачать|Найти|Показано строк|Все документы", paper.text)


def test_heads_of_a_long_register_are_repeated_and_rows_are_whole(long_register: Sheets) -> None:
    sheets, rows = long_register, Rows(long_register.path)
    numbered = [f"{n} Приказ {n:03}" for n in range(1, DOCUMENTS + 1)]
    assert lost(rows, numbered) == []
    filed = [page for page in rows.pages if "Приказ" in page]
    assert len(filed) > 5
    assert [page for page in filed if any(word not in said(page) for word in REGISTER_HEAD)] == []
    for page in filed:
        assert re.findall(r"Приказ (\d{3})", page) == re.findall(r"шкаф (\d{3})", page)
        assert page.count("5 лет") == page.count("действует") == page.count("Приказ ")
    assert faults(sheets) == []
    assert overlaps(sheets) == []


CONTROL_HEAD = ["№", "Решение", "Заседание", "Ответственные", "Срок", "Состояние"]


def test_decisions_under_control_are_a_table_with_room_for_a_mark(
    papers: Callable[[str], Paper], base_site: Site
) -> None:
    """As many rows as the screen has, in its order, each counted; heads on every sheet."""
    paper = papers(PRINTED["decisions of one"])
    wanted = ["Решения: УМО учителей математики", "По состоянию на 21 ноября 2026 г."]
    items = base_site.body(PRINTED["decisions of one"]).xpath('.//li[contains(@class, "decision")]')
    for number, item in enumerate(items, start=1):
        cells = [" ".join(cell.itertext()) for cell in item.xpath("./div")]
        texts = [*cells[:2], cells[2].replace("Ответственные: ", ""), cells[3], *words(item)]
        wanted += [str(number), *filled(*map(str.strip, texts))]
    assert len(items) > 10
    assert lost(paper.rows, wanted) == []
    open_ones, _, closed = paper.rows.text.partition("Исполнены и сняты с контроля")
    assert " ".join([*CONTROL_HEAD, "Отметка"]) in open_ones
    assert "Отметка" not in closed
    for page in paper.rows.pages:
        assert " ".join(CONTROL_HEAD) in said(page)


def words(item: Any) -> list[str]:
    """The words in boxes; on paper commas stand between them."""
    return [badge.text_content() for badge in item.xpath('.//span[contains(@class, "umo-badge")]')]
