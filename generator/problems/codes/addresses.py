"""A: addresses that people have: former ones of records, and the list of published ones."""

from generator.problems.problem import Code, Severity

ALIAS_FORM = Code(
    "A01",
    "«{value}» не годится как адрес страницы: {reason}",
    "Нужен адрес страницы этого сайта, например {example}. Можно вставить его из строки браузера.",
)
ALIAS_IN_USE = Code(
    "A02",
    "по прежнему адресу {address} сейчас стоит страница: {other}",
    "Переадресовать можно только адрес, на котором ничего нет. Уберите его из aliases.",
)
ALIAS_TWICE = Code(
    "A03",
    "прежний адрес {address} уже назван: {other}",
    "Переадресация ведёт на одну страницу. Оставьте адрес в одной записи.",
)
ALIAS_IDLE = Code(
    "A04",
    "запись не опубликована, поэтому переадресации с {address} нет",
    "Она появится вместе со страницей. Если этот адрес нигде не публиковался, удалите его.",
    Severity.WARNING,
)
ADDRESS_GONE = Code("A05", "страницы {address}, адрес которой опубликован, больше нет", "{advice}")
ADDRESS_LINE = Code(
    "A06",
    "строка не понята: {reason}",
    "В строке стоит адрес, после него можно написать «снято: причина» или "
    "«перенесено: новый адрес».",
)
ADDRESS_TWICE = Code(
    "A07",
    "адрес {address} уже есть в строке {first}",
    "Оставьте одну строку. Повторы уберёт и команда umo addresses --write.",
    Severity.WARNING,
)
ADDRESS_ORDER = Code(
    "A08",
    "адреса стоят не по порядку",
    "Ничего страшного: порядок наведёт команда umo addresses --write.",
    Severity.WARNING,
)
ADDRESS_STANDS = Code(
    "A09",
    "адрес {address} отмечен словом «{mark}», а по нему есть {other}",
    "Если страница нужна, оставьте в строке один адрес.",
)
ADDRESS_MOVED_NOWHERE = Code(
    "A10",
    "страница {address} перенесена туда, где ничего нет: {target}",
    "Напишите адрес, по которому страница стоит сейчас.",
)
ADDRESS_NAMES_SOMEBODY = Code(
    "A11",
    "в причине стоит имя человека: «{value}»",
    "Напишите причину без имени: эта строка переживёт согласие на его публикацию.",
)
