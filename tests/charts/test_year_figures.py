"""The figures of a year: what the charts and tables show is what an independent count finds."""

import re
from collections import Counter
from datetime import date

import pytest
import yaml
from lxml import etree
from yearbook import DAY, DEMONSTRATION, context_of, page_at, parsed_page, words, years_on_pages

from generator.models import Meeting
from generator.pages import Context
from generator.pages.figures import year_figures
from generator.reads import TODAY, listening
from generator.values import SchoolYear

SVG = "{http://www.w3.org/2000/svg}"
PUBLIC = {"approved", "in_bank", "recommended", "archived"}


@pytest.fixture(scope="module")
def context() -> Context:
    return context_of(DEMONSTRATION)


@pytest.fixture(scope="module")
def pages(context: Context) -> dict[tuple[str, str], object]:
    """Every year's page of the demonstration, parsed."""
    return {
        (name, str(year)): parsed_page(context, f"associations/{name}/{year}/")
        for name, year in years_on_pages(context)
    }


def held(context: Context, name: str, year: str) -> list[Meeting]:
    """The meetings of a year that have minutes, a joint one under each of its bodies."""
    return [
        entry.record
        for entry in context.archive.meetings.values()
        if name in (entry.association, *entry.record.joint_with)
        and str(entry.year) == year
        and entry.record.status in ("draft", "signed")
    ]


def practices_of(name: str) -> list[dict]:
    cards = []
    for path in sorted(DEMONSTRATION.glob("practices/*.md")):
        card = yaml.safe_load(path.read_text("utf-8").split("---")[1])
        if card.get("association") == name and card["status"] in PUBLIC:
            cards.append(card)
    return cards


def day_of(card: dict) -> date | None:
    return card.get("created_on") or card.get("bank", {}).get("included_on")


def school_year(day: date) -> str:
    first = day.year if day.month >= 9 else day.year - 1
    return f"{first}-{first + 1}"


def table(page, heading: str) -> list[list[str]]:
    """The rows of the table below a heading."""
    (head,) = page.xpath(f'.//h3[@id="{heading}"]')
    (found, *_) = head.xpath("following::table")
    return [[words(cell) for cell in row] for row in found.xpath(".//tbody/tr")]


def test_meetings_and_practices_by_month_are_those_of_the_records(pages, context: Context) -> None:
    seen = 0
    for (name, year), page in pages.items():
        meetings = Counter(f"{r.date:%Y-%m}" for r in held(context, name, year))
        days = [day for card in practices_of(name) if (day := day_of(card))]
        shown = Counter(f"{day:%Y-%m}" for day in days if school_year(day) == year)
        if not meetings and not shown:
            assert not page.xpath('.//h3[@id="figures-activity"]')
            continue
        rows = table(page, "figures-activity")
        assert sum(int(row[1]) for row in rows) == meetings.total(), (name, year)
        assert sum(int(row[2]) for row in rows) == shown.total(), (name, year)
        assert len(rows) == 12 + bool(meetings[f"{year[:4]}-08"])
        counted = {row[0]: (int(row[1]), int(row[2])) for row in rows}
        if "ноябрь " + year[:4] + " г." in counted:
            key = f"{year[:4]}-11"
            assert counted[f"ноябрь {year[:4]} г."] == (meetings[key], shown[key])
            seen += meetings[key] + shown[key]
    assert seen >= 3


def test_columns_say_the_numbers_of_the_table(pages) -> None:
    for place, page in pages.items():
        if not page.xpath('.//h3[@id="figures-activity"]'):
            continue
        rows = table(page, "figures-activity")
        wanted = [int(row[column]) for column in (1, 2) for row in rows if int(row[column])]
        (chart,) = page.xpath('.//svg[contains(@aria-labelledby, "chart-activity-title")]')
        said = [int(text.text) for text in chart.xpath('.//text[@class="umo-chart__number"]')]
        assert said == wanted, place


def test_attendance_is_the_part_of_the_composition_on_record(pages, context: Context) -> None:
    """Where a meeting of one body has both numbers, the table and the bar say them."""
    checked = 0
    for (name, year), page in pages.items():
        for record in held(context, name, year):
            present = record.attendance.present_count if record.attendance else None
            total = record.members_total
            if record.joint_with or total is None or present is None:
                continue
            day = f"{record.date:%d.%m.%Y}"
            rows = {row[0].split()[0]: row for row in table(page, "figures-attendance")}
            percent = f"{present / total:.0%}".replace("%", " %")
            assert rows[day][1:] == [str(present), str(total), percent], (name, day)
            (chart,) = page.xpath('.//svg[contains(@aria-labelledby, "chart-attendance-title")]')
            assert f"{present} из {total}, {percent}" in words(chart)
            checked += 1
    assert checked >= 15


def test_every_meeting_that_was_held_has_its_line_of_attendance(pages, context: Context) -> None:
    for (name, year), page in pages.items():
        if found := held(context, name, year):
            rows = table(page, "figures-attendance")
            days = [f"{record.date:%d.%m.%Y}" for record in found]
            assert sorted(row[0].split()[0] for row in rows) == sorted(days), (name, year)


