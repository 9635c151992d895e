"""What the demonstration site says of itself to machines, on every page of it."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urldefrag, urljoin

import pytest
from demonstration import Site, plain
from graph_check import faults, is_mention, lines_of, things, types_of, unmet
from graphs import SITE, Document, document_of, pages_of, resolved

from generator.models import Person
from generator.models.vocabulary import ConsentField, ConsentPurpose
from generator.shipped import GUIDE

Documents = dict[str, Document]

KINDS = {
    "": {"WebSite", "EducationalOrganization"},
    "associations/": set(),
    "associations/mumo-yasnogorsk/": {"Organization"},
    "associations/mumo-yasnogorsk/2025-2026/": set(),
    "associations/mumo-yasnogorsk/2025-2026/plan/": set(),
    "associations/mumo-yasnogorsk/2025-2026/analysis/": set(),
    "associations/mumo-yasnogorsk/2025-2026/meetings/2025-08-29/": {"Event"},
    "practices/": {"Collection"},
    "practices/zadachi-po-gazete/": {"LearningResource"},
    "register/": set(),
    "register/2025-2026/": set(),
    "decisions/": set(),
    "decisions/responsible/": set(),
    "decisions/mumo-yasnogorsk/": set(),
    "calendar/": set(),
    "calendar/2025-2026/": set(),
    "compliance/": set(),
    "regulations/": set(),
    "regulations/004/": {"Legislation"},
    "structure/": set(),
    "organisations/": {
        "EducationalOrganization",
        "GovernmentOrganization",
        "Organization",
        "Preschool",
        "School",
    },
    "data/": {"DataCatalog", "Dataset"},
}
"""What a page tells of besides the way to it."""


@pytest.fixture(scope="module")
def documents(site: Site) -> Documents:
    """The graphs of all pages by address, with every address in them in full."""
    found = {address: document_of(page) for address, page in pages_of(site).items()}
    return {
        address: resolved(document, f"{SITE}{address}")
        for address, document in found.items()
        if document is not None
    }


def every(documents: Documents) -> Iterator[tuple[str, dict[str, Any]]]:
    for address, document in documents.items():
        for thing in things(document):
            yield address, thing


def test_every_page_of_the_records_has_a_graph(site: Site, documents: Documents) -> None:
    written = site.folder / "content/pages"
    by_hand = {f"{p.relative_to(written).with_suffix('')}/" for p in written.rglob("*.md")}
    by_hand |= {f"guide/{page.stem}/" for page in GUIDE.glob("*.md")}
    assert pages_of(site).keys() - documents.keys() == by_hand
    assert document_of(site.page("404.html")) is None


def test_every_kind_of_page_tells_what_it_should(documents: Documents) -> None:
    told = {
        address: {type_ for thing in documents[address]["@graph"] for type_ in types_of(thing)}
        for address in KINDS
    }
    crumbs = {address: {"BreadcrumbList"} if address else set() for address in KINDS}
    assert told == {address: KINDS[address] | crumbs[address] for address in KINDS}


def test_every_graph_is_valid(documents: Documents) -> None:
    wrong = {address: found for address, doc in documents.items() if (found := faults(doc))}
    assert wrong == {}


def test_every_graph_has_what_search_engines_want(documents: Documents) -> None:
    """But the place of a poll by letter: nobody came together."""
    polls = {
        f"Event {thing['@id']}: no location"
        for _, thing in every(documents)
        if "Event" in types_of(thing) and "eventAttendanceMode" not in thing
    }
    assert {missed for document in documents.values() for missed in unmet(document)} <= polls


def test_every_id_is_told_of_on_its_own_page(site: Site, documents: Documents) -> None:
    """A page that mentions a thing gives it the type that its own page gives it, or a wider one."""
    at_home = {
        thing["@id"]: thing
        for address, document in documents.items()
        for thing in document["@graph"]
        if "@id" in thing and urldefrag(thing["@id"]).url == f"{SITE}{address}"
    }
    assert len(at_home) > 80
    for address, thing in every(documents):
        if "@id" not in thing:
            continue
        page, fragment = urldefrag(thing["@id"])
        assert page.removeprefix(SITE) in site.addresses, (address, thing)
        if "WebPage" in types_of(thing):
            anchors = site.page(page.removeprefix(SITE)).xpath("//@id") if fragment else [""]
            assert fragment in anchors, (address, thing)
        else:
            known = at_home[thing["@id"]]
            assert set(types_of(thing)) <= lines_of(known), (address, thing)
            assert thing.get("name", known["name"]) == known["name"], (address, thing)


def test_every_address_of_the_site_leads_somewhere(site: Site, documents: Documents) -> None:
    checked = 0
    for address, thing in every(documents):
        for name in ("url", "contentUrl"):
            page, fragment = urldefrag(thing.get(name, ""))
            if not page.startswith(SITE):
                continue
            where, checked = page.removeprefix(SITE), checked + 1
            target = site.root / where / ("index.html" if page.endswith("/") else "")
            assert target.is_file(), (address, thing)
            assert not fragment or site.page(where).get_element_by_id(fragment) is not None
    assert checked > 200


def test_the_way_to_a_page_is_the_one_on_the_page(site: Site, documents: Documents) -> None:
    for address, document in documents.items():
        shown = site.body(address).xpath('.//nav[@class="umo-trail"]//a')
        if not address:
            continue
        crumbs = document["@graph"][0]["itemListElement"]
        ways = [(c["name"], c["item"]["@id"]) for c in crumbs]
        assert ways[0] == ("Главная", SITE)
        assert ways[-1][1] == f"{SITE}{address}"
        seen = [(plain(a.text), urljoin(f"{SITE}{address}", a.get("href"))) for a in shown]
        assert [(plain(name), where) for name, where in ways[1:-1]] == seen, address


def everywhere(person: Person, field: ConsentField) -> bool:
    """The graph says no more than its page, and is data: it takes both consents."""
    return all(person.allows(field, to) for to in (ConsentPurpose.PAGES, ConsentPurpose.OPEN_DATA))


def test_nobody_is_named_without_consent(site: Site, documents: Documents) -> None:
    """The surnames of those who may not be named stand in no graph; ids of people never do."""
    named = {t["name"] for _, t in every(documents) if "Person" in types_of(t)}
    allowed, said = set(), {address: str(document) for address, document in documents.items()}
    for entry in site.archive.people.values():
        person = entry.record
        if person.surname and everywhere(person, ConsentField.NAME):
            parts = (person.surname, person.given_name, person.patronymic)
            if everywhere(person, ConsentField.AUTHORSHIP):
                allowed.add(" ".join(filter(None, parts)))
        elif person.surname:
            assert [a for a, text in said.items() if person.surname in text] == []
        pattern = re.compile(rf"(?<![\w-]){re.escape(entry.id)}(?![\w-])")
        assert [a for a, text in said.items() if pattern.search(text)] == []
    assert named
    assert named <= allowed


def test_practices_on_their_way_are_in_no_graph(site: Site, documents: Documents) -> None:
    hidden = [e for e in site.archive.practices.values() if not e.record.status.public]
    assert hidden
    for entry in hidden:
        for document in documents.values():
            assert entry.record.title not in str(document)
            assert entry.id not in str(document)


def test_authors_on_a_card_and_in_its_graph_are_the_same(site: Site, documents: Documents) -> None:
    cards = [e for e in site.archive.practices.values() if e.record.status.public]
    for entry in cards:
        address = f"practices/{entry.id}/"
        told = next(t for t in documents[address]["@graph"] if "LearningResource" in types_of(t))
        said = site.said(address)
        credits = told["creditText"].split("; ")
        assert len(credits) == len(entry.record.authors)
        assert all(plain(credit) in said for credit in credits)
        assert all(plain(one["name"]) in said for one in told.get("author", ()))


def test_texts_for_machines_are_not_typeset(documents: Documents) -> None:
    for address, thing in every(documents):
        for value in thing.values():
            assert "\u00a0" not in str(value), (address, value)


def test_a_mention_has_nothing_but_its_id(documents: Documents) -> None:
    """So the publisher is opened on the home page alone, not for thousands of cards."""
    cards = [d for a, d in documents.items() if re.fullmatch(r"practices/[a-z-]+/", a)]
    publishers = [t["publisher"] for d in cards for t in d["@graph"] if "publisher" in t]
    assert publishers
    assert all(map(is_mention, publishers))
