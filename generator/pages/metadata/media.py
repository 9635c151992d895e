"""Files and links beside a record as works of their own."""

from generator.load import Entry
from generator.models import Record
from generator.models.parts import Attachment
from generator.models.vocabulary.files import PICTURES, FileType
from generator.pages.addresses import address
from generator.pages.metadata.graph import Here, Node, node
from generator.values import file_size

_OFFICE = "application/vnd.openxmlformats-officedocument"
_OPEN = "application/vnd.oasis.opendocument"
FORMATS = {
    FileType.PDF: "application/pdf",
    FileType.DOCX: f"{_OFFICE}.wordprocessingml.document",
    FileType.ODT: f"{_OPEN}.text",
    FileType.DOC: "application/msword",
    FileType.RTF: "application/rtf",
    FileType.TXT: "text/plain",
    FileType.XLSX: f"{_OFFICE}.spreadsheetml.sheet",
    FileType.ODS: f"{_OPEN}.spreadsheet",
    FileType.XLS: "application/vnd.ms-excel",
    FileType.CSV: "text/csv",
    FileType.PPTX: f"{_OFFICE}.presentationml.presentation",
    FileType.ODP: f"{_OPEN}.presentation",
    FileType.PPT: "application/vnd.ms-powerpoint",
    FileType.PNG: "image/png",
    FileType.JPG: "image/jpeg",
    FileType.JPEG: "image/jpeg",
    FileType.WEBP: "image/webp",
    FileType.GIF: "image/gif",
    FileType.MP3: "audio/mpeg",
    FileType.EPUB: "application/epub+zip",
    FileType.DJVU: "image/vnd.djvu",
    FileType.GGB: "application/vnd.geogebra.file",
    FileType.SB3: "application/x.scratch.sb3",
    FileType.ZIP: "application/zip",
}
"""The media types of the kinds of file that may be published (IANA)."""


def attachment(item: Attachment, entry: Entry[Record], here: Here) -> Node:
    """A file of a record, with all that tells whether it is the right one; or a link."""
    if not item.file:
        return link(item)
    found = next((one for one in entry.beside if one.name == item.file), None)
    return node(
        "ImageObject" if found and found.kind in PICTURES else "MediaObject",
        name=item.title,
        contentUrl=here.to(f"{address(entry)}{item.file}"),
        encodingFormat=FORMATS[found.kind] if found else None,
        contentSize=file_size(found.size) if found else None,
        sha256=found.digest if found else None,
    )


def link(item: Attachment) -> Node:
    """A page elsewhere. A video is no VideoObject: neither its day nor its picture is known."""
    return node("CreativeWork", name=item.title, url=item.address)
