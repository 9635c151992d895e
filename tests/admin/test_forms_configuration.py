"""The configuration of the forms: the content manager takes it, and it tells nothing of people."""

import json
import re
from datetime import date

import jsonschema
import pytest
import yaml
from demonstration import REPOSITORY, TODAY, archive_of

from generator.admin.collections import form_address, new_meeting, people_picker
from generator.admin.config import Repository, repository
from generator.admin.program import names, packed
from generator.load import Kind
from generator.pages import Context
from generator.pages.admin import pages

KEPT = Repository("district/umo", "main", "content/")
TOOLS = REPOSITORY / "tools/forms"
DAY = date.fromisoformat(TODAY)


@pytest.fixture(scope="module")
def archive():
    return archive_of(REPOSITORY)


def made(archive, day=DAY, kept=KEPT):
    """The files of /admin/, each as text."""
    drafts = pages(Context(archive, day, {}, "https://z.example.org/umo/", repository=kept))
    return {draft.address: draft.make().data for draft in drafts}


@pytest.fixture(scope="module")
def files(archive):
    return made(archive)


@pytest.fixture(scope="module")
def settings(files):
    return yaml.safe_load(files["admin/config.yml"])


@pytest.fixture(scope="module")
def places(settings):
    """Every place of a form, as the address of the page has it."""
    found = set()
    for collection in settings["collections"]:
        name = collection["name"]
        found |= {f"#/collections/{name}/entries/{f['name']}" for f in collection.get("files", ())}
        if "folder" in collection:
            found.add(f"#/collections/{name}/")
    return found


def each_form_once(collections):
    """The same, but fields that several forms share stand in the first of them alone."""
    seen = set()

    def lean(form):
        first = id(form["fields"]) not in seen
        seen.add(id(form["fields"]))
        return form if first else form | {"fields": form["fields"][:1]}

    for one in collections:
        one = lean(one) if "fields" in one else one
        yield one | {"files": [lean(file) for file in one["files"]]} if "files" in one else one


@pytest.mark.trust
def test_the_content_manager_takes_the_configuration(settings):
    """By the schema that it publishes with this version."""
    collections = list(each_form_once(settings["collections"]))
    whole = [one for one in collections if len(one.get("fields", ())) > 1]
    assert {one["format"] for one in whole} == {
        "umo-meeting",
        "umo-practice-frontmatter",
        "umo-association",
        "umo-regulation",
        "umo-person",
    }
    validator = jsonschema.Draft7Validator(json.loads(packed("schema.json")))
    wrong = validator.iter_errors(settings | {"collections": collections})
    assert [error.message[:300] for error in wrong] == []


def test_a_wrong_configuration_would_be_seen(settings):
    validator = jsonschema.Draft7Validator(json.loads(packed("schema.json")))
    assert not validator.is_valid(settings | {"publish_mode": "sometimes"})
    assert not validator.is_valid(settings | {"collections": [{"name": "x"}]})


def test_what_two_forms_share_is_written_once(files):
    """Meetings of all associations and years have one form, not thirty copies of it."""
    text = files["admin/config.yml"].decode()
    assert text.count("label: Повестка дня\n") == 1
    assert len(text) < 400_000


def test_every_record_has_its_form(archive, places):
    shelves = {entry for kind in Kind for entry in archive.index.of(kind, object).values()}
    assert len(shelves) > 200
    for entry in shelves:
        place = form_address(entry.kind, entry.id, entry.path)
        assert place in places or f"{place.rpartition('entries/')[0]}" in places, entry.path


def test_a_new_meeting_has_a_form_in_every_open_year(archive, places):
    for id_ in archive.associations:
        assert new_meeting(id_, "2026-2027").removesuffix("new") in places


def test_from_may_on_the_next_year_is_open(archive):
    def years(day):
        text = made(archive, day)["admin/config.yml"].decode()
        return set(re.findall(r"name: mumo-yasnogorsk-(\d{4}-\d{4})-meetings", text))

    assert "2027-2028" not in years(date(2027, 4, 30))
    assert "2027-2028" in years(date(2027, 5, 1))
    assert "2027-2028" in years(date(2027, 9, 1))
    assert "2028-2029" not in years(date(2027, 9, 1))


