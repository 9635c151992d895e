"""Between the files, and between the files and the site: what is named is there, and explained."""

import re
from collections import Counter

from datasheets import NAMES, Sheets
from demonstration import plain as words
from demonstration import words_of
from lxml import html

from generator.pages import all_drafts
from generator.pages.addresses import is_page
from generator.pages.data.files import SETS


def test_what_rows_name_is_there(shown: Sheets) -> None:
    """An id in one file is found in another."""
    ids = {name: shown.ids(name) for name in NAMES if name != "findings"}
    regulations = set(shown.archive.regulations)
    ways = {
        "organization_id": ids["associations"],
        "joint_organization_ids": ids["associations"],
        "parent_id": ids["associations"],
        "regulation_id": regulations,
        "meeting_id": ids["meetings"],
        "checked_at": ids["meetings"],
        "decision_ids": ids["decisions"],
        "recommended_by": ids["decisions"],
        "supersedes": ids["documents"],
        "related": ids["practices"],
    }
    seen = Counter[str]()
    for name in NAMES:
        for item in shown.items(name):
            for field in ways.keys() & item.keys():
                value = item[field]
                for id_ in value if isinstance(value, list) else [value] if value else []:
                    seen[field] += 1
                    assert id_ in ways[field], (name, field, id_)
    assert seen.keys() == ways.keys(), "each way is gone at least once"


def test_evidence_names_what_is_published(shown: Sheets) -> None:
    published = {
        "association": shown.ids("associations"),
        "meeting": shown.ids("meetings"),
        "decision": shown.ids("decisions"),
        "document": shown.ids("documents"),
        "practice": shown.ids("practices"),
        "regulation": set(shown.archive.regulations),
        "plan": set(shown.archive.plans),
        "analysis": set(shown.archive.analyses),
    }
    named = [one for item in shown.items("findings") for one in item["evidence"]]
    assert {"meeting", "decision", "plan", "document"} <= {one["type"] for one in named}
    assert [one for one in named if one["id"] not in published.get(one["type"], {one["id"]})] == []


def test_addresses_lead_to_pages_and_their_anchors(shown: Sheets) -> None:
    drafts = {d.address: d for d in all_drafts(shown.context) if is_page(d.address)}
    bodies: dict[str, set[str]] = {}
    ways = [
        item.get("url") or item["sources"][0]["url"]
        for name in NAMES
        for item in shown.items(name)
        if name != "findings"
    ]
    for way in ways:
        address, _, anchor = way.partition("#")
        assert address in drafts, way
        if anchor:
            if address not in bodies:
                body = html.fragment_fromstring(drafts[address].make().body, create_parent="div")
                bodies[address] = set(body.xpath("//@id"))
            assert anchor in bodies[address], way
    assert len(bodies) > 20


def test_the_page_tells_every_field_of_every_file(shown: Sheets) -> None:
    for data in SETS:
        table = data.table
        heading = shown.body.xpath(f'//h2[@id="{table.name}"]')[0]
        assert heading.text == table.title
        rows = heading.xpath("following::table[1]/tbody/tr")
        assert [row.xpath("string(th)") for row in rows] == list(shown.items(table.name)[0])
        for row, field in zip(rows, table.fields, strict=True):
            said = words_of(row)
            assert words(field.title) in said
            assert words(field.description) in said
            columns = [column.name for column in field.columns if column.name != field.name]
            for name in (*columns, *(word for word, _ in field.type.explained)):
                assert name in row.xpath(".//code/text()"), (field.name, name)
            assert ("бывает пусто" in said) is field.optional


def test_the_page_leads_to_every_file_and_counts_its_rows(shown: Sheets) -> None:
    links = shown.body.xpath("//a[@download]/@href")
    assert {f"data/{link.removeprefix('../data/')}" for link in links} == set(shown.files)
    assert all(link.startswith("../data/") for link in links), "pages work from a sub-path"
    counts = {
        row.xpath("string(th/a/@href)").removeprefix("#"): row.xpath("string(td[1])")
        for row in shown.body.xpath('//table[contains(@class, "umo-table--files")]/tbody/tr')
    }
    assert counts == {name: str(len(shown.items(name))) for name in NAMES}


def test_every_field_has_its_words(shown: Sheets) -> None:
    for name in NAMES:
        for field, schema in shown.schema(name)["properties"]["items"]["items"][
            "properties"
        ].items():
            assert re.search("[а-яё]", schema["title"]), (name, field)
            assert re.fullmatch("[a-z_]+", field)
