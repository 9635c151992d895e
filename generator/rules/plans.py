"""Norms about the plan of the year: that it is there, its parts, basis, fulfilment and theme.

A plan is judged by the norms of the day on which it is to be there: the first of lessons.
"""

from collections.abc import Sequence
from datetime import date

from generator.archive.index import meeting_id
from generator.load import Entry
from generator.models import Document, Plan, PlannedEvent, PlannedMeeting
from generator.models.norms import Demand, PlanNorm
from generator.models.vocabulary import (
    DocumentKind,
    DocumentStatus,
    Period,
    PlanItemStatus,
    PlanPart,
)
from generator.rules.case import Case
from generator.rules.finding import Finding, NormKind, State
from generator.rules.words import Found, awaited, found, missed, proof
from generator.values import WhenKind, count

Point = PlannedMeeting | PlannedEvent
_AROUND = ' .«»"'
_SHOWN = 3
_ASIDE = {PlanItemStatus.MOVED: "перенесено", PlanItemStatus.CANCELLED: "отменено"}


def plan_there(case: Case) -> Found:
    """There is one plan for the year, from the first day of lessons on (001 п. 4.2, 003 п. 4.1,
    004 п. 26.9). An association that was created later has until the day of its creation."""
    for source in case.norms("plan", case.starts):
        if source[1].per:
            yield _there(case, source)


def _there(case: Case, source: tuple[str, PlanNorm]) -> Finding:
    kind, begins = NormKind.PLAN, case.starts
    if case.plan is None:
        return found(
            kind,
            awaited(case, begins),
            "плана на этот учебный год нет",
            source,
            due=begins,
            advice="Внесите план: файл plan.yml в папке года.",
        )
    rivals, evidence = _plans_in_force(case), proof(case.plan)
    if len(rivals) > 1:
        message = f"в реестре действуют сразу {count(len(rivals), 'план', 'плана', 'планов')}"
        advice = "Прежнему плану поставьте status: superseded."
        evidence += proof(*(paper for paper in rivals if paper.record.visibility == "public"))
        return found(kind, missed(case), message, source, evidence=evidence, advice=advice)
    message = f"план есть: {case.plan.record.status.label}"
    return found(kind, State.MET, message, source, evidence=evidence)


def _plans_in_force(case: Case) -> list[Entry[Document]]:
    """The plans for the whole year that the register has as being in force."""
    return [paper for paper in case.documents if _is_plan(case, paper.record)]


def _is_plan(case: Case, paper: Document) -> bool:
    return (
        paper.kind is DocumentKind.PLAN
        and paper.status is DocumentStatus.IN_FORCE
        and (paper.period is None or paper.period.kind is Period.SCHOOL_YEAR)
        and all(subject.plan_of in (None, case.association.id) for subject in paper.approves)
    )


def plan_has_parts(case: Case) -> Found:
    """The plan has all the parts that the norm names (004 п. 13)."""
    for source in case.norms("plan", case.starts):
        if not source[1].parts:
            continue
        if case.plan is None:
            yield _no_plan(case, NormKind.PLAN_PARTS, source)
            continue
        lacking = [part.label for part in source[1].parts if not _has(case.plan.record, part)]
        message = f"нет частей: {', '.join(lacking)}" if lacking else "все части на месте"
        state = awaited(case, case.year.ends) if lacking else State.MET
        due = case.year.ends if lacking else None
        evidence = proof(case.plan)
        yield found(NormKind.PLAN_PARTS, state, message, source, due=due, evidence=evidence)


def _has(plan: Plan, part: PlanPart) -> bool:
    parts: dict[PlanPart, object] = {
        PlanPart.THEME: plan.theme,
        PlanPart.GOAL: plan.goal,
        PlanPart.TASKS: plan.tasks,
        PlanPart.MEETINGS: plan.meetings,
        PlanPart.EVENTS: plan.events,
    }
    return bool(parts[part])


def _no_plan(
    case: Case, kind: NormKind, source: tuple[str, PlanNorm | Demand], **more: str
) -> Finding:
    """What can be said of a norm about the plan where there is no plan."""
    if case.over:
        message = "плана за этот учебный год нет"
        return found(kind, State.UNKNOWN, message, source, missing="plan", **more)
    return found(kind, State.DUE, "плана ещё нет", source, due=case.year.ends, **more)


def plan_rests_on_needs(case: Case) -> Found:
    """The plan rests on needs that were studied, and a paper on them is on record (001 п. 4.1,
    004 п. 12)."""
    for source in case.norms("plan", case.starts):
        if source[1].basis:
            yield _rests(case, source)


def _rests(case: Case, source: tuple[str, PlanNorm]) -> Finding:
    kind, plan = NormKind.PLAN_BASIS, case.plan
    clause = source[1].basis_clause or source[1].clause or ""
    if plan is None:
        return _no_plan(case, kind, source, clause=clause)
    surveys = [d for d in case.documents if d.record.kind is DocumentKind.NEEDS_SURVEY]
    evidence = proof(plan, *(d for d in surveys if d.record.visibility == "public"))
    state, missing = State.UNKNOWN, ""
    if plan.record.needs_studied is False:
        state, message = missed(case), "в плане записано, что потребности не изучены"
    elif not plan.record.basis and not plan.record.needs_studied:
        message, missing = "не записано, на чём основан план", "basis"
    elif not surveys:
        message = "основание плана записано, а сведений о потребностях в реестре нет"
        missing = "documents: needs_survey"
    else:
        state, message = State.MET, "основание плана записано, сведения о потребностях есть"
    return found(kind, state, message, source, clause=clause, evidence=evidence, missing=missing)


