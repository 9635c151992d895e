"""The calendar as a page: tables of days and lists that say the same."""

from datetime import date

import pytest
from almanac import DAY, HOSTILE, OWN, Almanac, judged_as

import generator.pages.calendar as calendar

THIS, LAST = "calendar/2026-2027/", "calendar/2025-2026/"


@pytest.fixture
def almanac(tmp_path, monkeypatch):
    judged_as(monkeypatch)
    found = Almanac(tmp_path)
    found.meeting("2026-10-07", status="signed", theme="Прошло")
    found.meeting("2026-11-21", theme="Утром", time="9.00")
    found.meeting("2026-11-21-2", theme="Днём", time="14.00", end_time="15.30")
    found.meeting("2026-12-02", theme="Не будет", status="cancelled", joint_with=["mumo"])
    found.plan(
        meetings=[{"theme": "Зимой", "when": "декабрь"}],
        events=[{"title": "Неделя чтения", "when": "30 ноября – 2 декабря"}],
    )
    return found


def titles(page):
    return [heading.text_content().rstrip("¶") for heading in page.xpath("//h2|//h3")]


def cells(page):
    """What each table says of its days: the month, the day, the titles in its cell."""
    for table in page.xpath("//table"):
        month = table.findtext("caption").removeprefix("По дням: ")
        for cell in table.xpath(".//td[.//a]"):
            day = cell.xpath(".//*[contains(@class, 'umo-month__number')]")[0]
            things = cell.xpath(".//ul//a")
            yield month, int(day.text), [thing.text_content() for thing in things]


def rows(page):
    """What the lists say: the words of the time, the title."""
    for row in page.xpath("//li[contains(@class, 'umo-row')]"):
        when = row.xpath("./span[1]")[0].text_content()
        yield when, row.xpath(".//a")[0].text_content()


def test_cells_and_lists_say_the_same(almanac):
    page = almanac.page(THIS)
    assert list(cells(page)) == [
        ("октябрь 2026 г.", 7, ["Прошло"]),
        ("ноябрь 2026 г.", 21, ["Утром", "Днём"]),
        ("ноябрь 2026 г.", 30, ["Неделя чтения"]),
        ("декабрь 2026 г.", 1, ["Неделя чтения"]),
        ("декабрь 2026 г.", 2, ["Неделя чтения", "Не будет"]),
    ]
    assert list(rows(page)) == [
        ("07.10.2026, среда", "Прошло"),
        ("21.11.2026, суббота09.00сегодня", "Утром"),
        ("21.11.2026, суббота14.00–15.30сегодня", "Днём"),
        ("30 ноября — 2 декабря", "Неделя чтения"),
        ("02.12.2026, среда", "Не будет"),
        ("декабрь", "Зимой"),
    ]


def test_weeks_begin_on_monday_and_days_stand_under_their_names(almanac):
    """Each table has a caption, seven named columns, and every day of its month once."""
    for table in almanac.page(THIS).xpath("//table"):
        assert table.findtext("caption")
        names = [head.text for head in table.xpath(".//thead//th[@scope='col']")]
        assert names == ["пн", "вт", "ср", "чт", "пт", "сб", "вс"]
        weeks = [
            [cell.text_content().split() for cell in row] for row in table.xpath(".//tbody/tr")
        ]
        assert all(len(week) == 7 for week in weeks)
    [november] = [
        t for t in almanac.page(THIS).xpath("//table") if "ноябрь" in t.findtext("caption")
    ]
    days = [
        [cell.xpath("string(.//*[contains(@class,'umo-month__number')]/text())") for cell in row]
        for row in november.xpath(".//tbody/tr")
    ]
    assert days[0] == ["", "", "", "", "", "", "1"]
    assert [int(day) for week in days for day in week if day] == list(range(1, 31))


def test_today_is_marked_in_words_too(almanac):
    """In one cell alone, and beside what is on that day; on another day elsewhere."""
    page = almanac.page(THIS)
    [cell] = page.xpath("//td[@aria-current='date']")
    assert "сегодня" in cell.text_content()
    assert [row.xpath(".//a")[0].text for row in page.xpath("//li[.//strong='сегодня']")] == [
        "Утром",
        "Днём",
    ]
    assert almanac.page(LAST).xpath("//td[@aria-current]") == []


def test_what_is_called_off_and_what_is_planned_is_said_in_words(almanac):
    page = almanac.page(THIS)
    badges = {
        row.xpath(".//a")[0].text_content(): row.xpath("string(.//*[contains(@class,'umo-badge')])")
        for row in page.xpath("//li[contains(@class, 'umo-row')]")
    }
    assert badges == {
        "Прошло": "",
        "Утром": "запланировано",
        "Днём": "запланировано",
        "Неделя чтения": "по плану",
        "Не будет": "отменено",
        "Зимой": "по плану",
    }


