"""Records that contradict themselves or the folder that they lie in. Each function is one rule."""

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from typing import Any

from generator.archive.ground import Ground
from generator.archive.index import meeting_id
from generator.archive.needs import words_of
from generator.archive.practice_states import bank_says_how, state_fits_record, steps_in_order
from generator.archive.relations import Relations
from generator.archive.wrong import Wrong
from generator.load import Entry, Kind
from generator.models import (
    Activities,
    Analysis,
    Association,
    Meeting,
    Person,
    Plan,
    Record,
    Regulation,
    Site,
    Vote,
)
from generator.models.norms import Norm
from generator.models.regulation import VERSIONED
from generator.models.vocabulary import ConsentField, MeetingStatus
from generator.problems import Code, codes
from generator.values import SchoolYear, When, WhenKind, short_date

Location = tuple[str | int, ...]


def date_in_year(entry: Entry[Meeting]) -> Iterator[Wrong]:
    """A meeting's date lies in the school year of its folder."""
    day = entry.record.date
    if not entry.school_year.contains(day):
        words = {"date": short_date(day), "year": entry.school_year}
        yield _wrong(codes.DATE_OUTSIDE_YEAR, entry, ("date",), **words)


def date_as_file_name(entry: Entry[Meeting]) -> Iterator[Wrong]:
    """A meeting's file is named after its date."""
    day = entry.record.date
    if not entry.slug.startswith(day.isoformat()):
        yield _wrong(
            codes.DATE_NOT_AS_NAMED, entry, ("date",), date=short_date(day), name=entry.slug
        )


def votes_within_present(entry: Entry[Meeting]) -> Iterator[Wrong]:
    """No more votes are cast than members are present."""
    attendance = entry.record.attendance
    present = attendance.present if attendance else None
    for vote, location in _votes(entry.record):
        if present is not None and vote.cast is not None and vote.cast > present:
            yield _wrong(codes.VOTES_EXCEED, entry, location, votes=vote.cast, present=present)


def unanimous_means_all(entry: Entry[Meeting]) -> Iterator[Wrong]:
    """A unanimous vote has none against and none abstained."""
    for vote, location in _votes(entry.record):
        if vote.unanimous and (vote.against or vote.abstained):
            yield _wrong(codes.UNANIMOUS_AGAINST, entry, location)


def present_within_composition(entry: Entry[Meeting]) -> Iterator[Wrong]:
    """No more members are present than there are."""
    attendance, total = entry.record.attendance, entry.record.members_total
    present = attendance.present if attendance else None
    if present is not None and total is not None and present > total:
        location = ("attendance", "present_count")
        yield _wrong(codes.PRESENT_EXCEED, entry, location, present=present, total=total)


def agenda_numbers_exist(entry: Entry[Meeting]) -> Iterator[Wrong]:
    """What was heard and decided names questions that stand on the agenda."""
    known = set(entry.record.agenda_numbers())
    known |= {sub.number for item in entry.record.agenda for sub in item.sub_items if sub.number}
    for number, location in _cited(entry.record):
        if number not in known:
            words = {"number": number, "known": ", ".join(entry.record.agenda_numbers())}
            yield _wrong(codes.AGENDA_NUMBER, entry, location, **words)


def numbers_are_unique(entry: Entry[Meeting]) -> Iterator[Wrong]:
    """No two questions and no two decisions bear one number."""
    groups = (
        ("agenda", entry.record.agenda_numbers()),
        ("decisions", entry.record.decision_numbers()),
    )
    for name, numbers in groups:
        for number, times in Counter(numbers).items():
            if times > 1:
                place = len(numbers) - 1 - numbers[::-1].index(number)
                yield _wrong(codes.NUMBER_TWICE, entry, (name, place, "number"), number=number)


def ends_after_start(entry: Entry[Meeting]) -> Iterator[Wrong]:
    """A meeting ends after it begins."""
    start, end = entry.record.time, entry.record.end_time
    if start and end and end < start:
        words = {"start": f"{start:%H:%M}", "end": f"{end:%H:%M}"}
        yield _wrong(codes.ENDS_BEFORE_START, entry, ("end_time",), **words)


