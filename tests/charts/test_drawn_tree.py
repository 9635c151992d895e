"""The drawn tree, whatever bodies there are: nothing overlaps, nobody is lost, all can be read."""

from collections.abc import Sequence
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.pages.tree import (
    BOX_HEIGHT,
    BOX_WIDTH,
    EDGE,
    INDENT,
    LIMIT,
    Box,
    Drawing,
    Forest,
    grown,
    laid_out,
)


@st.composite
def families(draw: st.DrawFn, most: int = 60) -> tuple[list[str], dict[str, str], dict[str, int]]:
    """Bodies with parents among those before them (or none), each on a level of its own kind."""
    size = draw(st.integers(1, most))
    names = [f"b{place}" for place in range(size)]
    parents = {}
    for place in range(1, size):
        above = draw(st.integers(-1, place - 1))
        if above >= 0:
            parents[names[place]] = names[above]
    levels = {name: draw(st.integers(0, 4)) for name in names}
    return names, parents, levels


def forest_of(family: tuple[Sequence[str], dict[str, str], dict[str, int]]) -> Forest:
    names, parents, levels = family
    return grown(names, parents, levels.__getitem__)


def overlap(one: Box, other: Box) -> bool:
    return abs(one.x - other.x) < BOX_WIDTH and abs(one.y - other.y) < BOX_HEIGHT


@given(families())
@settings(max_examples=150, deadline=None)
def test_every_body_is_drawn_once_and_no_two_boxes_overlap(family) -> None:
    drawing = laid_out(forest_of(family))
    assert sorted(box.key for box in drawing.boxes) == sorted(family[0])
    assert not [pair for pair in combinations(drawing.boxes, 2) if overlap(*pair)]


@given(families())
@settings(max_examples=100, deadline=None)
def test_every_child_stands_below_its_parent(family) -> None:
    names, parents, levels = family
    forest = forest_of(family)
    at = {box.key: box for box in laid_out(forest).boxes}
    for child, parent in parents.items():
        assert at[child].y >= at[parent].y + BOX_HEIGHT
        assert forest.levels[child] > forest.levels[parent]
    for name in names:
        assert forest.levels[name] >= levels[name], "nobody stands above the level of its kind"


@given(families())
@settings(max_examples=100, deadline=None)
def test_boxes_and_lines_stay_inside_the_drawing(family) -> None:
    drawing = laid_out(forest_of(family))
    for box in drawing.boxes:
        assert box.x >= EDGE
        assert box.y >= EDGE
        assert box.x + BOX_WIDTH <= drawing.width
        assert box.y + BOX_HEIGHT <= drawing.height
    for line in drawing.lines:
        assert line.x1 == line.x2 or line.y1 == line.y2, "lines lead down or across"
        assert 0 <= min(line.x1, line.x2) <= max(line.x1, line.x2) <= drawing.width
        assert 0 <= min(line.y1, line.y2) <= max(line.y1, line.y2) <= drawing.height


@given(families())
@settings(max_examples=100, deadline=None)
def test_no_line_crosses_a_box(family) -> None:
    drawing = laid_out(forest_of(family))
    for x1, y1, x2, y2 in drawing.lines:
        for box in drawing.boxes:
            inside_x = max(x1, x2) > box.x and min(x1, x2) < box.x + BOX_WIDTH
            inside_y = max(y1, y2) > box.y and min(y1, y2) < box.y + BOX_HEIGHT
            assert not (inside_x and inside_y), (box, (x1, y1, x2, y2))


@given(families(most=30))
@settings(max_examples=60, deadline=None)
def test_lines_join_each_child_to_its_parent_and_to_nobody_else(family) -> None:
    """Whoever follows the lines from a box comes to those of its family, and to no others."""
    names, parents, _ = family
    drawing = laid_out(forest_of(family))
    groups = joined(drawing)
    top = {name: topmost(name, parents) for name in names}
    for one, other in combinations(names, 2):
        assert (groups[one] == groups[other]) is (top[one] == top[other]), (one, other)


def topmost(name: str, parents: dict[str, str]) -> str:
    while name in parents:
        name = parents[name]
    return name


def joined(drawing: Drawing) -> dict[str, int]:
    """To which of the parts that hang together each box belongs."""
    things = [*drawing.boxes, *drawing.lines]
    group = list(range(len(things)))
    for (a, one), (b, other) in combinations(enumerate(things), 2):
        if touch(area(one), area(other)) and not (isinstance(one, Box) and isinstance(other, Box)):
            old, new = group[a], group[b]
            group = [new if g == old else g for g in group]
    return {box.key: group[place] for place, box in enumerate(drawing.boxes)}


