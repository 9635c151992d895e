"""Norms about decisions: they are carried out, and later meetings look at them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date
from typing import NamedTuple

from generator.archive.index import decision_id
from generator.load import Entry, Kind
from generator.models import Decision, Meeting
from generator.models.norms import Demand
from generator.models.vocabulary import DecisionStatus
from generator.rules.case import Case, days_between
from generator.rules.finding import Evidence, Finding, NormKind, State
from generator.rules.words import Found, by_meeting, by_norm, found, meeting_name, none_yet, proof
from generator.values import SchoolYear, When, count, short_date

_CLOSED = frozenset({DecisionStatus.DONE, DecisionStatus.CANCELLED})


class Made(NamedTuple):
    """A decision that was adopted, with its full id and the meeting that made it."""

    key: str
    entry: Entry[Meeting]
    decision: Decision

    @property
    def evidence(self) -> Evidence:
        """The decision itself."""
        return Evidence(Kind.MEETING, self.entry.id, self.key.rpartition("#")[2])

    @property
    def name(self) -> str:
        """«Решение 2 от 29.08.2025»."""
        return f"Решение {self.evidence.decision} от {short_date(self.entry.record.date)}"


def made(entries: Iterable[Entry[Meeting]]) -> Iterator[Made]:
    """Yield the decisions that were adopted."""
    for entry in entries:
        record = entry.record
        for number, decision in zip(record.decision_numbers(), record.decisions, strict=True):
            if decision.adopted is not False:
                yield Made(f"{entry.id}#{number}", entry, decision)


def earlier_decisions_looked_at(case: Case) -> Found:
    """From the second meeting of a year on, a meeting looks at decisions that are still open, and
    leaves out none whose day has passed (004 п. 21)."""
    pairs = by_meeting(case, "follow_up", _later_meetings(case))
    yield from [_looked_at(case, entry, source) for entry, source in pairs] or none_yet(
        case, NormKind.FOLLOW_UP, "follow_up", "второго заседания"
    )


def _later_meetings(case: Case) -> tuple[Entry[Meeting], ...]:
    """The meetings after the first; two on one day do not look at each other."""
    first = case.held[0].record.date if case.held else None
    return tuple(entry for entry in case.held if first and entry.record.date > first)


class Open(NamedTuple):
    """A decision that nobody had found done by a day: its last day, and whether it is sure."""

    made: Made
    last: date | None
    sure: bool


def _looked_at(case: Case, entry: Entry[Meeting], source: tuple[str, Demand]) -> Finding:
    reviewed = {decision_id(review.decision, entry) for review in entry.record.reviews}
    left_out = [one for one in _open_before(case, entry) if one.made.key not in reviewed]
    if reviewed:
        left_out = [one for one in left_out if one.last and one.last < entry.record.date]
    kind, subject = NormKind.FOLLOW_UP, meeting_name(entry)
    if missed := [one.made for one in left_out if one.sure]:
        message = f"не доложено: {_names(missed)}"
        advice = "Доложите на ближайшем заседании и внесите пункты reviews."
        proven = (*proof(entry), *(one.evidence for one in missed))
        more = {"subject": subject, "evidence": proven, "advice": advice}
        return found(kind, State.VIOLATED, message, source, **more)
    if unsure := [one.made for one in left_out]:
        message = f"не доложено, а было ли уже исполнено, не записано: {_names(unsure)}"
        proven = (*proof(entry), *(one.evidence for one in unsure))
        more = {"subject": subject, "evidence": proven, "missing": "decisions.executed_on"}
        return found(kind, State.UNKNOWN, message, source, **more)
    said = f"рассмотрено прежних решений: {len(reviewed)}"
    message = said if reviewed else "открытых решений не было"
    return found(kind, State.MET, message, source, subject=subject, evidence=proof(entry))


def _names(decisions: list[Made]) -> str:
    return "; ".join(one.name[:1].lower() + one.name[1:] for one in decisions)


def _open_before(case: Case, entry: Entry[Meeting]) -> Iterator[Open]:
    """Yield the decisions of the year's earlier meetings that nobody had found done by then."""
    day = entry.record.date
    earlier = [meeting for meeting in case.held if meeting.record.date < day]
    reviews = {
        decision_id(review.decision, meeting): review
        for meeting in earlier
        for review in meeting.record.reviews
    }
    for one in made(earlier):
        review, decision = reviews.get(one.key), one.decision
        if (review and review.status in _CLOSED) or _done_by(decision, day):
            continue
        due = (review.due if review else None) or decision.due
        sure = decision.status not in _CLOSED or decision.executed_on is not None
        yield Open(one, exact_end(case, due, case.year), sure)


