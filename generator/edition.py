"""One run over the records: read, linked, checked, and the pages that are to be made of them."""

import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from generator.admin.config import Repository
from generator.archive import Archive, build, judge, link
from generator.archive.checks import check_together
from generator.archive.pardons import marked
from generator.cache import Cache
from generator.history import last_changes
from generator.load import load
from generator.load.own_pages import own_page_problems
from generator.load.published import Published, read_published
from generator.load.word_forms import WordForms, digests_of, read_word_forms
from generator.models import FalseAlarm
from generator.pages import Context, Draft
from generator.pages.all import standing_drafts
from generator.pages.context import CHANGED, REPOSITORY, SITE_URL, WORD_FORM
from generator.pages.redirects import GIVEN_UP, farewells, redirects
from generator.pages.word.check import word_problems
from generator.problems import Problem, has_errors, seen_from
from generator.publication import address_problems, known_addresses, known_among
from generator.reads import TODAY
from generator.reckoning import work_out_digests, work_out_kin

SOUND_FORMS = "sound-word-forms"
"""Which templates of Word files an earlier run has tried and found in order."""


@dataclass(frozen=True)
class Edition:
    """The records as they are now. Where something forbids a site there is no archive.

    `pardons` are the marks of false alarms, where all was examined.
    """

    content: Path
    day: date
    archive: Archive | None
    problems: list[Problem]
    published: Published
    word_forms: WordForms
    pardons: tuple[FalseAlarm, ...] = ()


@dataclass(frozen=True)
class Sheets:
    """The pages of an edition, not yet made, and when each content file last changed.

    `problems` are those of addresses: they show when it is known what stands where.
    """

    drafts: dict[str, Draft]
    changes: dict[str, date]
    problems: list[Problem]


def prepare(content: Path, day: date, cache: Cache) -> Edition:
    """Read and check all records; what the cache knows to be in order is not looked at again."""
    readings = cache.readings
    loaded = load(content, readings.read_all, readings.survey)
    linked = link(loaded, readings.told())
    cache.settle_records()
    cache.settle(TODAY, {"": day.isoformat()})
    archive, problems = judge(linked, check_together(linked.ground, day, readings.needs))
    edition = _edition(content, day, archive, problems, cache.value(SOUND_FORMS))
    sound = digests_of(edition.word_forms) if edition.archive else {}
    cache.state(SOUND_FORMS, sound)
    return edition


def _edition(
    content: Path,
    day: date,
    archive: Archive | None,
    problems: list[Problem],
    sound: Mapping[str, bytes] | None = None,
    pardons: tuple[FalseAlarm, ...] = (),
) -> Edition:
    """An edition with the list of its published addresses and the templates of its Word files.

    Templates that are known to be `sound` are not tried once more.
    """
    published = read_published(content)
    forms, unreadable = read_word_forms(content)
    wrong = word_problems(forms, sound or {})
    handmade = own_page_problems(content)
    found = sorted({*problems, *published.problems, *unreadable, *wrong, *handmade})
    accepted = None if has_errors(found) else archive
    return Edition(content, day, accepted, found, published, forms, pardons)


def examined(content: Path, day: date) -> tuple[Edition, Context | None]:
    """Read and check all records and addresses, and remember nothing of it.

    With a context where the records themselves are in order.
    """
    loaded = load(content)
    pardons = tuple(alarm for _, alarm in marked(loaded.entries))
    edition = _edition(content, day, *build(loaded, day), pardons=pardons)
    if edition.archive is None:
        return edition, None
    context = Context(edition.archive, day, {}, "", edition.published, edition.word_forms)
    if not (edition.published.lines or any(edition.archive.relations.aliases.keys())):
        return edition, context
    wrong = address_problems(context, content, known_addresses(context))
    problems = sorted({*edition.problems, *wrong})
    archive = None if has_errors(problems) else edition.archive
    return replace(edition, archive=archive, problems=problems), context


def sheets_of(
    edition: Edition,
    archive: Archive,
    cache: Cache,
    site_url: str = "",
    repository: Repository | None = None,
) -> Sheets:
    """List the pages of an edition in their order; none is made yet."""
    changes = last_changes(edition.content)
    cache.settle(CHANGED, {path: day.isoformat() for path, day in changes.items()})
    cache.settle(SITE_URL, {"": site_url})
    cache.settle(REPOSITORY, {"": "\n".join(repository or ())})
    published = edition.published
    words = {where: f"{line.mark} {line[2:4]}" for where, line in published.given_up.items()}
    cache.settle(GIVEN_UP, words)
    cache.settle(WORD_FORM, digests_of(edition.word_forms))
    forms = edition.word_forms
    context = Context(archive, edition.day, changes, site_url, published, forms, repository)
    work_out_digests(context, cache)
    work_out_kin(context, cache)
    drafts = list(standing_drafts(context))
    moved = list(redirects(context, drafts))
    wrong = address_problems(context, edition.content, known_among(drafts, moved))
    last = farewells(context, [*drafts, *moved])
    sheets = {draft.address: draft for draft in (*drafts, *moved, *last)}
    return Sheets(sheets, changes, sorted(wrong))


def tell(problems: Iterable[Problem], content: Path) -> bool:
    """Print problems, with paths as seen from here; say whether they forbid a site."""
    known = list(problems)
    for problem in seen_from(known, content):
        sys.stderr.write(f"{problem}\n")
    return has_errors(known)
