"""How each member took part in a year: came, spoke, gave an open lesson, described practices.

Only what is written down by name is counted, and of attendance only meetings whose minutes list
everybody who was there. A row shows a name where its owner agreed to that, and practices where
the owner agreed to be named as an author: the number beside a name would tell who wrote them.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from generator.load import Entry
from generator.models import Meeting, Membership, Party
from generator.models.vocabulary import AttendanceStatus, Role
from generator.pages.context import Context
from generator.pages.figures.activity import practices_of
from generator.pages.figures.lessons import may_be_author, open_lessons
from generator.pages.names import role_title
from generator.rules.case import MEMBERS, Case

_ROLES = list(Role)


@dataclass(frozen=True, slots=True)
class Member:
    """A member in numbers. `practices` is None where authorship may not be shown."""

    shown: str
    role: str
    attended: int
    expected: int
    spoke: int
    lessons: int
    practices: int | None


@dataclass(frozen=True, slots=True)
class Participation:
    """The members of a year. Of `held` meetings `listed` have a list by name.

    `unnamed` is how many stand in the composition by their post alone.
    """

    members: tuple[Member, ...]
    listed: int
    held: int
    unnamed: int


def participation(context: Context, case: Case) -> Participation | None:
    """Count; None where no meeting of the year has a list by name, or nobody can be told apart."""
    listed = [entry for entry in case.held if is_listed(entry.record)]
    named: defaultdict[str, list[Membership]] = defaultdict(list)
    unnamed = 0
    for row in _memberships(case):
        if row.person:
            named[row.person].append(row)
        else:
            unnamed += 1
    if not listed or not named:
        return None
    count = _count(context, case, listed)
    members = (_member(context, case, rows, count) for rows in named.values())
    return Participation(tuple(members), len(listed), len(case.held), unnamed)


@dataclass(frozen=True, slots=True)
class _Count:
    """Everybody's numbers, by the id of the person; who was there, by the day of the meeting."""

    there: tuple[tuple[date, frozenset[str]], ...]
    spoke: Counter[str]
    lessons: Counter[str]
    practices: Counter[str]


def _count(context: Context, case: Case, listed: list[Entry[Meeting]]) -> _Count:
    practices = practices_of(context, case.association.id, case.year)
    return _Count(
        there=tuple((entry.record.date, _those_there(entry.record)) for entry in listed),
        spoke=Counter(who for entry in case.held for who in speakers(entry.record)),
        lessons=Counter(who for who, _ in open_lessons(context, case)),
        practices=Counter(who for p in practices for who in _people(p.record.authors)),
    )


def is_listed(meeting: Meeting) -> bool:
    """Tell whether the minutes name everybody who was there: as many as they say were."""
    attendance = meeting.attendance
    if attendance is None:
        return False
    here = sum(row.status is not AttendanceStatus.ABSENT for row in attendance.people)
    return here > 0 and here == attendance.present


def speakers(meeting: Meeting) -> set[str]:
    """Who is named as a speaker or in the discussion."""
    named: list[Party] = []
    for item in meeting.agenda:
        named += item.speakers
        named += (who for part in item.sub_items for who in part.speakers)
    for hearing in meeting.hearings:
        named += hearing.speakers
        named += (who for remark in hearing.remarks for who in remark.speakers)
    return _people(named)


def _memberships(case: Case) -> Iterator[Membership]:
    """Who was of the composition at any time of the year, offices first."""
    first, last = case.year.begins, case.year.ends
    for row in sorted(case.association.record.memberships, key=lambda m: _ROLES.index(m.role)):
        begins, ends = row.from_date or first, row.to_date or last
        if row.role in MEMBERS and begins <= last and ends >= first:
            yield row


def _member(context: Context, case: Case, rows: list[Membership], count: _Count) -> Member:
    """One member; `rows` are the memberships of one person, the highest office first."""
    office, person = rows[0], str(rows[0].person)
    expected = [there for day, there in count.there if any(row.active(day) for row in rows)]
    day = min(office.to_date or case.year.ends, case.year.ends)
    return Member(
        shown=context.names.member(office, day).line,
        role=role_title(context.archive, case.association, office.role),
        attended=sum(person in there for there in expected),
        expected=len(expected),
        spoke=count.spoke[person],
        lessons=count.lessons[person],
        practices=count.practices[person] if may_be_author(context, person) else None,
    )


def _those_there(meeting: Meeting) -> frozenset[str]:
    people = meeting.attendance.people if meeting.attendance else ()
    here = (row.person for row in people if row.status is not AttendanceStatus.ABSENT)
    return frozenset(person for person in here if person)


def _people(parties: Iterable[Party]) -> set[str]:
    return {party.person for party in parties if party.person}
