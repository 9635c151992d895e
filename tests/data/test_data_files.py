"""The files of the demonstration: right by their own schemas, in both forms, and complete."""

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml
from datasheets import DAY, NAMES, Sheets, context_of
from demonstration import PUBLIC_STATES, REPOSITORY
from jsonschema import Draft202012Validator

from generator.archive.years import years_on_record
from generator.load import Entry
from generator.pages.data import fields, pages
from generator.pages.digests import put_away
from generator.reads import listening
from generator.rules.judge import judge

CONTENT = REPOSITORY / "content"
YAML = Any


def read(path: Path) -> YAML:
    """A file of records as plain texts, by a reader of its own."""
    text = path.read_text("utf-8")
    if path.suffix == ".md":
        text = text.split("\n---\n")[0].removeprefix("---\n")
    return yaml.load(text, yaml.CBaseLoader)  # noqa: S506 - texts alone


def all_of(pattern: str) -> list[YAML]:
    return [read(path) for path in sorted(CONTENT.glob(pattern))]


def meetings() -> list[YAML]:
    return all_of("associations/*/*/meetings/*.yml")


def voted(vote: YAML) -> bool:
    """Tell whether a record speaks of a vote: «без голосования» is none."""
    if isinstance(vote, str):
        return not vote.startswith("без голосования")
    return bool(vote) and vote.get("without_vote") != "да"


def votes_of(meeting: YAML) -> Iterator[YAML]:
    own = [decision.get("vote") for decision in meeting.get("decisions", [])]
    yield from (vote for vote in (*own, meeting.get("vote")) if voted(vote))


def test_every_row_of_the_records_is_there_and_no_other(shown: Sheets) -> None:
    """Counted over the files of the content folder, without this program's reading of them."""
    documents = [d for file in all_of("associations/*/*/documents.yml") for d in file["documents"]]
    years = years_on_record(shown.archive.relations, DAY)
    counted = {
        "associations": len(all_of("associations/*/association.yml")),
        "meetings": len(meetings()),
        "decisions": sum(len(meeting.get("decisions", ())) for meeting in meetings()),
        "votes": sum(1 for meeting in meetings() for _ in votes_of(meeting)),
        "documents": sum(d.get("visibility", "public") == "public" for d in documents),
        "practices": sum(p["status"] in PUBLIC_STATES for p in all_of("practices/*.md")),
        "findings": sum(len(judge(shown.archive, *year, DAY)) for year in years),
    }
    assert min(counted.values()) > 0
    assert {name: len(shown.items(name)) for name in NAMES} == counted


@pytest.mark.parametrize("name", NAMES)
def test_a_file_is_right_by_its_own_schema(shown: Sheets, name: str) -> None:
    schema, document = shown.schema(name), shown.document(name)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    check = Draft202012Validator(schema, format_checker=Draft202012Validator.FORMAT_CHECKER)
    assert [str(error) for error in check.iter_errors(document)] == []
    assert document["schema"] == f"{name}.schema.json"


@pytest.mark.parametrize("name", NAMES)
def test_a_schema_lets_nothing_be_added_or_left_out(shown: Sheets, name: str) -> None:
    check = Draft202012Validator(shown.schema(name))
    row = shown.items(name)[0]
    document = shown.document(name) | {"items": [row]}
    assert check.is_valid(document)
    for spoilt in (
        {"more": 1},
        {"version": "0.9"},
        {"items": None},
        {"items": [row | {"more": 0}]},
    ):
        assert not check.is_valid(document | spoilt)
    for key in document:
        assert not check.is_valid(without(document, key)), key
    for field in row:
        assert not check.is_valid(document | {"items": [without(row, field)]}), field


def without(fields: dict[str, Any], name: str) -> dict[str, Any]:
    return {key: value for key, value in fields.items() if key != name}


def cells(item: dict[str, Any]) -> dict[str, str]:
    """What the CSV is to say of a row of the JSON."""
    found = {name: as_text(value) for name, value in item.items() if name not in OTHERWISE}
    for name in OTHERWISE.keys() & item.keys():
        found |= OTHERWISE[name](item[name])
    return found


def as_text(value: Any) -> str:
    if isinstance(value, list):
        return as_text("; ".join(value))
    if isinstance(value, str):
        return f"'{value}" if value.startswith(("=", "+", "-", "@", "\t", "\r")) else value
    return "" if value is None else json.dumps(value)


OTHERWISE: dict[str, Any] = {
    "members_summary": lambda rows: {
        "members_summary": "; ".join(
            f"{row['table']}, {row['group']}: {row['people']}" for row in rows
        )
    },
    "member_counts": lambda rows: {
        "member_counts": "; ".join(f"{row['school_year']}: {row['total']}" for row in rows)
    },
    "links": lambda rows: {"links": "; ".join(row["url"] for row in rows)},
    "sources": lambda rows: {"source": "; ".join(row["url"] for row in rows)},
    "evidence": lambda rows: {"evidence": "; ".join(row["id"] for row in rows)},
    "votes": lambda rows: {},
    "counts": lambda rows: {
        f"count_{option}": "".join(str(row["value"]) for row in rows if row["option"] == option)
        for option in ("yes", "no", "abstain")
    },
}
"""Fields that the CSV has in another way than as one text."""


@pytest.mark.parametrize("name", NAMES)
def test_the_csv_says_the_same_as_the_json(shown: Sheets, name: str) -> None:
    assert shown.rows(name) == [cells(item) for item in shown.items(name)]


