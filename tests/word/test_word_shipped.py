"""The templates and the page about them are as the code makes them; no name is left untold."""

import io
import re
import zipfile
from pathlib import Path

import pytest

from generator.pages.word.forms import SHEETS
from generator.pages.word.said import names_of
from generator.pages.word_files import Form
from generator.reference.word import MAKERS, TEMPLATES, templates, write_templates
from generator.reference.word.names import word_page

DOCS = Path(__file__).parents[2] / "docs"
COMMAND = re.compile(r"\{\{(.+?)\}\}|\{%(.+?)%\}")


@pytest.fixture(scope="module")
def made():
    return templates()


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("form", Form, ids=lambda form: form.label)
def test_a_template_is_as_the_code_makes_it(made, form):
    name = f"{form.label}.docx"
    kept = parts((TEMPLATES / name).read_bytes())
    wrong = sorted(part for part, data in parts(made[name]).items() if kept.get(part) != data)
    assert wrong == [], f"{name} is out of date: run «make docs» and commit"
    assert kept.keys() == parts(made[name]).keys()


def test_there_is_a_template_of_each_form_and_no_other(made, tmp_path, monkeypatch):
    monkeypatch.setattr("generator.reference.word.templates", lambda: made)
    assert {path.name for path in TEMPLATES.iterdir()} == set(made)
    assert set(MAKERS) == set(Form) == set(SHEETS)
    assert write_templates(tmp_path) == len(Form)


def test_a_template_is_small(made):
    """It goes into thousands of files."""
    assert max(map(len, made.values())) < 12_000
    unwanted = re.compile("theme|thumbnail|customXml|fontTable|webSettings")
    assert not [name for data in made.values() for name in parts(data) if unwanted.search(name)]


def test_the_page_about_names_is_as_generated():
    assert (DOCS / "word.md").read_text("utf-8") == word_page(), "run «make docs» and commit"


def test_every_name_is_told():
    told = (DOCS / "word.md").read_text("utf-8")
    for kind in SHEETS.values():
        for name in names_of(kind):
            assert f"| `{name.name}` | {name.title}" in told
            assert re.fullmatch(r"[а-яА-ЯЁё(«][^.]*", name.title), name


def test_every_value_of_a_form_stands_in_one_of_its_templates(made):
    """What no template prints would be a value worked out for nothing, or forgotten."""
    used = {}
    for form, kind in SHEETS.items():
        text = "".join(part.decode() for part in parts(made[f"{form.label}.docx"]).values())
        used[kind] = used.get(kind, "") + " ".join(map(str, COMMAND.findall(text)))
    for kind, commands in used.items():
        lost = [one.name for one in names_of(kind) if not re.search(rf"\b{one.name}\b", commands)]
        assert lost == [], kind


def test_commands_stand_in_one_run(made):
    """Whoever looks into a template finds each command whole."""
    for data in made.values():
        for part in parts(data).values():
            for found in re.findall(rb"\{[{%].*?[%}]\}", part):
                assert b"<" not in found.replace(b"&lt;", b"")
