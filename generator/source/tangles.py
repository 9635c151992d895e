"""Markdown at which a parser would work for minutes: told by counting, before it is parsed.

Python-Markdown looks from each opening mark to the end of its paragraph, and some of its steps
copy the whole text once for each mark. So the work grows with marks × length: harmless in what
people write, minutes for a text of 20,000 brackets. Lists in lists it reads by recursion.
"""

import re
from collections.abc import Iterator
from itertools import groupby

WORK_LIMIT = 300_000_000
"""Characters passed over, mark by mark: some 0.4 s. The longest real bodies come to a tenth."""

DEPTH_LIMIT = 30
"""Levels of lists and quotations in one another. The parser's stack ends at some 150."""

CELLS_LIMIT = 20_000
"""Cells of a body's tables, those too that short rows leave out: a tenth of a second."""

_IN_PARAGRAPH = {"[": 100, "`": 10, **dict.fromkeys(("*", "_", '"', "'", "\\", "&", "  \n"), 1)}
"""How dear a mark is for each character of its paragraph."""
_IN_BODY = {"<!": 100, "<": 25}
"""How dear a mark is for each character of the whole body."""
_DEAR_RULE = 10
"""How dear a line is that may underline a heading: it cuts its paragraph in two."""

_RULE = re.compile(r"[ \t>]*[-=*_][-=*_ \t]*")
_DIVIDER = re.compile(r" {0,3}(?:(?:- {0,2}){3,}|(?:\* {0,2}){3,}|(?:_ {0,2}){3,}) *")
_OPENING = re.compile(r"(?:[ \t]|>|[-+*](?=[ \t])|[0-9]{1,9}\.(?=[ \t]))*")
_LEVELS = str.maketrans("", "", "0123456789 ")
_HEADS = re.compile(r"[-+*>0-9.:| \t]*\|[-+*>0-9.:| \t]*")
_CONTENTS = "[TOC]"

Found = tuple[int, str]


def tangle(body: str) -> Found | None:
    """The line, from 0, from which a body is too much for the parser, and why; None for others."""
    return next(_tangles(body), None)


def work(body: str) -> int:
    """How many characters the parser passes over, mark by mark."""
    return _dear(body, _IN_BODY) + sum(_work_of(lines) for _, lines in _paragraphs(body))


def _tangles(body: str) -> Iterator[Found]:
    if "|" in body or _CONTENTS in body:
        yield from _wide(body)
    for first, lines in _paragraphs(body):
        for number, line in enumerate(lines, start=first):
            if line[:1] in " \t>-+*0123456789" and _depth(line) > DEPTH_LIMIT:
                yield number, f"список или цитата в {_depth(line)} уровней, можно {DEPTH_LIMIT}"
    if _dear(body, _IN_BODY) > WORK_LIMIT:
        yield 0, "слишком много знаков «<»"
    left = WORK_LIMIT
    for first, lines in _paragraphs(body):
        left -= _work_of(lines)
        if left < 0:
            yield first, "слишком много знаков разметки ([, *, кавычек) в абзацах такой длины"


def _wide(body: str) -> Iterator[Found]:
    """Yield tables of too many cells; a table of contents repeats all headings."""
    left = CELLS_LIMIT
    for first, lines in _paragraphs(body):
        columns = max((line.count("|") + 1 for line in lines if _HEADS.fullmatch(line)), default=0)
        left -= columns * len(lines)
        if left < 0:
            yield first, f"в таблицах больше {CELLS_LIMIT} ячеек"
    if body.count(_CONTENTS) > 1 and body.count(_CONTENTS) * body.count("\n") > CELLS_LIMIT:
        yield 0, f"слишком много оглавлений {_CONTENTS}"


def _paragraphs(body: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the lines between empty ones, with the number of the first."""
    numbered = enumerate(body.split("\n"))
    for is_blank, group in groupby(numbered, key=lambda one: not one[1] or one[1].isspace()):
        if not is_blank:
            first, line = next(group)
            yield first, [line, *(text for _, text in group)]


def _work_of(lines: list[str]) -> int:
    text = "\n".join(lines)
    rules = sum(line[:1] in " \t>-=*_" and bool(_RULE.fullmatch(line)) for line in lines)
    return _dear(text, _IN_PARAGRAPH) + _DEAR_RULE * rules * len(text)


def _dear(text: str, prices: dict[str, int]) -> int:
    return len(text) * sum(price * text.count(mark) for mark, price in prices.items())


def _depth(line: str) -> int:
    """How many lists and quotations a line may open: its marks, and four spaces for each level."""
    if _DIVIDER.fullmatch(line):
        return 0
    found = _OPENING.match(line)
    opening = found.group().expandtabs(4) if found else ""
    marks = len(opening.translate(_LEVELS))
    return marks + (len(opening) - len(opening.lstrip())) // 4 if marks else 0
