"""Leaves out of a template what python-docx puts into every file and a paper does not need."""

import re

from generator.pages.word.package import TYPES, opened
from generator.pages.word.zipped import pack, zipped

_UNWANTED = re.compile(
    r"(?:customXml/.*|docProps/(?:app\.xml|thumbnail.*)|word/(?:theme/.*|numbering\.xml"
    r"|stylesWithEffects\.xml|webSettings\.xml|fontTable\.xml|_rels/(?!document|header|footer).*))"
)
_RELATION = re.compile(rb'<Relationship\b[^>]*?Target="([^"]*)"[^>]*?/>')
_OVERRIDE = re.compile(rb'<Override\b[^>]*?PartName="/([^"]*)"[^>]*?/>')
_COMPATIBLE = (
    b"<w:compat><w:doNotExpandShiftReturn/>"
    b'<w:compatSetting w:name="compatibilityMode" '
    b'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat>'
)
"""Lines that end by hand are not stretched, and Word does not speak of an old format."""
_COMPAT = re.compile(rb"<w:compat>.*?</w:compat>|<w:compat/>", re.DOTALL)


def lean(data: bytes) -> bytes:
    """The file without unwanted parts; the same file gives the same bytes."""
    parts = {name: part for name, part in opened(data).items() if not _UNWANTED.fullmatch(name)}
    for name in [name for name in parts if name.endswith(".rels")]:
        home = name.partition("_rels/")[0]
        parts[name] = _without(_RELATION, parts[name], home, parts)
    parts[TYPES] = _without(_OVERRIDE, parts[TYPES], "", parts)
    settings = "word/settings.xml"
    parts[settings] = _COMPAT.sub(_COMPATIBLE, parts[settings], count=1)
    names = sorted(parts, key=lambda name: (name != TYPES, name != "_rels/.rels", name))
    return zipped(pack(name, parts[name]) for name in names)


def _without(pattern: re.Pattern[bytes], text: bytes, home: str, parts: dict[str, bytes]) -> bytes:
    """The text without what speaks of parts that are left out."""

    def kept(found: re.Match[bytes]) -> bytes:
        return found[0] if home + found[1].decode().removeprefix("/") in parts else b""

    return pattern.sub(kept, text)
