"""The styles of the templates: the page and letters of an office paper (ГОСТ Р 7.0.97-2016).

Styles that Word has of its own bear its names, so Word shows them in Russian («Заголовок 1»);
others have Russian names. Lengths are points unless said otherwise.
"""

from dataclasses import dataclass, replace
from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

FONT = "Times New Roman"
_LANGUAGE = "ru-RU"


@dataclass(frozen=True)
class Look:
    """A style of paragraphs; `based` is the id of the style that it differs from."""

    id: str
    name: str
    size: float | None = None
    bold: bool = False
    italic: bool = False
    caps: bool = False
    align: Any = None
    before: float = 0
    after: float = 0
    left: float = 0
    """Millimetres."""
    first: float = 0
    """Millimetres by which the first line is set in; less than nothing hangs it out."""
    with_next: bool = False
    outline: int | None = None
    based: str = "Normal"


LOOKS = (
    Look("BodyText", "Body Text", after=4),
    Look("List", "List", after=3, left=8, first=-8),
    Look("Course", "Ход заседания", before=8, after=4, with_next=True),
    Look("Decision", "Решение", after=3, left=8, first=-8, with_next=True),
    Look("Quote", "Quote", italic=True, after=4, left=10),
    Look("Caption", "caption", size=12, bold=True, before=6, after=3, with_next=True),
    Look("Title", "Title", size=14, bold=True, caps=True, align=ALIGN.CENTER, before=6, after=6),
    Look("Subtitle", "Subtitle", align=ALIGN.CENTER, after=8),
    *(
        Look(
            f"Heading{level}",
            f"heading {level}",
            size=14 if level == 1 else 13,
            bold=True,
            italic=level > 3,
            before=12 if level == 1 else 8,
            after=4,
            with_next=True,
            outline=level - 1,
        )
        for level in range(1, 6)
    ),
    Look("Heads", "Шапка", align=ALIGN.CENTER, after=0),
    Look("Stamp", "Гриф", after=0),
    Look("StampWord", "Слово грифа", bold=True, after=2, with_next=True),
    Look("Fact", "Сведения", after=3),
    Look("Total", "Итог", before=6, after=4),
    Look("Detail", "Подробности решения", size=12, after=2, left=8),
    Look("Signature", "Подпись под документом", before=10, after=0, with_next=True),
    Look("TableText", "Текст таблицы", size=12, after=0),
    Look("TableHead", "Шапка таблицы", size=12, bold=True, align=ALIGN.CENTER, with_next=True),
    Look("Gap", "Отступ", size=4),
    Look("Small", "Примечание", size=11, after=2),
    Look("Cover", "Титульный лист", size=14, align=ALIGN.CENTER, before=6, after=6),
    Look("Foot", "Адрес страницы", size=9, align=ALIGN.CENTER),
    Look("Page", "Номер страницы", size=12, align=ALIGN.CENTER),
)
KEPT = {"Normal", "DefaultParagraphFont", "TableNormal", "TableGrid", *(one.id for one in LOOKS)}


def set_styles(document: Any, size: float, *, close: bool = False) -> None:
    """Give a document these styles and no others; `size` is that of its text.

    Closely set, it has half the space between paragraphs, and nothing larger than its text.
    """
    root = document.styles.element
    for latent in root.findall(qn("w:latentStyles")):
        root.remove(latent)
    for style in list(root.findall(qn("w:style"))):
        if style.get(qn("w:styleId")) not in KEPT:
            root.remove(style)
    _set_defaults(root)
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(size)
    normal.paragraph_format.space_after = Pt(0)
    for look in LOOKS:
        _set(document, _closer(look, size) if close else look)


def _closer(look: Look, size: float) -> Look:
    letters = min(look.size, size) if look.size else None
    return replace(look, size=letters, before=look.before / 2, after=look.after / 4)


def _set_defaults(root: Any) -> None:
    """Times New Roman and Russian for everything, whatever the theme of a computer says."""
    run = root.find(f"{qn('w:docDefaults')}/{qn('w:rPrDefault')}/{qn('w:rPr')}")
    for child in list(run):
        run.remove(child)
    fonts, language = OxmlElement("w:rFonts"), OxmlElement("w:lang")
    for kind in ("ascii", "hAnsi", "cs", "eastAsia"):
        fonts.set(qn(f"w:{kind}"), FONT)
    for kind in ("val", "eastAsia"):
        language.set(qn(f"w:{kind}"), _LANGUAGE)
    run.append(fonts)
    run.append(language)


def _set(document: Any, look: Look) -> None:
    style = _style(document, look)
    style.font.name, style.font.bold, style.font.italic = FONT, look.bold, look.italic
    style.font.all_caps = look.caps
    style.font.size = Pt(look.size) if look.size else None
    style.font.color.rgb = None
    about = style.paragraph_format
    about.alignment = look.align
    about.space_before, about.space_after = Pt(look.before), Pt(look.after)
    about.line_spacing = 1.0
    about.left_indent, about.first_line_indent = Mm(look.left), Mm(look.first)
    about.keep_with_next = look.with_next
    about.keep_together = look.with_next
    if look.outline is not None:
        level = OxmlElement("w:outlineLvl")
        level.set(qn("w:val"), str(look.outline))
        style.element.get_or_add_pPr().append(level)


def _style(document: Any, look: Look) -> Any:
    """A new style: what the library has under this id is left out, with its colours and borders."""
    root = document.styles.element
    for old in root.findall(qn("w:style")):
        if old.get(qn("w:styleId")) == look.id:
            root.remove(old)
    style = document.styles.add_style(look.name, WD_STYLE_TYPE.PARAGRAPH)
    style.element.set(qn("w:styleId"), look.id)
    style.base_style = document.styles["Normal"]
    style.quick_style = True
    if look.name.isascii():
        style.element.attrib.pop(qn("w:customStyle"), None)
    return style
