"""What may not be public is on no page, in no index, in no file: a search through every byte."""

import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from demonstration import PUBLIC_STATES, SEARCH, Site, plain, readable, umo_build

from generator.load import Entry
from generator.load.authors import author_of
from generator.models import Person, Practice
from generator.models.references import Target, references
from generator.models.vocabulary import ConsentField, ConsentPurpose, FileType

PAGES, FEEDS, DATA = ConsentPurpose
PEOPLE = "content/people/associations.yml"


def hidden_practices(site: Site) -> list[Entry[Practice]]:
    return [e for e in site.archive.practices.values() if e.record.status not in PUBLIC_STATES]


def nameless(site: Site) -> list[Entry[Person]]:
    people = site.archive.people.values()
    return [e for e in people if not e.record.allows_anywhere(ConsentField.NAME)]


def sentences(text: str) -> Iterator[str]:
    """Pieces long enough to be nobody else's words."""
    for piece in re.split(r"[\n.!?;:|]+", text):
        words = piece.strip(" #*->_`")
        if len(words) > 30 and not set(words) & set("[]()`*<>"):
            yield words


def test_search_through_the_files_finds_what_is_there(site: Site) -> None:
    """The search itself is right: it finds a public practice, title, summary and index entry."""
    meeting = site.archive.meetings["umo-matematika-ozersk/2025-2026/2025-10-22"]
    files = site.files_with(meeting.record.decisions[1].text)
    assert SEARCH in files
    assert "associations/umo-matematika-ozersk/2025-2026/meetings/2025-10-22/index.html" in files


def test_practices_on_their_way_have_no_page(site: Site) -> None:
    hidden = hidden_practices(site)
    assert hidden, "the demonstration has no practice on its way"
    assert {f"practices/{e.id}/" for e in hidden} & site.addresses == set()
    assert [e.id for e in hidden if (site.root / "practices" / e.id).exists()] == []


def test_practices_on_their_way_are_titles_in_the_queue_and_nothing_more(site: Site) -> None:
    for entry in hidden_practices(site):
        queue = {SEARCH}
        if entry.record.association:
            queue.add(f"associations/{entry.record.association}/index.html")
        assert set(site.files_with(entry.record.title)) <= queue, entry.id
        told = [entry.record.summary, *sentences(entry.body)]
        told += [text for text in (entry.record.goal, entry.record.problem) if text]
        for text in told:
            assert site.files_with(text) == [], f"{entry.id}: {text}"


def test_authors_of_practices_on_their_way_are_not_told(site: Site) -> None:
    shown = {
        reference.value
        for entry in site.archive.index.all()
        if not (entry.kind == "practice" and entry.record.status not in PUBLIC_STATES)
        for reference in references(entry.record)
        if reference.target is Target.PERSON
    }
    for entry in hidden_practices(site):
        for author in entry.record.authors:
            if author.person and author.person not in shown:
                surname = site.archive.people[author.person].record.surname
                assert not surname or site.files_with(surname) == [], author.person


def test_internal_documents_are_nowhere(site: Site) -> None:
    hidden = [e for e in site.archive.documents.values() if e.record.visibility == "internal"]
    assert len(hidden) >= 3
    found = {}
    for entry in hidden:
        for text in (entry.id, entry.record.title, entry.record.summary, entry.record.number):
            if text and len(text) > 8 and (files := site.files_with(text)):
                found[entry.id, text] = files
    assert found == {}


def test_people_without_consent_are_not_named(site: Site) -> None:
    hidden = nameless(site)
    assert any(one.withdrawn_on for e in hidden for one in e.record.agreed)
    assert any(not e.record.agreed for e in hidden)
    for entry in hidden:
        person = entry.record
        for name in (person.surname, person.about, person.site):
            assert not name or site.files_with(name) == [], entry.id


def kind_of(name: str) -> str:
    """What a file of the site is, as far as consents go."""
    if name == SEARCH:
        return "search"
    if name.endswith((".xml", ".ics")):
        return "feeds"
    if name.startswith("data/") and not name.endswith(".html"):
        return "data"
    return {"html": "pages", "docx": "word", "xlsx": "tables"}.get(name.rpartition(".")[2], "other")


def markup_with(site: Site, name: str) -> list[str]:
    """The pages of which the graph for search engines names somebody."""
    found = {}
    for address, page in site.pages():
        found[address] = " ".join(page.xpath('//script[@type="application/ld+json"]/text()'))
    return [address for address, graph in found.items() if name in graph]


