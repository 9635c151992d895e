"""Russian typography for display. Records keep what was written; pages show it well set."""

import re
from collections.abc import Iterable
from functools import lru_cache

from generator.values import NBSP

_PAIRS = re.compile(r'"([^"\n]+)"')
_DASH = re.compile(r"(?<=\S)[ \u00a0](?:-|–|—)(?= )")
_SHORT_WORD = re.compile(r"(?<![\w-])([А-Яа-яЁё]{1,2}|для|при|над|под|без) (?=\S)")
_NUMBER_AND_UNIT = re.compile(
    r"(?<=\d) (?!(?:от|до|из|на|по|за|не|ни|и|в|с|к|у|о|а)\b)(?=[А-Яа-яЁё%°₽])"
)
_SIGN_AND_NUMBER = re.compile(r"(№|§|\bп\.|\bпп\.|\bст\.|\bразд\.|\bс\.|\bг\.|\bкл\.) (?=[\dА-Я«])")
_INITIALS = re.compile(r"(?<=\b[А-ЯЁ]\.) ?(?=[А-ЯЁ](?:\.|[а-яё]))")
_SURNAME_FIRST = re.compile(r"\b([А-ЯЁ][а-яё]+) (?=[А-ЯЁ]\.[\u00a0 ]?[А-ЯЁ]\.)")


@lru_cache(maxsize=65536)
def typeset(text: str) -> str:
    """Set quotes, dashes and non-breaking spaces; the words stay as they were written."""
    text = _PAIRS.sub(r"«\1»", text).replace("...", "…")
    text = _DASH.sub(f"{NBSP}—", text)
    text = _NUMBER_AND_UNIT.sub(NBSP, text)
    text = _SIGN_AND_NUMBER.sub(rf"\1{NBSP}", text)
    text = _SURNAME_FIRST.sub(rf"\1{NBSP}", text)
    text = _INITIALS.sub(NBSP, text)
    return _SHORT_WORD.sub(rf"\1{NBSP}", text)


def paragraphs(text: str) -> list[str]:
    """Split a text into its paragraphs."""
    return [part.strip() for part in re.split(r"\n\s*\n", text) if part.strip()]


def semicolons(items: Iterable[str]) -> list[str]:
    """End the items of a list with «;» and the last with «.», as official papers have it."""
    bare = [item.rstrip(" ;.,") for item in items]
    return [f"{item};" for item in bare[:-1]] + [f"{item}." for item in bare[-1:]]
