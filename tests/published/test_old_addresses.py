"""How an old address may be written, and which forms are one and the same."""

from datetime import date

import pytest
from demonstration import REPOSITORY, TODAY
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.edition import examined
from generator.load import Kind
from generator.load.layout import ROOMS
from generator.models import Activities, Document, Organisation
from generator.pages.addresses import _ADDRESSES
from generator.problems import BadValue, codes
from generator.publication import known_addresses, lasting
from generator.values.old_address import LIMIT, OLD_ADDRESS, SECTIONS, old_address

OLD = "practices/staryj-adres/"


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("practices/staryj-adres/", OLD),
        ("/practices/staryj-adres/", OLD),
        ("practices/staryj-adres", OLD),
        ("  practices/staryj-adres/ ", OLD),
        ("practices/staryj-adres/index.html", OLD),
        ("https://umo.example.org/practices/staryj-adres/", OLD),
        ("http://localhost:8000/practices/staryj-adres", OLD),
        ("https://raion.example.org/metodika/sait/practices/staryj-adres/index.html", OLD),
        ("staraya_stranica.html", "staraya_stranica.html"),
        ("sait/plan.htm", "sait/plan.htm"),
        ("associations/mo/2025-2026/plan", "associations/mo/2025-2026/plan/"),
    ],
)  # fmt: skip
def test_forms_of_one_address(written: str, meant: str) -> None:
    assert old_address(written) == meant


@pytest.mark.parametrize(
    "written",
    ["", "/", "index.html", "https://umo.example.org/", "https://umo.example.org/page/", "a//b/",
     "../a/", "a/../b/", "./a/", "A/b/", "a/б/", "a b/", "a/?x=1", "a/#b", "feed.xml",
     "associations/mo/calendar.ics", "a/b.pdf", "a\\b/", "a/-b/", "a%20b/", "//host/a/", "a/\0/",
     "javascript:alert(1)", "a\nb/", f"{'a' * LIMIT}/"],
)  # fmt: skip
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(BadValue) as caught:
        old_address(written)
    assert caught.value.code is codes.ALIAS_FORM


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=60) | st.from_regex(OLD_ADDRESS))
def test_whatever_is_taken_is_safe_to_write_and_means_itself(text: str) -> None:
    """What comes out names a file below the site's folder, and read again it is the same."""
    try:
        address = old_address(text)
    except BadValue:
        return
    assert OLD_ADDRESS.fullmatch(address)
    assert not address.startswith("/")
    assert ".." not in address
    assert old_address(address) == address


def test_every_kind_that_has_an_address_has_former_ones() -> None:
    listed = {Kind.DOCUMENT: Document, Kind.ORGANISATION: Organisation}
    models = {room.kind: listed.get(room.kind, room.model) for room in ROOMS}
    having = {kind for kind, model in models.items() if "aliases" in model.model_fields}
    assert having == set(_ADDRESSES)
    declared = [models[kind].model_fields["aliases"] for kind in having]
    assert {(info.title, info.description) for info in declared} == {
        (declared[0].title, declared[0].description)
    }
    assert Activities.model_fields["aliases"].default == ()


def test_where_a_whole_address_is_cut_every_section_of_the_site_is_known() -> None:
    """Whatever page of the demonstration is pasted from a browser is understood."""
    _, context = examined(REPOSITORY / "content", date.fromisoformat(TODAY))
    assert context is not None
    pages = [one for one in lasting(context, known_addresses(context)) if one.endswith("/")]
    assert len(pages) > 150
    assert {page.partition("/")[0] for page in pages} <= SECTIONS
    assert [old_address(f"https://example.org/umo/{page}") for page in pages] == pages
