"""Norms about the plan of the year: that it is there, its parts, its way, its fulfilment."""

from datetime import date

from generator.archive.index import meeting_id
from generator.load import Entry
from generator.models import Plan, PlannedEvent, PlannedMeeting
from generator.models.norms import Demand, PlanNorm
from generator.models.vocabulary import DocumentKind, DocumentStatus, PlanItemStatus, PlanPart
from generator.rules.case import Case
from generator.rules.finding import Finding, NormKind, State
from generator.rules.words import Found, awaited, found, missed, proof
from generator.values import count

Point = PlannedMeeting | PlannedEvent
_SHOWN = 3


def plan_there(case: Case) -> Found:
    """There is one plan for the year, from the first day of lessons on (001 п. 4.2, 003 п. 4.1,
    004 п. 26.9)."""
    for source in case.norms("plan", case.year.ends):
        if source[1].per:
            yield _there(case, source)


def _there(case: Case, source: tuple[str, PlanNorm]) -> Finding:
    kind, begins = NormKind.PLAN, case.lessons[0]
    if case.plan is None:
        return found(
            kind,
            awaited(case, begins),
            "плана на этот учебный год нет",
            source,
            due=begins,
            advice="Внесите план: файл plan.yml в папке года.",
        )
    papers = _plans_in_force(case)
    if len(papers) > 1:
        message = f"действуют сразу {count(len(papers), 'план', 'плана', 'планов')}"
        advice = "Прежнему поставьте status: superseded."
        evidence = proof(case.plan)
        return found(kind, State.VIOLATED, message, source, evidence=evidence, advice=advice)
    return found(kind, State.MET, "план есть", source, evidence=proof(case.plan))


def _plans_in_force(case: Case) -> list[str]:
    """The plans of the year that stand in the register as being in force, by their numbers."""
    papers = (paper.record for paper in case.documents)
    return [
        paper.id
        for paper in papers
        if paper.kind is DocumentKind.PLAN and paper.status is DocumentStatus.IN_FORCE
    ]


def plan_has_parts(case: Case) -> Found:
    """The plan has all the parts that the norm names (004 п. 13)."""
    for source in case.norms("plan", case.year.ends):
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


def _no_plan(case: Case, kind: NormKind, source: tuple[str, PlanNorm | Demand]) -> Finding:
    due = case.year.ends
    state = State.UNKNOWN if case.over else State.DUE
    missing = "plan" if case.over else ""
    return found(kind, state, "плана ещё нет", source, due=due, missing=missing)


def plan_rests_on_needs(case: Case) -> Found:
    """The plan rests on needs that were studied, and a paper on them is on record (001 п. 4.1,
    004 п. 12)."""
    for source in case.norms("plan", case.year.ends):
        if source[1].basis:
            yield _rests(case, source)


def _rests(case: Case, source: tuple[str, PlanNorm]) -> Finding:
    kind, plan = NormKind.PLAN_BASIS, case.plan
    clause = source[1].basis_clause or source[1].clause or ""
    if plan is None:
        return _no_plan(case, kind, source)
    surveys = [d for d in case.documents if d.record.kind is DocumentKind.NEEDS_SURVEY]
    evidence = proof(plan, *(d for d in surveys if d.record.visibility == "public"))
    if plan.record.needs_studied is False:
        message = "в плане записано, что потребности не изучены"
        return found(kind, State.VIOLATED, message, source, clause=clause, evidence=evidence)
    if not plan.record.basis and not plan.record.needs_studied:
        message = "не записано, на чём основан план"
        missing = "basis"
    elif not surveys:
        message = "основание названо, а документа о потребностях в реестре нет"
        missing = "documents: needs_survey"
    else:
        message = "основание названо, сведения о потребностях есть"
        return found(kind, State.MET, message, source, clause=clause, evidence=evidence)
    return found(
        kind, State.UNKNOWN, message, source, clause=clause, evidence=evidence, missing=missing
    )


def plan_carried_out(case: Case) -> Found:
    """Points of the plan are carried out when their time has come (001 п. 5.2, 003 п. 7.1)."""
    for source in case.norms("plan_execution", case.year.ends):
        if case.plan is None or not case.plan.record.items:
            yield _no_plan(case, NormKind.PLAN_EXECUTION, source)
        else:
            yield _carried_out(case, case.plan, source)


def _carried_out(case: Case, plan: Entry[Plan], source: tuple[str, Demand]) -> Finding:
    waiting = [point for point in plan.record.items if _waits(case, plan, point)]
    late = [point for point in waiting if _last_day(case, point) < case.today]
    done, number = len(plan.record.items) - len(waiting), len(plan.record.items)
    kind, evidence = NormKind.PLAN_EXECUTION, proof(plan)
    if late:
        names = "; ".join(f"«{_title(point)}»" for point in late[:_SHOWN])
        more = f" и ещё {len(late) - _SHOWN}" if len(late) > _SHOWN else ""
        advice = "Отметьте в плане, что проведено, перенесено или отменено."
        message = f"не отмечено, что проведено: {names}{more}"
        return found(kind, missed(case), message, source, evidence=evidence, advice=advice)
    message = f"выполнено {done} из {count(number, 'пункта', 'пунктов', 'пунктов')}"
    if waiting:
        due = min(_last_day(case, point) for point in waiting)
        return found(kind, State.DUE, message, source, due=due, evidence=evidence)
    return found(kind, State.MET, message, source, evidence=evidence)


def _waits(case: Case, plan: Entry[Plan], point: Point) -> bool:
    """A point waits while it is planned and has no meeting with minutes."""
    if point.meeting:
        entry = case.archive.meetings.get(meeting_id(point.meeting, plan))
        return not (entry and entry.record.status.held)
    return point.status is PlanItemStatus.PLANNED


def _last_day(case: Case, point: Point) -> date:
    if point.when is None:
        return case.year.ends
    return point.when.span(case.year, case.quarters)[1]


def _title(point: Point) -> str:
    return point.theme if isinstance(point, PlannedMeeting) else point.title


def follows_district_theme(case: Case) -> Found:
    """The plan takes up the single theme of the district for the year (004 п. 15)."""
    themes = case.archive.site.record.themes
    theme = next((row.text for row in themes if row.year == case.year), None)
    for source in case.norms("district_theme", case.year.ends):
        yield _follows(case, theme, source)


def _follows(case: Case, theme: str | None, source: tuple[str, Demand]) -> Finding:
    kind = NormKind.DISTRICT_THEME
    if theme is None:
        message = f"единая тема на {case.year.title} год не записана в site.yml"
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
        message = f"в плане другая тема: «{written}»"
        return found(kind, State.VIOLATED, message, source, evidence=evidence)
    return found(kind, State.MET, "тема плана — единая тема района", source, evidence=evidence)


def _plain(text: str) -> str:
    """A theme without what does not tell themes apart: case, quotes, the full stop."""
    return " ".join(text.casefold().strip(' .«»"').split())
