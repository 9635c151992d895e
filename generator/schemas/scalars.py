"""The JSON Schema of each type of single value, as a typical editor sees the value.

In a record every scalar is text, and the field's type reads it. An editor first guesses a type by
the rules of YAML 1.2: `number: 1`, `time: 9.30` and `id: 2025` come as numbers, `open: true` as
a boolean, a date as text. So each type here says as what it may come, and a rule for each of them.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import generator.schemas.patterns as patterns
from generator.models import fields, references
from generator.problems import codes
from generator.shapes import Scalar, scalar

Schema = dict[str, Any]
TEXT = ("string", "number")
"""As what words come, and names: a name may be nothing but digits."""
_LARGEST = 999_999_999


@dataclass(frozen=True, slots=True)
class Value:
    """A type of value: its name in a schema, as what it may come, and what is said of each.

    The rule itself leaves the types open, so that a field may also be empty.
    """

    name: str
    types: tuple[str, ...]
    rule: Schema


def value_of(known: Scalar) -> Value:
    """What a schema says of a type. Raises LookupError for one that it does not know."""
    return _values()[known]


def rule(pattern: str, advice: str) -> Schema:
    """A rule for texts, with the advice that an editor shows in its own list of problems."""
    return {"pattern": pattern, "patternErrorMessage": advice}


def _words(pattern: str, limit: int) -> Schema:
    advice = f"Нужен текст не длиннее {limit} знаков, без незаполненных мест."
    return rule(pattern, advice)


def _whole(pattern: str, least: int) -> Schema:
    bounds = {"minimum": least, "maximum": _LARGEST}
    return rule(pattern, codes.NOT_A_NUMBER.hint) | bounds


_LINE = _words(patterns.LINE, fields.LINE_LIMIT)
_YES_OR_NO = codes.YES_OR_NO.hint
_FLAG = {
    "anyOf": [
        {"enum": ["да", "нет"], "errorMessage": _YES_OR_NO},
        rule(patterns.FLAG, _YES_OR_NO),
    ]
}
_TIME = rule(patterns.TIME, codes.BAD_TIME.hint) | {"minimum": 0, "exclusiveMaximum": 24}
_OWN_WORDS = {"title": "Особый срок", "description": "Особый срок. Печатается как написан."}
_WHEN = rule(patterns.WHEN, codes.BAD_WHEN.hint.format()) | {
    "properties": {"text": {**_OWN_WORDS, "type": list(TEXT), **_LINE}},
    "required": ["text"],
    "additionalProperties": False,
}
_LABEL = rule(patterns.alone(fields.LABEL.pattern), "Например: 1, 01 или 2/1.")
_ACCOUNT = rule(patterns.alone(f"@?(?:{fields.ACCOUNT.pattern})"), "Нужно имя учётной записи.")
_OLD_ADDRESS = rule(patterns.OLD_ADDRESS, "Нужен адрес страницы этого сайта.")

_VALUES: tuple[tuple[Any, Value], ...] = (
    (fields.Line, Value("line", TEXT, _LINE)),
    (fields.AsWritten, Value("as-written", TEXT, _words(patterns.AS_WRITTEN, fields.LINE_LIMIT))),
    (fields.Text, Value("text", TEXT, _words(patterns.TEXT, fields.TEXT_LIMIT))),
    (fields.Label, Value("label", TEXT, _LABEL)),
    (fields.Count, Value("count", ("integer", "string"), _whole(patterns.COUNT, 0))),
    (fields.Positive, Value("positive", ("integer", "string"), _whole(patterns.POSITIVE, 1))),
    (
        fields.Headcount,
        Value(
            "headcount",
            ("integer", "string"),
            _whole(patterns.HEADCOUNT, fields.LEAST_HEADCOUNT),
        ),
    ),
    (
        fields.Decimal,
        Value("decimal", TEXT, rule(patterns.DECIMAL, codes.NOT_A_NUMBER.hint)),
    ),
    (fields.Flag, Value("flag", ("boolean", "string"), _FLAG)),
    (
        fields.Address,
        Value("address", ("string",), rule(patterns.ADDRESS, codes.BAD_ADDRESS.hint)),
    ),
    (fields.OldAddress, Value("old-address", TEXT, _OLD_ADDRESS)),
    (fields.Account, Value("account", TEXT, _ACCOUNT)),
    (fields.Day, Value("day", ("string",), rule(patterns.DATE, codes.BAD_DATE.hint))),
    (fields.TimeOfDay, Value("time", TEXT, _TIME)),
    (
        fields.Year,
        Value("school-year", ("string",), rule(patterns.YEARS, codes.BAD_SCHOOL_YEAR.hint)),
    ),
    (fields.Moment, Value("moment", (*TEXT, "object"), _WHEN)),
)

_NAMES: tuple[tuple[Any, str, str], ...] = (
    (fields.Identifier, "id", fields.IDENTIFIER.pattern),
    (fields.FileName, "file-name", fields.FILE.pattern),
    (references.OrganisationId, "organisation-id", fields.IDENTIFIER.pattern),
    (references.PersonId, "person-id", fields.IDENTIFIER.pattern),
    (references.RegulationId, "regulation-id", fields.IDENTIFIER.pattern),
    (references.AssociationId, "association-id", fields.IDENTIFIER.pattern),
    (references.PracticeId, "practice-id", fields.IDENTIFIER.pattern),
    (references.DocumentId, "document-id", fields.IDENTIFIER.pattern),
    (references.MeetingId, "meeting-id", fields.MEETING.pattern),
    (references.DecisionId, "decision-id", fields.DECISION.pattern),
    (references.PlanItemId, "plan-item-id", fields.PLAN_ITEM.pattern),
)


@cache
def _values() -> dict[Scalar, Value]:
    """Every type by what the table of shapes knows it as."""
    known = {scalar(alias): value for alias, value in _VALUES}
    return known | {scalar(alias): _named(alias, name, text) for alias, name, text in _NAMES}


def _named(alias: Any, name: str, pattern: str) -> Value:
    """A name or a reference: the advice is that of the program, with the usual sample."""
    advice = codes.BAD_ID.hint.format(example=scalar(alias).sample)
    return Value(name, TEXT, rule(f"^(?:{pattern})$", advice))
