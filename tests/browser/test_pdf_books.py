"""Books: contents that tell the truth, one row of numbers, bookmarks, links, tags."""

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest
from demonstration import TODAY, UMO, Site, run
from pypdf import PdfReader
from pypdf.generic import Destination
from sheets import Sheets, faults, said

BODY = "mo-doshkolnoe-zarechye"
YEAR = "2025-2026"
SUBJECT = "russkiy-yazyk"


@dataclass(frozen=True)
class Book:
    """A printed book."""

    path: Path
    told: str

    @cached_property
    def sheets(self) -> Sheets:
        return Sheets(self.path)

    @cached_property
    def reader(self) -> PdfReader:
        return PdfReader(self.path)

    @cached_property
    def contents(self) -> dict[str, int]:
        """What the contents say: titles, in one line or two, with the numbers of sheets."""
        command = ("pdftotext", "-layout", "-f", "2", "-l", "2", "-enc", "UTF-8", self.path, "-")
        text = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
        rows = re.findall(r"(.+?) {2,}(\d+)\n", text.partition("Содержание")[2], re.DOTALL)
        return {said(title): int(number) for title, number in rows}

    @cached_property
    def marks(self) -> list[tuple[str, int, list[Any]]]:
        """The bookmarks: titles, numbers of sheets, what is below."""
        return self._marks(self.reader.outline)

    def _marks(self, outline: list[Any]) -> list[tuple[str, int, list[Any]]]:
        found: list[tuple[str, int, list[Any]]] = []
        for one in outline:
            if isinstance(one, Destination):
                sheet = self.reader.get_destination_page_number(one)
                found.append((said(str(one.title)), (sheet or 0) + 1, []))
            else:
                found[-1][2].extend(self._marks(one))
        return found


def printed(site: Site, browser_path: str, folder: Path, *words: str) -> Book:
    options = ("--as-is", "--site-dir", str(site.root), "--out", str(folder), "--today", TODAY)
    done = run(UMO, "pdf", "--book", *words, *options, folder=site.folder, UMO_BROWSER=browser_path)
    assert done.returncode == 0, done.stderr
    (path,) = folder.iterdir()
    return Book(path, done.stdout)


