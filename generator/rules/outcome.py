"""What a vote comes to by the norm on votes: carried, not carried, or nobody can tell."""

from typing import NamedTuple

from generator.load import Entry
from generator.models import Meeting, Vote
from generator.models.norms import VoteNorm
from generator.models.vocabulary import Comparison, MeetingMode, Role, TieBreak, VoteBase
from generator.rules.attendance import voters_present, voters_total
from generator.rules.case import Case


class Outcome(NamedTuple):
    """Whether a vote carried a decision, and by what; else the field that is missing to say it.

    With neither the norm asks for no vote, and the decision stands without one. A tie is settled
    by a clause of its own.
    """

    carried: bool | None = None
    why: str = ""
    missing: str = ""
    tie: bool = False


class _Whole(NamedTuple):
    """Of how many a majority is counted: at least, at most, and the field that would settle it."""

    least: int
    most: int | None
    missing: str = ""


def reaches(comparison: Comparison, part: int, whole: int, share: tuple[int, int]) -> bool:
    """Tell whether a part of a whole is more than a share of it, or at least that share."""
    numerator, denominator = share
    if comparison is Comparison.MORE_THAN:
        return part * denominator > whole * numerator
    return part * denominator >= whole * numerator


def outcome(case: Case, entry: Entry[Meeting], vote: Vote | None, norm: VoteNorm) -> Outcome:
    """What a vote came to. Without a vote a decision stands where voting is not asked for."""
    if vote is None or vote.without_vote:
        return _unvoted(vote, norm)
    if vote.tied and norm.tie:
        return _tie(case, vote, norm.tie)
    if vote.in_favour is not None:
        return _counted(case, entry, vote, vote.in_favour, norm)
    if not vote.unanimous:
        return Outcome(missing="vote.for")
    if norm.base is not VoteBase.COMPOSITION:
        return Outcome(carried=True, why="единогласно")
    present = voters_present(case, entry)
    if present is None:
        return Outcome(missing="attendance")
    return _counted(case, entry, vote, present, norm)


def _counted(
    case: Case, entry: Entry[Meeting], vote: Vote, in_favour: int, norm: VoteNorm
) -> Outcome:
    """What so many votes come to; where the whole is not known, whatever is certain even so."""
    least, most, missing = _whole(case, entry, vote, norm)
    comparison = norm.comparison or Comparison.MORE_THAN
    share = (norm.numerator or 1, norm.denominator or 2)
    wanted = f"{comparison.label} {share[0]}/{share[1]}"
    if not reaches(comparison, in_favour, max(least, in_favour), share):
        whole = f"{least}" if least == most else f"не менее чем {least}"
        return Outcome(carried=False, why=f"за {in_favour} из {whole}, а нужно {wanted}")
    if most is not None and reaches(comparison, in_favour, most, share):
        return Outcome(carried=True, why=f"за {in_favour} из {most}, а это {wanted}")
    return Outcome(missing=missing)


def _unvoted(vote: Vote | None, norm: VoteNorm) -> Outcome:
    if norm.required is False:
        return Outcome()
    if norm.required and vote:
        return Outcome(carried=False, why="голосования не было, а оно обязательно")
    return Outcome(missing="vote")


def _tie(case: Case, vote: Vote, tie: TieBreak) -> Outcome:
    """Equal votes carry nothing, unless the head's vote decides."""
    equal = "голоса разделились поровну"
    if tie is not TieBreak.HEAD:
        return Outcome(carried=False, why=equal, tie=True)
    if vote.head_in_favour is None:
        return Outcome(missing="vote.head_in_favour", tie=True)
    side = "за" if vote.head_in_favour else "против"
    why = f"{equal}, а {case.office(Role.HEAD)} — {side}"
    return Outcome(vote.head_in_favour, why, tie=True)


def _whole(case: Case, entry: Entry[Meeting], vote: Vote, norm: VoteNorm) -> _Whole:
    """Of how many the majority is counted; those who voted are among them in any case."""
    if norm.base is VoteBase.CAST:
        return _cast(case, entry, vote)
    if norm.base is VoteBase.COMPOSITION:
        return _exactly(voters_total(case, entry), vote, "members_total")
    present = voters_present(case, entry)
    if present is None and entry.record.mode is MeetingMode.ABSENTEE:
        return _cast(case, entry, vote)
    return _exactly(present, vote, "attendance")


def _exactly(number: int | None, vote: Vote, missing: str) -> _Whole:
    return _Whole(vote.cast or 0, None, missing) if number is None else _Whole(number, number)


def _cast(case: Case, entry: Entry[Meeting], vote: Vote) -> _Whole:
    """The votes cast; where one sort was not written down, at most as many as were present."""
    cast = vote.cast or 0
    for name in ("against", "abstained"):
        if getattr(vote, name) is None and not vote.unanimous:
            return _Whole(cast, voters_present(case, entry), f"vote.{name}")
    return _Whole(cast, cast)
