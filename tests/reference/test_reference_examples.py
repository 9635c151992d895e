"""The examples of the reference: valid, whole, and without a single problem."""

from pathlib import Path

import pytest

from generator.archive import build
from generator.load import load
from generator.load.layout import ROOMS
from generator.reference.examples import EXAMPLES, examples_of, lay_out
from generator.reference.probes import short_forms
from generator.reference.render import shortest
from generator.reference.samples import is_known, minimal
from generator.shapes import named_fields, parts, shape_of

BY_FILE = {example.file: example for example in EXAMPLES}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.file)
def test_an_example_follows_its_model(example):
    example.room.model.model_validate(example.fields())


def test_the_examples_are_a_content_folder_without_problems(tmp_path):
    lay_out(tmp_path)
    archive, problems = build(load(tmp_path))
    assert [str(problem) for problem in problems] == []
    assert archive is not None
    assert len(archive.meetings) == 3


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.kind)
def test_every_kind_has_an_example(room):
    assert examples_of(room.kind)


def test_every_example_file_is_used():
    folder = Path(__file__).parents[2] / "generator/reference/examples"
    assert {file.name for file in folder.iterdir()} == set(BY_FILE)


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.kind)
def test_every_field_in_words_has_an_example(room):
    bare = [
        f"{model.__name__}.{name}"
        for model in parts(room.model)
        for name, info in named_fields(model)
        if (value := shape_of(info).scalar) and value.sample == "текст"
        if not is_known(model, name, info)
    ]
    assert bare == [], "write it in an example file or give it examples=[…] in its model"


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.kind)
def test_the_shortest_record_is_valid(room):
    for model in parts(room.model):
        model.model_validate(minimal(model))


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.kind)
def test_the_examples_of_fields_are_valid(room):
    for model in parts(room.model):
        for name, info in named_fields(model):
            for value in info.examples or ():
                model.model_validate({**minimal(model), name: value})


@pytest.mark.parametrize("room", ROOMS, ids=lambda room: room.kind)
def test_the_shortest_record_of_a_page_is_read(room, tmp_path):
    path = examples_of(room.kind)[0].path
    (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / path).write_text(shortest(room), encoding="utf-8")
    assert [str(p) for p in load(tmp_path).problems if p.place.path == path] == []


def test_short_forms_are_found_by_trying():
    known = {
        (model.__name__, form.written): form.means
        for room in ROOMS
        for model in parts(room.model)
        for form in short_forms(model)
    }
    assert known["Vote", "единогласно"] == (("unanimous", "да"),)
    assert known["Party", "ivanova-anna"] == (("person", "ivanova-anna"),)
    assert known["Attendance", "50 подключений"] == (("connections", "50"),)
    assert known["Experience", "26 лет"] == (("value", "26"),)
