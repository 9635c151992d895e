"""References that lead nowhere, and bodies that are each other's parents."""

from collections.abc import Iterator

from generator.archive.ground import Ground
from generator.archive.index import meeting_id
from generator.archive.needs import KINDS, full_id
from generator.archive.wrong import Wrong
from generator.load import Entry, Kind
from generator.models import Meeting, Plan, Record
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
    Target.PLAN_ITEM: ("пункт плана", "файл plan.yml"),
    Target.PRACTICE: ("практика", "папка practices/"),
    Target.DOCUMENT: ("документ", "documents.yml"),
}


def dead_links(entry: Entry[Record], ground: Ground) -> Iterator[Wrong]:
    """Yield every reference to a record that is not there."""
    for reference in references(entry.record):
        kind = KINDS[reference.target]
        key = full_id(reference, entry)
        if kind in ground.unsure or _exists(reference.target, key, ground):
            continue
        what, where = _WORDS[reference.target]
        advice = (
            _numbers(key, ground)
            or _items(key, ground)
            or _of_another_kind(reference, ground)
            or _alike(key, entry, kind, ground)
        )
        words: dict[str, object] = {
            "what": what,
            "value": reference.value,
            "advice": advice or f"Проверьте обозначение: {where}.",
        }
        yield Wrong(codes.LINK_NOWHERE, entry, reference.location, words)


def _exists(target: Target, key: str, ground: Ground) -> bool:
    name, _, number = key.partition("#")
    if not ground.knows(KINDS[target], name):
        return False
    if target is Target.PLAN_ITEM:
        unread = name not in ground.index.of(Kind.PLAN, Plan)
        return unread or ground.relations.is_one_item(key)
    if not number or name not in ground.index.of(Kind.MEETING, Meeting):
        return True
    return key in ground.relations.decisions


def _numbers(key: str, ground: Ground) -> str:
    """Which decisions there are, where only the number leads nowhere."""
    held = ground.index.of(Kind.MEETING, Meeting).get(key.partition("#")[0])
    numbers = ", ".join(held.record.decision_numbers()) if held else None
    if numbers is None:
        return ""
    return f"Номера решений этого заседания: {numbers}." if numbers else "Решений там не записано."


def _items(key: str, ground: Ground) -> str:
    """Which points a plan has under a number, where this one leads nowhere or to several."""
    name, _, number = key.partition("#")
    plan = ground.index.of(Kind.PLAN, Plan).get(name)
    numbers = [item.number for item in plan.record.items if item.number] if plan else []
    if number in numbers:
        return "Под этим номером в плане не один пункт: дайте им разные номера."
    if numbers:
        return f"Номера пунктов этого плана: {', '.join(numbers)}."
    return "Пункты этого плана не пронумерованы: дайте нужному number." if plan else ""


def _of_another_kind(reference: Reference, ground: Ground) -> str:
    """Where a person is named, a lone id of a school or a body: it needs its field's name."""
    if reference.target is not Target.PERSON:
        return ""
    for kind in (Kind.ORGANISATION, Kind.ASSOCIATION):
        if ground.knows(kind, reference.value):
            return f"Это не человек. Напишите так: {{{kind}: {reference.value}}}."
    return ""


def _alike(key: str, home: Entry[Record], kind: Kind, ground: Ground) -> str:
    """A name spelled much the same; a meeting of the same folder by its short name."""
    wanted, mark, number = key.partition("#")
    whole = (name for name in ground.names(kind) if name.endswith(f"/{wanted}"))
    name = next(whole, None) or ground.alike(kind, wanted)
    if name is None:
        return ""
    if home.year and name == meeting_id(short := name.rpartition("/")[2], home):
        name = short
    return f"Похоже на «{name}{mark}{number}»."


def missing_files(entry: Entry[Record]) -> Iterator[Wrong]:
    """A file named by an attachment must lie in the folder beside the record."""
    for part, location in parts_of(entry.record, Attachment):
        if part.file and part.file not in entry.files:
            if entry.kind in (Kind.MEETING, Kind.PRACTICE):
                advice = f"Положите его в папку {entry.folder}/ или исправьте имя."
            else:
                advice = "Файлы кладут только рядом с протоколом и практикой; здесь нужен address."
            words: dict[str, object] = {"what": "файл", "value": part.file, "advice": advice}
            yield Wrong(codes.LINK_NOWHERE, entry, (*location, "file"), words)


def circle(entry: Entry[Record], ground: Ground) -> Iterator[Wrong]:
    """Tell of an association from which the way up leads back to itself."""
    parents = ground.relations.parents
    chain = [entry.id]
    parent = parents.get(entry.id)
    while parent and parent not in chain:
        chain.append(parent)
        parent = parents.get(parent)
    if parent == entry.id:
        words: dict[str, object] = {"chain": " → ".join([*chain, entry.id])}
        yield Wrong(codes.CIRCLE, entry, ("parent",), words)
