"""Finds a person in free Russian prose: the surname in any case form, with or without the rest."""

import re
from functools import lru_cache

_GAP = r"\s{1,3}"
_MAYBE_GAP = r"\s{0,3}"
_VOWELS = "аеёиоуыэюя"

_ENDINGS: tuple[tuple[re.Pattern[str], int, str], ...] = (
    (re.compile(r"[иы]х$"), 0, ""),
    (re.compile(r".{2}(?:ий|ый|ой|ая|яя)$"), 2,
     "ий|ый|ой|ая|яя|его|ого|ему|ому|им|ым|ем|ом|ей|ую|юю|ою|ею|их|ых|ими|ыми|ия|ию|ием|ии"),
    (re.compile(r"[оеё]в[аы]?$|[иы]н[аы]?$"), 0, "а|у|е|ы|ой|ою|ым|ом|ых|ыми"),
    (re.compile(r"ей$"), 2, "ей|ея|ею|еем|ее|еи|ьи|ья|ью|ьем|ье"),
    (re.compile(r"й$"), 1, "й|я|ю|ем|е|и"),
    (re.compile(r"ь$"), 1, "ь|я|ю|ем|е|и|ью"),
    (re.compile(r"ия$"), 1, "я|и|ю|ей|ею"),
    (re.compile(r"я$"), 1, "я|и|е|ю|ей|ею"),
    (re.compile(r"а$"), 1, "а|ы|и|е|у|ой|ою|ей|ею"),
    (re.compile(r"ко$"), 1, "о|и|е|у|ой|а|ом"),
    (re.compile(rf"[{_VOWELS}]$"), 0, ""),
    (re.compile(r"[а-яё]$"), 0, "а|у|ом|ем|е|ы|и|ою|ой|ов|ам|ами|ах"),
)  # fmt: skip
"""How a name declines: the shape of its first form, how many letters go, what may come instead.

Names of men and women alike, since an office writes «у Иванова» and «Ивановой» of one family.
"""

_BARE = re.compile(r"(?:[оеё]в|[иы]н)[аы]$")
"""Surnames of women and families, whose last letter is an ending already."""

_FLEETING = re.compile(r"(.*[^аеёиоуыэюя])[оеёя]([кцлрн])(ь?)$|(.*[аеёиоуыэюя])[ея](ц)()$")
"""«Волчок», «Кравец», «Павел», «Студень»: the last vowel goes as soon as there is an ending."""

_PATRONYMIC_ENDS = (
    *("вна", "вны", "вне", "вну", "вной", "чна", "чны", "чне", "чну", "чной"),
    *("ич", "ича", "ичу", "иче", "ичем", "ичом"),
)
_OTHERS_BEFORE = "".join(rf"(?<!{ending}\s)" for ending in _PATRONYMIC_ENDS)
"""A patronymic right before the surname: if it were this person's, it would have been taken."""

_OTHERS_BEHIND = (
    rf"(?!{_GAP}[А-ЯЁ][а-яё]{{1,20}}{_GAP}[А-ЯЁ][а-яё]{{1,20}}(?:ич|вн|чн))"
    rf"(?!{_MAYBE_GAP}[А-ЯЁ]\.{_MAYBE_GAP}[А-ЯЁ]\.)"
)
"""A full name, or two initials, of somebody else of this surname."""


@lru_cache(maxsize=4096)
def name_pattern(
    surname: str, given_name: str | None = None, patronymic: str | None = None
) -> re.Pattern[str]:
    """Build what finds mentions of a person: «Ивановой А. П.», «Анну Иванову», a lone «Иванова».

    The surname begins with a capital letter and may stand in any case and number, in capitals
    throughout, with initials or the given name before or behind. With a given name on record,
    namesakes are passed over where the text shows that they are others: by other initials, or
    by another patronymic. Every repetition is bounded, so a search takes linear time.
    """
    family = _family(surname)
    if not given_name:
        any_initials = rf"(?:[А-ЯЁ]\.{_MAYBE_GAP}){{1,2}}"
        tail = rf"(?:{_MAYBE_GAP}[А-ЯЁ]\.){{1,2}}"
        return _bounded(rf"(?:{any_initials})?{family}(?:{tail})?")
    own = _own(given_name, patronymic)
    before = rf"{own}{_MAYBE_GAP}{family}"
    behind = rf"{family}{_MAYBE_GAP}{own}"
    lone = rf"(?<![А-ЯЁ]\.)(?<![А-ЯЁ]\.\s){_OTHERS_BEFORE}{family}{_OTHERS_BEHIND}"
    return _bounded(rf"{before}|{behind}|{lone}")


def _bounded(alternatives: str) -> re.Pattern[str]:
    """The whole name, and not a piece of a word or of a double name."""
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?!\w|[-‑–][А-ЯЁ])")


def _own(given_name: str, patronymic: str | None) -> str:
    """The person's given name in any case, or the initial of it, and the patronymic likewise."""
    second = ""
    if patronymic:
        second = rf"(?:{_MAYBE_GAP}{_initial(patronymic)}|{_GAP}{_word(patronymic)}(?!\w))?"
    given = rf"(?:{_initial(given_name)}|{_word(given_name)}(?!\w))"
    return given + second


def _initial(name: str) -> str:
    return rf"{re.escape(name.strip()[:1].upper())}\."


def _family(surname: str) -> str:
    """All forms of a surname: each part of a double one by itself, of several words the last."""
    words = surname.split() or [""]
    last = r"[-‑–]".join([_word(part) for part in re.split(r"[-‑–]", words[-1]) if part])
    firsts = [rf"(?i:{re.escape(word)}){_GAP}" for word in words[:-1]]
    return "".join([*firsts, last or r"(?!)"]) + r"(?!\w)"


@lru_cache(maxsize=4096)
def _word(name: str) -> str:
    """All forms of one name: its base without the ending, and the endings that it may have."""
    small = name.lower()
    if small == "лев":
        return r"Л(?i:ев|ьв(?:а|у|ом|е))"
    fitting = ((gone, endings) for shape, gone, endings in _ENDINGS if shape.search(small))
    gone, endings = next(fitting, (0, None))
    if endings is None:
        return _plain(name)  # a name in other letters
    base = name[: len(name) - gone] if gone else name
    if _BARE.search(small):
        base = name[:-1]
    found = f"{_plain(base)}(?i:{_either(endings)})"
    found += "" if gone else "?"
    short = _FLEETING.search(small)
    if not short:
        return found
    head, end, soft = (short[1], short[2], short[3]) if short[1] else (short[4], "йц", "")
    joint = "ь?" if end in ("к", "ц") else ""
    forms = "я|ю|ем|е|и" if soft else "а|у|ом|ем|е|ы|и"
    begun = _plain(name[: len(head)])
    return rf"(?:{found}|{begun}(?i:{joint}{end}(?:{forms})))"


def _either(endings: str) -> str:
    """Endings, each also with «ё»: «Соловьём»."""
    return f"(?:{endings.replace('е', '[её]')})" if endings else ""


def _plain(text: str) -> str:
    """A text with its first letter large and the rest of any size; «ё» and «е» are one letter."""
    first, rest = text[:1].upper(), text[1:].lower()
    letters = "".join("[её]" if letter in "её" else re.escape(letter) for letter in rest)
    head = "[ЕЁ]" if first in "ЕЁ" else re.escape(first)
    return f"{head}(?i:{letters})" if letters else head
