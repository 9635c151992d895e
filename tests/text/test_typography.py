"""Texts are set as Russian print has it, and no word of them changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text import paragraphs, semicolons, typeset


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ('Тема "Дроби" в 5 классе', "Тема «Дроби» в~5~классе"),
        ("Школа - детям", "Школа~— детям"),
        ("кто-то из-за угла", "кто-то из-за угла"),
        ("приказ № 14 от 5 мая", "приказ №~14 от~5~мая"),
        ("учитель А. П. Иванова", "учитель А.~П.~Иванова"),
        ("Иванова А.П. и Петров С. И.", "Иванова~А.~П. и~Петров~С.~И."),
        ("п. 4.4 положения", "п.~4.4~положения"),
        ("и так далее...", "и~так далее…"),
        ("90 % и 12 минут", "90~% и~12~минут"),
        ("", ""),
    ],
)
def test_what_is_set(written: str, shown: str) -> None:
    assert typeset(written) == shown.replace("~", "\u00a0")


@given(st.text(alphabet='абвГД 12"«»-–—.…№%', max_size=60))
def test_only_spaces_quotes_dashes_and_dots_change(text: str) -> None:
    kept = str.maketrans(dict.fromkeys(' \u00a0"«»-–—.…'))
    assert typeset(text).translate(kept) == text.translate(kept)


@given(st.text(max_size=80))
def test_set_twice_is_set_once(text: str) -> None:
    once = typeset(text)
    assert typeset(once) == once


def test_lists_of_official_papers() -> None:
    assert semicolons(["изучить;", "обсудить.", "решить"]) == ["изучить;", "обсудить;", "решить."]
    assert semicolons([]) == []


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert paragraphs("раз\nдва\n\n \nтри\n") == ["раз\nдва", "три"]
