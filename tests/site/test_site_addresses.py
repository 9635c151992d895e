"""Every record has its page at the address that the design fixes for ever, and nothing else has.

What should be there is worked out from the names of the files alone.
"""

import re
from collections.abc import Callable, Iterable

import pytest
from demonstration import PUBLIC_STATES, Site, plain, words_of

from generator.archive import Archive
from generator.archive.facets import LISTED
from generator.load import Entry
from generator.models import Record
from generator.shipped import GUIDE

SINGLE = {
    "",
    "associations/",
    "practices/",
    "register/",
    "regulations/",
    "structure/",
    "organisations/",
    "compliance/",
    "decisions/",
    "decisions/responsible/",
    "calendar/",
    "data/",
    "guide/messages/",
    "guide/consent/",
}
LISTS = re.compile(
    r"(?:associations/|practices/(?:(?:subject|education|grade|level|association|year|page)/.+)?"
    r"|register/|regulations/)?$|(?:compliance|decisions|calendar)/"
    r"|associations/[^/]+/(?:[^/]+/portfolio|blanks)/$"
)
"""Pages that list what stands on others, or hold no text: in the sitemap, not in the search."""
RULES = {
    "association": (r"associations/([^/]+)/association\.yml", r"associations/\1/"),
    "plan": (r"associations/([^/]+)/([^/]+)/plan\.yml", r"associations/\1/\2/plan/"),
    "meeting": (
        r"associations/([^/]+)/([^/]+)/meetings/([^/]+)\.yml",
        r"associations/\1/\2/meetings/\3/",
    ),
    "analysis": (r"associations/([^/]+)/([^/]+)/analysis\.md", r"associations/\1/\2/analysis/"),
    "regulation": (r"regulations/([^/]+)\.yml", r"regulations/\1/"),
    "practice": (r"practices/([^/]+)\.md", r"practices/\1/"),
    "year": (r"associations/([^/]+)/(\d{4}-\d{4})/.+", r"associations/\1/\2/"),
    "portfolio": (r"associations/([^/]+)/(\d{4}-\d{4})/.+", r"associations/\1/\2/portfolio/"),
    "blanks": (r"associations/([^/]+)/association\.yml", r"associations/\1/blanks/"),
    "register": (r"associations/[^/]+/(\d{4}-\d{4})/documents\.yml", r"register/\1/"),
    "running year": (r"associations/([^/]+)/association\.yml", r"associations/\1/2026-2027/"),
    "compliance": (r"associations/[^/]+/(\d{4}-\d{4})/.+", r"compliance/\1/"),
    "calendar": (r"associations/[^/]+/(\d{4}-\d{4})/.+", r"calendar/\1/"),
    "decisions": (r"associations/([^/]+)/association\.yml", r"decisions/\1/"),
    "hand-written": (r"pages/(?:(.+/)?index|(.+))\.md", None),
}
TITLES: dict[str, tuple[Callable[[Archive], Iterable[Entry[Record]]], str]] = {
    "association": (lambda a: a.associations.values(), "associations/{e.id}/"),
    "regulation": (lambda a: a.regulations.values(), "regulations/{e.id}/"),
    "practice": (
        lambda a: [e for e in a.practices.values() if e.record.status in PUBLIC_STATES],
        "practices/{e.id}/",
    ),
    "plan": (lambda a: a.plans.values(), "associations/{e.association}/{e.year}/plan/"),
}


def expected(site: Site, kind: str) -> set[str]:
    content = site.folder / "content"
    pattern, address = RULES[kind]
    found = set()
    for path in content.rglob("*"):
        name = path.relative_to(content).as_posix()
        match = re.fullmatch(pattern, name)
        if not path.is_file() or not match:
            continue
        if (
            kind == "practice"
            and site.archive.practices[match[1]].record.status not in PUBLIC_STATES
        ):
            continue
        if address is None:
            found.add(f"{match[2]}/" if match[2] else match[1] or "")
        else:
            found.add(match.expand(address))
    return found


@pytest.mark.parametrize("kind", RULES)
def test_each_record_has_its_page(site: Site, kind: str) -> None:
    addresses = expected(site, kind)
    assert addresses, f"the demonstration has no {kind}"
    assert addresses - site.addresses == set()


