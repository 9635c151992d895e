"""One point of time as people write it: a date, a day of a month, a month.

Works on the plain spelling (see plain.py).
"""

import re

from generator.values.partial import PartialDate

_FORMS = (
    "янв январь января январе январю",
    "фев февр февраль февраля феврале февралю",
    "мар март марта марте марту",
    "апр апрель апреля апреле апрелю",
    "май мая мае маю",
    "июн июнь июня июне июню",
    "июл июль июля июле июлю",
    "авг август августа августе августу",
    "сен сент сентябрь сентября сентябре сентябрю",
    "окт октябрь октября октябре октябрю",
    "ноя нояб ноябрь ноября ноябре ноябрю",
    "дек декабрь декабря декабре декабрю",
)
_MONTHS = {form: month for month, forms in enumerate(_FORMS, 1) for form in forms.split()}

_DAY = r'"? ?(?P<day>[0-9]{1,2})(?:-?(?:го|е|ое|ого))? ?"?'
_YEAR = r"(?P<year>[0-9]{4})(?: ?(?:г|год|года|году)\.?)?"
_BARE_DAY = re.compile(_DAY)
_IN_WORDS = re.compile(rf"(?:{_DAY} ?)?(?P<name>[а-я]{{3,9}})\.?(?:,? ?{_YEAR})?")
_IN_NUMBERS = tuple(
    re.compile(shape)
    for shape in (
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{1,2})(?:-(?P<day>[0-9]{1,2}))?",
        rf"(?P<day>[0-9]{{1,2}}) ?\. ?(?P<month>[0-9]{{1,2}}) ?\. ?{_YEAR}",
        rf"(?P<day>[0-9]{{1,2}})/(?P<month>[0-9]{{1,2}})/{_YEAR}",
        r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.?",
        rf"(?P<month>[0-9]{{1,2}})[./]{_YEAR}",
    )
)


def read_point(words: str) -> PartialDate | None:
    """Read a point of time; None where the words are something else.

    Raises BadValue(IMPOSSIBLE_DATE) where they have the shape of one that cannot be.
    """
    named = _IN_WORDS.fullmatch(words)
    if named:
        month = _MONTHS.get(named["name"])
        return _partial(named, month) if month else None
    for shape in _IN_NUMBERS:
        found = shape.fullmatch(words)
        if found:
            return _partial(found, int(found["month"]))
    return None


def read_bare_day(words: str) -> int | None:
    """Read a day whose month follows later: the «1» of «с 1 по 15 октября»."""
    found = _BARE_DAY.fullmatch(words)
    return int(found["day"]) if found else None


def _partial(found: re.Match[str], month: int) -> PartialDate:
    parts = found.groupdict()
    return PartialDate(_number(parts.get("year")), month, _number(parts.get("day")))


def _number(digits: str | None) -> int | None:
    return int(digits) if digits is not None else None
