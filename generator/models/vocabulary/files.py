"""The kinds of file that may lie beside a record and be published, by the ends of their names."""

from typing import Any, Self

from pydantic_core import PydanticCustomError

from generator.models.vocabulary.base import Vocabulary
from generator.problems import BadValue, codes

PROGRAMMES = frozenset(
    "html htm xhtml xht shtml mht mhtml xml xsl xslt svg svgz js mjs css wasm swf hta "  # noqa: SIM905
    "exe msi com scr dll bat cmd ps1 vbs sh php py jar apk app dmg lnk url "
    "docm dotm xlsm xltm pptm potm".split()
)
"""What no site may publish. A browser runs what stands in HTML and SVG, in the site's own name."""

_NEVER = (
    "В таком файле может быть программа, поэтому и список file_types его не разрешает. "
    "Сохраните его как PDF или картинку."
)


class FileType(Vocabulary):
    """A kind of file that can be checked: what is inside must be what the name says."""

    PDF = "pdf", "документ PDF"
    DOCX = "docx", "документ Word"
    ODT = "odt", "текст OpenDocument"
    DOC = "doc", "документ Word прежнего вида"
    RTF = "rtf", "документ RTF"
    TXT = "txt", "простой текст"
    XLSX = "xlsx", "таблица Excel"
    ODS = "ods", "таблица OpenDocument"
    XLS = "xls", "таблица Excel прежнего вида"
    CSV = "csv", "таблица CSV"
    PPTX = "pptx", "презентация PowerPoint"
    ODP = "odp", "презентация OpenDocument"
    PPT = "ppt", "презентация PowerPoint прежнего вида"
    PNG = "png", "картинка PNG"
    JPG = "jpg", "картинка JPEG"
    JPEG = "jpeg", "картинка JPEG, второе имя"
    WEBP = "webp", "картинка WebP"
    GIF = "gif", "картинка GIF"
    MP3 = "mp3", "звук MP3"
    EPUB = "epub", "книга EPUB"
    DJVU = "djvu", "книга DjVu"
    GGB = "ggb", "чертёж GeoGebra"
    SB3 = "sb3", "проект Scratch"
    ZIP = "zip", "архив ZIP"

    @classmethod
    def read(cls, value: Any) -> Self:
        """Find the kind that an end of a name stands for, or say why there is none."""
        suffix = value.strip().casefold().removeprefix(".") if isinstance(value, str) else ""
        if suffix in PROGRAMMES:
            problem = BadValue(codes.FILE_KIND, suffix=suffix, advice=_NEVER)
            raise PydanticCustomError("umo", "see ctx", {"problem": problem})
        return super().read(suffix or value)


USUAL_TYPES = tuple(
    map(FileType.read, "pdf docx odt txt xlsx ods csv pptx odp png jpg jpeg webp".split())  # noqa: SIM905
)
"""What a site publishes unless it says otherwise: what any browser or office opens by itself.

Left out are forms that often carry macros (doc, xls, ppt, rtf) and those of which nobody sees what
is inside before they are opened (zip); a site may add them.
"""
PICTURES = frozenset({FileType.PNG, FileType.JPG, FileType.JPEG, FileType.WEBP, FileType.GIF})


def why_not(suffix: str, allowed: tuple[FileType, ...]) -> str:
    """What to do with a file of a kind that is not published."""
    if suffix in PROGRAMMES:
        return _NEVER
    listed = ", ".join(allowed) or "ничего"
    return f"Список сайта (file_types в site.yml): {listed}. Сохраните файл в одном из этих видов."
