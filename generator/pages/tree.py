"""Where the boxes of a drawn tree stand, and the lines between them.

A child stands below its parent, by as many steps lower as its level is; beside each other stands
what would otherwise meet, so every subtree has a strip of its own, as wide as its leaves need. Two
things keep a large tree of a size that can be read. Children that have none themselves are put
into a grid, near a square, and not into one row. And where the strips together are wider than
`LIMIT`, they go on below, on a further shelf, to which a trunk leads along the left edge. So three
hundred bodies make a drawing about as wide as a page and some screens high, where a row of them
would be fifty screens wide. What cannot be folded is depth: a child must stand below its parent.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

BOX_WIDTH = 168
BOX_HEIGHT = 68
GAP = 30
"""Between a level and the next: the rail from which children hang is in the middle of it."""
STEP = BOX_HEIGHT + GAP
MARGIN = 14
"""To the left of a column of boxes: room for the line that leads down along it."""
COLUMN = MARGIN + BOX_WIDTH
ROW = BOX_HEIGHT + 10
INDENT = 12
"""Room for the trunk that leads to further shelves."""
LIMIT = 5 * COLUMN
EDGE = 2


class Box(NamedTuple):
    """Where a body stands: the upper left corner of its box."""

    key: str
    x: int
    y: int


class Segment(NamedTuple):
    """A straight line, down or across."""

    x1: int
    y1: int
    x2: int
    y2: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole: its size, the boxes, each parent before its children, and the lines."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Segment, ...]

    @property
    def path(self) -> str:
        """The lines as one path of SVG."""
        return "".join(f"M{x1} {y1}L{x2} {y2}" for x1, y1, x2, y2 in self.lines)


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees of bodies. `order` has each body once, each parent before its children."""

    order: tuple[str, ...]
    tops: tuple[str, ...]
    children: Mapping[str, tuple[str, ...]]
    levels: Mapping[str, int]


def grown(
    names: Sequence[str], parents: Mapping[str, str], level_of: Callable[[str], int]
) -> Forest:
    """The trees that bodies make by their parents; a child is a level or more below its parent.

    Bodies in a circle have no top: the first of them is taken for it. Records with a circle are
    refused long before; here nobody waits for its end.
    """
    known = set(names)
    found: dict[str, list[str]] = {}
    for name in names:
        found.setdefault(parents.get(name, ""), []).append(name)
    roots = [name for name in names if parents.get(name, "") not in known]
    levels: dict[str, int] = {}
    children: dict[str, tuple[str, ...]] = {}
    tops: list[str] = []
    for root in (*roots, *names):
        if root in levels:
            continue
        tops.append(root)
        levels[root] = level_of(root)
        waiting = [root]
        for name in waiting:  # grows while it is gone through
            mine = tuple(child for child in found.get(name, ()) if child not in levels)
            levels |= {child: max(level_of(child), levels[name] + 1) for child in mine}
            children[name] = mine
            waiting += mine
    return Forest(tuple(levels), tuple(tops), children, levels)


def laid_out(forest: Forest) -> Drawing:
    """Place the trees beside each other, and below where they get too wide."""
    blocks: dict[str, Block] = {}
    for name in reversed(forest.order):
        if forest.children[name]:
            blocks[name] = _subtree(forest, name, blocks)
    least = min(forest.levels.values(), default=0)
    shelves = _shelves(_pieces(forest, forest.tops, least, blocks, joined=False))
    whole = _stacked(shelves).moved(EDGE, EDGE)
    order = {name: place for place, name in enumerate(forest.order)}
    return Drawing(
        width=whole.width + 2 * EDGE,
        height=whole.height + 2 * EDGE,
        boxes=tuple(sorted(whole.boxes, key=lambda box: order[box.key])),
        lines=whole.lines,
    )


@dataclass(frozen=True, slots=True)
class Block:
    """Something placed, seen from its own corner. Lines from above end at `arrivals` on its top."""

    width: int
    height: int
    boxes: tuple[Box, ...]
    lines: tuple[Segment, ...]
    arrivals: tuple[int, ...]

    def moved(self, x: int, y: int) -> "Block":
        """The same, its boxes and lines elsewhere."""
        return Block(
            self.width,
            self.height,
            tuple(Box(box.key, box.x + x, box.y + y) for box in self.boxes),
            tuple(Segment(a + x, b + y, c + x, d + y) for a, b, c, d in self.lines),
            tuple(at + x for at in self.arrivals),
        )


class Piece(NamedTuple):
    """A block, and how many steps below its parent it begins."""

    steps: int
    block: Block


class Shelf(NamedTuple):
    """Blocks beside each other, in place. `rail` is where they hang from, if from anything."""

    rail: int
    bottom: int
    right: int
    blocks: tuple[Block, ...]
    tops: tuple[int, ...]

    @property
    def arrivals(self) -> list[tuple[int, int]]:
        """Where lines from the rail end: across and down."""
        pairs = zip(self.blocks, self.tops, strict=True)
        return [(x, top) for block, top in pairs for x in block.arrivals]


