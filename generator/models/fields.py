"""The types that fields are made of. Every scalar arrives as text, just as it was written."""

import re
from collections.abc import Callable
from datetime import date, time
from functools import lru_cache
from typing import Annotated, Any, NoReturn
from urllib.parse import urlsplit

from pydantic import Field, PlainSerializer, PlainValidator
from pydantic_core import PydanticCustomError

from generator.problems import BadValue, Code, codes
from generator.source.text import hidden
from generator.values import SchoolYear, When, parse_date, parse_time
from generator.values.old_address import old_address

LINE_LIMIT = 300
TEXT_LIMIT = 10_000
LEAST_HEADCOUNT = 5
"""The smallest number of people that a published table may show: fewer could be made out."""
RECALLED = 8192
"""Values of one kind that are kept for the records to come: days, numbers, ids of people."""

IDENTIFIER = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MEETING = re.compile(r"(?:[a-z0-9-]+/\d{4}-\d{4}/)?\d{4}-\d{2}-\d{2}(?:-\d{1,2})?")
DECISION = re.compile(MEETING.pattern + r"#[0-9./]{1,10}")
PLAN_ITEM = re.compile(r"[a-z0-9-]+/\d{4}-\d{4}#[0-9A-Za-zА-Яа-яЁё./ -]{1,20}")
FILE = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*\.[a-z0-9]{2,5}")
ACCOUNT = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,38}(?:/[A-Za-z0-9_][A-Za-z0-9_.-]{0,99})?")
_PLACEHOLDER = re.compile(r"\?{3,}|_{2,}|\b00\.00\.\d{4}|«\s*»")
_EMPTY_QUOTES = re.compile(r"«\s*»")
_DASHES = "-–—.…*_"
_ONLY_DASHES = re.compile(rf"[{_DASHES}\s]+")
_NUMBER = re.compile(r"[0-9]{1,9}")
LABEL = re.compile(r"[0-9A-Za-zА-Яа-яЁё./ -]{1,20}")
_YES = {"да": True, "true": True, "нет": False, "false": False}


def refuse(error: BadValue) -> NoReturn:
    """Hand one of our own problems through pydantic, which collects them all."""
    raise PydanticCustomError("umo", "see ctx", {"problem": error}) from error


def checked(parse: Callable[[str], Any], expected: str, *, recurs: bool = False) -> PlainValidator:
    """Make a validator of a parser of text; anything but text is a wrong shape.

    Where the same values recur in many records, each is read once and shared by all of them.
    """
    if recurs:
        parse = lru_cache(maxsize=RECALLED)(parse)

    def validate(value: Any) -> Any:
        try:
            if not isinstance(value, str):
                raise BadValue(codes.WRONG_SHAPE, expected=expected, advice=_SCALAR_ADVICE)
            return parse(value)
        except BadValue as error:
            refuse(error)

    return PlainValidator(validate)


_SCALAR_ADVICE = "Запишите одно значение в той же строке, после двоеточия."


def _text(limit: int, *, dashes: bool = False) -> Callable[[str], str]:
    def parse(value: str) -> str:
        text = value.strip()
        if not text:
            raise BadValue(codes.TEXT_EMPTY)
        if len(text) > limit:
            raise BadValue(codes.TEXT_TOO_LONG, length=len(text), limit=limit)
        if mark := hidden(text):
            raise BadValue(codes.FILE_CONTROL, mark=mark)
        if _may_have_gap(text) and (gap := _PLACEHOLDER.search(text)):
            raise BadValue(codes.PLACEHOLDER, value=gap.group())
        if not dashes and text[0] in _DASHES and _ONLY_DASHES.fullmatch(text):
            raise BadValue(codes.PLACEHOLDER, value=text[:60])
        return text

    return parse


def _may_have_gap(text: str) -> bool:
    """Look for the plainest part of each placeholder: far quicker than the pattern of them all."""
    return "???" in text or "__" in text or "00.00." in text or bool(_EMPTY_QUOTES.search(text))


def matching(pattern: re.Pattern[str], code: Code, example: str) -> Callable[[str], str]:
    """Make a parser that takes only text of one form, and else shows an example of it."""

    def parse(value: str) -> str:
        if len(value) > LINE_LIMIT or not pattern.fullmatch(value):
            raise BadValue(code, value=value[:60], name=value[:60], example=example)
        return value

    return parse


def _count(value: str) -> int:
    if not _NUMBER.fullmatch(value.strip()):
        raise BadValue(codes.NOT_A_NUMBER, value=value[:60])
    return int(value)


def _at_least_one(value: str) -> int:
    number = _count(value)
    if number < 1:
        raise BadValue(codes.OUT_OF_RANGE, value=value, expected="не меньше 1")
    return number


def _headcount(value: str) -> int:
    """Read how many people are meant; so few that they could be made out are refused."""
    number = _count(value)
    if number < LEAST_HEADCOUNT:
        expected = f"не меньше {LEAST_HEADCOUNT}"
        raise BadValue(codes.OUT_OF_RANGE, value=value, expected=expected)
    return number


