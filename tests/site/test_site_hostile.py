"""Hostile texts in every field that people write: the site shows them, and never obeys them."""

import csv
import io
import json
import re
import zipfile
from collections import Counter
from pathlib import Path

import feedparser
import pytest
from demonstration import Site, called, copied, umo_build, words_of
from hostile_texts import (
    ADDRESSES,
    HOSTILE,
    PAYLOADS,
    TIME,
    UNFIT,
    UNSEEN,
    filled,
    free_fields,
    records,
)
from icalendar import Calendar
from lxml import etree
from openpyxl import load_workbook
from pydantic import TypeAdapter, ValidationError

from generator.load import load
from generator.models import fields
from generator.models.vocabulary import Vocabulary
from generator.shapes import aliases

FREE = (fields.Line, fields.AsWritten, fields.Text, fields.Moment)
HIDDEN = ("\0", "\x1b", "\x85", "\xad", "\u200b", "\u2028", "\u202e", "\ufeff", "\uffff")


def test_every_field_that_takes_free_text_is_spoiled(hostile: Site) -> None:
    every = {f"{part}.{name}" for part, name, takes in free_fields() if takes != TIME}
    assert len(every) > 250
    assert filled(hostile.folder / "content") >= {
        one for one in every - UNFIT if not one.startswith(UNSEEN)
    }
    text = "".join(path.read_text("utf-8") for path, *_ in records(hostile.folder / "content"))
    numbers = set(map(int, re.findall(r"alert\((1\d\d|[2-9]\d\d)\)", text)))
    assert len(numbers) > 0.8 * len(every), "the others carry payloads without a call"


@pytest.mark.parametrize("payload", PAYLOADS)
def test_every_other_field_refuses_such_texts(payload: str) -> None:
    """Ids, days, numbers, names of files, words of closed lists: none takes a single payload."""
    others = [*(one for one in aliases() if one not in FREE), *Vocabulary.__subclasses__()]
    assert len(others) > 30
    taken = []
    for alias in others:
        try:
            taken.append((alias, TypeAdapter(alias).validate_python(payload)))
        except ValidationError:
            continue
    assert taken == []


@pytest.mark.parametrize("mark", HIDDEN)
def test_a_character_that_nobody_sees_is_refused_however_it_was_written(mark: str) -> None:
    """In a file it is refused with the file; an escape in quotes would bring it past that."""
    for alias in (*FREE, fields.Address):
        text = f"https://example.org/{mark}x"
        with pytest.raises(ValidationError) as refused:
            TypeAdapter(alias).validate_python(text)
        assert refused.value.errors()[0]["ctx"]["problem"].code.code == "F05"


@pytest.mark.parametrize("payload", ADDRESSES)
def test_addresses_that_a_record_may_hold_are_spoiled(payload: str) -> None:
    assert TypeAdapter(fields.Address).validate_python(payload) == payload


@pytest.mark.parametrize(
    "name",
    [
        "<img src=x onerror=alert(1)>.pdf",
        '"onclick=alert(1).pdf',
        "{{7331*3}}.pdf",
        "javascript:alert(1).pdf",
        "=1+1.csv",
        "x.html",
        "x.svg",
        "x\u202efdp.exe",
        "x\n.pdf",
    ],
)
def test_a_hostile_name_of_a_file_is_refused(tmp_path: Path, name: str) -> None:
    content = copied(tmp_path) / "content"
    beside = content / "practices/zadachi-po-gazete"
    beside.mkdir(exist_ok=True)
    (beside / name).write_bytes(b"%PDF-1.7\n")
    told = [problem for problem in load(content).problems if "zadachi-po-gazete/" in str(problem)]
    assert told


def test_the_texts_really_are_hostile(hostile: Site, site: Site) -> None:
    assert HOSTILE in hostile.archive.site.record.title
    assert HOSTILE in hostile.archive.associations["umo-matematika-ozersk"].record.name
    made = ("practices/subject/", "practices/grade/")  # the addresses of lists are made of words
    assert {a for a in hostile.addresses ^ site.addresses if not a.startswith(made)} == set()
    shown = [a for a in hostile.addresses if "<script>alert(1)</script>" in hostile.said(a)]
    records = [a for a in hostile.addresses if re.match("assoc|pract|regul", a)]
    assert set(records) <= set(shown)


