"""The regulations that a site may begin with: those that come with the program, or a blank one."""

from collections.abc import Iterator
from typing import NamedTuple

from generator.models import Regulation
from generator.records.writer import comment, meaning, written
from generator.shapes import named_fields, shape_of
from generator.shipped import regulations
from generator.source import parse, read_text

BLANK = "blank"
"""What is asked for instead of a regulation's id."""
BLANK_ID = "polozhenie"
_TITLE = "Положение о методических объединениях"
_HEAD = """\
# Положение, по которому работают объединения. Впишите сюда нормы своего положения: своими словами,
# с пунктом, который их устанавливает. Чего положение не устанавливает, оставьте пустым: сайт так
# и скажет. Над каждой нормой перечислены её поля. Образец — любое положение из тех, что предлагает
# команда umo init: начните второй сайт в другой пустой папке и откройте там папку regulations.

"""


class Offered(NamedTuple):
    """A regulation that comes with the program."""

    id: str
    title: str
    territory: str


def offered() -> tuple[Offered, ...]:
    """The regulations that come with the program, in the order of their ids."""
    found = []
    for path in sorted(regulations().glob("*.yml")):
        fields = parse(read_text(path, path.name)[0], path.name).value
        found.append(Offered(path.stem, fields["title"], fields.get("territory", "")))
    return tuple(found)


def regulation_id(chosen: str) -> str:
    """The id under which a chosen regulation stands among the records."""
    return BLANK_ID if chosen == BLANK else chosen


def regulation_text(chosen: str, schema: str) -> str:
    """The file of a chosen regulation."""
    if chosen == BLANK:
        return blank_text(schema)
    text = (regulations() / f"{chosen}.yml").read_text("utf-8")
    return f"{schema}\n{text}" if schema else text


def blank_text(schema: str = "") -> str:
    """A regulation that sets nothing yet: every norm with what its fields mean."""
    given: dict[str, object] = {
        "title": _TITLE,
        "country": "ru",
        "labels": {"body": "методическое объединение", "head": "руководитель"},
    }
    head = f"{schema}\n{_HEAD}" if schema else _HEAD
    return f"{head}{written(Regulation, given)}\n{''.join(_empty(given))}"


def _empty(given: dict[str, object]) -> Iterator[str]:
    """Yield each field that the blank leaves open, with what stands in it."""
    for name, info in named_fields(Regulation):
        if name in given or name == "aliases":
            continue
        lines = comment(meaning(info))
        part = shape_of(info).part
        for inner, about in named_fields(part) if part else ():
            first, *rest = comment(f"  {inner} — {meaning(about)}")
            lines += [first, *(f"#     {line.removeprefix('# ')}" for line in rest)]
        yield "\n".join((*lines, f"{name}:", "", ""))
