"""A record is passed over as clear only where no pattern finds anything in its single texts."""

from pathlib import Path
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import suspicions as module
from generator.load.suspicions import suspicions
from generator.problems import Problem
from generator.source import parse, split
from generator.source.text import decode

ROOT = Path(__file__).parents[2]
MARKS = parse("a: b", "f").marks


def read(file: Path):
    text, _ = decode(file.read_bytes(), "f")
    parts = split(text, "f")
    if isinstance(parts, Problem):
        return parse(text, "f").value, ""
    return parse(parts.fields, "f").value, parts.body


def told(value, body) -> list[Problem]:
    return list(suspicions(value, "f", MARKS, body, 1))


def same(value, body) -> None:
    found = told(value, body)
    with patch.object(module, "_is_clear", lambda *_: False):
        assert found == told(value, body)


RECORDS = sorted(
    file
    for folder in ("content", "tests/records")
    for file in (ROOT / folder).rglob("*")
    if file.is_file()
)


def test_the_records_of_the_site_and_of_the_tests():
    for file in RECORDS:
        same(*read(file))


@pytest.mark.parametrize("suffix", ["yml", "md"])
def test_the_records_of_the_site_are_clear_at_a_glance(suffix):
    files = [file for file in (ROOT / "content").rglob(f"*.{suffix}") if "pages" not in file.parts]
    assert files
    assert all(module._is_clear(*read(file)) for file in files)


@pytest.mark.parametrize(
    "text",
    [
        "8 (999) 123-45-67",
        "89991234567",
        "+7 999 123 45 67",
        "+375 29 123-45-67",
        "teacher@school.ru",
        "123-456-789 01",
        "дата рождения: 01.02.1990",
        "ДАТА РОЖДЕНИЯ 1.2.1990",
        "Родилась 01.02.1990",
        "1980 г. р.",
        "1980 Г.Р.",
        "٨٩٠-٤٥٦-٧٨٩ ٠١",
        "рᲂдился 01.02.1990",
        "cлово",
        "словo",
        "00 Школа",
        "(00 Школа",
        "школа 00",
        "школа 00.",
    ],
)
@pytest.mark.parametrize("at", ["first", "middle", "last", "body"])
def test_a_faulty_text_among_good_ones(text, at):
    value = {name: text if name == at else "Всё хорошо." for name in ("first", "middle", "last")}
    body = f"Строка.\n{text}\nСтрока." if at == "body" else "Строка."
    assert told({"a": [value, {"id": "x"}], "b": None, "c": []}, body)
    same({"a": [value]}, body)


PIECES = st.sampled_from(
    [
        *("8", "+7", "+375", " ", "-", "(", ")", "1", "12", "123", "999", "45-67", "\n", "٣٤٥"),
        *("a@b.ru", "@", ".ru", "123-456-789", " 01", "01.02.1990", "1980", " г.", " р.", "г.р."),
        *("дата рождения", "Родился", "родилась ", "рᲂдился ", ": ", "00", "00 ", " 00", "1 "),
        *("школа", "Cлово", "c", "а", "мин", "час", "коп", "№", "/", ".", ",", "слово ", "word "),
    ]
)
TEXTS = st.lists(PIECES, max_size=8).map("".join)
FIELDS = st.sampled_from(["id", "text", "address", "file", "site", "email", "phone", "contact"])
VALUES = st.recursive(
    TEXTS | st.none(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS, inner, max_size=3),
    max_leaves=6,
)


@given(st.dictionaries(FIELDS, VALUES, max_size=3), TEXTS)
@settings(max_examples=1000)
def test_any_texts(value, body):
    same(value, body)
