"""L: links between records."""

from generator.problems.problem import Code

LINK_NOWHERE = Code("L01", "не найдено: {what} «{value}»", "{advice}")
BODY_LINK = Code(
    "L04",
    "ссылка «{target}» никуда не ведёт",
    "Можно: полный адрес с https://, файл из папки рядом с записью, другая практика (имя.md), "
    "заголовок этой страницы (#…).",
)
DUPLICATE_ID = Code(
    "L02", "обозначение «{value}» уже занято: {other}", "Выберите другое обозначение."
)
CIRCLE = Code(
    "L03",
    "объединения подчинены друг другу по кругу: {chain}",
    "Исправьте поле parent у одного из них.",
)
