"""Norms about offices: that each is held by one person, and who may hold it."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from generator.models import Membership, Person
from generator.models.norms import RoleNorm
from generator.models.vocabulary import ActKind, ConsentField, ConsentPurpose, Role
from generator.rules.attendance import held_by
from generator.rules.case import MEMBERS, Case, ended
from generator.rules.finding import Finding, NormKind, State
from generator.rules.words import Found, awaited, found, meeting_name, missed, numbered, proof
from generator.values import count, short_date

_DAY = timedelta(days=1)


def offices_held(case: Case) -> Found:
    """Each office that must be held is held by one person on any day of the year (001 п. 2.1).

    A gap that is filled and two holders at once cannot be undone; an empty office can be filled.
    """
    for source in case.norms("roles", case.looked_at):
        if source[1].required:
            yield _held(case, source)


def _held(case: Case, source: tuple[str, RoleNorm]) -> Finding:
    role, kind, more = source[1].role, NormKind.OFFICES, _about(case, source)
    if not any(row.role is role for row in case.association.record.memberships):
        advice = f"Внесите в состав объединения, кто {source[1].title}."
        due = case.year.ends
        state = awaited(case, due)
        return found(kind, state, "никто не назван", source, due=due, advice=advice, **more)
    for day in _days_of_change(case, source):
        number = _holders_on(case, role, day)
        if number == 0:
            state = State.VIOLATED if _holders_on(case, role, case.looked_at) else missed(case)
            message = f"на {short_date(day)} должность никто не занимал"
            return found(kind, state, message, source, **more)
        if number > 1:
            people = count(number, "человек", "человека", "человек")
            message = f"на {short_date(day)} должность занимали сразу {people}"
            return found(kind, State.VIOLATED, message, source, **more)
    return found(kind, State.MET, "должность занята", source, **more)


def _holders_on(case: Case, role: Role, day: date) -> int:
    """How many hold an office on a day; a new term of the same person is the same holder."""
    rows = case.members(day, role)
    return len({(row.person, None if row.person else row.position) for row in rows})


def _days_of_change(case: Case, source: tuple[str, RoleNorm]) -> list[date]:
    """The days so far, from which the norm holds, on which a holder may have changed."""
    record, norm = case.association.record, source[1]
    starts = (norm.valid_from, case.archive.regulations[source[0]].record.valid_from)
    first = max(day for day in (case.starts, *starts) if day)
    last = min(case.looked_at, ended(record) or case.looked_at)
    days = {first}
    for row in record.memberships:
        if row.role is norm.role:
            days |= {row.from_date or first, (row.to_date + _DAY) if row.to_date else first}
    return sorted(day for day in days if first <= day <= last)


def head_has_category(case: Case) -> Found:
    """The head had one of the categories that the norm names on the day of the appointment
    (003 п. 3.3, 004 п. 16)."""
    return _holders(case, NormKind.CATEGORY, lambda norm: bool(norm.categories), _category)


def _category(case: Case, row: Membership, source: tuple[str, RoleNorm]) -> Finding:
    """What is said of a category needs a consent to publish it: without one nothing is said.

    The record has the present category alone: one that came after the appointment tells nothing
    of that day.
    """
    kind, person, more = NormKind.CATEGORY, _person(case, row), _about(case, source)
    if message := _unsaid(person):
        missing = "memberships.person" if person is None else "consent: category"
        return found(kind, State.UNKNOWN, message, source, missing=missing, **more)
    category = person.category if person else None
    if category is None:
        message = "категория не записана"
        return found(kind, State.UNKNOWN, message, source, missing="category", **more)
    label, since, begun = category.code.label, category.since, row.from_date
    if since is None or begun is None:
        missing = "category.since" if begun else "memberships.from"
        message = f"{label}; была ли она в день назначения, не записано"
        return found(kind, State.UNKNOWN, message, source, missing=missing, **more)
    if since > begun:
        message = f"{label} с {short_date(since)}; какая была в день назначения, не записано"
        return found(kind, State.UNKNOWN, message, source, missing="category", **more)
    state = State.MET if category.code in source[1].categories else State.VIOLATED
    return found(kind, state, f"в день назначения — {label}", source, **more)


def _unsaid(person: Person | None) -> str:
    """Why nothing may be said of somebody's category; empty where it may be told.

    A finding stands on pages, in calendars and in open data: it needs a consent to each.
    """
    if person is None:
        return "не назван человеком из people.yml"
    everywhere = all(person.allows(ConsentField.CATEGORY, purpose) for purpose in ConsentPurpose)
    return "" if everywhere else "нет согласия на публикацию категории"


def _person(case: Case, row: Membership) -> Person | None:
    entry = case.archive.people.get(row.person or "")
    return entry.record if entry else None


def appointed_by_order(case: Case) -> Found:
    """Whoever holds an office that an order gives has that order on record (001 п. 2.1,
    003 п. 3.3, 004 п. 16, 18.4)."""
    return _holders(case, NormKind.APPOINTMENT, lambda norm: bool(norm.by_order), _appointed)


def _appointed(case: Case, row: Membership, source: tuple[str, RoleNorm]) -> Finding:
    kind, more = NormKind.APPOINTMENT, _about(case, source)
    if row.act is None:
        message, missing = "приказ не записан", "memberships.act"
        return found(kind, State.UNKNOWN, message, source, missing=missing, **more)
    named = numbered(row.act.kind.label, row.act.number, row.act.date)
    if row.act.kind is not ActKind.ORDER:
        return found(kind, State.VIOLATED, f"{named}, а нужен приказ", source, **more)
    return found(kind, State.MET, named, source, **more)


def candidates_agreed(case: Case) -> Found:
    """Whoever is to hold the office was agreed upon before (002 а))."""
    return _holders(case, NormKind.CANDIDATE, lambda norm: bool(norm.agreed_with), _agreed)


def _holders(
    case: Case,
    kind: NormKind,
    concerned: Callable[[RoleNorm], bool],
    judged: Callable[[Case, Membership, tuple[str, RoleNorm]], Finding],
) -> Found:
    """Judge everybody who holds an office that a norm speaks of."""
    for source in case.norms("roles", case.looked_at):
        if not concerned(source[1]):
            continue
        rows = case.members(case.looked_at, source[1].role)
        for row in rows:
            yield judged(case, row, source)
        if not rows:
            message, missing = "никто не назван", "memberships"
            more = _about(case, source)
            yield found(kind, State.UNKNOWN, message, source, missing=missing, **more)


def _about(case: Case, source: tuple[str, RoleNorm]) -> dict[str, Any]:
    """What a finding about an office is about."""
    title = source[1].title
    return {"subject": title[:1].upper() + title[1:], "evidence": proof(case.association)}


def _agreed(case: Case, row: Membership, source: tuple[str, RoleNorm]) -> Finding:
    kind = NormKind.CANDIDATE
    more = _about(case, source)
    day = row.agreement.date if row.agreement else None
    if day is None:
        message = f"согласование ({source[1].agreed_with}) не записано"
        return found(kind, State.UNKNOWN, message, source, missing="memberships.agreement", **more)
    if row.from_date is None:
        message = f"согласовано {short_date(day)}; когда назначение, не записано"
        return found(kind, State.UNKNOWN, message, source, missing="memberships.from", **more)
    if day > row.from_date:
        message = f"согласовано {short_date(day)}, после назначения {short_date(row.from_date)}"
        return found(kind, State.VIOLATED, message, source, **more)
    return found(kind, State.MET, f"согласовано {short_date(day)}", source, **more)


def secretary_is_member(case: Case) -> Found:
    """The secretary is one of the members: who holds the office, and who keeps the minutes
    (001 п. 2.1)."""
    strangers = list(_strangers(case))
    yield from strangers
    for source in case.norms("roles", case.looked_at):
        if source[1].from_members and source[0] not in {one.regulation for one in strangers}:
            yield _secretary(case, source)


def _secretary(case: Case, source: tuple[str, RoleNorm]) -> Finding:
    kind, evidence = NormKind.SECRETARY, proof(case.association)
    if case.members(case.looked_at, source[1].role):
        message = f"{source[1].title} стоит в составе"
        return found(kind, State.MET, message, source, evidence=evidence)
    message, missing = f"{source[1].title} не назван", "memberships"
    return found(kind, State.UNKNOWN, message, source, missing=missing, evidence=evidence)


def _strangers(case: Case) -> Iterator[Finding]:
    """Meetings at which somebody else kept the minutes. Of a joint one any body's member may."""
    kind = NormKind.SECRETARY
    for entry in case.held:
        party = entry.record.secretary
        if party is None or party.person is None:
            continue
        roles = held_by(case, entry, party.person)
        more = {"subject": meeting_name(entry), "evidence": proof(entry)}
        for source in case.norms("roles", entry.record.date):
            if source[1].role is not Role.SECRETARY or not source[1].from_members:
                continue
            if roles is None:
                message, missing = "кто вёл протокол, в составе не записан", "memberships"
                yield found(kind, State.UNKNOWN, message, source, missing=missing, **more)
            elif roles.isdisjoint(MEMBERS):
                message = "протокол вёл тот, кто в тот день не был членом объединения"
                yield found(kind, State.VIOLATED, message, source, **more)
