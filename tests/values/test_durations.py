"""A duration is read only of words that leave no doubt."""

import pytest

from generator.values.durations import exact_duration

EXACT = {
    "40 минут": "PT40M",
    "1 минута": "PT1M",
    "5мин.": "PT5M",
    "90 минут": "PT90M",
    "час": "PT1H",
    "Один час": "PT1H",
    "два часа": "PT2H",
    "2 ч 15 мин.": "PT2H15M",
    "1 час 30 минут": "PT1H30M",
    "1\u00a0час и\u00a030 минут": "PT1H30M",
    "1,5 часа": "PT1H30M",
    "1.25 ч": "PT1H15M",
    "0,5 часа": "PT30M",
    "полтора часа": "PT1H30M",
    "полчаса": "PT30M",
    "30 секунд": "PT30S",
    "3 дня": "P3D",
    "1 день 2 часа": "P1DT2H",
    "пять недель": "P5W",
    "2 недели": "P2W",
    "полгода": "P6M",
    "9 месяцев": "P9M",
    "1 год и 6 месяцев": "P1Y6M",
}
UNSURE = [
    "",
    "минут",
    "около 40 минут",
    "20–30 минут",
    "до 2 часов",
    "12 минут один раз в неделю",
    "43 минуты, один урок в две недели",
    "20 минут в конце темы",
    "28 минут или два раза по 14",
    "два урока",
    "один урок, 40 минут",
    "12 уроков по 15–30 минут",
    "учебный год",
    "учебный год, 5 минут в день",
    "40 минут раз в месяц и 5 минут проверки",
    "0 минут",
    "1,3 дня",
    "1,33 часа",
    "1,5 часа 10 минут",
    "2 недели 3 дня",
    "30 минут 1 час",
    "2 часа 2 часа",
    "40 минут 5",
    "99999 минут",
]


@pytest.mark.parametrize(("words", "duration"), EXACT.items())
def test_exact_words(words: str, duration: str) -> None:
    assert exact_duration(words) == duration


@pytest.mark.parametrize("words", UNSURE)
def test_other_words_are_no_duration(words: str) -> None:
    assert exact_duration(words) is None
