"""What the program finds and a schema cannot, each with its reason: `docs/schemas.md` prints it.

A code stands here when a schema misses some of what it is about; the reason tells which part.
Tests hold this list against every bad record that they know.
"""

from dataclasses import dataclass

from generator.problems import Code, codes
from generator.problems.catalogue import all_codes, groups

_FEW = 3
"""Codes that are told one by one."""


@dataclass(frozen=True, slots=True)
class Beyond:
    """Problems that a schema does not see, and why."""

    codes: tuple[Code, ...]
    reason: str


def _all_of(letter: str, *but: Code) -> tuple[Code, ...]:
    """The codes of a letter, in order."""
    found = (code for code in all_codes() if code.code[0] == letter and code not in but)
    return tuple(sorted(found, key=lambda code: code.code))


BEYOND: tuple[Beyond, ...] = (
    Beyond(
        _all_of("F", codes.MORE_PROBLEMS),
        "Схема видит только то, что записано внутри файла, а не имя, размер, кодировку и соседей.",
    ),
    Beyond(
        _all_of("Y", codes.YAML_DEEP, codes.YAML_SPLIT),
        "До схемы дело не доходит: YAML разбирает сам редактор и говорит о нём своими словами.",
    ),
    Beyond(
        (codes.OUT_OF_RANGE,),
        "Наименьшее число схема знает; что доля не больше целого и что строки таблицы не дают "
        "больше, чем всего, видно только из нескольких полей.",
    ),
    Beyond(
        (codes.IMPOSSIBLE_DATE,),
        "Тринадцатого месяца схема не пропустит, а календаря не знает: 31 июня для неё дата.",
    ),
    Beyond(
        (codes.BAD_WHEN,),
        "Сроки пишут словами; чтобы их понять, нужна грамматика, а не образец.",
    ),
    Beyond(
        (codes.BAD_SCHOOL_YEAR,),
        "Вид учебного года схема знает; что второй год идёт за первым, ей не посчитать. "
        "Имени папки она не видит.",
    ),
    Beyond(
        (codes.TEXT_TOO_LONG,),
        "Длину поля схема знает; текста под шапкой она не видит.",
    ),
    Beyond(
        (codes.TEXT_TANGLED,),
        "Разметки схема не читает.",
    ),
    Beyond(
        (codes.LOOK_ALIKE, codes.ZEROS_FOR_LETTERS),
        "Это подозрение, а не ошибка: схема умеет только запрещать.",
    ),
    Beyond(
        (codes.NO_TIME_ZONE,),
        "Список часовых поясов хранит система, он меняется без нас.",
    ),
    Beyond(
        (codes.BANK_UNPROVED,),
        "Это предупреждение, и видно оно только из нескольких полей.",
    ),
    Beyond(
        (codes.PICTURE_WITHOUT_WORDS,),
        "Картинка стоит в тексте под шапкой, которого схема не видит.",
    ),
    Beyond(
        _all_of("L"),
        "Для этого нужны другие записи, а схема видит одну.",
    ),
    Beyond(
        _all_of("C"),
        "Противоречат друг другу поля, записи или дни, а схема смотрит на каждое поле отдельно.",
    ),
    Beyond(
        _all_of("P", codes.PRIVATE_FIELD),
        "Имена, согласия и телефоны узнаются в любом тексте, по всем записям сразу.",
    ),
    Beyond(
        _all_of("A"),
        "Вид прежнего адреса схема знает, но не до конца; что на сайте уже стоит и стояло, — нет.",
    ),
    Beyond(
        _all_of("W"),
        "Шаблон Word — не запись.",
    ),
)


def beyond_table() -> str:
    """The list as a Markdown table: what is not seen, in the words of the program, and why."""
    rows = (f"| {_named(row.codes)} | {row.reason} |\n" for row in BEYOND)
    return "| Что схема пропустит | Почему |\n|---|---|\n" + "".join(rows)


def _named(missed: tuple[Code, ...]) -> str:
    """A few codes with what they say; many of one letter by what they have in common."""
    group = next(group for group in groups() if group.letter == missed[0].code[0])
    if len(missed) > _FEW:
        return f"{group.title}: {', '.join(code.code for code in missed)}"
    said = {one.code: one.message for one in group.messages}
    return "; ".join(f"{code.code} {said[code.code]}" for code in missed)
