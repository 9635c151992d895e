"""Calendars and the feed after an edit: what a warm build leaves is what a clean one makes."""

from collections import Counter
from datetime import date, timedelta

import pytest
from almanac import OWN, YEAR, Almanac, judged_as
from icalendar import Calendar
from workshop import DAY, clean_bytes, differing, project, replace_in, warm

from generator.pages.feeds import calendar_file
from generator.rules.finding import Finding, NormKind, State

FILES = ("calendar.ics", "feed.xml", f"associations/{OWN}/calendar.ics", "calendar/index.html")


@pytest.fixture
def almanac(tmp_path, monkeypatch):
    judged_as(monkeypatch)
    found = Almanac(project(tmp_path))
    found.meeting("2026-11-18", status="signed", theme="Чтение")
    found.meeting("2026-12-02", theme="Письмо", time="14:00", joint_with=["mumo"])
    found.plan(events=[{"title": "Олимпиада", "when": "2026-12-05"}])
    return found


@pytest.fixture
def folder(almanac):
    """A project that has been built."""
    warm(almanac.content.parent)
    return almanac.content.parent


def said(folder):
    """Titles by the ids of the site's calendar."""
    calendar = Calendar.from_ical((folder / "site/calendar.ics").read_bytes())
    return {str(e["uid"]): str(e["summary"]) for e in calendar.walk("VEVENT")}


def test_two_builds_give_the_same_bytes(folder):
    first = clean_bytes(folder)
    assert first.keys() >= set(FILES)
    assert clean_bytes(folder) == first


def test_an_edited_title_arrives_everywhere_under_the_same_ids(folder, almanac):
    before = said(folder)
    almanac.meeting("2026-11-18", status="signed", theme="Чтение вслух")
    warm(folder)
    for name in FILES:
        text = (folder / "site" / name).read_bytes().replace(b"\r\n ", b"").decode()
        assert "Чтение вслух" in text, name
    assert said(folder).keys() == before.keys()
    assert differing(folder) == []


def test_a_point_that_has_become_a_meeting_leaves_the_calendar(folder, almanac):
    almanac.meeting("2026-12-05", theme="Олимпиада")
    almanac.plan(events=[{"title": "Олимпиада", "when": "2026-12-05", "meeting": "2026-12-05"}])
    warm(folder)
    assert Counter(said(folder).values())["Олимпиада (МО математиков)"] == 1
    assert differing(folder) == []


def test_an_edit_writes_the_events_of_its_own_year_alone(folder, almanac, monkeypatch):
    """Those of other years and associations are taken from the last run."""
    written = []
    usual = calendar_file._text
    monkeypatch.setattr(
        calendar_file, "_text", lambda context, one: written.append(one.uid) or usual(context, one)
    )
    warm(folder)
    assert written == []
    almanac.plan(events=[{"title": "Олимпиада школьников", "when": "2026-12-05"}])
    warm(folder)
    year = f"{OWN}/{YEAR}"
    assert sorted(written) == [
        f"meeting/{year}/2026-11-18",
        f"meeting/{year}/2026-12-02",
        f"plan/{year}/event-at-1",
    ]


def test_an_edit_that_no_calendar_tells_of_leaves_them_alone(folder, monkeypatch):
    """What was decided stands on the page of the meeting; no digest of the calendar has it."""
    path = folder / f"content/associations/{OWN}/2025-2026/meetings/2025-11-05.yml"
    replace_in(path, "Рекомендовать практику школам.", "Рекомендовать практику всем школам.")
    made = []
    usual = calendar_file._of_association
    monkeypatch.setattr(
        calendar_file, "_of_association", lambda *words: made.append(words[1]) or usual(*words)
    )
    warm(folder)
    assert made == []
    assert differing(folder) == []


def test_what_findings_say_arrives_in_the_calendar(almanac, monkeypatch):
    """A duty is made of a finding, and its event of the duty: three digests in a row."""

    def judge(archive, association, year, today):
        if (association, year) != (OWN, YEAR):
            return ()
        school = archive.organisations["shkola-2"].record.name
        return (Finding(NormKind.DEADLINES, State.DUE, school, due=date(2026, 12, 9)),)

    monkeypatch.setattr("generator.pages.findings.judge", judge)
    folder = almanac.content.parent
    warm(folder)
    replace_in(folder / "content/organisations.yml", "Муниципальная школа № 2", "Школа-сад № 2")
    warm(folder)
    text = (folder / "site/calendar.ics").read_bytes().replace(b"\r\n ", b"").decode()
    assert "Школа-сад № 2" in text
    assert differing(folder) == []


def test_the_address_of_the_site_changes(folder, monkeypatch):
    assert b"example.org" not in (folder / "site/calendar.ics").read_bytes()
    monkeypatch.setenv("SITE_URL", "https://umo.example.org/region/")
    warm(folder)
    for name in ("calendar.ics", "feed.xml", f"associations/{OWN}/calendar.ics"):
        text = (folder / "site" / name).read_bytes().replace(b"\r\n ", b"")
        assert f"https://umo.example.org/region/associations/{OWN}/".encode() in text
    assert differing(folder) == []


def test_days_and_school_years_pass(folder):
    for days in (1, 40, 300):
        day = DAY + timedelta(days=days)
        warm(folder, day)
        assert differing(folder, day) == []


def test_an_association_that_goes_takes_its_calendar_along(folder, almanac):
    home = almanac.content / "associations/novoe"
    fields = {"name": "Новое", "kind": "mo", "level": "school"}
    almanac.write("associations/novoe/association.yml", fields)
    warm(folder)
    assert (folder / "site/associations/novoe/calendar.ics").is_file()
    (home / "association.yml").unlink()
    home.rmdir()
    warm(folder)
    assert not (folder / "site/associations/novoe/calendar.ics").exists()
    assert differing(folder) == []


def test_every_page_names_the_feed(folder):
    """By the way from where it stands, so that it works under any address."""
    pages = set((folder / "site").rglob("*.html")) - {folder / "site/admin/index.html"}
    for page in sorted(pages):
        text = page.read_text("utf-8")
        up = "../" * (len(page.relative_to(folder / "site").parts) - 1)
        link = 'rel="alternate" type="application/atom+xml" title="Новое на сайте" href='
        way = up if page.name != "404.html" else "/"
        assert f'{link}"{way}feed.xml"' in text, page
