"""What a teacher reads is Russian, also where only a screen reader says it."""

import re

import pytest
from demonstration import Site

ATTRIBUTES = ("aria-label", "title", "placeholder", "alt")
KNOWN = re.compile(r"CC BY 4\.0|[A-Z]{2,5}")


def test_labels_are_russian(site: Site) -> None:
    found = set()
    for _, page in site.pages():
        for name in ATTRIBUTES:
            for value in page.xpath(f"//body//@{name}"):
                if re.search("[A-Za-z]{2}", value) and not re.search("[А-Яа-я]", value):
                    found.add((name, value))
    assert found == set()


FIELD_NAMES = "data/"
"""The one page that speaks of fields by their names: programs read them."""


def test_headings_and_terms_are_russian(site: Site) -> None:
    found = set()
    for address, page in site.pages():
        if address == FIELD_NAMES:
            continue
        for part in page.xpath("//h1 | //h2 | //h3 | //dt | //th | //button | //summary | //label"):
            text = " ".join("".join(part.itertext()).split()).strip("¶ ")
            if re.search("[A-Za-z]{3}", KNOWN.sub("", text)) and not re.search("[А-Яа-я]", text):
                found.add((address, text))
    assert found == set()


def test_no_value_of_the_records_slips_through(site: Site) -> None:
    """Codes such as in_force, None or <enum> are no words."""
    codes = re.compile(r"\b(?:None|True|False|nan|undefined|[a-z]+_[a-z_]+)\b|[A-Z]\w+\.[A-Z_]{3,}")
    found = {}
    for address in site.addresses:
        if address.startswith(("guide/", FIELD_NAMES)):
            continue
        texts = site.body(address).xpath(".//text()[not(ancestor::code) and not(ancestor::pre)]")
        if hits := codes.findall(" ".join(texts)):
            found[address] = hits
    assert found == {}


def test_every_page_is_in_russian_by_its_own_word(site: Site) -> None:
    assert {page.get("lang") for _, page in site.pages()} == {"ru"}


def test_titles_are_all_different(site: Site) -> None:
    """A search engine and a row of tabs tell pages apart by their titles."""
    titles: dict[str, list[str]] = {}
    for address in site.addresses:
        titles.setdefault(site.page(address).xpath("//title/text()")[0], []).append(address)
    if twice := {title: where for title, where in titles.items() if len(where) > 1}:
        pytest.fail(f"{len(twice)} titles stand on several pages, such as {min(twice.items())}")
