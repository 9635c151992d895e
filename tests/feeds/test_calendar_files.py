"""Calendars as other programs read them: by the library that wrote them, and by another one."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import vobject
from almanac import DAY, HOSTILE, OWN, Almanac, judged_as
from icalendar import Calendar

from generator.rules.finding import Finding, NormKind, State

MOSCOW = ZoneInfo("Europe/Moscow")
MEETING = f"meeting/{OWN}/2026-2027/"


@pytest.fixture
def almanac(tmp_path, monkeypatch):
    judged_as(monkeypatch)
    return Almanac(tmp_path)


@pytest.fixture
def full(almanac):
    """A year with something of every kind."""
    almanac.meeting("2026-11-18", status="signed", theme="Прошло", time="14:00")
    almanac.meeting("2026-12-02", theme="Впереди", time="14:00", end_time="15:30")
    almanac.meeting("2026-12-09", theme="Не будет", status="cancelled", joint_with=["mumo"])
    almanac.plan(
        meetings=[{"number": "3", "theme": "По плану", "when": "февраль"}],
        events=[{"title": "Стажировка", "when": "7–9 декабря", "time": "10:00"}],
    )
    return almanac


def as_vobject(data):
    """The events as another library reads them."""
    return {str(event.uid.value): event for event in vobject.readOne(data.decode()).vevent_list}


def test_both_libraries_read_every_event(full):
    """As many events as there are occasions, and the same ids and titles by either reader."""
    data = full.file(f"associations/{OWN}/calendar.ics")
    ours = {str(event["uid"]): event for event in Calendar.from_ical(data).walk("VEVENT")}
    theirs = as_vobject(data)
    assert {uid.removesuffix("@umo-site") for uid in ours} >= full.occasions().keys()
    assert ours.keys() == theirs.keys()
    for uid, event in ours.items():
        assert str(event["summary"]) == theirs[uid].summary.value
        assert event["dtstart"].dt == theirs[uid].dtstart.value


def test_the_calendar_names_itself_and_its_maker(full):
    calendar = full.calendar(OWN)
    assert calendar["prodid"] == "-//umo-site//umo-site//RU"
    assert calendar["version"] == "2.0"
    assert calendar["name"] == calendar["x-wr-calname"] == "МО математиков"
    data = full.file(f"associations/{OWN}/calendar.ics")
    assert b"\r\nREFRESH-INTERVAL;VALUE=DURATION:PT12H\r\n" in data


def test_lines_are_folded_as_the_format_wants(almanac):
    """RFC 5545, 3.1: lines end with CR LF, none is longer than 75 octets, no letter is torn."""
    almanac.meeting("2026-12-02", theme=HOSTILE)
    data = almanac.file("calendar.ics")
    lines = data.split(b"\r\n")
    assert lines[-1] == b""
    assert max(map(len, lines)) <= 75
    assert not any(b"\n" in line or b"\r" in line for line in lines)
    assert [line.decode() for line in lines]


def test_an_hour_is_one_of_the_sites_time_zone(full):
    event = full.events(OWN)[f"{MEETING}2026-12-02"]
    assert event["dtstart"].dt == datetime(2026, 12, 2, 14, tzinfo=MOSCOW)
    assert event["dtend"].dt == datetime(2026, 12, 2, 15, 30, tzinfo=MOSCOW)
    assert event["dtstart"].params["TZID"] == "Europe/Moscow"
    [zone] = full.calendar(OWN).walk("VTIMEZONE")
    assert zone["tzid"] == "Europe/Moscow"
    theirs = as_vobject(full.file("calendar.ics"))[f"{MEETING}2026-12-02@umo-site"]
    assert theirs.dtstart.value.utcoffset() == timedelta(hours=3)


def test_without_a_time_zone_hours_are_those_of_the_reader(full):
    full.site(time_zone=None)
    event = full.events()[f"{MEETING}2026-12-02"]
    assert event["dtstart"].dt == datetime(2026, 12, 2, 14)
    assert full.calendar().walk("VTIMEZONE") == []


def test_an_end_that_is_not_known_is_not_made_up(full):
    assert "dtend" not in full.events()[f"{MEETING}2026-11-18"]


@pytest.mark.parametrize(
    ("uid", "first", "after"),
    [
        (f"{MEETING}2026-12-09", date(2026, 12, 9), date(2026, 12, 10)),
        (f"plan/{OWN}/2026-2027/event-at-1", date(2026, 12, 7), date(2026, 12, 10)),
        (f"plan/{OWN}/2026-2027/meeting-3", date(2027, 2, 1), date(2027, 3, 1)),
    ],
)
def test_without_an_hour_it_lasts_all_day_and_ends_before_the_next(full, uid, first, after):
    event = full.events(OWN)[uid]
    assert (event["dtstart"].dt, event["dtend"].dt) == (first, after)
    assert event["dtstart"].params["VALUE"] == "DATE"


def test_how_things_stand(full):
    events = full.events(OWN)
    states = {uid.rpartition("/")[2]: str(event["status"]) for uid, event in events.items()}
    new = {name: state for name, state in states.items() if not name.startswith("2025")}
    assert new == {
        "2026-11-18": "CONFIRMED",
        "2026-12-02": "CONFIRMED",
        "2026-12-09": "CANCELLED",
        "meeting-3": "TENTATIVE",
        "event-at-1": "TENTATIVE",
    }
    cancelled = events[f"{MEETING}2026-12-09"]
    assert str(cancelled["summary"]).startswith("Отменено: Не будет (МО математиков")
    assert cancelled["transp"] == "TRANSPARENT"
    assert events[f"plan/{OWN}/2026-2027/meeting-3"]["transp"] == "TRANSPARENT"
    assert "transp" not in events[f"{MEETING}2026-12-02"]


def test_a_moved_point_is_called_off_where_it_was(almanac):
    point = {"title": "Олимпиада", "when": "2026-12-05", "status": "moved"}
    almanac.plan(events=[point | {"status_note": "на январь"}])
    [event] = [one for uid, one in almanac.events(OWN).items() if "2026-2027" in uid]
    assert event["status"] == "CANCELLED"
    assert str(event["summary"]).startswith("Перенесено: Олимпиада")
    assert "на январь" in str(event["description"])


def test_a_duty_reminds_a_week_and_a_day_before_at_nine(almanac, monkeypatch):
    due = Finding(
        NormKind.DEADLINES, State.DUE, "не сдано", due=date(2026, 12, 10), advice="Сдать."
    )
    judged_as(monkeypatch, due)
    almanac.meeting("2026-12-10")
    events = almanac.events()
    duty = events[f"duty/{OWN}/2026-2027/deadlines"]
    midnight = datetime(2026, 12, 10)
    alarms = duty.walk("VALARM")
    assert [str(alarm["action"]) for alarm in alarms] == ["DISPLAY", "DISPLAY"]
    assert all(str(alarm["description"]) == str(duty["summary"]) for alarm in alarms)
    rings = sorted(midnight + alarm["trigger"].dt for alarm in alarms)
    assert rings == [datetime(2026, 12, 3, 9), datetime(2026, 12, 9, 9)]
    assert duty["transp"] == "TRANSPARENT"
    assert events[f"{MEETING}2026-12-10"].walk("VALARM") == []


@pytest.mark.parametrize("reader", ["icalendar", "vobject"])
def test_hostile_texts_come_through_as_they_were_written(almanac, reader):
    """Commas, semicolons, backslashes, line ends, tags, signs beyond the first plane."""
    question = "Первая строка;\nвторая, с \\n и 👩🏫"
    almanac.meeting("2026-12-02", theme=HOSTILE, agenda=[question], place={"text": HOSTILE})
    data = almanac.file(f"associations/{OWN}/calendar.ics")
    uid = f"{MEETING}2026-12-02@umo-site"
    if reader == "vobject":
        found = as_vobject(data)[uid]
        summary, place, said = (f.value for f in (found.summary, found.location, found.description))
    else:
        [event] = [e for e in Calendar.from_ical(data).walk("VEVENT") if e["uid"] == uid]
        summary, place, said = (str(event[name]) for name in ("summary", "location", "description"))
    assert summary == f"{HOSTILE} (МО математиков)"
    assert place == HOSTILE
    assert said.endswith(f"1. {question}")


def test_ids_are_unique_and_stay_when_texts_are_edited(full):
    before = full.events()
    assert len(before) == len(full.calendar().walk("VEVENT"))
    full.meeting("2026-12-02", theme="Названо иначе", time="14:00", end_time="15:30")
    after = full.events()
    assert after.keys() == before.keys()
    uid = f"{MEETING}2026-12-02"
    assert str(after[uid]["summary"]) == "Названо иначе (МО математиков)"
    same = [name for name in before if before[name].to_ical() == after[name].to_ical()]
    assert set(before) - set(same) == {uid}


def test_two_readings_give_the_same_bytes(full):
    assert full.file("calendar.ics") == full.file("calendar.ics")


def test_the_stamp_is_the_day_of_the_records_last_change(full):
    """Never the clock: where no change is known, and for duties, it is the day of the event."""
    path = f"associations/{OWN}/2026-2027/meetings/2026-12-02.yml"
    events = full.events(changed={path: date(2026, 9, 5)})
    assert events[f"{MEETING}2026-12-02"]["dtstamp"].dt == datetime(2026, 9, 5, tzinfo=UTC)
    assert events[f"{MEETING}2026-11-18"]["dtstamp"].dt == datetime(2026, 11, 18, tzinfo=UTC)


@pytest.mark.parametrize("site_url", ["", "http://127.0.0.1:8000/", "http://localhost/a/"])
def test_no_address_is_given_that_nobody_else_could_follow(full, site_url):
    assert b"http" not in full.file("calendar.ics", site_url=site_url)


@pytest.mark.parametrize(
    "site_url", ["https://umo.example.org/region", "https://umo.example.org/region/"]
)
def test_the_address_of_the_page_where_the_sites_own_is_known(full, site_url):
    base = "https://umo.example.org/region/"
    calendar = full.calendar(site_url=site_url)
    assert calendar["source"] == f"{base}calendar.ics"
    page = f"{base}associations/{OWN}/2026-2027/meetings/2026-12-02/"
    [event] = [
        e for e in calendar.walk("VEVENT") if str(e["uid"]).startswith(f"{MEETING}2026-12-02")
    ]
    assert event["url"] == page
    assert str(event["description"]).endswith(f"\n{page}")


def test_a_joint_meeting_comes_once_and_stands_in_the_calendars_of_all_its_bodies(full):
    uid = f"{MEETING}2026-12-09"
    all_of_it, own, other = full.events(), full.events(OWN), full.events("mumo")
    assert all_of_it[uid].to_ical() == own[uid].to_ical() == other[uid].to_ical()
    assert {name for name in other if "2026-2027" in name} == {uid}


def test_the_calendar_of_the_site_begins_with_the_last_school_year(almanac):
    """It would grow with the archive; an association's own has all of its years."""
    almanac.meeting("2024-11-20", home=f"{OWN}/2024-2025", status="signed")
    almanac.meeting("2025-11-20", home=f"{OWN}/2025-2026", status="signed")
    old, new = f"meeting/{OWN}/2024-2025/2024-11-20", f"meeting/{OWN}/2025-2026/2025-11-20"
    assert {old, new} <= almanac.events(OWN).keys()
    assert new in almanac.events()
    assert old not in almanac.events()
    assert old in almanac.events(day=date(2025, 12, 1))


def test_an_association_without_anything_has_an_empty_calendar(almanac):
    almanac.write(
        "associations/novoe/association.yml", {"name": "Н", "kind": "mo", "level": "school"}
    )
    calendar = almanac.calendar("novoe")
    assert calendar.walk("VEVENT") == []
    assert calendar["name"] == "Н"


def test_events_are_written_by_the_day(full):
    days = [event["dtstart"].dt for event in full.calendar().walk("VEVENT")]
    plain = [day.date() if isinstance(day, datetime) else day for day in days]
    assert plain == sorted(plain)
    assert plain[0] < DAY < plain[-1]
