"""References that lead nowhere, and bodies that are each other's parents."""

import difflib
from collections.abc import Iterator

from generator.archive.index import Index, meeting_id
from generator.archive.wrong import Wrong
from generator.load import Entry, Kind
from generator.models import Association, Meeting, Record
from generator.models.parts import Attachment
from generator.models.references import Target, parts_of, references
from generator.problems import codes

_WORDS = {
    Target.ORGANISATION: ("организация", "organisations.yml"),
    Target.PERSON: ("человек", "people.yml"),
    Target.REGULATION: ("положение", "папка regulations/"),
    Target.ASSOCIATION: ("объединение", "папка associations/"),
    Target.MEETING: ("заседание", "папка meetings/"),
    Target.DECISION: ("решение", "файл заседания"),
    Target.PRACTICE: ("практика", "папка practices/"),
    Target.DOCUMENT: ("документ", "documents.yml"),
}
_KINDS = {target: Kind(target.value) for target in Target if target is not Target.DECISION}


def dead_links(index: Index, known: frozenset[tuple[Kind, str]]) -> Iterator[Wrong]:
    """Yield every reference to a record that is not there, and every file that is missing."""
    names: dict[Target, list[str]] = {}
    for target, kind in _KINDS.items():
        names[target] = sorted(name for k, name in known if k is kind)
    for entry in index.all():
        for reference in references(entry.record):
            value = reference.value
            if not _exists(reference.target, value, entry, index, known):
                words = _nowhere(reference.target, value, names)
                yield Wrong(codes.LINK_NOWHERE, entry, reference.location, words)
        yield from _missing_files(entry)


def _exists(
    target: Target,
    value: str,
    home: Entry[Record],
    index: Index,
    known: frozenset[tuple[Kind, str]],
) -> bool:
    if target is Target.MEETING:
        return (Kind.MEETING, meeting_id(value, home)) in known
    if target is not Target.DECISION:
        return (_KINDS[target], value) in known
    meeting, _, number = value.partition("#")
    key = meeting_id(meeting, home)
    held = index.of(Kind.MEETING, Meeting).get(key)
    if held is None:
        return (Kind.MEETING, key) in known
    return number in held.record.decision_numbers()


def _nowhere(target: Target, value: str, names: dict[Target, list[str]]) -> dict[str, object]:
    what, where = _WORDS[target]
    alike = difflib.get_close_matches(value, names.get(target, ()), n=1, cutoff=0.7)
    advice = f"Похоже на «{alike[0]}»." if alike else f"Проверьте обозначение: {where}."
    return {"what": what, "value": value, "advice": advice}


def _missing_files(entry: Entry[Record]) -> Iterator[Wrong]:
    """A file named by an attachment must lie in the folder beside the record."""
    for part, location in parts_of(entry.record, Attachment):
        if part.file and part.file not in entry.files:
            folder = entry.path.rpartition(".")[0]
            words: dict[str, object] = {
                "what": "файл",
                "value": part.file,
                "advice": f"Положите его в папку {folder}/ или исправьте имя.",
            }
            yield Wrong(codes.LINK_NOWHERE, entry, (*location, "file"), words)


def circles(index: Index) -> Iterator[Wrong]:
    """Yield each association from which the way up leads back to itself."""
    associations = index.of(Kind.ASSOCIATION, Association)
    for name, entry in associations.items():
        chain = [name]
        parent = entry.record.parent
        while parent and parent in associations and parent not in chain:
            chain.append(parent)
            parent = associations[parent].record.parent
        if parent == name:
            words: dict[str, object] = {"chain": " → ".join([*chain, name])}
            yield Wrong(codes.CIRCLE, entry, ("parent",), words)
