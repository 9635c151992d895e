"""One run over the records: read, linked, checked, and the pages that are to be made of them."""

import hashlib
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from generator.archive import Archive, judge, link
from generator.archive.checks import check_together
from generator.cache import Cache
from generator.crew import spread
from generator.history import last_changes
from generator.load import load
from generator.pages import Context, Draft, all_drafts
from generator.pages.all import FAMILIES
from generator.pages.context import CHANGED
from generator.pages.digests import DIGEST, YEARS, Family, YearKey
from generator.problems import Problem, seen_from
from generator.reads import TODAY, listening


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
    readings = cache.readings
    loaded = load(content, readings.read_all, readings.survey)
    linked = link(loaded, readings.told())
    cache.settle_records()
    cache.settle(TODAY, {"": day.isoformat()})
    archive, problems = judge(linked, check_together(linked.ground, day, readings.needs))
    return Edition(content, day, archive, problems)


def sheets_of(edition: Edition, archive: Archive, cache: Cache) -> Sheets:
    """List the pages of an edition in their order; none is made yet."""
    changes = last_changes(edition.content)
    cache.settle(CHANGED, {path: day.isoformat() for path, day in changes.items()})
    context = Context(archive, edition.day, changes)
    _work_out_digests(context, cache)
    return Sheets({draft.address: draft for draft in all_drafts(context)}, changes)


def _work_out_digests(context: Context, cache: Cache) -> None:
    """Work out what years come to; what has not changed is taken from the last run."""
    ledger, years = cache.ledger, context.digests.years
    wanted = {f.work(*key): (f, key) for key in years for f in FAMILIES}
    names = tuple(f"{family.name}/" for family in FAMILIES)
    ledger.keep(work for work in ledger.works if work in wanted or not work.startswith(names))

    def work_out(some: Sequence[tuple[Family, YearKey]]) -> list[tuple[tuple[str, ...], Any]]:
        return [_worked_out(context, family, key) for family, key in some]

    stale = {work: piece for work, piece in wanted.items() if work not in ledger}
    results = spread(work_out, list(stale.values()))
    for work, (facts, value) in zip(stale, results, strict=True):
        ledger.put(work, facts, value)
    values = {work: ledger[work] for work in wanted}
    cache.settle(DIGEST, {work: _digest(value) for work, value in values.items()})
    cache.settle(YEARS, {"": _digest(years)})
    context.digests.know(values)


def _worked_out(context: Context, family: Family, key: YearKey) -> tuple[tuple[str, ...], Any]:
    with listening() as facts:
        value = family.make(context, *key)
    return tuple(facts), value


def _digest(value: Any) -> str:
    return hashlib.blake2b(repr(value).encode(), digest_size=8).hexdigest()


def tell(problems: Iterable[Problem], content: Path) -> None:
    """Print problems, with paths as seen from here."""
    for problem in seen_from(list(problems), content):
        sys.stderr.write(f"{problem}\n")
