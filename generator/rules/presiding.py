"""The norm about who leads a meeting, and who stands in for the head."""

from datetime import date
from typing import NamedTuple

from generator.load import Entry
from generator.models import Meeting
from generator.models.norms import RoleNorm
from generator.models.vocabulary import Presiding, Role
from generator.rules.attendance import held_by, holders, took_part
from generator.rules.case import Case
from generator.rules.finding import Finding, NormKind, State
from generator.rules.words import Found, found, meeting_name, nothing_yet, proof

Offices = dict[Role, tuple[str, RoleNorm]]
"""The offices that may lead a meeting, each with the norm that says so."""


class Leader(NamedTuple):
    """The offices of whoever led a meeting, or why they are not known, and the missing field."""

    offices: frozenset[Role] = frozenset()
    unknown: str = ""
    missing: str = ""


def presided_rightly(case: Case) -> Found:
    """A meeting is led by whom the norm names: the head; the deputy in the head's absence; the
    coordinator beside the head (001 п. 2.1, 003 п. 4.2, 004 п. 21)."""
    days = [(entry, _presiding(case, entry.record.date)) for entry in case.held]
    looked = [_presided(case, entry, offices) for entry, offices in days if offices]
    yield from looked
    if not looked and (offices := _presiding(case, case.year.ends)):
        main = _main(offices)
        clause = _clause(main)
        yield nothing_yet(case, NormKind.PRESIDING, main, "заседаний", clause=clause)


def acting_head(case: Case, entry: Entry[Meeting]) -> Role | None:
    """The office that led a meeting in the head's stead, where a norm lets it."""
    offices = _presiding(case, entry.record.date)
    role = _best(_leader(case, entry), offices)
    return role if role and offices[role][1].presides is Presiding.INSTEAD else None


def _presiding(case: Case, day: date) -> Offices:
    """Who may lead a meeting, where a norm says who must; of two regulations the first is heard."""
    offices: Offices = {}
    for source in case.norms("roles", day):
        if source[1].presides:
            offices.setdefault(source[1].role, source)
    must = any(norm.presides is Presiding.ALWAYS for _, norm in offices.values())
    return offices if must else {}


def _main(offices: Offices) -> tuple[str, RoleNorm]:
    return next(s for s in offices.values() if s[1].presides is Presiding.ALWAYS)


def _clause(source: tuple[str, RoleNorm]) -> str:
    return source[1].presides_clause or source[1].clause or ""


def _best(leader: Leader, offices: Offices) -> Role | None:
    """Of several offices of one person the one that may lead without a condition."""
    may = [role for role in offices if role in leader.offices]
    conditional = [role for role in may if offices[role][1].presides is Presiding.INSTEAD]
    return next((role for role in may if role not in conditional), None) or next(iter(may), None)


def _presided(case: Case, entry: Entry[Meeting], offices: Offices) -> Finding:
    leader, main = _leader(case, entry), _main(offices)
    more = {"subject": meeting_name(entry), "evidence": proof(entry)}
    kind = NormKind.PRESIDING
    if leader.missing:
        more |= {"clause": _clause(main), "missing": leader.missing}
        return found(kind, State.UNKNOWN, leader.unknown, main, **more)
    role, head = _best(leader, offices), case.office(main[1].role)
    source = offices[role] if role else main
    more["clause"] = _clause(source)
    if role is None:
        others = [case.office(one) for one in Role if one in leader.offices]
        who = others[0] if others else "тот, кто в этот день в составе не числился"
        message = f"вёл не {head}, а {who}"
        return found(kind, State.VIOLATED, message, source, **more)
    message = f"вёл {case.office(role)}"
    if source[1].presides is not Presiding.INSTEAD:
        return found(kind, State.MET, message, source, **more)
    there = took_part(entry, _heads(case, entry))
    if there is None:
        message = f"{message}, а отсутствовал ли {head}, не записано"
        return found(kind, State.UNKNOWN, message, source, missing="attendance.people", **more)
    if there:
        message = f"{message}, хотя {head} присутствовал"
    return found(kind, State.VIOLATED if there else State.MET, message, source, **more)


def _leader(case: Case, entry: Entry[Meeting]) -> Leader:
    """Who led a meeting; where nobody is named it was the head, if there is one who was there."""
    party, heads = entry.record.presided_by, _heads(case, entry)
    if party is None:
        return _unnamed_leader(case, entry, heads)
    roles = frozenset({party.role}) if party.role else None
    if party.person and roles is None:
        at_head = party.person in heads
        roles = frozenset({Role.HEAD}) if at_head else held_by(case, entry, party.person)
    if roles is None:
        message = "не записана роль в объединении того, кто вёл"
        return Leader(unknown=message, missing="presided_by.role")
    return Leader(roles)


def _unnamed_leader(case: Case, entry: Entry[Meeting], heads: frozenset[str]) -> Leader:
    head = case.office(Role.HEAD)
    if not heads and not entry.record.head:
        message = f"не записано, кто вёл: {head} в составе не найден"
    elif took_part(entry, heads) is False:
        message = f"не записано, кто вёл: {head} отсутствовал"
    else:
        return Leader(frozenset({Role.HEAD}))
    return Leader(unknown=message, missing="presided_by")


def _heads(case: Case, entry: Entry[Meeting]) -> frozenset[str]:
    """Whoever was head on that day: by the composition and by the minutes themselves."""
    written = entry.record.head.person if entry.record.head else None
    return holders(case, entry, Role.HEAD) | (frozenset({written}) if written else frozenset())
