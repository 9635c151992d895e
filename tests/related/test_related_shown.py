"""Related practices on cards: only what the public may see, the named first, and why."""

import shutil
from datetime import date

import pytest
from demonstration import REPOSITORY
from lxml import html

from generator.archive import build
from generator.load import load
from generator.pages import Context, all_drafts
from generator.values import NBSP

CARD = """---
title: {title}
status: {status}
authors: [gromov-pavel]
subjects: [{subjects}]
level: municipal
type: method
summary: Коротко о том, что делается.
grades: [{grades}]
keywords: [{keywords}]
related: [{related}]
---

Описание.
"""
PLAIN = {"status": "recommended", "subjects": "физика", "grades": "", "keywords": "", "related": ""}
CARDS = {
    "volny": {"title": "Волны на скакалке", "grades": "9", "keywords": "маятник"},
    "chasy": {"title": "Часы с маятником", "grades": '"9", "10"'},
    "most": {"title": "Мост и маятник", "subjects": "физика, технология", "grades": "10"},
    "stanok": {"title": "Станок", "subjects": "Технология", "grades": "10"},
    "chernovik": {"title": "Маятник в лифте", "status": "draft", "grades": "9"},
    "arhiv": {"title": "Маятник Фуко", "status": "archived"},
    "oda": {"title": "Ода маятнику", "subjects": "литература", "related": "chernovik, stanok, oda"},
}


@pytest.fixture
def content(tmp_path):
    folder = shutil.copytree(REPOSITORY / "tests/records/base", tmp_path / "content")
    for id_, fields in CARDS.items():
        put(folder, id_, **fields)
    return folder


def put(content, id_, **fields):
    (content / f"practices/{id_}.md").write_text(CARD.format(**(PLAIN | fields)), "utf-8")


def related(content, id_):
    """What the card of a practice calls related: address, title, and why."""
    archive, problems = build(load(content))
    assert archive is not None, problems
    drafts = {draft.address: draft for draft in all_drafts(Context(archive, date(2026, 6, 1), {}))}
    tree = html.fromstring(drafts[f"practices/{id_}/"].make().body)
    found = tree.xpath('//h2[@id="related"]/following-sibling::ul[1]/li')
    return [
        (
            item.xpath(".//a/@href")[0],
            item.xpath(".//a")[0].text_content().replace(NBSP, " "),
            "".join(item.xpath("./p/text()")).replace(NBSP, " "),
        )
        for item in found
    ]


def test_a_card_lists_the_nearest_and_says_why(content):
    assert related(content, "volny") == [
        ("../../practices/chasy/", "Часы с маятником", "общее: 9 класс, маятник"),
        ("../../practices/arhiv/", "Маятник Фуко", "общее: маятник"),
        ("../../practices/most/", "Мост и маятник", "общее: маятник"),
    ]


def test_of_several_subjects_the_nearest_of_all(content):
    """On physics all have «маятник», so the same grade on the other subject is nearer."""
    assert related(content, "most") == [
        ("../../practices/stanok/", "Станок", "общее: 10 класс"),
        ("../../practices/chasy/", "Часы с маятником", "общее: 10 класс, маятник"),
        ("../../practices/arhiv/", "Маятник Фуко", "общее: маятник"),
        ("../../practices/volny/", "Волны на скакалке", "общее: маятник"),
    ]


def test_another_subject_is_related_only_where_it_is_named(content):
    assert related(content, "oda") == [("../../practices/stanok/", "Станок", "выбрано авторами")]
    put(content, "oda", **CARDS["oda"] | {"related": "volny, stanok"})
    assert [row[1:] for row in related(content, "oda")] == [
        ("Волны на скакалке", "общее: маятник"),
        ("Станок", "выбрано авторами"),
    ]


def test_a_named_practice_appears_when_it_becomes_public(content):
    put(content, "chernovik", **CARDS["chernovik"] | {"status": "in_bank"})
    assert [row[1] for row in related(content, "oda")] == ["Маятник в лифте", "Станок"]
    assert "Маятник в лифте" in [row[1] for row in related(content, "volny")]


def test_a_draft_is_nowhere_and_weighs_nothing(content):
    before = {id_: related(content, id_) for id_ in ("volny", "most", "arhiv")}
    (content / "practices/chernovik.md").unlink()
    put(content, "oda", **CARDS["oda"] | {"related": "stanok"})
    assert {id_: related(content, id_) for id_ in before} == before


def test_no_more_than_five_and_the_named_are_among_them(content):
    for number in range(7):
        put(content, f"opyt-{number}", title=f"Опыт {number}", grades="9")
    put(content, "volny", **CARDS["volny"] | {"related": "stanok, opyt-6"})
    assert [row[1] for row in related(content, "volny")] == [
        "Станок",
        "Опыт 6",
        "Часы с маятником",
        "Опыт 0",
        "Опыт 1",
    ]
    named = ", ".join(f"opyt-{number}" for number in range(7))
    put(content, "volny", **CARDS["volny"] | {"related": named})
    assert [row[1] for row in related(content, "volny")] == [f"Опыт {place}" for place in range(5)]


def test_a_practice_alone_has_no_such_section(content):
    assert related(content, "ustnyy-schet") == []


def test_titles_are_shown_and_not_obeyed(content):
    put(content, "chasy", title='"Маятник <script>alert(1)</script>"', grades='"9"')
    [first, *_] = related(content, "volny")
    assert first[1] == "Маятник <script>alert(1)</script>"
