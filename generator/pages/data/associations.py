"""Open data: associations (Popolo: Organization)."""

from collections.abc import Collection, Iterable, Iterator
from typing import Any, NamedTuple

from generator.load import Entry
from generator.models import Association
from generator.models.vocabulary import AssociationKind, EducationLevel, Level
from generator.pages.addresses import address
from generator.pages.context import Context
from generator.pages.data.common import LINK_COLUMNS, LINKS, PAGE, links
from generator.pages.data.fields import (
    ADDRESS,
    DAY,
    NUMBER,
    TEXT,
    YEAR,
    Column,
    Field,
    Table,
    choice,
    parts,
    several,
)
from generator.pages.data.sets import DataSet
from generator.pages.data_bank import count_tables
from generator.values import NBSP


class Body(NamedTuple):
    """A row: an association."""

    context: Context
    entry: Entry[Association]

    @property
    def record(self) -> Association:
        """The association itself."""
        return self.entry.record


def _counts(body: Body) -> Iterator[dict[str, Any]]:
    for row in sorted(body.record.compositions, key=lambda row: row.year):
        if row.total is not None:
            yield {"school_year": row.year, "total": row.total}


def _count_cells(counts: list[dict[str, Any]]) -> list[str]:
    return [f"{row['school_year']}: {row['total']}" for row in counts]


def _summary(body: Body) -> Iterator[dict[str, Any]]:
    """The data bank in numbers; a total stands for itself, since a table may leave people out."""
    bank = body.record.data_bank
    if bank is None:
        return
    yield {"as_of": bank.as_of, "table": "total", "group": "все", "people": bank.total}
    for table in count_tables(bank):
        for label, people in table.rows:
            group = label.replace(NBSP, " ")
            yield {"as_of": bank.as_of, "table": table.name, "group": group, "people": people}


def _summary_cells(rows: list[dict[str, Any]]) -> list[str]:
    return [f"{row['table']}, {row['group']}: {row['people']}" for row in rows]


_TABLE = Table[Body](
    "associations",
    "Объединения",
    "Методические объединения: кто кому подчинён и по какому положению работает.",
    (
        Field("id", "Обозначение", TEXT, lambda body: body.entry.id),
        Field("name", "Полное название", TEXT, lambda body: body.record.name),
        Field(
            "short_name",
            "Краткое название",
            TEXT,
            lambda body: body.record.short_name,
            optional=True,
        ),
        Field(
            "other_names", "Другие названия", several(TEXT), lambda body: body.record.other_names
        ),
        Field("classification", "Вид", choice(AssociationKind), lambda body: body.record.kind),
        Field("level", "Уровень", choice(Level), lambda body: body.record.level),
        Field(
            "parent_id",
            "Вышестоящее объединение",
            TEXT,
            lambda body: body.record.parent,
            "Его обозначение (id).",
            optional=True,
        ),
        Field(
            "regulation_id",
            "Положение",
            TEXT,
            lambda body: body.record.regulation,
            "Обозначение положения, по которому работает объединение.",
            optional=True,
        ),
        Field(
            "founder",
            "Кем создано",
            TEXT,
            lambda body: body.context.names.organisation(body.record.founder),
            "Краткое название организации.",
            optional=True,
        ),
        Field("founding_date", "Создано", DAY, lambda body: body.record.created_on, optional=True),
        Field(
            "dissolution_date",
            "Прекратило работу",
            DAY,
            lambda body: body.record.liquidated_on,
            optional=True,
        ),
        Field("subjects", "Предметы", several(TEXT), lambda body: body.record.subjects),
        Field(
            "education_levels",
            "Уровни образования",
            several(choice(EducationLevel)),
            lambda body: body.record.education_levels,
        ),
        Field(
            "member_counts",
            "Сколько человек в составе",
            several(parts("учебный год и число", school_year=YEAR, total=NUMBER)),
            lambda body: list(_counts(body)),
            "По утверждённым составам; годы, для которых число не записано, пропущены. "
            "В CSV — «год: число».",
            parts=(Column("member_counts", _count_cells),),
        ),
        Field(
            "members_summary",
            "Состав в числах",
            several(
                parts(
                    "день, таблица, группа и число людей",
                    as_of=DAY,
                    table=TEXT,
                    group=TEXT,
                    people=NUMBER,
                )
            ),
            lambda body: list(_summary(body)),
            "По банку данных объединения: всего, по категории, стажу и возрасту. Меньше пяти "
            "человек не показывается, такие группы объединены. В CSV — «таблица, группа: число».",
            parts=(Column("members_summary", _summary_cells),),
        ),
        Field("url", "Страница", ADDRESS, lambda body: address(body.entry), PAGE),
        Field(
            "links",
            "Страницы на других сайтах",
            LINKS,
            lambda body: links(body.record.links),
            "В CSV — только адреса.",
            parts=LINK_COLUMNS,
        ),
    ),
)


def _all(context: Context, known: Collection[str]) -> Iterable[Body]:
    return (Body(context, entry) for entry in context.archive.associations.values())


ASSOCIATIONS = DataSet(_TABLE, lambda body: body.entry.id, others=_all)
