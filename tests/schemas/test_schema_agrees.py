"""A schema flags nothing that the program takes, and misses only what `beyond.py` says."""

import copy
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any, NamedTuple

import pytest
import yaml
from editor_view import as_editor, as_text, fields_of, unquoted
from flags import flagged_lines, is_good, part_validator
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator
from overlay import HERE as RECORDS
from overlay import make
from pydantic import BaseModel, TypeAdapter, ValidationError

from generator.load import Kind
from generator.load.layout import ROOMS, Room, find_room
from generator.load.reading import locate
from generator.models import Regulation, fields, references
from generator.models.regulation import VERSIONED
from generator.models.vocabulary import Vocabulary
from generator.problems.catalogue import all_codes
from generator.reference.examples import EXAMPLES
from generator.reference.probes import short_forms
from generator.reference.samples import minimal
from generator.schemas.beyond import BEYOND
from generator.schemas.scalars import value_of
from generator.shapes import Model, aliases, named_fields, parts, scalar, shape_of

TESTS = RECORDS.parent
GOOD = (
    TESTS.parent / "content",
    RECORDS / "base",
    RECORDS / "naive/records",
    TESTS / "rules/base",
    TESTS / "rules/districts",
)
CASES = sorted(path for path in (RECORDS / "bad").iterdir() if path.is_dir())
TEXTS = (Path(__file__).parent / "spellings.txt").read_text("utf-8").splitlines()
TEXTS += ["", " ", "\n", " да ", " 14:00\n", "строка\nстрока\n", "x" * 300, "x" * 301]
TEXTS += ["y" * 300 + "\n", "z" * 10_000, " " + "z" * 10_000 + " ", "z" * 10_001]


def is_a(inner: Any, kind: type) -> bool:
    return isinstance(inner, type) and issubclass(inner, kind)


def room_of(model: Model) -> Room:
    return next(room for room in ROOMS if room.model is model)


class File(NamedTuple):
    """A record's file, with its fields as they stand there."""

    path: Path
    room: Room
    fields: str


def files_in(folder: Path) -> list[File]:
    paths = (path for path in sorted(folder.rglob("*")) if path.is_file())
    places = ((path, find_room(path.relative_to(folder).as_posix())) for path in paths)
    return [File(path, place[0], fields_in(path, place[0])) for path, place in places if place]


def fields_in(path: Path, room: Room) -> str:
    text = path.read_text("utf-8").removeprefix("\ufeff")
    return fields_of(text, front_matter=room.front_matter)


@cache
def good_files() -> tuple[File, ...]:
    return tuple(file for folder in GOOD for file in files_in(folder))


def test_nothing_good_is_flagged():
    kinds = {file.room.kind for file in good_files()}
    # A good site has no false alarms; the reference's example of them is tried below.
    assert kinds | {Kind.FALSE_ALARMS} == {room.kind for room in ROOMS}
    for file in good_files():
        for value in (as_editor(file.fields), as_text(file.fields)):
            assert is_good(file.room, value), file.path


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.file)
def test_no_example_of_the_reference_is_flagged(example):
    fields = fields_of(example.text, front_matter=example.room.front_matter)
    assert is_good(example.room, as_editor(fields))
    assert is_good(example.room, as_text(fields))


def takes(model: Model, value: Any) -> bool:
    try:
        model.model_validate(value)
    except ValidationError:
        return False
    return True


def takes_text(adapter: TypeAdapter[Any], text: str) -> bool:
    try:
        adapter.validate_python(text)
    except ValidationError:
        return False
    return True


@pytest.mark.parametrize("alias", aliases(), ids=lambda alias: scalar(alias).takes)
def test_a_type_takes_what_the_program_takes(alias):
    known, adapter = value_of(scalar(alias)), TypeAdapter(alias)
    schema = Draft202012Validator({"type": list(known.types), **known.rule})
    taken = [text for text in TEXTS if takes_text(adapter, text)]
    assert taken
    for text in taken:
        assert schema.is_valid(text), text
        assert schema.is_valid(unquoted(text)), text


