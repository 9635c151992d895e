"""Turns the HTML of a page into paragraphs of Word, so far as a view shows it on paper."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from generator.pages.word.values import exact, worded

BODY, LISTED, QUOTE, CELL, GAP = "BodyText", "List", "Quote", "TableText", "Gap"
"""The styles of paragraphs, as templates that come with the program have them."""
_LOOKS = {
    "strong": "<w:b/>",
    "b": "<w:b/>",
    "dt": "<w:b/>",
    "th": "<w:b/>",
    "em": "<w:i/>",
    "sub": '<w:vertAlign w:val="subscript"/>',
    "sup": '<w:vertAlign w:val="superscript"/>',
}
_INLINE = frozenset(("a", "abbr", "b", "br", "code", "em", "img", "span", "strong", "sub", "sup"))
_HEADINGS = {"h2": 1, "h3": 2, "h4": 3, "h5": 4, "h6": 5}
_LEFT_OUT = frozenset(("button", "h1", "nav", "output", "script", "style", "svg", "template"))
_SCREEN_ONLY = frozenset(
    (
        "headerlink",
        "umo-files__sum",
        "umo-bibtex",
        "umo-copy",
        "umo-cover",
        "umo-foot",
        "umo-screen",
    )
)
_NUMBER = "umo-numbered__number"
_LIKE_A_TABLE = "umo-decisions"
_BADGE = "umo-badge"
_SHORTEST, _LONGEST = 12, 60
"""Letters of a column's longest cell: less or more does not make it narrower or wider."""
_TEXT_WIDTH = 10205
"""180 mm in twentieths of a point."""
_BREAK = "<w:r><w:br/></w:r>"


class Around(NamedTuple):
    """What is around a text: the style of its paragraph, and the look of its letters."""

    style: str
    look: str = ""


PLAIN = Around(BODY)


def run(text: str, look: str = "") -> str:
    """A run of text in one look."""
    about = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{about}<w:t xml:space="preserve">{worded(text)}</w:t></w:r>'