def reviews_look_back(entry: Entry[Meeting]) -> Iterator[Wrong]:
    """A meeting looks at decisions of earlier meetings: their file names tell the day."""
    day = entry.record.date.isoformat()
    for place, review in enumerate(entry.record.reviews):
        meeting = meeting_id(review.decision.partition("#")[0], entry)
        if meeting == entry.id or meeting.rpartition("/")[2][: len(day)] > day:
            words = {"decision": review.decision, "date": short_date(entry.record.date)}
            yield _wrong(codes.REVIEW_TOO_EARLY, entry, ("reviews", place, "decision"), **words)


def year_as_folder(entry: Entry[Plan | Analysis | Activities]) -> Iterator[Wrong]:
    """A school year written in a record is the one of its folder."""
    year = entry.record.school_year
    if year is not None and year != entry.year:
        yield _wrong(codes.YEAR_NOT_AS_NAMED, entry, ("school_year",), year=year, folder=entry.year)


def plan_dates_in_year(entry: Entry[Plan]) -> Iterator[Wrong]:
    """Whatever has a year in a plan touches the plan's school year."""
    year = entry.school_year
    groups = (("meetings", entry.record.meetings), ("events", entry.record.events))
    for name, items in groups:
        for place, item in enumerate(items):
            outside = (shown for shown, day in _bounds(item.when, year) if not year.contains(day))
            for shown in islice(outside, 1):
                words = {"date": shown, "year": year}
                yield _wrong(codes.DATE_OUTSIDE_YEAR, entry, (name, place, "when"), **words)


def _bounds(when: When | None, year: SchoolYear) -> Iterator[tuple[str, date]]:
    """The bounds of a time that are written with their year: as text, and as a day."""
    if when is None:
        return
    if when.kind is WhenKind.YEAR and when.start.year:
        yield f"{when.start.year}/{when.end.year}", date(when.start.year, 9, 1)
        return
    for bound in (when.start, when.end):
        if bound.year:
            yield short_date(bound.exact) if bound.exact else bound.text(), bound.first(year)


def name_with_consent(entry: Entry[Person]) -> Iterator[Wrong]:
    """A name stands in the public repository only with a consent on record (152-ФЗ, art. 10.1)."""
    person = entry.record
    parts = ("surname", "given_name", "patronymic", "name_forms")
    named = [name for name in parts if getattr(person, name)]
    if not named:
        return
    if person.allows_anywhere(ConsentField.NAME):
        return
    withdrawn = any(
        ConsentField.NAME in given.fields and given.withdrawn_on for given in person.agreed
    )
    code = codes.CONSENT_WITHDRAWN if withdrawn else codes.NAME_WITHOUT_CONSENT
    yield _wrong(code, entry, (named[0],))


def names_go_by_id(entry: Entry[Record], ground: Ground) -> Iterator[Wrong]:
    """Whoever is on record is named by id: a surname in words would outlive the consent."""
    for location, word in words_of(entry):
        if word in ground.relations.surnames:
            yield _wrong(codes.NAME_IN_RECORD, entry, location, value=word)


def calendar_in_order(entry: Entry[Site]) -> Iterator[Wrong]:
    """Years, quarters and holidays end after they begin."""
    for place, year in enumerate(entry.record.school_years):
        home = ("school_years", place)
        yield from _in_order(entry, year.begins, year.ends, (*home, "ends"))
        for spot, quarter in enumerate(year.quarters):
            location = (*home, "quarters", spot, "ends")
            yield from _in_order(entry, quarter.begins, quarter.ends, location)
        for spot, holidays in enumerate(year.holidays):
            location = (*home, "holidays", spot, "ends")
            yield from _in_order(entry, holidays.begins, holidays.ends, location)


def memberships_in_order(entry: Entry[Association]) -> Iterator[Wrong]:
    """A membership ends after it begins, and so does the association."""
    for place, member in enumerate(entry.record.memberships):
        location = ("memberships", place, "to")
        yield from _in_order(entry, member.from_date, member.to_date, location)
    record = entry.record
    yield from _in_order(entry, record.created_on, record.liquidated_on, ("liquidated_on",))


