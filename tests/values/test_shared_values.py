"""Values that recur in many records are read once and shared; faults are told each time."""

import pytest
from pydantic import TypeAdapter, ValidationError

from generator.models.fields import Count, Day, Flag, Label, Moment, TimeOfDay, Year
from generator.models.references import DecisionId, MeetingId, PersonId

SHARED = [
    (Day, "29 августа 2025 г."),
    (TimeOfDay, "14 ч 30 мин"),
    (Year, "2025/26"),
    (Moment, "до 05.12.2025"),
    (PersonId, "ivanova-anna"),
    (MeetingId, "2025-08-29"),
    (DecisionId, "2025-08-29#2"),
    (Label, "1/2"),
]


def again(text: str) -> str:
    """The same text in another object, as each file has its own."""
    return "".join(list(text))


@pytest.mark.parametrize(("kind", "text"), SHARED)
def test_one_object_for_all_records(kind, text):
    adapter = TypeAdapter(kind)
    assert adapter.validate_python(again(text)) is adapter.validate_python(again(text))


@pytest.mark.parametrize("kind", [*(kind for kind, _ in SHARED), Count, Flag])
@pytest.mark.parametrize("value", ["?", [], {}, ["1"], {"a": "b"}, 1, None])
def test_a_fault_is_told_each_time(kind, value):
    adapter = TypeAdapter(kind)
    told = []
    for _ in range(2):
        with pytest.raises(ValidationError) as caught:
            adapter.validate_python(value)
        (detail,) = caught.value.errors()
        assert detail["type"] == "umo"
        problem = detail["ctx"]["problem"]
        told.append((problem.code, problem.words))
    assert told[0] == told[1]
