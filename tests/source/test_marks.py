"""Where a problem is shown: at the field itself, or at the nearest part that is written."""

import pytest

from generator.source import parse

TEXT = """\
date: 2025-08-29
attendance:
  - belova-irina
  - person: gromov-pavel
head: belova-irina
quorum:
  numerator: 1
decisions:
  - text: Провести.
    responsible:
      - gromov-pavel
"""


@pytest.mark.parametrize(
    ("path", "key", "spot"),
    [
        (("date",), False, (1, 7)),
        (("date",), True, (1, 1)),
        ((), False, (1, 1)),
        (("theme",), True, (1, 1)),
        (("attendance", "people", 0, "person"), False, (3, 5)),
        (("attendance", "people", 1, "person"), False, (4, 13)),
        (("attendance", "people", 1, "person"), True, (4, 5)),
        (("attendance", "present_count"), False, (3, 3)),
        (("head", "person"), False, (5, 7)),
        (("quorum", 0, "numerator"), False, (7, 14)),
        (("quorum", 0, "denominator"), True, (7, 3)),
        (("decisions", 0, "responsible", 0, "person"), False, (11, 9)),
        (("decisions", 0, "due"), True, (9, 5)),
        (("decisions", 7, "due"), False, (9, 3)),
    ],
)
def test_place(path, key, spot):
    place = parse(TEXT, "f.yml").marks.place("f.yml", path, key=key)
    assert (place.path, place.line, place.column) == ("f.yml", *spot)


def test_a_place_in_nothing():
    place = parse("", "f.yml").marks.place("f.yml", ("a", 0))
    assert (place.line, place.column) == (1, 1)