def _subtree(forest: Forest, name: str, blocks: Mapping[str, Block]) -> Block:
    """A body over its children."""
    pieces = _pieces(forest, forest.children[name], forest.levels[name], blocks)
    shelves = _shelves(pieces)
    if len(shelves) > 1:
        shelves = _shelves(pieces, left=INDENT)
    below = _stacked(shelves)
    across = [x for x, _ in shelves[0].arrivals]
    middle = max((min(across) + max(across)) // 2, MARGIN + BOX_WIDTH // 2)
    box = Box(name, middle - BOX_WIDTH // 2, 0)
    return Block(
        width=max(below.width, box.x + BOX_WIDTH),
        height=below.height,
        boxes=(box, *below.boxes),
        lines=(*below.lines, *_hung(shelves, middle)),
        arrivals=(middle,),
    )


def _pieces(
    forest: Forest,
    names: Iterable[str],
    level: int,
    blocks: Mapping[str, Block],
    *,
    joined: bool = True,
) -> list[Piece]:
    """What hangs below a level: on each level those without children first, in a grid.

    Those at the top are not joined: they are no children of one parent.
    """
    found: list[Piece] = []
    rows = [(forest.levels[name], name) for name in names]
    for own in sorted({own for own, _ in rows}):
        mine = [name for its, name in rows if its == own]
        if leaves := [name for name in mine if name not in blocks]:
            found.append(Piece(own - level, _grid(leaves, joined)))
        found += [Piece(own - level, blocks[name]) for name in mine if name in blocks]
    return found


def _grid(names: Sequence[str], joined: bool) -> Block:
    """Bodies without children: a few below each other, many in columns, near a square."""
    columns = max(1, min(round((len(names) * ROW / COLUMN) ** 0.5), LIMIT // COLUMN))
    rows = -(-len(names) // columns)
    boxes = tuple(
        Box(name, place // rows * COLUMN + MARGIN, place % rows * ROW)
        for place, name in enumerate(names)
    )
    heads = tuple(box.x for box in boxes if box.y == 0)
    width, height = len(heads) * COLUMN, (rows - 1) * ROW + BOX_HEIGHT
    if rows == 1:
        return Block(width, height, boxes, (), tuple(x + BOX_WIDTH // 2 for x in heads))
    ladders = (_ladder([box for box in boxes if box.x == head]) for head in heads if joined)
    lines = tuple(line for ladder in ladders for line in ladder)
    return Block(width, height, boxes, lines, tuple(x - MARGIN // 2 for x in heads))


def _ladder(column: Sequence[Box]) -> Iterator[Segment]:
    """A line down along a column, and a rung to each box."""
    x = column[0].x - MARGIN // 2
    yield Segment(x, 0, x, column[-1].y + BOX_HEIGHT // 2)
    for box in column:
        yield Segment(x, box.y + BOX_HEIGHT // 2, box.x, box.y + BOX_HEIGHT // 2)


def _shelves(pieces: Sequence[Piece], left: int = 0) -> list[Shelf]:
    """Pieces in rows no wider than `LIMIT`, each row below the one before."""
    rows: list[list[Piece]] = []
    width = 0
    for piece in pieces:
        width += piece.block.width
        if not rows or width > LIMIT:
            rows.append([])
            width = piece.block.width
        rows[-1].append(piece)
    shelves: list[Shelf] = []
    for row in rows:
        least = min(piece.steps for piece in row)
        base = shelves[-1].bottom + GAP - least * STEP if shelves else 0
        shelves.append(_shelf(row, left, base))
    return shelves


def _shelf(row: Sequence[Piece], left: int, base: int) -> Shelf:
    """Blocks beside each other, each on its level as seen from `base`, the parent's top."""
    tops = tuple(base + piece.steps * STEP for piece in row)
    blocks: list[Block] = []
    x = left
    for piece, top in zip(row, tops, strict=True):
        blocks.append(piece.block.moved(x, top))
        x += piece.block.width
    bottom = max(top + piece.block.height for piece, top in zip(row, tops, strict=True))
    return Shelf(min(tops) - GAP // 2, bottom, x, tuple(blocks), tops)


def _stacked(shelves: Sequence[Shelf]) -> Block:
    """All that stands on the shelves."""
    blocks = [block for shelf in shelves for block in shelf.blocks]
    return Block(
        width=max((shelf.right for shelf in shelves), default=0),
        height=max((shelf.bottom for shelf in shelves), default=0),
        boxes=tuple(box for block in blocks for box in block.boxes),
        lines=tuple(line for block in blocks for line in block.lines),
        arrivals=(),
    )


def _hung(shelves: Sequence[Shelf], middle: int) -> Iterator[Segment]:
    """The lines from a parent to its shelves: down to a rail, along it, down to each block."""
    trunk, first, last = INDENT // 2, shelves[0], shelves[-1]
    yield Segment(middle, BOX_HEIGHT, middle, first.rail)
    if first is not last:
        yield Segment(trunk, first.rail, trunk, last.rail)
    for shelf in shelves:
        joints = [x for x, _ in shelf.arrivals]
        joints += [trunk] if first is not last else []
        joints += [middle] if shelf is first else []
        yield Segment(min(joints), shelf.rail, max(joints), shelf.rail)
        yield from (Segment(x, shelf.rail, x, top) for x, top in shelf.arrivals)
