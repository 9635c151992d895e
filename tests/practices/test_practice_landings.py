"""The lists of practices, which need no script: every practice is there, and three links away."""

import sys
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

import feedparser
import pytest
from demonstration import PUBLIC_STATES, Site, words_of
from many import archive_of
from shelf import Shelf, ids_on

from generator.archive.facets import LISTED, FacetName, folded, slug_of
from generator.models import Practice
from generator.pages.practices.landings import Lists
from generator.values.grades import single_grades

FEW = 260
CARDS = ("practices/opyt", "practices/ustnyy")
LONG = ("level",)
"""The facets of which a value has more practices than stand on a page."""


@pytest.fixture(scope="module")
def crowd() -> Shelf:
    """More practices than a page of a list holds."""
    return Shelf(archive_of(FEW))


def public(site: Site) -> dict[str, Practice]:
    practices = site.archive.practices
    return {id_: e.record for id_, e in practices.items() if e.record.status in PUBLIC_STATES}


def year_of(record: Practice) -> list[str]:
    day = record.created_on or (record.bank.included_on if record.bank else None)
    first = day.year - (day.month < 9) if day else 0
    return [f"{first}-{first + 1}"] if day else []


SAYS: dict[str, Callable[[Practice], list[str]]] = {
    "subject": lambda p: [slug_of(folded(name)) for name in p.subjects],
    "education": lambda p: [level.value for level in p.education_levels],
    "grade": lambda p: [slug_of(g) for text in p.grades for g in single_grades(text)],
    "level": lambda p: [p.level.value],
    "association": lambda p: [p.association] if p.association else [],
    "year": year_of,
}


@pytest.mark.parametrize("facet", SAYS)
def test_each_value_has_a_page_with_exactly_its_practices(site: Site, facet: str) -> None:
    wanted: dict[str, set[str]] = {}
    for id_, record in public(site).items():
        for slug in SAYS[facet](record):
            wanted.setdefault(slug, set()).add(id_)
    start = f"practices/{facet}/"
    shown = {
        address.removeprefix(start).rstrip("/"): ids_on(site.body(address))
        for address in site.addresses
        if address.startswith(start)
    }
    assert {slug: set(ids) for slug, ids in shown.items()} == wanted
    assert all(len(ids) == len(set(ids)) for ids in shown.values())


def test_the_table_above_knows_every_list() -> None:
    assert set(SAYS) == {facet.value for facet in LISTED}


def test_a_list_says_what_it_is(site: Site) -> None:
    body = site.body("practices/subject/istoriya/")
    assert words_of(body.xpath(".//h1")[0]) == "Практики: история"
    trail = body.xpath('.//nav[@class="umo-trail"]//a')
    assert [(a.text, a.get("href")) for a in trail] == [
        ("Практики", "../../../practices/"),
        ("Предмет", "../../../practices/#subject"),
    ]
    assert "../../../practices/?subject=istoriya" in body.xpath(".//a/@href")
    assert site.page("practices/subject/istoriya/").xpath('//meta[@name="description"]/@content')
    assert "1 практика, сначала новые" in site.said("practices/subject/istoriya/")
    heading = site.body("practices/grade/5/").xpath(".//h1")[0]
    assert words_of(heading) == "Практики для 5 класса"


@pytest.mark.parametrize("facet", [facet.value for facet in LISTED])
def test_no_page_of_a_list_is_long_and_together_they_are_complete(crowd: Shelf, facet) -> None:
    records = {id_: e.record for id_, e in crowd.context.archive.practices.items()}
    found: dict[str, list[str]] = {}
    lists = crowd.lists(facet)
    for address, ids in lists.items():
        assert 0 < len(ids) <= 100
        found.setdefault(address.partition("/")[0], []).extend(ids)
    for slug, ids in found.items():
        assert set(ids) == {id_ for id_, record in records.items() if slug in SAYS[facet](record)}
        assert len(ids) == len(set(ids)), slug
    assert any("/page/2/" in address for address in lists) is (facet in LONG)


def test_lists_begin_with_the_newest(crowd: Shelf) -> None:
    records = crowd.context.archive.practices
    pages = [f"level/municipal/{rest}" for rest in ("", "page/2/")]
    ids = [id_ for page in pages for id_ in ids_on(crowd.page(f"practices/{page}"))]
    days = [str(records[id_].record.created_on or "") for id_ in ids]
    assert days == sorted(days, reverse=True)


def ways(page, address: str) -> Iterator[str]:
    """The addresses of the site to which a page leads."""
    for way in page.xpath(".//a/@href"):
        if not way.startswith(("http", "mailto", "tel")):
            yield urlsplit(urljoin(f"/{address}", way)).path.lstrip("/")


