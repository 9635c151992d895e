"""Ways through the site in a real browser: menu, search, clicks, keyboard, without JavaScript."""

import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from demonstration import copied, umo_build
from playwright.sync_api import Browser, Page, expect
from visit import KINDS, OWN, Watch, kept_at_home, lent


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


def test_hostile_texts_run_nowhere(
    browser: Browser, serve_folder: Callable[..., str], tmp_path: Path
) -> None:
    """What stands in a title may not run on its page, nor among the results of the search."""
    folder = copied(tmp_path)
    hostile = "Зловред <script>window.ran=1</script><img src=x onerror=window.ran=2>"
    record = folder / "content/associations/umo-matematika-ozersk/2025-2026/meetings/2025-08-27.yml"
    text = record.read_text("utf-8")
    record.write_text(re.sub(r"(?m)^theme: .+$", f"theme: {hostile}", text), "utf-8")
    site_file = folder / "content/site.yml"
    text = site_file.read_text("utf-8")
    site_file.write_text(re.sub(r"(?m)^title: .+$", f"title: {hostile}", text), "utf-8")
    base = serve_folder(umo_build(folder))
    context = browser.new_context()
    context.set_default_timeout(15_000)
    kept_at_home(context, base)
    try:
        page = context.new_page()
        watch = Watch()
        watch.over(page)
        for address in ("", OWN, f"{OWN}2025-2026/", f"{OWN}2025-2026/meetings/2025-08-27/"):
            page.goto(base + address)
            assert page.evaluate("window.ran") is None, address
        page.keyboard.press("/")
        page.locator("dialog[open] input[name=words]").fill("зловред")
        found = page.locator(".umo-search__found > li")
        expect(found.first).to_contain_text("Зловред <script>")
        assert found.locator("img, script").count() == 0
        assert page.evaluate("window.ran") is None
        assert watch.failed == []
    finally:
        context.close()