SHOWN = {
    "saveleva-marina": ({PAGES}, {"pages", "search", "word"}, False),
    "mamedova-aysel": ({PAGES}, {"pages", "search", "word"}, False),
    "yastrebov-oleg": ({FEEDS}, set(), False),
    "volchek-dmitriy": ({DATA}, {"data"}, False),
    "yakushev-roman": ({DATA}, {"data"}, False),
    "voronin-stepan": ({PAGES, FEEDS, DATA}, {"pages", "search", "word", "data"}, True),
    "rodionova-svetlana": ({PAGES, FEEDS, DATA}, {"pages", "search", "word", "data"}, True),
}
"""People by what they agreed to: the kinds of file with their names, and whether the graph has."""


@pytest.mark.parametrize("person", SHOWN)
def test_a_name_stands_where_its_owner_agreed_to_and_nowhere_else(site: Site, person: str) -> None:
    """A search through every byte, parts of zipped files too. Feeds name nobody in any case."""
    record = site.archive.people[person].record
    purposes, kinds, markup = SHOWN[person]
    assert {to for to in ConsentPurpose if record.allows(ConsentField.NAME, to)} == purposes
    found = {kind_of(name) for name in site.files_with(record.surname)}
    assert found == kinds
    assert bool(markup_with(site, record.surname)) is markup


def test_no_feed_no_description_and_no_file_name_names_anybody(site: Site) -> None:
    surnames = [e.record.surname for e in site.archive.people.values() if e.record.surname]
    feeds = [text for name, text in site.texts.items() if kind_of(name) == "feeds"]
    said = [*feeds, *map(str.casefold, site.texts)]
    for _, page in site.pages():
        said += map(str.casefold, page.xpath("//meta/@content | //img/@alt | //@title"))
    assert len(feeds) > 5
    pattern = re.compile(rf"\b(?:{'|'.join(map(re.escape, surnames))})\b", re.IGNORECASE)
    assert [text[:200] for text in said if pattern.search(text)] == []


def test_no_page_tells_how_people_are_called_in_the_records(site: Site) -> None:
    """An id often is a name in Latin letters, and outlives the consent."""
    for entry in nameless(site):
        assert site.files_with(entry.id) == []
    leaks = {id_: files for id_ in site.archive.people if (files := site.files_with(id_))}
    # The guide for chairs shows ids of invented people in its examples.
    guide = {SEARCH, "guide/record/index.html"}
    assert {id_: files for id_, files in leaks.items() if not set(files) <= guide} == {}


def test_what_was_not_consented_to_is_not_shown(site: Site) -> None:
    """The site shows categories in the table of members, and only with consent to that."""
    people = [e.record for e in site.archive.people.values()]
    assert any(p.category and not p.allows(ConsentField.CATEGORY, PAGES) for p in people)
    for body in site.archive.associations.values():
        for row in site.page(f"associations/{body.id}/").xpath('//table[.//th="Роль"]//tbody/tr'):
            texts = [plain(" ".join(cell.itertext())) for cell in row.xpath("td")]
            for entry in people:
                if not entry.surname or entry.surname not in texts[1]:
                    continue
                if entry.category and not entry.allows(ConsentField.CATEGORY, PAGES):
                    assert plain(entry.category.code.label) not in texts[1]


def test_no_birth_dates_phones_of_people_or_pupils(site: Site) -> None:
    """The one e-mail and phone that may stand here are those of an organisation."""
    official = {
        plain(value).casefold()
        for e in site.archive.organisations.values()
        for value in (e.record.phone, e.record.email)
        if value
    }
    found = set()
    for name, text in site.texts.items():
        if not name.endswith((".html", ".json", ".xml")):
            continue
        found |= set(re.findall(r"[\w.+-]+@[\w-]+\.[\w.-]*\w", text))
        found |= set(
            re.findall(r"(?<!\d)(?:\+7|\+375|8)[ (-]{1,2}\d{2,4}[ )-]{1,2}[\d -]{5,9}\d", text)
        )
    assert {f for f in found if not any(f in whole for whole in official)} == set()


@pytest.fixture
def rebuilt(living: Path) -> Callable[[], Site]:
    """Build after a change: what may not be told any more must also go where it stood."""

    def build() -> Site:
        umo_build(living)
        return Site(living)

    return build


