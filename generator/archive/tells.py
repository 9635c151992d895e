"""What each record tells of itself to the others: all that relations are made of.

One function a kind of record, and each looks at nothing but that record. So what a record tells is
worked out once, kept as plain values, and put together with what the others tell (relations.py)
without opening any of them again.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any, NamedTuple

from generator.archive.facets import (
    LISTED,
    FacetName,
    face_of,
    practice_day,
    slug_of,
    values_of,
)
from generator.archive.index import decision_id, meeting_id
from generator.archive.traits import traits_of
from generator.load import Entry, Kind
from generator.models import (
    Activities,
    Analysis,
    Association,
    Document,
    Meeting,
    Person,
    Plan,
    Practice,
)
from generator.models.vocabulary import ConsentField, ConsentPurpose, MeetingStatus, PlanItemStatus

PlainTell = tuple[str, str, tuple[Any, ...]]
"""A piece of a relation as it is kept between runs."""


class Tell(NamedTuple):
    """A piece of a relation: under which key, and what. Values of one key are sorted."""

    relation: str
    key: str
    value: tuple[Any, ...]


def tells_of(entry: Entry[Any]) -> tuple[Tell, ...]:
    """All that a record tells of itself."""
    tell = _OF_KIND.get(entry.kind)
    own = tell(entry) if tell else ()
    return (*own, *_aliases(entry))


def year_key(association: str, year: object) -> str:
    """The key of an association's school year."""
    return f"{association}/{year}"


def subject_key(kind: Kind, id_: str) -> str:
    """The key of a record of any kind."""
    return f"{kind.value}/{id_}"


def is_public(record: Any) -> bool:
    """Tell whether the public may know of a record: of practices and papers not of all."""
    if isinstance(record, Practice):
        return record.status.public
    return not isinstance(record, Document) or record.visibility == "public"


def _aliases(entry: Entry[Any]) -> Iterator[Tell]:
    """The former addresses of a record that can be seen."""
    aliases = getattr(entry.record, "aliases", ())
    for place, alias in enumerate(aliases if is_public(entry.record) else ()):
        yield Tell("aliases", alias, (entry.path, entry.kind.value, entry.id, place))


def _association(entry: Entry[Association]) -> Iterator[Tell]:
    record = entry.record
    if record.parent:
        yield Tell("parents", entry.id, (record.parent,))
        yield Tell("children", record.parent, (entry.path, entry.id))
    yield Tell("lives", "", (entry.id, _iso(record.created_on), _iso(_ended(record))))
    if record.liquidated_on:
        yield Tell("liquidated", "", (entry.id,))
    for name in sorted({record.founder, record.host_organisation} - {None}, key=str):
        yield Tell("hosted", str(name), (entry.path, entry.id))


def _ended(record: Association) -> date | None:
    """The day on which an association ends, so far as it is known."""
    return record.liquidated_on or record.working_until


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""


def _person(entry: Entry[Person]) -> Iterator[Tell]:
    person = entry.record
    if person.surname:
        yield Tell("surnames", person.surname, (entry.id,))
        if not person.allows(ConsentField.NAME, ConsentPurpose.PAGES):
            yield Tell("silenced", "", (entry.id,))


def _plan(entry: Entry[Plan]) -> Iterator[Tell]:
    yield Tell("years", entry.association, (str(entry.school_year),))
    for place, item in enumerate(entry.record.items):
        if item.meeting:
            yield Tell("planned_as", meeting_id(item.meeting, entry), (entry.path, entry.id, place))
        if item.number:
            yield Tell("plan_items", f"{entry.id}#{item.number}", (entry.id, place))
    for place, point in enumerate(entry.record.meetings):
        if point.when and not point.when.vague and not point.meeting and _is_open(point.status):
            _, last = point.when.span(entry.school_year)
            yield Tell("points", "", (last.isoformat(), entry.id, place))


def _is_open(status: PlanItemStatus) -> bool:
    return status is PlanItemStatus.PLANNED


def _analysis(entry: Entry[Analysis]) -> Iterator[Tell]:
    yield Tell("years", entry.association, (str(entry.school_year),))