RUNNING = '//script[not(@type="application/ld+json")]/text() | //style/text()'


def test_no_element_comes_from_a_record(hostile: Site, site: Site) -> None:
    """Every page has the scripts, pictures and frames of the harmless site, and no more."""
    found = []
    for address in hostile.addresses:
        if not (site.root / f"{address}index.html").exists():
            continue
        good, bad = site.page(address), hostile.page(address)
        found += [
            f"{address}: <{tag}>"
            for tag in ("script", "iframe", "object", "embed", "form", "input", "style", "svg")
            if len(bad.xpath(f"//{tag}")) != len(good.xpath(f"//{tag}"))
        ]
        if bad.xpath('//img[@src="x"]'):
            found.append(f"{address}: <img>")
        if any("alert(" in text for text in bad.xpath(RUNNING)):
            found.append(f"{address}: a script's text")
    assert found == []


def test_no_attribute_runs_anything(hostile: Site) -> None:
    found = []
    for address, page in hostile.pages():
        found += [f"{address}: {a}" for a in page.xpath('//@*[starts-with(name(), "on")]')]
        for value in page.xpath("//@href | //@src | //@action | //@formaction | //@srcdoc"):
            if re.match(r"\s*(?:javascript|data|vbscript):", value, re.IGNORECASE):
                found.append(f"{address}: {value[:60]}")
    assert found == []


def test_links_of_bodies_do_not_break_out_of_their_attribute(hostile: Site) -> None:
    for address in hostile.addresses:
        for link in hostile.body(address).xpath(".//a"):
            assert set(link.attrib) <= {
                "href",
                "title",
                "rel",
                "class",
                "id",
                "aria-label",
                "download",
            }, address


def test_title_and_description_are_escaped(hostile: Site) -> None:
    seen = 0
    for address in hostile.addresses:
        page = hostile.page(address)
        head = page.xpath("/html/head")[0]
        assert {child.tag for child in head} <= {"meta", "link", "title", "script", "style"}, (
            address
        )
        title = head.xpath("title/text()")[0]
        assert "<script>alert(1)</script>" in title, "the site's own title is hostile"
        for content in head.xpath('meta[@name="description"]/@content'):
            seen += "<script>" in content
            assert "&lt;" not in content, "escaped twice"
        assert "&lt;" not in title, "escaped twice"
        assert len(page.xpath("/html/body")) == 1
    assert seen > 20


def test_table_of_contents_is_escaped(hostile: Site) -> None:
    seen = 0
    for address in hostile.addresses:
        for link in hostile.page(address).xpath('//nav[contains(@class, "md-nav--secondary")]//a'):
            text = words_of(link)
            seen += "<script>" in text
            assert "&lt;" not in text
            assert {e.tag for e in link.iterdescendants()} <= {"span", "em", "strong", "code"}
    assert seen


def test_the_search_finds_hostile_titles_as_they_were_written(hostile: Site) -> None:
    """They reach Pagefind as text: none has become a tag that it would have swallowed."""
    titles = [found["meta"]["title"] for found in hostile.found]
    assert any("<script>" in title for title in titles)
    assert not any(title.strip() == "" for title in titles)


def test_records_are_no_templates(hostile: Site) -> None:
    assert [name for name in hostile.texts if "21993" in hostile.texts[name]] == []


def test_footer_and_notice_are_escaped(hostile: Site) -> None:
    page = hostile.page("")
    notice = page.xpath('//*[contains(@class, "umo-demonstration")]')[0]
    assert len(notice) == 0
    assert "<script>alert(1)</script>" in words_of(notice)
    footer = page.xpath("//footer")[0]
    assert "<script>alert(1)</script>" in words_of(footer)
    assert footer.xpath(".//script | .//img") == []


