"""A record's text says what it was given, in the model's order, and asks for the rest."""

import re
from datetime import date, time
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.models import Association, Document, Meeting, Plan, Practice, Record
from generator.models.vocabulary import MeetingMode
from generator.problems import has_errors
from generator.records.judging import fault_of
from generator.records.writer import with_body, written
from generator.shapes import named_fields
from generator.source import FrontMatter, parse, split
from generator.source.text import decode
from generator.source.visible import visible

AWKWARD = st.sampled_from("\n\n :#-'\"{}[],&*!|>%@`?~\\<>=_№«»“”—\t\u00a0\u00ad\u200b0189нулн")
TEXTS = st.text(st.one_of(AWKWARD, st.characters(exclude_categories=["Cs"])), max_size=80)
LISTS = st.lists(TEXTS.filter(visible), max_size=3)


def read(text: str) -> dict[str, Any]:
    decoded, problems = decode(text.encode(), "запись.yml")
    assert not has_errors(problems)
    tree = parse(decoded, "запись.yml")
    assert tree.problems == []
    return tree.value


@settings(max_examples=150, deadline=None)
@given(theme=TEXTS, tasks=LISTS, unread=LISTS)
@example(theme="\n", tasks=["а\n\n", "\n\n"], unread=[])
@example(theme="а\n---\nб: #", tasks=["010", "да", "~", "- а", "'"], unread=["а\r\n# б\n\u2028\nв"])
def test_every_value_is_data(theme: str, tasks: list[str], unread: list[str]) -> None:
    fields = {"theme": theme, "tasks": tasks, "status": "draft"}
    text = written(Plan, fields, schema="# первая строка", offer=("goal",), unread=unread)
    wanted = {"status": "draft", "theme": visible(theme), "tasks": [visible(one) for one in tasks]}
    assert read(text) == {name: value for name, value in wanted.items() if value}
    parts = split(with_body(text, "Тело"), "запись.md")
    assert isinstance(parts, FrontMatter)
    assert parts.body == "Тело"
    for one in unread:
        for word in re.findall(r"[а-яa-z0-9]+", visible(one)):
            assert word in text


def test_what_programs_have_is_written_as_files_have_it() -> None:
    fields = {
        "date": date(2025, 9, 1),
        "time": time(9, 5),
        "mode": MeetingMode.OFFLINE,
        "members_total": 7,
        "attendance": {"list_attached": True, "note": None},
        "agenda": ({"text": "Разное"},),
    }
    assert read(written(Meeting, fields)) == {
        "date": "2025-09-01",
        "mode": "offline",
        "time": "09:05",
        "members_total": "7",
        "attendance": {"list_attached": "да"},
        "agenda": [{"text": "Разное"}],
    }


@pytest.mark.parametrize("model", [Association, Plan, Meeting, Practice, Document])
def test_required_fields_stand_there_to_be_filled_in(model: type[Record]) -> None:
    text = written(model, {})
    for name, info in named_fields(model):
        assert (f"\n# {name}:" in f"\n{text}") == info.is_required()
        if info.is_required():
            assert f"# {info.title}." in text
    filled = re.sub(r"^# (?=[a-z_]+:|  )", "", text, flags=re.MULTILINE)
    value = read(filled)
    assert set(value) == {name for name, info in named_fields(model) if info.is_required()}
    assert all(fault_of(model, name, given) for name, given in value.items()), "a gap was accepted"


def test_fields_come_in_the_order_of_the_model() -> None:
    fields = {"agenda": ["Разное"], "mode": "offline", "status": "planned", "date": "2025-09-01"}
    lines = written(Meeting, fields, offer=("place", "decisions")).splitlines()
    names = [found[1] for line in lines if (found := re.match(r"(?:# )?([a-z_]+):", line))]
    assert names == ["date", "status", "mode", "place", "agenda", "decisions"]
    assert "#   - text: …" in lines


def test_words_of_a_closed_list_are_named_in_the_comment() -> None:
    assert "offline (очно)" in written(Meeting, {"mode": "offline"})


def test_a_field_that_no_record_has_is_a_mistake_of_the_program() -> None:
    with pytest.raises(LookupError, match="nonsense"):
        written(Plan, {"nonsense": "1"})


def test_a_schema_is_the_first_line() -> None:
    assert written(Plan, {}, schema="# yaml-language-server: $schema=x").startswith(
        "# yaml-language-server: $schema=x\n# "
    )
    assert written(Plan, {}, schema="").startswith("# ")


@pytest.mark.parametrize(
    ("name", "value", "fault"),
    [
        ("date", "32.13.2025", "даты нет"),
        ("date", "29 августа 2025 г.", None),
        ("mode", "как-нибудь", "нет в списке"),
        ("mode", "очно", None),
        ("number", "1/2", None),
        ("agenda", ["…"], "незаполненное"),
        ("agenda", ["Разное"], None),
        ("theme", "х" * 301, "длинн"),
        ("place", "каб. 5", None),
        ("invited", [{"position": "Иванова А.А."}], "Иванова"),
    ],
)
def test_the_models_say_what_may_stand_in_a_field(name: str, value: Any, fault: str | None) -> None:
    said = fault_of(Meeting, name, value)
    assert (said is None) == (fault is None)
    assert (fault or "") in (said or "")
