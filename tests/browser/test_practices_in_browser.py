"""Choosing practices in a real browser: what is shown is what the records say."""

import json
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from demonstration import PUBLIC_STATES, Site
from playwright.sync_api import Browser, Page, Route, expect
from visit import SUB_PATH, WIDTHS, lent

from generator.archive.facets import folded, slug_of
from generator.models import Practice
from generator.values.grades import single_grades

# Practices in quantity stand with the tests of practices.
sys.path.append(str(Path(__file__).parents[1] / "practices"))

# Goes to addresses one after the other and tells what each shows.
VISIT = """async (queries) => {
  const results = document.querySelector(".umo-results");
  const said = document.querySelector(".umo-found__said");
  const found = [];
  for (const query of queries) {
    history.pushState(null, "", location.pathname + query);
    dispatchEvent(new PopStateEvent("popstate"));
    do await new Promise((done) => setTimeout(done));
    while (results.hasAttribute("aria-busy"));
    const ways = [...results.querySelectorAll("h3 a")].map((a) => a.getAttribute("href"));
    found.push([ways.map((way) => way.split("/").at(-2)), said.textContent]);
  }
  return found;
}"""
COUNTS = """(name) => Object.fromEntries(
  [...document.querySelectorAll(`input[name=${name}]`)].map((field) =>
    [field.value, Number(field.parentNode.querySelector(".umo-chip__count").textContent)]))"""


@pytest.fixture(scope="module")
def index(site: Site, serve_folder: Callable[..., str]) -> str:
    """The address of the index, on a site in a folder of its host."""
    return f"{serve_folder(site.root, SUB_PATH)}practices/"


@pytest.fixture
def page(wide: Callable[[int], Page], index: str, request: pytest.FixtureRequest) -> Iterator[Page]:
    """A page that calls no other host and complains of nothing."""
    page = wide(getattr(request, "param", 1440))
    with lent(page, index.removesuffix("practices/")) as watch:
        yield page
    assert (watch.asked, watch.complaints) == ([], [])


@pytest.fixture(scope="module")
def records(site: Site) -> dict[str, Practice]:
    """The practices that are fit for the public."""
    practices = site.archive.practices
    return {id_: e.record for id_, e in practices.items() if e.record.status in PUBLIC_STATES}


def subjects(record: Practice) -> set[str]:
    return {slug_of(folded(name)) for name in record.subjects}


def grades(record: Practice) -> set[str]:
    return {grade for text in record.grades for grade in single_grades(text)}


def opened(page: Page, address: str) -> Page:
    page.goto(address)
    expect(page.locator(".umo-found")).to_be_visible()
    return page


def chip(page: Page, facet: str, slug: str) -> None:
    """Touch a value."""
    page.locator(f'label:has(input[name="{facet}"][value="{slug}"])').click()


def shown(page: Page) -> list[str]:
    """The ids of the cards that are shown, when all have come."""
    expect(page.locator(".umo-results[aria-busy]")).to_have_count(0)
    ways = page.locator(".umo-results h3 a").evaluate_all("links => links.map(a => a.href)")
    return [way.rstrip("/").rpartition("/")[2] for way in ways]


def query(page: Page) -> list[tuple[str, str]]:
    return parse_qsl(urlsplit(page.url).query)


def said(number: int) -> str:
    form = {1: "практика", 2: "практики", 3: "практики", 4: "практики"}.get(number, "практик")
    return f"{'Найдена' if number == 1 else 'Найдено'} {number} {form}"


def test_every_pair_of_subject_and_grade_shows_what_the_records_say(
    page: Page, index: str, records: dict[str, Practice]
) -> None:
    opened(page, index)
    all_subjects = sorted(set().union(*map(subjects, records.values())))
    all_grades = sorted(set().union(*map(grades, records.values())))
    pairs = [(subject, grade) for subject in all_subjects for grade in all_grades]
    assert len(pairs) > 100
    found = page.evaluate(VISIT, [f"?subject={s}&grade={g}" for s, g in pairs])
    for (subject, grade), (ids, words) in zip(pairs, found, strict=True):
        wanted = {
            id_ for id_, r in records.items() if subject in subjects(r) and grade in grades(r)
        }
        assert set(ids) == wanted, (subject, grade)
        assert len(ids) == len(wanted)
        assert words.replace("\xa0", " ") == said(len(wanted))


