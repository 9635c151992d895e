"""Markdown bodies and the files beside records: every link leads somewhere, every file is named."""

from collections.abc import Iterator

from generator.archive.ground import Ground
from generator.archive.wrong import Wrong
from generator.load import Entry, Kind
from generator.models import Record
from generator.models.parts import Attachment
from generator.models.references import parts_of
from generator.problems import codes
from generator.source import BESIDE, OUTWARD, SIBLING, links_in


def published_files(entry: Entry[Record]) -> tuple[str, ...]:
    """The paths of the files beside a record that it names: only these are published."""
    return tuple(f"{entry.folder}/{name}" for name in _named_files(entry))


def _named_files(entry: Entry[Record]) -> tuple[str, ...]:
    if not entry.files:
        return ()
    named = {part.file for part, _ in parts_of(entry.record, Attachment) if part.file}
    named |= {target for target, _ in links_in(entry.body) if BESIDE.fullmatch(target)}
    return tuple(name for name in entry.files if name in named)


def body_faults(entry: Entry[Record], ground: Ground) -> Iterator[Wrong]:
    """Yield links of a body that lead nowhere, and files beside the record that it never names."""
    for target, line in links_in(entry.body):
        if not _leads_somewhere(target, entry, ground):
            words: dict[str, object] = {"target": target[:60]}
            yield Wrong(codes.BODY_LINK, entry, (), words, line=entry.body_line + line)
    for name in sorted(set(entry.files) - set(_named_files(entry))):
        yield Wrong(codes.FILE_UNNAMED, entry, (), {"name": name})


def _leads_somewhere(target: str, entry: Entry[Record], ground: Ground) -> bool:
    if target.startswith(OUTWARD):
        return True
    if sibling := SIBLING.fullmatch(target):
        return entry.kind is Kind.PRACTICE and ground.knows(Kind.PRACTICE, sibling[1])
    return target in entry.files
