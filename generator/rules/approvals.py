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
    accepts or discusses stands in a decision of that meeting (001 п. 4.2, 002 б), 004 п. 18.4)."""
    for regulation, norm in case.norms("plan", case.year.ends):
        steps = tuple(case.fitting(norm.approvals, case.year.ends))
        for place, step in enumerate(steps):
            yield _step(case, steps, place, (regulation, step))


def _step(
    case: Case, steps: Sequence[ApprovalNorm], place: int, source: tuple[str, ApprovalNorm]
) -> Finding:
    norm, plan = source[1], case.plan
    due = case.lessons[0] - _DAY if norm.before_start else case.year.ends
    subject = f"{norm.verb.label.capitalize()}: {norm.by}"
    more: dict[str, Any] = {"subject": subject, "evidence": proof(plan)}
    kind = NormKind.PLAN_PATH
    written = _written(plan.record.approvals, steps, place) if plan else None
    day = _day(case, plan, written) if plan and written else None
    if plan is None or written is None or day is None:
        message = "у шага нет даты" if written else "шага ещё нет"
        advice = "Внесите шаг с датой в approvals плана."
        return found(kind, awaited(case, due), message, source, due=due, advice=advice, **more)
    if norm.before_start and day > due:
        message = f"{short_date(day)}, а нужно не позже {short_date(due)}"
        return found(kind, State.VIOLATED, message, source, **more)
    if before := _out_of_order(case, plan, steps, place, day):
        message = f"{short_date(day)}, раньше шага «{before.verb.label}»"
        return found(kind, State.VIOLATED, message, source, **more)
    if norm.verb in _AT_A_MEETING and norm.via:
        return _at_meeting(case, plan, written, source, more)
    return found(kind, State.MET, short_date(day), source, **more)


def _written(
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
    if written.meeting is None:
        return None
    return cast(
        "Entry[Meeting] | None",
        case.archive.meetings.get(meeting_id(written.meeting, plan)),
    )


def _out_of_order(
    case: Case, plan: Entry[Plan], steps: Sequence[ApprovalNorm], place: int, day: date
) -> ApprovalNorm | None:
    """The step that should have come before and came later: an approval before its draft."""
    for earlier in range(place):
        written = _written(plan.record.approvals, steps, earlier)
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
        dates = f"{short_date(written.date)}, а заседание {short_date(entry.record.date)}"
        return found(kind, State.VIOLATED, f"день шага {dates}", source, **more)
    if not entry.record.status.held:
        return found(kind, State.VIOLATED, "у заседания нет протокола", source, **more)
    if written.decision is None:
        message = "не записано, каким решением заседания"
        return found(kind, State.UNKNOWN, message, source, missing="approvals.decision", **more)
    key = decision_id(written.decision, plan)
    adopted = {one.key for one in made((entry,))}
    if key not in adopted:
        message = "названное решение принято не на этом заседании или не принято"
        return found(kind, State.VIOLATED, message, source, **more)
    number = key.rpartition("#")[2]
    evidence = (*proof(plan), Evidence(Kind.MEETING, entry.id, number))
    message = f"{short_date(entry.record.date)}, решение {number}"
    return found(kind, State.MET, message, source, **{**more, "evidence": evidence})


def reports_went_their_way(case: Case) -> Found:
    """Reports of the year go through the steps that the norm names (002 в))."""
    for source in case.norms("report_approvals", case.year.ends):
        papers = _reports(case)
        if not papers:
            state = State.UNKNOWN if case.over else State.DUE
            missing = "documents: report" if case.over else ""
            due = case.year.ends
            yield found(
                NormKind.REPORT_PATH, state, "отчёта ещё нет", source, due=due, missing=missing
            )
        for entry, approvals in papers:
            yield _report_step(case, entry, approvals, source)


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
    norm = source[1]
    day = next((a.date for a in approvals if a.verb is norm.verb and a.date), None)
    shown = getattr(entry.record, "visibility", "public") == "public"
    title = (entry.record.title or "Анализ работы") if shown else "Служебный документ"
    more: dict[str, Any] = {"subject": title, "evidence": proof(entry if shown else None)}
    kind = NormKind.REPORT_PATH
    if day is None:
        message = f"шага «{norm.verb.label}» ({norm.by}) ещё нет"
        due, advice = case.year.ends, "Внесите согласование в approvals отчёта."
        return found(kind, awaited(case, due), message, source, due=due, advice=advice, **more)
    return found(kind, State.MET, f"{norm.verb.label} {short_date(day)}", source, **more)