def test_two_touches_find_a_practice(page: Page, index: str, records: dict[str, Practice]) -> None:
    opened(page, index)
    chip(page, "subject", "matematika")
    chip(page, "grade", "5")
    expect(page.locator(".umo-found__said")).to_have_text("Найдена 1 практика")
    assert shown(page) == ["zadachi-po-gazete"]
    assert query(page) == [("grade", "5"), ("subject", "matematika")]
    card = page.locator(".umo-results .umo-card")
    expect(card.locator("h3")).to_have_text(records["zadachi-po-gazete"].title)
    card.locator("a").click()
    expect(page.locator("h1")).to_have_text(records["zadachi-po-gazete"].title)
    page.go_back()
    expect(page.locator(".umo-found__said")).to_have_text("Найдена 1 практика")


def test_several_values_of_a_facet_widen_and_facets_narrow(
    page: Page, index: str, records: dict[str, Practice]
) -> None:
    opened(page, index)
    for facet, slug in (("grade", "5"), ("grade", "6"), ("subject", "istoriya"),
                        ("subject", "matematika")):  # fmt: skip
        chip(page, facet, slug)
    wanted = {
        id_
        for id_, record in records.items()
        if grades(record) & {"5", "6"} and subjects(record) & {"istoriya", "matematika"}
    }
    expect(page.locator(".umo-found__said")).to_have_text(said(len(wanted)))
    assert set(shown(page)) == wanted
    assert len(wanted) == 2


def test_counts_follow_the_choice(page: Page, index: str, records: dict[str, Practice]) -> None:
    """A value counts what it would show beside what is chosen in the other facets."""
    opened(page, f"{index}?grade=8&subject=fizika&subject=himiya")
    page.locator('[data-umo-facet="level"] summary').click()
    of_grade = [record for record in records.values() if "8" in grades(record)]
    of_subjects = [r for r in records.values() if subjects(r) & {"fizika", "himiya"}]
    both = [record for record in of_grade if record in of_subjects]
    assert page.evaluate(COUNTS, "subject") == {
        slug: sum(slug in subjects(record) for record in of_grade)
        for slug in set().union(*map(subjects, records.values()))
    }
    assert page.evaluate(COUNTS, "grade") == {
        grade: sum(grade in grades(record) for record in of_subjects)
        for grade in set().union(*map(grades, records.values()))
    }
    levels = {record.level.value for record in records.values()}
    assert page.evaluate(COUNTS, "level") == {
        level: sum(record.level.value == level for record in both) for level in levels
    }


def test_the_address_restores_the_choice(page: Page, index: str) -> None:
    opened(page, f"{index}?grade=8&level=regional&sort=title")
    expect(page.locator(".umo-chip input:checked")).to_have_count(2)
    expect(page.locator(".umo-found select")).to_have_value("title")
    expect(page.locator('[data-umo-facet="level"]')).to_have_attribute("open", "")
    before = shown(page)
    assert len(before) == 2
    page.reload()
    expect(page.locator(".umo-chip input:checked")).to_have_count(2)
    assert shown(page) == before


def test_what_the_address_cannot_mean_is_ignored(page: Page, index: str) -> None:
    opened(page, f"{index}?grade=99&grade=8&planet=mars&sort=size&keyword=nothing")
    checked = page.locator(".umo-chip input:checked")
    expect(checked).to_have_count(1)
    expect(checked).to_have_value("8")
    expect(page.locator(".umo-found select")).to_have_value("new")


def test_back_and_forward_go_through_the_choices(page: Page, index: str) -> None:
    opened(page, index)
    words = page.locator(".umo-found__said")
    expect(words).to_have_text("Всего 13 практик")
    chip(page, "grade", "8")
    expect(words).to_have_text("Найдено 8 практик")
    page.wait_for_url("**/?grade=8")
    chip(page, "subject", "fizika")
    expect(words).to_have_text("Найдена 1 практика")
    page.wait_for_url("**subject=fizika")
    page.go_back()
    expect(words).to_have_text("Найдено 8 практик")
    expect(page.locator(".umo-chip input:checked")).to_have_count(1)
    page.go_back()
    expect(words).to_have_text("Всего 13 практик")
    expect(page.locator("[data-umo-news]")).to_be_visible()
    page.go_forward()
    expect(words).to_have_text("Найдено 8 практик")