def test_only_months_with_something_and_the_one_that_runs(almanac):
    assert titles(almanac.page(THIS)) == ["Октябрь 2026 г.", "Ноябрь 2026 г.", "Декабрь 2026 г."]
    later = almanac.page(THIS, day=date(2027, 2, 5))
    assert titles(later)[-1] == "Февраль 2027 г."
    assert "ничего не записано" in later.text_content()


def test_the_calendar_begins_with_the_month_that_runs(almanac):
    """What has passed stands below it, so that nobody has to look for today."""
    assert titles(almanac.page("calendar/")) == [
        "Ноябрь 2026 г.",
        "Декабрь 2026 г.",
        "Прошедшие месяцы",
        "Октябрь 2026 г.",
    ]
    assert sorted(rows(almanac.page("calendar/"))) == sorted(rows(almanac.page(THIS)))


def test_in_august_the_coming_year_is_shown_as_soon_as_it_has_something(almanac):
    """The meeting of 28 August belongs to the year that it opens."""
    day = date(2026, 8, 20)
    assert "2025/2026" in almanac.page("calendar/", day=date(2026, 7, 20)).text_content()
    assert "Прошло" in almanac.page("calendar/", day=day).text_content()
    for name in ("meetings", "plan.yml"):
        path = almanac.content / f"associations/{OWN}/2026-2027" / name
        path.rename(almanac.content.parent / name)
    assert "Прошло" not in almanac.page("calendar/", day=day).text_content()
    assert "Другие учебные годы" not in almanac.page("calendar/", day=day).text_content()


def test_a_joint_meeting_stands_once(almanac):
    assert [title for _, title in rows(almanac.page(THIS))].count("Не будет") == 1
    assert "МО математиков и ещё 1 объединение" in almanac.page(THIS).text_content()


def test_years_lead_to_each_other(almanac):
    links = {a.text: a.get("href") for a in almanac.page(LAST).xpath("//p/a")}
    assert links["2026/2027"] == "../../calendar/2026-2027/"
    assert links["calendar.ics"] == "../../calendar.ics"


def anchors(page):
    return set(page.xpath("//@id"))


def followed(where, link):
    """The address and the anchor to which a link of a page leads."""
    path, _, anchor = link.partition("#")
    if not path:
        return where, anchor
    up = path.count("../")
    parts = where.rstrip("/").split("/") if where else []
    return "/".join([*parts[: len(parts) - up], path.replace("../", "")]).lstrip("/"), anchor


@pytest.mark.parametrize("limit", [300, 3])
def test_every_link_leads_somewhere(almanac, monkeypatch, limit):
    """To pages that are there, and to anchors on them; also when the year is cut into months."""
    monkeypatch.setattr(calendar, "WHOLE_LIMIT", limit)
    drafts = almanac.drafts()
    pages = [address for address in drafts if address.startswith("calendar/")]
    assert len(pages) == (3 if limit == 300 else 6)
    seen = 0
    for address in pages:
        page = almanac.page(address)
        for link in page.xpath("//a/@href"):
            target, anchor = followed(address, link)
            assert target in drafts, (address, link)
            if anchor:
                seen += 1
                body = drafts[target].make().body
                assert f'id="{anchor}"' in body, (address, link)
        assert len(anchors(page)) == len(page.xpath("//@id"))
    assert seen > 10


def test_a_year_of_many_things_is_cut_into_months(almanac, monkeypatch):
    """Tables stay on the page of the year; each list has a page; together they are the same."""
    whole = sorted(rows(almanac.page(THIS)))
    monkeypatch.setattr(calendar, "WHOLE_LIMIT", 5)
    year = almanac.page(THIS)
    assert list(rows(year)) == []
    assert len(year.xpath("//table")) == 3
    pages = [almanac.page(f"{THIS}{month}/") for month in ("2026-10", "2026-11", "2026-12")]
    assert sorted(row for page in pages for row in rows(page)) == whole
    assert list(cells(year)) == [cell for page in pages for cell in cells(page)]


def test_a_full_cell_names_the_first_and_counts_the_rest(almanac):
    for place in range(3, 7):
        almanac.meeting(f"2026-11-21-{place}", theme=f"Ещё {place}", time=f"16.0{place}")
    [found] = [row for row in cells(almanac.page(THIS)) if row[1] == 21]
    assert found[2] == ["Утром", "Днём", "Ещё 3"]
    assert "и ещё 3" in almanac.page(THIS).xpath("//td[@aria-current]")[0].text_content()
    assert len([title for _, title in rows(almanac.page(THIS)) if title.startswith("Ещё")]) == 4


def test_hostile_texts_are_texts(almanac):
    almanac.meeting("2026-12-09", theme=HOSTILE, place={"text": "<img src=x>"})
    body = almanac.drafts()[THIS].make().body
    assert "<b>" not in body
    assert "<img" not in body
    assert "&lt;b&gt;&amp;" in body


def test_a_site_without_anything_has_a_calendar(almanac):
    page = almanac.page("calendar/", day=date(2031, 1, 10))
    assert titles(page) == ["Январь 2031 г."]
    assert DAY.year < 2031
