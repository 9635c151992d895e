"""The practices of the demonstration: whole, different, and together a use for every field."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from functools import cache
from typing import Any, get_args

import pytest
from demonstration import REPOSITORY
from pydantic import BaseModel

from generator.archive import Archive, build
from generator.load import Entry, load
from generator.models import Practice
from generator.models.vocabulary import Level, PracticeStatus, PracticeType, Verdict


@cache
def archive() -> Archive:
    found, problems = build(load(REPOSITORY / "content"))
    assert found is not None, "\n".join(map(str, problems))
    return found


def practices() -> list[Entry[Practice]]:
    return list(archive().practices.values())


def public() -> list[Entry[Practice]]:
    return [entry for entry in practices() if entry.record.status.public]


def models_below(annotation: Any) -> Iterator[type[BaseModel]]:
    """The models that a field can hold."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for part in get_args(annotation):
        yield from models_below(part)


def models_of(model: type[BaseModel], found: set[type[BaseModel]]) -> set[type[BaseModel]]:
    """A model and all those of its parts, their parts, and so on."""
    if model not in found:
        found.add(model)
        for info in model.model_fields.values():
            for below in models_below(info.annotation):
                models_of(below, found)
    return found


def used(value: Any, found: dict[type, set[str]]) -> dict[type, set[str]]:
    """The fields that a record and its parts fill, by their models."""
    if isinstance(value, tuple):
        for item in value:
            used(item, found)
    elif isinstance(value, BaseModel):
        for name in type(value).model_fields:
            if getattr(value, name) not in (None, ()):
                found[type(value)].add(name)
                used(getattr(value, name), found)
    return found


def test_every_field_is_used_at_least_once() -> None:
    """Those of the practice itself and of each of its parts, however deep."""
    filled: dict[type, set[str]] = defaultdict(set)
    for entry in practices():
        used(entry.record, filled)
    missing = [
        f"{model.__name__}.{name}"
        for model in models_of(Practice, set())
        for name in model.model_fields
        if name not in filled[model]
    ]
    assert sorted(missing) == [], "fill these fields in one of content/practices/*.md"


def test_public_cards_use_every_field_of_the_practice() -> None:
    """What no public card shows cannot be looked at."""
    filled: dict[type, set[str]] = defaultdict(set)
    for entry in public():
        used(entry.record, filled)
    missing = set(Practice.model_fields) - filled[Practice]
    assert missing == set(), "fill these fields in one of the practices that are public"


def test_there_are_fifteen_and_more() -> None:
    assert len(practices()) >= 15
    assert len(public()) >= 12


@pytest.mark.parametrize("field", ["status", "type", "level"])
def test_every_state_kind_and_level_has_an_example(field: str) -> None:
    lists = {"status": PracticeStatus, "type": PracticeType, "level": Level}
    shown = Counter(getattr(entry.record, field) for entry in practices())
    assert set(shown) == set(lists[field])


def test_what_was_returned_says_why() -> None:
    steps = [step for entry in practices() for step in entry.record.expertise]
    returned = [step for step in steps if step.verdict is Verdict.RETURNED]
    assert returned
    assert all(step.conclusion and step.received_on for step in returned)


@pytest.mark.parametrize("entry", practices(), ids=lambda entry: entry.id)
def test_a_practice_reads_like_a_real_one(entry: Entry[Practice]) -> None:
    """A summary that fits a third of a page, figures with their proof, a description."""
    record = entry.record
    assert 120 <= len(record.summary) <= 900, "the summary: two to six sentences"
    assert record.relevance
    assert record.problem
    assert record.stages
    assert record.products
    assert all(row.proof for row in record.results), "a figure says what proves it"
    if record.status.public:
        assert len(entry.body) >= 1500, "the description: about a page"
        assert record.results
        assert record.limitations, "nothing fits everywhere"
        assert record.expertise or record.recommended_note, "who checked it"


def test_no_two_practices_tell_the_same() -> None:
    for field in ("title", "summary", "goal", "idea", "problem"):
        texts = [text for entry in practices() if (text := getattr(entry.record, field))]
        assert len(texts) == len(set(texts)), field
    sentences = Counter(
        line.strip() for entry in practices() for line in entry.body.split("\n") if len(line) > 60
    )
    assert [line for line, times in sentences.items() if times > 1] == []


def test_dissemination_leads_to_meetings_and_to_plans() -> None:
    steps = [step for entry in public() for step in entry.record.dissemination]
    assert sum(bool(step.meeting) for step in steps) >= 5
    assert sum(bool(step.plan_item) for step in steps) >= 1
    assert sum(bool(step.publication) for step in steps) >= 5
