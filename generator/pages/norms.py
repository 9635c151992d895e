"""The norms of a regulation, each in words, whether it sets them or not."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from generator.models import Regulation
from generator.models.labels import Labels
from generator.models.norms import (
    ApprovalNorm,
    CompositionNorm,
    Deadline,
    Demand,
    FoundingNorm,
    GuestsNorm,
    LegalForceNorm,
    MeetingsNorm,
    MemberDataNorm,
    MinMembersNorm,
    MinutesNorm,
    Norm,
    PlanNorm,
    QuorumNorm,
    VoteNorm,
)
from generator.models.vocabulary import Comparison, Period
from generator.values import count, long_date, month_name

Words = Callable[[Any, Labels], str]
"""Puts a norm into words, with the names that its regulation gives to offices."""


@dataclass(frozen=True, slots=True)
class NormRow:
    """A norm as the page prints it. An empty text means that the regulation does not set it."""

    id: str
    title: str
    text: str = ""
    clause: str | None = None
    note: str | None = None


def norm_rows(regulation: Regulation) -> list[NormRow]:
    """Every norm that a regulation may set, set or not."""
    return [row for name in _WORDS for row in _rows(name, regulation)]


def deadline_day(norm: Deadline) -> str:
    """«до 10 июня включительно», «с 1 мая по 30 июня», «по состоянию на 1 января»."""
    day = f"{norm.day} {month_name(norm.month, 'genitive')}"
    if norm.from_month:
        start = f"{norm.from_day or 1} {month_name(norm.from_month, 'genitive')}"
        return f"с {start} по {day}"
    if norm.as_of:
        return f"по состоянию на {day}"
    return f"до {day} включительно" if norm.inclusive else f"до {day}"


def _rows(name: str, regulation: Regulation) -> list[NormRow]:
    """The rows of one kind of norm: one that says «not set», or one for each version."""
    title = Regulation.model_fields[name].title or name
    norms: Sequence[Norm] = getattr(regulation, name)
    if not norms:
        return [NormRow(name, title)]
    several = len(norms) > 1
    return [
        NormRow(
            id=f"{name}-{place}" if several else name,
            title=title,
            text=_WORDS[name](norm, regulation.labels),
            clause=_clauses(norm),
            note="; ".join(part for part in (norm.note, _validity(norm)) if part) or None,
        )
        for place, norm in enumerate(norms, start=1)
    ]


def _clauses(norm: Norm) -> str | None:
    """The clause of a norm and those of its parts, each once."""
    names = ("clause", "tie_clause", "basis_clause", "accountable_clause", "controlled_clause")
    clauses = (getattr(norm, name, None) for name in names)
    return "; ".join(dict.fromkeys(clause for clause in clauses if clause)) or None


def _validity(norm: Norm) -> str:
    start = f"с {long_date(norm.valid_from)}" if norm.valid_from else ""
    end = f"по {long_date(norm.valid_to)}" if norm.valid_to else ""
    return f"действует {start} {end}".strip() if start or end else ""


def _joined(parts: Iterable[str | None]) -> str:
    return "; ".join(part for part in parts if part)


def _founding(norm: FoundingNorm, _: Labels) -> str:
    return _joined(
        (
            norm.created,
            norm.reorganised and f"преобразуется: {norm.reorganised}",
            norm.liquidated and f"прекращает работу: {norm.liquidated}",
            norm.accountable_to and f"подотчётно: {norm.accountable_to}",
            norm.controlled_by and f"контролируют: {norm.controlled_by}",
        )
    )


def _composition(norm: CompositionNorm, _: Labels) -> str:
    return f"{norm.by}, {_every(norm.per)}"


def _min_members(norm: MinMembersNorm, _: Labels) -> str:
    people = count(norm.min, "человека", "человек", "человек")
    return f"не менее {people}" + (f", {norm.per}" if norm.per else "")


def _meetings(norm: MeetingsNorm, _: Labels) -> str:
    times = count(norm.min, "раза", "раз", "раз")
    more = "; можно чаще, по мере необходимости" if norm.extra_allowed else ""
    return f"не реже {times} за {_accusative(norm.per)}{more}"


def _quorum(norm: QuorumNorm, _: Labels) -> str:
    share = _share(norm.comparison, norm.numerator, norm.denominator)
    if norm.absentee_counts is None:
        return f"{share} состава"
    counted = "считаются" if norm.absentee_counts else "не считаются"
    return f"{share} состава; голосовавшие заочно {counted}"


def _vote(norm: VoteNorm, _: Labels) -> str:
    majority = None
    if norm.base:
        share = "большинство"
        if norm.comparison and norm.numerator and norm.denominator:
            share = _share(norm.comparison, norm.numerator, norm.denominator)
        majority = f"{share} {norm.base.label}"
    return _joined(
        (
            "открытое" if norm.open else None,
            majority,
            norm.tie and f"при равенстве голосов {norm.tie.label}",
        )
    )


def _guests(norm: GuestsNorm, _: Labels) -> str:
    voting = "голосуют" if norm.vote else "не голосуют"
    if norm.count is None:
        return voting
    return f"{voting}, в кворум {'входят' if norm.count else 'не входят'}"


def _member_data(norm: MemberDataNorm, _: Labels) -> str:
    return f"обновляются {_every(norm.per)}"


def _legal_force(norm: LegalForceNorm, _: Labels) -> str:
    return f"решения {norm.force.label}"


def _minutes(norm: MinutesNorm, labels: Labels) -> str:
    signers = ", ".join(map(labels.of, norm.signers))
    return _joined(
        (
            "протокол обязателен" if norm.required else None,
            f"форма: {norm.form}" if norm.form else None,
            f"подписывают: {signers}" if signers else None,
            f"не позже чем через {norm.due_days} дн." if norm.due_days else None,
        )
    )


def _demand(norm: Demand, _: Labels) -> str:
    return norm.text


def _plan(norm: PlanNorm, _: Labels) -> str:
    parts = ", ".join(part.label for part in norm.parts)
    return _joined(
        (
            f"на {norm.per.label}" if norm.per else None,
            f"включает: {parts}" if parts else None,
            f"основан на: {norm.basis}" if norm.basis else None,
            f"путь: {_steps(norm.approvals)}" if norm.approvals else None,
        )
    )


def _steps(steps: Iterable[ApprovalNorm]) -> str:
    return " → ".join(f"{step.verb.label} ({step.by})" for step in steps)


def _report_step(norm: ApprovalNorm, _: Labels) -> str:
    return f"{norm.verb.label}: {norm.by}" + (f", {norm.via}" if norm.via else "")


def _share(comparison: Comparison, numerator: int, denominator: int) -> str:
    share = "половины" if (numerator, denominator) == (1, 2) else f"{numerator}/{denominator}"
    return f"{comparison.label} {share}"


def _accusative(period: Period) -> str:
    return {Period.SCHOOL_QUARTER: "учебную четверть"}.get(period, period.label)


def _every(period: Period) -> str:
    if period is Period.ONCE:
        return period.label
    neuter = period is Period.HALF_YEAR
    feminine = period is Period.SCHOOL_QUARTER
    every = "каждое" if neuter else "каждую" if feminine else "каждый"
    return f"{every} {_accusative(period)}"


_WORDS: dict[str, Words] = {
    "founding": _founding,
    "composition": _composition,
    "min_members": _min_members,
    "meetings": _meetings,
    "quorum": _quorum,
    "guests": _guests,
    "vote": _vote,
    "legal_force": _legal_force,
    "minutes": _minutes,
    "follow_up": _demand,
    "execution": _demand,
    "district_theme": _demand,
    "plan": _plan,
    "plan_execution": _demand,
    "child_heads": _demand,
    "member_subjects": _demand,
    "member_data": _member_data,
    "publication": _demand,
    "report_approvals": _report_step,
}