def test_every_public_practice_is_three_links_from_home_without_a_script(site: Site) -> None:
    reached, edge = {""}, {""}
    for _ in range(3):
        found = {way for address in edge for way in ways(site.page(address), address)}
        edge = {way for way in found & site.addresses if way not in reached}
        reached |= edge
    wanted = {f"practices/{id_}/" for id_ in public(site)}
    assert len(wanted) > 10
    assert wanted - reached == set()


def test_the_index_leads_to_every_page_of_every_list_of_subjects(monkeypatch) -> None:
    """So it stays three links, however many practices there are: home, index, page, practice."""
    monkeypatch.setattr(sys.modules[Lists.__module__], "ON_A_PAGE", 10)
    crowd = Shelf(archive_of(FEW))
    listed = set(ways(crowd.page("practices/"), "practices/"))
    pages = {address for address in crowd.drafts if address.startswith("practices/subject/")}
    pages = {address for address in pages if address.endswith("/")}
    assert len(pages) > 30
    assert pages <= listed
    ids = {id_ for address in pages for id_ in ids_on(crowd.page(address))}
    assert ids == set(crowd.context.archive.practices)


def test_links_of_lists_and_of_the_index_lead_to_what_is_there(crowd: Shelf) -> None:
    known = {*crowd.drafts, "practices/"}
    for address in crowd.drafts:
        if address.endswith("/") and not address.startswith(CARDS):
            found = {way for way in ways(crowd.page(address), address) if "practices/" in way}
            assert found
            assert found - known == set(), address


def test_the_pages_that_the_index_had_lead_to_it(crowd: Shelf) -> None:
    old = [address for address in crowd.drafts if address.startswith("practices/page/")]
    assert old == ["practices/page/2/index.html", "practices/page/3/index.html",
                   "practices/page/4/index.html"]  # fmt: skip
    text = crowd.data(old[0]).decode()
    assert 'content="0; url=../../../practices/"' in text
    assert PurePosixPath(old[0]).parts[-1] == "index.html"


def test_each_subject_has_a_feed_of_its_practices(site: Site) -> None:
    name = "practices/subject/russkiy-yazyk/"
    assert site.body(name).xpath('.//a[@rel="alternate"]/@href') == [f"../../../{name}feed.xml"]
    whole = feedparser.parse((site.root / "feed.xml").read_bytes())
    for path in sorted(site.root.glob("practices/subject/*/feed.xml")):
        feed = feedparser.parse(path.read_bytes())
        assert not feed.bozo
        address = path.parent.relative_to(site.root).as_posix()
        assert feed.feed.id == f"tag:umo-site,2025:{address}"
        ids = [entry.id.rpartition("/")[2] for entry in feed.entries]
        assert ids == ids_on(site.body(f"{address}/")), "all of them bear a day"
        known = {entry.id: entry for entry in whole.entries}
        for entry in feed.entries:
            assert entry.id not in known or known[entry.id].title == entry.title
            target = (path.parent / entry.link / "index.html").resolve()
            assert target.is_file(), entry.link
    assert len(list(site.root.glob("practices/subject/*/feed.xml"))) == 15


def test_a_feed_waits_for_the_day_and_leaves_out_what_has_none() -> None:
    shelf = Shelf.of(
        today={"created_on": "2026-11-21"}, later={"created_on": "2026-11-22"}, undated={}
    )
    feed = feedparser.parse(shelf.data("practices/subject/matematika/feed.xml"))
    assert [entry.id for entry in feed.entries] == ["tag:umo-site,2025:practice/today"]


def test_a_row_says_for_whom_the_practice_is() -> None:
    shelf = Shelf.of(
        a={"grades": ["5–7", "9"], "created_on": "2026-11-05", "summary": "Суть."},
        b={"age": "5–6 лет", "subjects": ["речь", "игра"]},
    )
    rows = {
        ids_on(row)[0]: row
        for row in shelf.page("practices/level/municipal/").xpath(".//li[@class='umo-row']")
    }
    said = {id_: " ".join(row.text_content().split()) for id_, row in rows.items()}
    assert said["a"] == "05.11.2026 Опыт математика · 5–7, 9 кл. · муниципальный уровень"
    assert said["b"] == "без даты Опыт речь, игра · 5–6 лет · муниципальный уровень"
    card = shelf.page("practices/subject/matematika/").xpath(".//li[@class='umo-card']")[0]
    assert "Суть." in card.text_content()
    assert shelf.lists(FacetName.GRADE).keys() == {"5/", "6/", "7/", "9/"}
