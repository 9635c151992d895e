"""Norms about what is kept up: data of members, practices sent for expertise and recommended."""

from datetime import date
from typing import Any

from generator.load import Entry
from generator.models import Practice
from generator.models.norms import AgreementNorm, Demand, MemberDataNorm
from generator.models.vocabulary import Agreement, DocumentKind, PracticeStatus
from generator.rules.case import Case
from generator.rules.finding import Finding, NormKind, State
from generator.rules.words import Found, awaited, found, proof
from generator.values import count

_BEFORE_EXPERTISE = frozenset({PracticeStatus.DRAFT, PracticeStatus.RETURNED})


def member_data_kept_up(case: Case) -> Found:
    """What is on record of members is looked through every school year (004 п. 18.5)."""
    for source in case.norms("member_data", case.year.ends):
        yield _kept_up(case, source)


def _kept_up(case: Case, source: tuple[str, MemberDataNorm]) -> Finding:
    """By a data bank of the year in the register, else by the day noted for each person."""
    kind, due = NormKind.MEMBER_DATA, case.year.ends
    banks = [d for d in case.documents if d.record.kind is DocumentKind.DATA_BANK]
    if any((d.record.submitted_on or d.record.date) for d in banks):
        public = [d for d in banks if d.record.visibility == "public"]
        message = "банк данных за год обновлён"
        return found(kind, State.MET, message, source, evidence=proof(*public))
    rows = case.members(case.looked_at)
    days = [p.record.updated_on for r in rows if (p := case.archive.people.get(r.person or ""))]
    known = [day for day in days if day]
    if case.over and any(day > case.year.ends for day in known):
        message = "известен только последний просмотр, он позже этого года"
        return found(kind, State.UNKNOWN, message, source, missing="people.updated_on")
    stale = len(days) - len([day for day in known if day >= case.year.begins])
    if not days:
        message = "никто из состава не назван человеком из people.yml"
        return found(kind, State.UNKNOWN, message, source, missing="memberships.person")
    if stale:
        said = count(stale, "человека", "человек", "человек")
        message = f"сведения не просмотрены у {said} из {len(days)}"
        advice = "Просмотрите people.yml и поставьте updated_on."
        return found(kind, awaited(case, due), message, source, due=due, advice=advice)
    return found(kind, State.MET, f"просмотрены у всех: {len(days)}", source)


def developments_examined(case: Case) -> Found:
    """Practices of the year are sent to the upper level for expertise (002 г))."""
    for regulation in case.regulations:
        tiers = {tier.code: tier.kind for tier in regulation.record.structure}
        for norm in case.fitting(regulation.record.agreements, case.year.ends):
            lower = tiers.get(norm.lower)
            if norm.kind is Agreement.EXPERTISE and lower is case.association.record.kind:
                yield from _examined(case, (regulation.id, norm))


def _examined(case: Case, source: tuple[str, AgreementNorm]) -> Found:
    relations, name = case.archive.relations, case.association.id
    shown = [entry for entry in relations.practices.get(name, ()) if _of_year(case, entry)]
    hidden = [entry for entry in relations.waiting.get(name, ()) if _of_year(case, entry)]
    for entry in shown:
        yield _expertise(case, entry, source)
    waiting = [e for e in hidden if e.record.status not in _BEFORE_EXPERTISE]
    sent = sum(any(step.sent_on for step in e.record.expertise) for e in waiting)
    if waiting:
        message = f"на рассмотрении: {len(waiting)}, направлено на экспертизу: {sent}"
        ends = case.year.ends
        yield found(
            NormKind.EXPERTISE, awaited(case, ends), message, source, subject="Очередь", due=ends
        )
    if not shown and not waiting:
        state = State.MET if case.over else State.DUE
        message = "разработок, описанных в этом году, нет"
        due = None if case.over else case.year.ends
        yield found(NormKind.EXPERTISE, state, message, source, due=due)


def _of_year(case: Case, entry: Entry[Practice]) -> bool:
    """A practice belongs to the year in which it was described."""
    day = entry.record.created_on
    return day is not None and case.year.contains(day) and day >= _first_of(case)


def _first_of(case: Case) -> date:
    return date(case.year.first, 9, 1)


def _expertise(case: Case, entry: Entry[Practice], source: tuple[str, AgreementNorm]) -> Finding:
    kind, steps = NormKind.EXPERTISE, entry.record.expertise
    more: dict[str, Any] = {"subject": entry.record.title, "evidence": proof(entry)}
    if any(step.conclusion or step.received_on for step in steps):
        return found(kind, State.MET, "заключение получено", source, **more)
    due = case.year.ends
    if any(step.sent_on for step in steps):
        message = "направлено, заключения ещё нет"
        return found(kind, awaited(case, due), message, source, due=due, **more)
    message = "не записано, направлена ли на экспертизу"
    return found(kind, State.UNKNOWN, message, source, missing="expertise", **more)


def experience_recommended(case: Case) -> Found:
    """Experience that was generalised in the year is recommended for publication (004 п. 22)."""
    for source in case.norms("publication", case.year.ends):
        yield _recommended(case, source)


def _recommended(case: Case, source: tuple[str, Demand]) -> Finding:
    kind, due = NormKind.PUBLICATION, case.year.ends
    mine = case.archive.relations.practices.get(case.association.id, ())
    rows = [entry for entry in mine if _of_year(case, entry)]
    chosen = [entry for entry in rows if entry.record.recommended_by]
    if chosen:
        message = f"рекомендовано практик: {len(chosen)} из {len(rows)}"
        return found(kind, State.MET, message, source, evidence=proof(*chosen))
    if not rows:
        message = "опыт за этот год ещё не описан"
        if case.over:
            return found(kind, State.UNKNOWN, message, source, missing="practices.created_on")
        return found(kind, State.DUE, message, source, due=due)
    message = "опыт описан, решения о рекомендации нет"
    advice = "Назовите решение в recommended_by практики."
    state, evidence = awaited(case, due), proof(*rows)
    return found(kind, state, message, source, due=due, advice=advice, evidence=evidence)
