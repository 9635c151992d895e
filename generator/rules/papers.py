"""Norms about papers: reports and analyses in time, and the list of documents."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple

from generator.load import Entry
from generator.models import Document
from generator.models.norms import Deadline, RequiredDocument
from generator.models.vocabulary import DocumentKind, Period
from generator.rules.case import Case, days_between, ended
from generator.rules.evidence import half_told, standing
from generator.rules.finding import Finding, NormKind, State
from generator.rules.periods import due_day, first_day, half_of
from generator.rules.words import Found, awaited, found, proof
from generator.values import count, short_date

_DAY = timedelta(days=1)
_OPENS_THE_YEAR = frozenset(
    {DocumentKind.COMPOSITION_ORDER, DocumentKind.NETWORK_ORDER, DocumentKind.PLAN}
)
"""What is drawn up for a school year, not about it: it is there when lessons begin."""


class Paper(NamedTuple):
    """A paper that may answer a deadline, and the day on which it was handed in or drawn up."""

    entry: Entry[Any] | None
    day: date | None
    field: str = "submitted_on"


class Window(NamedTuple):
    """The days between which a paper is in time; without a first day it is never too early."""

    first: date | None
    last: date

    def __str__(self) -> str:
        """«30.06.2026», or «с 01.05.2026 по 30.06.2026»."""
        last = short_date(self.last)
        return f"с {short_date(self.first)} по {last}" if self.first else last

    def holds(self, day: date | None) -> bool:
        """Tell whether a day lies within."""
        return day is not None and day <= self.last and (self.first is None or self.first <= day)


def papers_in_time(case: Case) -> Found:
    """Reports, analyses, portfolios and assessments come by their day, each about its own period
    (001 п. 2.3, разд. 6; 003 п. 4.4, 5.7; 004 п. 26.8). The norm of that day judges them."""
    for source in _deadlines(case):
        yield _in_time(case, source)


def _deadlines(case: Case) -> Iterator[tuple[str, Deadline]]:
    """Deadlines that are in force each on its own last day."""
    return case.norms_on("deadlines", lambda norm: due_day(norm, case.year))


def _in_time(case: Case, source: tuple[str, Deadline]) -> Finding:
    norm, kind = source[1], NormKind.DEADLINES
    window = Window(first_day(norm, case.year), due_day(norm, case.year))
    papers = sorted(_papers(case, norm), key=lambda one: one.day or date.max)
    more: dict[str, Any] = {"subject": _title(norm), "due": window.last}
    if not papers and (reason := _beside_life(case, norm)):
        return found(kind, State.MET, reason, source, **more)
    if timely := next((paper for paper in papers if window.holds(paper.day)), None):
        word = "составлено по состоянию на" if norm.as_of else _done(norm)
        message, evidence = f"{word} {short_date(timely.day or window.last)}", proof(timely.entry)
        return found(kind, State.MET, message, source, evidence=evidence, **more)
    if undated := next((paper for paper in papers if paper.day is None), None):
        message = f"документ есть, не записан {_what_day(norm)}"
        more |= {"missing": undated.field, "evidence": proof(undated.entry)}
        return found(kind, State.UNKNOWN, message, source, **more)
    return _not_in_time(case, papers, window, source, more)


def _beside_life(case: Case, norm: Deadline) -> str:
    """Why nothing is due of an association that was not there: created later, or ended before."""
    record, due = case.association.record, due_day(norm, case.year)
    begun, last, about_until = record.created_on, ended(record), due
    if norm.period is Period.CALENDAR_YEAR:
        about_until = min(due, date(_named_day(case, norm).year - 1, 12, 31))
    if begun and begun > about_until:
        return f"сдавать нечего: объединение создано {short_date(begun)}"
    if last and last < due:
        return f"сдавать нечего: объединение работало по {short_date(last)}"
    return ""


def _not_in_time(
    case: Case,
    papers: list[Paper],
    window: Window,
    source: tuple[str, Deadline],
    more: dict[str, Any],
) -> Finding:
    """A paper that came late stays late; one that came too early can still come in its time."""
    norm, kind = source[1], NormKind.DEADLINES
    for paper in papers:
        if paper.day and paper.day > window.last:
            late = count(days_between(window.last, paper.day), "день", "дня", "дней")
            message = f"{_done(norm)} {short_date(paper.day)}, на {late} позже срока"
            more["evidence"] = proof(paper.entry)
            return found(kind, State.VIOLATED, message, source, **more)
    state = awaited(case, window.last)
    addressee = f" Кому: {norm.addressee}." if norm.addressee else ""
    more["advice"] = f"{_what_to_do(norm)}.{addressee}"
    message = f"{'ждёт срока' if state is State.DUE else 'нет к сроку'} {window}"
    if papers and papers[-1].day:
        message = f"{_done(norm)} {short_date(papers[-1].day)}, а нужно {window}"
        more["evidence"] = proof(papers[-1].entry)
    return found(kind, state, message, source, **more)


def _done(norm: Deadline) -> str:
    return "проведено" if norm.document is DocumentKind.ASSESSMENT else "сдано"


def _what_day(norm: Deadline) -> str:
    if norm.as_of:
        return "день, на который он составлен"
    return "день оценки" if norm.document is DocumentKind.ASSESSMENT else "день сдачи"


def _what_to_do(norm: Deadline) -> str:
    first = (
        "Проведите оценку" if norm.document is DocumentKind.ASSESSMENT else "Подготовьте документ"
    )
    return f"{first} и внесите в записи {_what_day(norm)}"


def _title(norm: Deadline) -> str:
    """What is due; of two papers of one kind the day tells which."""
    title = norm.title or norm.document.label
    title = title[:1].upper() + title[1:]
    return f"{title} на {norm.day:02}.{norm.month:02}" if norm.as_of else title


def _papers(case: Case, norm: Deadline) -> Iterator[Paper]:
    """The papers that may answer a deadline; one with a day to come is not there yet."""
    for paper in (*_documents(case, norm), *_analyses(case, norm)):
        if paper.day is None or paper.day <= case.today:
            yield paper


def _documents(case: Case, norm: Deadline) -> Iterator[Paper]:
    """Papers of the register; of those for office use only the day is told."""
    for paper in case.near:
        record = paper.record
        if record.kind is norm.document and _about_period(case, paper, norm):
            public = record.visibility == "public"
            field = "period.date" if norm.as_of else "submitted_on"
            yield Paper(paper if public else None, _day_of(record, norm), field)


def _day_of(record: Document, norm: Deadline) -> date | None:
    if norm.as_of:
        return record.period.date if record.period else None
    if norm.document is DocumentKind.ASSESSMENT:
        return record.submitted_on or record.date
    return record.submitted_on


def _about_period(case: Case, paper: Entry[Document], norm: Deadline) -> bool:
    """Tell whether a paper is about the period that the deadline asks for.

    What does not name its period is about that of its folder.
    """
    record, period = paper.record, paper.record.period
    own, named = paper.year == case.year, _named_day(case, norm)
    if norm.assessment is not None and record.assessment is not norm.assessment:
        return False
    if period is None:
        return own and norm.period is Period.SCHOOL_YEAR
    if period.kind is not norm.period:
        return False
    if norm.period is Period.HALF_YEAR:
        if norm.as_of and period.date:
            return period.date == named
        return half_told(case, paper) == half_of(norm)
    if norm.period is Period.CALENDAR_YEAR:
        return own if period.year is None else period.year == named.year - 1
    return own if period.school_year is None else period.school_year == case.year


def _named_day(case: Case, norm: Deadline) -> date:
    """The day as the norm names it: «до 1 января» is a day of the new year, though the last day
    in time is one of the old."""
    due = due_day(norm, case.year)
    return due if norm.inclusive or norm.as_of else due + _DAY


def _analyses(case: Case, norm: Deadline) -> Iterator[Paper]:
    """The analysis of the year, and the assessments in it."""
    entry = case.analysis
    if entry is None:
        return
    record = entry.record
    if norm.document is DocumentKind.ANALYSIS and norm.period is Period.SCHOOL_YEAR:
        yield Paper(entry, record.submitted_on)
    if norm.document is DocumentKind.ASSESSMENT and norm.period is Period.SCHOOL_YEAR:
        for one in record.assessments:
            if norm.assessment in (None, one.kind):
                yield Paper(entry, one.date, "assessments.date")


def documents_there(case: Case) -> Found:
    """Each document of the list is there: once, for the year, or for each half of it
    (001 разд. 6, 004 п. 26)."""
    for source in case.norms("documents", case.year.ends):
        yield _there(case, source)


def _there(case: Case, source: tuple[str, RequiredDocument]) -> Finding:
    norm, kind = source[1], NormKind.DOCUMENTS
    stands, wanted = standing(case, norm), norm.min or 1
    title = norm.title[:1].upper() + norm.title[1:]
    more: dict[str, Any] = {"subject": title, "evidence": stands.evidence}
    if stands.number >= wanted:
        return found(kind, State.MET, stands.message, source, **more)
    due, last = _due_of(case, norm, stands.lacking), ended(case.association.record)
    if last and last < due:
        message = f"срок не настал: объединение работало по {short_date(last)}"
        return found(kind, State.MET, message, source, **more)
    message = f"есть {stands.number} из {wanted}" if stands.number else stands.message
    state = awaited(case, due)
    return found(kind, state, message, source, due=due, advice=stands.advice, **more)


def _due_of(case: Case, norm: RequiredDocument, lacking: frozenset[int]) -> date:
    """The day by which a document is wanted: that of its deadline; without one the first day of
    lessons for what opens a year, else the end of the year.

    Of a document for each half-year the first half that lacks it counts.
    """
    days = [
        due_day(deadline, case.year)
        for _, deadline in _deadlines(case)
        if deadline.document is norm.kind
        and norm.per in (None, Period.ONCE, deadline.period)
        and (not lacking or half_of(deadline) in lacking)
    ]
    if days and lacking:
        return min(days)
    if days:
        return next((day for day in sorted(days) if day >= case.today), max(days))
    opens = norm.per is Period.SCHOOL_YEAR and norm.kind in _OPENS_THE_YEAR
    return case.starts if opens else case.year.ends
