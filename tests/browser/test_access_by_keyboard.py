"""The whole use of the site by keyboard alone (WCAG 2.2: 2.1, 2.4.1, 2.4.3, 2.4.7, 2.4.11)."""

from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from playwright.sync_api import Page, expect
from stops import Stop, faults, stops
from visit import FURTHER, KINDS, LEAVES, WIDTHS, lent

SKIP = "Перейти к содержанию"
OPENER = "header label[for='__drawer'] button"
SCROLLED = """() => new Promise((done) => {
  const box = document.activeElement;
  const look = () => (box.scrollLeft > 0 ? done(true) : requestAnimationFrame(look));
  look();
})"""


Still = Callable[[int, str], Page]
PAGES = KINDS | FURTHER
WITHOUT = ("wrong address", LEAVES)
"""The one complains of its address, the other is no page of the theme's."""
PLACES = [(360, "dark"), (1440, "light")]


@pytest.fixture
def page(still: Still, request: pytest.FixtureRequest) -> Iterator[Page]:
    width = getattr(request, "param", 1440)
    page = still(width, dict(PLACES)[width])
    with lent(page) as watch:
        yield page
    assert watch.complaints == []


def check(found: list[Stop]) -> None:
    """The skip link comes first, each stop is seen, and the text is gone through downwards."""
    assert found[0].name == SKIP
    assert faults(found) == []
    within = [stop for stop in found if stop.inside]
    jumps = [(a.what, b.what) for a, b in pairwise(within) if b.bottom < a.top]
    assert jumps == []


@pytest.mark.parametrize(
    ("page", "kind"), [(360, "practices"), (1440, "minutes")], indirect=["page"]
)
def test_the_stops_of_a_page_follow_its_order_and_are_seen(
    page: Page, base: str, kind: str
) -> None:
    """Two pages; the heavy run takes all of them."""
    page.goto(base + KINDS[kind], wait_until="load")
    check(list(stops(page)))


@pytest.mark.trust
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind not in WITHOUT])
def test_the_stops_of_every_kind_of_page(
    still: Still, base: str, kind: str, width: int, scheme: str
) -> None:
    page = still(width, scheme)
    page.goto(base + PAGES[kind], wait_until="load")
    check(list(stops(page)))


def test_the_skip_link_leads_to_the_text_and_leaves_the_view(page: Page, base: str) -> None:
    page.goto(f"{base}{KINDS['minutes']}#short")
    page.get_by_role("link", name=SKIP).focus()
    page.keyboard.press("Enter")
    expect(page.locator("#umo-text")).to_be_focused()
    assert page.url.endswith("#short")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#umo-text') !== null")


@pytest.mark.parametrize("page", [360], indirect=True)
def test_the_menu_of_a_phone_opens_holds_the_focus_and_closes(page: Page, base: str) -> None:
    page.goto(base + KINDS["home"])
    opener = page.locator(OPENER)
    expect(opener).to_have_attribute("aria-expanded", "false")
    opener.focus()
    page.keyboard.press("Enter")
    expect(opener).to_have_attribute("aria-expanded", "true")
    expect(page.get_by_role("button", name="Закрыть меню")).to_be_focused()
    found = list(stops(page))
    assert faults(found) == []
    assert [stop.name for stop in found][-1] == "Помощь"
    assert {"Объединения", "Практики", "Реестр"} <= {stop.name for stop in found}
    page.get_by_role("button", name="Помощь", exact=True).focus()
    page.keyboard.press("Space")
    expect(page.get_by_role("button", name="Назад из раздела «Помощь»")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Как внести запись", exact=True)).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_role("button", name="Помощь", exact=True)).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    expect(opener).to_have_attribute("aria-expanded", "false")
    assert page.locator("[inert]").count() == 0


@pytest.mark.parametrize("page", [360], indirect=True)
def test_a_folded_menu_is_no_stop(page: Page, base: str) -> None:
    page.goto(base + KINDS["home"], wait_until="load")
    assert page.locator(".md-sidebar--primary a[href]").count() > 5
    assert page.locator(".md-sidebar--primary a[href]:visible").count() == 0


@pytest.mark.parametrize("page", list(WIDTHS), indirect=True)
def test_the_search_gives_the_focus_back(page: Page, base: str) -> None:
    page.goto(base + KINDS["associations"], wait_until="load")
    opener = page.locator("button", has_text="Поиск по сайту").or_(
        page.locator("label[for='__search'] button")
    )
    opener = opener.locator("visible=true")
    opener.focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(opener).to_be_focused()
    link = page.locator("#umo-text a").first
    link.focus()
    page.keyboard.press("/")
    expect(page.get_by_role("searchbox")).to_be_focused()
    page.keyboard.press("Escape")
    expect(link).to_be_focused()


def test_the_look_is_changed_by_keyboard_and_named_after_itself(page: Page, base: str) -> None:
    page.goto(base, wait_until="load")
    light, dark = (page.get_by_role("radio", name=name) for name in ("Светлый вид", "Тёмный вид"))
    expect(light).to_be_checked()
    for chosen, scheme in ((dark, "slate"), (light, "default")):
        page.locator(".md-option:checked").focus()
        page.keyboard.press("Enter")
        expect(chosen).to_be_checked()
        expect(page.locator("body")).to_have_attribute("data-md-color-scheme", scheme)


@pytest.mark.parametrize("page", [360], indirect=True)
def test_a_table_that_scrolls_is_a_stop_with_a_name_of_its_own(page: Page, base: str) -> None:
    page.goto(f"{base}register/", wait_until="load")
    box = page.locator(".umo-scroll[tabindex='0']")
    expect(box.first).to_have_role("region")
    names = box.evaluate_all("all => all.map(one => one.getAttribute('aria-label'))")
    assert len(names) >= 5
    assert len(set(names)) == len(names)
    assert all(name.startswith("Таблица: ") for name in names)
    box.first.focus()
    page.keyboard.press("ArrowRight")
    assert page.evaluate(SCROLLED)


def test_a_table_that_fits_is_no_stop(page: Page, base: str) -> None:
    page.goto(base + KINDS["regulation"], wait_until="load")
    table = page.locator(".umo-scroll:has(.umo-norms)").first
    expect(table).not_to_have_attribute("tabindex", "0")


def test_nothing_moves_for_those_who_want_it_still(page: Page, base: str) -> None:
    page.goto(base + KINDS["practices"], wait_until="load")
    moving = page.evaluate(
        """() => [...document.querySelectorAll("*")].filter((one) => {
          const style = getComputedStyle(one);
          const lasts = (times) => times.split(",").some((time) => parseFloat(time) > 0);
          return lasts(style.transitionDuration) || style.animationName !== "none" ||
            style.scrollBehavior !== "auto";
        }).map((one) => one.className)"""
    )
    assert moving == []
