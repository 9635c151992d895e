"""The sentence on attendance: every shape, nothing glued together, nothing made up."""

import pytest

from generator.models import Meeting
from generator.pages.forms.attendance import attendance_words


@pytest.mark.parametrize(
    ("total", "attendance", "line"),
    [
        ("14", {"present_count": "13", "absent_count": "1", "list_attached": "да"},
         "Присутствовали — 13 человек из 14; отсутствовали — 1 (список прилагается)"),
        ("24", "50 подключений", "Всего в составе — 24 человека; 50 подключений"),
        (None, "50 подключений", "50 подключений"),
        (None, "0", "Присутствовали — 0 человек"),
        (None, {"by_role": [{"role": "учителя", "count": "2"}, {"role": "завучи", "count": "1"}]},
         "Присутствовали — 3 человека"),
        ("9", None, "Всего в составе — 9 человек"),
        (None, "-", ""),
        (None, {"by_organisation": ["shkola-1", {"organisation": "shkola-2", "count": "4"}]}, ""),
    ],
)  # fmt: skip
def test_every_shape(total: str | None, attendance: object, line: str) -> None:
    meeting = Meeting.model_validate(
        {
            "date": "2025-08-29",
            "status": "signed",
            "mode": "online",
            "agenda": ["Разное"],
            "members_total": total,
            "attendance": attendance,
        }
    )
    assert attendance_words(meeting).line.replace("\u00a0", " ") == line