WRONG = {
    fields.Line: ["", " ", "x" * 301, "город ____", "???", "—", "«  »", "00.00.2025", [], {}, None],
    fields.Text: ["", "x" * 10_001, "...", ["a"]],
    fields.Label: ["", "номер №", "x" * 21, [1]],
    fields.Count: [-1, 1.5, "-1", "12,5", "двое", "", True],
    fields.Positive: [0, "0", "000", -1, "один"],
    fields.Decimal: ["отлично", "4,", "", True],
    fields.Flag: ["почти", "+", "", 1, []],
    fields.Address: ["a.ru", "ftp://a.ru", "https://a", "https://a.ru/b c", 1],
    fields.OldAddress: ["", "practices/старый/", "practices/x/?print=1", "practices/x/#a", "/"],
    fields.FileName: ["план.pdf", "plan", "Plan.pdf", "a b.pdf"],
    fields.Account: ["Иванова", "a b", "https://github.com/a"],
    fields.Day: [
        "в среду",
        "29.13.2025",
        "32.01.2025",
        "2025-13-01",
        "15 сентября",
        2025,
        "00.00.2025",
    ],
    fields.TimeOfDay: ["25:00", "14:75", "после обеда", 25, 24, -1, "14", "__:__"],
    fields.Year: ["этот год", "2025", "1989-1990", "2025-2026-2027"],
    fields.Moment: ["", "  ", "__ мая", "??", {"from": "май"}, {}, {"text": ""}, ["май"]],
    fields.Identifier: ["Школа", "shkola_2", "a b", "-a", ""],
    references.MeetingId: ["05.11.2025", "mo/2025-10-15", "второе"],
    references.DecisionId: ["2025-10-15", "#2"],
    references.PlanItemId: ["2025-2026#3", "mo/2025-2026"],
}


@pytest.mark.parametrize("alias", WRONG, ids=lambda alias: scalar(alias).takes)
def test_a_type_flags_what_is_plainly_wrong(alias):
    known = value_of(scalar(alias))
    schema = Draft202012Validator({"type": list(known.types), **known.rule})
    assert [value for value in WRONG[alias] if schema.is_valid(value)] == []


@dataclass(frozen=True)
class Spot:
    """A field of a record or of a part of one."""

    room: Room
    owner: Model
    name: str
    many: bool

    def filled(self, value: Any) -> dict[str, Any]:
        """The shortest valid part with this value in the field."""
        return minimal(self.owner) | {self.name: [value] if self.many else value}

    def agrees(self, value: Any) -> bool:
        """Tell whether the schema takes a value that the program takes, as text and as guessed."""
        filled = self.filled(value)
        if not takes(self.owner, filled):
            return True
        schema = part_validator(self.room, self.owner)
        return schema.is_valid(filled) and schema.is_valid(self.filled(unquoted(value)))


SPOTS = {
    shape_of(info).inner: Spot(room, owner, name, shape_of(info).many)
    for room in ROOMS
    for owner in parts(room.model)
    for name, info in named_fields(owner)
}
"""Of each part and each closed list one field that holds it."""
WORDS = {inner: spot for inner, spot in SPOTS.items() if is_a(inner, Vocabulary)}
PARTS = {inner: spot for inner, spot in SPOTS.items() if is_a(inner, BaseModel)}


@pytest.mark.parametrize("words", WORDS, ids=lambda words: words.__name__)
def test_every_word_may_be_spelt_as_people_do(words):
    spot = WORDS[words]
    for word in words:
        label = word.label
        for text in (word.value, label, label.upper(), f" {label.capitalize()} ", f".{word.value}"):
            assert spot.agrees(text), text
    assert not part_validator(spot.room, spot.owner).is_valid(spot.filled("чепуха"))


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_a_part_may_be_written_in_each_of_its_short_forms(part):
    spot = PARTS[part]
    forms = [form.written for form in short_forms(part)]
    assert all(spot.agrees(text) for text in forms if not text.startswith("["))
    for value in (*TEXTS, [], {}, ["ivanova-anna"], [["a"]], {"text": None}, None):
        assert spot.agrees(value), value