def paragraph(style: str, runs: Iterable[str]) -> str:
    """A paragraph of runs in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{"".join(runs)}</w:p>'


class Reader:
    """Turns the elements of a page into paragraphs, as one of its views shows them on paper."""

    def __init__(self, view: str) -> None:
        self._view = view

    def blocks(self, element: Any, around: Around, mark: str = "") -> Iterator[str]:
        """The paragraphs of an element; `mark` is the number or dash of the first of them."""
        runs = list(self._text(element.text, around.look))
        for child in self._shown(element):
            if child.tag in _INLINE or _is_comment(child):
                runs += self._inline(child, around.look)
            else:
                before = list(self._ended(runs, around.style, mark))
                yield from before
                yield from self._block(child, around, "" if before else mark)
                runs, mark = [], ""
            runs += self._text(_behind(child), around.look)
        yield from self._ended(runs, around.style, mark)

    def _block(self, element: Any, around: Around, mark: str) -> Iterator[str]:
        tag = element.tag
        if tag in _HEADINGS:
            yield from self.blocks(element, Around(f"Heading{_HEADINGS[tag]}"))
        elif _LIKE_A_TABLE in _classes(element):
            yield from self._list_as_table(element)
        elif tag in ("ul", "ol"):
            yield from self._items(element, around)
        elif tag == "table":
            yield from self._table(element)
        elif tag == "dl":
            yield from self._facts(element, around)
        elif tag == "blockquote":
            yield from self.blocks(element, around._replace(style=QUOTE), mark)
        else:
            yield from self.blocks(element, around, mark)

    def _shown(self, element: Any) -> Iterator[Any]:
        """What stands inside an element; of what is not shown only the text behind is left."""
        for child in element:
            if not (_is_comment(child) or self._is_shown(child)):
                behind = child.tail
                child.clear()
                child.tag, child.tail = "span", behind
            yield child

    def _is_shown(self, element: Any) -> bool:
        views = (element.get("data-umo-view") or self._view).split()
        hidden = element.tag in _LEFT_OUT or element.get("hidden") is not None
        return not (hidden or _classes(element) & _SCREEN_ONLY) and self._view in views

    def _items(self, element: Any, around: Around) -> Iterator[str]:
        ordered = element.tag == "ol"
        number = int(element.get("start") or 1)
        for item in self._shown(element):
            if item.tag != "li":
                continue
            own = item.find(f"span[@class='{_NUMBER}']")
            mark = f"{number}." if ordered else "—"
            if own is not None:
                mark = own.text_content()
                own.text, own.attrib["hidden"] = "", ""
            number += 1
            yield from self.blocks(item, around._replace(style=LISTED), mark)

    def _facts(self, element: Any, around: Around) -> Iterator[str]:
        """A list of facts: «Срок: март», one in a paragraph."""
        for fact in self._shown(element):
            name = ""
            for part in self._shown(fact):
                if part.tag == "dt":
                    name = run(f"{words(part)}: ", _LOOKS["dt"])
                elif part.tag == "dd":
                    yield from self._named(name, self.blocks(part, around))

    @staticmethod
    def _named(name: str, values: Iterator[str]) -> Iterator[str]:
        """Put the name of a fact before its first paragraph."""
        first = next(values, None)
        if first is None:
            return
        head, _, rest = first.partition("</w:pPr>")
        yield f"{head}</w:pPr>{name}{rest}" if "<w:tab/>" not in rest else first
        yield from values

    def _table(self, element: Any) -> Iterator[str]:
        """A table whose head Word repeats on each page."""
        for caption in element.iter("caption"):
            yield from self.blocks(caption, Around("Caption"))
        rows = [row for row in element.iter("tr") if self._is_shown(row)]
        cells = [[cell for cell in self._shown(row) if cell.tag in ("td", "th")] for row in rows]
        heads = sum(row.getparent().tag == "thead" for row in rows)
        yield from self._rows(cells, heads)

    def _list_as_table(self, element: Any) -> Iterator[str]:
        """A list that the style sheet prints as a table: its first item is the head."""
        items = [item for item in self._shown(element) if item.tag == "li"]
        cells = [[part for part in self._shown(item) if len(part) or part.text] for item in items]
        yield from self._rows(cells, 1)

    def _rows(self, cells: list[list[Any]], heads: int) -> Iterator[str]:
        columns = max((sum(map(_span, row)) for row in cells), default=0)
        if not columns:
            return
        widths = _widths(cells, columns)
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        yield (
            '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
            f'<w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        )
        for place, row in enumerate(cells):
            head = "<w:tblHeader/>" if place < heads else ""
            yield f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>"
            yield from self._cells(row, widths, Around(CELL, _LOOKS["th"] if head else ""))
            yield "</w:tr>"
        yield f"</w:tbl>{paragraph(GAP, ())}"

    def _cells(self, row: list[Any], widths: list[int], around: Around) -> Iterator[str]:
        place = 0
        for cell in row:
            span = _span(cell)
            about = f'<w:tcW w:w="{sum(widths[place : place + span])}" w:type="dxa"/>'
            if span > 1:
                about += f'<w:gridSpan w:val="{span}"/>'
            inside = "".join(self.blocks(cell, around)) or paragraph(CELL, ())
            yield f"<w:tc><w:tcPr>{about}</w:tcPr>{inside}</w:tc>"
            place += span
        yield f"<w:tc><w:tcPr/>{paragraph(CELL, ())}</w:tc>" * (len(widths) - place)

    def _inline(self, element: Any, look: str) -> Iterator[str]:
        if _is_comment(element):
            return
        if element.tag == "br":
            yield _BREAK
            return
        if element.tag == "img":
            yield run(f"[Рисунок: {element.get('alt') or ''}]", look)
            return
        own = look + (
            _LOOKS.get(element.tag, "") if _LOOKS.get(element.tag, "") not in look else ""
        )
        yield from self._text(element.text, own)
        for child in self._shown(element):
            yield from self._inline(child, own)
            yield from self._text(_behind(child), own)
        address = element.get("href") or ""
        if address.startswith("http") and address not in element.text_content():
            yield _exact_run(f" ({address})")

    @staticmethod
    def _text(text: str | None, look: str) -> Iterator[str]:
        if text:
            flat = " ".join(text.split())
            before = " " if text[0].isspace() else ""
            after = " " if flat and text[-1].isspace() else ""
            yield run(f"{before}{flat}{after}", look)

    @staticmethod
    def _ended(runs: list[str], style: str, mark: str) -> Iterator[str]:
        """A paragraph of what was collected, unless there is nothing in it."""
        if any('preserve"> </w:t>' not in run and 'preserve"></w:t>' not in run for run in runs):
            head = [f"<w:r><w:t>{exact(mark)}</w:t></w:r><w:r><w:tab/></w:r>"] if mark else []
            yield paragraph(style, [*head, *_trimmed(runs)])


def _trimmed(runs: list[str]) -> list[str]:
    """Runs without white space at both ends."""
    blank = 'preserve"> </w:t>'
    while runs and blank in runs[0]:
        runs = runs[1:]
    while runs and blank in runs[-1]:
        runs = runs[:-1]
    if runs:
        runs = [runs[0].replace('preserve"> ', 'preserve">', 1), *runs[1:]]
        runs[-1] = runs[-1].replace(" </w:t></w:r>", "</w:t></w:r>")
    return runs


def _exact_run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{exact(text)}</w:t></w:r>'


def words(element: Any) -> str:
    """The text of an element in one line."""
    return " ".join(element.text_content().split())


def _is_comment(element: Any) -> bool:
    return not isinstance(element.tag, str)


def _behind(element: Any) -> str | None:
    """The text behind an element; between words in boxes there is a comma on paper."""
    after = element.getnext()
    boxes = _BADGE in _classes(element) and after is not None and _BADGE in _classes(after)
    tail: str | None = element.tail
    return ", " if boxes and not (tail or "").strip() else tail


def _classes(element: Any) -> set[str]:
    return set((element.get("class") or "").split())


def _widths(cells: list[list[Any]], columns: int) -> list[int]:
    """Widths of columns in twentieths of a point: by what stands in them, within bounds.

    No column is too narrow for its longest word.
    """
    longest = [_SHORTEST] * columns
    for row in cells:
        place = 0
        for cell in row:
            if _span(cell) == 1 and place < columns:
                text = words(cell)
                word = max(map(len, text.split()), default=0) + 3
                longest[place] = max(longest[place], word, min(len(text), _LONGEST))
            place += _span(cell)
    return [_TEXT_WIDTH * length // sum(longest) for length in longest]


def _span(cell: Any) -> int:
    return int(cell.get("colspan") or 1)
