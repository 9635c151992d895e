"""A citation is copied by one touch, with the day of reading and an address that works."""

from collections.abc import Callable, Iterator
from datetime import datetime

import pytest
from demonstration import Site
from playwright.sync_api import Browser, BrowserContext, Page, expect
from visit import WIDTHS, lent

CARD = "practices/pogreshnost-bez-straha/"
BUTTONS = {"Скопировать ссылку по ГОСТ": "citation-line", "Скопировать BibTeX": "citation-bibtex"}


@pytest.fixture(scope="module")
def base(site: Site, serve_folder: Callable[..., str]) -> str:
    return serve_folder(site.root)


@pytest.fixture(scope="module")
def context(browser: Browser, base: str) -> Iterator[BrowserContext]:
    """A reader who lets pages write to the clipboard."""
    opened = browser.new_context(locale="ru")
    opened.set_default_timeout(15_000)
    opened.grant_permissions(["clipboard-read", "clipboard-write"], origin=base.rstrip("/"))
    opened.clock.set_fixed_time(datetime(2027, 3, 5, 12))
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def desk(context: BrowserContext) -> Page:
    return context.new_page()


@pytest.fixture
def page(desk: Page, base: str) -> Iterator[Page]:
    """A page that complains of nothing; the clipboard holds what another has left there."""
    with lent(desk, base) as watch:
        desk.goto(f"{base}{CARD}#citation")
        desk.evaluate("navigator.clipboard.writeText('прежнее')")
        yield desk
    assert watch.complaints == []


def whole(page: Page, block: str) -> str:
    """What a block is to give: its own text, with the gaps filled."""
    text = page.locator(f"#{block}").text_content() or ""
    address = page.url.split("#")[0]
    return text.replace("__.__.20__", "05.03.2027").replace(f"/{CARD}", address).strip()


@pytest.mark.parametrize(("name", "block"), BUTTONS.items())
def test_one_touch_copies_and_says_so(page: Page, base: str, name: str, block: str) -> None:
    """The page itself stays as it was: the day is filled in where it is copied to."""
    page.locator("summary", has_text="BibTeX").click()
    wanted, before = whole(page, block), page.locator(f"#{block}").inner_html()
    page.get_by_role("button", name=name).click()
    said = page.locator(f'[data-umo-copy="{block}"] ~ output')
    expect(said).to_have_text("Скопировано")
    expect(said).to_have_attribute("aria-live", "polite")
    assert page.evaluate("navigator.clipboard.readText()") == wanted
    assert f"{base}{CARD}" in wanted
    assert page.locator(f"#{block}").inner_html() == before


def test_the_keyboard_alone_copies(page: Page) -> None:
    button = page.get_by_role("button", name="Скопировать ссылку по ГОСТ")
    button.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#citation-line ~ .umo-copy output").first).to_have_text("Скопировано")
    expect(button).to_be_focused()


@pytest.mark.parametrize(
    ("old_way", "told"),
    [(True, "Скопировано"), (False, "Выделено: нажмите Ctrl+C")],
    ids=["old way", "none"],
)
def test_without_a_clipboard_the_text_is_selected_and_complete(
    context: BrowserContext, base: str, old_way: bool, told: str
) -> None:
    """As on a page without encryption, or where the reader has forbidden it."""
    page = context.new_page()
    page.add_init_script("Object.defineProperty(navigator, 'clipboard', {value: undefined});")
    page.add_init_script(f"document.execCommand = () => {'true' if old_way else 'false'};")
    page.goto(f"{base}{CARD}#citation")
    wanted = whole(page, "citation-line")
    page.get_by_role("button", name="Скопировать ссылку по ГОСТ").click()
    expect(page.locator('[data-umo-copy="citation-line"] ~ output')).to_have_text(told)
    assert page.evaluate("getSelection().toString()").strip() == wanted
    page.close()


def test_without_javascript_there_is_no_button(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{base}{CARD}")
    expect(page.locator("#citation-line")).to_contain_text("(дата обращения: __.__.20__).")
    assert page.locator("button[data-umo-copy]").count() == len(BUTTONS)
    for place in range(len(BUTTONS)):
        expect(page.locator("button[data-umo-copy]").nth(place)).to_be_hidden()
    context.close()


@pytest.mark.parametrize("width", list(WIDTHS))
def test_way_and_citation_fit_every_screen(
    wide: Callable[[int], Page], base: str, width: int
) -> None:
    """Nothing runs out at the side, with the entry for bibliographies open as well."""
    page = wide(width)
    with lent(page, base):
        page.goto(f"{base}{CARD}")
        page.locator("summary", has_text="BibTeX").click()
        for block in (".umo-path", "#citation-line", "#citation-bibtex"):
            box = page.locator(block).bounding_box()
            assert box is not None
            assert box["x"] >= 0, block
            assert box["x"] + box["width"] <= width, block
        assert page.evaluate("document.documentElement.scrollWidth") <= width
