"""Practices of an association that are not public yet: titles and where they are, no names."""

from dataclasses import dataclass
from datetime import date

from generator.models import Party, Practice
from generator.models.vocabulary import PracticeStatus
from generator.pages.context import Context
from generator.pages.names import Names


@dataclass(frozen=True, slots=True)
class Waiting:
    """A practice on its way: its title and state, since when, and whose turn it is."""

    title: str
    state: PracticeStatus
    since: date | None
    where: str


def queue_of(context: Context, association: str) -> list[Waiting]:
    """The practices that wait: who has waited longest stands first, who has no day last."""
    entries = context.archive.relations.waiting.get(association, ())
    found = [_waiting(context.names, entry.record) for entry in entries]
    return sorted(found, key=lambda one: one.since or date.max)


def _waiting(names: Names, practice: Practice) -> Waiting:
    where = _body(names, _turn_of(practice))
    return Waiting(practice.title, practice.status, practice.since, where)


def _turn_of(practice: Practice) -> Party | None:
    """Who has the practice now: nobody but its author, unless it was given away."""
    if practice.status is PracticeStatus.SUBMITTED and practice.submissions:
        return practice.submissions[-1].to
    if practice.status is PracticeStatus.ON_EXPERTISE:
        bodies = [step.body for step in practice.expertise if step.under_way]
        return bodies[-1] if bodies else None
    return None


def _body(names: Names, party: Party | None) -> str:
    """A body in words. A post is told only where nobody on record is meant by it."""
    if party is None:
        return ""
    body = names.association(party.association) or names.organisation(party.organisation)
    words = (body, party.organisation_name, party.group)
    found = next((text for text in words if text), "")
    return found or ("" if party.person else party.position or "")
