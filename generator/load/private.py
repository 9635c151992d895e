"""What looks like somebody's private data in a text: numbers, dates, addresses, pupils' names.

Every repetition is bounded and no two of them meet, so that a search takes linear time.
"""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from generator.values.given_names import is_given_name

_SPACE = "[ \t\u00a0\u2007\u2009\u202f]"
_GAP = "[ \t\u00a0\u2007\u2009\u202f.()\u2010-\u2014-]{0,3}"
"""What stands between the digits of a number that is meant to be dialled or read aloud."""
_MONTHS = "января|февраля|марта|апреля|мая|июня|июля|августа|сентября|октября|ноября|декабря"
_DAY = (
    rf"(?:\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}}|\d{{4}}-\d\d-\d\d"
    rf"|\d{{1,2}}{_SPACE}{{1,2}}(?:{_MONTHS}){_SPACE}{{1,2}}\d{{4}})"
)
_GROUPS = "".join(
    rf"(?<!\b{word}[ \u00a0])"
    for words in (
        ("дети", "детей", "детям", "детьми", "детях", "воспитанники", "воспитанников"),
        ("обучающиеся", "обучающихся", "учащиеся", "учащихся", "юноши", "юношей", "граждан"),
    )
    for word in words
)
"""Whole groups are told by their year of birth, and nobody is known by it."""

_Trigger = Callable[[str, str], bool]


def _has(*words: str) -> _Trigger:
    return lambda _, folded: any(word in folded for word in words)


def _matches(pattern: str) -> _Trigger:
    search = re.compile(pattern).search

    @lru_cache(maxsize=1)  # several kinds ask the same of one text
    def found(text: str) -> bool:
        return search(text) is not None

    return lambda text, _: found(text)


class _Kind(NamedTuple):
    """A kind of private data. The trigger is quick, and misses nothing that the pattern finds."""

    what: str
    trigger: _Trigger
    pattern: re.Pattern[str]


def _kind(what: str, trigger: _Trigger, *patterns: str) -> _Kind:
    return _Kind(what, trigger, re.compile("|".join(patterns), re.IGNORECASE))


_NUMBER = _matches(rf"\d(?:\d{{6}}|(?:{_GAP}\d){{9}})")
"""Seven digits in a row, or ten with something between them."""
_CALLED_BY = re.compile(
    "(?:тел|моб|сот)(?:ефон[а-я]{0,3}|ильн[а-я]{1,3}|ов[а-я]{1,3})?[.:№ \u00a0\u2010-\u2014-]"
).search
"""A word for a telephone, and what may stand before its number."""

