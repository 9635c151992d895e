"""The list as text: sorted, each comment above the line to which it belongs."""

from collections.abc import Iterable, Iterator
from itertools import chain

from generator.load.published import Line, Published

HEAD = (
    "# Адреса, которые уже опубликованы: их печатают, пересылают, на них ссылаются.",
    "# Список ведёт программа (umo addresses --write). Строки отсюда не удаляют.",
    "# Страница переехала: впишите в её запись поле aliases с прежним адресом.",
    "# Страница убрана намеренно: допишите в её строке «снято: причина».",
    "# У страницы нет записи: допишите в её строке «перенесено: новый адрес».",
)


def with_new(published: Published, new: Iterable[str]) -> str:
    """The list with more addresses; none is ever removed, and what is said of one stays."""
    lines: dict[str, Line] = {}
    for line in published.lines:
        lines[line.address] = _joined(lines.get(line.address), line)
    for address in new:
        lines.setdefault(address, Line(address, 0))
    rows = chain.from_iterable(_rows(lines[address]) for address in sorted(lines))
    head = published.head or HEAD
    return "\n".join((*head, "", *rows, *published.tail, ""))


def _joined(first: Line | None, second: Line) -> Line:
    """One line of two that name the same address: what either says is kept."""
    if first is None:
        return second
    comments = tuple(dict.fromkeys((*first.comments, *second.comments)))
    return (first if first.mark or not second.mark else second)._replace(comments=comments)


def _rows(line: Line) -> Iterator[str]:
    yield from line.comments
    said = line.reason or line.target
    yield f"{line.address}  {line.mark}: {said}" if said else line.address
