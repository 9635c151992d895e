"""One example of a problem: what was written, and what to write instead."""

from dataclasses import dataclass
from enum import Enum

from generator.problems.problem import Code


class Way(Enum):
    """What the lines of an example are."""

    FIELDS = "fields"
    """Fields of a record: they stand in the place of its fields of the same names."""
    BODY = "body"
    """A paragraph of the text below the fields."""
    WHOLE = "whole"
    """A whole file."""
    NAMES = "names"
    """The names of files with that record, from the content folder."""
    WORD = "word"
    """Paragraphs of a template of Word."""
    SAID = "said"
    """What cannot be shown in lines is said in words."""


@dataclass(frozen=True, slots=True)
class Example:
    """Lines that have a problem, why it is one, and the same lines without it.

    `file` is the example record that the lines stand in (generator/reference/examples), for
    `Way.WHOLE` a place in the content folder, for `Way.WORD` a template. `note` says in words
    what the mended lines do not show.
    """

    code: Code
    file: str
    before: str
    after: str
    why: str
    note: str = ""
    way: Way = Way.FIELDS


def said(code: Code, before: str, after: str, why: str) -> Example:
    """An example in words."""
    return Example(code, "", before, after, why, way=Way.SAID)
