"""Sorting and filtering of tables in a real browser; charts and the drawn tree as they are drawn.

The small page holds what records would seldom have together; the site is the demonstration.
"""

import re
import shutil
from collections.abc import Callable, Iterator

import pytest
from demonstration import REPOSITORY
from playwright.sync_api import Browser, Locator, Page, expect
from visit import KINDS, WIDTHS, lent

SCRIPT = REPOSITORY / "overrides/assets/javascripts/umo.js"
SMALL = """<!doctype html><html lang="ru"><meta charset="utf-8"><title>Таблицы</title>
<link rel="icon" href="data:,">
<table id="plain" data-umo-sortable><thead><tr><th>Слово</th><th>Число</th><th>День</th>
<th data-umo-fixed>Как есть</th></tr></thead><tbody>
<tr><td>яма</td><td>10</td><td data-umo-value="2026-02-01">01.02.2026</td><td>1</td></tr>
<tr><td>ель</td><td>9</td><td data-umo-value="2025-11-30">30.11.2025</td><td>2</td></tr>
<tr><td>Арбуз</td><td>1,5</td><td data-umo-value="—"></td><td>3</td></tr>
<tr><td>ёлка</td><td>—</td><td data-umo-value="2026-01-15">15.01.2026</td><td>4</td></tr>
<tr><td></td><td>1 200</td><td data-umo-value="2026-10-02">02.10.2026</td><td>5</td></tr>
</tbody></table>
<div data-umo-filter="Найти" data-umo-facets="body:Объединение;state:Состояние">
<section id="one" data-umo-group data-umo-body="МО химиков"><h2>МО химиков</h2><table><tbody>
<tr data-umo-state="есть"><td>Приказ о составе</td></tr>
<tr id="plan" data-umo-state="нет"><td>План на год</td></tr></tbody></table></section>
<section id="two" data-umo-group data-umo-body="МО физиков"><h2>МО физиков</h2><table><tbody>
<tr data-umo-state="есть"><td>План физиков</td></tr></tbody></table></section>
</div><a href="#plan">План химиков</a>
<script src="umo.js"></script></html>"""


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory, serve_folder: Callable[..., str]) -> str:
    """A small page with the script of the site."""
    folder = tmp_path_factory.mktemp("small-page")
    (folder / "index.html").write_text(SMALL, "utf-8")
    shutil.copy(SCRIPT, folder)
    return serve_folder(folder)


@pytest.fixture
def page(wide: Callable[[int], Page], request: pytest.FixtureRequest) -> Iterator[Page]:
    page = wide(getattr(request, "param", 1440))
    with lent(page) as watch:
        yield page
    assert (watch.failed, watch.complaints) == ([], [])


def column(page: Page, number: int) -> list[str]:
    cells = page.locator(f"#plain tbody tr td:nth-child({number})").all_text_contents()
    return [cell.strip() for cell in cells]


def button(page: Page, name: str) -> Locator:
    return page.locator("#plain").get_by_role("button", name=name)


# --- sorting ------------------------------------------------------------------------------------


def test_numbers_are_sorted_as_numbers_and_what_is_not_known_stands_last(
    page: Page, small: str
) -> None:
    page.goto(small)
    button(page, "Число").click()
    assert column(page, 2) == ["1,5", "9", "10", "1 200", "—"]
    button(page, "Число").click()
    assert column(page, 2) == ["1 200", "10", "9", "1,5", "—"]


def test_words_are_sorted_by_the_russian_alphabet(page: Page, small: str) -> None:
    """«ё» stands with «е» and not behind «я», a capital letter with its small one."""
    page.goto(small)
    button(page, "Слово").click()
    assert column(page, 1) == ["Арбуз", "ёлка", "ель", "яма", ""]
    button(page, "Слово").click()
    assert column(page, 1) == ["яма", "ель", "ёлка", "Арбуз", ""]


def test_days_are_sorted_by_what_the_cell_gives_for_it(page: Page, small: str) -> None:
    page.goto(small)
    button(page, "День").click()
    assert column(page, 3) == ["30.11.2025", "15.01.2026", "01.02.2026", "02.10.2026", ""]


def test_whole_rows_move(page: Page, small: str) -> None:
    page.goto(small)
    before = set(page.locator("#plain tbody tr").all_inner_texts())
    button(page, "Число").click()
    after = page.locator("#plain tbody tr").all_inner_texts()
    assert set(after) == before
    assert len(after) == 5


def test_the_heading_says_how_the_table_is_sorted(page: Page, small: str) -> None:
    page.goto(small)
    head = page.locator("#plain th")
    said = lambda: [th.get_attribute("aria-sort") for th in head.all()]  # noqa: E731
    assert said() == [None, None, None, None]
    button(page, "Слово").click()
    assert said() == ["ascending", None, None, None]
    button(page, "Слово").click()
    assert said() == ["descending", None, None, None]
    button(page, "Число").click()
    assert said() == [None, "ascending", None, None]


