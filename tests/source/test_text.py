"""Bytes to text: encodings, sizes, invisible characters, files that are none."""

import os
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.source import read_text
from generator.source.text import SIZE_LIMIT, decode

RUSSIAN = "Протокол заседания методического объединения учителей математики\n"


def codes(problems) -> list[str]:
    return [problem.code for problem in problems]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"a: b\n", "a: b\n"),
        (b"a: b", "a: b"),
        ("тема: «Ёж»".encode(), "тема: «Ёж»"),
        (b"\xef\xbb\xbfa: b", "a: b"),
        (b"a: b\r\nc: d\r\n", "a: b\nc: d\n"),
        (b"a: b\rc: d\r", "a: b\nc: d\n"),
        (b"a: b\n\rc: d", "a: b\n\nc: d"),
        (b"a:\tb", "a:\tb"),
        ("emoji: 😀 и\u00a0пробел".encode(), "emoji: 😀 и\u00a0пробел"),
    ],
)
def test_good_bytes(data, text):
    assert decode(data, "f.yml") == (text, [])


@pytest.mark.parametrize(
    ("encoding", "named"),
    [
        ("cp1251", "Windows-1251"),
        ("cp866", "DOS (866)"),
        ("koi8-r", "КОИ-8"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
    ],
)
@pytest.mark.parametrize("text", [RUSSIAN, RUSSIAN.upper(), "theme: Химия\n"])
def test_other_encodings_are_named(encoding, named, text):
    found, problems = decode(text.encode(encoding), "f.yml")
    assert found == ""
    assert [problem.message for problem in problems] == [
        f"файл не в кодировке UTF-8, похоже на {named}"
    ]


def test_the_line_of_the_first_foreign_byte():
    data = b"date: 2025-08-29\nmode: offline\ntheme: " + "Тема".encode("cp1251")
    assert decode(data, "f.yml")[1][0].place.line == 3


@pytest.mark.parametrize("data", [b"", b"\n", b"  \r\n\t", b"\xef\xbb\xbf"])
def test_empty(data):
    assert codes(decode(data, "f.yml")[1]) == ["F03"]


@pytest.mark.parametrize(
    "mark",
    "\0\x01\x0b\x0c\x1b\x7f\x85\x9f\u00ad\u200b\u200d\u200e\u2028\u2029\u202e\u2060\u2066\ufeff\uffff",
)
def test_invisible_characters_have_their_place(mark):
    text, problems = decode(f"тема: один\nцель: {mark}два, и ещё немного слов\n".encode(), "f.yml")
    assert [(p.code, p.place.line, p.place.column) for p in problems] == [("F05", 2, 7)]
    assert f"U+{ord(mark):04X}" in problems[0].message
    assert re.search(r"\([а-яё ]", problems[0].message), "the name is Russian"
    assert text.count("\n") == 2


def test_a_damaged_file_does_not_flood_the_screen():
    text = "а\u200b" * 300_000
    assert codes(decode(text.encode(), "f.yml")[1]) == ["F05"] * 50


def test_too_large(tmp_path):
    file = tmp_path / "f.yml"
    file.write_bytes(b"#" * SIZE_LIMIT)
    assert read_text(file, "f.yml")[1] == []
    file.write_bytes(b"#" * (SIZE_LIMIT + 1))
    assert codes(read_text(file, "f.yml")[1]) == ["F02"]


def test_twenty_megabytes_are_not_read(tmp_path, monkeypatch):
    file = tmp_path / "f.yml"
    with file.open("wb") as stream:
        stream.truncate(20 * 1024 * 1024)
    monkeypatch.setattr(os, "open", None)
    text, (problem,) = read_text(file, "f.yml")
    assert text == ""
    assert problem.message == "файл слишком велик: 20\u00a0МБ, можно не больше 2\u00a0МБ"


@pytest.mark.parametrize(
    ("error", "reason"),
    [
        (PermissionError(), "нет права на чтение"),
        (FileNotFoundError(), "его нет"),
        (OSError(5, "I/O"), "ошибка ввода-вывода"),
    ],
)
def test_unreadable(tmp_path, monkeypatch, error, reason):
    def refuse(*_):
        raise error

    file = tmp_path / "f.yml"
    file.write_text("a: b")
    monkeypatch.setattr(os, "open", refuse)
    text, (problem,) = read_text(file, "f.yml")
    assert (text, problem.code) == ("", "F01")
    assert str(problem) == (
        f"f.yml:1:1: F01 файл не читается: {reason}\n    → Проверьте права на файл и диск."
    )


def test_a_file_that_went_away(tmp_path):
    assert codes(read_text(tmp_path / "f.yml", "f.yml")[1]) == ["F01"]


def test_links_are_not_followed(tmp_path):
    (tmp_path / "secret").write_text("a: b")
    (tmp_path / "f.yml").symlink_to(tmp_path / "secret")
    assert codes(read_text(tmp_path / "f.yml", "f.yml")[1]) == ["F08"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes on this system")
def test_pipes_are_not_read(tmp_path):
    os.mkfifo(tmp_path / "f.yml")
    assert codes(read_text(tmp_path / "f.yml", "f.yml")[1]) == ["F08"]


@given(st.binary(max_size=300))
def test_any_bytes_give_text_or_problems(data):
    text, problems = decode(data, "f.yml")
    assert text.strip() or problems
    assert "\r" not in text
    for problem in problems:
        assert problem.place.line >= 1
        assert problem.place.column >= 1
        str(problem).encode()


@given(st.text(min_size=1, max_size=100).filter(str.strip))
def test_any_text_in_utf_8_keeps_its_length(text):
    """What is put in place of an unreadable character keeps every column where it was."""
    given_text = text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff")
    found, _ = decode(text.encode(), "f.yml")
    assert len(found) in (0, len(given_text))
