"""YAML to plain values: as written, with places, without anything that YAML can hide behind."""

import time

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.source import parse
from generator.source.text import decode
from generator.source.tree import DEPTH_LIMIT


def told(text: str) -> list[tuple[str, int, int]]:
    problems = parse(text, "f.yml").problems
    return [(problem.code, problem.place.line, problem.place.column) for problem in problems]


@pytest.mark.parametrize(
    "written",
    [
        "14:00",
        "9.30",
        "да",
        "yes",
        "no",
        "on",
        "true",
        "01",
        "007",
        "0x1F",
        "1e3",
        "1_000",
        "12,5",
        ".5",
        "-1",
        "2025-08-29",
        "2025-08-29#2",
        "29.08.2025",
        "1/2",
        "149-ОД",
        "«Ёлочки»",
        "№ 5",
        ".inf",
        "=",
        "текст с 'кавычками' внутри",
        "None",
    ],
)
def test_a_scalar_stays_as_written(written):
    assert parse(f"a: {written}\n", "f.yml").value == {"a": written}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a:", {"a": None}),
        ("a: ~", {"a": None}),
        ("a: null", {"a": None}),
        ("a: NULL", {"a": None}),
        ("a: ''", {"a": ""}),
        ("a: '~'", {"a": "~"}),
        ('a: "null"', {"a": "null"}),
        ("a: []", {"a": []}),
        ("a: {}", {"a": {}}),
        ("a:\n  - b\n  -\n  - c: d", {"a": ["b", None, {"c": "d"}]}),
        ("a: |\n  один\n  два\n", {"a": "один\nдва\n"}),
        ("a: >\n  один\n  два\n", {"a": "один два\n"}),
        ("a: один\n  два", {"a": "один два"}),
        ("1: a\nда: b", {"1": "a", "да": "b"}),
        ("a: b # примечание", {"a": "b"}),
        ("---\na: b\n...\n", {"a": "b"}),
        ("? a\n: b", {"a": "b"}),
    ],
)
def test_values(text, value):
    tree = parse(text, "f.yml")
    assert (tree.value, tree.problems) == (value, [])


@pytest.mark.parametrize(
    ("text", "problems"),
    [
        ("a: !!str b", [("Y02", 1, 4)]),
        ("a: !!python/object:os.system b", [("Y02", 1, 4)]),
        ("!!map\na: b", [("Y02", 1, 1)]),
        ("a: &x b\nc: *x", [("Y03", 1, 4), ("Y03", 2, 4)]),
        ("a: *x", [("Y03", 1, 4)]),
        ("*x : b\nc: d", [("Y03", 1, 1)]),
        ("*x : {a: b}\nc: d", [("Y03", 1, 1)]),
        ("&x a: b", [("Y03", 1, 1)]),
        ("a: 1\nb: 2\na: 3", [("Y04", 3, 1)]),
        ("a: 1\n'a': 3", [("Y04", 2, 1)]),
        ("a:\n  - b: 1\n    b: 2", [("Y04", 3, 5)]),
        ("a: {x: 1}\na: {x: 2}", [("Y04", 2, 1)]),
        ("<<: {a: b}", [("Y06", 1, 1)]),
        ("<<: 1\n<<: 2", [("Y06", 1, 1), ("Y06", 2, 1)]),
        ("a: b\n---\nc: d", [("Y07", 2, 1)]),
        ("- a", [("Y08", 1, 1)]),
        ("текст", [("Y08", 1, 1)]),
        ("# примечание", [("Y08", 1, 1)]),
        ("[a]: b", [("Y09", 1, 1)]),
        ("a: {{b}}", [("Y09", 1, 5)]),
        ("a: 'b", [("Y01", 1, 4)]),
        ("a: [b\nc: d", [("Y01", 1, 4)]),
        ("a: b: c", [("Y01", 1, 5)]),
        ("a:\n\tb: c", [("Y01", 2, 1)]),
        ("a: @b", [("Y01", 1, 4)]),
    ],
)
def test_what_is_refused(text, problems):
    assert told(text) == problems


def test_lines_are_counted_from_where_the_fields_begin():
    tree = parse("a: b\nc: {d\n", "f.md", first_line=2)
    assert tree.marks.values[("a",)] == (2, 4)
    assert tree.problems[0].place.line == 3