def test_a_heading_that_is_fixed_is_no_button(page: Page, small: str) -> None:
    page.goto(small)
    assert page.locator("#plain th button").count() == 3
    assert page.locator("#plain th").nth(3).inner_text() == "Как есть"


def test_sorting_by_keyboard_alone(page: Page, small: str) -> None:
    page.goto(small)
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(button(page, "Число")).to_be_focused()
    page.keyboard.press("Enter")
    assert column(page, 2)[0] == "1,5"
    page.keyboard.press("Space")
    assert column(page, 2)[0] == "1 200"
    expect(button(page, "Число")).to_be_focused()


# --- filtering ----------------------------------------------------------------------------------


def test_a_text_narrows_the_rows_and_the_number_is_announced(page: Page, small: str) -> None:
    page.goto(small)
    said = page.get_by_role("status")
    assert said.get_attribute("aria-live") == "polite"
    field = page.get_by_role("searchbox", name="Найти", exact=True)
    field.fill("ПЛАН")
    expect(said).to_have_text("Показано строк: 2 из 3")
    field.fill("план год")
    expect(said).to_have_text("Показано строк: 1 из 3")
    expect(page.locator("#one h2")).to_be_visible()
    expect(page.locator("#two h2")).to_be_hidden()
    field.fill("")
    expect(said).to_have_text("Показано строк: 3 из 3")
    expect(page.locator("#two h2")).to_be_visible()


def test_lists_narrow_together_with_the_text(page: Page, small: str) -> None:
    page.goto(small)
    body = page.get_by_role("combobox", name="Объединение", exact=True)
    state = page.get_by_role("combobox", name="Состояние", exact=True)
    assert body.locator("option").all_text_contents() == ["все", "МО физиков", "МО химиков"]
    state.select_option("есть")
    expect(page.get_by_role("status")).to_have_text("Показано строк: 2 из 3")
    body.select_option("МО химиков")
    expect(page.get_by_role("status")).to_have_text("Показано строк: 1 из 3")
    expect(page.get_by_text("Приказ о составе")).to_be_visible()
    page.get_by_role("searchbox", name="Найти").fill("план")
    expect(page.get_by_role("status")).to_have_text("Показано строк: 0 из 3")


def test_filtering_by_keyboard_alone(page: Page, small: str) -> None:
    page.goto(small)
    for _ in range(4):
        page.keyboard.press("Tab")
    expect(page.get_by_role("searchbox", name="Найти")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("combobox", name="Объединение")).to_be_focused()
    page.keyboard.press("ArrowDown")
    expect(page.get_by_role("status")).to_have_text("Показано строк: 1 из 3")


def test_a_link_to_a_hidden_row_shows_it(page: Page, small: str) -> None:
    page.goto(small)
    page.get_by_role("searchbox", name="Найти").fill("физиков")
    expect(page.locator("#plan")).to_be_hidden()
    page.get_by_role("link", name="План химиков").click()
    expect(page.locator("#plan")).to_be_visible()
    expect(page.get_by_role("searchbox", name="Найти")).to_have_value("")


# --- the script itself --------------------------------------------------------------------------


def test_the_script_leaves_no_name_behind(page: Page, small: str) -> None:
    page.goto(small)
    names = re.findall(r"^  const (\w+) =", SCRIPT.read_text("utf-8"), re.MULTILINE)
    assert len(names) >= 6
    found = page.evaluate(
        "names => names.filter(n => n !== 'name' && eval(`typeof ${n}`) !== 'undefined')", names
    )
    assert found == []


def test_the_script_is_small_and_of_the_year_2018() -> None:
    text = SCRIPT.read_text("utf-8")
    assert len(text.encode()) < 4096
    for newer in ("?.", "??", ".at(", "replaceAll", "flatMap", "import ", "innerHTML", "eval("):
        assert newer not in text, newer


