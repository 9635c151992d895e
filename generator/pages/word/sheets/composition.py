"""The composition of an association for signature, as values of a template."""

from dataclasses import dataclass
from typing import Annotated

from generator.archive.years import running_year
from generator.load import Entry
from generator.models import Association
from generator.pages.addresses import address
from generator.pages.context import Context
from generator.pages.forms.composition import MemberRow, composition_paper, members
from generator.pages.word.said import Sheet
from generator.pages.word.sheets.common import Made, Signer, Stamp, foot, signer, stamp
from generator.pages.wording import sentence
from generator.text import unfilled


@dataclass(frozen=True, slots=True)
class Member:
    """A line of the table of members."""

    number: Annotated[str, "номер; у тех, кто работает с объединением, его нет"]
    name: Annotated[str, "имя, если его можно назвать, иначе черта"]
    place: Annotated[str, "должность и место работы"]
    role: Annotated[str, "роль в объединении"]


@dataclass(frozen=True, slots=True, kw_only=True)
class CompositionSheet(Sheet):
    """The composition of an association."""

    title: Annotated[str, "название"]
    association: Annotated[str, "объединение"]
    approved: Annotated[Stamp, "гриф УТВЕРЖДЁН"]
    rows: Annotated[tuple[Member, ...], "состав"]
    total: Annotated[str, "сколько всего"]
    signer: Annotated[Signer, "подпись руководителя"]
    unnamed: Annotated[bool, "есть те, кого нельзя назвать: их вписывают от руки"]


def composition_sheet(context: Context, entry: Entry[Association]) -> Made:
    """The values of the composition of today."""
    rows, _ = members(context, entry)
    paper = composition_paper(context, entry, rows)
    sheet = CompositionSheet(
        **foot(context, address(entry), entry.path),
        title=paper.title,
        association=entry.record.name,
        approved=stamp(paper.approved),
        rows=tuple(map(_member, paper.rows)),
        total=paper.total,
        signer=signer(paper.head),
        unnamed=paper.unnamed,
    )
    return Made(sheet, paper.title, running_year(context.today).begins)


def _member(row: MemberRow) -> Member:
    place = "\n".join(filter(None, (row.shown.place, row.note)))
    name = row.shown.full_name or f"{unfilled.WORD * 6}*"
    return Member(row.number, name, place, sentence(row.role))
