"""What `When` and `PartialDate` refuse, and in which words."""

import pytest

from generator.problems import BadValue, codes
from generator.values import PartialDate, When

REFUSED = [
    ("", codes.TEXT_EMPTY),
    (" \u00a0\n", codes.TEXT_EMPTY),
    ("2025", codes.BAD_WHEN),
    ("5", codes.BAD_WHEN),
    ("5 четверть", codes.BAD_WHEN),
    ("3 полугодие", codes.BAD_WHEN),
    ("до мая 2026", codes.BAD_WHEN),
    ("до конца 5 мая", codes.BAD_WHEN),
    ("05.12.25", codes.BAD_WHEN),
    ("05.12.2025 14:00", codes.BAD_WHEN),
    ("5 мартобря", codes.BAD_WHEN),
    ("10-12", codes.BAD_WHEN),
    ("с 1 октября", codes.BAD_WHEN),
    ("1 раз до 05.12", codes.BAD_WHEN),
    ("ежемесячно с 2025 года", codes.BAD_WHEN),
    ("совещание 2025", codes.BAD_WHEN),
    ("1-2-3-4-5-6-7 мая", codes.BAD_WHEN),
    ("٥ декабря", codes.BAD_WHEN),
    ("слово " * 60, codes.BAD_WHEN),
    ("31.02.2026", codes.IMPOSSIBLE_DATE),
    ("30 февраля", codes.IMPOSSIBLE_DATE),
    ("05.13", codes.IMPOSSIBLE_DATE),
    ("13.2025", codes.IMPOSSIBLE_DATE),
    ("до 31 ноября", codes.IMPOSSIBLE_DATE),
    ("25–31 ноября", codes.IMPOSSIBLE_DATE),
    ("01.01.0225", codes.IMPOSSIBLE_DATE),
    ("00.09.2025", codes.IMPOSSIBLE_DATE),
    ("????", codes.PLACEHOLDER),
    ("«___» сентября", codes.PLACEHOLDER),
    ("« » сентября 2025 г.", codes.PLACEHOLDER),
    ("«00» сентября 2025 г.", codes.PLACEHOLDER),
    ("00.00.2022", codes.PLACEHOLDER),
    ("2022-00-00", codes.PLACEHOLDER),
    ("до __.__.2025", codes.PLACEHOLDER),
    ("—", codes.PLACEHOLDER),
    ("?", codes.PLACEHOLDER),
    ("30.09.2025–01.09.2025", codes.ENDS_BEFORE_START),
    ("с 15 по 10 ноября", codes.ENDS_BEFORE_START),
    ("май 2026 – август 2025", codes.ENDS_BEFORE_START),
    ("2025-2027 учебный год", codes.BAD_SCHOOL_YEAR),
]


@pytest.mark.parametrize(("text", "code"), REFUSED)
def test_what_is_refused_and_why(text, code):
    with pytest.raises(BadValue) as caught:
        When.parse(text)
    assert caught.value.code is code


def test_a_refusal_shows_the_text_as_written():
    with pytest.raises(BadValue, match="«С 1 По 31 Ноября»"):
        When.parse("С 1 По 31 Ноября")


def test_a_refusal_names_both_ends():
    with pytest.raises(BadValue) as caught:
        When.parse("30.09.2025–01.09.2025")
    words = caught.value.words
    assert words["start"] == "30\u00a0сентября\u00a02025\u00a0г."
    assert words["end"] == "1\u00a0сентября\u00a02025\u00a0г."


@pytest.mark.parametrize(
    ("parts", "shown"),
    [
        ((2026, 2, 30), "30.02.2026"),
        ((None, 13, None), "13"),
        ((2025, None, 5), "05.2025"),
        ((1, None, None), "01"),
    ],
)
def test_an_impossible_partial_date_cannot_be_made(parts, shown):
    with pytest.raises(BadValue) as caught:
        PartialDate(*parts)
    assert caught.value.code is codes.IMPOSSIBLE_DATE
    assert caught.value.words["value"] == shown


def test_an_empty_partial_date_is_false():
    assert not PartialDate()
    assert PartialDate(month=9)
