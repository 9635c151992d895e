"""Markdown bodies and the files beside records: every link leads somewhere, every file is named."""

from collections.abc import Iterator

from generator.archive.ground import Ground
from generator.archive.wrong import Wrong
from generator.load import Entry, Kind
from generator.models import Record
from generator.models.parts import Attachment
from generator.models.references import parts_of
from generator.models.vocabulary.files import PICTURES
from generator.problems import codes
from generator.source import BESIDE, OUTWARD, SIBLING, links_in, pictures_in


def published_files(entry: Entry[Record]) -> tuple[str, ...]:
    """The paths of the files beside a record that it names: only these are published."""
    return tuple(f"{entry.folder}/{name}" for name in published_names(entry))


def published_names(entry: Entry[Record]) -> tuple[str, ...]:
    """The names of the files beside a record that it names."""
    if not entry.files:
        return ()
    named = {part.file for part, _ in parts_of(entry.record, Attachment) if part.file}
    named |= {target for target, _ in links_in(entry.body) if BESIDE.fullmatch(target)}
    return tuple(name for name in entry.files if name in named)


def body_faults(entry: Entry[Record]) -> Iterator[Wrong]:
    """Yield links of a body that can lead nowhere, and files beside that the record never names."""
    for target, line in links_in(entry.body):
        sibling = entry.kind is Kind.PRACTICE and SIBLING.fullmatch(target)
        if not (sibling or target.startswith(OUTWARD) or target in entry.files):
            yield _dead(target, line, entry)
    for name in sorted(set(entry.files) - set(published_names(entry))):
        yield Wrong(codes.FILE_UNNAMED, entry, (), {"name": name})
    yield from _picture_faults(entry)


def _picture_faults(entry: Entry[Record]) -> Iterator[Wrong]:
    """Yield what is set as a picture and is none of ours, and pictures without words."""
    kinds = {one.name: one.kind for one in entry.beside}
    for words, target, line in pictures_in(entry.body):
        leads_away = target.startswith(OUTWARD) or SIBLING.fullmatch(target)
        shown: dict[str, object] = {"target": target[:60]}
        if leads_away or (target in kinds and kinds[target] not in PICTURES):
            yield Wrong(codes.NO_PICTURE, entry, (), shown, line=entry.body_line + line)
        elif not words.strip():
            yield Wrong(codes.PICTURE_WITHOUT_WORDS, entry, (), shown, line=entry.body_line + line)


def dead_siblings(entry: Entry[Record], ground: Ground) -> Iterator[Wrong]:
    """Yield links of a practice's body to practices that are not there."""
    for target, line in links_in(entry.body):
        sibling = SIBLING.fullmatch(target)
        is_practice = entry.kind is Kind.PRACTICE
        if is_practice and sibling and not ground.knows(Kind.PRACTICE, sibling[1]):
            yield _dead(target, line, entry)


def _dead(target: str, line: int, entry: Entry[Record]) -> Wrong:
    return Wrong(codes.BODY_LINK, entry, (), {"target": target[:60]}, line=entry.body_line + line)