def test_outcomes_add_up_to_the_points_of_the_plan(pages) -> None:
    checked = 0
    for (name, year), page in pages.items():
        file = DEMONSTRATION / "associations" / name / year / "plan.yml"
        if not file.is_file():
            assert not page.xpath('.//h3[@id="figures-plan"]')
            continue
        plan = yaml.safe_load(file.read_text("utf-8"))
        points = [*plan.get("meetings", []), *plan.get("events", [])]
        rows = {row[0]: int(row[1]) for row in table(page, "figures-plan")}
        assert sum(rows.values()) == len(points), (name, year)
        unmet = [point for point in points if "meeting" not in point]
        statuses = Counter(str(point.get("status", "planned")) for point in unmet)
        assert rows["Перенесено"] == statuses["moved"]
        assert rows["Отменено"] >= statuses["cancelled"]
        assert rows["Проведено"] >= statuses["held"]
        checked += 1
    assert checked >= 10


def test_coverage_counts_the_codes_of_plan_and_practices(pages) -> None:
    """004, п. 7: fifteen tasks; each has as many points and practices as name its code."""
    page = pages["umo-matematika-ozersk", "2025-2026"]
    home = DEMONSTRATION / "associations/umo-matematika-ozersk/2025-2026/plan.yml"
    plan = yaml.safe_load(home.read_text("utf-8"))
    planned = Counter(
        str(point["direction"])
        for point in (*plan["meetings"], *plan.get("events", []))
        if "direction" in point
    )
    cards = [c for c in practices_of("umo-matematika-ozersk") if "direction" in c and day_of(c)]
    shown = Counter(str(c["direction"]) for c in cards if school_year(day_of(c)) == "2025-2026")
    rows = table(page, "figures-coverage")
    assert [row[0] for row in rows] == [f"7.{number}" for number in range(1, 16)]
    (places,) = [
        table.xpath(".//tbody/tr/th/@data-umo-value")
        for table in page.xpath('.//table[contains(@class, "coverage")]')
    ]
    assert places == [str(place) for place in range(1, 16)], "7.10 is sorted behind 7.9"
    assert planned.total() >= 5
    for code, _, points, practices, total in rows:
        assert (int(points), int(practices)) == (planned[code], shown[code]), code
        assert total == (str(planned[code] + shown[code]) if planned[code] + shown[code] else "нет")
    covered = len(set(planned) | set(shown))
    (summary,) = page.xpath('.//h3[@id="figures-coverage"]/following-sibling::details/summary')
    assert words(summary) == f"Задачи: охвачено {covered} из 15"


def test_abridged_directions_stand_in_their_place_without_words(pages) -> None:
    """001, разд. 3 has eleven directions; the record of it gives the words of none with a code."""
    rows = table(pages["mumo-yasnogorsk", "2025-2026"], "figures-coverage")
    assert [row[0] for row in rows] == [f"3-{number}" for number in range(1, 12)]
    assert all("формулировки в записях нет" in row[1] for row in rows)


def test_the_twelve_directions_and_the_contents_of_002_do_not_share_a_count(pages) -> None:
    page = pages["centre-cnppm", "2025-2026"]
    names = [words(row) for row in page.xpath('.//h3[@id="figures-coverage"]/following::summary')]
    assert any(name.startswith("Направления работы") for name in names)
    assert any(name.startswith("Содержание работы") for name in names)
    cells = [
        row
        for row in page.xpath('.//table[contains(@class, "coverage")]//tbody/tr')
        if words(row[0]) == "5"
    ]
    assert sorted(words(row[2]) for row in cells) == ["1", "—"]


def test_every_picture_has_its_own_name_and_words(pages) -> None:
    number = 0
    for place, page in pages.items():
        ids = [element.get("id") for element in page.xpath(".//*[@id]")]
        assert len(ids) == len(set(ids)), place
        for svg in page.xpath('.//svg[@role="img"]'):
            number += 1
            named = svg.get("aria-labelledby").split()
            assert len(named) == 2
            said = [svg.xpath(f'.//*[@id="{name}"]')[0].text for name in named]
            assert all(text and text.strip() for text in said), place
        assert not page.xpath(".//@style"), place
    assert number >= 30


def test_the_pictures_are_well_formed_and_full_of_real_numbers(context: Context) -> None:
    for name, year in years_on_pages(context):
        body = page_at(context, f"associations/{name}/{year}/").body
        for svg in re.findall(r"<svg.*?</svg>", body, re.DOTALL):
            tree = etree.fromstring(svg)
            for element in tree.iter():
                for key in ("x", "y", "width", "height", "x1", "x2", "y1", "y2"):
                    if key in element.attrib:
                        assert re.fullmatch(r"\d+(\.\d+)?", element.get(key)), (name, key)


def test_the_page_of_a_year_that_is_settled_does_not_ask_for_the_day() -> None:
    """Pages that ask are made anew each day; a year that is over and done with is not."""
    context = context_of(DEMONSTRATION, DAY)
    entry = context.archive.associations["umo-matematika-ozersk"]
    with listening() as facts:
        year_figures(context, entry, SchoolYear(2025))
    assert TODAY not in facts
    with listening() as facts:
        year_figures(context, entry, SchoolYear(2026))
    assert TODAY in facts


def test_the_demonstration_shows_every_figure(pages: dict, context: Context) -> None:
    names = {h.get("id") for page in pages.values() for h in page.xpath(".//h3")}
    wanted = {"activity", "attendance", "plan", "coverage", "members"}
    assert {f"figures-{name}" for name in wanted} <= names
