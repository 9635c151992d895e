"""What must hold whatever the input is: used by tests, corpora and the coverage-guided runs.

Each function raises AssertionError where the program breaks its word; anything else that it
raises is a crash of the program.
"""

from typing import Any

from lxml import html

from generator.problems import Problem
from generator.source import FrontMatter, links_in, pictures_in, split, tangle
from generator.source.events import DEPTH_LIMIT
from generator.source.quick import quick
from generator.source.text import decode
from generator.source.tree import strict
from generator.source.yaml_text import yaml_text
from generator.text import render_markdown

TAGS = frozenset(
    "p h2 h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong del sub sup hr br "  # noqa: SIM905
    "table thead tbody tr th td a img div span".split(" ")
)
ATTRIBUTES = frozenset(
    "href title src alt start id rel class tabindex width height loading decoding".split(" ")  # noqa: SIM905
)
CLASSES = frozenset({"umo-scroll", "umo-leads", "umo-left", "umo-right", "umo-center"})
SCHEMES = ("https://", "http://", "mailto:", "#")


def reader_holds(data: bytes) -> None:
    """Bytes become values or problems; both readings of a text agree."""
    text, problems = decode(data, "f.yml")
    _are_problems(problems, text)
    if not text:
        assert problems
        return
    yaml_holds(text)
    parts = split(text, "f.md")
    if isinstance(parts, FrontMatter):
        yaml_holds(parts.fields)
        if parts.body:
            first = parts.body.partition("\n")[0]
            assert text.split("\n")[parts.body_line - 1] == first
    else:
        _are_problems([parts], text)


def yaml_holds(text: str) -> None:
    """Both readings agree on a text, and what was read comes back from the writer."""
    tree = strict(text, "f.yml")
    _are_problems(tree.problems, text)
    _is_plain(tree.value, DEPTH_LIMIT)
    value = quick(text)
    if value is not None:
        assert not tree.problems
        assert value == tree.value
    if not tree.problems and _is_seen(tree.value):
        scalars = list(_scalars(tree.value))
        written = yaml_text({"x": scalars})
        assert strict(written, "f.yml").value == {"x": scalars}, written


def markdown_holds(text: str) -> None:
    """A body becomes HTML in which nothing runs and no address leads astray."""
    for _ in (*links_in(text), *pictures_in(text)):
        pass
    if tangle(text):
        return
    rendered = render_markdown.__wrapped__(text)
    html_holds(rendered.html)


def html_holds(fragment: str) -> None:
    """Nothing but known elements and attributes; links lead out, or beside the record."""
    if not fragment.strip():
        return
    tree = html.fragment_fromstring(fragment, create_parent="main")
    for element in tree.iterdescendants():
        assert isinstance(element.tag, str), element
        assert element.tag in TAGS, element.tag
        for name, value in element.attrib.items():
            assert name in ATTRIBUTES, (element.tag, name)
            if name == "id":
                assert value.startswith("text-"), value
            if name == "class":
                assert value in CLASSES, value
            if name in {"href", "src"}:
                _leads_well(value, outward=name == "href")


def _leads_well(address: str, *, outward: bool) -> None:
    head = address.strip().casefold()
    if head.startswith(SCHEMES):
        assert outward, address
        return
    assert ":" not in head.partition("#")[0], address
    assert not head.startswith(("/", "\\")), address
    assert ".." not in head.removeprefix("../").partition("#")[0].split("/"), address


def _are_problems(problems: list[Problem], text: str) -> None:
    lines = text.split("\n")
    for problem in problems:
        assert isinstance(problem, Problem)
        str(problem).encode()
        if text:
            assert 1 <= problem.place.line <= len(lines), problem
            assert 1 <= problem.place.column <= len(lines[problem.place.line - 1]) + 1, problem


def _is_plain(value: Any, room: int) -> None:
    """A value of nothing but texts, lists and mappings, no deeper than allowed."""
    if value is None or type(value) is str:
        return
    assert room > 0
    assert type(value) in {dict, list}
    if isinstance(value, dict):
        assert all(type(key) is str for key in value)
    for part in value.values() if isinstance(value, dict) else value:
        _is_plain(part, room - 1)


def _scalars(value: Any) -> Any:
    if isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from _scalars(part)
    else:
        yield value


def _is_seen(value: Any) -> bool:
    """The writer leaves out what nobody sees; only a line break stays."""
    texts = (text for text in _scalars(value) if text is not None)
    return all(text.replace("\n", " ").isprintable() for text in texts)
