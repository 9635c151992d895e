"""Norms about decisions: they are carried out, and later meetings look at them."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.archive.index import decision_id
from generator.load import Entry, Kind
from generator.models import Decision, Meeting
from generator.models.norms import Demand
from generator.models.vocabulary import DecisionStatus
from generator.rules.case import Case
from generator.rules.finding import Evidence, Finding, NormKind, State
from generator.rules.words import Found, found, meeting_name, nothing_yet, proof
from generator.values import When, count, short_date

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
    for place, entry in enumerate(case.held[1:], start=1):
        for source in case.norms("follow_up", entry.record.date):
            yield _looked_at(case, place, source)
    if len(case.held) < 2:
        for source in case.norms("follow_up", case.year.ends):
            yield nothing_yet(case, NormKind.FOLLOW_UP, source, "второго заседания")


def _looked_at(case: Case, place: int, source: tuple[str, Demand]) -> Finding:
    entry = case.held[place]
    open_now = _open_before(case, place)
    reviewed = {decision_id(review.decision, entry) for review in entry.record.reviews}
    left_out = [one for one in open_now if one.key not in reviewed]
    if reviewed:
        left_out = [one for one in left_out if _day_passed(case, one, entry.record.date)]
    more = {"subject": meeting_name(entry)}
    kind = NormKind.FOLLOW_UP
    if left_out:
        names = "; ".join(one.name.lower() for one in left_out)
        return found(
            kind,
            State.VIOLATED,
            f"не доложено: {names}",
            source,
            evidence=(*proof(entry), *(one.evidence for one in left_out)),
            advice="На ближайшем заседании доложите и внесите пункты reviews.",
            **more,
        )
    said = f"рассмотрено прежних решений: {len(reviewed)}"
    message = said if reviewed else "открытых решений не было"
    return found(kind, State.MET, message, source, evidence=proof(entry), **more)


def _open_before(case: Case, place: int) -> list[Made]:
    """The decisions of the year's earlier meetings that nobody had found done by then."""
    day = case.held[place].record.date
    closed: dict[str, bool] = {}
    for entry in case.held[:place]:
        for review in entry.record.reviews:
            closed[decision_id(review.decision, entry)] = review.status in _CLOSED
    return [
        one
        for one in made(case.held[:place])
        if not closed.get(one.key) and not _done_by(one.decision, day)
    ]


def _done_by(decision: Decision, day: date) -> bool:
    executed = decision.executed_on
    return executed is not None and executed <= day


def _day_passed(case: Case, one: Made, day: date) -> bool:
    due = one.decision.due
    return due is not None and due.span(case.year, case.quarters)[1] < day


def decisions_carried_out(case: Case) -> Found:
    """Decisions are carried out by their day; whoever is responsible is seen with what is late
    (001 п. 2.3, 004 п. 25.5)."""
    own = tuple(entry for entry in case.held if entry.association == case.association.id)
    for source in case.norms("execution", case.year.ends):
        decisions = list(made(own))
        if not decisions:
            yield nothing_yet(case, NormKind.EXECUTION, source, "решений")
            continue
        done = [one for one in decisions if _state(case, one)[0] in _CLOSED]
        for one in decisions:
            if one not in done:
                yield _waiting(case, one, source)
        if done:
            yield _done(done, len(decisions), source)


def _state(case: Case, one: Made) -> tuple[DecisionStatus, When | None]:
    """What has become of a decision, and the time that now goes: a new one replaces the old."""
    state = case.archive.relations.decision_state(one.key)
    return state.status, state.due or one.decision.due


def _done(done: list[Made], number: int, source: tuple[str, Demand]) -> Finding:
    said = count(len(done), "решение", "решения", "решений")
    return found(
        NormKind.EXECUTION,
        State.MET,
        f"исполнено или снято с контроля: {said} из {number}",
        source,
        subject="Исполненные решения",
        evidence=tuple(one.evidence for one in done),
    )


def _waiting(case: Case, one: Made, source: tuple[str, Demand]) -> Finding:
    status, due = _state(case, one)
    day = _exact_end(case, due)
    more = {"subject": one.name, "evidence": (one.evidence,), "due": day}
    kind = NormKind.EXECUTION
    if status is DecisionStatus.LATE or (day is not None and day < case.today):
        message = f"{status.label}, срок прошёл" if day else status.label
        advice = "Исполните решение или перенесите срок; итог внесите в reviews заседания."
        return found(kind, State.OVERDUE, message, source, advice=advice, **more)
    if day is not None:
        return found(kind, State.DUE, status.label, source, **more)
    if case.over:
        message = "год прошёл, а исполнено ли решение, не записано"
        return found(kind, State.UNKNOWN, message, source, missing="decisions.status", **more)
    return found(kind, State.DUE, f"{status.label}, срок не назван", source, **more)


def _exact_end(case: Case, due: When | None) -> date | None:
    """The last day of a time, where the time is a day, a month, a stretch: not «в течение года»."""
    if due is None or due.vague:
        return None
    return due.span(case.year, case.quarters)[1]
