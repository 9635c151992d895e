"""Norms about people: the composition, the offices and who may hold them."""

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

from generator.load import Entry
from generator.models import Association, Membership, Person
from generator.models.norms import CompositionNorm, Demand, MinMembersNorm, RoleNorm
from generator.models.vocabulary import ConsentField, DocumentKind, Role
from generator.rules.case import Case
from generator.rules.finding import Finding, NormKind, State
from generator.rules.words import Found, awaited, found, meeting_name, missed, proof
from generator.values import count, short_date

_DAY = timedelta(days=1)


def composition_approved(case: Case) -> Found:
    """An act approves the composition for the school year, by its first day (001 п. 2.2)."""
    for source in case.norms("composition", case.year.ends):
        yield _approved(case, source)


def _approved(case: Case, source: tuple[str, CompositionNorm]) -> Finding:
    kind, body = NormKind.COMPOSITION, case.association
    rows = (row for row in body.record.compositions if row.year == case.year)
    act = next((row.act for row in rows if row.act), None)
    papers = [d for d in case.documents if d.record.kind is DocumentKind.COMPOSITION_ORDER]
    public = [d for d in papers if d.record.visibility == "public"]
    if act or papers:
        number = act.number if act else papers[0].record.number
        message = f"приказ есть{f': № {number}' if number and (act or public) else ''}"
        return found(kind, State.MET, message, source, evidence=proof(body, *public[:1]))
    due, advice = case.lessons[0], "Внесите приказ в compositions объединения."
    state = awaited(case, due)
    return found(kind, state, "приказа о составе на год нет", source, due=due, advice=advice)


def enough_members(case: Case) -> Found:
    """The association has at least as many members as the norm says (004 п. 4)."""
    for source in case.norms("min_members", case.looked_at):
        yield _enough(case, source)


def _enough(case: Case, source: tuple[str, MinMembersNorm]) -> Finding:
    kind, total, wanted = NormKind.MIN_MEMBERS, case.composition_total, source[1].min
    evidence = proof(case.association)
    if total is None:
        missing = "compositions.total"
        return found(kind, State.UNKNOWN, "численность не записана", source, missing=missing)
    message = f"в составе {total}, нужно не меньше {wanted}"
    state = State.MET if total >= wanted else missed(case)
    return found(kind, state, message, source, evidence=evidence)


def offices_held(case: Case) -> Found:
    """Each office that must be held is held by one person on any day of the year (001 п. 2.1)."""
    for source in case.norms("roles", case.year.ends):
        if source[1].required:
            yield _held(case, source)


def _held(case: Case, source: tuple[str, RoleNorm]) -> Finding:
    role, kind = source[1].role, NormKind.OFFICES
    more = _about(case, source)
    if not any(row.role is role for row in case.association.record.memberships):
        advice = f"Внесите в состав объединения, кто {source[1].title}."
        due = case.year.ends
        state = awaited(case, due)
        return found(kind, state, "никто не назван", source, due=due, advice=advice, **more)
    for day in _days_of_change(case, role):
        holders = case.members(day, role)
        if len(holders) != 1:
            many = f"{len(holders)} сразу" if holders else "никого"
            state = State.VIOLATED if holders else missed(case)
            return found(kind, state, f"на {short_date(day)}: {many}", source, **more)
    return found(kind, State.MET, "должность занята", source, **more)


def _days_of_change(case: Case, role: Role) -> list[date]:
    """The days of the year so far on which the holder of an office may have changed."""
    record = case.association.record
    first = max(case.lessons[0], record.created_on or case.lessons[0])
    ends = record.liquidated_on or record.working_until or case.lessons[1]
    last = min(case.looked_at, ends)
    days = {first}
    for row in record.memberships:
        if row.role is role:
            days |= {row.from_date or first, (row.to_date + _DAY) if row.to_date else first}
    return sorted(day for day in days if first <= day <= last)


def head_has_category(case: Case) -> Found:
    """The head had one of the categories that the norm names on the day of the appointment
    (003 п. 3.3, 004 п. 16)."""
    return _holders(case, NormKind.CATEGORY, lambda norm: bool(norm.categories), _category)


def _category(case: Case, row: Membership, source: tuple[str, RoleNorm]) -> Finding:
    """What is said of a category needs a consent to publish it: without one nothing is said."""
    kind, person = NormKind.CATEGORY, _person(case, row)
    more = _about(case, source)
    if person is None or not person.allows(ConsentField.CATEGORY):
        message = "нет согласия на публикацию категории"
        return found(kind, State.UNKNOWN, message, source, missing="consent: category", **more)
    category = person.category
    if category is None:
        message = "категория не записана"
        return found(kind, State.UNKNOWN, message, source, missing="category", **more)
    if category.code not in source[1].categories:
        return found(kind, State.VIOLATED, category.code.label, source, **more)
    if category.since is None or row.from_date is None:
        missing = "category.since" if row.from_date else "memberships.from"
        message = f"{category.code.label}; была ли она в день назначения, не записано"
        return found(kind, State.UNKNOWN, message, source, missing=missing, **more)
    if category.since > row.from_date:
        message = f"{category.code.label} с {short_date(category.since)}, после назначения"
        return found(kind, State.VIOLATED, message, source, **more)
    return found(kind, State.MET, category.code.label, source, **more)


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
    message = f"приказ № {row.act.number}" if row.act.number else "приказ есть"
    return found(kind, State.MET, message, source, **more)


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
    return {"subject": source[1].title.capitalize(), "evidence": proof(case.association)}