def test_one_version_of_a_norm_may_stand_without_a_list():
    for name in VERSIONED:
        inner = shape_of(Regulation.model_fields[name]).part
        spot = Spot(room_of(Regulation), Regulation, name, many=False)
        assert takes(Regulation, spot.filled(minimal(inner)))
        assert spot.agrees(minimal(inner))


def test_one_task_of_a_plan_may_not_stand_without_a_list():
    spot = next(
        Spot(room, room.model, "tasks", many=False) for room in ROOMS if room.kind == "plan"
    )
    assert not takes(spot.owner, spot.filled({"text": "Задача"}))
    assert not part_validator(spot.room, spot.owner).is_valid(spot.filled({"text": "Задача"}))


DAMAGE = [None, [], {}, "", [[]], [None], {"text": None}, {"": "a"}, ["a", ["b"]]]


def places(value: Any) -> list[tuple[Any, Any]]:
    """Every place of a tree that can be changed: its holder, and its key or number."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, part in inner:
        found.append((value, key))
        if isinstance(part, dict | list):
            found += places(part)
    return found


def damage(tree: Any, chance: Random) -> None:
    holder, key = chance.choice(places(tree))
    match chance.randrange(4):
        case 0:
            del holder[key]
        case 1:
            holder[key] = [holder[key]]
        case 2:
            holder[key] = chance.choice(TEXTS)
        case _:
            holder[key] = copy.deepcopy(chance.choice(DAMAGE))


@given(st.randoms(use_true_random=False), st.integers(1, 3), st.data())
@settings(max_examples=120, deadline=None)
def test_what_the_schema_flags_the_program_refuses(chance, times, data):
    file = data.draw(st.sampled_from(good_files()))
    tree = as_text(file.fields)
    for _ in range(times):
        if tree:
            damage(tree, chance)
    if takes(file.room.model, tree):
        assert is_good(file.room, tree)
        assert is_good(file.room, unquoted(tree))


EXPECTED = re.compile(r"^(\S.*?):(\d+):\d+: ([A-Z]\d\d) ", re.MULTILINE)
"""A line of `expected.txt`: the file, the line, the code."""


def seen_and_missed(case: Path, content: Path) -> Iterator[tuple[str, bool]]:
    """The code of each problem of a bad case, and whether the schema flags its line."""
    told = EXPECTED.findall((case / "expected.txt").read_text("utf-8"))
    lines = {path: flagged(content, path) for path, _, _ in told}
    yield from ((code, int(line) in lines[path]) for path, line, code in told)


def flagged(content: Path, path: str) -> set[int]:
    """The lines of a file that are flagged; what is no YAML that can be read has none."""
    place, file = find_room(path), content / path
    if place is None or file.is_symlink() or not file.is_file():
        return set()
    try:
        value = as_editor(fields_in(file, place[0]))
    except (yaml.YAMLError, UnicodeDecodeError, AssertionError):
        return set()
    return flagged_lines(place[0], value, locate(content, path))


@pytest.fixture(scope="module")
def verdicts(tmp_path_factory) -> dict[str, list[bool]]:
    """For each code, whether the schema flags the problems of it that the bad records have."""
    found = defaultdict(list)
    folder = tmp_path_factory.mktemp("bad")
    for case in CASES:
        for code, seen in seen_and_missed(case, make(folder / case.name, case)):
            found[code].append(seen)
    return found


def test_what_a_schema_misses_is_on_the_list(verdicts):
    missed = {code for code, seen in verdicts.items() if not all(seen)}
    told = {code.code for row in BEYOND for code in row.codes}
    assert missed - told == set(), "mend the schema, or say in beyond.py why it cannot see this"
    caught = (told - missed) & verdicts.keys()
    assert caught == set(), "the schema sees these: take them off the list in beyond.py"


def test_every_code_is_seen_or_on_the_list(verdicts):
    seen = {code for code, flags in verdicts.items() if any(flags)}
    told = {code.code for row in BEYOND for code in row.codes}
    assert seen | told == {code.code for code in all_codes()}
    assert sum(len(row.codes) for row in BEYOND) == len(told), "a code stands on the list twice"
