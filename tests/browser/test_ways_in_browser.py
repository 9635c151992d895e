"""Ways through the site in a real browser: menu, search, clicks, keyboard, without JavaScript."""

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect
from visit import KINDS, OWN, lent


@pytest.fixture
def page(wide: Callable[[int], Page], base: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    page = wide(getattr(request, "param", 1440))
    with lent(page, base) as watch:
        yield page
    assert (watch.asked, watch.failed) == ([], [])


@pytest.mark.parametrize("page", [360], indirect=True)
def test_the_menu_of_a_small_screen_opens_and_leads_on(page: Page, base: str) -> None:
    page.goto(base)
    menu = page.locator(".md-sidebar--primary")
    assert menu.bounding_box()["x"] < 0, "the menu is out of the way"
    page.locator('header label[for="__drawer"]').click()
    link = menu.get_by_role("link", name="Реестр", exact=True)
    expect(link).to_be_in_viewport()
    link.click()
    expect(page.locator("h1")).to_have_text(re.compile("Реестр"))
    assert page.url == f"{base}register/"


def test_every_page_of_the_menu_opens_by_a_click(page: Page, base: str) -> None:
    page.goto(base)
    names = page.locator(".md-tabs__link").all_inner_texts()
    assert len(names) >= 6
    for name in names:
        page.locator(".md-tabs__link").get_by_text(name.strip(), exact=True).click()
        page.wait_for_load_state("load")
        assert page.url.startswith(base)


def test_a_way_through_the_records_by_clicks_alone(page: Page, base: str) -> None:
    """Home → association → year → plan → minutes → the meeting that checked a decision."""
    page.goto(base)
    content = page.locator(".md-content")
    page.locator(".md-tabs__link").get_by_text("Объединения", exact=True).click()
    content.get_by_role("link", name="учителей математики Озерского района").first.click()
    expect(page.locator("h1")).to_contain_text("математики")
    content.locator('a[href$="2025-2026/"]').first.click()
    content.get_by_role("link", name="План работы на год").click()
    expect(page.locator("h1")).to_contain_text("План работы")
    content.locator('a[href$="meetings/2025-08-27/"]').first.click()
    expect(page.locator("h1")).to_contain_text("Протокол")
    content.get_by_role("link", name="проверено").first.click()
    expect(page.locator("h1")).to_contain_text("Протокол")
    assert page.url.endswith(f"{OWN}2025-2026/meetings/2025-10-22/")


def test_a_link_to_a_document_shows_its_line_of_the_register(page: Page, base: str) -> None:
    page.goto(f"{base}{OWN}2025-2026/")
    link = page.locator('.md-content a[href*="register/2025-2026/#"]').first
    name = urlsplit(link.get_attribute("href")).fragment
    link.click()
    expect(page.locator(f"tr#{name}")).to_be_in_viewport()


def test_pages_can_be_read_without_javascript(browser: Browser, base: str) -> None:
    context = browser.new_context(java_script_enabled=False, viewport={"width": 360, "height": 740})
    context.set_default_timeout(15_000)
    try:
        page = context.new_page()
        for address in KINDS.values():
            page.goto(base + address)
            expect(page.locator("h1")).to_be_visible()
        page.goto(base + KINDS["minutes"])
        page.locator(".md-content details summary").first.click()
        expect(page.locator(".md-content details table").first).to_be_visible()
        assert "СЛУШАЛИ" in page.locator("article.umo-paper").inner_text()
    finally:
        context.close()


@pytest.mark.parametrize("page", [360], indirect=True)
def test_wide_tables_scroll_in_their_own_box_by_keyboard(page: Page, base: str) -> None:
    page.goto(base + "register/")
    box = page.locator(".umo-scroll").first
    assert box.get_attribute("tabindex") == "0"
    assert box.evaluate("e => getComputedStyle(e).overflowX") == "auto"
    box.focus()
    assert page.evaluate("document.activeElement.classList.contains('umo-scroll')")
