"""Norms about the association itself: how it came to be, and where it stands."""

from generator.models import Association
from generator.models.norms import FoundingNorm
from generator.models.regulation import Tier
from generator.rules.case import Case
from generator.rules.finding import Finding, NormKind, State
from generator.rules.words import Found, found, numbered, proof
from generator.values import short_date


def founded_by_act(case: Case) -> Found:
    """The association was created by an act, and ended by one if it has ended (001 п. 1.4,
    003 п. 3.2, 004 п. 3)."""
    for source in case.norms("founding", case.looked_at):
        yield _founded(case, source)


def _founded(case: Case, source: tuple[str, FoundingNorm]) -> Finding:
    kind, record, evidence = NormKind.FOUNDING, case.association.record, proof(case.association)
    if record.creation is None:
        message = "акт о создании не записан"
        return found(kind, State.UNKNOWN, message, source, missing="creation", evidence=evidence)
    day = record.creation.date
    if day and record.created_on and record.created_on < day:
        message = f"работает с {short_date(record.created_on)}, а акт от {short_date(day)}"
        return found(kind, State.VIOLATED, message, source, evidence=evidence)
    gone = record.liquidated_on is not None and record.liquidated_on <= case.year.ends
    if gone and record.liquidation is None:
        message = "объединение прекратило работу, а акт об этом не записан"
        return found(kind, State.UNKNOWN, message, source, missing="liquidation", evidence=evidence)
    message = numbered(record.creation.kind.label, record.creation.number, day)
    return found(kind, State.MET, message, source, evidence=evidence)


def stands_in_its_place(case: Case) -> Found:
    """The association belongs to a body of a level above its own (001 п. 2.5, 002 схема).

    The level right above may be left out: where it has no body, the next one takes its place.
    """
    for regulation in case.in_force(case.looked_at):
        tiers = {tier.code: tier for tier in regulation.record.structure}
        for tier in tiers.values():
            if tier.kind is case.association.record.kind and (above := _above(tier, tiers)):
                yield _placed(case, regulation.id, tier, above)


def _above(tier: Tier, tiers: dict[str, Tier]) -> list[Tier]:
    """The levels above one, the nearest first."""
    found: list[Tier] = []
    while (parent := tiers.get(tier.parent or "")) and parent not in found:
        found.append(parent)
        tier = parent
    return found


def _placed(case: Case, regulation: str, tier: Tier, above: list[Tier]) -> Finding:
    parent = case.archive.associations.get(case.association.record.parent or "")
    state, message, missing = _place(parent.record if parent else None, above)
    return Finding(
        NormKind.STRUCTURE,
        state,
        message,
        clause=tier.clause or "",
        evidence=proof(case.association, parent),
        missing=missing,
        regulation=regulation,
    )


def _place(parent: Association | None, above: list[Tier]) -> tuple[State, str, str]:
    wanted = above[0].short_title or above[0].title
    if parent is None:
        return State.UNKNOWN, f"вышестоящее объединение ({wanted}) не записано", "parent"
    if any(parent.kind is tier.kind for tier in above):
        return State.MET, f"вышестоящее объединение — {parent.label}", ""
    return State.VIOLATED, f"вышестоящее объединение — {parent.label}, а нужно {wanted}", ""
