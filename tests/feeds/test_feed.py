"""The feed of what is new, as a reader of feeds takes it."""

from datetime import date
from xml.etree import ElementTree as ET

import feedparser
import pytest
from almanac import HOSTILE, OWN, Almanac, judged_as

FAR = date(2027, 8, 1)
OLD = f"{OWN}/2025-2026"


@pytest.fixture
def almanac(tmp_path, monkeypatch):
    judged_as(monkeypatch)
    return Almanac(tmp_path)


def read(almanac, **more):
    """The feed; a reader that has to guess says so."""
    feed = feedparser.parse(almanac.file("feed.xml", **more))
    assert not feed.bozo, feed.get("bozo_exception")
    assert feed.version == "atom10"
    return feed


def ids(almanac, **more):
    return [entry.id.removeprefix("tag:umo-site,2025:") for entry in read(almanac, **more).entries]


def document(id_, **fields):
    return {"id": id_, "kind": "order", "title": f"О {id_}"} | fields


def practice(almanac, name, **fields):
    """A practice beside that of the base."""
    old = (almanac.content / "practices/ustnyy-schet.md").read_text("utf-8")
    lines = [f"{key}: {value}" for key, value in fields.items()]
    text = old.replace("status: recommended\n", "\n".join(lines) + "\n")
    lone = text.replace("products:\n  - title: Рабочий лист\n    file: list.txt\n", "")
    (almanac.content / f"practices/{name}.md").write_text(lone, "utf-8")


def test_the_feed_says_whose_it_is(almanac):
    feed = read(almanac).feed
    assert feed.title == "Методическая служба Озёрского округа"
    assert feed.author == "Управление образования Озёрского округа"
    assert feed.id == "tag:umo-site,2025:feed"
    assert feed.language == "ru"


def test_minutes_documents_and_practices_the_newest_first(almanac):
    almanac.meeting("2026-11-18", status="signed", theme="Чтение")
    almanac.meeting("2026-12-02")
    practice(almanac, "novaya", status="approved", created_on="2026-10-01")
    assert ids(almanac) == [
        f"minutes/{OWN}/2026-2027/2026-11-18",
        "practice/novaya",
        f"minutes/{OLD}/2025-11-05",
        f"minutes/{OLD}/2025-08-28",
        "document/prikaz-plan-2025",
        "document/prikaz-sostav-2025",
    ]


def test_an_entry_says_what_it_is_and_when_it_came_out(almanac):
    """The day of publication where there is one, else that of the meeting; midnight, UTC."""
    fields = {"theme": "Чтение", "published_on": "2026-11-20", "agenda": ["Первый", "Второй"]}
    almanac.meeting("2026-11-18", status="signed", **fields)
    entry = read(almanac).entries[0]
    assert entry.title == "Протокол: Чтение"
    assert entry.published == entry.updated == "2026-11-20T00:00:00+00:00"
    assert entry.summary.endswith("1. Первый 2. Второй")
    assert [tag.term for tag in entry.tags] == ["протокол", "МО математиков"]


def test_a_draft_is_called_a_draft(almanac):
    almanac.meeting("2026-11-18", status="draft", theme="Чтение")
    assert read(almanac).entries[0].title == "Проект протокола: Чтение"


def test_what_is_not_for_the_public_is_not_there(almanac):
    """Internal documents, practices that wait for their expertise, meetings ahead or called off."""
    almanac.write(
        f"associations/{OWN}/2026-2027/documents.yml",
        {"documents": [document("tayna", date="2026-11-01", visibility="internal")]},
    )
    practice(almanac, "rano", status="draft", created_on="2026-11-01")
    almanac.meeting("2026-11-11", status="cancelled")
    almanac.meeting("2026-12-02")
    assert not [
        id_ for id_ in ids(almanac) if "2026-2027" in id_ or "tayna" in id_ or "rano" in id_
    ]


def test_what_has_no_day_or_one_to_come_is_not_new_yet(almanac):
    papers = [document("bez-daty"), document("vpered", date="2026-12-30")]
    almanac.write(f"associations/{OWN}/2026-2027/documents.yml", {"documents": papers})
    assert "document/vpered" not in ids(almanac)
    later = ids(almanac, day=date(2026, 12, 30))
    assert later[0] == "document/vpered"
    assert "document/bez-daty" not in later
    assert "practice/ustnyy-schet" not in later


