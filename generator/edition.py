"""One run over the records: read, linked, checked, and the pages that are to be made of them."""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.archive import Archive, Linked, judge, link
from generator.archive.checks import check_day, check_entry
from generator.cache import Cache
from generator.crew import spread
from generator.history import last_changes
from generator.load import Entry, load
from generator.models import Record
from generator.pages import Context, Draft, all_drafts
from generator.pages.context import CHANGED, TODAY
from generator.problems import Problem, seen_from
from generator.reads import listening


@dataclass(frozen=True)
class Edition:
    """The records as they are now. Where something forbids a site there is no archive."""

    content: Path
    day: date
    archive: Archive | None
    problems: list[Problem]


@dataclass(frozen=True)
class Sheets:
    """The pages of an edition, not yet made, and when each content file last changed."""

    drafts: dict[str, Draft]
    changes: dict[str, date]


def prepare(content: Path, day: date, cache: Cache) -> Edition:
    """Read and check all records; what the cache knows to be in order is not looked at again."""
    loaded = load(content, cache.readings.read_all)
    linked = link(loaded, cache.readings.tells)
    cache.settle_records()
    cache.settle(TODAY, {"": day.isoformat()})
    archive, problems = judge(linked, _check(linked, day, cache))
    return Edition(content, day, archive, problems)


def sheets_of(edition: Edition, archive: Archive, cache: Cache) -> Sheets:
    """List the pages of an edition in their order; none is made yet."""
    changes = last_changes(edition.content)
    cache.settle(CHANGED, {path: day.isoformat() for path, day in changes.items()})
    context = Context(archive, edition.day, changes)
    return Sheets({draft.address: draft for draft in all_drafts(context)}, changes)


def tell(problems: Iterable[Problem], content: Path) -> None:
    """Print problems, with paths as seen from here."""
    for problem in seen_from(list(problems), content):
        sys.stderr.write(f"{problem}\n")


def _check(linked: Linked, day: date, cache: Cache) -> Iterator[Problem]:
    """Yield the problems between records. Only checks that found nothing are remembered."""
    records = linked.ground.index.all()
    entries = [entry for entry in records if _check_of(entry) not in cache.ledger]
    for entry, (facts, problems) in zip(entries, spread(_checker(linked), entries), strict=True):
        if problems:
            yield from problems
        else:
            cache.ledger.put(_check_of(entry), facts)
    yield from check_day(linked.ground, day)


Checked = tuple[set[str], list[Problem]]


def _checker(linked: Linked) -> Callable[[Sequence[Entry[Record]]], list[Checked]]:
    def check_some(some: Sequence[Entry[Record]]) -> list[Checked]:
        results = []
        for entry in some:
            with listening() as facts:
                problems = list(check_entry(entry, linked.ground))
            results.append((facts, problems))
        return results

    return check_some


def _check_of(entry: Entry[Record]) -> str:
    return f"check/{entry.kind.value}/{entry.id}"