_KINDS = (
    _kind(
        "телефон",
        _NUMBER,
        rf"(?<![\d-])(?:\+{_SPACE}?7|8|7(?=9)){_GAP}(?!800)\d{{3}}{_GAP}\d{{3}}{_GAP}\d\d{_GAP}\d\d(?!\d)",
        rf"(?<![\d-])(?:\+{_SPACE}?7|8){_GAP}\(?\d{{4}}\){_GAP}\d\d{_GAP}\d\d{_GAP}\d\d(?!\d)",
        rf"(?<![\d-])(?:\+{_SPACE}?7|8){_GAP}\d{{5}}{_GAP}\d[-\u2010-\u2014{_SPACE[1:-1]}]\d\d"
        rf"[-\u2010-\u2014{_SPACE[1:-1]}]\d\d(?!\d)",
        rf"(?<!\d)\+?{_SPACE}?375{_GAP}\d{{2,4}}{_GAP}\d{{1,3}}{_GAP}\d\d{_GAP}\d\d(?!\d)",
        r"\(\d{3,5}\) ?\d{1,3}[-\u2010-\u2014]\d\d[-\u2010-\u2014]\d\d(?!\d)",
    ),
    _kind(
        "телефон",
        lambda _, folded: _CALLED_BY(folded) is not None,
        r"\b(?:тел(?:ефон[а-я]{0,3})?|моб(?:ильн[а-я]{1,3})?|сот(?:ов[а-я]{1,3})?)\b"
        r"[.:№ \u00a0\u2010-\u2014-]{0,4}\d(?:[ \u00a0\u2010-\u2014-]?\d){4,6}"
        r"(?![ \u00a0\u2010-\u2014-]?\d)",
    ),
    _kind(
        "электронная почта",
        _has("@", "собака", "(at)", "[at]"),
        r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{2,63}){1,4}",
        r"[a-z0-9][\w.+-]{0,63} ?[\[(] ?(?:at|собака|@) ?[\])] ?[\w-]{1,63}\.[a-zа-я]{2,10}\b",
    ),
    _kind(
        "СНИЛС",
        _NUMBER,
        r"(?<!\d)\d{3}-\d{3}-\d{3}[ \u00a0-]\d{2}(?!\d)",
        rf"СНИЛС[^\d\n]{{0,12}}\d(?:{_GAP}\d){{10}}(?!\d)",
    ),
    _kind(
        "паспорт",
        _has("паспорт", "сери"),
        r"паспорт[^\d\n]{0,40}\d\d ?\d\d(?! ?(?:г\b|год|/|-))[^\d\n]{0,20}\d{6}(?!\d)",
        r"\bсери[яи][: ]{1,3}\d\d ?\d\d[^\d\n]{0,20}\d{6}(?!\d)",
    ),
    _kind(
        "паспорт",
        _NUMBER,
        r"(?<![A-ZА-ЯЁ])(?:[AА][BВ]|[BВ][MМ]|[HН][BВ]|[KК][HН]|[MМ][PРCС]|[KК][BВ]|[PР][PР]|SP|DP)"
        rf"{_SPACE}?№?{_SPACE}?\d{{7}}(?!\d)",
    ),
    _kind(
        "идентификационный номер",
        _NUMBER,
        r"(?<![\w])[1-6]\d{6}[ABCEHKMАВСЕНКМ]\d{3}(?:PB|BA|BI|РВ|ВА|ВІ)\d(?!\w)",
    ),
    _kind("ИНН человека", _NUMBER, r"\bИНН\b[^\d\n]{0,20}\d{12}(?!\d)"),
    _kind(
        "дата рождения",
        _has(
            "рожд", "родил", "род.", "г.р", "г. р", "г.\u00a0р", "г р", "д.р", "д. р", "д.\u00a0р"
        ),
        rf"\b(?:дат[аыуе] рождения|род(?:\.|ил(?:ся|ась))|д\.[ \u00a0]?р\.)\D{{0,12}}{_DAY}",
        rf"{_DAY}{_SPACE}{{0,2}}(?:года?|г\.?)?{_SPACE}{{0,2}}(?:рожд(?:\.|ени)|р\.)",
        rf"\b{_GROUPS}(?:19|20)\d\d{_SPACE}?(?:года рожд|г\.?{_SPACE}?(?:р\.|рожд))",
    ),
    _kind(
        "домашний адрес",
        _has("прожива", "пропис", "домашн", "жительств"),
        r"\b(?:прожива(?:ет|ют|ющ[а-я]{2,3})|прописан[а-я]{0,2})\b(?: по адресу|:)[^\n\d]{0,80}\d",
        r"\b(?:домашний адрес|адрес (?:проживания|прописки)|место жительства)"
        r" ?[:\u2013\u2014-][^\n\d]{0,80}\d",
    ),
    _kind(
        "домашний адрес",
        _has("кв.", "квартира"),
        r"\b(?:д|дом)\.?[ \u00a0]?\d{1,4}[^\n\d]{0,12}(?:корп[а-я.]{0,4} ?\d{1,3}[^\n\d]{0,5})?"
        r"\bкв(?:\.|артира)[ \u00a0]?\d{1,4}\b",
        r"\b(?:ул|улица|пр-т|просп|проспект|пер|переулок|б-р|бульвар|шоссе|мкр)\b[^\n\d]{1,40}"
        r"\d{1,4}[^\n\d]{0,6}\bкв(?:\.|артира)[ \u00a0]?\d{1,4}\b",
    ),
)

