"""Meetings as events. Who spoke and who was there is for the page.

Times are those of the place, without an offset, as minutes have them.
"""

from collections.abc import Iterator
from datetime import date, time

from generator.archive import Archive
from generator.load import Entry
from generator.models import Meeting, Practice
from generator.models.vocabulary import MeetingMode, MeetingStatus
from generator.pages.addresses import address
from generator.pages.metadata.associations import named_association
from generator.pages.metadata.graph import Here, Node, identity, node
from generator.pages.metadata.organisations import postal

_TERM = "https://schema.org/"
_MODES = {
    MeetingMode.OFFLINE: "OfflineEventAttendanceMode",
    MeetingMode.ONLINE: "OnlineEventAttendanceMode",
    MeetingMode.HYBRID: "MixedEventAttendanceMode",
}
"""A poll by letter has no mode: nobody comes together."""
_AFAR = (MeetingMode.ONLINE, MeetingMode.HYBRID)


def meeting(archive: Archive, entry: Entry[Meeting], here: Here) -> Iterator[Node]:
    """What the page of a meeting says of it."""
    record = entry.record
    bodies = (archive.associations[name] for name in (entry.association, *record.joint_with))
    organisers = [named_association(body, here) for body in bodies]
    mode = _MODES.get(record.mode)
    cancelled = record.status is MeetingStatus.CANCELLED
    yield node(
        "Event",
        here.to(identity(entry)),
        name=record.theme or f"Заседание: {organisers[0]['name']}",
        description=f"Повестка дня: {_agenda(record)}",
        url=here.to(address(entry)),
        startDate=_moment(record.date, record.time),
        endDate=_moment(record.date, record.end_time) if record.end_time else None,
        eventStatus=f"{_TERM}{'EventCancelled' if cancelled else 'EventScheduled'}",
        eventAttendanceMode=f"{_TERM}{mode}" if mode else None,
        location=[*_place(archive, record), *_platform(record, here.to(address(entry)))],
        organizer=organisers,
        recordedIn=node("CreativeWork", name="Запись", url=record.recording)
        if record.recording
        else None,
        workFeatured=[
            _card(card, here) for card in archive.relations.recommended.get(entry.id, ())
        ],
    )


def _moment(day: date, clock: time | None) -> str:
    return f"{day.isoformat()}T{clock:%H:%M:%S}" if clock else day.isoformat()


def _agenda(record: Meeting) -> str:
    pairs = zip(record.agenda_numbers(), record.agenda, strict=True)
    return "; ".join([f"{number}. {item.text.rstrip(' .;')}" for number, item in pairs])


def _place(archive: Archive, record: Meeting) -> Iterator[Node]:
    """Where people meet, so far as it is known: a school and its room, or a town."""
    venue = record.place
    host = archive.organisations[venue.organisation] if venue and venue.organisation else None
    parts = [host.record.name if host else None, venue.text if venue else None]
    name = ", ".join(filter(None, parts)) or record.city
    if name:
        known = (postal(host.record) if host else None) or record.city
        yield node("Place", name=name, address=known or name)


def _platform(record: Meeting, page: str) -> Iterator[Node]:
    """Where people meet from afar. What they need to join is not public; the page is."""
    if record.mode in _AFAR:
        yield node("VirtualLocation", name=record.platform, url=page)


def _card(card: Entry[Practice], here: Here) -> Node:
    where = here.to(address(card))
    return node("LearningResource", here.to(identity(card)), name=card.record.title, url=where)