def test_nobody_is_named_in_the_configuration(archive, files):
    """It is published: people are picked from the repository, not from the site."""
    text = b"".join(files[f"admin/{name}"] for name in ("config.yml", "grammar.json")).decode()
    assert [id_ for id_ in archive.people if re.search(rf"\b{id_}\b", text)] == []
    surnames = [e.record.surname for e in archive.people.values() if e.record.surname]
    assert [name for name in surnames if re.search(rf"\b{name}\b", text)] == []


@pytest.mark.parametrize(
    ("lists", "where"),
    [
        ([], {"collection": "common", "file": "people"}),
        (["people.yml", "organisations/a.yml"], {"collection": "common", "file": "people"}),
        (["people/a.yml", "people/b.yml"], {"collection": "people"}),
        (["people.yml", "people/b.yml"], None),
    ],
)
def test_people_are_picked_from_where_they_are(lists, where):
    picker = people_picker(lists)
    found = picker and {name: picker[name] for name in ("collection", "file") if name in picker}
    assert found == where


@pytest.mark.parametrize(
    ("address", "edit", "way", "expected"),
    [
        ("https://github.com/a/b", "edit/main/content/pages/", "..", ("a/b", "main", "content/")),
        ("https://github.com/a/b.git", "edit/dev/pages", "..", ("a/b", "dev", "")),
        ("https://github.com/a/b/", "edit/main/x/docs/", "../../y", ("a/b", "main", "y/")),
        ("https://gitlab.com/a/b", "edit/main/content/pages/", "..", None),
        ("https://github.com/a", "edit/main/content/pages/", "..", None),
        ("https://github.com/a/b", "blob/main/content/pages/", "..", None),
        ("", "", "..", None),
    ],
)
def test_the_repository_is_read_from_the_edit_links(address, edit, way, expected):
    assert repository(address, edit, way) == expected


def test_a_site_elsewhere_has_no_forms(archive):
    assert made(archive, kept=None) == {}


def test_the_site_file_switches_forms_off(archive, monkeypatch):
    site = archive.site.record.model_copy(update={"forms": False})
    monkeypatch.setattr(type(archive.site), "record", property(lambda self: site))
    assert made(archive) == {}


def test_the_program_is_the_version_that_is_locked():
    versions = json.loads(packed("versions.json"))
    asked = json.loads((TOOLS / "package.json").read_text("utf-8"))["dependencies"]
    locked = json.loads((TOOLS / "package-lock.json").read_text("utf-8"))["packages"]
    assert versions == asked
    assert versions == {name: locked[f"node_modules/{name}"]["version"] for name in asked}
    assert all("integrity" in locked[f"node_modules/{name}"] for name in asked)


def test_the_page_loads_nothing_that_is_not_beside_it(files):
    page = files["admin/index.html"].decode()
    assert re.findall(r"https?://[^\s;\"']+", page) == ["https://api.github.com"]
    for source in re.findall(r'(?:src|href)="([^"]+)"', page):
        assert source.startswith("data:") or f"admin/{source}" in files
    scripts = [files[name].decode() for name in ("admin/start.js", "admin/records.js")]
    wanted = {way for text in scripts for way in re.findall(r'["(](\./[\w./-]+\.js)"', text)}
    assert wanted
    assert {f"admin/{way.removeprefix('./')}" for way in wanted} <= set(files)


def test_the_program_names_no_fonts_of_another_host():
    program = packed("site/cms.js").decode()
    assert not re.search(r"https?://[^)`\"' ]+\.woff2", program)
    own = re.findall(r"url\(program/([^)]+\.woff2)\)", program)
    assert len(own) == 3
    assert {f"program/{way}" for way in own} <= set(names())


def test_licences_are_published_with_the_program(files):
    text = files["admin/program/LICENSES.txt"].decode()
    assert "@sveltia/cms" in text
    assert "yaml/LICENSE" in text
    assert len(list(names())) == len(set(names()))


def test_a_label_stands_for_every_word_that_a_hint_names(settings):
    """Forms show labels; a hint that says `planned` would send people looking for it."""
    hints = " ".join(re.findall(r"'hint': '([^']*)'", str(settings)))
    assert "запланировано" in hints
    assert not re.search(r"\bplanned\b|\bsigned\b", hints)


def test_files_are_named_as_records_want_them(settings):
    assert settings["media_libraries"]["default"]["config"]["slugify_filename"] is True
    assert settings["slug"]["encoding"] == "ascii"
    assert settings["slug"]["clean_accents"] is True