_PAIR = re.compile(
    r"([А-ЯЁ](?<!\w[А-ЯЁ])[а-яё]{1,20}(?:-[А-ЯЁ][а-яё]{1,20})?)"
    rf"{_SPACE}([А-ЯЁ][а-яё]{{1,20}})\b"
)
"""Two words in capitals. It begins with a letter, for the search to be quick."""
_PUPIL = (
    r"(?:учени[кц]|учащ[еиу]|обучающ|воспитанни[кц]|школьни[кц]|[а-яё]{3,9}классни[кц])[а-яё]{0,6}"
)
_CLASS = r"\d{1,2}(?:-?го)?[ \u00a0]?[«\"(]?[А-ЕЗИКа]?[»\")]?"
_CALLED = r"[ \u00a0,:(–—№\"«»-]{1,3}"
"""What may stand between the words that call somebody a pupil."""
_SCHOOL = (
    r"(?:старш|младш|средн|подготовительн)[а-яё]{2,3}"
    r"|[а-яё]{0,12}(?:класс|школ|гимнази|лице|групп)[а-яё]{0,3}|кл\.|СОШ|МБОУ|ГУО"
)
_BEFORE = re.compile(
    rf"(?:\b{_PUPIL}|(?<![\d.-]){_CLASS}[ \u00a0](?:класса|кл\.))"
    rf"(?:{_CALLED}(?:\d{{1,3}}(?:-?го)?|[А-Е]|{_SCHOOL}))*{_CALLED}$",
    re.IGNORECASE,
)
_LETTERED = r"\d{1,2}[ \u00a0]?[«\"(]?[А-Е][»\")]?(?![а-яё])"
_ONE_PUPIL = (
    r"(?:(?:уче|воспитан|школь|[а-яё]{3,9}класс)ни(?:к(?:а|у|ом|е)?|ц(?:а|ы|е|у|ей))"
    r"|(?:уча|обучаю)щ(?:ий|ая|его|ему|им|ей|ую)ся)\b"
)
_BEHIND = re.compile(
    rf"[ \u00a0,:(–—-]{{1,4}}(?:{_ONE_PUPIL}|{_LETTERED}|{_CLASS}[ \u00a0]?кл)", re.IGNORECASE
)
_TEACHES = re.compile(r"руководител|учител|педагог|воспитател", re.IGNORECASE)
_NEAR = 60
"""Characters before a name in which its owner is called a pupil."""


def private_in(text: str) -> Iterator[tuple[str, str]]:
    """Yield what looks like somebody's private data: what it is, and what was found."""
    folded = text.casefold()
    for what, trigger, pattern in _KINDS:
        if trigger(text, folded) and (found := pattern.search(text)):
            yield what, found.group().strip()
    if pupil := next(_pupils(text), ""):
        yield "имя ученика", pupil


def has_private(text: str) -> bool:
    """Tell whether there is any in a text."""
    return next(private_in(text), None) is not None


def _pupils(text: str) -> Iterator[str]:
    """Yield full names of which the words beside them say that they are pupils'."""
    for found in _PAIR.finditer(text):
        if not (is_given_name(found[1]) or is_given_name(found[2])):
            continue
        before = text[max(0, found.start() - _NEAR) : found.start()].rpartition("\n")[2]
        if _TEACHES.search(before):
            continue
        if _BEFORE.search(before) or _BEHIND.match(text, found.end()):
            yield found.group()


_FULL_NAME = re.compile(
    r"[А-ЯЁ](?<!\w[А-ЯЁ])(?=([а-яё]{1,20}(?:-[А-ЯЁ][а-яё]{1,20})?[ \u00a0][А-ЯЁ][а-яё]{1,20}"
    r"[ \u00a0][А-ЯЁ][а-яё]{1,20})\b)"
)
"""Three words in capitals; they may overlap, since a sentence begins with one of its own."""
_PATRONYMIC = re.compile(
    r"(?:[ое]в(?:ич(?:а|у|е|ем)?|н(?:а|ы|е|у|ой))|[иь]ич(?:а|у|е|ом)?|ичн(?:а|ы|е|у|ой))$"
)


_HONOURED = re.compile(r"\b(?:имени|им\.)[ \u00a0]$", re.IGNORECASE)
"""Before the name of somebody by whom a school or a prize is called."""


def full_names(text: str) -> Iterator[str]:
    """Yield names with a patronymic: «Иванова Анна Петровна», «Анна Петровна Иванова»."""
    end = 0
    for found in _FULL_NAME.finditer(text):
        name = f"{found[0]}{found[1]}".replace("\u00a0", " ")
        if found.start() >= end and _is_full_name(name.split(), text, found):
            yield name
            end = found.end(1)


def _is_full_name(words: list[str], text: str, found: re.Match[str]) -> bool:
    """Tell whether three words are a surname, a given name and a patronymic, in either order."""
    if _HONOURED.search(text[max(0, found.start() - 8) : found.start()]):
        return False
    first, second, third = words
    if is_given_name(first) and _PATRONYMIC.search(second):
        return True
    behind = _SURNAME.match(text, found.end(1))  # «Выступила Анна Петровна Иванова»
    return is_given_name(second) and bool(_PATRONYMIC.search(third)) and not behind


_SURNAME = re.compile(r"[ \u00a0][А-ЯЁ][а-яё]{1,20}")
