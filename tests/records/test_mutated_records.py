"""Good records, damaged at random: whatever comes, there are problems or records, never a crash."""

import copy
import os
import random
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from overlay import BASE, HERE, make

from generator.archive import build
from generator.load import load
from generator.pages import Context, all_pages
from generator.problems import Place, has_errors
from generator.source import FrontMatter, parse, split

TODAY = date(2026, 6, 1)
FULL = HERE / "naive" / "records"
SCALARS = [
    "",
    "~",
    "0",
    "-1",
    "99999999999999999999",
    "31.02.2026",
    "2025-2026",
    "25:61",
    "да",
    "единогласно",
    "50 подключений",
    "1/2",
    "до 05.12",
    "с 1 по 40 октября",
    "9999-12-31",
    "0001-01-01",
    "1 четверть",
    "https://[",
    "shkola-1",
    "mo-matematika/2025-2026/2025-08-28#1",
    "mo-matematika/9999-9999/2025-08-28",
    "2025-08-28#",
    "../../etc/passwd",
    "{value} {0}",
    "%s",
    "Петров А. А.",
    "????",
    "٣",
    "x" * 20_000,
]
VALUES: list[Any] = [
    *SCALARS,
    None,
    [],
    {},
    [[]],
    [None],
    [{}],
    {"text": None},
    {"": "a"},
    ["a", ["b"]],
]


@pytest.fixture(scope="module")
def content(tmp_path_factory) -> Path:
    return make(tmp_path_factory.mktemp("mutated") / "content", FULL)


def records(content: Path) -> list[str]:
    files = (path.relative_to(content) for path in content.rglob("*") if path.is_file())
    return sorted(
        path.as_posix()
        for path in files
        if path.suffix in {".yml", ".md"} and path.parts[0] != "pages"
    )


def spots(value: Any) -> list[tuple[Any, Any]]:
    """Every place of a tree that can be changed: its holder, and its key or number."""
    inner = value.items() if isinstance(value, dict) else enumerate(value)
    found = []
    for key, part in inner:
        found.append((value, key))
        if isinstance(part, dict | list):
            found += spots(part)
    return found


def drop(holder: Any, key: Any, _: random.Random) -> None:
    del holder[key]


def replace(holder: Any, key: Any, chance: random.Random) -> None:
    holder[key] = copy.deepcopy(chance.choice(VALUES))


def wrap(holder: Any, key: Any, _: random.Random) -> None:
    holder[key] = [holder[key]]


def unwrap(holder: Any, key: Any, _: random.Random) -> None:
    part = holder[key]
    if isinstance(part, dict | list) and part:
        holder[key] = next(iter(part.values() if isinstance(part, dict) else part))


def rename(holder: Any, key: Any, chance: random.Random) -> None:
    if isinstance(holder, dict):
        holder[chance.choice(["id", "text", "person", "phone", "date", "тема", "a b", ""])] = (
            holder.pop(key)
        )


def twice(holder: Any, key: Any, _: random.Random) -> None:
    if isinstance(holder, list):
        holder.append(holder[key])


MUTATIONS: list[Callable[[Any, Any, random.Random], None]] = [
    drop,
    replace,
    replace,
    wrap,
    unwrap,
    rename,
    twice,
]


class NoAliases(yaml.SafeDumper):
    def ignore_aliases(self, data: Any) -> bool:
        return True


def mutate(file: Path, chance: random.Random, times: int) -> None:
    text = file.read_text("utf-8")
    parts = split(text, "f")
    head = parts if file.suffix == ".md" and isinstance(parts, FrontMatter) else None
    tree = parse(head.fields if head else text, "f").value
    for _ in range(times):
        if found := spots(tree):
            holder, key = chance.choice(found)
            chance.choice(MUTATIONS)(holder, key, chance)
    dumped = yaml.dump(tree, Dumper=NoAliases, allow_unicode=True, sort_keys=False)
    file.write_text(f"---\n{dumped}---\n{head.body}" if head else dumped, "utf-8")


@given(st.randoms(use_true_random=False), st.integers(1, 4), st.data())
@settings(max_examples=90, deadline=None)
def test_damaged_records_never_raise(content, chance, times, data):
    path = data.draw(st.sampled_from(records(content)))
    file = content / path
    good = file.read_bytes()
    try:
        mutate(file, chance, times)
        archive, problems = build(load(content))
        assert (archive is None) == has_errors(problems)
        for problem in problems:
            inside(content, problem.place)
            str(problem).encode()
        if archive:
            assert list(all_pages(Context(archive, TODAY, {})))
    finally:
        file.write_bytes(good)


def inside(content: Path, place: Place) -> None:
    """The place of a problem lies in its file."""
    file = content / place.path
    if not file.is_file() or file.suffix not in {".yml", ".md"}:
        return
    lines = file.read_text("utf-8").split("\n")
    assert 1 <= place.line <= len(lines)
    assert 1 <= place.column <= len(lines[place.line - 1]) + 1


@given(st.integers(0, 10_000), st.binary(max_size=6), st.data())
@settings(max_examples=100, deadline=None)
def test_damaged_bytes_never_raise(content, at, junk, data):
    file = content / data.draw(st.sampled_from(records(content)))
    good = file.read_bytes()
    try:
        file.write_bytes(good[: at % len(good)] + junk + good[at % len(good) + len(junk) :])
        archive, problems = build(load(content))
        assert (archive is None) == has_errors(problems)
    finally:
        file.write_bytes(good)


@pytest.mark.parametrize(
    "name", ["при\udcffвет.yml", "a\nb.yml", "\u202efdp.yml", " .yml", "x" * 200]
)
def test_any_file_name(tmp_path, name):
    """An archive unpacked elsewhere may hold any bytes in a name: it is told, and printable."""
    content = shutil.copytree(BASE, tmp_path / "content")
    (content / "associations" / name).write_text("a: b")
    _, problems = build(load(content))
    assert problems
    for problem in problems:
        str(problem).encode()
        assert str(problem).count("\n") == 1


def test_a_folder_that_may_not_be_opened(tmp_path, monkeypatch):
    content = shutil.copytree(BASE, tmp_path / "content")
    scandir = os.scandir

    def refuse(path):
        if Path(path).name == "practices":
            raise PermissionError
        return scandir(path)

    monkeypatch.setattr(os, "scandir", refuse)
    _, problems = build(load(content))
    assert [str(problem) for problem in problems] == [
        "practices/:1:1: F01 файл не читается: папку не открыть\n"
        "    → Проверьте права на файл и диск."
    ]
