"""How long something takes, where the words say it exactly: «1 час 30 минут» is PT1H30M.

Records keep what was written. Machines get a duration (ISO 8601) only of words that leave no
doubt: neither «20–30 минут» nor «12 минут один раз в неделю» nor «два урока» is one duration.
"""

import re
from fractions import Fraction

_WORDS = {
    "полтора": "1,5",
    "полторы": "1,5",
    **dict.fromkeys(("один", "одна", "одну", "одно"), "1"),
    **dict.fromkeys(("два", "две"), "2"),
    "три": "3",
    "четыре": "4",
    "пять": "5",
    "шесть": "6",
    "семь": "7",
    "восемь": "8",
    "девять": "9",
    "десять": "10",
    "двенадцать": "12",
    "пятнадцать": "15",
    "двадцать": "20",
    "тридцать": "30",
    "сорок": "40",
}
_WHOLE = {"час": "1 час", "полчаса": "30 минут", "полгода": "6 месяцев"}
"""Durations of one word."""
_UNITS = {
    **dict.fromkeys(("год", "года", "лет"), "Y"),
    **dict.fromkeys(("месяц", "месяца", "месяцев", "мес"), "M"),
    **dict.fromkeys(("неделя", "неделю", "недели", "недель"), "W"),
    **dict.fromkeys(("день", "дня", "дней"), "D"),
    **dict.fromkeys(("час", "часа", "часов", "ч"), "TH"),
    **dict.fromkeys(("минута", "минуту", "минуты", "минут", "мин"), "TM"),
    **dict.fromkeys(("секунда", "секунду", "секунды", "секунд", "сек"), "TS"),
}
_ORDER = ("Y", "M", "W", "D", "TH", "TM", "TS")
_PIECE = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?|[а-я]{1,20}) ?([а-я]{1,20})\.?(?: и | |$)")
Parts = dict[str, Fraction]
"""Amounts by unit."""


def exact_duration(text: str) -> str | None:
    """A duration as ISO 8601 writes it; None where the words are not one exact duration."""
    folded = " ".join(text.casefold().replace("ё", "е").split())
    parts = _parts(_WHOLE.get(folded, folded))
    if not parts or ("W" in parts and len(parts) > 1):  # ISO 8601 has weeks alone
        return None
    amounts = _whole_minutes(parts)
    return _written(amounts) if amounts else None


def _parts(words: str) -> Parts | None:
    """The amounts, from the longest unit to the shortest, each once; None for any other words."""
    found: Parts = {}
    end, last = 0, -1
    while end < len(words):
        piece = _PIECE.match(words, end)
        unit = _UNITS.get(piece[2]) if piece else None
        amount = _amount(piece[1]) if piece else None
        if piece is None or unit is None or amount is None or _ORDER.index(unit) <= last:
            return None
        found[unit] = amount
        end, last = piece.end(), _ORDER.index(unit)
    return found


def _amount(word: str) -> Fraction | None:
    written = _WORDS.get(word, word)
    return Fraction(written.replace(",", ".")) if written[0].isdigit() else None


def _whole_minutes(parts: Parts) -> Parts | None:
    """Turn a part of an hour into minutes; None where an amount is still nothing or no whole."""
    amounts = dict(parts)
    hours = amounts.get("TH")
    if hours is not None and hours.denominator > 1 and "TM" not in amounts:
        amounts["TH"] = Fraction(hours.numerator // hours.denominator)
        amounts["TM"] = (hours - amounts["TH"]) * 60
        amounts = {unit: amount for unit, amount in amounts.items() if amount}
    whole = all(amount > 0 and amount.denominator == 1 for amount in amounts.values())
    return amounts if whole else None


def _written(amounts: Parts) -> str:
    days, hours = "", ""
    for unit in _ORDER:
        if unit in amounts and unit[0] == "T":
            hours += f"{amounts[unit]}{unit[1]}"
        elif unit in amounts:
            days += f"{amounts[unit]}{unit}"
    return f"P{days}{'T' if hours else ''}{hours}"