def test_nothing_else_has_a_page(site: Site) -> None:
    """Which lists of practices there are is worked out in tests/practices/."""
    guide = {f"guide/{path.stem}/" for path in GUIDE.glob("*.md")}
    known = SINGLE.union(guide, *(expected(site, kind) for kind in RULES))
    lists = {f"practices/{facet.value}/" for facet in LISTED}
    others = site.addresses - known
    assert {address for address in others if not address.startswith(tuple(lists))} == set()


@pytest.mark.parametrize("address", sorted(SINGLE))
def test_each_index_is_there(site: Site, address: str) -> None:
    assert address in site.addresses


@pytest.mark.parametrize("kind", TITLES)
def test_heading_is_the_records_own(site: Site, kind: str) -> None:
    entries, where = TITLES[kind]
    wrong = {}
    for entry in entries(site.archive):
        record = entry.record
        title = getattr(record, "title", None) or getattr(record, "name", None)
        heading = words_of(site.page(where.format(e=entry)).xpath("//h1")[0])
        if heading != plain(title or f"План работы на {entry.school_year.title} учебный год"):
            wrong[entry.id] = heading
    assert wrong == {}


def test_each_meeting_shows_its_day(site: Site) -> None:
    wrong = []
    for entry in site.archive.meetings.values():
        where = f"associations/{entry.association}/{entry.year}/meetings/{entry.slug}/"
        day = entry.record.date
        if f"{day.day} " not in site.said(where) or str(day.year) not in site.said(where):
            wrong.append(entry.id)
    assert wrong == []


def test_a_joint_meeting_has_one_page_and_stands_with_each_body(site: Site) -> None:
    joint = [e for e in site.archive.meetings.values() if e.record.joint_with]
    assert joint
    for entry in joint:
        where = f"associations/{entry.association}/{entry.year}/meetings/{entry.slug}/"
        assert where in site.addresses
        for other in entry.record.joint_with:
            elsewhere = f"associations/{other}/{entry.year}/"
            assert f"{elsewhere}meetings/{entry.slug}/" not in site.addresses
            links = site.body(elsewhere).xpath(".//a/@href")
            assert any(
                link.endswith(f"{entry.association}/{entry.year}/meetings/{entry.slug}/")
                for link in links
            )


def test_each_public_document_has_its_anchor(site: Site) -> None:
    shown = set(site.page("register/").xpath("//tr/@id"))
    public = {e.id for e in site.archive.documents.values() if e.record.visibility == "public"}
    assert len(public) > 10
    assert shown == public


def test_each_organisation_has_its_anchor(site: Site) -> None:
    shown = set(site.page("organisations/").xpath("//section/@id"))
    assert shown == set(site.archive.organisations)


def test_each_decision_has_its_anchor(site: Site) -> None:
    missing = []
    for entry in site.archive.meetings.values():
        where = f"associations/{entry.association}/{entry.year}/meetings/{entry.slug}/"
        ids = site.body(where).xpath('.//li[starts-with(@id, "decision-")]/@id')
        if len(set(ids)) != len(entry.record.decisions):
            missing.append(entry.id)
    assert missing == []


def test_each_norm_has_its_anchor(site: Site) -> None:
    for id_ in site.archive.regulations:
        rows = site.page(f"regulations/{id_}/").xpath('//tr[starts-with(@id, "norm-")]')
        assert len(rows) > 5, id_


def test_each_page_that_is_no_list_is_found_by_the_search(site: Site) -> None:
    found = {re.sub(r"[^/]+$", "", one["url"]).removeprefix("/") for one in site.found}
    assert found <= site.addresses
    assert {address for address in site.addresses - found if not LISTS.match(address)} == set()
    assert {address for address in found if LISTS.match(address)} == set()


def test_each_page_is_in_the_sitemap(site: Site) -> None:
    from urllib.parse import urlsplit

    listed = re.findall(r"<loc>(.+?)</loc>", (site.root / "sitemap.xml").read_text("utf-8"))
    mapped = {urlsplit(address).path.lstrip("/") for address in listed}
    assert mapped == set(site.addresses)


def test_named_files_lie_beside_their_pages(site: Site) -> None:
    content = site.folder / "content"
    named = 0
    for entry in (*site.archive.meetings.values(), *site.archive.practices.values()):
        if entry.kind == "practice" and entry.record.status not in PUBLIC_STATES:
            continue
        folder = entry.path.rpartition(".")[0]
        for name in entry.files:
            named += 1
            path = f"{folder}/{name}"
            assert (site.root / path).read_bytes() == (content / path).read_bytes()
    assert named
