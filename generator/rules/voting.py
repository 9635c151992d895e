"""Norms about votes: quorum, majority, openness, the weight of decisions."""

from collections.abc import Collection
from typing import Any, NamedTuple

from generator.load import Entry, Kind
from generator.models import Meeting
from generator.models.norms import QuorumNorm, VoteNorm
from generator.models.vocabulary import LegalForce, MeetingMode, VoteBase
from generator.rules.attendance import (
    guests_beside,
    left_out,
    members_present,
    members_total,
    voted,
)
from generator.rules.case import Case
from generator.rules.finding import Evidence, Finding, NormKind, State
from generator.rules.outcome import Outcome, outcome, reaches
from generator.rules.words import Found, by_meeting, by_norm, found, meeting_name, none_yet, proof
from generator.values import plural


def quorum_reached(case: Case) -> Found:
    """Of the composition on the day of the meeting so many took part as the norm says
    (001 п. 4.4). A poll counts where the norm says so, guests where theirs does."""
    pairs = by_meeting(case, "quorum", case.held)
    yield from [_quorum(case, entry, source) for entry, source in pairs] or none_yet(
        case, NormKind.QUORUM, "quorum", "заседаний"
    )


def _quorum(case: Case, entry: Entry[Meeting], source: tuple[str, QuorumNorm]) -> Finding:
    norm, kind = source[1], NormKind.QUORUM
    more = {"subject": meeting_name(entry), "evidence": proof(entry)}
    poll = entry.record.mode is MeetingMode.ABSENTEE
    if poll and norm.absentee_counts is None:
        message = "заседание заочное, а считать ли опрос, положение не говорит"
        return found(kind, State.UNKNOWN, message, source, missing="absentee_counts", **more)
    if poll and not norm.absentee_counts:
        message = "заочное голосование в кворум не засчитывается"
        return found(kind, State.VIOLATED, message, source, **more)
    came = _came(case, entry, source[0])
    total = members_total(case, entry)
    if came.missing or total is None:
        message = came.unknown or "не записано, сколько всего в составе"
        missing = came.missing or "members_total"
        return found(kind, State.UNKNOWN, message, source, missing=missing, **more)
    verb = plural(came.number, "участвовал", "участвовали", "участвовали")
    message = f"{verb} {came.number} из {total}{came.beside}"
    if came.members > total:
        message += ": в составе записаны не все"
        return found(kind, State.UNKNOWN, message, source, missing="members_total", **more)
    if reaches(norm.comparison, came.number, total, (norm.numerator, norm.denominator)):
        return found(kind, State.MET, message, source, **more)
    message += f", нужно {norm.comparison.label} {norm.numerator}/{norm.denominator}"
    return found(kind, State.VIOLATED, message, source, **more)


class _Came(NamedTuple):
    """How many count for a quorum, how many of them are members; else the missing field."""

    number: int = 0
    members: int = 0
    beside: str = ""
    unknown: str = ""
    missing: str = ""


def _came(case: Case, entry: Entry[Meeting], regulation: str) -> _Came:
    present = members_present(case, entry)
    if present is None and entry.record.mode is MeetingMode.ABSENTEE:
        present = _polled(entry.record)
    if present is None:
        what = "не записано, сколько членов участвовало"
        return _Came(unknown=what, missing="attendance")
    norms = case.norms("guests", entry.record.date)
    if not any(home == regulation and norm.count for home, norm in norms):
        uncounted = 0 if entry.record.joint_with else left_out(case, entry)
        beside = f" (не членов в списке: {uncounted}, они не в счёт)" if uncounted else ""
        return _Came(present, present, beside)
    guests = guests_beside(case, entry)
    if guests is None:
        what = "не записано, сколько было приглашённых"
        return _Came(unknown=what, missing="invited.count")
    beside = f" (из них приглашённых: {guests})" if guests else ""
    return _Came(present + guests, present, beside)


def _polled(meeting: Meeting) -> int | None:
    """How many took part in a poll: the most votes that were cast on one decision."""
    votes = [vote.cast for _, _, vote in voted(meeting) if vote and vote.cast is not None]
    return max(votes, default=None)


def majority_reached(case: Case) -> Found:
    """A decision that counts as taken has its majority, of those taking part, of the votes cast
    or of the composition; equal votes are settled as the norm says (001 п. 4.4, 004 п. 23)."""
    decided = [entry for entry in case.held if entry.record.decisions]
    pairs = by_meeting(case, "vote", decided, _has_base)
    yield from [_majority(case, entry, source) for entry, source in pairs] or none_yet(
        case, NormKind.MAJORITY, "vote", "решений", _has_base
    )


def _has_base(norm: VoteNorm) -> VoteBase | None:
    return norm.base


