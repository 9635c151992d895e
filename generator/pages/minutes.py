"""The minutes of a meeting: Приложение 2 to 004, and what real minutes add to it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial

from generator.archive import DecisionState
from generator.archive.bodies import published_files
from generator.archive.index import decision_id
from generator.load import Entry, Kind
from generator.models import Association, Attendee, Decision, DecisionReview, Meeting
from generator.models.meeting import Hearing
from generator.models.vocabulary import (
    AssociationKind,
    AttendanceStatus,
    LegalForce,
    MeetingStatus,
    Role,
)
from generator.pages.addresses import address, anchor, year_address
from generator.pages.associations import public, trail_to
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.metadata import meeting
from generator.pages.names import Shown
from generator.pages.page import Page
from generator.pages.sought import Sought, SoughtKind
from generator.rules.case import Case
from generator.values import count, long_date

_METHODICAL = frozenset(
    {
        AssociationKind.DISTRICT_SUBJECT,
        AssociationKind.MUNICIPAL_SUBJECT,
        AssociationKind.INTERSCHOOL,
        AssociationKind.NETWORK,
        AssociationKind.SCHOOL,
    }
)


@dataclass(frozen=True, slots=True)
class DecisionRow:
    """A decision with its number and what has become of it."""

    number: str
    anchor: str
    decision: Decision
    state: DecisionState


@dataclass(frozen=True, slots=True)
class Block:
    """What was heard, and what was decided on it (004, Приложение 2: item by item)."""

    hearing: Hearing
    decisions: list[DecisionRow]


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """An earlier decision that this meeting looked at."""

    review: DecisionReview
    held: Entry[Meeting]
    number: str
    anchor: str
    text: str


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    """Somebody on the attendance list."""

    shown: Shown
    status: AttendanceStatus
    reason: str | None


@dataclass(frozen=True, slots=True)
class SignerRow:
    """A line for a signature."""

    shown: Shown
    date: date | None


def pages(context: Context) -> Iterator[Draft]:
    """Yield a page for each meeting."""
    for entry in context.archive.meetings.values():
        yield Draft(address(entry), partial(_page, context, entry))


def minutes_title(meeting: Meeting) -> str:
    """The title of a meeting's page, as browsers and search show it."""
    day = long_date(meeting.date)
    if meeting.status is MeetingStatus.PLANNED:
        return f"Заседание {day}"
    number = f" № {meeting.number}" if meeting.number else ""
    return f"Протокол{number} от {day}"


def _page(context: Context, entry: Entry[Meeting]) -> Page:
    archive, record = context.archive, entry.record
    association = archive.associations[entry.association]
    year = entry.school_year
    before, after = _neighbours(context, entry)
    blocks, common = _blocks(record, _decisions(context, entry))
    return context.page(
        "minutes.html",
        address(entry),
        f"{minutes_title(record)} — {association.record.label}",
        entry=entry,
        trail=(*trail_to(context, association), (year.title, year_address(association.id, year))),
        description=_description(association, record),
        files=published_files(entry),
        association=association,
        metadata=partial(meeting, archive, entry),
        bodies=[association, *(archive.associations[name] for name in record.joint_with)],
        heads=_heads(context, entry, association),
        body_of=_body_of(association),
        roles=Role,
        head=_office(context, association, record, Role.HEAD),
        secretary=_office(context, association, record, Role.SECRETARY),
        attendance=attendance_line(record),
        present=_attendees(context, record, absent=False),
        absent=_attendees(context, record, absent=True),
        invited=_invited(context, association, record),
        numbers=record.agenda_numbers(),
        reviews=_reviews(context, entry),
        blocks=blocks,
        common=common,
        force=_force(context, entry, association),
        signers=_signers(context, association, record),
        planned=archive.relations.planned_as.get(entry.id, ()),
        practices=archive.relations.recommended.get(entry.id, ()),
        papers=public(archive.relations.approved_by.get((Kind.MEETING, entry.id), ())),
        before=before,
        after=after,
        searched=(_sought(entry, association),),
    )


def _sought(entry: Entry[Meeting], association: Entry[Association]) -> Sought:
    """How the search finds it: under the theme as well, and by whose meeting it was."""
    note = ". ".join(filter(None, (association.record.label, entry.record.theme)))
    title = minutes_title(entry.record)
    facets = (("association", association.record.label),)
    return Sought(SoughtKind.MINUTES, note, facets, year=entry.school_year, title=title)


def _description(association: Entry[Association], meeting: Meeting) -> str:
    theme = meeting.theme or meeting.agenda[0].text
    return f"{association.record.name}, {long_date(meeting.date)}: {theme}"


def _heads(context: Context, entry: Entry[Meeting], association: Entry[Association]) -> list[str]:
    """The organisations at the head of the minutes: written ones, else founder and host."""
    own = entry.record.headline_organisations
    usual = (association.record.founder, association.record.host_organisation)
    organisations = context.archive.organisations
    return [organisations[name].record.name for name in own or usual if name]


