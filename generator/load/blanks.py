"""Blanks of Word where YAML wants plain ones: to a person they look alike, to the reader not."""

import re
from collections.abc import Iterator
from itertools import islice

from generator.problems import Place, Problem, codes, has_errors, report

_BLANK = "[\u00a0\u2000-\u200a\u202f\u205f\u3000]"
_AT_FAULT = re.compile(rf"[ \t]*(?:-[ ]+)*(?:[a-z_]+:|-)?(?P<blank>{_BLANK})")
"""Before a field or a point, behind a field's colon, or behind the hyphen of a point."""
_MOST_SHOWN = 50


def blame_blanks(problems: list[Problem], text: str, path: str, first_line: int) -> list[Problem]:
    """The problems of a file whose fields are wrong, with blanks named as what is behind them.

    What is said of such a line otherwise is a consequence, and so is that YAML is broken.
    """
    if not has_errors(problems):
        return problems
    found = list(islice(_blanks(text, path, first_line), _MOST_SHOWN))
    lines = {problem.place.line for problem in found}
    broken = codes.YAML_SYNTAX.code if found else ""
    others = (p for p in problems if p.place.line not in lines and p.code != broken)
    return [*others, *found]


def _blanks(text: str, path: str, first_line: int) -> Iterator[Problem]:
    for number, line in enumerate(text.split("\n"), start=first_line):
        if found := _AT_FAULT.match(line):
            place = Place(path, number, found.start("blank") + 1)
            mark = f"U+{ord(found['blank']):04X}"
            yield report(codes.YAML_BLANK, place, mark=mark)
