"""A template under the pen: paragraphs, tables and the commands of docxtpl around them.

Widths and heights are millimetres.
"""

import io
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any

import docx
from docx.enum.section import WD_ORIENT
from docx.enum.table import WD_ALIGN_VERTICAL, WD_TABLE_ALIGNMENT
from docx.enum.text import WD_BREAK
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm

from generator.reference.word.parts import lean
from generator.reference.word.styles import set_styles

WIDTH, HEIGHT = Mm(210), Mm(297)
LEFT, RIGHT, TOP, BOTTOM = Mm(20), Mm(10), Mm(20), Mm(20)
_FOOT = (
    "{{ site }}{% if address %}. {{ address }}{% endif %}"
    "{% if changed %}. Запись изменена {{ changed }}{% endif %}"
)


class Paper:
    """A template of an A4 page: what is added comes one below the other."""

    def __init__(self, size: float = 13, *, wide: bool = False, close: bool = False) -> None:
        self._document = docx.Document()
        set_styles(self._document, size, close=close)
        self._set_page(wide=wide)
        self._place: Any = self._document

    def say(self, text: str, style: str = "BodyText") -> Any:
        """Add a paragraph; what stands between ** is bold."""
        paragraph = self._new_paragraph(style)
        _write(paragraph, text)
        return paragraph

    def heading(self, text: str, level: int = 1) -> None:
        """Add a heading."""
        self.say(text, f"Heading{level}")

    @contextmanager
    def each(self, one: str, many: str) -> Iterator[None]:
        """Repeat what is added inside."""
        self.say(f"{{%p for {one} in {many} %}}", "Normal")
        yield
        self.say("{%p endfor %}", "Normal")

    @contextmanager
    def when(self, condition: str) -> Iterator[None]:
        """Print what is added inside only on a condition."""
        self.say(f"{{%p if {condition} %}}", "Normal")
        yield
        self.say("{%p endif %}", "Normal")

    def fact(self, name: str, value: str, style: str = "Fact") -> None:
        """Add a fact where there is one."""
        with self.when(value):
            self.say(f"**{name}:** {{{{ {value} }}}}", style)

    def points(self, one: str, many: str) -> None:
        """Add a list of texts."""
        with self.each(one, many):
            self.say(f"—\t{{{{ {one} }}}}", "List")

    def table(
        self,
        heads: Sequence[str],
        cells: Sequence[str],
        widths: Sequence[float],
        loop: tuple[str, str],
        section: tuple[str, str] | None = None,
        height: float = 0,
    ) -> None:
        """Add a table with a head that is repeated; `loop` gives a row for each of many.

        With a `section`, itself a loop, rows stand under headings (`section.title`). Rows that are
        written in by hand have a `height`.
        """
        table = self._new_table(len(heads), widths, "Table Grid")
        for cell, head in zip(table.rows[0].cells, heads, strict=True):
            _fill(cell, head, "TableHead")
        _mark(table.rows[0], "w:tblHeader")
        if section:
            self._command(table, f"{{%tr for {section[0]} in {section[1]} %}}")
            self._command(table, f"{{%tr if {section[0]}.title %}}")
            self._whole(table, f"{{{{ {section[0]}.title }}}}")
            self._command(table, "{%tr endif %}")
        self._command(table, f"{{%tr for {loop[0]} in {loop[1]} %}}")
        row = table.add_row()
        for cell, text in zip(row.cells, cells, strict=True):
            _fill(cell, text, "TableText")
        _mark(row, "w:cantSplit")
        if height:
            row.height = Mm(height)
        self._command(table, "{%tr endfor %}")
        if section:
            self._command(table, "{%tr endfor %}")
        _set_widths(table, widths)

    def stamps(self) -> None:
        """Add the stamps above a paper: on the left those of bodies, on the right УТВЕРЖДАЮ."""
        with self.when("left or right"):
            table = self._new_table(2, (90, 90))
            for cell, side in zip(table.rows[0].cells, ("left", "right"), strict=True):
                with self._inside(cell):
                    self._stamp(side)

    def stamp_above(self, s: str) -> None:
        """Add the one stamp of a paper, at the top on the right."""
        table = self._new_table(2, (90, 90))
        with self._inside(table.rows[0].cells[1]):
            self._one_stamp(s)

    def stamps_below(self) -> None:
        """Add the stamps under a paper: СОГЛАСОВАНО."""
        self._stamp("end")

    def _stamp(self, many: str) -> None:
        with self.each("s", many):
            self._one_stamp("s")

    def _one_stamp(self, s: str) -> None:
        """Add a stamp."""
        self.say(f"{{{{ {s}.word }}}}", "StampWord")
        with self.when(f"{s}.by"):
            self.say(f"{{{{ {s}.by }}}}", "Stamp")
        with self.when(f"{s}.signed"):
            self.say(f"_______________ {{{{ {s}.name or '____________________' }}}}", "Stamp")
        with self.when(f"{s}.day"):
            self.say(f"{{{{ {s}.day }}}}", "Stamp")
        with self.when(f"{s}.paper"):
            self.say(f"{{{{ {s}.paper }}}}", "Stamp")

    def signatures(self, many: str = "signers") -> None:
        """Add a line for each signature: who, a line, the name or a line for it."""
        table = self._new_table(3, (80, 40, 60))
        table.rows[0]._tr.getparent().remove(table.rows[0]._tr)
        if many == "signer":
            self._sign(table, many)
        else:
            self._command(table, f"{{%tr for s in {many} %}}")
            self._sign(table, "s")
            self._command(table, "{%tr endfor %}")
        _set_widths(table, (80, 40, 60))
        self.say("", "Normal")

    @staticmethod
    def _sign(table: Any, s: str) -> None:
        row = table.add_row()
        day = f"{{% if {s}.day %}}, {{{{ {s}.day }}}}{{% endif %}}"
        texts = (
            f"{{{{ {s}.position }}}}",
            "_" * 13,
            f"{{{{ {s}.name or '{'_' * 20}' }}}}{day}",
        )
        for cell, text in zip(row.cells, texts, strict=True):
            _fill(cell, text, "Signature")
            cell.vertical_alignment = WD_ALIGN_VERTICAL.BOTTOM
        _mark(row, "w:cantSplit")

    def new_page(self) -> None:
        """Begin a new page with what comes next."""
        paragraph = self._new_paragraph("Normal")
        paragraph.add_run().add_break(WD_BREAK.PAGE)

    def saved(self) -> bytes:
        """The template as a file."""
        data = io.BytesIO()
        self._document.save(data)
        return lean(data.getvalue())

    @contextmanager
    def _inside(self, cell: Any) -> Iterator[None]:
        """Add what comes to a cell of a table."""
        outer, self._place = self._place, cell
        first = cell.paragraphs[0]
        yield
        first._p.getparent().remove(first._p)
        self._place = outer

    def _new_paragraph(self, style: str) -> Any:
        paragraph = self._place.add_paragraph()
        _set_style(paragraph, style)
        return paragraph

    def _new_table(self, columns: int, widths: Sequence[float], style: str = "") -> Any:
        table = self._document.add_table(1, columns)
        table.alignment = WD_TABLE_ALIGNMENT.LEFT
        table.autofit = False
        if style:
            table.style = self._document.styles[style]
        _set_widths(table, widths)
        return table

    def _command(self, table: Any, text: str) -> None:
        """A row that is a command."""
        _fill(table.add_row().cells[0], text, "TableText")

    def _whole(self, table: Any, text: str) -> None:
        """A row of one cell."""
        cells = table.add_row().cells
        merged = cells[0].merge(cells[-1])
        for extra in merged.paragraphs[1:]:
            extra._p.getparent().remove(extra._p)
        _fill(merged, text, "TableHead")

    def _set_page(self, *, wide: bool) -> None:
        """A4; the number of the page at the top from the second one, the address at the foot."""
        section = self._document.sections[0]
        section.orientation = WD_ORIENT.LANDSCAPE if wide else WD_ORIENT.PORTRAIT
        section.page_width, section.page_height = (HEIGHT, WIDTH) if wide else (WIDTH, HEIGHT)
        section.left_margin, section.right_margin = LEFT, RIGHT
        section.top_margin, section.bottom_margin = TOP, BOTTOM
        section.header_distance = section.footer_distance = Mm(10)
        section.different_first_page_header_footer = True
        number = section.header.paragraphs[0]
        _set_style(number, "Page")
        _add_page_number(number)
        _set_style(section.first_page_header.paragraphs[0], "Page")
        for footer in (section.footer, section.first_page_footer):
            _set_style(footer.paragraphs[0], "Foot")
            footer.paragraphs[0].add_run(_FOOT)


