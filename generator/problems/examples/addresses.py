"""A: addresses that people have."""

from generator.problems.codes import addresses as codes
from generator.problems.examples.example import Example, Way
from generator.problems.problem import Code

_LIST = "published.txt"
_GONE = "practices/samoocenka/"


def _line(code: Code, before: str, after: str, why: str, note: str = "") -> Example:
    """An example in the list of published addresses."""
    return Example(code, _LIST, before, after, why, note, Way.WHOLE)


EXAMPLES = (
    Example(
        codes.ALIAS_FORM,
        "practice.md",
        "aliases: [practices/Лист самооценки/]",
        "aliases: [practices/samoocenka/]",
        "Страницы с таким адресом на этом сайте быть не могло.",
    ),
    Example(
        codes.ALIAS_IN_USE,
        "practice.md",
        "aliases: [associations/rmo-fizika/]",
        "aliases: [practices/samoocenka/]",
        "Переадресация закрыла бы страницу, которая стоит по этому адресу.",
    ),
    Example(
        codes.ALIAS_TWICE,
        "practice.md",
        "aliases: [practices/samoocenka/, practices/samoocenka/]",
        "aliases: [practices/samoocenka/]",
        "Прежний адрес назван дважды: в одной записи или в двух разных.",
    ),
    Example(
        codes.ALIAS_IDLE,
        "practice-short.md",
        "aliases: [practices/schet/]",
        "aliases: []",
        "У черновика нет страницы, и прежнему адресу некуда вести. Это предупреждение.",
    ),
    _line(
        codes.ADDRESS_GONE,
        _GONE,
        f"{_GONE}  снято: вошла в другую практику",
        "По этому адресу страницу уже печатали и пересылали, а теперь там ничего нет.",
        "если запись переименована, этот адрес пишут в её поле `aliases`",
    ),
    _line(
        codes.ADDRESS_LINE,
        f"{_GONE}  удалено: устарела",
        f"{_GONE}  снято: устарела",
        "После адреса программа понимает только слова «снято» и «перенесено».",
    ),
    _line(
        codes.ADDRESS_TWICE,
        "practices/\npractices/",
        "practices/",
        "Повтор ничему не мешает, но и не нужен.",
    ),
    _line(
        codes.ADDRESS_ORDER,
        "practices/\nassociations/",
        "associations/\npractices/",
        "Когда адреса стоят по алфавиту, видно, что добавилось.",
    ),
    _line(
        codes.ADDRESS_STANDS,
        "practices/  снято: устарела",
        "practices/",
        "Страница стоит на месте, а в списке сказано, что её сняли.",
    ),
    _line(
        codes.ADDRESS_MOVED_NOWHERE,
        f"{_GONE}  перенесено: practices/list/",
        f"{_GONE}  перенесено: practices/list-samoocenki/",
        "Читателя послали бы туда, где ничего нет.",
    ),
    _line(
        codes.ADDRESS_NAMES_SOMEBODY,
        f"{_GONE}  снято: просьба Ивановой А. П.",
        f"{_GONE}  снято: просьба автора",
        "Причина останется на сайте, даже когда согласие на имя отзовут.",
    ),
)