def test_without_javascript_all_rows_are_there_and_no_control(browser: Browser, small: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    try:
        page = context.new_page()
        page.goto(small)
        assert column(page, 2) == ["10", "9", "1,5", "—", "1 200"]
        for text in ("Приказ о составе", "План на год", "План физиков"):
            expect(page.get_by_text(text)).to_be_visible()
        assert page.locator("button, input, select").count() == 0
    finally:
        context.close()


# --- the site -----------------------------------------------------------------------------------


def test_the_register_is_filtered_by_association_and_state(page: Page, base: str) -> None:
    page.goto(f"{base}register/2025-2026/")
    rows = page.locator("[data-umo-filter] tbody tr")
    every = rows.count()
    assert every >= 40
    page.get_by_label("Объединение").select_option("МУМО Ясногорского района")
    seen = page.locator("[data-umo-filter] tbody tr:visible")
    some = seen.count()
    assert 10 <= some < every
    expect(page.locator(".umo-filter__said")).to_have_text(f"Показано строк: {some} из {every}")
    page.get_by_label("Состояние").select_option("сдан позже срока")
    assert 1 <= seen.count() < some
    expect(seen.first).to_contain_text("сдан позже срока")


def test_the_register_is_sorted_by_its_headings(page: Page, base: str) -> None:
    page.goto(f"{base}register/2025-2026/")
    table = page.locator("table.umo-table--register").nth(1)
    table.get_by_role("button", name="Номер и дата").click()
    cells = table.locator("tbody td:nth-child(2)").all()
    days = [cell.get_attribute("data-umo-value") for cell in cells]
    known = [day for day in days if day != "—"]
    assert len(known) >= 5
    assert days == sorted(known) + ["—"] * (len(days) - len(known))


@pytest.mark.parametrize("page", list(WIDTHS), indirect=True)
def test_the_pages_with_pictures_and_filters_are_no_wider_than_the_screen(
    page: Page, base: str
) -> None:
    for kind in ("year", "structure", "register"):
        page.goto(base + KINDS[kind])
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        assert wide <= 0, kind


@pytest.mark.parametrize("page", list(WIDTHS), indirect=True)
def test_no_text_of_a_chart_leaves_it_or_covers_another(page: Page, base: str) -> None:
    page.goto(base + KINDS["year"])
    assert page.locator("svg.umo-chart").count() == 3
    wrong = page.evaluate(
        """() => [...document.querySelectorAll('svg.umo-chart')].flatMap(svg => {
          const box = svg.viewBox.baseVal;
          const texts = [...svg.querySelectorAll('text')].map(t => [t.textContent, t.getBBox()]);
          const out = texts.filter(([, b]) => b.x < -1 || b.y < -1 ||
            b.x + b.width > box.width + 1 || b.y + b.height > box.height + 1);
          const over = texts.filter(([, a], i) => texts.slice(i + 1).some(([, b]) =>
            a.x < b.x + b.width - 1 && b.x < a.x + a.width - 1 &&
            a.y < b.y + b.height - 2 && b.y < a.y + a.height - 2));
          return [...out, ...over].map(([text]) => text);
        })"""
    )
    assert wrong == []


def test_the_words_in_the_boxes_of_the_tree_stay_in_them(page: Page, base: str) -> None:
    page.goto(f"{base}structure/")
    number = page.locator("svg.umo-drawn a").count()
    assert number >= 10
    outside = page.evaluate(
        """() => [...document.querySelectorAll('svg.umo-drawn a')].flatMap(a => {
          const box = a.querySelector('rect').getBBox();
          return [...a.querySelectorAll('text')].filter(t => {
            const b = t.getBBox();
            return b.x < box.x || b.y < box.y || b.x + b.width > box.x + box.width ||
              b.y + b.height > box.y + box.height;
          }).map(t => t.textContent);
        })"""
    )
    assert outside == []


@pytest.mark.parametrize("page", [360], indirect=True)
def test_a_box_of_the_tree_is_reached_and_followed_by_keyboard(page: Page, base: str) -> None:
    page.goto(f"{base}structure/")
    link = page.locator("svg.umo-drawn a", has_text="истории")
    link.focus()
    expect(link).to_be_in_viewport()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_contain_text("учителей истории")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_charts_and_tree_are_seen_in_both_palettes(
    browser: Browser, base: str, scheme: str
) -> None:
    """Whatever carries meaning stands out from the ground: three to one, letters more (WCAG)."""
    context = browser.new_context(color_scheme=scheme)
    context.set_default_timeout(15_000)
    try:
        page = context.new_page()
        page.goto(base + KINDS["year"])
        assert page.evaluate(CONTRAST, [".umo-chart__series--1", "fill"]) >= 3
        assert page.evaluate(CONTRAST, [".umo-chart__hatch", "stroke"]) >= 3
        assert page.evaluate(CONTRAST, [".umo-chart__bar--done", "fill"]) >= 3
        assert page.evaluate(CONTRAST, [".umo-chart text", "fill"]) >= 4.5
        assert page.evaluate(CONTRAST, [".umo-chart__foot", "fill"]) >= 4.5
        page.goto(f"{base}structure/")
        assert page.evaluate(CONTRAST, [".umo-drawn text", "fill"]) >= 4.5
        assert page.evaluate(CONTRAST, [".umo-drawn__level", "fill"]) >= 4.5
        assert page.evaluate(CONTRAST, [".umo-drawn__lines", "stroke"]) >= 3
    finally:
        context.close()


CONTRAST = """([selector, property]) => {
  const canvas = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  const over = (...colours) => {
    canvas.clearRect(0, 0, 1, 1);
    for (const colour of colours) { canvas.fillStyle = colour; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const light = (rgb) => {
    const linear = (v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    const [r, g, b] = rgb.map((v) => linear(v / 255));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = getComputedStyle(document.body).backgroundColor;
  const colour = getComputedStyle(document.querySelector(selector))[property];
  const [a, b] = [light(over(ground, colour)), light(over(ground))].sort((x, y) => y - x);
  return (a + 0.05) / (b + 0.05);
}"""