def area(thing) -> tuple[int, int, int, int]:
    if isinstance(thing, Box):
        return thing.x, thing.y, thing.x + BOX_WIDTH, thing.y + BOX_HEIGHT
    return (min(thing.x1, thing.x2), min(thing.y1, thing.y2),
            max(thing.x1, thing.x2), max(thing.y1, thing.y2))  # fmt: skip


def touch(one: tuple[int, int, int, int], other: tuple[int, int, int, int]) -> bool:
    across = one[0] <= other[2] and other[0] <= one[2]
    down = one[1] <= other[3] and other[1] <= one[3]
    return across and down


def chain(length: int) -> tuple[list[str], dict[str, str], dict[str, int]]:
    names = [f"b{place}" for place in range(length)]
    return names, dict(zip(names[1:], names, strict=False)), dict.fromkeys(names, 0)


def star(length: int) -> tuple[list[str], dict[str, str], dict[str, int]]:
    names = [f"b{place}" for place in range(length)]
    return names, dict.fromkeys(names[1:], "b0"), {name: int(name != "b0") for name in names}


def region(districts: int, bodies: int) -> tuple[list[str], dict[str, str], dict[str, int]]:
    """A regional body, its centre, districts, and subject bodies in each of them."""
    names, parents, levels = ["region", "centre"], {"centre": "region"}, {"region": 0, "centre": 1}
    for district in range(districts):
        home = f"d{district}"
        names.append(home)
        parents[home], levels[home] = "region", 2
        for body in range(bodies):
            name = f"{home}-{body}"
            names.append(name)
            parents[name], levels[name] = home, 3
    return names, parents, levels


@pytest.mark.parametrize(
    "family",
    [star(300), region(30, 9), region(9, 33), region(100, 2)],
    ids=["300 of one", "30 districts of 9", "9 districts of 33", "100 districts of 2"],
)
def test_three_hundred_bodies_are_about_as_wide_as_a_page(family) -> None:
    """In one row they would take some 50,000; here they take eight screens, one below another."""
    drawing = laid_out(forest_of(family))
    assert len(drawing.boxes) >= 300
    assert drawing.width <= LIMIT + 3 * INDENT + 2 * EDGE
    assert drawing.height <= 8_000


@given(families(most=300))
@settings(max_examples=10, deadline=None)
def test_the_width_is_bounded_whatever_the_family(family) -> None:
    forest = forest_of(family)
    drawing = laid_out(forest)
    deepest = max(forest.levels.values()) + 1
    assert drawing.width <= LIMIT + deepest * INDENT + 2 * EDGE


def test_a_chain_of_three_hundred_is_drawn_without_end_of_patience() -> None:
    drawing = laid_out(forest_of(chain(300)))
    assert [box.key for box in drawing.boxes] == [f"b{place}" for place in range(300)]
    assert len({box.x for box in drawing.boxes}) == 1
    assert drawing.width < 2 * BOX_WIDTH


@pytest.mark.parametrize(
    "parents",
    [{"a": "b", "b": "a"}, {"a": "a"}, {"a": "b", "b": "c", "c": "a", "d": "c"}],
    ids=["two", "itself", "three and a child"],
)
def test_a_circle_ends(parents: dict[str, str]) -> None:
    """Records with a circle are refused before; a drawing of one comes to an end all the same."""
    forest = grown("abcd", parents, lambda _: 0)
    drawing = laid_out(forest)
    assert sorted(box.key for box in drawing.boxes) == list("abcd")


def test_a_parent_that_is_not_on_record_makes_a_body_a_top() -> None:
    assert grown(["a"], {"a": "gone"}, lambda _: 2).tops == ("a",)


def test_nobody_makes_an_empty_drawing() -> None:
    drawing = laid_out(grown([], {}, lambda _: 0))
    assert (drawing.boxes, drawing.lines) == ((), ())


def test_a_parent_stands_over_the_middle_of_its_children() -> None:
    family = (["p", "a", "b", "x", "y"], {"a": "p", "b": "p", "x": "a", "y": "b"},
              {"p": 0, "a": 1, "b": 1, "x": 2, "y": 2})  # fmt: skip
    at = {box.key: box for box in laid_out(forest_of(family)).boxes}
    assert 2 * at["p"].x == at["a"].x + at["b"].x
    assert at["a"].x == at["x"].x
    assert at["a"].y == at["b"].y
