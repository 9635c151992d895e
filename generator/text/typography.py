"""Russian typography for display. Records keep what was written; pages show it well set."""

import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from generator.values import NBSP

_PAIRS = re.compile(r'"([^"\n]+)"')
_DASH = re.compile(r"(?<=\S)[ \u00a0](?:-|–|—)(?= )")
_TIES = re.compile(
    r"""
    [ ](?:                                                  # a space behind …
        (?<=[А-Яа-яЁё][ ])(?:                               # a short word
            (?<=(?<![\w-])[А-Яа-яЁё][ ])
            | (?<=(?<![\w-])[А-Яа-яЁё]{2}[ ])
            | (?<=(?<![\w-])(?:для|при|над|под|без)[ ])
        )(?=\S)
        | (?<=\d[ ])(?=[А-Яа-яЁё%°₽])                       # a number, before its unit
            (?!(?:от|до|из|на|по|за|не|ни|и|в|с|к|у|о|а)\b)
        | (?<=[.№§][ ])(?:                                  # a sign, before its number
            (?<=[№§][ ])
            | (?<=\b[псг]\.[ ])
            | (?<=\b(?:пп|ст|кл)\.[ ])
            | (?<=\bразд\.[ ])
        )(?=[\dА-Я«])
    )
    """,
    re.VERBOSE,
)
"""Each way begins with the space and looks back from there: a space is found at once, while a
pattern that begins with a word would be tried at every letter."""
_BLANK_LINE = re.compile(r"\n\s*\n")
_INITIAL_AND_CAPITAL = re.compile(r"[А-ЯЁ]\.[\u00a0 ]?[А-ЯЁ]")
_INITIALS = re.compile(r"(?<=\b[А-ЯЁ]\.) ?(?=[А-ЯЁ](?:\.|[а-яё]))")
_SURNAME_FIRST = re.compile(r"\b([А-ЯЁ][а-яё]+) (?=[А-ЯЁ]\.[\u00a0 ]?[А-ЯЁ]\.)")


def _typeset(text: str) -> str:
    """Set a text. What a pattern cannot do without is looked for first: most texts lack it."""
    if '"' in text:
        text = _PAIRS.sub(r"«\1»", text)
    if "..." in text:
        text = text.replace("...", "…")
    if "- " in text or "– " in text or "— " in text:
        text = _DASH.sub(f"{NBSP}—", text)
    text = _TIES.sub(NBSP, text)
    if _INITIAL_AND_CAPITAL.search(text):
        text = _SURNAME_FIRST.sub(rf"\1{NBSP}", text)
        text = _INITIALS.sub(NBSP, text)
    return text


@lru_cache(maxsize=4096)
def typeset(text: str) -> str:
    """Set quotes, dashes and non-breaking spaces; the words stay as they were written."""
    return _typeset(text)


@lru_cache(maxsize=4096)
def printed(text: str) -> Markup:
    """Give a text as HTML shows it: typeset and escaped."""
    return escape(_typeset(text))


def paragraphs(text: str) -> list[str]:
    """Split a text into its paragraphs."""
    if "\n" not in text:
        return [text.strip()] if text.strip() else []
    return [part.strip() for part in _BLANK_LINE.split(text) if part.strip()]


def semicolons(items: Iterable[str]) -> list[str]:
    """End the items of a list with «;» and the last with «.», as official papers have it."""
    bare = [item.rstrip(" ;.,") for item in items]
    return [f"{item};" for item in bare[:-1]] + [f"{item}." for item in bare[-1:]]
