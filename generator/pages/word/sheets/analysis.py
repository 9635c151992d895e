"""The analysis of a year as values of a template."""

from dataclasses import dataclass
from typing import Annotated

from generator.load import Entry
from generator.models import Analysis
from generator.pages.addresses import address
from generator.pages.context import Context
from generator.pages.forms.analysis import AnalysisPaper, analysis_paper
from generator.pages.page import Outline
from generator.pages.word.flow import Flow
from generator.pages.word.said import Sheet
from generator.pages.word.sheets.common import (
    Fact,
    Made,
    Signer,
    Stamp,
    facts,
    foot,
    listed,
    official,
    signer,
    stamp,
)
from generator.pages.wording import approval
from generator.text import unfilled
from generator.values import long_date


@dataclass(frozen=True, slots=True, kw_only=True)
class AnalysisSheet(Sheet):
    """The analysis of a year."""

    title: Annotated[str, "название"]
    association: Annotated[str, "объединение"]
    left: Annotated[tuple[Stamp, ...], "грифы слева: РАССМОТРЕНО, ПРИНЯТО"]
    right: Annotated[tuple[Stamp, ...], "грифы справа: УТВЕРЖДАЮ"]
    facts: Annotated[tuple[Fact, ...], "период, кому, дата"]
    text: Annotated[Flow, "текст: тема, цель, выполнение задач, выводы"]
    attachments: Annotated[tuple[str, ...], "приложения"]
    steps: Annotated[tuple[str, ...], "шаги без грифа"]
    signer: Annotated[Signer, "подпись руководителя"]
    end: Annotated[tuple[Stamp, ...], "грифы в конце: СОГЛАСОВАНО"]


def analysis_sheet(context: Context, entry: Entry[Analysis]) -> Made:
    """The values of an analysis."""
    paper = analysis_paper(context, entry)
    home, names, archive = paper.association, context.names, context.archive
    sheet = AnalysisSheet(
        **foot(context, address(entry), entry.path),
        title=paper.title,
        association=home.record.name,
        left=tuple(map(stamp, paper.stamps.left)),
        right=tuple(map(stamp, paper.stamps.right)),
        facts=_facts(paper),
        text=_text(context, entry, paper),
        attachments=listed(context, entry.record.attachments),
        steps=tuple(approval(archive, names, one, home, entry).line for one in paper.stamps.rest),
        signer=signer(paper.head),
        end=tuple(map(stamp, paper.stamps.end)),
    )
    day = paper.signed_on or entry.school_year.ends
    return Made(sheet, f"{paper.title} — {home.record.label}", day, paper.lasting)


def _facts(paper: AnalysisPaper) -> tuple[Fact, ...]:
    record = paper.analysis
    return facts(
        ("Период", paper.period),
        ("Кому", official(paper.addressee)),
        ("Дата", long_date(record.date) if record.date else unfilled.DAY),
        ("Сдан", long_date(record.submitted_on) if record.submitted_on else None),
    )


def _text(context: Context, entry: Entry[Analysis], paper: AnalysisPaper) -> Flow:
    """What the page says of the analysis, from the same template."""
    html = context.filled(
        "analysis_body.html",
        entry=entry,
        a=entry.record,
        association=paper.association,
        outline=Outline(),
        level=2,
    )
    return Flow.of_html(html.decode())
