"""What records say reaches a draft to the letter, and Markdown finds nothing of its own in it."""

from typing import Any

import pytest
from demonstration import plain
from hypothesis import example, given, settings
from hypothesis import strategies as st
from lxml import html

from generator.drafting.markdown import literal
from generator.source import FrontMatter, links_in, parse, split
from generator.source.text import decode
from generator.source.yaml_text import yaml_text
from generator.text import render_markdown

UNSEEN = ["Cc", "Cf", "Cs", "Zl", "Zp", "Co", "Cn"]
ANY = st.characters(exclude_categories=UNSEEN)
AWKWARD = st.sampled_from("\n\n :#-'\"{}[],&*!|>%@`?~\\<>=_№«»—0123456789нулн")
TEXTS = st.text(st.one_of(AWKWARD, ANY), min_size=1, max_size=120)
NASTY = (
    "null", "~", "Null", "да", "нет", "1.10", "2025-08-28", "10:00", "- пункт", "# знак",
    "ключ: значение", "'кавычки'", '"двойные"', "«ёлочки»: да", "а\n\nб", "а\n  б\n", "\n", "---",
    "...", "<<", "=", "? вопрос", "! знак", "& якорь", "* ссылка", "%", "@", "`", "{а: б}", "[а]",
    "а #б", "а: ", " а", "а ", "\\n", "а\n---\nб", "х" * 300, "слово " * 60,
)  # fmt: skip


def read(text: str) -> dict[str, Any]:
    """Read a text as a record's file is read."""
    decoded, problems = decode(text.encode(), "черновик.yml")
    assert problems == []
    tree = parse(decoded, "черновик.yml")
    assert tree.problems == []
    return tree.value


@settings(max_examples=300, deadline=None)
@given(text=TEXTS, other=TEXTS)
@example(text="а\n\nб", other="null")
def test_any_text_is_read_back_from_yaml(text: str, other: str) -> None:
    fields = {"text": text, "list": [text, other], "rows": [{"a": text, "b": {"c": other}}]}
    assert read(yaml_text(fields)) == fields


@pytest.mark.parametrize("text", NASTY)
def test_awkward_texts_are_read_back_from_yaml(text: str) -> None:
    fields = {"text": text, "list": [text, text], "rows": [{"a": text}, {"a": text}]}
    assert read(yaml_text(fields)) == fields


@pytest.mark.parametrize("text", NASTY)
def test_no_text_ends_the_fields_of_a_markdown_record(text: str) -> None:
    parts = split(f"---\n{yaml_text({'text': text})}---\n\nТело\n", "анализ.md")
    assert isinstance(parts, FrontMatter)
    assert parts.body == "Тело"
    assert read(parts.fields) == {"text": text}


def test_signs_that_nobody_sees_are_left_out() -> None:
    assert read(yaml_text({"text": "а\u200bб\u00ad\u202eв"})) == {"text": "абв"}
    assert literal("а\u200bб\u202e") == "аб"


def test_yaml_is_written_as_people_write_it() -> None:
    fields = {"date": "2025-08-28", "number": "1", "agenda": [{"text": "Разное"}], "time": "10:00"}
    assert yaml_text(fields) == (
        "date: 2025-08-28\nnumber: 1\nagenda:\n  - text: Разное\ntime: 10:00\n"
    )


@pytest.mark.parametrize("text", ["[x](javascript:alert(1))", "![x](http://x)", "[x]: http://x"])
def test_the_checks_find_no_link_in_a_text(text: str) -> None:
    assert list(links_in(text)) != []
    assert list(links_in(f"- {literal(text)}\n\n{literal(text)}")) == []


def shown(markdown: str) -> tuple[str, set[str]]:
    """The words of a Markdown text as the site shows it, and the elements that it is made of."""
    tree = html.fromstring(f"<main>{render_markdown(markdown).html}</main>")
    return plain("".join(tree.itertext())), {element.tag for element in tree.iterdescendants()}


@settings(max_examples=300, deadline=None)
@given(text=TEXTS.map(lambda text: f"а{text}я"))
@example(text="![x](javascript:alert(1))")
@example(text="а_б_в *г* `д` <script>alert(1)</script> &lt; | я")
def test_a_text_in_a_list_is_a_text_and_no_more(text: str) -> None:
    words, elements = shown(f"- {literal(text)}\n")
    assert elements == {"ul", "li"}
    assert words == plain(text)


@pytest.mark.parametrize("start", ["# ", "- ", "+ ", "1. ", "> ", "* ", "--- ", "[x]: y ", "| "])
def test_the_start_of_a_text_is_no_mark_either(start: str) -> None:
    for before in ("- ", "> ", ""):
        words, elements = shown(f"{before}{literal(start + 'слово')}\n")
        assert words == plain(f"{start}слово")
        assert elements <= {"ul", "li", "blockquote", "p"}


@settings(max_examples=150, deadline=None)
@given(text=TEXTS.map(lambda text: f"а{text}я"))
def test_a_text_stays_in_its_cell(text: str) -> None:
    words, elements = shown(f"| А | Б |\n|---|---|\n| {literal(text)} | в |\n")
    assert {"table", "td"} <= elements
    assert elements <= {"div", "table", "thead", "tbody", "tr", "th", "td"}
    assert plain(text) in words
