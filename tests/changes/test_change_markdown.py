"""Nothing that a record says is more than text in a summary."""

import re

import markdown
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.changes.markdown import CUT, LIMIT, LONGEST, code, fitting, text

ALPHABET = st.text(st.sampled_from("`*_[]()<>&!|~$\\#@:/.-+=\"' \n\tаx1\u202e\u200b;"), max_size=40)


def read(value: str) -> str:
    """What somebody reads who sees the Markdown drawn, in a line of a list."""
    drawn = markdown.markdown(f"- a{value}z", extensions=["tables", "footnotes"])
    found = html.fromstring(drawn)
    assert {one.tag for one in found.iter()} <= {"ul", "li"}, drawn
    return found.text_content().strip()[1:-1]


@given(ALPHABET)
def test_every_letter_comes_out_as_it_was(value):
    seen = value.replace("\u202e", "").replace("\u200b", "")
    assert read(text(value)).replace("\u2060", "").split() == seen.split()


@pytest.mark.parametrize(
    "value",
    [
        "<script>alert(1)</script>",
        "<!-- a",
        "[щелчок](https://evil.example)",
        "![x](https://evil.example/a.png)",
        "| a | b |",
        "**жирно** _косо_ `код` ~~нет~~ $x$",
        "&lt;b&gt;",
        "</code><b>",
    ],
)
def test_marks_are_letters(value):
    assert read(text(value)) == value
    assert re.search(r"[`*_{}\[\]<>|~$!\\](?<!!)", text(value)) is None
    assert code(value).startswith("<code>")
    assert code(value).count("<") == 2


@pytest.mark.parametrize("value", ["@octocat", "зовём @octocat/team!", "#12", "a@b.example"])
def test_nobody_is_called(value):
    assert re.search(r"[@#]\w", text(value)) is None
    assert text(value).replace("\u2060", "") == value


@pytest.mark.parametrize("value", ["https://evil.example", "http://x", "WWW.evil.example"])
def test_no_address_becomes_a_link(value):
    """GitHub makes links of bare addresses by «://» and «www.»."""
    assert "://" not in text(value)
    assert "www." not in text(value).lower()
    assert read(text(value)) == value


def test_a_value_stays_in_its_line_and_short():
    assert text("а\r\n\n## б\u2028в") == "а ## б в"
    assert len(text("щ" * 5000)) == LONGEST
    assert text("щ" * 5000).endswith("…")


def test_a_long_summary_is_cut_at_a_line():
    assert fitting("да\n" * 10) == "да\n" * 10
    whole = "строка\n" * 200_000
    cut = fitting(whole)
    assert LIMIT - 100 < len(cut.encode()) <= LIMIT
    assert cut.endswith("строка\n" + CUT)