def _activities(entry: Entry[Activities]) -> Iterator[Tell]:
    yield Tell("years", entry.association, (str(entry.school_year),))


def _meeting(entry: Entry[Meeting]) -> Iterator[Tell]:
    record, day = entry.record, entry.record.date.isoformat()
    for body in (entry.association, *record.joint_with):
        yield Tell("meetings", year_key(body, entry.year), (day, entry.slug, entry.id))
        yield Tell("years", body, (str(entry.school_year),))
    if record.status.held:
        yield Tell("held", "", (day, entry.id))
    elif record.status is MeetingStatus.PLANNED:
        yield Tell("ahead", "", (day, entry.id))
    for place, number in enumerate(record.decision_numbers()):
        yield Tell("decisions", f"{entry.id}#{number}", (entry.id, place))
    for place, review in enumerate(record.reviews if record.status.held else ()):
        yield Tell("reviews", decision_id(review.decision, entry), (day, entry.id, place))


def _document(entry: Entry[Document]) -> Iterator[Tell]:
    record = entry.record
    home = (entry.path, entry.within[-1], entry.id)
    yield Tell("documents", year_key(entry.association, entry.year), home)
    yield Tell("years", entry.association, (str(entry.school_year),))
    if record.visibility == "public":
        yield Tell("paper_years", "", (str(entry.school_year),))
        yield Tell("papers", str(entry.school_year), (entry.association, entry.id))
    for subject in record.approves:
        named = (
            (Kind.PLAN, subject.plan_of and year_key(subject.plan_of, entry.year)),
            (Kind.MEETING, subject.meeting and meeting_id(subject.meeting, entry)),
            (Kind.ASSOCIATION, subject.association or subject.composition_of),
            (Kind.PRACTICE, subject.practice),
            (Kind.REGULATION, subject.regulation),
            (Kind.DOCUMENT, subject.document),
        )
        for kind, name in named:
            if name:
                yield Tell("approved_by", subject_key(kind, name), home)


def _practice(entry: Entry[Practice]) -> Iterator[Tell]:
    record = entry.record
    home = (entry.path, entry.id)
    if not record.status.public:
        if record.association:
            yield Tell("waiting", record.association, home)
        return
    yield Tell("cards", "", (practice_day(record), entry.id))
    if record.association:
        yield Tell("practices", record.association, home)
    if record.organisation:
        yield Tell("cards_of", record.organisation, (*home, record.title))
    yield from _browsed(entry)
    named = {step.meeting for step in record.dissemination if step.meeting}
    named |= {step.meeting for step in record.approvals if step.meeting}
    named |= {decision.partition("#")[0] for decision in record.decisions}
    for meeting in sorted(named):
        yield Tell("recommended", meeting, home)


def _browsed(entry: Entry[Practice]) -> Iterator[Tell]:
    """How a practice is found: its face in lists, and the values by which it is chosen.

    Plain tuples: a value is kept between runs.
    """
    record, day = entry.record, practice_day(entry.record)
    values = tuple(tuple(map(tuple, said)) for said in values_of(record))
    yield Tell("faces", entry.id, tuple(face_of(record)))
    yield Tell("traits", entry.id, tuple(traits_of(entry.id, record)))
    yield Tell("browsed", "", (day, entry.id, record.title, values))
    for facet, said in zip(FacetName, values, strict=True):
        for place, (key, writing) in enumerate(said if facet in LISTED else ()):
            value = (day, entry.id, key, writing, place)
            yield Tell("filed", filed_key(facet, slug_of(key)), value)


def filed_key(facet: FacetName, slug: str) -> str:
    """The key of what is filed under a value of a facet."""
    return f"{facet.value}/{slug}"


_OF_KIND: dict[Kind, Callable[[Entry[Any]], Iterator[Tell]]] = {
    Kind.ASSOCIATION: _association,
    Kind.PERSON: _person,
    Kind.PLAN: _plan,
    Kind.ANALYSIS: _analysis,
    Kind.ACTIVITIES: _activities,
    Kind.MEETING: _meeting,
    Kind.DOCUMENT: _document,
    Kind.PRACTICE: _practice,
}