@pytest.fixture(scope="module")
def minutes(base_site: Site, browser_path: str, tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = tmp_path_factory.mktemp("minutes-book")
    words = ("minutes", "--association", BODY, "--year", YEAR)
    return printed(base_site, browser_path, folder, *words)


@pytest.fixture(scope="module")
def handouts(base_site: Site, browser_path: str, tmp_path_factory: pytest.TempPathFactory) -> Book:
    folder = tmp_path_factory.mktemp("handouts-book")
    return printed(
        base_site, browser_path, folder, "practices", "--subject", SUBJECT, "--view", "handout"
    )


def held(site: Site) -> list[str]:
    """The titles of the year's minutes, in the order of their days."""
    found = [
        meeting.record
        for meeting in site.archive.meetings.values()
        if (meeting.association, str(meeting.year)) == (BODY, YEAR) and meeting.record.status.held
    ]
    return [f"Протокол № {one.number} от" for one in sorted(found, key=lambda one: one.date)]


def test_its_file_is_named_by_what_it_is(minutes: Book, handouts: Book) -> None:
    assert minutes.path.name == f"minutes-{BODY}-{YEAR}.pdf"
    assert handouts.path.name == f"practices-{SUBJECT}-handout.pdf"
    assert f"{minutes.path}: {len(minutes.reader.pages)} лист" in said(minutes.told)


def test_all_minutes_of_the_year_stand_in_the_contents(minutes: Book, base_site: Site) -> None:
    titles = list(minutes.contents)
    assert len(titles) == len(held(base_site)) > 1
    for title, begins in zip(titles, held(base_site), strict=True):
        assert title.startswith(begins)


def test_the_contents_tell_where_each_document_begins(minutes: Book, handouts: Book) -> None:
    for number, title in ((n, t) for t, n in minutes.contents.items()):
        day = title.partition(" от ")[2]
        text = said(minutes.sheets.pages[number - 1])
        assert "ПРОТОКОЛ" in text.upper(), title
        assert minutes.sheets.numbers[number - 1] == str(number)
        assert day.split()[0].zfill(2) in text
    assert len(handouts.contents) == 2
    for title, number in handouts.contents.items():
        assert title in said(handouts.sheets.pages[number - 1])


def test_sheets_are_numbered_in_one_row(minutes: Book, handouts: Book) -> None:
    for book in (minutes, handouts):
        count = len(book.sheets.pages)
        assert book.sheets.numbers == ["", *(str(n) for n in range(2, count + 1))]


def test_every_sheet_is_a_paper(minutes: Book) -> None:
    assert faults(minutes.sheets) == []


def test_the_title_sheet_says_whose_and_what(
    minutes: Book, handouts: Book, base_site: Site
) -> None:
    title = said(minutes.sheets.pages[0])
    assert said(base_site.archive.associations[BODY].record.name) in title
    assert "Протоколы заседаний за 2025/2026 учебный год" in title
    assert "21 ноября 2026 г." in title
    assert "Практики: русский язык" in said(handouts.sheets.pages[0])
    label = base_site.page("practices/mikrotema-v-odno-predlozhenie/").xpath(
        '//*[@class="umo-print"]/a[@href="#handout"]/text()'
    )
    assert said(label[0]) in said(handouts.sheets.pages[0])


def test_bookmarks_lead_where_the_contents_do(minutes: Book, handouts: Book) -> None:
    for book in (minutes, handouts):
        first, *others = book.marks
        assert first[:2] == ("Содержание", 2)
        assert [(title, sheet) for title, sheet, _ in others] == list(book.contents.items())
        for title, sheet, below in others:
            following = min(
                (n for n in book.contents.values() if n > sheet), default=len(book.sheets.pages) + 1
            )
            assert all(sheet <= place < following for _, place, _ in below), title
    assert any(below for _, _, below in minutes.marks)


def test_the_contents_can_be_clicked(minutes: Book) -> None:
    links = [note.get_object() for note in minutes.reader.pages[1]["/Annots"]]
    sheets = {page.indirect_reference: n for n, page in enumerate(minutes.reader.pages, 1)}
    assert [sheets[link["/Dest"][0]] for link in links] == list(minutes.contents.values())


def test_no_link_leads_out_to_a_document_of_the_book(minutes: Book) -> None:
    inside = re.compile(rf"{BODY}/{YEAR}/meetings/")
    for sheet in minutes.reader.pages:
        for note in sheet.get("/Annots", ()):
            where = str(note.get_object().get("/A", {}).get("/URI", ""))
            assert not inside.search(where) or where.endswith((".txt", ".pdf", ".docx")), where


def test_each_piece_of_text_has_its_tag(handouts: Book) -> None:
    """The table of owners leads from every sheet to tags that stand on this very sheet."""
    tree = handouts.reader.root_object["/StructTreeRoot"]
    pairs = tree["/ParentTree"]["/Nums"]
    owners = dict(zip(pairs[::2], pairs[1::2], strict=True))
    assert list(pairs[::2]) == sorted(set(pairs[::2]))
    for sheet in handouts.reader.pages:
        tags = [one.get_object() for one in owners[sheet["/StructParents"]].get_object()]
        assert tags
        assert all(sheet.indirect_reference in places_of(tag) for tag in tags)
        for note in sheet.get("/Annots", ()):
            tag = owners[note.get_object()["/StructParent"]].get_object()
            assert tag["/S"] == "/Link"
    assert tree["/K"]["/S"] == "/Document"
    assert len(tree["/K"]["/K"]) == 3


def places_of(tag: Any) -> set[Any]:
    """The sheets on which a tag has text: its own, and those of the pieces that it goes on with."""
    below = tag.get("/K", [])
    pieces = below if isinstance(below, list) else [below]
    holders = [tag, *(one for one in pieces if isinstance(one, dict))]
    return {one.raw_get("/Pg") for one in holders if "/Pg" in one}


def test_heads_of_tables_have_names_of_their_own(handouts: Book) -> None:
    names = handouts.reader.root_object["/StructTreeRoot"]["/IDTree"]["/Names"]
    assert len(names) > 4
    assert list(names[::2]) == sorted(set(names[::2]))
    assert [head.get_object()["/ID"] for head in names[1::2]] == list(names[::2])