def norms_in_turn(entry: Entry[Regulation]) -> Iterator[Wrong]:
    """Of the versions of a norm, and of an office, one is in force at a time for one kind of body;
    the regulation itself ends after it begins."""
    record = entry.record
    yield from _in_order(entry, record.valid_from, record.valid_to, ("valid_to",))
    for name in (*VERSIONED, "roles"):
        seen: list[Any] = []
        for place, norm in enumerate(getattr(entry.record, name)):
            role = getattr(norm, "role", None)
            same = (old for old in seen if getattr(old, "role", None) is role)
            if any(_overlap(old, norm) for old in same):
                title = Regulation.model_fields[name].title
                yield _wrong(codes.NORMS_OVERLAP, entry, (name, place), title=title)
            seen.append(norm)


def _overlap(one: Norm, other: Norm) -> bool:
    if one.kinds and other.kinds and not {*one.kinds} & {*other.kinds}:
        return False
    starts = max(one.valid_from or date.min, other.valid_from or date.min)
    return starts <= min(one.valid_to or date.max, other.valid_to or date.max)


def _in_order(
    entry: Entry[Record], start: date | None, end: date | None, location: Location
) -> Iterator[Wrong]:
    if start and end and end < start:
        words = {"start": short_date(start), "end": short_date(end)}
        yield _wrong(codes.ENDS_BEFORE_START, entry, location, **words)


def _votes(meeting: Meeting) -> Iterator[tuple[Vote, Location]]:
    if meeting.vote:
        yield meeting.vote, ("vote",)
    for place, decision in enumerate(meeting.decisions):
        if decision.vote:
            yield decision.vote, ("decisions", place, "vote")


def _cited(meeting: Meeting) -> Iterator[tuple[str, Location]]:
    """The numbers of agenda items that hearings and decisions name."""
    for place, hearing in enumerate(meeting.hearings):
        for spot, number in enumerate(hearing.agenda):
            yield number, ("hearings", place, "agenda", spot)
    for place, decision in enumerate(meeting.decisions):
        for spot, number in enumerate(decision.agenda):
            yield number, ("decisions", place, "agenda", spot)


def _wrong(code: Code, entry: Entry[Record], location: Location, **words: object) -> Wrong:
    return Wrong(code, entry, location, words)


RULES: dict[Kind, tuple[Callable[[Any], Iterator[Wrong]], ...]] = {
    Kind.MEETING: (
        date_in_year,
        date_as_file_name,
        votes_within_present,
        unanimous_means_all,
        present_within_composition,
        agenda_numbers_exist,
        numbers_are_unique,
        ends_after_start,
        reviews_look_back,
    ),
    Kind.PLAN: (year_as_folder, plan_dates_in_year),
    Kind.ANALYSIS: (year_as_folder,),
    Kind.ACTIVITIES: (year_as_folder,),
    Kind.PERSON: (name_with_consent,),
    Kind.SITE: (calendar_in_order,),
    Kind.ASSOCIATION: (memberships_in_order,),
    Kind.REGULATION: (norms_in_turn,),
    Kind.PRACTICE: (state_fits_record, steps_in_order, bank_says_how),
}
"""Which rules judge which kind of record."""


def held_ahead(relations: Relations, today: date) -> Iterator[Wrong]:
    """A meeting that has minutes does not lie ahead."""
    for entry in reversed(relations.held.get(None, ())):
        day = entry.record.date
        if day <= today:
            return  # they come in the order of their days
        yield _wrong(codes.HELD_AHEAD, entry, ("date",), date=short_date(day))


def met_after_end(relations: Relations) -> Iterator[Wrong]:
    """An association that has ended meets no more (003, п. 3.2)."""
    for body in relations.liquidated.get(None, ()):
        begin, end = body.record.created_on, body.record.liquidated_on
        if end is None or (begin and end < begin):
            continue  # that is told of the association itself
        for year in relations.years.get(body.id, ()):
            for entry in relations.meetings.get((body.id, year), ()):
                day = entry.record.date
                if day > end and entry.record.status is not MeetingStatus.CANCELLED:
                    words = {"date": short_date(day), "end": short_date(end)}
                    yield _wrong(codes.MEETING_AFTER_END, entry, ("date",), **words)


def contradictions(entry: Entry[Record]) -> Iterator[Wrong]:
    """Yield every contradiction of a record with itself or its folder."""
    for rule in RULES.get(entry.kind, ()):
        yield from rule(entry)
