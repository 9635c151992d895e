"""A built site as it stands in a folder: what is where, and what a browser gets."""

from datetime import date
from pathlib import Path

import pytest
from small_site import HOME

from generator.paper.failure import PaperError
from generator.paper.site import StandingSite

BASE = "https://zarechnoe.example.org/umo/"


def test_its_address_is_that_of_its_first_page(folder: Path) -> None:
    site = StandingSite(folder)
    assert (site.base, site.is_public) == (BASE, True)


@pytest.mark.parametrize(
    "head", ["", HOME.replace("https://zarechnoe.example.org", "http://127.0.0.1:8000")]
)
def test_an_address_that_one_machine_has_is_not_public(folder: Path, head: str) -> None:
    (folder / "index.html").write_text(head, "utf-8")
    assert not StandingSite(folder).is_public


def test_pages_stand_where_they_are(folder: Path) -> None:
    site = StandingSite(folder)
    assert list(site.addresses()) == ["a b/", "", "new/", "old/", "older/"]
    assert site.stands("")
    assert site.stands("new/")
    assert not site.stands("new")
    assert not site.stands("style.css")
    assert not site.stands("../")


def test_a_former_address_leads_to_the_page(folder: Path) -> None:
    site = StandingSite(folder)
    assert [site.now(one) for one in ("older/", "old/", "new/", "")] == ["new/"] * 3 + [""]


def test_addresses_that_lead_in_a_circle_come_to_an_end(folder: Path) -> None:
    page = folder / "new/index.html"
    page.write_text((folder / "old/index.html").read_text("utf-8").replace("new", "old"), "utf-8")
    assert StandingSite(folder).now("old/") in ("old/", "new/")


def test_the_day_of_a_page_is_that_of_its_record(folder: Path) -> None:
    site = StandingSite(folder)
    assert site.changed("new/") == date(2026, 10, 5)
    assert site.changed("undated/") is None
    assert site.changed("a b/") is None


@pytest.mark.parametrize(
    ("asked", "file"),
    [
        ("", "index.html"),
        ("new/?x=1#short", "new/index.html"),
        ("style.css", "style.css"),
        ("a%20b/", "a b/index.html"),
        ("missing/", None),
        ("..%2fsecret.txt", None),
        ("../secret.txt", None),
    ],
)
def test_a_browser_gets_the_files_of_the_site(folder: Path, asked: str, file: str | None) -> None:
    found = StandingSite(folder).answer(BASE + asked)
    assert found == (folder / file if file else None)


def test_a_browser_gets_nothing_of_other_hosts(folder: Path) -> None:
    assert StandingSite(folder).answer("https://elsewhere.example.org/umo/") is None


def test_without_a_site_there_is_nothing_to_print(tmp_path: Path) -> None:
    with pytest.raises(PaperError, match="нет сайта: постройте"):
        StandingSite(tmp_path)