@pytest.mark.parametrize("name", NAMES)
def test_how_the_files_are_written(shown: Sheets, name: str) -> None:
    """CSV with a mark for Excel and the line ends of RFC 4180; JSON with a row to a line."""
    table = shown.files[f"data/{name}.csv"]
    assert table.startswith("\ufeff".encode())
    assert table.count("\ufeff".encode()) == 1
    assert table.endswith(b"\r\n")
    header = table.split(b"\r\n")[0].decode("utf-8-sig").split(",")
    assert header == list(shown.rows(name)[0])
    document = shown.files[f"data/{name}.json"]
    assert document.endswith(b"}\n")
    assert b"\\u04" not in document, "Cyrillic letters are written as they are"
    lines = document.decode().split("\n")
    assert sum(line.startswith('{"') for line in lines) == len(shown.items(name))


@pytest.mark.parametrize("name", [name for name in NAMES if name != "findings"])
def test_rows_stand_in_the_order_of_their_ids_each_once(shown: Sheets, name: str) -> None:
    ids = [item["id"] for item in shown.items(name)]
    assert ids == sorted(set(ids))
    assert [row["id"] for row in shown.rows(name)] == ids


def test_findings_stand_by_association_and_year_as_the_rules_have_them(shown: Sheets) -> None:
    keys = [f"{item['organization_id']}/{item['school_year']}" for item in shown.items("findings")]
    assert keys == sorted(keys)
    for association, year in shown.context.digests.years:
        said = [
            item["message"]
            for item in shown.items("findings")
            if (item["organization_id"], item["school_year"]) == (association, str(year))
        ]
        found = judge(shown.archive, association, year, DAY)
        assert said == [one.message for one in found]


def test_the_same_records_give_the_same_bytes(shown: Sheets) -> None:
    assert Sheets(CONTENT).files == shown.files


def test_only_the_findings_hang_on_the_day(shown: Sheets) -> None:
    later = Sheets(CONTENT, DAY + timedelta(days=40))
    differing = {name for name, data in later.files.items() if data != shown.files[name]}
    assert differing == {"data/findings.json", "data/findings.csv"}
    assert shown.document("findings")["as_of"] == DAY.isoformat()
    assert later.document("findings")["as_of"] == (DAY + timedelta(days=40)).isoformat()
    assert all("as_of" not in shown.document(name) for name in NAMES if name != "findings")


def test_the_head_tells_the_version_the_licence_and_the_publisher(shown: Sheets) -> None:
    site = read(CONTENT / "site.yml")
    for name in NAMES:
        document = shown.document(name)
        assert document["version"] == fields.VERSION
        assert document["licence"]["name"] == site["licence"]["name"]
        assert document["licence"]["url"] == site["licence"]["address"]
        assert document["publisher"]["id"] == site["publisher"]


def test_a_site_that_names_no_licence_has_the_usual_one(base: Path) -> None:
    path = base / "site.yml"
    text = re.sub(r"(?m)^licence:.*\n(?: .*\n)*", "", path.read_text("utf-8"))
    path.write_text(text, "utf-8")
    sheets = Sheets(base)
    document = sheets.document("meetings")
    deed = "https://creativecommons.org/licenses/by/4.0/deed.ru"
    assert document["licence"] == {"name": "CC BY 4.0", "url": deed}
    assert Draft202012Validator(sheets.schema("meetings")).is_valid(document)


def test_the_version_stands_in_one_place() -> None:
    home = REPOSITORY / "generator/pages"
    sources = [*home.rglob("data/*.py"), home / "templates/data.html"]
    found = [path.name for path in sources if f'"{fields.VERSION}"' in path.read_text("utf-8")]
    assert found == ["fields.py"]


def test_no_records_of_a_kind_make_an_empty_table_not_a_broken_one(base: Path) -> None:
    (base / "associations/mo-matematika/2025-2026/documents.yml").write_text("documents: []\n")
    text = (base / "associations/mo-matematika/association.yml").read_text("utf-8")
    without = text.replace("  document: prikaz-sostav-2025\n", "")
    (base / "associations/mo-matematika/association.yml").write_text(without, "utf-8")
    sheets = Sheets(base)
    assert sheets.items("documents") == []
    assert sheets.rows("documents") == []
    assert sheets.files["data/documents.csv"].count(b"\r\n") == 1
    assert Draft202012Validator(sheets.schema("documents")).is_valid(sheets.document("documents"))


def test_the_files_hang_on_digests_alone(shown: Sheets, monkeypatch: pytest.MonkeyPatch) -> None:
    """With the digests at hand no record of a year is looked at for a file, nor opened."""
    context = context_of(CONTENT)
    known = shown.context.digests._known
    context.digests.know({work: put_away(value) for work, value in known.items()})
    opened: set[str] = set()
    contents = Entry._contents

    def counted(entry: Entry[Any]) -> Any:
        opened.add(entry.fact)
        return contents(entry)

    monkeypatch.setattr(Entry, "_contents", counted)
    with listening() as heard:
        for draft in pages(context):
            draft.make()
    kinds = {fact.split("/")[1] for fact in heard | opened if fact.startswith("record/")}
    assert kinds == {"site", "organisation", "person", "association", "practice"}
    homeless = [item for item in shown.items("practices") if not item["organization_id"]]
    wanted = {f"record/practice/{id_}" for i in homeless for id_ in (i["id"], *i["related"])}
    for facts in (heard, opened):
        practices = {fact for fact in facts if fact.startswith("record/practice/")}
        assert practices == wanted, "only those of no association belong to no digest"
