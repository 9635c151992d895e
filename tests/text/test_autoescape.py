"""Every template environment of the package escapes, or makes no HTML."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

import generator
from generator.pages.templating import shown
from generator.pages.word.compiled import environment as of_word
from generator.paper import book

PACKAGE = Path(generator.__file__).parent
ESCAPING = {
    "generator/pages/context.py",
    "generator/pages/word/compiled.py",
    "generator/paper/book.py",
}
NO_HTML = {
    "generator/reference/render.py": "Markdown, and all of it is ours",
    "generator/starting/repository.py": "YAML: values pass the filter `yaml`",
    "generator/text/templates.py": "Markdown: `finalize` escapes for it",
}
MARKUP = "<script>\"'&"


def environments() -> Iterator[tuple[str, ast.Call]]:
    """Every call that makes an environment of Jinja: with the name of its file."""
    for path in sorted(PACKAGE.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            name = node.func if isinstance(node, ast.Call) else None
            said = name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "")
            if isinstance(node, ast.Call) and re.search(r"Environment$|^Templates$", said):
                yield path.relative_to(PACKAGE.parent).as_posix(), node


def test_every_environment_is_known_and_escapes_unless_it_makes_no_html() -> None:
    found = dict(environments())
    assert found.keys() == ESCAPING | NO_HTML.keys()
    for name, call in found.items():
        given = {word.arg: ast.unparse(word.value) for word in call.keywords}
        assert given.get("autoescape", "False") == str(name in ESCAPING), name


def test_what_escapes_does_escape() -> None:
    for made in (of_word(), book._template().environment):
        said = made.from_string("{{ text }}").render(text=MARKUP)
        assert not re.search(r"[<>]", said), made
        assert "&amp;" in said


@pytest.mark.parametrize("value", [MARKUP, [MARKUP], {MARKUP: MARKUP}, Path(MARKUP)])
def test_a_page_prints_nothing_unescaped(value: object) -> None:
    assert set(str(shown(value))).isdisjoint('<>"')


def test_no_template_of_ours_turns_escaping_off() -> None:
    """`safe` and `autoescape` stand in none."""
    told = [
        path.name
        for path in PACKAGE.rglob("templates/*.html")
        if re.search(r"\|\s*safe\b|\{%-?\s*autoescape", path.read_text("utf-8"))
    ]
    assert told == []