def plan_carried_out(case: Case) -> Found:
    """Points of the plan are carried out when their time has come (001 п. 5.2, 003 п. 7.1).

    A point without a day has the whole year; one «as needed» is never late. A plan of which nothing
    at all took place was not carried out, though every point was put off or cancelled.
    """
    for source in case.norms("plan_execution", case.year.ends):
        if case.plan is None:
            yield _no_plan(case, NormKind.PLAN_EXECUTION, source)
        elif not case.plan.record.items:
            missing, evidence = "plan.meetings", proof(case.plan)
            message, kind = "в плане нет ни одного пункта", NormKind.PLAN_EXECUTION
            yield found(kind, State.UNKNOWN, message, source, missing=missing, evidence=evidence)
        else:
            yield _carried_out(case, case.plan, source)


def _carried_out(case: Case, plan: Entry[Plan], source: tuple[str, Demand]) -> Finding:
    waiting = [point for point in plan.record.items if _waits(case, plan, point)]
    late = [point for point in waiting if (day := last_day_of(case, point)) and day < case.today]
    kind, evidence = NormKind.PLAN_EXECUTION, proof(plan)
    if late:
        advice = "Отметьте в плане, что проведено, перенесено или отменено."
        message = f"не отмечено, что проведено: {_named(late)}"
        due = min(day for point in late if (day := last_day_of(case, point)))
        state = missed(case)
        return found(kind, state, message, source, due=due, evidence=evidence, advice=advice)
    if not waiting:
        nothing = all(point.status in _ASIDE for point in plan.record.items)
        state = missed(case) if nothing else State.MET
        return found(kind, state, _told(plan, waiting), source, evidence=evidence)
    if case.over:
        message = f"год прошёл, а проведено ли, не записано: {_named(waiting)}"
        missing = "plan.events.status"
        return found(kind, State.UNKNOWN, message, source, missing=missing, evidence=evidence)
    due = min(last_day_of(case, point) or case.year.ends for point in waiting)
    return found(kind, State.DUE, _told(plan, waiting), source, due=due, evidence=evidence)


def _waits(case: Case, plan: Entry[Plan], point: Point) -> bool:
    """A point waits while it is planned and has no meeting with minutes."""
    if point.status in _ASIDE:
        return False
    if point.meeting:
        entry = case.archive.meetings.get(meeting_id(point.meeting, plan))
        return not (entry and entry.record.status.held)
    return point.status is PlanItemStatus.PLANNED


def last_day_of(case: Case, point: Point) -> date | None:
    """The last day of a point: the year's for one without a day, none for one «as needed»."""
    if point.when is None or point.when.kind is WhenKind.YEAR:
        return case.year.ends
    return point.when.last_day(case.year, case.quarters)


def _named(points: Sequence[Point]) -> str:
    names = "; ".join(f"«{_title(point)}»" for point in points[:_SHOWN])
    return names + (f" и ещё {len(points) - _SHOWN}" if len(points) > _SHOWN else "")


def _title(point: Point) -> str:
    return point.theme if isinstance(point, PlannedMeeting) else point.title


def _told(plan: Entry[Plan], waiting: Sequence[Point]) -> str:
    """«Проведено 5 из 8 пунктов, перенесено 1»: what was put off is not said to be done."""
    items = plan.record.items
    aside = {status: sum(point.status is status for point in items) for status in _ASIDE}
    done = len(items) - len(waiting) - sum(aside.values())
    said = f"проведено {done} из {count(len(items), 'пункта', 'пунктов', 'пунктов')}"
    return "".join(
        [said, *(f", {_ASIDE[one]} {number}" for one, number in aside.items() if number)]
    )


def follows_district_theme(case: Case) -> Found:
    """The plan takes up the single theme of the district for the year (004 п. 15)."""
    themes = case.archive.site.record.themes
    theme = next((row.text for row in themes if row.year == case.year), None)
    for source in case.norms("district_theme", case.starts):
        yield _follows(case, theme, source)


def _follows(case: Case, theme: str | None, source: tuple[str, Demand]) -> Finding:
    kind = NormKind.DISTRICT_THEME
    if theme is None:
        message = f"единая тема на {case.year.title} учебный год не записана в site.yml"
        return found(kind, State.UNKNOWN, message, source, missing="themes")
    if case.plan is None:
        return _no_plan(case, kind, source)
    written, evidence = case.plan.record.organisation_theme, proof(case.plan)
    if written is None:
        message = "в плане единая тема не названа"
        due, advice = case.year.ends, "Заполните organisation_theme плана."
        state = awaited(case, due)
        return found(kind, state, message, source, due=due, evidence=evidence, advice=advice)
    if _plain(written) != _plain(theme):
        message = f"в плане другая тема: «{written.strip(_AROUND)}»"
        return found(kind, missed(case), message, source, evidence=evidence)
    return found(kind, State.MET, "тема плана — единая тема района", source, evidence=evidence)


def _plain(text: str) -> str:
    """A theme without what does not tell themes apart: case, quotes, the full stop, spaces."""
    return " ".join(text.casefold().strip(_AROUND).split())
