"""docs/coverage.md speaks of every requirement row once, and everything that it names is there."""

import ast
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any, get_args

import click
import pytest
from coverage_table import DOCUMENT, PROBES, PROBING, REPOSITORY, ROWS, Row, quoted, rows

from generator.cli import main
from generator.models import (
    Analysis,
    Association,
    Document,
    Meeting,
    Person,
    Plan,
    Practice,
    Record,
    Regulation,
    Site,
)
from generator.models.activity import Activity
from generator.models.vocabulary.base import Vocabulary
from generator.rules.finding import NormKind

LAST = {"1": 41, "2": 19, "3": 33, "4": 45}
WORDS = ("field", "check", "page", "deadline", "template", "metric", "feed", "data", "print form")
REASON = "not computable"
RECORDS: dict[str, type[Record]] = {
    model.__name__.lower(): model
    for model in (
        Activity,
        Analysis,
        Association,
        Document,
        Meeting,
        Person,
        Plan,
        Practice,
        Regulation,
        Site,
    )
}
BY_NUMBER = {row.number: row for row in ROWS}


def test_every_row_once_and_in_order() -> None:
    wanted = [f"{part}.{n}" for part, last in LAST.items() for n in range(1, last + 1)]
    assert [row.number for row in ROWS] == wanted


def test_every_part_says_first_what_it_is() -> None:
    unknown = [(row.number, part) for row in ROWS for part in row.parts if not kind_of(part)]
    assert unknown == []


@pytest.mark.parametrize("number", BY_NUMBER)
def test_every_test_of_the_row_exists(number: str) -> None:
    missing = [test for test in BY_NUMBER[number].tests if not exists(test, number)]
    assert missing == []


def test_every_row_names_a_test_or_says_why_there_is_none() -> None:
    assert [row.number for row in ROWS if not row.tests and not excused(row)] == []


def test_every_reason_has_five_words() -> None:
    """Why something cannot be computed is told, not only claimed."""
    reasons = [
        part.removeprefix(f"{REASON}: ")
        for row in ROWS
        for part in row.parts
        if kind_of(part) == REASON
    ]
    assert [reason for reason in reasons if len(reason.split()) < 5] == []


def test_every_probe_belongs_to_a_row_that_names_it() -> None:
    named = {row.number for row in ROWS if f"{PROBING} [{row.number}]" in row.tests}
    assert set(PROBES) == named


@pytest.mark.parametrize("number", BY_NUMBER)
def test_every_field_of_the_row_is_a_field_of_a_record(number: str) -> None:
    parts = [part for part in BY_NUMBER[number].parts if kind_of(part) == "field"]
    assert [name for part in parts for name in quoted(part) if not is_field(name)] == []
    assert all(quoted(part) for part in parts)


def test_every_check_is_a_rule_whose_cases_are_named() -> None:
    for row in ROWS:
        for part in row.parts:
            if kind_of(part) == "check":
                assert quoted(part), part
                for norm in quoted(part):
                    assert norm in set(NormKind), (row.number, norm)
                    assert f"tests/rules/cases/{norm}/" in row.tests, (row.number, norm)


def test_every_rule_stands_in_a_row() -> None:
    named = {n for row in ROWS for p in row.parts if kind_of(p) == "check" for n in quoted(p)}
    assert {norm.value for norm in NormKind} - named == set()


def test_every_command_of_the_table_can_be_called() -> None:
    calls = {place for row in ROWS for place in row.places if not place.startswith("/")}
    assert calls
    assert [call for call in calls if not can_be_called(call)] == []


@pytest.mark.parametrize("kind", [*WORDS, REASON])
def test_counts_are_those_of_the_rows(kind: str) -> None:
    found = [row for row in ROWS if any(kind_of(part) == kind for part in row.parts)]
    assert counted(kind, found) in DOCUMENT.read_text("utf-8")


def test_the_sums_are_those_of_the_rows() -> None:
    text = DOCUMENT.read_text("utf-8")
    assert counted("shown on the demonstration", [BY_NUMBER[number] for number in PROBES]) in text
    assert counted("rows", ROWS) in text


