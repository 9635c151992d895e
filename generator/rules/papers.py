"""Norms about papers: reports and analyses in time, and the list of documents."""

from collections.abc import Iterator
from datetime import date
from typing import Any, NamedTuple

from generator.load import Entry
from generator.models import Analysis, Document
from generator.models.norms import Deadline, RequiredDocument
from generator.models.vocabulary import DocumentKind, Period
from generator.rules.case import Case, days_between
from generator.rules.evidence import standing
from generator.rules.finding import Finding, NormKind, State
from generator.rules.periods import due_day, first_day, half_of
from generator.rules.words import Found, found, proof
from generator.values import count, short_date


class Paper(NamedTuple):
    """A paper that may answer a deadline, and the day on which it was handed in or drawn up."""

    entry: Entry[Any] | None
    day: date | None


def papers_in_time(case: Case) -> Found:
    """Reports, analyses, portfolios and assessments come by their day, each about its own period
    (001 п. 2.3, разд. 6; 003 п. 4.4, 5.7; 004 п. 26.8)."""
    for source in case.norms("deadlines", case.year.ends):
        yield _in_time(case, source)


def _in_time(case: Case, source: tuple[str, Deadline]) -> Finding:
    norm = source[1]
    due, kind = due_day(norm, case.year), NormKind.DEADLINES
    papers = [*_documents(case, norm), *_analyses(case, norm)]
    more: dict[str, Any] = {"subject": _title(norm), "due": due}
    if not papers:
        late = case.today > due
        state = State.OVERDUE if late else State.DUE
        message = "не сдано" if late else f"ждёт срока {short_date(due)}"
        addressee = f" Кому: {norm.addressee}." if norm.addressee else ""
        advice = f"Подготовьте и внесите в записи день сдачи.{addressee}"
        return found(kind, state, message, source, advice=advice, **more)
    paper = min(papers, key=lambda one: one.day or date.max)
    more["evidence"] = proof(paper.entry)
    return _handed_in(case, paper, source, more)


def _handed_in(
    case: Case, paper: Paper, source: tuple[str, Deadline], more: dict[str, Any]
) -> Finding:
    norm, kind, due = source[1], NormKind.DEADLINES, more["due"]
    if paper.day is None:
        message = "документ есть, день не записан"
        missing = "period.date" if norm.as_of else "submitted_on"
        return found(kind, State.UNKNOWN, message, source, missing=missing, **more)
    opens = first_day(norm, case.year)
    if opens and paper.day < opens:
        message = f"{short_date(paper.day)}, раньше срока: с {short_date(opens)}"
        return found(kind, State.VIOLATED, message, source, **more)
    if paper.day > due:
        late = count(days_between(due, paper.day), "день", "дня", "дней")
        message = f"сдано {short_date(paper.day)}, на {late} позже срока"
        return found(kind, State.VIOLATED, message, source, **more)
    word = "составлен на" if norm.as_of else "сдано"
    return found(kind, State.MET, f"{word} {short_date(paper.day)}", source, **more)


def _title(norm: Deadline) -> str:
    """What is due; of two papers of one kind the day tells which."""
    title = norm.title or norm.document.label
    if norm.as_of:
        return f"{title} на {norm.day:02}.{norm.month:02}"
    return title


def _documents(case: Case, norm: Deadline) -> Iterator[Paper]:
    """Papers of the register; of those for office use only the day is told."""
    for paper in case.documents:
        record = paper.record
        if record.kind is norm.document and _about_period(case, record, norm):
            public = record.visibility == "public"
            yield Paper(paper if public else None, _day_of(record, norm))


def _day_of(record: Document, norm: Deadline) -> date | None:
    if norm.as_of:
        return record.period.date if record.period and record.period.date else record.date
    return record.submitted_on


def _about_period(case: Case, record: Document, norm: Deadline) -> bool:
    """Tell whether a paper is about the period that the deadline asks for."""
    if norm.assessment is not None and record.assessment is not norm.assessment:
        return False
    period = record.period
    if period is None:
        return norm.period is Period.SCHOOL_YEAR
    if period.kind is not norm.period:
        return False
    if norm.period is Period.CALENDAR_YEAR:
        return period.year in (None, due_day(norm, case.year).year - 1)
    if norm.period is Period.HALF_YEAR:
        named = _named_day(case, norm)
        return named == period.date if period.date else period.half == half_of(norm)
    return period.school_year in (None, case.year)


def _named_day(case: Case, norm: Deadline) -> date:
    return date(due_day(norm, case.year).year, norm.month, norm.day)


def _analyses(case: Case, norm: Deadline) -> Iterator[Paper]:
    """The analysis of the year, and the assessments in it."""
    entry = case.analysis
    if entry is None:
        return
    record: Analysis = entry.record
    if norm.document is DocumentKind.ANALYSIS and norm.period is Period.SCHOOL_YEAR:
        yield Paper(entry, record.submitted_on)
    if norm.document is DocumentKind.ASSESSMENT:
        for one in record.assessments:
            if norm.assessment in (None, one.kind):
                yield Paper(entry, one.date)


def documents_there(case: Case) -> Found:
    """Each document of the list is there: once, for the year, or for each half of it
    (001 разд. 6, 004 п. 26)."""
    for source in case.norms("documents", case.year.ends):
        yield _there(case, source)


def _there(case: Case, source: tuple[str, RequiredDocument]) -> Finding:
    norm, kind = source[1], NormKind.DOCUMENTS
    stands = standing(case, norm)
    wanted = norm.min or 1
    more: dict[str, Any] = {
        "subject": norm.title[:1].upper() + norm.title[1:],
        "evidence": stands.evidence,
    }
    if stands.number >= wanted and not stands.missing:
        return found(kind, State.MET, stands.message, source, **more)
    if stands.missing:
        message, missing = stands.message, stands.missing
        return found(kind, State.UNKNOWN, message, source, missing=missing, **more)
    due = _due_of(case, norm)
    late = case.today > due
    state = State.OVERDUE if late else State.DUE
    return found(kind, state, stands.message, source, due=due, advice=stands.advice, **more)


def _due_of(case: Case, norm: RequiredDocument) -> date:
    """The day by which a document is wanted: its own deadline, else the first day of lessons for
    what is made for the year, else the end of the year."""
    deadlines = (d for _, d in case.norms("deadlines", case.year.ends) if d.document is norm.kind)
    days = [due_day(deadline, case.year) for deadline in deadlines]
    if days:
        return next((day for day in sorted(days) if day >= case.today), max(days))
    return case.lessons[0] if norm.per is Period.SCHOOL_YEAR else case.year.ends
