"""Languages by the codes that programs know (BCP 47)."""

import re

_CODES = {
    "русский": "ru",
    "белорусский": "be",
    "татарский": "tt",
    "башкирский": "ba",
    "чувашский": "cv",
    "осетинский": "os",
    "чеченский": "ce",
    "якутский": "sah",
    "английский": "en",
    "немецкий": "de",
    "французский": "fr",
    "испанский": "es",
    "китайский": "zh",
}
_AND = re.compile(r" ?[,;] ?(?:и )?| и ")


def languages(text: str) -> tuple[tuple[str, str | None], ...]:
    """The languages that a text names, each with its code where we know one.

    «русский и английский» names two.
    """
    words = " ".join(text.casefold().split()).removesuffix(" язык").removesuffix(" языки")
    return tuple((word, _CODES.get(word)) for word in _AND.split(words) if word)