@pytest.mark.parametrize("person", ["kovalevich-tatyana", "tikhonova-anna"])
def test_a_consent_withdrawn_takes_the_name_off_everywhere(
    site: Site, living: Path, rebuilt: Callable[[], Site], person: str
) -> None:
    surname = site.archive.people[person].record.surname
    before = site.files_with(surname)
    assert len(before) >= 4, "the name was shown before, in the search index too"
    assert SEARCH in before
    path = living / PEOPLE
    text = path.read_text("utf-8")
    start = text.index(f"- id: {person}\n")
    given = re.compile(r"(\n +)given_on: .+").search(text, start)
    path.write_text(
        f"{text[: given.end()]}{given[1]}withdrawn_on: 2026-11-20{text[given.end() :]}", "utf-8"
    )
    after = rebuilt()
    assert after.archive.people[person].record.consent.withdrawn_on is not None
    assert after.files_with(surname) == []
    assert after.addresses == site.addresses


def test_a_practice_taken_back_leaves_no_trace(
    site: Site, living: Path, rebuilt: Callable[[], Site]
) -> None:
    """A card that had its page goes back to expertise: its text and its files are gone."""
    public = [e for e in site.archive.practices.values() if e.record.status in PUBLIC_STATES]
    entry = next((e for e in public if e.files), public[0])
    path = living / "content" / entry.path
    text = path.read_text("utf-8")
    taken_back = re.sub(r"(?m)^status: .+$", "status: returned", text, count=1)
    assert taken_back != text
    path.write_text(taken_back, "utf-8")
    before = site.files_with(entry.record.summary)
    assert f"practices/{entry.id}/index.html" in before
    after = rebuilt()
    gone = site.addresses - after.addresses
    lists = {address for address in gone if address.count("/") > 2}
    assert gone - lists == {f"practices/{entry.id}/"}
    assert {address.partition("/")[0] for address in lists} <= {"practices"}, "its values' lists"
    assert after.addresses <= site.addresses
    assert not (after.root / "practices" / entry.id).exists()
    assert after.files_with(entry.record.summary) == []
    assert f"practices/{entry.id}/" not in json.dumps(sorted(after.texts.values()))
    for sentence in sentences(entry.body):
        if site.files_with(sentence):
            assert after.files_with(sentence) == [], sentence


DOCUMENTS = "content/associations/umo-matematika-ozersk/2025-2026/documents.yml"


def add_to(path: Path, id_: str, line: str) -> None:
    """Give a document of a list one more field."""
    text = path.read_text("utf-8")
    kind = re.compile(r"(\n +|, )kind: [a-z_]+").search(text, text.index(f"id: {id_}"))
    path.write_text(f"{text[: kind.end()]}{kind[1]}{line}{text[kind.end() :]}", "utf-8")


def test_a_document_made_internal_leaves_no_trace(
    site: Site, living: Path, rebuilt: Callable[[], Site]
) -> None:
    """Also where an act of another record names the document in the register."""
    id_ = "umo-matematika-set-2025"
    assert "register/index.html" in site.files_with(id_)
    add_to(living / DOCUMENTS, id_, "visibility: internal")
    after = rebuilt()
    assert after.archive.documents[id_].record.visibility == "internal"
    assert after.files_with(id_) == []


@pytest.mark.parametrize("field", ["supersedes: [{id}]", "approves: [{{document: {id}}}]"])
def test_a_public_document_does_not_tell_of_an_internal_one(
    site: Site, living: Path, rebuilt: Callable[[], Site], field: str
) -> None:
    documents = site.archive.documents.values()
    home = "associations/umo-matematika-ozersk/2025-2026/documents.yml"
    internal = next(e for e in documents if e.record.visibility == "internal" and e.path == home)
    public = next(
        e
        for e in documents
        if e.record.visibility == "public"
        and e.path == home
        and not e.record.supersedes
        and not e.record.approves
    )
    add_to(living / DOCUMENTS, public.id, field.format(id=internal.id))
    after = rebuilt()
    assert after.files_with(internal.id) == []
    assert after.files_with(internal.record.title) == []


def test_the_search_undoes_every_escape() -> None:
    assert "тайна" in readable("a.json", json.dumps("Тайна").encode())
    assert "тай на" in readable("a.html", "&#1058;ай&nbsp;на".encode())
    assert "'тайна'" in readable("a.html", "&amp;laquo;Тайна&raquo;".encode())


def test_the_word_files_of_the_site_have_no_author_but_an_organisation(site: Site) -> None:
    files = sorted(site.root.rglob("*.docx"))
    assert len(files) > 50
    official = [e.record.name for e in site.archive.organisations.values()]
    authors = {author_of(one.read_bytes(), FileType.DOCX) for one in files}
    assert [one for one in authors if not any(name.startswith(one) for name in official)] == []