def test_depth():
    good = "a: " + "[" * (DEPTH_LIMIT - 1) + "]" * (DEPTH_LIMIT - 1)
    assert told(good) == []
    assert [code for code, _, _ in told(good.replace("[", "[[").replace("]", "]]"))] == ["Y05"]


@pytest.mark.parametrize(
    "text",
    [
        "a: " + "[" * 20_000,
        "a: " + "{a: " * 20_000,
        "- " * 20_000,
        "? " * 20_000,
        "a: " + "[" * 500 + "]" * 500,
        "".join(f"{' ' * i}a{i}:\n" for i in range(500)),
        "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
        + "".join(f"a{i}: &a{i} [{f'*a{i - 1}, ' * 9}]\n" for i in range(1, 100)),
        "a: " + '"\\x' * 100_000,
        "a: " + "!" * 100_000,
        "a: " + "b:" * 500_000,
        "a:" + "\n" * 1_000_000 + "b",
        "a: " + "&a " * 100_000,
        "a: 'b" + "''" * 500_000,
        "%" + "TAG " * 100_000,
    ],
    ids=lambda text: text[:12],
)
def test_hostile_texts_finish_at_once(text):
    start = time.perf_counter()
    tree = parse(text, "f.yml")
    assert tree.problems
    assert time.perf_counter() - start < 2


def test_a_large_honest_file_is_read_in_time():
    text = "".join(f"поле-{number}: значение {number}\n" for number in range(40_000))
    start = time.perf_counter()
    assert len(parse(text, "f.yml").value) == 40_000
    assert time.perf_counter() - start < 5


# --- whatever comes ---------------------------------------------------------------------------

PIECES = st.lists(
    st.sampled_from("[]{}'\"#~%\t\n\\")
    | st.from_regex(
        r"a|b: |- |\n  |  |, |: |&x |\*x|!t |\|\n|>\n|\? |---\n|<<: |%A", fullmatch=True
    ),
    max_size=25,
).map("".join)
SCALARS = st.text(
    st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=20
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(SCALARS, inner, max_size=3),
    max_leaves=12,
)
PLAIN = (str, type(None), list, dict)


def walk(value, path=()):
    yield path, value
    if isinstance(value, dict):
        for key, inner in value.items():
            assert type(key) is str
            yield from walk(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from walk(inner, (*path, index))


def check_tree(text):
    """Every value is plain, has its place in the text, and no problem lies outside of it."""
    tree = parse(text, "f.yml")
    lines = text.split("\n")
    for path, value in walk(tree.value):
        assert type(value) in PLAIN
        if not path and tree.problems:
            continue
        line, column = tree.marks.values[path]
        assert 1 <= line <= len(lines)
        assert 1 <= column <= len(lines[line - 1]) + 1
        if path and isinstance(path[-1], str):
            assert path in tree.marks.keys
    for problem in tree.problems:
        assert 1 <= problem.place.line <= len(lines) + 1
        assert str(problem)
    return tree


@given(PIECES | st.text(max_size=60))
@settings(max_examples=500)
def test_any_text_gives_values_or_problems(text):
    found, problems = decode(text.encode(), "f.yml")
    if found:
        check_tree(found)
    else:
        assert problems


@given(st.dictionaries(SCALARS, VALUES, max_size=4))
def test_what_is_written_comes_back(value):
    """Written out by PyYAML and read by us, every text is the same: none becomes a number."""
    text = yaml.safe_dump(value, allow_unicode=True, default_style='"')
    tree = check_tree(text)
    if "<<" not in str(value):
        assert (tree.value, tree.problems) == (value, [])


WORDS = st.from_regex(r"[a-zа-я0-9][a-zа-я0-9 .,/]{0,12}", fullmatch=True).map(str.strip)


@given(st.lists(st.tuples(WORDS, WORDS), min_size=1, max_size=6, unique_by=lambda pair: pair[0]))
def test_the_mark_of_a_plain_text_is_where_it_begins(pairs):
    text = "поля:\n" + "".join(f"  - {key}: {word}\n    ещё: [{word}]\n" for key, word in pairs)
    tree = check_tree(text)
    lines = text.split("\n")
    for path, value in walk(tree.value):
        if isinstance(value, str):
            line, column = tree.marks.values[path]
            assert lines[line - 1][column - 1 :].startswith(value.split(",")[0])
        if path and isinstance(path[-1], str):
            line, column = tree.marks.keys[path]
            assert lines[line - 1][column - 1 :].startswith(path[-1])
