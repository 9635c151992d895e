"""The quick way to set a text and the plain one, pass after pass, give the same for all texts."""

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markupsafe import Markup, escape

from generator.text import paragraphs, printed, typeset

NBSP = "\u00a0"
PASSES = (
    (r'"([^"\n]+)"', r"«\1»"),
    (r"\.\.\.", "…"),
    (r"(?<=\S)[ \u00a0](?:-|–|—)(?= )", f"{NBSP}—"),
    (
        r"(?<=\d) (?!(?:от|до|из|на|по|за|не|ни|и|в|с|к|у|о|а)\b)(?=[А-Яа-яЁё%°₽])",
        NBSP,
    ),
    (
        r"(№|§|\bп\.|\bпп\.|\bст\.|\bразд\.|\bс\.|\bг\.|\bкл\.) (?=[\dА-Я«])",
        rf"\1{NBSP}",
    ),
    (r"\b([А-ЯЁ][а-яё]+) (?=[А-ЯЁ]\.[\u00a0 ]?[А-ЯЁ]\.)", rf"\1{NBSP}"),
    (r"(?<=\b[А-ЯЁ]\.) ?(?=[А-ЯЁ](?:\.|[а-яё]))", NBSP),
    (r"(?<![\w-])([А-Яа-яЁё]{1,2}|для|при|над|под|без) (?=\S)", rf"\1{NBSP}"),
)
PIECES = (
    *" \u00a0\n\t\"«»-–—.…№%§°₽абвйпгсАБЯЁё5_xX,('&<²٣\u0301\u2028\u3000",
    *("для", "при", "без", "от", "и", "п.", "пп.", "ст.", "разд.", "г.", "кл.", "с."),
    *("А.", "П.", "А. П.", "Иванова", "...", " - ", " — ", " "),
)
TEXTS = st.one_of(
    st.lists(st.sampled_from(PIECES), max_size=16).map("".join),
    st.text(alphabet=' -а.А5"', max_size=9),
    st.text(max_size=80),
)


def pass_after_pass(text: str) -> str:
    """Say plainly what is set, in the order in which it is set."""
    for pattern, replacement in PASSES:
        text = re.sub(pattern, replacement, text)
    return text


@settings(max_examples=2000)
@given(TEXTS)
@example('Тема "Дроби" - это п. 5 на с. 7, Иванова А.П. и т. д...')
@example("А.Он и он А. П.Он")
@example("а - - б")
@example("к\u00a0- 5 % от №  7")
def test_both_ways_are_one(text: str) -> None:
    assert typeset(text) == pass_after_pass(text)


@given(TEXTS)
def test_what_is_printed_is_set_and_escaped(text: str) -> None:
    assert printed(text) == escape(pass_after_pass(text))
    assert type(printed(text)) is Markup


@given(st.text(alphabet=" \n\t\u2028\u00a0аб", max_size=20))
def test_paragraphs_with_and_without_lines(text: str) -> None:
    parts = [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]
    assert paragraphs(text) == parts


@pytest.mark.parametrize("text", ["", " ", "слово", "<b>&amp;</b>"])
def test_texts_without_anything_to_set(text: str) -> None:
    assert typeset(text) == text
