"""The minutes of a meeting as a paper: Приложение 2 to 004, and what real minutes add to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.archive import DecisionState
from generator.archive.index import decision_id
from generator.load import Entry, Kind
from generator.models import Association, Decision, DecisionReview, Meeting
from generator.models.meeting import Hearing
from generator.models.vocabulary import (
    AssociationKind,
    DocumentKind,
    LegalForce,
    MeetingStatus,
    Role,
)
from generator.pages.addresses import anchor
from generator.pages.context import Context
from generator.pages.forms.attendance import (
    AttendanceWords,
    AttendeeRow,
    attendance_words,
    attendees,
)
from generator.pages.forms.keeping import is_lasting
from generator.pages.names import Shown, role_title
from generator.rules.case import Case

_METHODICAL = frozenset(
    {
        AssociationKind.DISTRICT_SUBJECT,
        AssociationKind.MUNICIPAL_SUBJECT,
        AssociationKind.INTERSCHOOL,
        AssociationKind.NETWORK,
        AssociationKind.SCHOOL,
    }
)

USUAL_SIGNERS = (Role.HEAD, Role.SECRETARY)
"""Who signs where the regulation does not say (004, Приложение 2)."""


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
class SignerRow:
    """A line for a signature: of somebody who signed on a day, or of an office that is to sign."""

    shown: Shown
    date: date | None
    recorded: bool = True


@dataclass(frozen=True, slots=True)
class MinutesPaper:
    """All that stands in the minutes beside the record's own words.

    `voting` tells that the regulation of the day sets voting, `brief` that it has minutes in short
    form, `lasting` that they are kept for more than ten years.
    """

    title: str
    heads: list[str]
    body_of: str
    head: Shown | None
    secretary: Shown | None
    attendance: AttendanceWords
    present: list[AttendeeRow]
    absent: list[AttendeeRow]
    invited: list[Shown]
    numbers: tuple[str, ...]
    reviews: list[ReviewRow]
    blocks: list[Block]
    common: list[DecisionRow]
    force: str | None
    signers: list[SignerRow]
    voting: bool
    brief: bool
    lasting: bool


def minutes_paper(context: Context, entry: Entry[Meeting]) -> MinutesPaper:
    """Work out what the minutes of a meeting say."""
    record = entry.record
    case = case_of(context, entry)
    blocks, common = course(record, decision_rows(context, entry))
    return MinutesPaper(
        title=paper_title(record),
        heads=heads(context, entry),
        body_of=body_of(case.association),
        head=office(context, entry, Role.HEAD),
        secretary=office(context, entry, Role.SECRETARY),
        attendance=attendance_words(record),
        present=attendees(context, record, absent=False),
        absent=attendees(context, record, absent=True),
        invited=invited(context, entry),
        numbers=record.agenda_numbers(),
        reviews=review_rows(context, entry),
        blocks=blocks,
        common=common,
        force=legal_force(case),
        signers=signers(context, entry, case),
        voting=any(case.norms("vote", case.day)),
        brief=is_brief(case),
        lasting=is_lasting(case, DocumentKind.MINUTES, (Kind.MEETING, entry.id)),
    )


def case_of(context: Context, entry: Entry[Meeting]) -> Case:
    """The association and its norms as they were on the day of the meeting."""
    association = context.archive.associations[entry.association]
    return Case(context.archive, association, entry.school_year, entry.record.date)


def paper_title(meeting: Meeting) -> str:
    """What the paper is called; of a meeting that was not held there is only the agenda."""
    if not meeting.status.held:
        return "Повестка заседания"
    return "Проект протокола" if meeting.status is MeetingStatus.DRAFT else "Протокол"


def heads(context: Context, entry: Entry[Meeting]) -> list[str]:
    """The organisations at the head of the minutes: written ones, else the usual ones."""
    organisations = context.archive.organisations
    own = [organisations[name].record.name for name in entry.record.headline_organisations]
    return own or usual_heads(context, context.archive.associations[entry.association])


def usual_heads(context: Context, association: Entry[Association]) -> list[str]:
    """The organisations at the head of an association's papers: founder and host."""
    names = (association.record.founder, association.record.host_organisation)
    return [context.archive.organisations[name].record.name for name in names if name]


def body_of(association: Entry[Association]) -> str:
    """Whose meeting it was, in the genitive where the record gives it."""
    record = association.record
    genitive = record.name_genitive
    methodical = record.kind in _METHODICAL
    kind = "методического" if methodical else "учебно-методического"
    return f"{kind} объединения {genitive}" if genitive else f"объединения «{record.name}»"


