"""The levels of the methodical service, and what they agree between them (002)."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from generator.load import Entry
from generator.models import Association, Regulation
from generator.models.norms import AgreementNorm
from generator.models.regulation import Tier
from generator.models.vocabulary import Agreement, AssociationKind
from generator.pages.addresses import STRUCTURE
from generator.pages.associations import in_order, roots
from generator.pages.charts import shortened, wrapped
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import Page
from generator.pages.sought import Sought, SoughtKind
from generator.pages.tree import BOX_HEIGHT, BOX_WIDTH, Drawing, grown, laid_out

CAPTION, LABEL = 10.5, 12.5
"""The sizes of the letters in a box: of the level, and of the name."""
_ROOM = BOX_WIDTH - 16
_LIKE = {
    AssociationKind.DISTRICT: AssociationKind.MUNICIPAL,
    AssociationKind.SERVICE: AssociationKind.MUNICIPAL,
    AssociationKind.DISTRICT_SUBJECT: AssociationKind.MUNICIPAL_SUBJECT,
    AssociationKind.INTERSCHOOL: AssociationKind.MUNICIPAL_SUBJECT,
    AssociationKind.NETWORK: AssociationKind.MUNICIPAL_SUBJECT,
}
"""On whose level a kind stands that no chain of levels names."""
Depths = dict[AssociationKind, tuple[int, AssociationKind | None]]
"""How deep in a chain each kind stands, and below which kind."""
Names = Mapping[tuple[str, AssociationKind], str | None]
"""What a regulation calls a level in short, by its id and the kind of association."""


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


@dataclass(frozen=True, slots=True)
class Card:
    """A box of the drawn tree: whose it is, the words in it, and where it stands."""

    association: Entry[Association]
    caption: str
    lines: tuple[str, ...]
    x: int
    y: int


@dataclass(frozen=True, slots=True)
class Tree:
    """The drawn tree."""

    drawing: Drawing
    cards: tuple[Card, ...]
    box: tuple[int, int] = (BOX_WIDTH, BOX_HEIGHT)


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
        tree=_tree(context, described),
        searched=(Sought(SoughtKind.PAGE),),
    )


def _tree(context: Context, described: Sequence[Entry[Regulation]]) -> Tree:
    """The associations on record by their parents, each on the level of its kind."""
    bodies = {entry.id: entry for entry in in_order(context.archive.associations.values())}
    parents = {id_: entry.record.parent or "" for id_, entry in bodies.items()}
    levels = levels_of([entry.record.structure for entry in described])
    forest = grown(list(bodies), parents, lambda id_: _level(levels, bodies[id_].record.kind))
    drawing = laid_out(forest)
    names = {(e.id, tier.kind): tier.short_title for e in described for tier in e.record.structure}
    return Tree(
        drawing, tuple(_card(bodies[box.key], names, box.x, box.y) for box in drawing.boxes)
    )


def _card(entry: Entry[Association], names: Names, x: int, y: int) -> Card:
    """A box with its level: in letters as its regulation has it, else the association's kind."""
    kind = entry.record.kind
    short = names.get((entry.record.regulation or "", kind))
    level = short if short and short != short.lower() else kind.label
    caption = shortened(level, CAPTION, _ROOM)
    return Card(entry, caption, wrapped(entry.record.label, LABEL, _ROOM, 3), x, y)


def levels_of(chains: Sequence[Sequence[Tier]]) -> dict[AssociationKind, int]:
    """How far below the top each kind stands: by the longest chain (002).

    What only the others name stands below its parent there, wherever that stands.
    """
    found: dict[AssociationKind, int] = {}
    for chain in sorted(map(_depths, chains), key=_length, reverse=True):
        for kind, (depth, parent) in chain.items():
            found.setdefault(kind, found[parent] + 1 if parent in found else depth)
    return found


def _depths(chain: Sequence[Tier]) -> Depths:
    """The depth of each kind in one chain, and the kind above it."""
    known: dict[str, tuple[int, AssociationKind]] = {}
    depths: Depths = {}
    for tier in chain:
        above = known.get(tier.parent or "")
        depth = above[0] + 1 if above else 0
        known[tier.code] = depth, tier.kind
        depths[tier.kind] = depth, above[1] if above else None
    return depths


def _length(chain: Depths) -> int:
    return max(depth for depth, _ in chain.values())


def _level(levels: dict[AssociationKind, int], kind: AssociationKind) -> int:
    return levels.get(kind, levels.get(_LIKE.get(kind, kind), 0))


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
