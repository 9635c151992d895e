"""Norms about votes: quorum, majority, openness, the weight of decisions."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.load import Entry
from generator.models import Decision, Meeting, Vote
from generator.models.norms import QuorumNorm, VoteNorm
from generator.models.vocabulary import Comparison, MeetingMode, TieBreak, VoteBase
from generator.rules.attendance import guests_among, members_present, members_total
from generator.rules.case import Case
from generator.rules.finding import Finding, NormKind, State
from generator.rules.words import Found, found, meeting_name, nothing_yet, proof


def reaches(comparison: Comparison, part: int, whole: int, share: tuple[int, int]) -> bool:
    """Tell whether a part of a whole is more than a share of it, or at least that share."""
    numerator, denominator = share
    if comparison is Comparison.MORE_THAN:
        return part * denominator > whole * numerator
    return part * denominator >= whole * numerator


def quorum_reached(case: Case) -> Found:
    """Of the composition on the day of the meeting so many took part as the norm says
    (001 п. 4.4). A poll counts where the norm says so; guests never do."""
    for entry in case.held:
        for source in case.norms("quorum", entry.record.date):
            yield _quorum(case, entry, source)
    if not case.held:
        for source in case.norms("quorum", case.year.ends):
            yield nothing_yet(case, NormKind.QUORUM, source, "заседаний")


def _quorum(case: Case, entry: Entry[Meeting], source: tuple[str, QuorumNorm]) -> Finding:
    norm = source[1]
    more = {"subject": meeting_name(entry), "evidence": proof(entry)}
    kind = NormKind.QUORUM
    poll = entry.record.mode is MeetingMode.ABSENTEE
    if poll and norm.absentee_counts is None:
        message = "заочное заседание: считать ли опрос, положение не говорит"
        return found(kind, State.UNKNOWN, message, source, missing="absentee_counts", **more)
    if poll and not norm.absentee_counts:
        message = "заочное голосование в кворум не засчитывается"
        return found(kind, State.VIOLATED, message, source, **more)
    present, total = members_present(case, entry), members_total(case, entry)
    if present is None and poll:
        present = _polled(entry.record)
    if present is None or total is None:
        missing = "attendance" if present is None else "members_total"
        what = "сколько членов присутствовало" if present is None else "сколько всего в составе"
        return found(kind, State.UNKNOWN, f"не записано, {what}", source, missing=missing, **more)
    reached = reaches(norm.comparison, present, total, (norm.numerator, norm.denominator))
    guests = len(list(guests_among(case, entry)))
    beside = f"; посторонние в списке не засчитаны: {guests}" if guests else ""
    message = f"присутствовали {present} из {total}{beside}"
    return found(kind, State.MET if reached else State.VIOLATED, message, source, **more)


def _polled(meeting: Meeting) -> int | None:
    """How many took part in a poll: the most votes that were cast on one decision."""
    votes = [vote.cast for _, _, vote in _voted(meeting) if vote and vote.cast is not None]
    return max(votes, default=None)


class _Outcome(NamedTuple):
    """What a vote came to by the norm: carried or not, or what is missing to say it."""

    carried: bool | None
    missing: str = ""


def majority_reached(case: Case) -> Found:
    """A decision that counts as taken has its majority, of those taking part, of the votes cast
    or of the composition; equal votes are settled as the norm says (001 п. 4.4, 004 п. 23)."""
    for entry in case.held:
        for source in case.norms("vote", entry.record.date):
            if source[1].base and entry.record.decisions:
                yield _majority(case, entry, source)
    if not any(entry.record.decisions for entry in case.held):
        for source in case.norms("vote", case.year.ends):
            if source[1].base:
                yield nothing_yet(case, NormKind.MAJORITY, source, "решений")


def _majority(case: Case, entry: Entry[Meeting], source: tuple[str, VoteNorm]) -> Finding:
    wrong, unsure = [], {}
    for number, decision, vote in _voted(entry.record):
        outcome = _outcome(case, entry, vote, source[1])
        if outcome.missing:
            unsure[number] = outcome.missing
        elif outcome.carried is not None and outcome.carried != (decision.adopted is not False):
            wrong.append(number)
    more = {"subject": meeting_name(entry), "evidence": proof(entry)}
    kind = NormKind.MAJORITY
    if wrong:
        message = f"итог не сходится с голосами: решение {', '.join(wrong)}"
        advice = "Проверьте голоса и поле adopted."
        return found(kind, State.VIOLATED, message, source, advice=advice, **more)
    if unsure:
        missing = ", ".join(sorted(set(unsure.values())))
        message = f"нельзя сосчитать: решение {', '.join(unsure)}"
        return found(kind, State.UNKNOWN, message, source, missing=missing, **more)
    return found(kind, State.MET, "большинство есть", source, **more)


def _voted(meeting: Meeting) -> Iterator[tuple[str, Decision, Vote | None]]:
    """Yield each decision with its number and its vote: its own, else the one for everything."""
    numbers = meeting.decision_numbers()
    for number, decision in zip(numbers, meeting.decisions, strict=True):
        yield number, decision, decision.vote or meeting.vote


def _outcome(case: Case, entry: Entry[Meeting], vote: Vote | None, norm: VoteNorm) -> _Outcome:
    """What a vote came to. Without a vote a decision stands where voting is not asked for."""
    if vote is None or vote.without_vote:
        return _unvoted(vote, norm)
    if vote.tied:
        return _tie(vote, norm)
    whole, missing = _base(case, entry, vote, norm)
    in_favour = vote.in_favour
    if vote.unanimous and in_favour is None:
        if norm.base is not VoteBase.COMPOSITION:
            return _Outcome(carried=True)
        in_favour = members_present(case, entry)
        missing = missing or ("attendance" if in_favour is None else "")
    if in_favour is None:
        return _Outcome(None, "vote.for")
    if whole is None:
        return _Outcome(None, missing)
    comparison = norm.comparison or Comparison.MORE_THAN
    share = (norm.numerator or 1, norm.denominator or 2)
    return _Outcome(reaches(comparison, in_favour, whole, share))


def _unvoted(vote: Vote | None, norm: VoteNorm) -> _Outcome:
    if norm.required is False:
        return _Outcome(None)
    return _Outcome(carried=False) if norm.required and vote else _Outcome(None, "vote")


def _tie(vote: Vote, norm: VoteNorm) -> _Outcome:
    """Equal votes carry nothing, unless the head's vote decides."""
    if norm.tie is not TieBreak.HEAD:
        return _Outcome(carried=False)
    if vote.head_in_favour is None:
        return _Outcome(None, "vote.head_in_favour")
    return _Outcome(vote.head_in_favour)


