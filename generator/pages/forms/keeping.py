"""Whether a paper is kept for more than ten years: such papers have 30 mm on the left.

The register of documents says it of the paper itself; where it says nothing, the regulation of the
day says it of papers of this kind.
"""

import re
from collections.abc import Iterator

from generator.archive import Archive
from generator.load import Kind
from generator.models.document import Retention
from generator.models.vocabulary import DocumentKind
from generator.rules.case import Case

LONG = 10
"""Years: what is kept for longer is bound, and needs a wider margin."""

_FOREVER = re.compile(r"\bпостоянн")
_YEARS = re.compile(r"(\bболее |\bсвыше )?\b(\d{1,3})(?:\s*/\s*(\d{1,3}))?\s*(?:лет|год|л\.)")


def kept_for_long(term: str) -> bool:
    """Whether the words of a term mean more than ten years; words that name no time do not."""
    words = " ".join(term.casefold().split())
    if _FOREVER.search(words):
        return True
    return any(
        int(years) + bool(more) > LONG
        for more, *named in _YEARS.findall(words)
        for years in named
        if years
    )


def is_lasting(case: Case, kind: DocumentKind, subject: tuple[Kind, str]) -> bool:
    """Whether a paper of a kind about a record (such as the minutes of a meeting) is kept for long.

    The case says whose paper it is, and by the norms of which day it is kept.
    """
    said = list(_on_record(case.archive, kind, subject))
    if said:
        return any(said)
    norms = (norm for _, norm in case.norms("documents", case.day) if norm.kind is kind)
    return any(kept_for_long(norm.retention) for norm in norms if norm.retention)


def _on_record(archive: Archive, kind: DocumentKind, subject: tuple[Kind, str]) -> Iterator[bool]:
    """What the papers of this kind about the record say of their keeping."""
    for paper in archive.relations.approved_by.get(subject, ()):
        retention = paper.record.retention
        if paper.record.kind is kind and retention:
            yield _is_long(retention)


def _is_long(retention: Retention) -> bool:
    """The years decide where they were written down, else the words."""
    if retention.years is not None:
        return retention.years > LONG
    return kept_for_long(retention.term)