def _decimal(value: str) -> float:
    """Read a number with a decimal comma or point, as people write it."""
    text = value.strip().replace(",", ".").replace(" ", "").replace("\u00a0", "")
    if not re.fullmatch(r"-?[0-9]{1,9}(?:\.[0-9]{1,6})?", text):
        raise BadValue(codes.NOT_A_NUMBER, value=value[:60])
    return float(text)


def _flag(value: str) -> bool:
    try:
        return _YES[value.strip().casefold()]
    except KeyError:
        raise BadValue(codes.YES_OR_NO, value=value[:60]) from None


def _address(value: str) -> str:
    text = value.strip()
    try:
        parts = urlsplit(text)
    except ValueError:
        raise BadValue(codes.BAD_ADDRESS, value=text[:60]) from None
    whole = parts.scheme in {"http", "https"} and "." in parts.netloc
    if mark := hidden(text):
        raise BadValue(codes.FILE_CONTROL, mark=mark)
    if not whole or len(text) > LINE_LIMIT or re.search(r"[\s<>\"'`\\]|@.*@", text):
        raise BadValue(codes.BAD_ADDRESS, value=text[:60])
    return text


def _label(value: str) -> str:
    text = value.strip()
    if not LABEL.fullmatch(text):
        raise BadValue(codes.WRONG_SHAPE, expected="номер", advice="Например: 1, 01 или 2/1.")
    return text


def _account(value: str) -> str:
    text = value.strip().removeprefix("@")
    if not ACCOUNT.fullmatch(text):
        raise BadValue(codes.WRONG_SHAPE, expected="имя учётной записи", advice=ACCOUNT_ADVICE)
    return text


ACCOUNT_ADVICE = (
    "Напишите имя, под которым человек входит на GitHub (латинские буквы, цифры, дефис), "
    "без адреса страницы, или группу так: zarechye/predsedateli."
)


_AS_TEXT = PlainSerializer(str, return_type=str)

Line = Annotated[str, checked(_text(LINE_LIMIT), "строка текста")]
AsWritten = Annotated[str, checked(_text(LINE_LIMIT, dashes=True), "строка текста")]
"""What a source says, to the letter: even a dash, which differs from nothing and from 0."""
Text = Annotated[str, checked(_text(TEXT_LIMIT), "текст")]
Label = Annotated[str, checked(_label, "номер", recurs=True)]
Count = Annotated[int, checked(_count, "число", recurs=True)]
Positive = Annotated[int, checked(_at_least_one, "число", recurs=True)]
Headcount = Annotated[int, checked(_headcount, "число", recurs=True)]
Decimal = Annotated[float, checked(_decimal, "число", recurs=True)]
Flag = Annotated[bool, checked(_flag, "«да» или «нет»", recurs=True)]
Address = Annotated[str, checked(_address, "адрес страницы")]
FileName = Annotated[
    str, checked(matching(FILE, codes.FILE_NAME, "rabochiy-list.pdf"), "имя файла")
]
Day = Annotated[date, checked(parse_date, "дата", recurs=True)]
TimeOfDay = Annotated[time, checked(parse_time, "время", recurs=True)]
Account = Annotated[str, checked(_account, "имя учётной записи")]
"""Who keeps records, by the name that the forge knows: a person's account, or a team's."""
Year = Annotated[SchoolYear, checked(SchoolYear.parse, "учебный год", recurs=True), _AS_TEXT]


_parse_when = lru_cache(maxsize=RECALLED)(When.parse)


def _when(value: Any) -> When:
    try:
        if isinstance(value, str):
            if mark := hidden(value):
                raise BadValue(codes.FILE_CONTROL, mark=mark)
            return _parse_when(value)
        if isinstance(value, dict) and value.keys() == {"text"} and isinstance(value["text"], str):
            return When.words(_text(LINE_LIMIT)(value["text"]))
        raise BadValue(
            codes.WRONG_SHAPE, expected="срок", advice="Запишите дату или так: {text: «…»}."
        )
    except BadValue as error:
        refuse(error)


Moment = Annotated[When, PlainValidator(_when), _AS_TEXT]

Identifier = Annotated[
    str,
    checked(matching(IDENTIFIER, codes.BAD_ID, "mumo-matematika"), "обозначение", recurs=True),
]

OldAddress = Annotated[str, checked(old_address, "адрес страницы")]
"""An address of this site, «practices/x/», however it was pasted."""
Aliases = Annotated[
    tuple[OldAddress, ...],
    Field(
        title="Прежние адреса",
        description="Адреса, по которым страница стояла раньше: с них читателя переведёт сюда. "
        "Можно вставить из строки браузера.",
        examples=[["practices/staryj-adres/"]],
    ),
]
"""The former addresses of a record: `aliases` of every kind that has an address."""