def test_only_the_newest_fifty(almanac):
    """Of a year with more documents than that, and of all kinds together."""
    days = [date(2026, 9, 1 + place % 30) for place in range(60)]
    papers = [document(f"d{place:02}", date=day.isoformat()) for place, day in enumerate(days)]
    almanac.write(f"associations/{OWN}/2026-2027/documents.yml", {"documents": papers})
    almanac.meeting("2026-11-18", status="signed")
    found = ids(almanac)
    assert len(found) == 50
    assert found[0] == f"minutes/{OWN}/2026-2027/2026-11-18"
    newest = sorted(zip(days, range(60), strict=True), reverse=True)[:49]
    assert sorted(found[1:]) == sorted(f"document/d{place:02}" for _, place in newest)


def test_days_fall(almanac):
    almanac.meeting("2026-11-18", status="signed", published_on="2026-11-19")
    almanac.meeting("2026-11-19", status="signed", published_on="2026-11-20")
    days = [entry.updated for entry in read(almanac).entries]
    assert days == sorted(days, reverse=True)
    assert read(almanac).feed.updated == days[0] == "2026-11-20T00:00:00+00:00"


def test_ids_hang_neither_on_titles_nor_on_the_address_of_the_site(almanac):
    almanac.meeting("2026-11-18", status="signed", theme="Чтение")
    before = ids(almanac)
    almanac.meeting("2026-11-18", status="signed", theme="Названо иначе")
    assert ids(almanac, site_url="https://umo.example.org/") == before
    assert len(set(before)) == len(before)


def test_hostile_texts_are_texts(almanac):
    """A title is a text; a summary is taken for HTML, so what it says is escaped once more."""
    almanac.meeting("2026-11-18", status="signed", theme=HOSTILE, agenda=["<script>&amp;"])
    data = almanac.file("feed.xml")
    space = {"atom": "http://www.w3.org/2005/Atom"}
    entry = ET.fromstring(data).find("atom:entry", space)  # noqa: S314 - our own
    assert entry is not None
    assert entry.findtext("atom:title", "", space) == f"Протокол: {HOSTILE}"
    summary = entry.find("atom:summary", space)
    assert summary.get("type") == "html"
    assert summary.text.endswith("1. &lt;script&gt;&amp;amp;")


@pytest.mark.parametrize(
    ("site_url", "base"),
    [
        ("", ""),
        ("http://127.0.0.1:8000/", ""),
        ("https://umo.example.org/region", "https://umo.example.org/region/"),
    ],
)
def test_links_are_whole_where_the_address_of_the_site_is_known(almanac, site_url, base):
    """Else they are relative to the feed, which stands at the root of the site."""
    almanac.meeting("2026-11-18", status="signed")
    feed = read(almanac, site_url=site_url)
    page = f"associations/{OWN}/2026-2027/meetings/2026-11-18/"
    assert feed.entries[0].link == f"{base}{page}"
    links = {link.rel: link.href for link in feed.feed.links}
    assert links == {"self": f"{base}feed.xml", "alternate": base or "./"}


def test_every_link_leads_to_a_page(almanac):
    almanac.meeting("2026-11-18", status="signed")
    practice(almanac, "novaya", status="approved", created_on="2026-10-01")
    drafts = almanac.drafts()
    for entry in read(almanac).entries:
        where, _, anchor = entry.link.partition("#")
        body = drafts[where].make().body
        assert not anchor or f'id="{anchor}"' in body


def test_a_feed_without_entries_does_not_ask_the_clock(almanac):
    """It is as old as the school year."""
    before = date(2020, 1, 15)
    feed = read(almanac, day=before)
    assert feed.entries == []
    assert feed.feed.updated == "2019-08-01T00:00:00+00:00"


def test_two_readings_give_the_same_bytes(almanac):
    assert almanac.file("feed.xml", day=FAR) == almanac.file("feed.xml", day=FAR)
