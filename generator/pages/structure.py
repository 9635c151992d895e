"""The levels of the methodical service, and what they agree between them (002)."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.load import Entry
from generator.models import Association, Regulation
from generator.models.norms import AgreementNorm
from generator.models.regulation import Tier
from generator.models.vocabulary import Agreement
from generator.pages.addresses import STRUCTURE
from generator.pages.associations import in_order, roots
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import Page


@dataclass(frozen=True, slots=True)
class TierRow:
    """A level and the associations on record that stand on it."""

    norm: Tier
    bodies: list[Entry[Association]]


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """What one level does with another: who acts, and with whom."""

    norm: AgreementNorm
    actor: str
    partner: str


@dataclass(frozen=True, slots=True)
class Chain:
    """The levels that one regulation describes."""

    regulation: Entry[Regulation]
    tiers: list[TierRow]
    agreements: list[AgreementRow]


def pages(context: Context) -> Iterator[Draft]:
    """Yield the page of the structure."""
    yield Draft(STRUCTURE, partial(_page, context))


def _page(context: Context) -> Page:
    described = [e for e in context.archive.regulations.values() if e.record.structure]
    return context.page(
        "structure.html",
        STRUCTURE,
        "Структура",
        description="Уровни методической службы и что они согласуют между собой.",
        chains=[_chain(context, entry) for entry in described],
        roots=roots(context),
    )


def _chain(context: Context, entry: Entry[Regulation]) -> Chain:
    tiers = entry.record.structure
    titles = {tier.code: tier.short_title or tier.title for tier in tiers}
    return Chain(
        regulation=entry,
        tiers=[TierRow(tier, _bodies(context, tier)) for tier in tiers],
        agreements=[_agreement(norm, titles) for norm in entry.record.agreements],
    )


def _agreement(norm: AgreementNorm, titles: dict[str, str]) -> AgreementRow:
    """The lower level asks; only curating and coordinating go down."""
    lower, upper = titles.get(norm.lower, norm.lower), titles.get(norm.upper, norm.upper)
    if norm.kind in (Agreement.CURATE, Agreement.COORDINATE):
        return AgreementRow(norm, upper, lower)
    return AgreementRow(norm, lower, upper)


def _bodies(context: Context, tier: Tier) -> list[Entry[Association]]:
    entries = context.archive.associations.values()
    return in_order(entry for entry in entries if entry.record.kind is tier.kind)