def _write(paragraph: Any, text: str) -> None:
    plain, bold = text.split("**")[::2], text.split("**")[1::2]
    for before, strong in zip_longest(plain, bold):
        if before:
            paragraph.add_run(before)
        if strong:
            paragraph.add_run(strong).bold = True


def _fill(cell: Any, text: str, style: str) -> None:
    paragraph = cell.paragraphs[0]
    _set_style(paragraph, style)
    _write(paragraph, text)


def _set_style(paragraph: Any, style: str) -> None:
    """By its id: names are shown in the language of whoever opens the file."""
    if style != "Normal":
        paragraph._p.get_or_add_pPr().get_or_add_pStyle().val = style


def _mark(row: Any, name: str) -> None:
    about = row._tr.get_or_add_trPr()
    about.append(OxmlElement(name))


def _set_widths(table: Any, widths: Sequence[float]) -> None:
    """Widths in millimetres, for the columns and for each cell: programs look at either."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    for row in table.rows:
        for cell, width in zip(row._tr.tc_lst, widths, strict=False):
            if cell.grid_span == 1:
                cell.width = Mm(width)


def _add_page_number(paragraph: Any) -> None:
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        run = paragraph.add_run()
        if kind:
            mark = OxmlElement("w:fldChar")
            mark.set(qn("w:fldCharType"), kind)
        else:
            mark = OxmlElement("w:instrText")
            mark.text = text
        run._r.append(mark)