def _base(case: Case, entry: Entry[Meeting], vote: Vote, norm: VoteNorm) -> tuple[int | None, str]:
    """Of how many the majority is counted, or the field that does not say it."""
    if norm.base is VoteBase.CAST:
        return vote.cast, "vote"
    if norm.base is VoteBase.COMPOSITION:
        return members_total(case, entry), "members_total"
    if entry.record.mode is MeetingMode.ABSENTEE and members_present(case, entry) is None:
        return vote.cast, "vote"
    return members_present(case, entry), "attendance"


def voted_openly(case: Case) -> Found:
    """Where the norm wants an open vote, no vote is secret (004 п. 23)."""
    for entry in case.held:
        votes = [vote for _, _, vote in _voted(entry.record) if vote and not vote.without_vote]
        for source in case.norms("vote", entry.record.date):
            if source[1].open and entry.record.decisions:
                yield _openly(entry, votes, source)
    if not any(entry.record.decisions for entry in case.held):
        for source in case.norms("vote", case.year.ends):
            if source[1].open:
                yield nothing_yet(case, NormKind.OPEN_VOTE, source, "голосований")


def _openly(entry: Entry[Meeting], votes: list[Vote], source: tuple[str, VoteNorm]) -> Finding:
    more = {"subject": meeting_name(entry), "evidence": proof(entry)}
    kind = NormKind.OPEN_VOTE
    if not votes:
        return found(kind, State.UNKNOWN, "голоса не записаны", source, missing="vote", **more)
    if any(vote.open is False for vote in votes):
        return found(kind, State.VIOLATED, "голосование названо тайным", source, **more)
    overall = entry.record.vote
    if all(vote.open for vote in votes) or (overall and overall.open):
        return found(kind, State.MET, "голосование открытое", source, **more)
    message = "не записано, открытое ли голосование"
    return found(kind, State.UNKNOWN, message, source, missing="vote.open", **more)


def weight_told(case: Case) -> Found:
    """The weight of decisions is told under the minutes: the site prints it there (004 п. 23)."""
    for source in case.norms("legal_force", case.year.ends):
        with_decisions = [entry for entry in case.held if entry.record.decisions]
        if not with_decisions:
            yield nothing_yet(case, NormKind.LEGAL_FORCE, source, "решений")
            continue
        message = f"решения {source[1].force.label}: это напечатано под каждым протоколом"
        yield found(
            NormKind.LEGAL_FORCE, State.MET, message, source, evidence=proof(*with_decisions)
        )
