"""What the markup of every page owes those who do not see it (WCAG 2.2: 1.3.1, 2.4, 3.1.1, 4.1)."""

import re
from collections import Counter
from importlib.resources import files
from itertools import pairwise
from urllib.parse import urljoin

import pytest
from demonstration import Site, words_of
from lxml.html import HtmlElement

from generator.defaults.mended import MAIN, MENDS, mended


def name_of(element: HtmlElement) -> str:
    """The accessible name, as far as it is given by attributes."""
    by = element.get("aria-labelledby", "")
    root = element.getroottree()
    parts = [words_of(one) for one in root.xpath("//*[@id = $wanted]", wanted=by)] if by else []
    return element.get("aria-label") or " ".join(parts)


def test_headings_go_down_one_level_at_a_time(site: Site) -> None:
    wrong = []
    for address, page in site.pages():
        levels = [int(one.tag[1]) for one in page.xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
        gaps = [(a, b) for a, b in pairwise(levels) if b > a + 1]
        if levels.count(1) != 1 or levels[0] != 1 or gaps:
            wrong.append((address, levels))
    assert wrong == []


def test_menus_have_names_of_their_own(site: Site) -> None:
    wrong = []
    for address, page in site.pages():
        names = Counter(name_of(one) for one in page.xpath("//nav[not(ancestor::nav)]"))
        wrong += [(address, name) for name, number in names.items() if number > 1 or not name]
        assert len(page.xpath("//main")) == 1, address
        assert page.get("lang") == "ru", address
    assert wrong == []


def test_every_page_has_the_skip_link_and_what_it_leads_to(site: Site) -> None:
    for address, page in site.pages():
        stops = page.xpath("//body//a[@href] | //body//button | //body//*[@tabindex = '0']")
        assert stops[0].get("href") == f"#{MAIN}", address
        assert len(page.xpath("//*[@id = $wanted]", wanted=MAIN)) == 1, address


def test_heads_of_tables_say_what_they_head(site: Site) -> None:
    wrong = []
    for address in site.addresses:
        for head in site.body(address).xpath(".//table[contains(@class, 'umo-')]//th"):
            scope = head.get("scope")
            if scope not in ("col", "row", "colgroup", "rowgroup"):
                wrong.append((address, words_of(head)))
    assert wrong == []


def test_pictures_have_words_and_fields_have_labels(site: Site) -> None:
    for address, page in site.pages():
        assert not page.xpath("//img[not(@alt)]"), address
        for drawn in page.xpath("//*[local-name() = 'svg'][contains(@class, 'umo-')]"):
            named = drawn.get("aria-label") or drawn.get("aria-labelledby")
            assert named or drawn.get("aria-hidden") == "true", address
        for field in page.xpath("//dialog//input | //dialog//select"):
            assert field.xpath("ancestor::label") or field.get("aria-label"), address


def test_links_say_where_they_lead(site: Site) -> None:
    empty = re.compile(r"(здесь|тут|сюда|подробнее|далее|ссылка|\W*)", re.IGNORECASE)
    wrong = []
    for address, page in site.pages():
        for link in page.xpath("//a[@href][not(contains(@class, 'headerlink'))]"):
            pictures = " ".join(link.xpath(".//img/@alt"))
            said = name_of(link) or words_of(link).strip() or link.get("title") or pictures
            if empty.fullmatch(said.strip()):
                wrong.append((address, link.get("href"), said))
    assert wrong == []


# --- what is mended in the theme -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("template", "wrong"), [(name, wrong) for name, pairs in MENDS.items() for wrong, _ in pairs]
)
def test_the_theme_still_has_what_is_mended(template: str, wrong: str) -> None:
    """A mend that finds nothing has to go, or to follow the theme."""
    text = files("material").joinpath("templates", template).read_text("utf-8")
    assert wrong in text
    assert wrong not in mended(template, text)


def test_other_templates_stay_as_they_are() -> None:
    assert mended("main.html", "<label></label>") == "<label></label>"


# --- the statement -------------------------------------------------------------------------------


def test_every_page_leads_to_the_statement(site: Site) -> None:
    for address, page in site.pages():
        links = page.xpath("//footer//a[contains(., 'Доступность сайта')]/@href")
        assert len(links) == 1, address
        assert urljoin(f"/{address}", links[0]).endswith("/guide/access/"), address


def test_the_statement_says_what_it_has_to(site: Site) -> None:
    said = site.said("guide/access/")
    for words in ("WCAG 2.2", "52872-2019", "пока не получается", "Кому писать", "Срок ответа"):
        assert words in said
