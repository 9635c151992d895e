"""The page of the messages: every code that there is, in the words of the table, and no other."""

import gzip
import re
from datetime import date

import pytest
from lxml import html

from generator.edition import examined
from generator.pages.addresses import MESSAGES, message_address
from generator.pages.all import standing_drafts
from generator.problems.catalogue import all_codes, groups
from generator.problems.examples import EXAMPLES, Way
from generator.reference.examples import lay_out
from generator.search.lean import copies

SECTIONS = {message.code: message for group in groups() for message in group.messages}


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    content = tmp_path_factory.mktemp("content")
    lay_out(content)
    _, context = examined(content, date(2026, 3, 1))
    [draft] = [draft for draft in standing_drafts(context) if draft.address == MESSAGES]
    return draft.make()


@pytest.fixture(scope="module")
def body(page):
    return html.fromstring(f"<article>{page.body}</article>")


def section(body, code):
    [found] = body.xpath(f'//h3[@id="{code.lower()}"]/parent::section')
    return found


def test_it_has_every_code_once_and_no_other(body):
    anchors = [id_.upper() for id_ in body.xpath("//h3/@id")]
    assert anchors == [message.code for group in groups() for message in group.messages]
    assert sorted(anchors) == sorted(code.code for code in all_codes())
    ids = body.xpath("//@id")
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("code", SECTIONS)
def test_a_section_says_what_the_program_says(body, code):
    message, found = SECTIONS[code], section(body, code)
    heading = found.xpath("./h3")[0].text_content()
    assert heading == f"{code} {message.message}¶"
    hint = found.xpath("./p")[0]
    assert hint.text_content().endswith(message.hint)
    assert bool(hint.xpath('./*[contains(text(), "предупреждение")]')) is message.warning


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda one: f"{one.code.code}-{one.before[:20]}")
def test_an_example_is_shown_as_it_was_tried(body, example):
    shown = [one.text_content() for one in section(body, example.code.code).xpath(".//pre/code")]
    for lines in (example.before, example.after):
        if example.way is Way.NAMES:
            lines = "\n".join(f"content/{name}" for name in lines.split("\n"))
        assert example.way is Way.SAID or lines.replace("\u00a0", "°") in shown
    assert not re.search(r"[\u00a0\u00ad\u200b-\u200f\u2060]", "".join(shown))


def test_every_link_of_the_index_leads_to_its_code(body):
    ways = body.xpath('//nav[contains(@class, "umo-codes")]//a/@href')
    ids = {f"#{id_}" for id_ in body.xpath("//@id")}
    assert set(ways) <= ids
    assert {f"{MESSAGES}{way}" for way in ways} >= {message_address(code) for code in SECTIONS}


def test_the_search_finds_each_code_at_its_anchor(page):
    [copy] = copies(page)
    for code in SECTIONS:
        assert f'<h3 id="{code.lower()}">{code} '.encode() in copy.data


def test_it_is_light_enough_for_a_phone(page):
    assert len(gzip.compress(page.body.encode())) < 30_000
    assert not re.search(r"<script(?! type=.application/ld)", page.body)
