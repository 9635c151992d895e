"""The schemas as files: sound, the same everywhere, kept up to date, found by editors."""

import json
import os
from pathlib import Path

import pytest
from demonstration import REPOSITORY, called, plain
from flags import validator_of
from jsonschema import Draft202012Validator

from generator.load.entry import Kind
from generator.load.layout import ROOMS, find_room
from generator.models.vocabulary import MeetingKind, MeetingStatus
from generator.pages import Context
from generator.pages.schemas import pages
from generator.schemas import editor_settings, schema_files, schema_line, schema_of
from generator.schemas.beyond import beyond_table

SCHEMAS = {room.kind: schema_of(room.model) for room in ROOMS}
WRITE = "UMO_WRITE_EXPECTED" in os.environ


def held(file: Path, wanted: str, how: str) -> None:
    """A file that is kept in the repository says what the program says."""
    if WRITE:
        file.write_text(wanted, "utf-8", newline="\n")
    assert file.read_bytes().decode() == wanted, f"{file.name} is out of date: {how}"


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.kind)
def test_a_schema_is_one(room):
    Draft202012Validator.check_schema(SCHEMAS[room.kind])
    assert SCHEMAS[room.kind]["$schema"] == Draft202012Validator.META_SCHEMA["$id"]


def walk(schema):
    yield schema
    for part in schema.values() if isinstance(schema, dict) else schema:
        if isinstance(part, dict | list):
            yield from walk(part)


@pytest.mark.parametrize("kind", SCHEMAS)
def test_every_field_is_told_and_no_other_is_taken(kind):
    schema = SCHEMAS[kind]
    for part in (schema, *schema["$defs"].values()):
        for field in part.get("properties", {}).values():
            assert field["title"]
            assert field["description"].startswith(field["title"])
        assert "properties" not in part or part["additionalProperties"] is False


def test_no_rule_is_left_over():
    for schema in SCHEMAS.values():
        named = {part.get("$ref") for part in walk(schema) if isinstance(part, dict)}
        assert {f"#/$defs/{name}" for name in schema["$defs"]} == named - {None}


def test_words_come_with_their_labels():
    words = SCHEMAS[Kind.MEETING]["$defs"]["MeetingStatus"]["anyOf"][0]
    told = dict(zip(words["enum"], words["markdownEnumDescriptions"], strict=True))
    for word in MeetingStatus:
        assert told[word.value] == word.label
        assert told[word.label] == word.value


def test_what_an_empty_field_means_is_told():
    fields = SCHEMAS[Kind.MEETING]["properties"]
    assert fields["kind"]["default"] == MeetingKind.PLANNED.value
    assert "default" not in fields["status"]


def test_a_field_that_no_record_has_is_flagged():
    for room in ROOMS:
        messages = [error.message for error in validator_of(room).iter_errors({"чепуха": 1})]
        assert any("чепуха" in message for message in messages)


def test_the_editor_of_this_repository_has_the_schemas():
    folder = REPOSITORY / ".vscode/schemas"
    assert {file.name for file in folder.iterdir()} == schema_files().keys()
    for name, text in schema_files().items():
        held(folder / name, text, "run «umo schema»")


def test_the_editor_of_this_repository_knows_where_they_belong():
    settings = editor_settings("content", ".vscode/schemas")
    held(REPOSITORY / ".vscode/settings.json", settings, "UMO_WRITE_EXPECTED=1 pytest this file")
    extensions = json.loads((REPOSITORY / ".vscode/extensions.json").read_text("utf-8"))
    assert extensions == {"recommendations": ["redhat.vscode-yaml"]}


def test_each_record_of_the_demonstration_has_one_schema():
    schemas = json.loads(editor_settings("content", ".vscode/schemas"))["yaml.schemas"]
    for path in (REPOSITORY / "content").rglob("*.yml"):
        place = find_room(path.relative_to(REPOSITORY / "content").as_posix())
        named = [
            schema
            for schema, globs in schemas.items()
            if any(path.relative_to(REPOSITORY).match(glob) for glob in globs)
        ]
        assert named == ([f"./.vscode/schemas/{place[0].kind}.json"] if place else [])


def test_the_page_about_schemas_says_what_they_miss():
    page = REPOSITORY / "docs/schemas.md"
    kept = page.read_text("utf-8").partition("| Что схема пропустит")[0]
    held(page, kept + beyond_table(), "UMO_WRITE_EXPECTED=1 pytest this file")


@pytest.mark.parametrize("site_url", ["https://a.example/b", "https://a.example/b/"])
def test_the_first_line_of_a_record_leads_to_the_file_on_the_site(site_url):
    line = schema_line(Kind.PLAN, site_url)
    assert line == "# yaml-language-server: $schema=https://a.example/b/schemas/plan.json"
    files = [draft.make() for draft in pages(Context(None, None, {}, site_url))]
    published = {file.address: json.loads(file.data) for file in files}
    assert published.keys() == {f"schemas/{room.kind}.json" for room in ROOMS}
    for address, schema in published.items():
        assert schema.pop("$id") == f"https://a.example/b/{address}"
    assert list(published.values()) == list(SCHEMAS.values())


def test_a_site_that_nobody_else_can_see_gives_its_schemas_no_address():
    assert schema_line(Kind.PLAN, "") == ""
    local = pages(Context(None, None, {}, "http://127.0.0.1:8000/"))
    assert all("$id" not in json.loads(draft.make().data) for draft in local)


def test_the_command_writes_what_is_new_and_says_so(tmp_path):
    done = called("schema", folder=tmp_path)
    assert done.returncode == 0
    folder = tmp_path / ".vscode/schemas"
    written = {file.name: file.read_bytes().decode() for file in folder.iterdir()}
    assert written == schema_files()
    assert plain(done.stderr) == ".vscode/schemas: 12 схем, записано 12."
    (folder / "plan.json").write_text("{}")
    again = called("schema", "--out", str(folder), folder=tmp_path)
    assert again.stdout == f"{folder / 'plan.json'}\n"
    assert (folder / "plan.json").read_text("utf-8") == schema_files()["plan.json"]
    assert plain(called("schema", folder=tmp_path).stderr).endswith("12 схем, все уже такие.")


def test_the_command_says_where_it_cannot_write(tmp_path):
    (tmp_path / "taken").write_text("a file")
    done = called("schema", "--out", "taken/below", folder=tmp_path)
    assert done.returncode == 1
    assert done.stderr.startswith("Не получилось: taken/below")
