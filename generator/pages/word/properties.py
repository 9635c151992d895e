"""What a Word file says of itself: title, publisher, and the day of its record."""

import re
from datetime import date
from typing import NamedTuple

from generator.pages.word.package import TYPES, Parts
from generator.pages.word.values import exact

CORE = "docProps/core.xml"
_LINKS = "_rels/.rels"
_KIND = "application/vnd.openxmlformats-package.core-properties+xml"
_RELATION = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"
_THUMBNAIL = re.compile(rb"<Relationship\b[^>]*metadata/thumbnail\"[^>]*/>")


class Properties(NamedTuple):
    """The core properties of a file (ECMA-376, part 2, 11)."""

    title: str
    creator: str
    day: date | None


def core_part(about: Properties) -> str:
    """The part with the core properties."""
    title, creator = (exact(" ".join(text.split())) for text in (about.title, about.creator))
    return (
        '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/'
        'core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" '
        'xmlns:dcterms="http://purl.org/dc/terms/" '
        'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>{creator}</dc:creator>"
        f"<cp:lastModifiedBy>{creator}</cp:lastModifiedBy><dc:language>ru-RU</dc:language>"
        f"{_moments(about.day) if about.day else ''}</cp:coreProperties>"
    )


def _moments(day: date) -> str:
    """When it was made and changed. The hour is noon: in hardly any time zone another day."""
    return "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day.isoformat()}T12:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
    )


def with_core(parts: Parts) -> Parts:
    """The parts with room for core properties, and without a picture of the template."""
    found = {name: part for name, part in parts.items() if "thumbnail" not in name}
    found[_LINKS] = _THUMBNAIL.sub(b"", found.get(_LINKS, b""))
    if CORE not in found:
        override = f'<Override PartName="/{CORE}" ContentType="{_KIND}"/></Types>'
        found[TYPES] = found[TYPES].replace(b"</Types>", override.encode())
        link = f'<Relationship Id="umoCore" Type="{_RELATION}" Target="{CORE}"/></Relationships>'
        found[_LINKS] = found[_LINKS].replace(b"</Relationships>", link.encode())
    return found | {CORE: b""}