def _done_by(decision: Decision, day: date) -> bool:
    executed = decision.executed_on
    return executed is not None and executed <= day


def decisions_carried_out(case: Case) -> Found:
    """Decisions are carried out by their day; what is late is seen with its day
    (001 п. 2.3, 004 п. 25.5). Those of a joint meeting are watched where it was convened."""
    own = [entry for entry in case.held if entry.association == case.association.id]
    decided = [entry for entry in own if any(made((entry,)))]
    groups = by_norm(case, "execution", decided)
    for source, entries in groups:
        yield from _carried_out(case, [_standing(case, one) for one in made(entries)], source)
    if not groups:
        yield from none_yet(case, NormKind.EXECUTION, "execution", "решений")


class Standing(NamedTuple):
    """What has become of a decision, by which day it was to be done, and when it was done."""

    made: Made
    status: DecisionStatus
    due: When | None
    moved: bool
    last: date | None
    executed: date | None


def _standing(case: Case, one: Made) -> Standing:
    """The latest review says it, else the decision; a new time replaces the old one.

    A new time is of the school year in which it was set.
    """
    state = case.archive.relations.decision_state(one.key)
    home = state.moved_at or one.entry
    due = state.due or one.decision.due
    done_unseen = state.executed_on and state.checked_at is None
    return Standing(
        one,
        DecisionStatus.DONE if done_unseen else state.status,
        due,
        state.due is not None,
        exact_end(case, due, home.school_year),
        state.executed_on,
    )


def _carried_out(case: Case, decisions: list[Standing], source: tuple[str, Demand]) -> Found:
    done = []
    for one in decisions:
        if one.status not in _CLOSED:
            yield _waiting(case, one, source)
        elif one.executed and one.last and one.executed > one.last:
            yield _late(one, one.executed, one.last, source)
        else:
            done.append(one.made)
    if done:
        said = count(len(done), "решение", "решения", "решений")
        message = f"исполнено или снято с контроля: {said} из {len(decisions)}"
        more = {"subject": "Исполненные решения", "evidence": tuple(one.evidence for one in done)}
        yield found(NormKind.EXECUTION, State.MET, message, source, **more)


def _late(one: Standing, executed: date, last: date, source: tuple[str, Demand]) -> Finding:
    days = count(days_between(last, executed), "день", "дня", "дней")
    message = f"исполнено {short_date(executed)}, на {days} позже срока"
    more = {"subject": one.made.name, "evidence": (one.made.evidence,), "due": last}
    return found(NormKind.EXECUTION, State.MET, message, source, **more)


def _waiting(case: Case, one: Standing, source: tuple[str, Demand]) -> Finding:
    label, last, kind = one.status.label, one.last, NormKind.EXECUTION
    more = {"subject": one.made.name, "evidence": (one.made.evidence,), "due": last}
    passed = last is not None and last < case.today
    if one.status is DecisionStatus.EXTENDED and passed and not one.moved:
        message = f"{label}, а новый срок не записан"
        return found(kind, State.UNKNOWN, message, source, missing="reviews.due", **more)
    found_late = one.status is DecisionStatus.LATE and not one.moved
    if passed or found_late:
        term = "новый срок прошёл" if one.moved else "срок прошёл"
        message = label if found_late else f"{label}, {term}"
        advice = "Исполните решение или перенесите срок; итог внесите в reviews заседания."
        return found(kind, State.OVERDUE, message, source, advice=advice, **more)
    if last is not None:
        label += ", назначен новый" if one.status is DecisionStatus.LATE else ""
        return found(kind, State.DUE, label, source, **more)
    if case.over:
        message = "год прошёл, а исполнено ли решение, не записано"
        return found(kind, State.UNKNOWN, message, source, missing="decisions.status", **more)
    term = f"срок: {one.due.text()}" if one.due else "срок не назван"
    return found(kind, State.DUE, f"{label}, {term}", source, **more)


def exact_end(case: Case, due: When | None, year: SchoolYear) -> date | None:
    """The last day of a time, where the time is a day, a month, a stretch: not «в течение года»."""
    return due.last_day(year, replace(case, year=year).quarters) if due else None
