"""The quick reading says what the strict one says, or nothing: a text is never read in two ways."""

from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.problems import Problem
from generator.source import parse, split, tree
from generator.source.events import DEPTH_LIMIT
from generator.source.quick import quick
from generator.source.text import decode
from generator.source.tree import strict

ROOT = Path(__file__).parents[2]


def fields_of(file: Path) -> str:
    """The YAML of a record's file; of a damaged one, whatever of it can be had."""
    text, _ = decode(file.read_bytes(), "f")
    parts = split(text, "f")
    return text if isinstance(parts, Problem) else parts.fields


def records(folder: Path) -> list[Path]:
    own_pages = ROOT / "content" / "pages"
    files = (file for file in sorted(folder.rglob("*")) if file.is_file())
    return [file for file in files if own_pages not in file.parents]


CONTENT = [f for f in records(ROOT / "content") if f.suffix in {".yml", ".md"}]
FIXTURES = records(ROOT / "tests" / "records")


def agrees(text: str) -> bool:
    """Tell whether the quick reading took the text; it must then be a good one."""
    found = quick(text)
    if found is None:
        return False
    read = strict(text, "f.yml")
    assert read.problems == []
    assert repr(found) == repr(read.value)
    return True


@pytest.mark.parametrize("file", CONTENT, ids=lambda file: file.relative_to(ROOT).as_posix())
def test_the_records_of_the_site_are_read_the_quick_way(file):
    assert agrees(fields_of(file))


def test_the_records_of_the_tests_are_read_alike():
    assert sum(agrees(fields_of(file)) for file in FIXTURES) > 100


@pytest.mark.parametrize(
    "text",
    [
        "a: b",
        "a:\n  - b\n  -\n  - c: d",
        "# примечание\na: b",
        "a: b\n# примечание\nc: d\n  # и ещё одно\n",
        "a: b # примечание",
        "a: 2025-08-29#2",
        'a: "b\\u0436\\n"',
        "a: |\n  один\n\n  два\n",
        "a: >-\n  один\n  два\n",
        "a: один\n  два",
        "a: {b: c, d: [e, f]}",
        "a: []\nb: {}\nc: ''",
        "a:\nb: ~\nc: NULL\nd: 'null'",
        "1: a\nда: b\n'в кавычках': c",
        "? a\n: b",
        "? a",
        "---\na: b\n...\n",
        "%YAML 1.1\n---\na: b",
        "a: =\nb: .inf\nc: 14:00\nd: 0x1F",
        "a: " + "б" * 100_000,
        "б" * 1000 + ": a",
        "a: тут\u00a0#решётка",
        "a: b\n\n\n",
        "a: " + "[" * (DEPTH_LIMIT - 1) + "]" * (DEPTH_LIMIT - 1),
    ],
)
def test_taken(text):
    assert agrees(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "текст",
        "# примечание",
        "- a",
        ": a",
        "a: b\n---\nc: d",
        "a: b\n...\nc: d",
        "a: 1\nb: 2\na: 3",
        "a: {x: 1}\na: {x: 2}",
        "a:\n  - b: 1\n    b: 2",
        "a: 1\n'a': 2",
        "<<: {a: b}",
        "a: {<<: {b: c}}",
        "a: &x b",
        "a: &x [b]",
        "&x a: b",
        "&x\na: b",
        "a: &x b\nc: *x",
        "*x : b",
        "a: !t b",
        "a: ! b",
        "!!map\na: b",
        "a: !!seq [b]",
        "!t a: b",
        "[a]: b",
        "{a: b}: c",
        "? [a]\n: b",
        "a: {{b}}",
        "a: [b: c, {d: e}]: f",
        "a: {b: 1,5}",
        "a: {b: c, d}",
        "a: [b: ]",
        "a: b #решётка",
        "a: b\t#решётка # и ещё одна",
        "a: b: c",
        "a: 'b",
        "a: [b\nc: d",
        "a:\n\tb: c",
        "a: @b",
        "a: b\n  c: d",
        "a: b\u0000",
        "a: b\ufffec",
        "%TAG ! x\n---\na: b\n---\n",
        "a: " + "[" * DEPTH_LIMIT + "]" * DEPTH_LIMIT,
        "a: " + "{b: " * DEPTH_LIMIT + "c" + "}" * DEPTH_LIMIT,
        "a: " + "[" * 20_000,
        "- " * 20_000,
    ],
    ids=lambda text: text[:20],
)
def test_left_to_the_strict_reading(text):
    assert quick(text) is None