def test_what_is_chosen_can_be_taken_back_one_by_one_and_all(page: Page, index: str) -> None:
    opened(page, f"{index}?grade=8&subject=fizika")
    page.get_by_role("button", name="Убрать: Физика").click()
    expect(page.locator(".umo-found__said")).to_have_text("Найдено 8 практик")
    page.get_by_role("button", name="Сбросить").click()
    expect(page.locator(".umo-chip input:checked")).to_have_count(0)
    expect(page.locator(".umo-results")).to_be_hidden()
    page.wait_for_url(index)


def test_all_practices_by_title_and_by_day(
    page: Page, index: str, records: dict[str, Practice]
) -> None:
    opened(page, index)
    page.get_by_role("button", name="Показать все").click()
    by_day = shown(page)
    days = [str(records[id_].created_on) for id_ in by_day]
    assert len(by_day) == len(records)
    assert days == sorted(days, reverse=True)
    page.locator(".umo-found select").select_option("title")
    page.wait_for_url("**/?sort=title")
    titles = [records[id_].title.casefold() for id_ in shown(page)]
    assert titles == sorted(titles)


def test_the_keyboard_alone_suffices(page: Page, index: str) -> None:
    """Tab, Space and Enter: choose, look, take back, show all; the focus is seen and not lost."""
    opened(page, index)

    def tab_to(selector: str) -> None:
        for _ in range(60):
            page.keyboard.press("Tab")
            if page.locator(f"{selector}:focus").count():
                return
        pytest.fail(f"no {selector} on the way of Tab")

    words = page.locator(".umo-found__said")
    tab_to("input[name=grade][value='8']")
    outline = page.locator("label:has(:focus)").evaluate("e => getComputedStyle(e).outlineStyle")
    assert outline == "solid"
    page.keyboard.press("Space")
    expect(words).to_have_text("Найдено 8 практик")
    expect(page.locator("input[name=grade][value='8']")).to_be_focused()
    tab_to("input[name=subject][value=fizika]")
    page.keyboard.press("Enter")
    expect(words).to_have_text("Найдена 1 практика")
    tab_to("[data-umo-facet=level] summary")
    page.keyboard.press("Enter")
    tab_to("input[name=level][value=regional]")
    tab_to(".umo-found button")
    shown(page)
    page.keyboard.press("Enter")
    expect(page.locator(".umo-results h3 a")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(page.locator(".umo-picked button").last).to_be_focused()
    page.keyboard.press("Enter")
    expect(words).to_have_text("Найдено 8 практик")
    expect(page.locator(".umo-picked button")).to_be_focused()
    page.keyboard.press("Enter")
    expect(words).to_be_focused()
    expect(words).to_have_text("Всего 13 практик")


def test_a_screen_reader_hears_how_many_were_found(page: Page, index: str) -> None:
    opened(page, index)
    words = page.locator(".umo-found__said")
    expect(words).to_have_attribute("aria-live", "polite")
    assert page.get_by_role("status").filter(has_text="Всего 13 практик").count() == 1
    assert page.get_by_role("group", name="Класс").count() == 1
    assert page.get_by_role("checkbox", name="Физика, практик: 1", exact=True).count() == 1


@pytest.mark.parametrize("page", list(WIDTHS), indirect=True)
@pytest.mark.parametrize("choice", ["", "?grade=8&subject=fizicheskaya-kultura-i-zdorove"])
def test_nothing_overflows_and_every_target_is_large_enough(
    page: Page, index: str, choice: str
) -> None:
    opened(page, index + choice)
    for summary in page.locator("[data-umo-facet] summary").all():
        if summary.locator("xpath=..").get_attribute("open") is None:
            summary.click()
    expect(page.locator("input[name=keyword]").first).to_be_attached()
    assert page.evaluate("document.scrollingElement.scrollWidth <= innerWidth")
    small = page.evaluate("""() => [...document.querySelectorAll(
        ".umo-chip, .umo-browse summary, .umo-found button, .umo-found select, .umo-browse input")]
      .filter((node) => node.getClientRects().length)
      .map((node) => [node.textContent, node.getBoundingClientRect()])
      .filter(([, box]) => box.width < 24 || box.height < 24 || box.right > innerWidth)
      .map(([text]) => text)""")
    assert small == []


@pytest.mark.parametrize("page", [360], indirect=True)
def test_subjects_and_grades_are_in_sight_at_once(page: Page, index: str) -> None:
    opened(page, index)
    for name in ("grade", "subject"):
        expect(page.locator(f"[data-umo-facet={name}] .umo-chip").first).to_be_in_viewport()
    expect(page.locator(".umo-found__said")).to_be_in_viewport()


def test_keywords_come_when_somebody_wants_them(
    page: Page, index: str, records: dict[str, Practice]
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url.rpartition("/")[2]))
    opened(page, index)
    assert "keyword.json" not in asked
    page.locator("[data-umo-facet=keyword] summary").click()
    page.locator(".umo-facet__search input").fill("график")
    page.locator("label:has(input[name=keyword])").first.click()
    wanted = {id_ for id_, record in records.items() if "график" in record.keywords}
    expect(page.locator(".umo-found__said")).to_have_text(said(len(wanted)))
    assert set(shown(page)) == wanted
    page.wait_for_url("**/?keyword=grafik")
    page.reload()
    expect(page.locator(".umo-found__said")).to_have_text(said(len(wanted)))
    assert set(shown(page)) == wanted


