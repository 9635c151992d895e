"""The search of the whole site, as people use it: words in any form, tabs, keys, small screens."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from demonstration import copied, umo_build
from playwright.sync_api import Browser, Page, expect
from visit import SUB_PATH, lent

FIELD = "dialog[open] input[name=words]"
FOUND = ".umo-search__found > li"


@pytest.fixture
def page(wide: Callable[[int], Page], base: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that calls no other host and complains of nothing."""
    page = wide(getattr(request, "param", 1440))
    with lent(page, base) as watch:
        page.goto(base)
        yield page
    assert (watch.asked, watch.failed, watch.complaints) == ([], [], [])


def look_for(page: Page, words: str) -> None:
    """Open the search by its key where it is not open, and wait for what it finds."""
    if not page.locator("dialog[open]").count():
        page.keyboard.press("/")
    page.locator(FIELD).fill(words)
    expect(page.locator("[data-umo-search=found]")).to_have_attribute("aria-busy", "false")


def found(page: Page, words: str) -> set[str]:
    """The addresses of everything that is found, however often one must ask for more."""
    look_for(page, words)
    more = page.locator("[data-umo-search=more]")
    while more.is_visible():
        more.click()
        expect(page.locator("[data-umo-search=found]")).to_have_attribute("aria-busy", "false")
    links = page.locator(f"{FOUND} > a")
    return {link.get_attribute("href").removeprefix(SUB_PATH) for link in links.all()}


@pytest.mark.parametrize(
    ("asked", "written", "address"),
    [
        ("уроками", "урок", "practices/marshrut-geroya/"),
        ("оценивания", "оценивание", "associations/umo-matematika-ozersk/2026-2027/plan/"),
        ("погрешностях", "погрешность", "practices/pogreshnost-bez-straha/"),
    ],
)
def test_a_word_is_found_in_its_other_forms(
    page: Page, asked: str, written: str, address: str
) -> None:
    by_form, by_word = found(page, asked), found(page, written)
    assert address in by_form
    assert by_form == by_word


def test_numbers_surnames_and_latin_letters_are_found(page: Page) -> None:
    minutes = "associations/umo-matematika-ozersk/2025-2026/meetings/2025-10-22/"
    assert minutes in found(page, "протокол 02 22 октября 2025")
    assert "practices/pogreshnost-bez-straha/" in found(page, "Чернов")
    assert "data/" in found(page, "CSV")


def test_the_beginning_of_a_word_finds_words_and_no_shorter_ones(page: Page) -> None:
    """Left alone, Pagefind takes «из» for «измер», and that stands on every page."""
    addresses = found(page, "измер")
    assert "practices/pogreshnost-bez-straha/" in addresses
    expect(page.locator("[data-umo-search=said]")).to_have_text(
        "Найдены слова, которые начинаются так: «измер»"
    )
    for one in page.locator(FOUND).all():
        marks = [re.sub(r"\W", "", text) for text in one.locator("mark").all_inner_texts()]
        assert any(mark.lower().startswith("измер") for mark in marks), marks


def test_what_stands_nowhere_is_told_so(page: Page) -> None:
    assert found(page, "абракадабрище") == set()
    expect(page.locator("[data-umo-search=said]")).to_contain_text("Ничего не найдено")


def test_tabs_narrow_what_is_found_and_say_how_much_each_holds(page: Page) -> None:
    look_for(page, "урок")
    tab = page.locator(".umo-search__kinds label", has_text="Практики")
    expect(tab).to_have_text(re.compile("[0-9]"))
    number = int(re.sub(r"\D", "", tab.inner_text()))
    tab.click()
    expect(page.locator("[data-umo-search=said]")).to_have_text(
        re.compile(f"^Найдено: {number} страниц")
    )
    addresses = found(page, "урок")
    assert len(addresses) == number > 5
    assert all(address.startswith("practices/") for address in addresses)


def test_the_keyboard_alone_suffices(page: Page) -> None:
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_be_focused()
    page.keyboard.insert_text("погрешность")
    expect(page.locator(FOUND).first).to_be_visible()
    page.keyboard.press("Tab")  # the button that closes
    page.keyboard.press("Tab")  # the tabs: one stop, arrows within
    page.keyboard.press("ArrowRight")
    expect(page.locator("input[name=kind]:focus")).to_have_value("practice")
    expect(page.locator("input[name=kind]:checked")).to_have_value("practice")
    for _ in range(8):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.matches('.umo-search__found a')"):
            break
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile("/practices/"))
    page.keyboard.press("/")
    page.keyboard.press("Escape")
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_a_slash_in_a_field_is_a_slash(page: Page) -> None:
    page.keyboard.press("/")
    page.keyboard.press("/")
    expect(page.locator(FIELD)).to_have_value("/")


@pytest.mark.parametrize("page", [360], indirect=True)
def test_on_a_phone_the_icon_opens_it_and_nothing_overflows(page: Page) -> None:
    page.locator('header label[for="__search"]').click()
    look_for(page, "методический")
    expect(page.locator(FOUND).first).to_be_visible()
    too_wide = page.locator("dialog").evaluate("box => box.scrollWidth - box.clientWidth")
    assert too_wide <= 0
    page.locator("[data-umo-search=close]").click()
    expect(page.locator("dialog[open]")).to_have_count(0)


def test_nothing_is_loaded_before_the_search_is_opened(browser: Browser, base: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(base, wait_until="networkidle")
    assert [url for url in asked if "/search/" in url] == []
    page.close()


def test_older_school_years_are_searched_when_asked_for(
    wide: Callable[[int], Page], serve_folder: Callable[..., str], tmp_path: Path
) -> None:
    folder = copied(tmp_path)
    home = folder / "content/associations/umo-matematika-ozersk"
    text = (home / "2025-2026/analysis.md").read_text("utf-8")
    for year in ("2022-2023", "2023-2024"):
        (home / year).mkdir()
        old = text.replace("2025-2026", year).replace("2025/2026", year.replace("-", "/"))
        (home / year / "analysis.md").write_text(f"{old}\n\nСлово: допотопный.\n", "utf-8")
    base = serve_folder(umo_build(folder))
    page = wide(1440)
    with lent(page, base) as watch:
        page.goto(base)
        look_for(page, "анализ")
        said = page.locator("[data-umo-search=said]")
        before = said.inner_text()
        page.locator("[data-umo-search=former]").click()
        expect(said).not_to_have_text(before)
        expect(said).to_have_text(re.compile("^Найдено"))
        page.goto(base)
        look_for(page, "допотопный")
        expect(said).to_contain_text("за два последних учебных года")
        page.locator("[data-umo-search=former]").click()
        expect(said).to_have_text("Найдено: 2 страницы")
    assert (watch.asked, watch.failed, watch.complaints) == ([], [], [])
