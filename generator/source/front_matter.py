"""A Markdown file with fields at its head: splits the two, keeping line numbers."""

import re
from dataclasses import dataclass

from generator.problems import Place, Problem, codes, report

_OPENING = re.compile(r"---[ \t]*$", re.MULTILINE)
_CLOSING = re.compile(r"\n---[ \t]*$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The fields' text, the body, and the lines of the file on which they begin."""

    fields: str
    body: str
    body_line: int
    fields_line: int = 2


def split(text: str, path: str) -> FrontMatter | Problem:
    """Split a file at its two fences «---»."""
    opening = _OPENING.match(text)
    if not opening:
        return report(codes.FRONT_MATTER_MISSING, Place(path))
    closing = _CLOSING.search(text, opening.end())
    if not closing:
        return report(codes.FRONT_MATTER_OPEN, Place(path))
    fields = text[opening.end() + 1 : closing.start() + 1]
    body = text[closing.end() :].lstrip("\n")
    line = text.count("\n", 0, len(text) - len(body)) + 1
    return FrontMatter(fields=fields, body=body.rstrip("\n"), body_line=line)
