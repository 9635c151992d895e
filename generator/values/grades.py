"""Grades as people write them: «5», «5 класс», «5–7 кл.», «5, 6 и 8», «10А»."""

import re

LAST_GRADE = 12
"""The highest grade that a school has."""

_CLASS_WORD = r" ?(?:класс(?:ы|а|ов|е|ах)?|кл\.?)?"
_ENDING = r"(?:-?(?:й|е|х|м|ый|ий|ые|ых|го|му))?"
_ONE = re.compile(rf"([0-9]{{1,2}})(?:{_ENDING}| ?[-«\"]?[а-яa-z][»\"]?){_CLASS_WORD}")
_RANGE = re.compile(
    rf"(?:с )?([0-9]{{1,2}}){_ENDING} ?(?:[-–—−]| по ) ?([0-9]{{1,2}}){_ENDING}{_CLASS_WORD}"
)
_BETWEEN = re.compile(r" ?[,;] ?(?:и )?| и ")


def single_grades(text: str) -> tuple[str, ...]:
    """Give the grades one by one; a text that names none («старшая группа») comes back whole."""
    words = " ".join(text.split())
    found: dict[str, None] = {}
    for part in _BETWEEN.split(words.casefold()):
        grades = _grades(part)
        if not grades:
            return (words,)
        found.update(dict.fromkeys(map(str, grades)))
    return tuple(found)


def _grades(part: str) -> range:
    """The grades of a part; none where it is something else."""
    if two := _RANGE.fullmatch(part):
        first, last = int(two[1]), int(two[2])
    elif one := _ONE.fullmatch(part):
        first = last = int(one[1])
    else:
        return range(0)
    return range(first, last + 1) if 1 <= first <= last <= LAST_GRADE else range(0)
