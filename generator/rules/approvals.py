"""The way on which a plan or a report gains force: its steps, their order, their meetings."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any, cast

from generator.archive.index import decision_id, meeting_id
from generator.load import Entry, Kind
from generator.models import Meeting, Plan
from generator.models.norms import ApprovalNorm
from generator.models.parts import Approval
from generator.models.vocabulary import ApprovalVerb, DocumentKind
from generator.rules.case import Case
from generator.rules.decisions import made
from generator.rules.finding import Evidence, Finding, NormKind, State
from generator.rules.words import Found, awaited, found, proof
from generator.values import short_date

_DAY = timedelta(days=1)
_AT_A_MEETING = frozenset({ApprovalVerb.ACCEPTED, ApprovalVerb.DISCUSSED, ApprovalVerb.CONSIDERED})


def plan_went_its_way(case: Case) -> Found:
    """The plan goes through every step that the norm names, in their order; what a meeting
    accepts or discusses stands in a decision of that meeting (001 п. 4.2, 002 б), 004 п. 18.4).

    Each regulation has a way of its own. A step with a day to come is not made yet."""
    for regulation, norm in case.norms("plan", case.starts):
        steps = tuple(case.fitting(norm.approvals, case.starts))
        for place, step in enumerate(steps):
            yield _step(case, steps, place, (regulation, step))


def _step(
    case: Case, steps: Sequence[ApprovalNorm], place: int, source: tuple[str, ApprovalNorm]
) -> Finding:
    norm, plan, due = source[1], case.plan, _due(case, source[1])
    subject = f"{norm.verb.label.capitalize()}: {norm.by}"
    more: dict[str, Any] = {"subject": subject, "evidence": proof(plan)}
    kind = NormKind.PLAN_PATH
    written = step_on_record(plan.record.approvals, steps, place) if plan else None
    day = _day(case, plan, written) if plan and written else None
    if plan is None or written is None or day is None or day > case.today:
        message = _not_made(case, written, day)
        advice = "" if day else "Внесите шаг с датой в approvals плана."
        return found(kind, awaited(case, due), message, source, due=due, advice=advice, **more)
    if day > due:
        message = f"{short_date(day)}, а нужно не позже {short_date(due)}"
        return found(kind, State.VIOLATED, message, source, **more)
    if later := _out_of_order(case, plan, steps, place, day):
        message = f"{short_date(day)}, раньше шага «{later.verb.label}»"
        return found(kind, State.VIOLATED, message, source, **more)
    if norm.verb in _AT_A_MEETING and norm.via:
        return _at_meeting(case, plan, written, source, more)
    return found(kind, State.MET, short_date(day), source, **more)


def _not_made(case: Case, written: Approval | None, day: date | None) -> str:
    """What is told of a step that nobody has made so far."""
    if day:
        return f"назначено на {short_date(day)}"
    if written:
        return "у шага нет даты"
    return "шага нет" if case.over else "шага ещё нет"


def _due(case: Case, norm: ApprovalNorm) -> date:
    """The last day of a step: before lessons begin where the norm says so, else the year's last.

    An association that was created later has until the day of its creation.
    """
    if not norm.before_start:
        return case.year.ends
    return case.starts - _DAY if case.starts == case.lessons[0] else case.starts


def step_on_record(
    approvals: Sequence[Approval], steps: Sequence[ApprovalNorm], place: int
) -> Approval | None:
    """What the plan says of a step. Of two steps with one verb the second is the second one."""
    verb = steps[place].verb
    same = [approval for approval in approvals if approval.verb is verb]
    number = sum(step.verb is verb for step in steps[:place])
    return same[number] if number < len(same) else None


def _day(case: Case, plan: Entry[Plan], written: Approval) -> date | None:
    """The day of a step: its own, else that of its meeting."""
    if written.date:
        return written.date
    entry = _meeting(case, plan, written)
    return entry.record.date if entry else None


def _meeting(case: Case, plan: Entry[Plan], written: Approval) -> Entry[Meeting] | None:
    """The meeting of a step: as it says, or that of its decision."""
    name = written.meeting or (written.decision or "").partition("#")[0]
    if not name:
        return None
    return cast("Entry[Meeting] | None", case.archive.meetings.get(meeting_id(name, plan)))


def _out_of_order(
    case: Case, plan: Entry[Plan], steps: Sequence[ApprovalNorm], place: int, day: date
) -> ApprovalNorm | None:
    """The step that should have come before and came later: an approval before its draft."""
    for earlier in range(place):
        written = step_on_record(plan.record.approvals, steps, earlier)
        before = _day(case, plan, written) if written else None
        if before is not None and before > day:
            return steps[earlier]
    return None


def _at_meeting(
    case: Case,
    plan: Entry[Plan],
    written: Approval,
    source: tuple[str, ApprovalNorm],
    more: dict[str, Any],
) -> Finding:
    """A step at a meeting: the meeting is on record, on that day, and a decision speaks of it."""
    kind, entry = NormKind.PLAN_PATH, _meeting(case, plan, written)
    if entry is None:
        message = "не записано, на каком заседании"
        return found(kind, State.UNKNOWN, message, source, missing="approvals.meeting", **more)
    more = {**more, "evidence": proof(plan, entry)}
    if written.date and written.date != entry.record.date:
        dates = f"{short_date(written.date)}, а заседание — {short_date(entry.record.date)}"
        return found(kind, State.VIOLATED, f"в плане записано {dates}", source, **more)
    if not entry.record.status.held:
        message, due = (
            f"нет протокола заседания {short_date(entry.record.date)}",
            _due(case, source[1]),
        )
        advice, state = "Внесите протокол этого заседания.", awaited(case, due)
        return found(kind, state, message, source, due=due, advice=advice, **more)
    if written.decision is None:
        message = "не записано, каким решением заседания"
        return found(kind, State.UNKNOWN, message, source, missing="approvals.decision", **more)
    key = decision_id(written.decision, plan)
    adopted = {one.key for one in made((entry,))}
    if key not in adopted:
        message = "названного решения среди принятых на этом заседании нет"
        return found(kind, State.VIOLATED, message, source, **more)
    number = key.rpartition("#")[2]
    evidence = (*proof(plan), Evidence(Kind.MEETING, entry.id, number))
    message = f"{short_date(entry.record.date)}, решение {number}"
    return found(kind, State.MET, message, source, **{**more, "evidence": evidence})


def reports_went_their_way(case: Case) -> Found:
    """Reports of the year go through the steps that the norm names (002 в))."""
    papers = _reports(case)
    for source in case.norms("report_approvals", case.year.ends):
        if not papers:
            yield _no_report(case, source)
        for entry, approvals in papers:
            yield _report_step(case, entry, approvals, source)


def _no_report(case: Case, source: tuple[str, ApprovalNorm]) -> Finding:
    kind = NormKind.REPORT_PATH
    if case.over:
        message, missing = "отчёта за этот учебный год нет", "documents: report"
        return found(kind, State.UNKNOWN, message, source, missing=missing)
    return found(kind, State.DUE, "отчёта ещё нет", source, due=case.year.ends)


def _reports(case: Case) -> list[tuple[Entry[Any], Sequence[Approval]]]:
    """The reports of the year; where there is none, its analysis."""
    papers = [d for d in case.documents if d.record.kind is DocumentKind.REPORT]
    rows = [(paper, paper.record.approvals) for paper in papers]
    if rows or case.analysis is None:
        return list(rows)
    return [(case.analysis, case.analysis.record.approvals)]


def _report_step(
    case: Case,
    entry: Entry[Any],
    approvals: Sequence[Approval],
    source: tuple[str, ApprovalNorm],
) -> Finding:
    norm, kind = source[1], NormKind.REPORT_PATH
    days = (a.date for a in approvals if a.verb is norm.verb and a.date)
    day = min((day for day in days if day <= case.today), default=None)
    shown = getattr(entry.record, "visibility", "public") == "public"
    title = (entry.record.title or "Анализ работы") if shown else "Отчёт для служебного пользования"
    more: dict[str, Any] = {"subject": title, "evidence": proof(entry if shown else None)}
    if day is None:
        message = f"шага «{norm.verb.label}» ({norm.by}) {'нет' if case.over else 'ещё нет'}"
        due, advice = case.year.ends, "Внесите шаг с датой в approvals отчёта."
        return found(kind, awaited(case, due), message, source, due=due, advice=advice, **more)
    return found(kind, State.MET, f"{norm.verb.label} {short_date(day)}", source, **more)