@pytest.mark.parametrize(
    "test",
    [
        "tests/test_nothing.py",
        "tests/test_coverage_table.py::test_nothing",
        "tests/test_coverage_table.py::WORDS",
        "tests/rules/cases/nothing/",
        f"{PROBING} [9.9]",
        f"{PROBING} [1.2]",
        "generator/cli.py",
    ],
)
def test_what_does_not_exist_is_not_taken_for_a_test(test: str) -> None:
    assert not exists(test, "1.1")


def test_what_exists_is_taken_for_a_test() -> None:
    for test in (
        "tests/test_coverage_table.py",
        "tests/test_coverage_table.py::test_what_exists_is_taken_for_a_test",
        "tests/records/bad/votes-exceed/",
        f"{PROBING} [1.1]",
    ):
        assert exists(test, "1.1"), test


def test_a_row_that_is_missing_is_noticed() -> None:
    """The table is read line by line: without a line there is no row."""
    text = DOCUMENT.read_text("utf-8")
    line = next(line for line in text.splitlines(keepends=True) if line.startswith("| 2.7 |"))
    assert "2.7" not in {row.number for row in rows(text.replace(line, ""))}


@pytest.mark.parametrize(
    "name", ["association.nothing", "nothing.kind", "document.kind=nothing", "meeting.vote.fort"]
)
def test_what_is_no_field_is_not_taken_for_one(name: str) -> None:
    assert not is_field(name)


def kind_of(part: str) -> str:
    """The word of a part of «what the software does»; empty where it has none of the known."""
    if part.startswith(f"{REASON}: "):
        return REASON
    return next((word for word in WORDS if part.startswith(f"{word} ")), "")


def excused(row: Row) -> bool:
    return row.what.startswith(f"{REASON}: ")


def exists(test: str, number: str) -> bool:
    """Tell whether a test is there: a file, a function in it, a folder of cases, a probe."""
    if test.startswith(f"{PROBING} ["):
        return test == f"{PROBING} [{number}]" and bool(PROBES.get(number))
    path, _, function = test.partition("::")
    place = REPOSITORY / path
    if not path.startswith("tests/"):
        return False
    if path.endswith("/"):
        return any(file.is_file() for file in place.rglob("*"))
    if not function:
        return place.is_file() and bool(functions_of(place))
    return place.is_file() and function in functions_of(place)


@cache
def functions_of(file: Path) -> frozenset[str]:
    """The names of the test functions of a file."""
    nodes = ast.walk(ast.parse(file.read_text("utf-8")))
    names = (node.name for node in nodes if isinstance(node, ast.FunctionDef))
    return frozenset(name for name in names if name.startswith("test_"))


def is_field(name: str) -> bool:
    """Tell whether «document.kind=report» is a field of a record, and a value of its list."""
    path, _, value = name.partition("=")
    root, *fields = path.split(".")
    kind: Any = RECORDS.get(root)
    for field in fields:
        known = [found.model_fields for found in inner(kind, Record)]
        kind = next((fields[field].annotation for fields in known if field in fields), None)
    if kind is None or not fields:
        return False
    return not value or any(value in set(found) for found in inner(kind, Vocabulary))


def inner(annotation: Any, base: type) -> list[type]:
    """The classes of a kind that an annotation speaks of: of `tuple[Post, ...] | None`, Post."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        return [annotation]
    return [found for one in get_args(annotation) for found in inner(one, base)]


def can_be_called(call: str) -> bool:
    """Tell whether «umo draft report» is a command."""
    name, *words = call.split()
    command: click.Command | None = main
    for word in words:
        command = command.commands.get(word) if isinstance(command, click.Group) else None
    return name == "umo" and command is not None


def counted(title: str, found: list[Row]) -> str:
    """A line of the table of counts."""
    numbers = Counter(row.number[0] for row in found)
    return f"| {title} | {' | '.join(str(numbers[part]) for part in LAST)} | {len(found)} |"
