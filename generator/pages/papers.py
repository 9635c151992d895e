"""What the register says of one document beyond its record: whether it came in time."""

from enum import Enum

from generator.models import Document
from generator.models.document import DocumentPeriod
from generator.pages.context import Context
from generator.values import short_date


class Timeliness(Enum):
    """Whether a document came by the day on which it was due: the words, and their tone."""

    IN_TIME = "сдан в срок", "done"
    LATE = "сдан позже срока", "off"
    OVERDUE = "просрочен", "off"
    AHEAD = "ожидается", "due"

    def __init__(self, label: str, tone: str) -> None:
        self.label = label
        self.tone = tone


def timeliness(context: Context, document: Document) -> Timeliness | None:
    """Whether a document came in time; None where it has no day on which it is due.

    The day of the build is asked for only where the document has not come yet.
    """
    if document.due is None:
        return None
    if document.submitted_on is not None:
        late = document.submitted_on > document.due
        return Timeliness.LATE if late else Timeliness.IN_TIME
    return Timeliness.OVERDUE if document.due < context.today else Timeliness.AHEAD


def state_of(context: Context, document: Document) -> str:
    """One word for the state of a document: whether it came in time, else whether it is in force.

    A document that was replaced or is a draft is that first of all.
    """
    in_time = timeliness(context, document)
    if document.status != "in_force" or in_time is None:
        return document.status.label
    return in_time.label


def period_text(period: DocumentPeriod) -> str:
    """«учебный год 2025/2026», «полугодие 1 2026 г. на 01.01.2026»."""
    parts = (
        period.kind.label,
        period.school_year.title if period.school_year else "",
        str(period.half) if period.half else "",
        f"{period.year} г." if period.year else "",
        f"на {short_date(period.date)}" if period.date else "",
    )
    return " ".join(part for part in parts if part)
