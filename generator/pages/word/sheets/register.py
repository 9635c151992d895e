"""The register of an association's year as values of a template: as a folder has it."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Annotated

from generator.load import Entry
from generator.models import Association, Document
from generator.pages.addresses import year_address
from generator.pages.associations import public
from generator.pages.context import Context
from generator.pages.papers import period_text, state_of
from generator.pages.register import subjects_of
from generator.pages.required import Requirement, required_of
from generator.pages.word.said import Sheet
from generator.pages.word.sheets.common import Made, foot, lines
from generator.pages.wording import act, approval, sentence
from generator.values import SchoolYear, short_date


@dataclass(frozen=True, slots=True)
class Paper:
    """A document of the register."""

    number: Annotated[str, "номер по порядку"]
    title: Annotated[str, "название и вид"]
    dated: Annotated[str, "номер, дата, дело"]
    about: Annotated[str, "о чём и для кого, кем утверждён"]
    kept: Annotated[str, "срок хранения и статья"]
    storage: Annotated[str, "где находится"]
    state: Annotated[str, "состояние и сроки"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the regulation requires of the year."""

    title: Annotated[str, "что требуется"]
    clause: Annotated[str, "пункт положения"]
    due: Annotated[str, "срок"]
    state: Annotated[str, "состояние"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSheet(Sheet):
    """The documents of an association's year."""

    association: Annotated[str, "объединение"]
    year: Annotated[str, "учебный год"]
    papers: Annotated[tuple[Paper, ...], "документы"]
    required: Annotated[tuple[Wanted, ...], "что требует положение"]


def has_register(context: Context, association: str, year: SchoolYear) -> bool:
    """Whether there is anything to register of a year: papers, or what a regulation asks for."""
    return bool(context.archive.relations.documents.get((association, year)))


def register_sheet(context: Context, home: Entry[Association], year: SchoolYear) -> Made:
    """The values of the register of a year."""
    papers = public(context.archive.relations.documents.get((home.id, year), ()))
    sheet = RegisterSheet(
        **foot(context, year_address(home.id, year), None),
        association=home.record.name,
        year=year.title,
        papers=tuple(
            _paper(context, home, paper, place) for place, paper in enumerate(papers, start=1)
        ),
        required=tuple(map(_wanted, required_of(context, home.id, year))),
    )
    title = f"Реестр документов за {year.title} учебный год — {home.record.label}"
    return Made(sheet, title, year.begins)


def _paper(context: Context, home: Entry[Association], paper: Entry[Document], place: int) -> Paper:
    record, retention = paper.record, paper.record.retention
    annex = f"приложение {record.annex_number}" if record.annex_number else ""
    period = period_text(record.period) if record.period else ""
    kind = ", ".join(filter(None, (sentence(record.kind.label), annex, period)))
    term = ", ".join(filter(None, (retention.term, retention.article))) if retention else ""
    case = ", ".join(filter(None, (f"дело {record.case_index}", record.case_title)))
    return Paper(
        number=str(place),
        title=lines(record.title, kind, record.summary),
        dated=lines(
            f"№ {record.number}" if record.number else "",
            short_date(record.date) if record.date else "",
            case if record.case_index else "",
        ),
        about=lines(*_about(context, home, paper)),
        kept=term,
        storage=lines(
            record.storage,
            record.media.label if record.media else "",
            f"ЭП {short_date(record.signed_electronically_on)}"
            if record.signed_electronically_on
            else "",
        ),
        state=lines(
            state_of(context, record),
            f"Срок {short_date(record.due)}" if record.due else "",
            f"Сдан {short_date(record.submitted_on)}" if record.submitted_on else "",
        ),
    )


def _about(context: Context, home: Entry[Association], paper: Entry[Document]) -> Iterator[str]:
    """What a document is about, whose it is and by what it gained force."""
    record, names, archive = paper.record, context.names, context.archive
    yield from (name for name, _ in subjects_of(context, paper))
    if record.addressee:
        yield f"Кому: {names.party(record.addressee, home).line}"
    if record.parties:
        yield "; ".join(names.party(party, home).line for party in record.parties)
    for step in record.approvals:
        yield approval(archive, names, step, home, paper).line
    for other in public(archive.documents[name] for name in record.supersedes):
        yield f"заменяет: {other.record.title}"
    yield from (f"изменяет: {act(one)}" for one in record.amends)
    if record.outcome:
        yield f"Итог: {record.outcome}"


def _wanted(row: Requirement) -> Wanted:
    finding = row.finding
    return Wanted(
        title=sentence(row.title),
        clause=finding.clause or "",
        due=short_date(finding.due) if finding.due else "",
        state=lines(finding.state.label, finding.message),
    )
