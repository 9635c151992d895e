"""Regulations as legislation: acts of offices of education, with their numbers and days."""

from collections.abc import Iterator

from generator.load import Entry
from generator.models import Regulation
from generator.models.parts import Approval
from generator.models.vocabulary import ApprovalVerb
from generator.pages.addresses import address
from generator.pages.metadata.graph import Here, Node, identity, node


def regulation(entry: Entry[Regulation], here: Here) -> Iterator[Node]:
    """What the page of a regulation says of it."""
    record = entry.record
    step = _approval(record)
    act = step.act if step else None
    day = (step.date if step else None) or (act.date if act else None)
    yield node(
        "Legislation",
        here.to(identity(entry)),
        name=record.title,
        alternateName=record.short_title,
        url=here.to(address(entry)),
        inLanguage="ru",
        legislationType="положение",
        legislationJurisdiction=record.territory or record.country.label,
        legislationIdentifier=act.number if act else None,
        legislationDate=day and day.isoformat(),
        legislationPassedBy=node("Organization", name=act.body) if act and act.body else None,
        temporalCoverage=_force(record),
    )


def _approval(record: Regulation) -> Approval | None:
    """The step by which it gained force."""
    steps = [step for step in record.approvals if step.verb is ApprovalVerb.APPROVED]
    return steps[-1] if steps else None


def _force(record: Regulation) -> str | None:
    """From which day to which it is in force, as ISO 8601 writes a span; «..» is open."""
    first, last = record.valid_from, record.valid_to
    if first is None:
        return None
    return f"{first.isoformat()}/{last.isoformat() if last else '..'}"
