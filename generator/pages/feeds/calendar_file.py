"""Calendars as other programs read them: iCalendar files (RFC 5545, RFC 7986).

One file for the site and one for each association. The library writes every event; the texts of
events are digests, so that an edit of one record writes the events of its year, and files are put
together of texts that are there.

Nothing is asked of the clock. DTSTAMP, the time of an event's last revision, is the day of the last
change of its record; of a duty, and where no change is known, it is the event's own day.
"""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache, partial
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from generator.archive.years import running_year
from generator.pages.addresses import CALENDAR_FILE, calendar_of
from generator.pages.context import Context
from generator.pages.digests import Family, YearKey
from generator.pages.draft import Draft
from generator.pages.occasion import Occasion, OccasionKind, Standing
from generator.pages.occasions import occasions_of
from generator.pages.page import File
from generator.values import SchoolYear

if TYPE_CHECKING:
    from icalendar import Alarm, Calendar, Event, Timezone

# The library takes a twentieth of a second to import, and most runs write no event: it is imported
# where it is used.

DOMAIN = "umo-site"
"""Where the ids of events are at home: the program, since the address of a site may change."""
MAKER = "-//umo-site//umo-site//RU"

_END = b"END:VCALENDAR\r\n"
_ONE_DAY = timedelta(days=1)
_HOW_OFTEN = timedelta(hours=12)
_REMIND = (timedelta(days=-7, hours=9), timedelta(days=-1, hours=9))
"""When a duty is called to mind: a week and a day before its day, at nine in the morning."""


def pages(context: Context) -> Iterator[Draft]:
    """Yield the calendar of the site, and one for each association."""
    yield Draft(CALENDAR_FILE, partial(_of_site, context))
    for association in context.archive.associations:
        yield Draft(calendar_of(association), partial(_of_association, context, association))


def _of_site(context: Context) -> File:
    """The calendar of all: from last school year on, or it would grow with the archive."""
    since = running_year(context.today).first - 1
    years = [key for key in context.digests.years if key[1].first >= since]
    return _file(context, CALENDAR_FILE, context.archive.site.record.title, years)


def _of_association(context: Context, association: str) -> File:
    years = [key for key in context.digests.years if key[0] == association]
    label = context.archive.associations[association].record.label
    return _file(context, calendar_of(association), label, years)


def _file(context: Context, where: str, name: str, years: Iterable[YearKey]) -> File:
    """The library's envelope, with the events of some years in it; a joint meeting comes once."""
    keys = list(years)
    entries = {uid: (day, text) for key in keys for day, uid, text in _entries(context, key)}
    texts = [entries[uid][1] for uid in sorted(entries, key=lambda uid: (entries[uid][0], uid))]
    envelope = _envelope(context, where, name, [year for _, year in keys])
    head, end, _ = envelope.to_ical().rpartition(_END)
    return File(where, head + "".join(texts).encode() + end)


def _entries(context: Context, key: YearKey) -> Any:
    return context.digests.of(CALENDAR_ENTRIES, *key)


def _envelope(context: Context, where: str, name: str, years: list[SchoolYear]) -> "Calendar":
    from icalendar import Calendar

    zone = context.archive.site.record.time_zone
    calendar = Calendar()
    calendar.add("prodid", MAKER)
    calendar.add("version", "2.0")
    calendar.add("uid", f"{where.removesuffix(CALENDAR_FILE)}calendar@{DOMAIN}")
    calendar.calendar_name = name  # for RFC 7986, and for those who know X-WR-CALNAME only
    calendar.add("refresh-interval", _HOW_OFTEN, parameters={"VALUE": "DURATION"})
    calendar.add("x-published-ttl", "PT12H")
    if address := context.absolute(where):
        calendar.add("source", address, parameters={"VALUE": "URI"})
    if zone and years:
        calendar.add("x-wr-timezone", zone)
        calendar.add_component(_zone_rules(zone, min(years), max(years)))
    return calendar


@lru_cache(maxsize=64)
def _zone_rules(zone: str, first: SchoolYear, last: SchoolYear) -> "Timezone":
    from icalendar import Timezone

    return Timezone.from_tzid(zone, first_date=first.begins, last_date=last.ends + _ONE_DAY)


def _digest(context: Context, association: str, year: SchoolYear) -> Any:
    """The day, the id and the text of each event of an association's year."""
    return tuple(
        (occasion.first.isoformat(), occasion.uid, _text(context, occasion))
        for occasion in occasions_of(context, association, year)
    )


CALENDAR_ENTRIES = Family("calendar-entries", _digest)


def _text(context: Context, occasion: Occasion) -> str:
    zone = context.archive.site.record.time_zone
    changed = context.changed_on(occasion.source) if occasion.source else None
    page = context.absolute(occasion.address)
    event = _event(occasion, zone, page)
    event.add("dtstamp", datetime.combine(changed or occasion.first, time(), UTC))
    if occasion.kind is OccasionKind.DUTY and occasion.standing is not Standing.CANCELLED:
        for before in _REMIND:
            event.add_component(_alarm(occasion, before))
    text: str = event.to_ical().decode()
    return text


def _event(occasion: Occasion, zone: str | None, page: str) -> "Event":
    from icalendar import Event

    event = Event()
    event.add("uid", f"{occasion.uid}@{DOMAIN}")
    event.add("summary", _summary(occasion))
    event.add("status", occasion.standing.value.upper())
    event.add("categories", [occasion.kind.label, *occasion.bodies])
    for name, value in _times(occasion, zone):
        event.add(name, value)
    if not _takes_time(occasion):
        event.add("transp", "TRANSPARENT")
    if occasion.place:
        event.add("location", occasion.place)
    if page:
        event.add("url", page)
    event.add("description", _description(occasion, page))
    return event


def _times(occasion: Occasion, zone: str | None) -> Iterator[tuple[str, date | datetime]]:
    """When it begins and ends; all day long where no hour is named, and then the end is the day
    after (RFC 5545, 3.6.1). Without a time zone on record an hour is that of whoever looks at it.
    """
    if occasion.begins is None:
        yield "dtstart", occasion.first
        yield "dtend", occasion.last + _ONE_DAY
        return
    yield "dtstart", _moment(occasion.first, occasion.begins, zone)
    if occasion.ends and occasion.ends > occasion.begins:
        yield "dtend", _moment(occasion.last, occasion.ends, zone)


def _moment(day: date, hour: time, zone: str | None) -> datetime:
    return datetime.combine(day, hour, ZoneInfo(zone) if zone else None)


def _takes_time(occasion: Occasion) -> bool:
    """Tell whether somebody is busy then: not for a duty, nor where the day is not known."""
    certain = occasion.exact and occasion.standing is not Standing.CANCELLED
    return certain and occasion.kind is not OccasionKind.DUTY


def _summary(occasion: Occasion) -> str:
    """What it is, and whose; also for programs that know nothing of STATUS."""
    off = occasion.standing is Standing.CANCELLED
    title = f"{occasion.note.capitalize()}: {occasion.title}" if off else occasion.title
    about = ", ".join(filter(None, (occasion.when, occasion.body_line)))
    return f"{title} ({about})"


def _description(occasion: Occasion, page: str) -> str:
    parts = ("; ".join(occasion.bodies), occasion.description, page)
    return "\n".join(part for part in parts if part)


def _alarm(occasion: Occasion, before: timedelta) -> "Alarm":
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", _summary(occasion))
    alarm.add("trigger", before)
    return alarm