def _agreed(case: Case, row: Membership, source: tuple[str, RoleNorm]) -> Finding:
    kind = NormKind.CANDIDATE
    more = _about(case, source)
    day = row.agreement.date if row.agreement else None
    if day is None:
        message = f"согласование ({source[1].agreed_with}) не записано"
        return found(kind, State.UNKNOWN, message, source, missing="memberships.agreement", **more)
    if row.from_date and day > row.from_date:
        message = f"согласовано {short_date(day)}, после назначения"
        return found(kind, State.VIOLATED, message, source, **more)
    return found(kind, State.MET, f"согласовано {short_date(day)}", source, **more)


def secretary_is_member(case: Case) -> Found:
    """The secretary is one of the members (001 п. 2.1)."""
    for source in case.norms("roles", case.looked_at):
        if source[1].from_members:
            strangers = list(_outside_secretaries(case, source))
            yield from strangers or [_secretary(case, source)]


def _secretary(case: Case, source: tuple[str, RoleNorm]) -> Finding:
    kind, evidence = NormKind.SECRETARY, proof(case.association)
    if case.members(case.looked_at, source[1].role):
        message = f"{source[1].title} стоит в составе"
        return found(kind, State.MET, message, source, evidence=evidence)
    message, missing = "никто не назван", "memberships"
    return found(kind, State.UNKNOWN, message, source, missing=missing, evidence=evidence)


def _outside_secretaries(case: Case, source: tuple[str, RoleNorm]) -> Iterator[Finding]:
    """Meetings at which somebody from outside kept the minutes."""
    for entry in case.held:
        party = entry.record.secretary
        own = {row.person for row in case.members(entry.record.date)}
        if party and party.person and party.person not in own:
            kind, message = NormKind.SECRETARY, "протокол вёл тот, кого нет в составе"
            subject, evidence = meeting_name(entry), proof(entry)
            yield found(kind, State.VIOLATED, message, source, subject=subject, evidence=evidence)


def child_heads_belong(case: Case) -> Found:
    """Heads of the associations below belong to this one (001 п. 2.6)."""
    for source in case.norms("child_heads", case.looked_at):
        children = list(_children(case))
        for child in children:
            yield _child(case, child, source)
        if not children:
            yield found(NormKind.CHILD_HEADS, State.MET, "подчинённых объединений нет", source)


def _children(case: Case) -> Iterator[Entry[Association]]:
    """The associations below that live on that day."""
    for child in case.archive.relations.children.get(case.association.id, ()):
        begun, ended = child.record.created_on, child.record.liquidated_on
        ended = ended or child.record.working_until
        day = case.looked_at
        if (begun is None or begun <= day) and (ended is None or ended >= day):
            yield child


def _child(case: Case, child: Entry[Association], source: tuple[str, Demand]) -> Finding:
    kind, own = NormKind.CHILD_HEADS, {row.person for row in case.members(case.looked_at)}
    heads = [
        row
        for row in child.record.memberships
        if row.role is Role.HEAD and row.active(case.looked_at)
    ]
    named = [row.person for row in heads if row.person]
    more: dict[str, Any] = {
        "subject": child.record.label,
        "evidence": proof(case.association, child),
    }
    if not named:
        message = "руководитель не назван человеком из people.yml"
        return found(kind, State.UNKNOWN, message, source, missing="memberships.person", **more)
    if any(person not in own for person in named):
        advice = "Включите руководителя в состав следующим приказом."
        message = "руководителя нет в составе"
        return found(kind, missed(case), message, source, advice=advice, **more)
    return found(kind, State.MET, "руководитель в составе", source, **more)


def members_teach_the_subjects(case: Case) -> Found:
    """Members teach a subject of the association (003 п. 3.1)."""
    own = {subject.casefold() for subject in case.association.record.subjects}
    for source in case.norms("member_subjects", case.looked_at):
        evidence, kind = proof(case.association), NormKind.SUBJECTS
        if not own:
            message = "предметы объединения не записаны"
            yield found(kind, State.UNKNOWN, message, source, missing="subjects", evidence=evidence)
            continue
        taught = [p.subjects for row in case.members(case.looked_at) if (p := _person(case, row))]
        known = [{subject.casefold() for subject in subjects} for subjects in taught if subjects]
        other = sum(own.isdisjoint(subjects) for subjects in known)
        if other:
            said = count(other, "человек преподаёт", "человека преподают", "человек преподают")
            yield found(kind, missed(case), f"{said} другие предметы", source, evidence=evidence)
        elif not known:
            message, missing = "предметы членов не записаны", "people.subjects"
            yield found(kind, State.UNKNOWN, message, source, missing=missing)
        else:
            message = f"предметы сходятся у всех, о ком они записаны: {len(known)}"
            yield found(kind, State.MET, message, source, evidence=evidence)
