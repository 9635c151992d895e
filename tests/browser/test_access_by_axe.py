"""Each kind of page by axe-core: WCAG 2.2 A and AA, and what its makers hold for good practice."""

from collections.abc import Callable

import pytest
from axe import violations
from playwright.sync_api import Page, expect
from visit import FURTHER, KINDS, LEAVES, WIDTHS, lent

Still = Callable[[int, str], Page]
VIEWS = {
    "statement": "guide/access/",
    "short minutes": f"{KINDS['minutes']}#short",
    "registration": f"{KINDS['minutes']}#registration",
    "composition": f"{KINDS['association']}#composition",
    "handout": f"{KINDS['practice']}#handout",
}
"""Views of pages, and what nobody else goes through."""
PAGES = KINDS | FURTHER | VIEWS
BY_WCAG_ALONE = ("composition",)
"""A paper whose title is no heading; the good practice of one for each page is no rule of WCAG."""
NOT_OURS = "meta-viewport: "
"""WCAG 1.4.4: the program of the forms forbids phones to enlarge it, once it has begun."""
EACH_RUN = (
    ("practice", 360, "dark"),
    ("statement", 360, "light"),
    ("wrong address", 1440, "dark"),
)
"""Long pages take seconds: each run has all widths and schemes, the heavy one all pages."""


def judge(page: Page, base: str, kind: str) -> None:
    page.goto(base + PAGES[kind], wait_until="load")
    further = () if kind in BY_WCAG_ALONE else ("best-practice",)
    assert violations(page, *further) == []


@pytest.mark.parametrize(("kind", "width", "scheme"), EACH_RUN)
def test_a_page_breaks_no_rule(still: Still, base: str, kind: str, width: int, scheme: str) -> None:
    with lent(still(width, scheme)):
        judge(still(width, scheme), base, kind)


@pytest.mark.trust
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("kind", [kind for kind in PAGES if kind != LEAVES])
def test_every_kind_of_page_breaks_no_rule(
    still: Still, base: str, kind: str, width: int, scheme: str
) -> None:
    with lent(still(width, scheme)):
        judge(still(width, scheme), base, kind)


def check_search(page: Page, base: str) -> None:
    """The dialog with what it has found, its facets unfolded."""
    page.goto(f"{base}guide/rename/", wait_until="load")
    page.keyboard.press("/")
    page.keyboard.type("погрешность")
    expect(page.locator("[data-umo-search=said]")).to_contain_text("Найдено")
    page.locator("[data-umo-search=facets] summary").click()
    expect(page.locator("[data-umo-search=facets] select").first).to_be_visible()
    assert violations(page, "best-practice") == []


def test_the_open_search_breaks_no_rule(still: Still, base: str) -> None:
    with lent(still(360, "dark")):
        check_search(still(360, "dark"), base)


@pytest.mark.trust
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_open_search_breaks_no_rule_anywhere(
    still: Still, base: str, width: int, scheme: str
) -> None:
    with lent(still(width, scheme)):
        check_search(still(width, scheme), base)


def check_choice(page: Page, base: str) -> None:
    """The practices with a value chosen and every facet unfolded."""
    page.goto(base + KINDS["practices"], wait_until="load")
    page.get_by_role("checkbox", name="математика").first.check()
    expect(page.locator(".umo-found__said")).to_contain_text("Найден")
    for summary in page.locator(".umo-facets summary:visible").all():
        summary.click()
    expect(page.locator(".umo-results .umo-card").first).to_be_visible()
    assert violations(page, "best-practice") == []


@pytest.mark.trust
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_chosen_practices_break_no_rule_anywhere(
    still: Still, base: str, width: int, scheme: str
) -> None:
    with lent(still(width, scheme)):
        check_choice(still(width, scheme), base)


@pytest.mark.trust
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", WIDTHS)
def test_the_forms_before_sign_in_break_no_rule(
    still: Still, base: str, width: int, scheme: str
) -> None:
    """The rules of WCAG: the program of the forms has no heading of the first level before that."""
    with lent(still(width, scheme)):
        page = still(width, scheme)
        page.goto(f"{base}admin/")
        expect(page.get_by_role("button").first).to_be_visible()
        assert [one for one in violations(page) if not one.startswith(NOT_OURS)] == []
