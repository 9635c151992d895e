"""Good text is let through at a glance: nothing that is refused may slip through with it."""

import os
import re

from generator.source import read_text, text
from generator.source.text import decode


def test_no_invisible_character_counts_as_printable():
    marks = [chr(number) for number in range(0x110000) if text._INVISIBLE.match(chr(number))]
    assert len(marks) > 80
    assert not any(mark.isprintable() for mark in marks)


def test_what_cannot_be_read_is_invisible_too():
    """A text without invisible characters is not searched for unreadable ones."""
    unreadable = [chr(number) for number in range(0x110000) if text._UNREADABLE.match(chr(number))]
    assert unreadable
    assert all(text._INVISIBLE.match(mark) for mark in unreadable)


def test_unprintable_but_good_text_is_left_as_it_is():
    good = "тема:\tодин\u00a0два\u202fтри\n"
    assert not re.sub(r"\n", "", good).isprintable()
    assert decode(good.encode(), "f.yml") == (good, [])


def test_a_file_that_comes_in_pieces_is_read_to_its_end(tmp_path, monkeypatch):
    read = os.read
    monkeypatch.setattr(os, "read", lambda handle, size: read(handle, min(size, 7)))
    file = tmp_path / "f.yml"
    file.write_text("тема: несколько слов\n" * 5, "utf-8")
    assert read_text(file, "f.yml") == ("тема: несколько слов\n" * 5, [])


def test_a_file_that_shrinks_while_it_is_read(tmp_path, monkeypatch):
    file = tmp_path / "f.yml"
    file.write_text("a: b\n" * 100, "utf-8")
    opened = os.open

    def shrink(*what):
        file.write_text("a: b\n", "utf-8")
        return opened(*what)

    monkeypatch.setattr(os, "open", shrink)
    assert read_text(file, "f.yml") == ("a: b\n", [])
