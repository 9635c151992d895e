"""What has become of a decision, by the meetings that looked at it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from generator.load import Entry
from generator.models import Decision, Meeting
from generator.models.decision import DecisionReview
from generator.models.vocabulary import DecisionStatus
from generator.values import When


@dataclass(frozen=True, slots=True)
class DecisionState:
    """What has become of a decision, who found it and where; the new deadline, and who set it."""

    status: DecisionStatus
    note: str | None = None
    checked_at: Entry[Meeting] | None = None
    executed_on: date | None = None
    due: When | None = None
    moved_at: Entry[Meeting] | None = None


def state(
    decision: Decision, reviews: Sequence[tuple[Entry[Meeting], DecisionReview]]
) -> DecisionState:
    """The state after these reviews, the earliest first; without any, as the minutes have it."""
    if not reviews:
        return DecisionState(decision.status, decision.status_note, None, decision.executed_on)
    checked_at, review = reviews[-1]
    moved = next((pair for pair in reversed(reviews) if pair[1].due), None)
    return DecisionState(
        review.status,
        review.note,
        checked_at,
        decision.executed_on,
        moved[1].due if moved else None,
        moved[0] if moved else None,
    )
