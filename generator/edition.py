"""One run over the records: read, linked, checked, and the pages that are to be made of them."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from generator.archive import Archive, judge, link
from generator.archive.checks import check_together
from generator.cache import Cache
from generator.history import last_changes
from generator.load import load
from generator.pages import Context, Draft, all_drafts
from generator.pages.context import CHANGED, SITE_URL
from generator.problems import Problem, seen_from
from generator.reads import TODAY
from generator.reckoning import work_out_digests


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


def sheets_of(edition: Edition, archive: Archive, cache: Cache, site_url: str = "") -> Sheets:
    """List the pages of an edition in their order; none is made yet."""
    changes = last_changes(edition.content)
    cache.settle(CHANGED, {path: day.isoformat() for path, day in changes.items()})
    cache.settle(SITE_URL, {"": site_url})
    context = Context(archive, edition.day, changes, site_url)
    work_out_digests(context, cache)
    return Sheets({draft.address: draft for draft in all_drafts(context)}, changes)


def tell(problems: Iterable[Problem], content: Path) -> None:
    """Print problems, with paths as seen from here."""
    for problem in seen_from(list(problems), content):
        sys.stderr.write(f"{problem}\n")
