"""Finding the association that somebody means, or saying which there are."""

import difflib

from generator.archive import Archive
from generator.load import Entry
from generator.models import Association
from generator.records.refusal import RecordRefusedError

_MOST_NAMED = 12
"""So many associations a message may list."""


def find_body(archive: Archive, words: str) -> Entry[Association]:
    """The association of this id or of this name, whole or short."""
    wanted = _folded(words)
    for name, entry in archive.associations.items():
        record = entry.record
        names = (name, record.name, record.short_name or "", *record.other_names)
        if wanted in map(_folded, names):
            return entry
    raise RecordRefusedError(no_such_body(archive, words))


def no_such_body(archive: Archive, words: str) -> str:
    """Say that nothing is called so, and what is called alike: a sentence without a full stop."""
    labels = {name: entry.record.label for name, entry in archive.associations.items()}
    alike = _alike(words, labels)
    named = "; ".join(f"{name} ({labels[name]})" for name in alike)
    word = "Похожие" if len(alike) < len(labels) else "Есть"
    if not named:
        return f"нет объединения «{words}»: в записях нет ни одного"
    return f"нет объединения «{words}». {word}: {named}"


def _folded(text: str) -> str:
    return " ".join(text.casefold().replace("«", '"').replace("»", '"').split())


def _alike(id_: str, labels: dict[str, str]) -> list[str]:
    """The ids that are spelled alike, or whose name has the word; all where they are few."""
    wanted = id_.casefold()
    close = difflib.get_close_matches(wanted, labels, n=3, cutoff=0.5)
    within = [n for n, label in labels.items() if wanted in n or wanted in label.casefold()]
    return list(dict.fromkeys((*close, *within)))[:_MOST_NAMED] or list(labels)[:_MOST_NAMED]