def _body_of(association: Entry[Association]) -> str:
    """Whose meeting it was, in the genitive where the record gives it."""
    record = association.record
    genitive = record.name_genitive
    methodical = record.kind in _METHODICAL
    kind = "методического" if methodical else "учебно-методического"
    return f"{kind} объединения {genitive}" if genitive else f"объединения «{record.name}»"


def _office(
    context: Context, association: Entry[Association], meeting: Meeting, role: Role
) -> Shown | None:
    """Who held an office at the meeting: as written, else as the composition of that day has it."""
    written = meeting.head if role is Role.HEAD else meeting.secretary
    if written:
        return context.names.party(written, association, meeting.date)
    return context.names.holder(association, role, meeting.date)


def attendance_line(meeting: Meeting) -> str:
    """How many were there, in one sentence; what was not written down is not mentioned."""
    attendance, total = meeting.attendance, meeting.members_total
    present = attendance.present if attendance else None
    parts = []
    if present is not None:
        of_all = f" из {total}" if total is not None else ""
        parts.append(f"Присутствовали — {_people(present)}{of_all}")
    elif total is not None:
        parts.append(f"Всего в составе — {_people(total)}")
    if attendance and attendance.connections is not None:
        parts.append(count(attendance.connections, "подключение", "подключения", "подключений"))
    if attendance and attendance.absent_count is not None:
        parts.append(f"отсутствовали — {attendance.absent_count}")
    attached = " (список прилагается)" if attendance and attendance.list_attached else ""
    return "; ".join(parts) + attached


def _people(number: int) -> str:
    return count(number, "человек", "человека", "человек")


def _attendees(context: Context, meeting: Meeting, *, absent: bool) -> list[AttendeeRow]:
    """The attendance list in the order of the alphabet (004, Приложение 2)."""
    people = meeting.attendance.people if meeting.attendance else ()
    rows = [
        AttendeeRow(_attendee(context, row, meeting.date), row.status, row.reason)
        for row in people
        if (row.status is AttendanceStatus.ABSENT) is absent
    ]
    return sorted(rows, key=lambda row: row.shown.full_name or row.shown.line)


def _attendee(context: Context, row: Attendee, day: date) -> Shown:
    return context.names.member(row, day)


def _invited(context: Context, association: Entry[Association], meeting: Meeting) -> list[Shown]:
    """Guests in the order of the alphabet (004, Приложение 2)."""
    shown = [context.names.party(guest, association, meeting.date) for guest in meeting.invited]
    return sorted(shown, key=lambda guest: guest.full_name or guest.line)


def _reviews(context: Context, entry: Entry[Meeting]) -> list[ReviewRow]:
    rows = []
    for review in entry.record.reviews:
        key = decision_id(review.decision, entry)
        held, decision = context.archive.relations.decisions[key]
        number = key.rpartition("#")[2]
        rows.append(ReviewRow(review, held, number, anchor(number), decision.text))
    return rows


def _decisions(context: Context, entry: Entry[Meeting]) -> list[DecisionRow]:
    state = context.archive.relations.decision_state
    return [
        DecisionRow(number, anchor(number), decision, state(f"{entry.id}#{number}"))
        for number, decision in zip(
            entry.record.decision_numbers(), entry.record.decisions, strict=True
        )
    ]


def _blocks(meeting: Meeting, rows: list[DecisionRow]) -> tuple[list[Block], list[DecisionRow]]:
    """Put each decision behind the last hearing of its question; the rest are common."""
    blocks = [Block(hearing, []) for hearing in meeting.hearings]
    common: list[DecisionRow] = []
    for row in rows:
        asked = {number.partition(".")[0] for number in row.decision.agenda}
        fitting = [b for b in blocks if asked & {n.partition(".")[0] for n in b.hearing.agenda}]
        (fitting[-1].decisions if fitting else common).append(row)
    return blocks, common


def _force(context: Context, entry: Entry[Meeting], association: Entry[Association]) -> str | None:
    """What the regulation of that day says of the weight of decisions (004, п. 23)."""
    case = Case(context.archive, association, entry.school_year, entry.record.date)
    for _, norm in case.norms("legal_force", entry.record.date):
        if norm.force is LegalForce.ADVISORY:
            clause = f" ({norm.clause} положения)" if norm.clause else ""
            return f"Решения объединения носят рекомендательный характер{clause}."
    return None


def _signers(
    context: Context, association: Entry[Association], meeting: Meeting
) -> list[SignerRow]:
    return [
        SignerRow(context.names.signer(signature, association, meeting.date), signature.date)
        for signature in meeting.signatures
    ]


def _neighbours(
    context: Context, entry: Entry[Meeting]
) -> tuple[Entry[Meeting] | None, Entry[Meeting] | None]:
    """The meetings before and after, of the same association and year."""
    key = (entry.association, entry.school_year)
    row = context.archive.relations.meetings[key]
    place = row.index(entry)
    before = row[place - 1] if place else None
    after = row[place + 1] if place + 1 < len(row) else None
    return before, after
