"""How the words of a plan or of minutes become a typed time."""

import re
from collections.abc import Callable
from functools import lru_cache

from generator.problems import BadValue, codes
from generator.values.partial import PartialDate
from generator.values.plain import plain
from generator.values.points import read_point
from generator.values.ranges import read_list, read_range
from generator.values.reading import Reading, WhenKind, reading_of_point
from generator.values.school_year import SchoolYear

_ZEROS = re.compile(r'(?<![0-9])00[./]00(?![0-9])|[0-9]{4}-00-00|" ?0{1,2} ?"')

_THROUGHOUT = r"(?:в течени[еи]|в теч\.?|на протяжении|за|весь|круглый)(?: всего)?"
_WHOLE_YEAR = re.compile(
    rf"{_THROUGHOUT} (?:(?:учебн(?:ого|ый)|уч\.?) ?)?(?:года?|г|периода?)|постоянно|учебный год"
)
_NAMED_YEAR = re.compile(
    rf"(?:(?:{_THROUGHOUT}|в) )?(?P<first>[0-9]{{4}}) ?[-/] ?"
    r"(?P<second>[0-9]{4}|[0-9]{2}(?= ?уч))(?: ?(?:учебн[а-я]{2,3}|уч)\.? ?(?:год[ау]?|г))?"
)

_LEAD = re.compile(
    r"(?:в период|период|в течени[еи]|в теч\.?|на протяжении|весь|во|в|на) (?:всего )?"
)

_NUMBERS = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "перв": 1, "втор": 2, "трет": 3, "четверт": 4}
_ORDINAL = (
    r"(?:(?P<digit>[1-4])(?:-?[а-я]{1,2})?|(?P<roman>iv|i{1,3})"
    r"|(?P<word>перв|втор|трет|четверт)[а-я]{1,3})"
)
_TERM = re.compile(
    rf"{_ORDINAL} (?:(?P<quarter>четверт[ьи]|четв\.?)|полугоди[еяию])"
    r"(?: (?:учебного|уч\.?) ?(?:года|г))?"
)

_DUE = re.compile(
    r"(?:(?:в )?срок:? ?)?(?P<limit>до|ко?|не позднее|не поздней|не позже) "
    r"(?P<late>кон(?:ца|цу) )?(?P<point>.+?)(?: включительно)?"
)

_PART_OF_MONTH = re.compile(
    r"(?:начал[оеау]|середин[аеыу]|кон(?:ец|це|цу)"
    rf"|(?:{_ORDINAL}|последн[а-я]{{2,3}}) (?:недел|декад|половин)[а-я]) (?P<month>.+)"
)

_ENDING = r"(?:-?[а-я]{1,3})?"
_COUNTED = re.compile(
    rf"(?<![0-9.,/:])(?:[0-9]{{1,2}}-)?[0-9]{{1,2}}{_ENDING} ?(?:раз|дн|день|рабоч|календарн"
    r"|недел|месяц|числ|декад|триместр|заседани|класс|час"
    r"|понедельник|вторник|сред|четверг|пятниц|суббот)"
    rf"|(?<![0-9.,/:])(?:[1-4]-)?[1-4]{_ENDING} ?четверт"
    rf"|(?<![0-9.,/:])(?:1-)?[12]{_ENDING} ?полугод"
    r"|№ ?[0-9]{1,3}(?![0-9./-])"
    r"|(?<![0-9.,/:])[0-9]{1,2}-?дневн"
)


@lru_cache(maxsize=8192)
def read_when(text: str) -> Reading:
    """Understand a time as it is written.

    Raises BadValue: TEXT_EMPTY, PLACEHOLDER, IMPOSSIBLE_DATE, ENDS_BEFORE_START,
    BAD_SCHOOL_YEAR for two years that do not follow each other, BAD_WHEN for a text with
    digits that is none of the known forms.
    """
    words = plain(text, codes.BAD_WHEN)
    if not words:
        raise BadValue(codes.TEXT_EMPTY, value=text)
    if _ZEROS.search(words):
        raise BadValue(codes.PLACEHOLDER, value=text)
    try:
        found = _first_reading(words)
    except BadValue as problem:
        raise BadValue(problem.code, **(problem.words | {"value": text})) from None
    if found is None:
        raise BadValue(codes.BAD_WHEN, value=text)
    return found


def _first_reading(words: str) -> Reading | None:
    """Try the forms in turn: the narrow ones first, free words at the end."""
    lead = _LEAD.match(words)
    inner = words[lead.end() :] if lead else words
    for reader, takes_lead in _READERS:
        found = reader(words if takes_lead else inner)
        if found is not None:
            return found
    return None


def _year(words: str) -> Reading | None:
    if _WHOLE_YEAR.fullmatch(words):
        return Reading(WhenKind.YEAR)
    named = _NAMED_YEAR.fullmatch(words)
    if not named:
        return None
    year = SchoolYear.parse(f"{named['first']}-{named['second']}")
    return Reading(WhenKind.YEAR, PartialDate(year.first), PartialDate(year.second))


def _term(words: str) -> Reading | None:
    """A quarter or a half-year by its number."""
    found = _TERM.fullmatch(words)
    if not found:
        return None
    number = _ordinal(found)
    if found["quarter"]:
        return Reading(WhenKind.QUARTER, number=number)
    return Reading(WhenKind.HALF_YEAR, number=number) if number <= 2 else None


def _ordinal(found: re.Match[str]) -> int:
    if found["digit"]:
        return int(found["digit"])
    return _NUMBERS[found["roman"] or found["word"]]


def _due(words: str) -> Reading | None:
    """A last day. «До мая» stays words: nobody knows whether May is still in time."""
    found = _DUE.fullmatch(words)
    point = read_point(found["point"]) if found else None
    if not found or point is None:
        return None
    if point.day is None:
        clear = bool(found["late"]) or found["limit"].startswith("не")
    else:
        clear = not found["late"]
    return Reading(WhenKind.DUE, end=point) if clear else None


def _point(words: str) -> Reading | None:
    point = read_point(words)
    return None if point is None else reading_of_point(point)


def _part_of_month(words: str) -> Reading | None:
    """«2-я неделя октября»: words, of which the month is known."""
    found = _PART_OF_MONTH.fullmatch(words)
    point = read_point(found["month"]) if found else None
    if point is None or point.day is not None:
        return None
    return Reading(WhenKind.WORDS, point, point)


def _free_words(words: str) -> Reading | None:
    """Words may count things («1 раз в четверть») but hold no date that was not understood."""
    left = _COUNTED.sub("", words)
    return None if any(mark.isnumeric() for mark in left) else Reading(WhenKind.WORDS)


_READERS: tuple[tuple[Callable[[str], Reading | None], bool], ...] = (
    (_year, True),
    (_term, False),
    (_due, True),
    (_point, False),
    (read_range, False),
    (read_list, False),
    (_part_of_month, False),
    (_free_words, True),
)
"""The forms, and whether each wants the words with a leading «в» or «в течение»."""
