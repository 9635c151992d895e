"""The licence of a practice: the site's, or its own, with what it means in plain words."""

from generator.models import Practice
from generator.models.site import Licence

_DEEDS = "https://creativecommons.org/"
_TAKE = "можно копировать и распространять, если назвать авторов"
_CHANGE = "можно копировать, менять и распространять, если назвать авторов"
_FREE_TO_ALL = "авторы отказались от прав: можно делать с материалами что угодно"
_KNOWN = {
    "cc by 4.0": ("licenses/by/4.0/deed.ru", f"материалы {_CHANGE} и отметить, что изменено"),
    "cc by-sa 4.0": (
        "licenses/by-sa/4.0/deed.ru",
        f"материалы {_CHANGE}; своё на их основе — под той же лицензией",
    ),
    "cc by-nc 4.0": ("licenses/by-nc/4.0/deed.ru", f"материалы {_CHANGE}; не для продажи"),
    "cc by-nc-sa 4.0": (
        "licenses/by-nc-sa/4.0/deed.ru",
        f"материалы {_CHANGE}; не для продажи, своё на их основе — под той же лицензией",
    ),
    "cc by-nd 4.0": ("licenses/by-nd/4.0/deed.ru", f"материалы {_TAKE} и ничего не менять"),
    "cc by-nc-nd 4.0": (
        "licenses/by-nc-nd/4.0/deed.ru",
        f"материалы {_TAKE} и ничего не менять; не для продажи",
    ),
    "cc0 1.0": ("publicdomain/zero/1.0/deed.ru", _FREE_TO_ALL),
}
"""The licences of Creative Commons: where each is explained in Russian, and what it comes to."""


def licence_of(practice: Practice, usual: Licence) -> Licence:
    """The licence under which a practice is published: its own, else the usual one of the site."""
    if practice.licence is None:
        return usual
    where, meaning = _KNOWN.get(" ".join(practice.licence.casefold().split()), ("", None))
    address = f"{_DEEDS}{where}" if where else None
    return Licence(name=practice.licence, address=address, meaning=meaning)
