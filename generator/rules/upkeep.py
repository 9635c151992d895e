"""Norms about what is kept up: data of members, practices sent for expertise and recommended."""

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any

from generator.load import Entry
from generator.models import Document, Practice
from generator.models.norms import AgreementNorm, Demand, MemberDataNorm
from generator.models.practice import Expertise
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
    if banks := list(_banks(case)):
        public = [d for d in banks if d.record.visibility == "public"]
        message = "банк данных в этом учебном году обновлён"
        return found(kind, State.MET, message, source, evidence=proof(*public))
    names = dict.fromkeys(row.person for row in case.members(case.looked_at) if row.person)
    if not names:
        message = "никто из состава не назван человеком из people.yml"
        return found(kind, State.UNKNOWN, message, source, missing="memberships.person")
    days = [case.archive.people[name].record.updated_on for name in names]
    if any(day and day > case.year.ends for day in days):
        message = "известен только последний просмотр, он позже этого учебного года"
        return found(kind, State.UNKNOWN, message, source, missing="people.updated_on")
    stale = sum(day is None or day < case.year.begins for day in days)
    if stale:
        said = count(stale, "человека", "человек", "человек")
        message = f"сведения не просмотрены у {said} из {len(days)}"
        advice = "Просмотрите people.yml и поставьте updated_on."
        return found(kind, awaited(case, due), message, source, due=due, advice=advice)
    return found(kind, State.MET, f"сведения просмотрены у всех, кто назван: {len(days)}", source)


def _banks(case: Case) -> Iterator[Entry[Document]]:
    """Data banks in the register with a day of this school year."""
    for paper in case.documents:
        day = paper.record.submitted_on or paper.record.date
        if paper.record.kind is DocumentKind.DATA_BANK and day and case.year.contains(day):
            yield paper


def developments_examined(case: Case) -> Found:
    """Practices of the year are sent to the upper level for expertise (002 г))."""
    for regulation in case.in_force(case.year.ends):
        tiers = {tier.code: tier.kind for tier in regulation.record.structure}
        for norm in case.fitting(regulation.record.agreements, case.year.ends):
            lower = tiers.get(norm.lower)
            if norm.kind is Agreement.EXPERTISE and lower is case.association.record.kind:
                yield from _examined(case, (regulation.id, norm))


def _examined(case: Case, source: tuple[str, AgreementNorm]) -> Found:
    """Each published practice by its name; of those that wait only how many there are."""
    relations, name = case.archive.relations, case.association.id
    shown, undated = _of_year(case, relations.practices.get(name, ()))
    hidden, unknown = _of_year(case, relations.waiting.get(name, ()))
    for entry in shown:
        yield _expertise(case, entry, source)
    waiting = [entry for entry in hidden if entry.record.status not in _BEFORE_EXPERTISE]
    if waiting:
        yield _queue(case, waiting, source)
    if not shown and not waiting:
        yield _none_described(case, source, undated + unknown)


def _of_year(case: Case, entries: Sequence[Entry[Practice]]) -> tuple[list[Entry[Practice]], int]:
    """The practices that were described in this school year, and how many lack their day."""
    first, last = date(case.year.first, 9, 1), case.year.ends
    days = [(entry, entry.record.created_on) for entry in entries]
    return [one for one, day in days if day and first <= day <= last], sum(not d for _, d in days)


def _none_described(case: Case, source: tuple[str, AgreementNorm], undated: int) -> Finding:
    kind = NormKind.EXPERTISE
    if not case.over:
        message, due = "разработок, описанных в этом учебном году, ещё нет", case.year.ends
        return found(kind, State.DUE, message, source, due=due)
    if undated:
        message = "описаны ли разработки в этом учебном году, не записано"
        return found(kind, State.UNKNOWN, message, source, missing="practices.created_on")
    message = "разработок, описанных в этом учебном году, нет"
    return found(kind, State.MET, message, source)


def _queue(
    case: Case, waiting: Sequence[Entry[Practice]], source: tuple[str, AgreementNorm]
) -> Finding:
    """Practices that are not public yet: only their number is told."""
    kind, subject = NormKind.EXPERTISE, "Очередь"
    sent = sum(any(_sent(step) for step in entry.record.expertise) for entry in waiting)
    message = f"на рассмотрении: {len(waiting)}, из них направлено на экспертизу: {sent}"
    if sent == len(waiting):
        return found(kind, State.MET, message, source, subject=subject)
    due = case.year.ends
    return found(kind, awaited(case, due), message, source, subject=subject, due=due)


def _sent(step: Expertise) -> bool:
    """Tell whether a practice was sent: nobody answers what was not."""
    return bool(step.sent_on or step.received_on or step.conclusion)


def _expertise(case: Case, entry: Entry[Practice], source: tuple[str, AgreementNorm]) -> Finding:
    """The norm asks to send; the conclusion is the upper level's to give."""
    kind, steps = NormKind.EXPERTISE, entry.record.expertise
    more: dict[str, Any] = {"subject": entry.record.title, "evidence": proof(entry)}
    if any(step.conclusion or step.received_on for step in steps):
        return found(kind, State.MET, "направлено, заключение получено", source, **more)
    if any(step.sent_on for step in steps):
        return found(kind, State.MET, "направлено, заключения ещё нет", source, **more)
    message = "не записано, направлено ли на экспертизу"
    return found(kind, State.UNKNOWN, message, source, missing="expertise.sent_on", **more)


def experience_recommended(case: Case) -> Found:
    """Experience that was generalised in the year is recommended for publication (004 п. 22)."""
    for source in case.norms("publication", case.year.ends):
        yield _recommended(case, source)


def _recommended(case: Case, source: tuple[str, Demand]) -> Finding:
    kind, due = NormKind.PUBLICATION, case.year.ends
    mine = case.archive.relations.practices.get(case.association.id, ())
    rows, _ = _of_year(case, mine)
    chosen = [e for e in rows if e.record.recommended_by or e.record.recommended_note]
    if chosen:
        message = f"рекомендовано практик: {len(chosen)} из {len(rows)}"
        return found(kind, State.MET, message, source, evidence=proof(*chosen))
    if not rows and case.over:
        message = "опыт, описанный в этом учебном году, не записан"
        return found(kind, State.UNKNOWN, message, source, missing="practices.created_on")
    if not rows:
        return found(kind, State.DUE, "опыт этого года ещё не описан", source, due=due)
    message = "опыт описан, решения о рекомендации нет"
    advice = "Назовите решение в recommended_by практики."
    state, evidence = awaited(case, due), proof(*rows)
    return found(kind, state, message, source, due=due, advice=advice, evidence=evidence)
