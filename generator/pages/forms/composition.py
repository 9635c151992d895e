"""The composition of an association: who belongs to it, and the paper for signature.

The members stand in the composition by number, offices first, then the alphabet; behind them,
without a number, those who work beside it (004: методист-координатор). Who has given no consent
to be named is there by post, and the name is written by hand.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from generator.archive.years import running_year
from generator.load import Entry
from generator.models import Association, Membership, Person
from generator.models.parts import Act
from generator.models.vocabulary import ActKind, ConsentField, Role
from generator.pages.context import Context
from generator.pages.forms.minutes import body_of
from generator.pages.forms.stamps import Stamp, head_of
from generator.pages.names import Names, Shown, role_title
from generator.rules.case import MEMBERS, Case
from generator.text import unfilled
from generator.values import SchoolYear, count, short_date

_ROLE_ORDER = list(Role)
_LAST = "\uffff"
"""Behind every name in the order of the alphabet."""
_BY = {
    ActKind.ORDER: "приказом",
    ActKind.RESOLUTION: "постановлением",
    ActKind.MINUTES: "протоколом",
    ActKind.LETTER: "письмом",
    ActKind.LAW: "законом",
    ActKind.CODE: "кодексом",
    ActKind.CERTIFICATE: "свидетельством",
}


@dataclass(frozen=True, slots=True)
class MemberRow:
    """A line of the table of members; `number` is empty for those who work beside them."""

    number: str
    role: str
    shown: Shown
    details: tuple[str, ...]
    note: str | None
    period: str


@dataclass(frozen=True, slots=True)
class CompositionPaper:
    """The composition of a school year as it is printed for signature."""

    title: str
    approved: Stamp
    rows: tuple[MemberRow, ...]
    total: str
    unnamed: bool
    head: Shown


def composition_paper(
    context: Context, entry: Entry[Association], rows: tuple[MemberRow, ...]
) -> CompositionPaper:
    """Work out what the paper of the running year says of the members of today."""
    year = running_year(context.today)
    return CompositionPaper(
        title=f"Состав {body_of(entry)} на {year.title} учебный год",
        approved=_approved(context, entry, year),
        rows=rows,
        total=_total(entry, year, sum(bool(row.number) for row in rows)),
        unnamed=any(not row.shown.full_name for row in rows),
        head=head_of(context, entry, context.today),
    )


def members(
    context: Context, entry: Entry[Association]
) -> tuple[tuple[MemberRow, ...], tuple[MemberRow, ...]]:
    """The members of today and those of former days."""
    shown = [(member, _shown(context, member)) for member in entry.record.memberships]
    shown.sort(key=lambda pair: _place(*pair))
    active: list[MemberRow] = []
    former: list[MemberRow] = []
    for member, person in shown:
        if member.to_date is not None and member.to_date < context.today:
            former.append(_row(context, entry, member, person, ""))
        else:
            number = str(len(active) + 1) if member.role in MEMBERS else ""
            active.append(_row(context, entry, member, person, number))
    return tuple(active), tuple(former)


def _place(member: Membership, shown: Shown) -> tuple[bool, int, str, str]:
    """Where somebody stands: members, then others; by office, by name, without a name by post."""
    beside = member.role not in MEMBERS
    return beside, _ROLE_ORDER.index(member.role), shown.full_name or _LAST, shown.place


def _shown(context: Context, member: Membership) -> Shown:
    return context.names.member(member, member.to_date or context.today)


def _row(
    context: Context, home: Entry[Association], member: Membership, shown: Shown, number: str
) -> MemberRow:
    person = context.archive.people.get(member.person or "")
    return MemberRow(
        number=number,
        role=role_title(context.archive, home, member.role),
        shown=shown,
        details=tuple(_details(person.record, context.names)) if person else (),
        note=member.function or member.basis,
        period=_period(member.from_date, member.to_date),
    )


def _details(person: Person, names: Names) -> Iterator[str]:
    """What else somebody has agreed to see published."""
    if person.category and names.allows(person, ConsentField.CATEGORY):
        yield person.category.code.label
    if person.experience and names.allows(person, ConsentField.EXPERIENCE):
        yield f"стаж {count(person.experience.value, 'год', 'года', 'лет')}"
    if names.allows(person, ConsentField.AWARDS):
        yield from (award.title for award in person.awards)
    if names.allows(person, ConsentField.EXPERT_ROLES):
        yield from (f"экспертная работа: {role}" for role in person.expert_roles)
    if names.allows(person, ConsentField.SELF_EDUCATION):
        yield from (f"тема самообразования: {item.theme}" for item in person.self_education)


def _period(start: date | None, end: date | None) -> str:
    words = (f"с {short_date(start)}" if start else "", f"по {short_date(end)}" if end else "")
    return " ".join(word for word in words if word)


def _approved(context: Context, entry: Entry[Association], year: SchoolYear) -> Stamp:
    """The act that approves the composition of a year, else a line for one."""
    rows = (row.act for row in entry.record.compositions if row.year == year)
    act = next((act for act in rows if act), None)
    by = _BY[act.kind] if act else _usual(context, entry, year)
    return Stamp("УТВЕРЖДЁН", by=f"{by} {_dated(act)}", paper=(act and act.body) or "")


def _usual(context: Context, entry: Entry[Association], year: SchoolYear) -> str:
    """How the regulation has the composition approved: «приказом руководителя МУ УО»."""
    case = Case(context.archive, entry, year, year.begins)
    norms = (norm.by for _, norm in case.norms("composition", case.starts))
    return next(norms, _BY[ActKind.ORDER])


def _dated(act: Act | None) -> str:
    day = short_date(act.date) if act and act.date else unfilled.DAY
    return f"от {day} № {(act and act.number) or unfilled.WORD}"


def _total(entry: Entry[Association], year: SchoolYear, found: int) -> str:
    """How many members there are; where more or fewer stand in the list, that is said."""
    stated = next((row.total for row in entry.record.compositions if row.year == year), None)
    total = found if stated is None else stated
    listed = f" (в списке — {found})" if total != found else ""
    return f"Всего в составе: {count(total, 'человек', 'человека', 'человек')}{listed}"
