"""The forms of issues: GitHub takes them, their words are the models', the files current."""

import re
from typing import Any

import pytest
import yaml
from demonstration import REPOSITORY

from generator.records.issue_forms import FORMS, issue_forms
from generator.shapes import named_fields, shape_of

TEXTS = issue_forms()
FILES = {name: yaml.safe_load(text) for name, text in TEXTS.items()}
KINDS = {
    "markdown": {"value"},
    "input": {"label", "description", "placeholder", "value"},
    "textarea": {"label", "description", "placeholder", "value", "render"},
    "dropdown": {"label", "description", "options", "multiple", "default"},
    "checkboxes": {"label", "description", "options"},
}
"""What GitHub takes as attributes of each type (its documentation, «Syntax for forms»)."""


def bodies(form: str) -> list[dict[str, Any]]:
    return [part for part in FILES[form]["body"] if part["type"] != "markdown"]


def test_the_files_are_as_generated() -> None:
    for folder in (REPOSITORY / ".github/ISSUE_TEMPLATE",):
        stored = {file.name: file.read_text("utf-8") for file in folder.iterdir()}
        assert stored == TEXTS, "run «python -m generator.records» and commit"


@pytest.mark.parametrize("form", [form.file for form in FORMS])
def test_github_takes_a_form(form: str) -> None:
    assert FILES[form].keys() == {"name", "description", "title", "body"}
    assert all(isinstance(FILES[form][key], str) for key in ("name", "description", "title"))
    ids = [part["id"] for part in bodies(form)]
    labels = [part["attributes"]["label"] for part in bodies(form)]
    assert len(set(ids)) == len(ids)
    assert len(set(labels)) == len(labels), "an answer could not be told from another"
    assert all(re.fullmatch(r"[A-Za-z0-9_-]+", name) for name in ids)
    for part in FILES[form]["body"]:
        attributes = part["attributes"]
        assert attributes.keys() <= KINDS[part["type"]]
        assert part.keys() <= {"type", "id", "attributes", "validations"}
        assert part.get("validations", {}) in ({}, {"required": True})
        for name, value in attributes.items():
            assert name == "options" or (isinstance(value, str) and value.strip() == value != "")
        options = attributes.get("options", ["one"])
        texts = [one["label"] if isinstance(one, dict) else one for one in options]
        assert texts
        assert all(isinstance(text, str) and text for text in texts)
        assert len({text.casefold() for text in texts}) == len(texts)
        assert "none" not in {text.casefold() for text in texts}, "GitHub keeps this word"


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.file)
def test_labels_and_lists_are_the_models(form: Any) -> None:
    info = dict(named_fields(form.model))
    for part in bodies(form.file):
        field = info.get(part["id"])
        if field is not None:
            assert part["attributes"]["label"] == field.title
            words = shape_of(field).words
            assert (part["type"] == "dropdown") == bool(words)
            if words:
                assert part["attributes"]["options"] == [word.label for word in words]
    needed = {name for name, field in info.items() if field.is_required()} - {"status"}
    required = {part["id"] for part in bodies(form.file) if part.get("validations")}
    assert needed <= required
    assert required <= {part["id"] for part in bodies(form.file)}


@pytest.mark.parametrize("form", [form.file for form in FORMS])
def test_a_form_asks_for_consent_and_speaks_of_no_field_names(form: str) -> None:
    consent = next(part for part in bodies(form) if part["type"] == "checkboxes")
    assert all(option["required"] for option in consent["attributes"]["options"])
    assert "телефон" in TEXTS[form]
    hints = " ".join(part["attributes"].get("description", "") for part in bodies(form))
    assert not re.search("[A-Za-z]{4,}", hints)
