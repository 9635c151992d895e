"""A head of fields and a body: where each begins."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problem
from generator.source import FrontMatter, split

LINES = st.lists(st.sampled_from(["---", "--- ", "----", " ---", "a: b", "", "текст", "...", "#"]))


@pytest.mark.parametrize(
    ("text", "fields", "body", "body_line"),
    [
        ("---\na: b\n---\nтекст\n", "a: b\n", "текст", 4),
        ("---\na: b\n---\n\n\nтекст\n\nещё\n\n", "a: b\n", "текст\n\nещё", 6),
        ("---\na: b\n---\n", "a: b\n", "", 4),
        ("---\na: b\n---", "a: b\n", "", 3),
        ("---\n---\nтекст", "", "текст", 3),
        ("---  \na: b\n--- \t\nтекст", "a: b\n", "текст", 4),
        ("---\na: b\n---\nдо\n\n---\n\nпосле", "a: b\n", "до\n\n---\n\nпосле", 4),
        ("---\na: |\n  ---\n---\nтекст", "a: |\n  ---\n", "текст", 5),
        ("---\na: b\n---\n    код\n", "a: b\n", "    код", 4),
    ],
)
def test_head_and_body(text, fields, body, body_line):
    assert split(text, "f.md") == FrontMatter(fields, body, body_line)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "Y10"),
        ("текст", "Y10"),
        ("\n---\na: b\n---\n", "Y10"),
        (" ---\na: b\n---\n", "Y10"),
        ("----\na: b\n----\n", "Y10"),
        ("---", "Y11"),
        ("---\na: b\n", "Y11"),
        ("---\na: b\n----\n", "Y11"),
        ("---\na: b\n ---\n", "Y11"),
    ],
)
def test_broken_heads(text, code):
    problem = split(text, "f.md")
    assert isinstance(problem, Problem)
    assert (problem.code, problem.place.line) == (code, 1)


@given(LINES.map("\n".join) | st.text(max_size=60))
def test_the_body_stands_on_its_line(text):
    parts = split(text, "f.md")
    if isinstance(parts, Problem):
        return
    lines = text.split("\n")
    for number, line in enumerate(parts.body.split("\n") if parts.body else ()):
        assert lines[parts.body_line - 1 + number].rstrip("\n") == line
    for number, line in enumerate(parts.fields.split("\n")[:-1]):
        assert lines[parts.fields_line - 1 + number] == line
