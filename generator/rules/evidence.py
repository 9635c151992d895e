"""By which records a required document counts as present: papers of the register, and records
that are the document itself: plans, minutes, analyses, lists of those present."""

from collections.abc import Callable
from typing import Any, NamedTuple

from generator.models.norms import RequiredDocument
from generator.models.vocabulary import DocumentKind, DocumentStatus, Period
from generator.rules.case import Case
from generator.rules.finding import Evidence
from generator.rules.words import proof
from generator.values import count


class Standing(NamedTuple):
    """How many of a document there are, what shows it, and how to come to more."""

    number: int
    message: str
    evidence: tuple[Evidence, ...] = ()
    advice: str = "Внесите документ в documents.yml года."
    missing: str = ""


def standing(case: Case, norm: RequiredDocument) -> Standing:
    """What there is of a required document in a year."""
    own = _OWN_RECORDS.get(norm.kind)
    found = own(case) if own else None
    papers = _papers(case, norm)
    if found is None or (papers.number and not found.number):
        return papers
    return found


def _papers(case: Case, norm: RequiredDocument) -> Standing:
    """The papers of the register; one that serves once may lie in the folder of any year."""
    once = norm.per is Period.ONCE
    rows = [paper for paper in _register(case, once=once) if paper.record.kind is norm.kind]
    public = [paper for paper in rows if paper.record.visibility == "public"]
    hidden = len(rows) - len(public)
    if not rows:
        return Standing(0, "документа нет")
    if norm.per is Period.HALF_YEAR:
        halves = {paper.record.period.half for paper in rows if paper.record.period}
        dates = {paper.record.period.date for paper in rows if paper.record.period}
        number = max(len(halves - {None}), len(dates - {None}))
        if number < 2:
            return Standing(0, f"есть {max(number, 1)} из двух полугодий", proof(*public))
    message = "документ есть" + (", для служебного пользования" if hidden and not public else "")
    return Standing(len(rows), message, proof(*public))


def _register(case: Case, *, once: bool) -> list[Any]:
    if not once:
        return list(case.documents)
    relations = case.archive.relations
    years = relations.years.get(case.association.id, ())
    return [
        paper
        for year in years
        if year <= case.year
        for paper in relations.documents.get((case.association.id, year), ())
        if paper.record.status is DocumentStatus.IN_FORCE
    ]


def _plan(case: Case) -> Standing | None:
    if case.plan is None:
        return None
    return Standing(1, "план внесён", proof(case.plan))


def _regulation(case: Case) -> Standing | None:
    """The regulation by which the association works is on this site."""
    return Standing(1, "положение есть на сайте", proof(*case.regulations[:1]))


def _composition(case: Case) -> Standing | None:
    rows = case.association.record.compositions
    if any(row.year == case.year and row.act for row in rows):
        return Standing(1, "приказ назван в записи объединения", proof(case.association))
    return None


def _minutes(case: Case) -> Standing:
    past = [entry for entry in case.meetings if entry.record.date <= case.today]
    held = [entry for entry in past if entry.record.status.held]
    said = count(len(held), "протокол", "протокола", "протоколов")
    if len(held) < len(past):
        advice = "Внесите протоколы прошедших заседаний."
        return Standing(0, f"{said} на {len(past)} заседаний", proof(*held), advice)
    advice = "Внесите протокол первого заседания."
    return Standing(len(held), said if held else "протоколов ещё нет", proof(*held), advice)


def _analysis(case: Case) -> Standing | None:
    if case.analysis is None:
        return None
    return Standing(1, "анализ внесён", proof(case.analysis))


def _attendance(case: Case) -> Standing:
    """A list by name, or the mark that it is attached, for each meeting held."""
    lacking = [
        entry
        for entry in case.held
        if not (a := entry.record.attendance) or not (a.people or a.list_attached)
    ]
    with_list = [entry for entry in case.held if entry not in lacking]
    said = f"списки есть у {len(with_list)} из {len(case.held)} заседаний"
    advice = "Внесите присутствовавших поимённо или отметьте list_attached."
    if not case.held:
        return Standing(0, "заседаний ещё не было", (), advice)
    return Standing(0 if lacking else len(with_list), said, proof(*with_list), advice)


def _materials(case: Case) -> Standing:
    """Attachments of minutes or materials of questions, at least for one meeting."""
    with_files = [
        entry
        for entry in case.held
        if entry.record.attachments or any(item.materials for item in entry.record.agenda)
    ]
    said = f"материалы есть у {len(with_files)} из {len(case.held)} заседаний"
    advice = "Приложите материалы к протоколам: attachments или materials."
    return Standing(len(with_files), said, proof(*with_files), advice)


_OWN_RECORDS: dict[DocumentKind, Callable[[Case], Standing | None]] = {
    DocumentKind.PLAN: _plan,
    DocumentKind.REGULATION: _regulation,
    DocumentKind.COMPOSITION_ORDER: _composition,
    DocumentKind.MINUTES: _minutes,
    DocumentKind.ANALYSIS: _analysis,
    DocumentKind.REGISTRATION_LIST: _attendance,
    DocumentKind.MEETING_MATERIALS: _materials,
}
"""Documents that are records themselves; the register may have them as well."""