def office(context: Context, entry: Entry[Meeting], role: Role) -> Shown | None:
    """Who held an office at the meeting: as written, else as the composition of that day has it."""
    association, meeting = context.archive.associations[entry.association], entry.record
    written = meeting.head if role is Role.HEAD else meeting.secretary
    if written:
        return context.names.party(written, association, meeting.date)
    return context.names.holder(association, role, meeting.date)


def invited(context: Context, entry: Entry[Meeting]) -> list[Shown]:
    """Guests in the order of the alphabet (004, Приложение 2)."""
    association, meeting = context.archive.associations[entry.association], entry.record
    shown = [context.names.party(guest, association, meeting.date) for guest in meeting.invited]
    return sorted(shown, key=lambda guest: guest.full_name or guest.line)


def review_rows(context: Context, entry: Entry[Meeting]) -> list[ReviewRow]:
    """The earlier decisions that the meeting looked at, as written."""
    rows = []
    for review in entry.record.reviews:
        key = decision_id(review.decision, entry)
        held, decision = context.archive.relations.decisions[key]
        number = key.rpartition("#")[2]
        rows.append(ReviewRow(review, held, number, anchor(number), decision.text))
    return rows


def decision_rows(context: Context, entry: Entry[Meeting]) -> list[DecisionRow]:
    """The decisions of the meeting with their numbers."""
    state = context.archive.relations.decision_state
    return [
        DecisionRow(number, anchor(number), decision, state(f"{entry.id}#{number}"))
        for number, decision in zip(
            entry.record.decision_numbers(), entry.record.decisions, strict=True
        )
    ]


def course(meeting: Meeting, rows: Sequence[DecisionRow]) -> tuple[list[Block], list[DecisionRow]]:
    """Put each decision behind the last hearing of its question; the rest are common."""
    blocks = [Block(hearing, []) for hearing in meeting.hearings]
    common: list[DecisionRow] = []
    for row in rows:
        asked = {number.partition(".")[0] for number in row.decision.agenda}
        fitting = [b for b in blocks if asked & {n.partition(".")[0] for n in b.hearing.agenda}]
        (fitting[-1].decisions if fitting else common).append(row)
    return blocks, common


def legal_force(case: Case) -> str | None:
    """What the regulation of that day says of the weight of decisions (004, п. 23)."""
    for _, norm in case.norms("legal_force", case.day):
        if norm.force is LegalForce.ADVISORY:
            clause = f" ({norm.clause} положения)" if norm.clause else ""
            return f"Решения объединения носят рекомендательный характер{clause}."
    return None


def is_brief(case: Case) -> bool:
    """Whether the regulation of that day has minutes in short form (004: «краткая»)."""
    return any("кратк" in (norm.form or "") for _, norm in case.norms("minutes", case.day))


def signers(context: Context, entry: Entry[Meeting], case: Case) -> list[SignerRow]:
    """Who has signed the minutes, then who is still to sign them; nobody signs an agenda.

    Those sign whom the regulation of the day names, else the head and the secretary.
    """
    meeting = entry.record
    if not meeting.status.held:
        return []
    rows = [
        SignerRow(context.names.signer(one, case.association, case.day), one.date)
        for one in meeting.signatures
    ]
    signed = {one.role for one in meeting.signatures}
    if None in signed:  # somebody signed without an office: nobody can tell whose is missing
        return rows
    awaited = signing_roles(case) or (() if rows else USUAL_SIGNERS)
    return rows + [
        SignerRow(_awaited(context, entry, role), None, recorded=False)
        for role in awaited
        if role not in signed
    ]


def signing_roles(case: Case) -> tuple[Role, ...]:
    """Who signs minutes by the regulation of the day; nobody where it does not say."""
    norms = (norm.signers for _, norm in case.norms("minutes", case.day))
    return next(filter(None, norms), ())


def _awaited(context: Context, entry: Entry[Meeting], role: Role) -> Shown:
    """An office that is to sign, and who held it at the meeting, by name where that is allowed."""
    association = context.archive.associations[entry.association]
    presided = entry.record.presided_by
    if role is Role.HEAD and presided:
        chair = context.names.party(presided, association, entry.record.date)
        return Shown(name=chair.name, position="председательствующий")
    holder = office(context, entry, role)
    title = role_title(context.archive, association, role)
    return Shown(name=holder.name if holder else None, position=title)
