"""The analysis of a year as a paper: what its form has beside the texts of the record."""

from dataclasses import dataclass
from datetime import date

from generator.load import Entry, Kind
from generator.models import Analysis, Association
from generator.models.vocabulary import DocumentKind
from generator.pages.context import Context
from generator.pages.forms.keeping import is_lasting
from generator.pages.forms.stamps import Stamps, head_of, stamps
from generator.pages.names import Shown
from generator.rules.case import Case


@dataclass(frozen=True, slots=True)
class AnalysisPaper:
    """The analysis as it is printed; an empty addressee and day are filled in by hand."""

    analysis: Analysis
    title: str
    association: Entry[Association]
    period: str
    addressee: str
    lasting: bool
    stamps: Stamps
    head: Shown
    signed_on: date | None


def analysis_title(entry: Entry[Analysis]) -> str:
    """The title as written, else the usual one."""
    return entry.record.title or f"Анализ работы за {entry.school_year.title} учебный год"


def analysis_paper(context: Context, entry: Entry[Analysis]) -> AnalysisPaper:
    """Work out what the paper says."""
    record, year = entry.record, entry.school_year
    home = context.archive.associations[entry.association]
    case = Case(context.archive, home, year, year.ends)
    way = tuple(norm for _, norm in case.norms("report_approvals", year.ends))
    signed_on = record.date or record.submitted_on
    return AnalysisPaper(
        analysis=record,
        title=analysis_title(entry),
        association=home,
        period=record.period.text() if record.period else f"{year.title} учебный год",
        addressee=context.names.party(record.addressee, home).line if record.addressee else "",
        lasting=is_lasting(case, DocumentKind.ANALYSIS, (Kind.ANALYSIS, entry.id)),
        stamps=stamps(context, entry, home, (way,)),
        head=head_of(context, home, signed_on or case.lessons[1]),
        signed_on=signed_on,
    )
