"""References that lead nowhere, and bodies that are each other's parents."""

import difflib
from collections.abc import Iterator, Sequence

from generator.archive.index import Index, meeting_id
from generator.archive.wrong import Wrong
from generator.load import Entry, Kind, Loaded
from generator.models import Association, Meeting, Record
from generator.models.parts import Attachment
from generator.models.references import Reference, Target, parts_of, references
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
_KINDS: dict[Target, Kind] = {
    target: Kind(target.value) for target in Target if target is not Target.DECISION
}
_KINDS[Target.DECISION] = Kind.MEETING


def dead_links(index: Index, loaded: Loaded) -> Iterator[Wrong]:
    """Yield every reference to a record that is not there, and every file that is missing."""
    names: dict[Kind, list[str]] = {kind: [] for kind in Kind}
    for kind, name in sorted(loaded.known):
        names[kind].append(name)
    for entry in index.all():
        for reference in references(entry.record):
            kind = _KINDS[reference.target]
            key = _full_id(reference, entry)
            if kind in loaded.unsure or _exists(reference.target, key, index, loaded.known):
                continue
            what, where = _WORDS[reference.target]
            advice = (
                _numbers(key, index)
                or _of_another_kind(reference, loaded.known)
                or _alike(key, entry, names[kind])
            )
            words: dict[str, object] = {
                "what": what,
                "value": reference.value,
                "advice": advice or f"Проверьте обозначение: {where}.",
            }
            yield Wrong(codes.LINK_NOWHERE, entry, reference.location, words)
        yield from _missing_files(entry)


def _full_id(reference: Reference, home: Entry[Record]) -> str:
    """What is named, with the folder that a short name leaves out."""
    by_date = _KINDS[reference.target] is Kind.MEETING
    return meeting_id(reference.value, home) if by_date and home.year else reference.value


def _exists(target: Target, key: str, index: Index, known: frozenset[tuple[Kind, str]]) -> bool:
    name, _, number = key.partition("#")
    if (_KINDS[target], name) not in known:
        return False
    held = index.of(Kind.MEETING, Meeting).get(name)
    return not number or held is None or number in held.record.decision_numbers()


def _numbers(key: str, index: Index) -> str:
    """Which decisions there are, where only the number leads nowhere."""
    held = index.of(Kind.MEETING, Meeting).get(key.partition("#")[0])
    numbers = ", ".join(held.record.decision_numbers()) if held else None
    if numbers is None:
        return ""
    return f"Номера решений этого заседания: {numbers}." if numbers else "Решений там не записано."


def _of_another_kind(reference: Reference, known: frozenset[tuple[Kind, str]]) -> str:
    """Where a person is named, a lone id of a school or a body: it needs its field's name."""
    if reference.target is not Target.PERSON:
        return ""
    for kind in (Kind.ORGANISATION, Kind.ASSOCIATION):
        if (kind, reference.value) in known:
            return f"Это не человек. Напишите так: {{{kind}: {reference.value}}}."
    return ""


def _alike(key: str, home: Entry[Record], names: Sequence[str]) -> str:
    """A name spelled much the same; a meeting of the same folder by its short name."""
    wanted, mark, number = key.partition("#")
    whole = [name for name in names if name.endswith(f"/{wanted}")]
    found = whole or difflib.get_close_matches(wanted, names, n=1, cutoff=0.7)
    if not found:
        return ""
    name = found[0]
    if home.year and name == meeting_id(short := name.rpartition("/")[2], home):
        name = short
    return f"Похоже на «{name}{mark}{number}»."


def _missing_files(entry: Entry[Record]) -> Iterator[Wrong]:
    """A file named by an attachment must lie in the folder beside the record."""
    for part, location in parts_of(entry.record, Attachment):
        if part.file and part.file not in entry.files:
            if entry.kind in (Kind.MEETING, Kind.PRACTICE):
                advice = f"Положите его в папку {entry.folder}/ или исправьте имя."
            else:
                advice = "Файлы кладут только рядом с протоколом и практикой; здесь нужен address."
            words: dict[str, object] = {"what": "файл", "value": part.file, "advice": advice}
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
