"""Open data: what came of comparing the norms of regulations with the facts of each year."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.load import Kind
from generator.pages.associations import public
from generator.pages.context import Context
from generator.pages.data.fields import (
    DAY,
    TEXT,
    YEAR,
    Column,
    Field,
    Table,
    ValueType,
    choice,
    constants,
    parts,
    several,
)
from generator.pages.data.sets import by_year
from generator.pages.findings import findings_of
from generator.rules.finding import Evidence, Finding, NormKind, State
from generator.values import SchoolYear

_DECISION = "decision"
_EVIDENCE = (
    (Kind.ASSOCIATION.value, "объединение"),
    (Kind.REGULATION.value, "положение"),
    (Kind.PLAN.value, "план"),
    (Kind.MEETING.value, "заседание"),
    (_DECISION, "решение"),
    (Kind.DOCUMENT.value, "документ"),
    (Kind.ANALYSIS.value, "анализ"),
    (Kind.ACTIVITIES.value, "работа между заседаниями"),
    (Kind.PRACTICE.value, "практика"),
)
"""Kinds of record that may be named as evidence; of people and of what is not public nothing is."""
_EVIDENCE_TYPE = ValueType(
    "вид записи", {"type": "string", "oneOf": constants(_EVIDENCE)}, _EVIDENCE
)
_NAMED = frozenset(kind for kind, _ in _EVIDENCE)


class Judged(NamedTuple):
    """A row: a finding about a year of an association, and the records that may be named for it."""

    association: str
    year: SchoolYear
    place: int
    finding: Finding
    evidence: tuple[Evidence, ...]


def _proof(one: Evidence) -> dict[str, str]:
    if one.decision:
        return {"type": _DECISION, "id": f"{one.id}#{one.decision}"}
    return {"type": one.kind.value, "id": one.id}


_TABLE = Table[Judged](
    "findings",
    "Соответствие положениям",
    "Нормы положений рядом с фактами каждого учебного года: что выполнено, что ожидается и чего "
    "нет. Эти строки зависят от дня, на который построен сайт: он назван в поле as_of.",
    (
        Field(
            "organization_id",
            "Объединение",
            TEXT,
            lambda row: row.association,
            "Его id в файле associations.",
        ),
        Field("school_year", "Учебный год", YEAR, lambda row: row.year),
        Field("norm", "Норма", choice(NormKind), lambda row: row.finding.norm),
        Field(
            "regulation_id",
            "Положение",
            TEXT,
            lambda row: row.finding.regulation or None,
            "Обозначение положения, которое установило норму.",
            optional=True,
        ),
        Field(
            "clause",
            "Пункт",
            TEXT,
            lambda row: row.finding.clause or None,
            "Пункт положения.",
            optional=True,
        ),
        Field(
            "subject",
            "О чём",
            TEXT,
            lambda row: row.finding.subject or None,
            "Заседание, четверть или документ; пусто, если норма — о годе в целом.",
            optional=True,
        ),
        Field("state", "Состояние", choice(State), lambda row: row.finding.state),
        Field("message", "Что установлено", TEXT, lambda row: row.finding.message),
        Field(
            "due_date",
            "Срок",
            DAY,
            lambda row: row.finding.due,
            "Последний день, когда норму можно выполнить вовремя.",
            optional=True,
        ),
        Field(
            "missing",
            "Чего не хватает",
            TEXT,
            lambda row: row.finding.missing or None,
            "Поле записи, без которого проверить нельзя.",
            optional=True,
        ),
        Field(
            "evidence",
            "На чём основано",
            several(parts("вид записи и её id", type=_EVIDENCE_TYPE, id=TEXT)),
            lambda row: [_proof(one) for one in row.evidence],
            "В CSV — только id.",
            parts=(Column("evidence", lambda evidence: [one["id"] for one in evidence]),),
        ),
    ),
)


def _findings(context: Context, association: str, year: SchoolYear) -> Iterator[Judged]:
    for place, finding in enumerate(findings_of(context, association, year)):
        evidence = tuple(one for one in finding.evidence if _may_be_named(context, one))
        yield Judged(association, year, place, finding, evidence)


def _may_be_named(context: Context, one: Evidence) -> bool:
    """Nobody hears here of people, nor of documents and practices that are not public."""
    if one.kind is Kind.DOCUMENT:
        return bool(public([context.archive.documents[one.id]]))
    if one.kind is Kind.PRACTICE:
        return context.archive.practices[one.id].record.status.public
    return one.kind.value in _NAMED


def _key(row: Judged) -> str:
    """By association and year, then as the rules have it."""
    return f"{row.association}/{row.year}/{row.place:04}"


FINDINGS = by_year(_TABLE, _key, _findings)
