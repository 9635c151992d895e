"""The page on personal data and the form of consent: what they name is what the program does."""

import re
from datetime import date

import pytest
from lxml import html

from generator.edition import examined
from generator.models.vocabulary import ConsentField, ConsentPurpose
from generator.pages.addresses import CONSENT
from generator.pages.consent_form import pages
from generator.reference.examples import lay_out
from generator.shipped import GUIDE, PERSONAL_DATA
from generator.starting.repository import files_of
from generator.starting.start import Start, StartedAssociation
from generator.values import SchoolYear

TEXT = (GUIDE.parent / PERSONAL_DATA).read_text("utf-8")


@pytest.fixture(scope="module")
def form(tmp_path_factory):
    content = tmp_path_factory.mktemp("consent") / "content"
    lay_out(content)
    _, context = examined(content, date(2026, 3, 1))
    [draft] = pages(context)
    assert draft.address == CONSENT
    return html.fromstring(f"<div>{draft.make().body}</div>")


def test_every_field_and_every_place_has_its_box_and_no_other(form):
    lists = [
        [" ".join(row.text_content().split()).removeprefix("☐ ") for row in part.iter("li")]
        for part in form.iter("ul")
        if part.get("class") == "umo-boxes"
    ]
    wanted = [[word.label for word in words] for words in (ConsentField, ConsentPurpose)]
    assert lists == wanted


def test_the_form_names_who_publishes_and_has_lines_to_fill_in(form):
    said = " ".join(form.text_content().split())
    assert "Центр развития образования" in said or "Управление образования" in said
    assert len(form.find_class("umo-write")) >= 7
    assert form.find_class("umo-sign")


def test_the_page_has_no_second_copy_of_the_lists():
    labels = [word.label for words in (ConsentField, ConsentPurpose) for word in words]
    assert sum(label in TEXT for label in labels) < len(labels) / 2
    assert "(consent/index.md)" in TEXT


@pytest.mark.parametrize(
    "what",
    ["152-ФЗ", "статья 6", "статья 9", "статья 10.1", "99-З", "3 рабочих дня", "15 дней", "30 дней",
     "cookie", "журнал", "отозвать", "меньше пяти", "паспорта", "СНИЛС", "хранится"],
)  # fmt: skip
def test_the_page_says_what_it_has_to(what):
    assert what in TEXT


def test_places_to_fill_in_are_marked_and_seen():
    places = re.findall(r"\[[^\]]+\](?!\()", TEXT)
    assert len(places) >= 10
    assert re.findall(r"(?<!\*)\[[^\]]+\](?!\()(?![^*]*\*\*)", TEXT) == []


def test_a_new_site_has_the_page_as_its_own():
    start = Start("Отдел", "001", (StartedAssociation("rmo", "РМО"),), SchoolYear(2025))
    files = files_of(start)
    assert files[f"content/pages/{PERSONAL_DATA}"].decode() == TEXT
