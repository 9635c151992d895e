"""Fields and forms alone: whatever a text is, it comes back, and no spreadsheet runs it."""

import csv
import io
import json
from datetime import date, time
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from generator.models.vocabulary import MeetingStatus
from generator.pages.data.fields import (
    CLOCK,
    DAY,
    FLAG,
    NUMBER,
    TEXT,
    YEAR,
    Column,
    Field,
    Table,
    choice,
    parts,
    plain,
    several,
)
from generator.pages.data.forms import cell_of, csv_line, json_line
from generator.pages.data.schema import schema_of
from generator.pages.data.sets import packed, unpacked
from generator.values import SchoolYear

HOSTILE = (
    "</script><script>alert(1)</script>",
    "кавычки \" ' « » и запятая, точка с запятой;",
    "строка\nза строкой\r\nи ещё\rодна",
    "разделители \u2028 и \u2029",
    "\ufeffметка в начале, слово\u200bслово, \u202eнаоборот",
    "😀 𝄞 \\u0041 \\ / \x7f",
    '=HYPERLINK("http://example.org";"а")',
    "",
)
TEXTS = st.text(st.characters(exclude_categories=("Cs",), exclude_characters="\0"))
ONE = Table[str](
    "texts",
    "Тексты",
    "Строки из одного текста.",
    (
        Field("id", "Обозначение", TEXT, lambda text: "a"),
        Field("text", "Текст", TEXT, lambda text: text),
        Field("texts", "Тексты", several(TEXT), lambda text: (text, text)),
    ),
)


def read_back(line: str) -> list[str]:
    """The cells of one line of CSV; there is one line and no more."""
    (cells,) = csv.reader(io.StringIO(line, newline=""), strict=True)
    return cells


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_come_back_from_both_forms(text: str) -> None:
    record = ONE.record(text)
    line = json_line(ONE, record)
    assert json.loads(line) == {"id": "a", "text": text, "texts": [text, text]}
    assert "\n" not in line
    assert "\r" not in line
    id_, cell, joined = read_back(csv_line(ONE, record))
    guard = "'" if text.startswith("=") else ""
    assert [id_, cell, joined] == ["a", guard + text, f"{guard}{text}; {text}"]


@given(TEXTS)
@example("\r")
@example("'=1")
@example("\n=1")
def test_any_text_comes_back_and_is_no_formula(text: str) -> None:
    record = ONE.record(text)
    assert json.loads(json_line(ONE, record))["text"] == text
    for cell, whole in zip(
        read_back(csv_line(ONE, record))[1:], (text, f"{text}; {text}"), strict=True
    ):
        assert cell in (whole, f"'{whole}")
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r"))


@pytest.mark.parametrize("first", ["=", "+", "-", "@", "\t", "\r"])
def test_what_a_spreadsheet_would_run_gets_an_apostrophe(first: str) -> None:
    assert cell_of(f"{first}1+1") == f"'{first}1+1"
    assert cell_of([f"{first}1+1", "б"]) == f"'{first}1+1; б"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (-5, "-5"),
        (0, "0"),
        (True, "true"),
        (False, "false"),
        (None, ""),
        ([], ""),
        (["а", "б"], "а; б"),
        ("1-2", "1-2"),
    ],
)
def test_numbers_and_truth_values_stand_as_they_are(value: Any, cell: str) -> None:
    assert cell_of(value) == cell


def test_values_of_records_become_plain() -> None:
    value = {
        "day": date(2025, 8, 29),
        "time": time(9, 5),
        "year": SchoolYear(2025),
        "word": MeetingStatus.SIGNED,
        "list": (1, None, "а"),
    }
    assert plain(value) == {
        "day": "2025-08-29",
        "time": "09:05",
        "year": "2025-2026",
        "word": "signed",
        "list": [1, None, "а"],
    }
    assert type(plain(MeetingStatus.SIGNED)) is str


def test_a_value_that_nobody_has_thought_of_is_refused() -> None:
    with pytest.raises(TypeError, match="float"):
        plain(1.5)


@given(st.lists(TEXTS.filter(bool)))
def test_texts_put_away_come_back(texts: list[str]) -> None:
    assert unpacked(packed(texts)) == texts


KINDS: dict[str, tuple[Any, list[Any], list[Any]]] = {
    "text": (TEXT, ["", "а"], [1, ["а"]]),
    "number": (NUMBER, [0, 12], [-1, 1.5, "1"]),
    "flag": (FLAG, [True, False], [0, "true"]),
    "day": (DAY, ["2025-08-29"], ["2025-08-32", "29.08.2025"]),
    "clock": (CLOCK, ["09:30"], ["9:30", "09:75"]),
    "year": (YEAR, ["2025-2026"], ["2025", "2025/2026"]),
    "choice": (choice(MeetingStatus), ["signed"], ["подписан", "SIGNED"]),
    "several": (several(NUMBER), [[], [1, 2]], [1, ["а"], [None]]),
    "parts": (
        parts("две", a=TEXT, b=NUMBER),
        [{"a": "", "b": 1}],
        [{"a": ""}, {"a": "", "b": 1, "c": 1}],
    ),
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("optional", [False, True])
def test_a_type_takes_its_own_values_and_null_where_a_field_may_be_empty(
    kind: str, optional: bool
) -> None:
    type_, good, bad = KINDS[kind]
    table = Table[Any]("x", "Т", "О", (Field("f", "П", type_, lambda row: row, optional=optional),))
    schema = schema_of(table, daily=False)["properties"]["items"]
    check = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    for value in good:
        assert check.is_valid([{"f": value}]), value
    for value in bad:
        assert not check.is_valid([{"f": value}]), value
    assert check.is_valid([{"f": None}]) is optional


def test_a_field_with_columns_of_its_own_has_these_and_one_with_none_has_none() -> None:
    two = (Column("first", lambda pair: pair[0]), Column("second", lambda pair: pair[1]))
    table = Table[Any](
        "x",
        "Т",
        "О",
        (
            Field("pair", "П", several(NUMBER), lambda row: row, parts=two),
            Field("hidden", "П", TEXT, lambda row: "а", parts=()),
        ),
    )
    assert [column.name for _, column in table.columns] == ["first", "second"]
    assert table.cells(table.record((1, 2))) == [1, 2]