def _majority(case: Case, entry: Entry[Meeting], source: tuple[str, VoteNorm]) -> Finding:
    wrong: dict[str, Outcome] = {}
    unsure: dict[str, Outcome] = {}
    told, counted = [], 0
    for number, decision, vote in voted(entry.record):
        one, adopted = outcome(case, entry, vote, source[1]), decision.adopted is not False
        counted += one.carried is not None
        if one.missing:
            unsure[number] = one
        elif one.carried is not None and one.carried != adopted:
            wrong[number] = one
            told.append(f"решение {number} {'' if adopted else 'не '}принято, хотя {one.why}")
    kind, more = NormKind.MAJORITY, _about(entry, wrong or unsure, source[1])
    if wrong:
        advice = "Проверьте голоса и поле adopted."
        return found(kind, State.VIOLATED, "; ".join(told), source, advice=advice, **more)
    if unsure:
        message = f"голоса нельзя сосчитать: {_decisions(unsure)}"
        missing = ", ".join(sorted({one.missing for one in unsure.values()}))
        return found(kind, State.UNKNOWN, message, source, missing=missing, **more)
    without = "решено без голосования, положение его не требует"
    message = "итоги сходятся с голосами" if counted else without
    return found(kind, State.MET, message, source, **more)


def _about(entry: Entry[Meeting], decisions: dict[str, Outcome], norm: VoteNorm) -> dict[str, Any]:
    """What a finding is about: these decisions, or the whole meeting; by which clause."""
    ties = bool(decisions) and all(one.tie for one in decisions.values())
    return {
        "subject": meeting_name(entry),
        "evidence": _evidence(entry, decisions) if decisions else proof(entry),
        "clause": (norm.tie_clause if ties else None) or norm.clause or "",
    }


def _decisions(numbers: Collection[str]) -> str:
    """«решение 2», «решения 1, 2»."""
    return f"{'решение' if len(numbers) == 1 else 'решения'} {', '.join(numbers)}"


def _evidence(entry: Entry[Meeting], numbers: Collection[str]) -> tuple[Evidence, ...]:
    return tuple(Evidence(Kind.MEETING, entry.id, number) for number in numbers)


def voted_openly(case: Case) -> Found:
    """Where the norm wants an open vote, no vote is secret (004 п. 23)."""
    decided = [entry for entry in case.held if entry.record.decisions]
    pairs = by_meeting(case, "vote", decided, _is_open)
    yield from [_openly(entry, source) for entry, source in pairs] or none_yet(
        case, NormKind.OPEN_VOTE, "vote", "решений", _is_open
    )


def _is_open(norm: VoteNorm) -> bool | None:
    return norm.open


def _openly(entry: Entry[Meeting], source: tuple[str, VoteNorm]) -> Finding:
    overall = entry.record.vote.open if entry.record.vote else None
    votes = {number: vote for number, _, vote in voted(entry.record)}
    known = {n: overall if v.open is None else v.open for n, v in votes.items() if v}
    secret = [number for number, is_open in known.items() if is_open is False]
    kind, subject = NormKind.OPEN_VOTE, meeting_name(entry)
    if secret:
        message = f"голосование названо тайным: {_decisions(secret)}"
        evidence = _evidence(entry, secret)
        return found(kind, State.VIOLATED, message, source, subject=subject, evidence=evidence)
    more = {"subject": subject, "evidence": proof(entry)}
    if not known:
        return found(kind, State.UNKNOWN, "голоса не записаны", source, missing="vote", **more)
    if all(vote and vote.without_vote for vote in votes.values()):
        missing = "" if source[1].required is False else "vote"
        state = State.UNKNOWN if missing else State.MET
        return found(kind, state, "решено без голосования", source, missing=missing, **more)
    unsaid = [n for n, v in votes.items() if not (v and v.without_vote) and not known.get(n)]
    if not unsaid:
        return found(kind, State.MET, "голосование открытое", source, **more)
    message = f"не записано, открытое ли голосование: {_decisions(unsaid)}"
    return found(kind, State.UNKNOWN, message, source, missing="vote.open", **more)


def weight_told(case: Case) -> Found:
    """The weight of decisions is told under the minutes: the site prints it there (004 п. 23)."""
    decided = [entry for entry in case.held if entry.record.decisions]
    groups = by_norm(case, "legal_force", decided)
    for source, entries in groups:
        norm, evidence = source[1], proof(*entries)
        advisory = norm.force is LegalForce.ADVISORY
        printed = ": это напечатано под каждым протоколом" if advisory else ""
        message = f"решения {norm.force.label}{printed}"
        yield found(NormKind.LEGAL_FORCE, State.MET, message, source, evidence=evidence)
    if not groups:
        yield from none_yet(case, NormKind.LEGAL_FORCE, "legal_force", "решений")