@pytest.mark.parametrize("depth", range(DEPTH_LIMIT - 2, DEPTH_LIMIT + 2))
def test_the_depth_is_the_same(depth):
    for text in (
        "a: " + "[" * depth + "]" * depth,
        "a: " + "{b: " * depth + "c" + "}" * depth,
        "".join(f"{' ' * level}a:\n" for level in range(depth)),
        "a:\n " + "- " * depth + "b",
    ):
        assert agrees(text) == (not strict(text, "f.yml").problems)


# --- whatever comes ---------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        *"abя1~'\"#&*!|>%@`[]{},:?-=<\\\t\n \u00a0\u0085\ufeff😀",
        *(
            "a: ",
            "b:",
            "- ",
            "? ",
            ": ",
            ", ",
            "\n",
            "\n  ",
            "\n    ",
            "\n- ",
            "\n  - ",
            " #",
            " # ",
        ),
        *(
            "#x",
            "~",
            "null",
            "NULL",
            "''",
            '""',
            "{a: b}",
            "[a, b]",
            "{a: , b}",
            "{",
            "}",
            "[",
            "]",
        ),
        *("&x ", "*x", "!t ", "! ", "!!str ", "<<: ", "<<", "---\n", "...\n", "%YAML 1.1\n", "\ta"),
        *("|\n  a\n", ">-\n  a\n", "'it''s'", '"\\x41"', '"\\n', "a: b\n", "c:\n  d: e\n", "\n\n"),
    ]
)
GOOD = st.sampled_from([fields_of(file) for file in CONTENT])


@given(st.lists(PIECES, max_size=25).map("".join))
@settings(max_examples=1500)
def test_any_text_is_read_alike(text):
    agrees(text)


@given(st.text(max_size=80))
def test_any_characters_are_read_alike(text):
    if clean := decode(text.encode("utf-8", "replace"), "f.yml")[0]:
        agrees(clean)


@given(GOOD, st.data())
@settings(max_examples=500, deadline=None)
def test_a_good_record_with_a_slip_of_the_hand_is_read_alike(text, data):
    lines = text.split("\n")
    first = data.draw(st.integers(0, len(lines) - 1))
    part = "\n".join(lines[first : first + 12])
    for _ in range(data.draw(st.integers(1, 3))):
        spot = data.draw(st.integers(0, len(part)))
        lost = data.draw(st.integers(0, 3))
        part = part[:spot] + data.draw(PIECES) + part[spot + lost :]
    agrees(part)
    agrees("\n".join([*lines[:first], part, *lines[first + 12 :]]))


# --- what the callers see ---------------------------------------------------------------------


def test_places_are_looked_up_when_one_is_asked_for(monkeypatch):
    asked = []
    monkeypatch.setattr(tree, "strict", lambda *what: asked.append(what) or strict(*what))
    found = parse("a: b\nc:\n  - d\n", "f.md", first_line=2)
    assert found.value == {"a": "b", "c": ["d"]}
    assert asked == []
    assert found.marks.values[("c", 0)] == (4, 5)
    assert found.marks.keys[("c",)] == (3, 1)
    assert len(asked) == 1


def test_a_wrong_text_is_read_strictly_at_once():
    found = parse("a: b\na: c\n", "f.yml")
    assert [problem.code for problem in found.problems] == ["Y04"]
    assert found.marks.values[("a",)] == (1, 4)


def test_without_libyaml_too(monkeypatch):
    texts = [fields_of(file) for file in CONTENT[::10]]
    wanted = [parse(text, "f.yml").value for text in texts]
    monkeypatch.delattr(yaml, "CSafeLoader", raising=False)
    assert all(agrees(text) for text in texts)
    assert [parse(text, "f.yml").value for text in texts] == wanted
