"""Ages and languages for programs, of the words that chairs write."""

import pytest

from generator.values.ages import age_range
from generator.values.languages import languages


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("12–15 лет", "12-15"),
        ("5 - 6 лет", "5-6"),
        ("от 12 до 15 лет", "12-15"),
        ("с 3 до 4 лет", "3-4"),
        ("0—3 года", "0-3"),
        ("6 лет", "6"),
        ("от 7 лет", "7-"),
        ("7 лет и старше", "7-"),
        ("15–12 лет", None),
        ("12–15", None),
        ("6–7 лет и старше", None),
        ("старшие дошкольники", None),
        ("", None),
    ],
)
def test_an_age(words: str, told: str | None) -> None:
    assert age_range(words) == told


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("русский", (("русский", "ru"),)),
        ("Русский язык", (("русский", "ru"),)),
        ("русский и английский", (("русский", "ru"), ("английский", "en"))),
        ("русский, белорусский", (("русский", "ru"), ("белорусский", "be"))),
        ("русский и татарский языки", (("русский", "ru"), ("татарский", "tt"))),
        ("коми", (("коми", None),)),
    ],
)
def test_languages(words: str, told: tuple[tuple[str, str | None], ...]) -> None:
    assert languages(words) == told