def test_without_a_script_the_values_are_links(browser: Browser, index: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(index)
        assert page.locator(".umo-found").count() == 0
        page.get_by_role("link", name="История 1").click()
        assert page.url == f"{index}subject/istoriya/"
        expect(page.locator(".umo-card h2")).to_have_text("Четыре вопроса к источнику")
    finally:
        context.close()


def test_where_the_columns_do_not_come_the_values_stay_links(browser: Browser, index: str) -> None:
    context = browser.new_context()
    try:
        page = context.new_page()
        page.route("**/columns.json", lambda route: route.abort())
        page.goto(index, wait_until="networkidle")
        assert page.locator(".umo-found").count() == 0
        assert page.locator("a.umo-chip").count() > 20
    finally:
        context.close()


def test_titles_are_texts_whatever_stands_in_them(page: Page, index: str) -> None:
    hostile = "<img src=x onerror=alert(1)>"

    def answer(route: Route) -> None:
        cards = [{"id": "a", "title": hostile, "tags": hostile, "summary": hostile}]
        route.fulfill(content_type="application/json", body=json.dumps(cards))

    page.route("**/cards/*.json", answer)
    opened(page, f"{index}?subject=fizika")
    expect(page.locator(".umo-results h3")).to_have_text(hostile)
    assert page.locator(".umo-results img").count() == 0


def test_of_many_practices_twenty_are_shown_at_a_time(page: Page, index: str) -> None:
    from many import archive_of
    from shelf import Shelf

    crowd = Shelf(archive_of(120))

    def answer(route: Route) -> None:
        name = route.request.url.partition("/practices/")[2]
        route.fulfill(content_type="application/json", body=crowd.data(f"practices/{name}"))

    page.route("**/practices/**/*.json", answer)
    page.route("**/practices/*.json", answer)
    opened(page, index)
    expect(page.locator(".umo-found__said")).to_have_text("Всего 121 практика")
    more = page.get_by_role("button", name="Показать ещё")
    page.get_by_role("button", name="Показать все").click()
    assert len(shown(page)) == 20
    more.click()
    expect(page.locator(".umo-results h3")).to_have_count(40)
    expect(page.locator(".umo-results h3 a").nth(20)).to_be_focused()
    records = crowd.context.archive.practices
    days = [str(records[id_].record.created_on or "") for id_ in shown(page)]
    assert days == sorted(days, reverse=True)
    assert len(set(shown(page))) == 40