def test_no_cell_of_a_table_is_a_formula(hostile: Site) -> None:
    cells = 0
    for path in hostile.root.rglob("*.csv"):
        text = path.read_text("utf-8-sig")
        separator = ";" if ";" in text.partition("\n")[0] else ","
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=separator))
        assert len({len(row) for row in rows}) == 1, f"{path}: a cell broke out of its row"
        cells += sum(map(len, rows))
        assert [one for row in rows for one in row if one.startswith(tuple("=+-@\t\r"))] == []
    assert cells > 10_000
    for path in hostile.root.rglob("*.xlsx"):
        for sheet in load_workbook(path):
            kinds = Counter(cell.data_type for row in sheet.iter_rows() for cell in row)
            assert kinds["s"] > 50
            assert kinds["f"] == 0
            assert [cell for row in sheet.iter_rows() for cell in row if cell.hyperlink] == []


def test_calendars_hold_what_was_written_and_no_event_more(hostile: Site, site: Site) -> None:
    seen = 0
    for path in sorted(site.root.rglob("*.ics")):
        good, bad = (
            list(Calendar.from_ical(file.read_bytes()).walk())
            for file in (path, hostile.root / path.relative_to(site.root))
        )
        assert [part.name for part in bad] == [part.name for part in good]
        for clean, spoilt in zip(good, bad, strict=True):
            assert set(spoilt) - {"LOCATION", "DESCRIPTION"} <= set(clean) | {"URL"}
            assert not spoilt.errors
            seen += HOSTILE in str(spoilt.get("SUMMARY", ""))
    assert seen > 50


def test_the_feed_is_read_as_it_was_written(hostile: Site, site: Site) -> None:
    good, bad = (feedparser.parse((one.root / "feed.xml").read_bytes()) for one in (site, hostile))
    assert not bad.bozo
    assert [one.id for one in bad.entries] == [one.id for one in good.entries]
    tree = etree.fromstring((hostile.root / "feed.xml").read_bytes())
    titles = [str(title.text) for title in tree.iterfind("{*}entry/{*}title")]
    assert sum("<script>alert(1)</script>" in title for title in titles) > 20
    ways = [link.get("href") for link in tree.iter("{*}link")]
    assert all(re.match(r"http://127|\./|[a-z0-9]+[/.][^:]*$", way) for way in ways)


def test_what_machines_read_keeps_its_shape(hostile: Site, site: Site) -> None:
    """JSON in a page ends where it should; it has the nodes of the harmless page."""
    seen = 0
    for address in sorted(hostile.addresses & site.addresses):
        for script in hostile.page(address).xpath("//script[contains(@type, 'json')]"):
            assert not re.search("[<>&\u2028]", script.text or "") or script.get("id"), address
            data = json.loads(script.text)
            seen += HOSTILE in json.dumps(data, ensure_ascii=False).replace('\\"', '"')
        for value in hostile.page(address).xpath("//@data-umo-facets"):
            assert "<" not in value
    assert seen > 100


def test_every_part_of_every_word_file_and_map_is_well_formed(hostile: Site) -> None:
    seen = 0
    for path in hostile.root.rglob("*.docx"):
        with zipfile.ZipFile(path) as archive:
            for name in archive.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(archive.read(name))
                    seen += b"alert(1)" in archive.read(name)
    assert seen > 100
    for path in hostile.root.rglob("*.xml"):
        etree.parse(path)


@pytest.mark.parametrize(
    "link",
    [
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](//example.org/)",
        "[x](/etc/passwd)",
        "[x](../../associations/)",
        "![x](https://example.org/spy.png)",
        "[x]: javascript:alert(1)\n\n[x]",
        "[x](&#106;avascript:alert(1))",
        "[x](java&#10;script:alert(1))",
    ],
)
def test_a_link_that_must_not_be_is_refused_or_goes_nowhere(living: Path, link: str) -> None:
    path = min((living / "content/practices").glob("*.md"))
    text = path.read_text("utf-8")
    path.write_text(
        re.sub(r"(?m)^status: \w+", "status: approved", text, count=1) + f"\n\n{link}\n", "utf-8"
    )
    checked = called("check", folder=living)
    if checked.returncode:
        assert path.name in checked.stdout
        return
    body = Site(umo_build(living).parent).body(f"practices/{path.stem}/")
    for value in body.xpath(".//@href | .//@src"):
        assert re.match(r"https?://|mailto:|#|\.\./|[a-z0-9]", value), value
        assert not re.match(r"\s*(?:javascript|data):", value, re.IGNORECASE), value
    assert [src for src in body.xpath(".//img/@src") if "//" in src] == []
