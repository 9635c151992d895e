"""Opens a Word file that somebody has made: its parts, or why it is refused.

Templates come by pull request, so nothing in them is trusted: not what the archive says of its
sizes, not what its XML may refer to. What would act by itself in the hands of a reader (macros,
embedded programs, parts fetched from elsewhere) is refused.
"""

import io
import zipfile
import zlib
from collections.abc import Iterator
from functools import cache
from typing import Any

from generator.pages.word.libraries import etree
from generator.pages.word.refused import TemplateRefusedError
from generator.problems import codes
from generator.values import file_size

Parts = dict[str, bytes]

WHOLE_LIMIT = 20 * 1024 * 1024
"""Bytes of all parts together: a letterhead with pictures has a tenth of it."""
_PARTS_LIMIT = 300
TYPES = "[Content_Types].xml"
MAIN = "word/document.xml"
_DOCUMENT = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_PROGRAMS = frozenset(
    (
        "aFChunk",
        "activeXControlBinary",
        "control",
        "frame",
        "oleObject",
        "subDocument",
        "vbaProject",
    )
)
"""Ends of types of relations (ECMA-376, part 1, 15.2) that bring in what acts or is hidden."""
_BROKEN = (zipfile.BadZipFile, zlib.error, ValueError, OSError, EOFError, NotImplementedError)


def opened(data: bytes) -> Parts:
    """The parts of a Word file by their names. Raises TemplateRefusedError."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = dict(_read(archive))
    except TemplateRefusedError:
        raise
    except _BROKEN as error:
        raise unreadable("архив повреждён") from error
    if MAIN not in parts or TYPES not in parts:
        raise unreadable("внутри нет текста документа")
    trees = {n: parse(part, n) for n, part in parts.items() if n.endswith((".xml", ".rels"))}
    _refuse_other_types(trees[TYPES])
    _drop_attached(trees, parts)
    for name in [name for name in trees if name.endswith(".rels")]:
        for relation in trees[name].iter("{*}Relationship"):
            _refuse_link(relation.get("Type", ""), relation.get("TargetMode", ""))
    return parts


def parse(part: bytes, name: str) -> Any:
    """The XML of a part. A part with a document type of its own is refused: Word writes none."""
    try:
        tree = etree().fromstring(part, _parser())
    except etree().XMLSyntaxError as error:
        raise unreadable(f"часть {name} повреждена") from error
    if tree.getroottree().docinfo.doctype:
        raise _forbidden("описание типа (DOCTYPE)", "Возьмите файл, сохранённый в Word.")
    return tree


@cache
def _parser() -> Any:
    return etree().XMLParser(resolve_entities=False, no_network=True, load_dtd=False)


def unreadable(reason: str) -> TemplateRefusedError:
    """The refusal of what is no Word file."""
    return TemplateRefusedError(codes.WORD_UNREADABLE, reason=reason)


def _forbidden(what: str, advice: str) -> TemplateRefusedError:
    return TemplateRefusedError(codes.WORD_FORBIDDEN, what=what, advice=advice)


def _read(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    """Read all parts, but no more of them than may be, whatever the archive says of itself."""
    infos = [info for info in archive.infolist() if not info.is_dir()]
    names = {info.filename for info in infos}
    if len(infos) > _PARTS_LIMIT or len(names) < len(infos):
        raise unreadable("в архиве слишком много частей или две с одним именем")
    left = WHOLE_LIMIT
    for info in infos:
        if info.flag_bits & 1:
            raise unreadable("документ защищён паролем")
        if ".." in info.filename.split("/") or "\\" in info.filename:
            raise unreadable("в архиве части с недопустимыми именами")
        with archive.open(info) as part:
            data = part.read(left + 1)
        left -= len(data)
        if left < 0:
            limit = file_size(WHOLE_LIMIT)
            raise TemplateRefusedError(codes.WORD_TOO_LARGE, size=f"больше {limit}", limit=limit)
        yield info.filename, data


def _refuse_other_types(types: Any) -> None:
    """Let nothing pass but a plain document: no template (.dotx), no document with macros."""
    found = {one.get("PartName"): one.get("ContentType", "") for one in types.iter("{*}Override")}
    if any("macroEnabled" in kind or "vbaProject" in kind for kind in found.values()):
        raise _forbidden("макросы", "Сохраните его как «Документ Word (.docx)», без макросов.")
    if found.get(f"/{MAIN}") != _DOCUMENT:
        raise unreadable("внутри не обычный документ, а, например, шаблон .dotx")


def _refuse_link(kind: str, mode: str) -> None:
    """A link that a reader clicks is fair; whatever Word would fetch by itself is not."""
    end = kind.rpartition("/")[2]
    if end in _PROGRAMS:
        advice = "Удалите из документа вложенный объект или вставьте его картинкой."
        raise _forbidden("вложенная программа или документ", advice)
    if mode == "External" and end != "hyperlink":
        advice = "Вставьте картинку в сам документ, а не ссылкой на файл."
        raise _forbidden("часть, которая берётся из другого места", advice)


_SETTINGS, _SETTINGS_LINKS = "word/settings.xml", "word/_rels/settings.xml.rels"


def _drop_attached(trees: dict[str, Any], parts: Parts) -> None:
    """Leave out from which template the file was begun: a path on somebody's computer."""
    found = (("{*}attachedTemplate", _SETTINGS), ("{*}Relationship", _SETTINGS_LINKS))
    for tag, name in found if _SETTINGS in trees and _SETTINGS_LINKS in trees else ():
        for one in list(trees[name].iter(tag)):
            if one.get("Type", "/attachedTemplate").endswith("/attachedTemplate"):
                one.getparent().remove(one)
        parts[name] = etree().tostring(trees[name], encoding="UTF-8", standalone=True)
