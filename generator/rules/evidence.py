"""By which records a required document counts as present: papers of the register, and records
that are the document itself: plans, minutes, analyses, lists of those present."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from typing import NamedTuple

from generator.load import Entry
from generator.models import Document
from generator.models.norms import RequiredDocument
from generator.models.vocabulary import DocumentKind, DocumentStatus, Period
from generator.rules.case import Case
from generator.rules.finding import Evidence
from generator.rules.people import composition_orders
from generator.rules.words import proof
from generator.values import count

_HALVES = {1: "первое полугодие", 2: "второе полугодие"}


class Standing(NamedTuple):
    """How many of a document there are, what shows it, and how to come to more.

    `lacking` names the half-years of which there is none, where each is to have one.
    """

    number: int
    message: str
    evidence: tuple[Evidence, ...] = ()
    advice: str = "Внесите документ в documents.yml года."
    lacking: frozenset[int] = frozenset()


def standing(case: Case, norm: RequiredDocument) -> Standing:
    """What there is of a required document in a year."""
    if norm.per is Period.HALF_YEAR:
        return _halves(case, norm)
    own = _OWN_RECORDS.get(norm.kind)
    found = own(case) if own else None
    papers = _papers(case, norm)
    if found is None or (papers.number and not found.number):
        return papers
    return found


def _halves(case: Case, norm: RequiredDocument) -> Standing:
    """The papers of both half-years of a school year."""
    told = {
        half: paper
        for paper in case.near
        if paper.record.kind is norm.kind and (half := half_told(case, paper))
    }
    lacking, public = frozenset({1, 2} - set(told)), _public(told[half] for half in sorted(told))
    if not told:
        return Standing(0, "документа нет", lacking=lacking)
    if lacking:
        message = f"есть только за {_HALVES[3 - min(lacking)]}"
        return Standing(0, message, proof(*public), lacking=lacking)
    return Standing(2, "есть за оба полугодия", proof(*public))


def half_told(case: Case, paper: Entry[Document]) -> int | None:
    """About which half of this school year a paper is; none where it is about no half of it.

    A half-year is named by a day near its end, or by its number in the calendar year that is
    written beside it, or by its number in the school year.
    """
    period = paper.record.period
    if period is None or period.kind is not Period.HALF_YEAR:
        return None
    if period.date is None and period.year is None:
        own = (period.school_year or paper.year) == case.year
        return period.half if own and period.half in (1, 2) else None
    named = _nearest_half(period.date) if period.date else (period.year, period.half)
    halves = ((case.year.first, 2), (case.year.second, 1))
    return halves.index(named) + 1 if named in halves else None


def _nearest_half(day: date) -> tuple[int, int]:
    """The calendar half-year whose end is the nearest to a day."""
    if day.month <= 3:
        return day.year - 1, 2
    return day.year, 1 if day.month <= 9 else 2


def _papers(case: Case, norm: RequiredDocument) -> Standing:
    """The papers of the register. One that serves once may lie in the folder of any year; where
    nobody says how often, so may one that is about no period and still in force."""
    rows = [paper for paper in case.documents if _fits(paper, norm)]
    if not rows and norm.per in (None, Period.ONCE):
        rows = [paper for paper in _earlier(case, norm) if paper.record.kind is norm.kind]
    if not rows:
        return Standing(0, "документа нет")
    public = _public(rows)
    return Standing(
        len(rows),
        "документ есть" + ("" if public else ", для служебного пользования"),
        proof(*public),
    )


def _fits(paper: Entry[Document], norm: RequiredDocument) -> bool:
    """Tell whether a paper is of this kind, and about a whole year where the norm asks for it."""
    period = paper.record.period
    whole = period is None or period.kind in (Period.SCHOOL_YEAR, Period.ONCE)
    return paper.record.kind is norm.kind and (norm.per is not Period.SCHOOL_YEAR or whole)


def _earlier(case: Case, norm: RequiredDocument) -> Iterator[Entry[Document]]:
    """Papers of earlier years that are still in force."""
    relations, name = case.archive.relations, case.association.id
    for year in sorted(relations.years.get(name, ()), reverse=True):
        for paper in relations.documents.get((name, year), ()) if year < case.year else ():
            bound = paper.record.period is not None and norm.per is None
            if paper.record.status is DocumentStatus.IN_FORCE and not bound:
                yield paper


def _public(papers: Iterable[Entry[Document]]) -> list[Entry[Document]]:
    return [paper for paper in papers if paper.record.visibility == "public"]


def _plan(case: Case) -> Standing | None:
    if case.plan is None:
        return None
    return Standing(1, "план внесён", proof(case.plan))


def _regulation(case: Case) -> Standing | None:
    """The regulation by which the association works is on this site."""
    return Standing(1, "положение есть на сайте", proof(*case.regulations[:1]))


def _composition(case: Case) -> Standing | None:
    """The act in the record of the association, else an order that lies with another body."""
    rows = case.association.record.compositions
    if any(row.year == case.year and row.act for row in rows):
        return Standing(1, "приказ назван в записи объединения", proof(case.association))
    orders = list(composition_orders(case))
    public = _public(orders)
    beside = "" if public else ", для служебного пользования"
    return Standing(1, f"приказ есть{beside}", proof(*public)) if orders else None


def _minutes(case: Case) -> Standing:
    """Minutes of every meeting whose day has passed."""
    past = [m for m in case.meetings if m.record.status.held or m.record.date < case.today]
    if not past:
        return Standing(0, "протоколов ещё нет", (), "Внесите протокол первого заседания.")
    held = case.held
    said = f"протоколы есть у {len(held)} из {_meetings(len(past))}"
    advice = "Внесите протоколы прошедших заседаний."
    return Standing(len(held) if len(held) == len(past) else 0, said, proof(*held), advice)


def _meetings(number: int) -> str:
    return count(number, "заседания", "заседаний", "заседаний")


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
    said = f"списки есть у {len(with_list)} из {_meetings(len(case.held))}"
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
    if not case.held:
        return Standing(0, "заседаний ещё не было")
    said = f"материалы есть у {len(with_files)} из {_meetings(len(case.held))}"
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
