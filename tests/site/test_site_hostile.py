"""Hostile texts in every field that people write: the site shows them, and never obeys them."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from demonstration import Site, called, copied, umo_build, words_of

from generator.source import parse

HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7331*3 }}"
RAW = """

## Раздел <script>alert(2)</script>

<script>alert(3)</script>

<img src=x onerror=alert(4)> <svg onload=alert(5)></svg> <b onclick=alert(6)>слово</b>

<a href="javascript:alert(7)">ссылка</a> <iframe src="https://example.org/"></iframe>

<form action="https://example.org/"><input name="a"></form>

<style>body { display: none }</style> <div style="position: fixed">поверх</div>

<http://example.org/"onmouseover="alert(8)>

| таблица | <img src=x onerror=alert(9)> |
|---|---|
| а | <script>alert(10)</script> |
"""
FIELDS = {
    "about",
    "agenda_text",
    "city",
    "conclusion",
    "contact",
    "criterion",
    "demonstration",
    "description",
    "event",
    "function",
    "goal",
    "group",
    "idea",
    "label",
    "meaning",
    "name",
    "name_genitive",
    "note",
    "notes",
    "organisation_name",
    "organisation_theme",
    "outcome",
    "part_of",
    "place_text",
    "planned_result",
    "platform",
    "position",
    "problem",
    "reason",
    "relevance",
    "replication",
    "section",
    "short_name",
    "short_title",
    "status_note",
    "storage",
    "summary",
    "text",
    "theme",
    "title",
    "given_name",
}
LISTS = {"tasks", "questions", "problems", "conclusions", "other_names", "keywords", "resources"}
LIMIT = 300 - len(HOSTILE) - 5


def spoil(value: Any, key: str = "") -> Any:
    """Put the hostile text behind every text of the fields named above."""
    if isinstance(value, dict):
        return {name: spoil(inner, name) for name, inner in value.items() if inner}
    if isinstance(value, list):
        return [spoil(inner, key if key in LISTS else "") for inner in value]
    long = len(value) > LIMIT
    return value if long or key not in FIELDS | LISTS else f"{value} {HOSTILE}"


def spoil_yaml(text: str) -> str:
    """Spoil a record; the reader leaves every scalar as it is written."""
    data = parse(text, "record").value
    return yaml.safe_dump(spoil(data), allow_unicode=True, sort_keys=False, width=10_000)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = copied(tmp_path_factory.mktemp("hostile"))
    for path in (folder / "content").rglob("*.yml"):
        path.write_text(spoil_yaml(path.read_text("utf-8")), "utf-8")
    records = folder / "content"
    for path in (*(records / "practices").glob("*.md"), *records.rglob("analysis.md")):
        _, front, body = re.split(r"(?m)^---\n", path.read_text("utf-8"), maxsplit=2)
        path.write_text(f"---\n{spoil_yaml(front)}---\n{body}{RAW}", "utf-8")
    umo_build(folder)
    return Site(folder)


def test_the_texts_really_are_hostile(hostile: Site, site: Site) -> None:
    assert HOSTILE in hostile.archive.site.record.title
    assert HOSTILE in hostile.archive.associations["umo-matematika-ozersk"].record.name
    assert hostile.addresses == site.addresses
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
