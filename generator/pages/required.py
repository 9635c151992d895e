"""What the regulation requires of an association's year by way of documents, and what there is."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.load import Kind
from generator.pages.addresses import register_of
from generator.pages.context import Context
from generator.pages.evidence import Link, evidence_link, record_of
from generator.pages.findings import findings_of
from generator.rules.finding import Evidence, Finding, NormKind, State
from generator.values import SchoolYear

KINDS = (NormKind.DOCUMENTS, NormKind.DEADLINES)
"""The norms that ask for documents."""
TONES = {
    State.VIOLATED: "off",
    State.OVERDUE: "off",
    State.UNKNOWN: "draft",
    State.DUE: "due",
    State.MET: "done",
}
_LINKS = 3
"""So many records are linked to; of minutes there may be a dozen."""


@dataclass(frozen=True, slots=True)
class Requirement:
    """A document that is required: what was found of it, and where it is."""

    finding: Finding
    links: tuple[Link, ...]
    more: int

    @property
    def title(self) -> str:
        """What is required, as the regulation calls it."""
        return self.finding.subject or self.finding.norm.label

    @property
    def tone(self) -> str:
        """How the state is coloured."""
        return TONES[self.finding.state]

    @property
    def met(self) -> bool:
        """Tell whether the document is there, and in time."""
        return self.finding.state is State.MET

    @property
    def missing(self) -> bool:
        """Tell whether the document is not there, or not all of it; a late one is there."""
        late = self.finding.norm is NormKind.DEADLINES and self.finding.evidence
        return not self.met and not late


def required_of(context: Context, association: str, year: SchoolYear) -> tuple[Requirement, ...]:
    """What is required of a year, in the order of the regulation's norms."""
    return tuple(
        _requirement(context, finding, year)
        for finding in findings_of(context, association, year)
        if finding.norm in KINDS and finding.state is not State.NOT_SET
    )


def _requirement(context: Context, finding: Finding, year: SchoolYear) -> Requirement:
    found = [link for one in finding.evidence for link in _links(context, one, year)]
    return Requirement(finding, tuple(found[:_LINKS]), max(len(found) - _LINKS, 0))


def _links(context: Context, one: Evidence, year: SchoolYear) -> Iterator[Link]:
    """The way to a record that is evidence, if it is there."""
    entry = record_of(context, one)
    if one.kind is Kind.DOCUMENT and entry and entry.school_year != year:
        # Whether the public may know of it cannot be told without opening another year's record.
        yield f"реестр {entry.school_year.title} года", register_of(entry.school_year)
    elif link := evidence_link(context, one):
        yield link
