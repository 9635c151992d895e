"""Works out the digests of all years and the related practices, no more than have changed."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from generator.cache import Cache
from generator.crew import spread
from generator.pages import Context
from generator.pages.all import FAMILIES
from generator.pages.digests import DIGEST, YEARS, Family, YearKey, put_away
from generator.pages.kin import KIN, Plain, kin_on, subjects_of
from generator.reads import listening

Reckoned = tuple[str, tuple[str, ...], str, bytes]
"""A digest by its name: the facts that it looked at, what it is worth, and its value put away."""


def work_out_digests(context: Context, cache: Cache) -> None:
    """Work out what years come to; what has not changed is taken from the last run.

    All families of a year are worked out together, while its records are at hand. A digest that
    looks at another is stale when the other has changed: that shows in the next round.
    """
    ledger, years = cache.ledger, context.digests.years
    cache.settle(YEARS, {"": _worth(years)})
    works = {family.work(*key): (family, key) for key in years for family in FAMILIES}
    named = tuple(f"{family.name}/" for family in FAMILIES)
    ledger.keep(work for work in ledger.works if work in works or not work.startswith(named))
    context.digests.know({work: ledger[work][1] for work in works if work in ledger})
    worth = {work: cache.value(DIGEST).get(work) for work in works}
    while stale := _stale(works, cache):
        groups = spread(partial(_reckon, context), stale)
        reckoned = [one for group in groups for one in group]
        worth |= {work: now for work, _, now, _ in reckoned}
        # Facts first: what hangs on a digest that has changed is forgotten, what is new is not.
        cache.settle(DIGEST, worth)
        for work, facts, now, value in reckoned:
            ledger.put(work, facts, (now, value))
        context.digests.know({work: value for work, _, _, value in reckoned})
    cache.settle(DIGEST, worth)


def work_out_kin(context: Context, cache: Cache) -> None:
    """Work out which practices are related, on those subjects alone where a trait has changed."""
    ledger, slugs = cache.ledger, subjects_of(context.archive.relations)
    works = {f"{KIN}{slug}": slug for slug in slugs}
    ledger.keep(work for work in ledger.works if work in works or not work.startswith(KIN))
    stale = [slug for work, slug in works.items() if work not in ledger]
    known = cache.value(KIN)
    kept = {slug for slug in slugs if slug not in stale}
    worth = {name: now for name, now in known.items() if name.partition("/")[0] in kept}
    context.kin.know({slug: ledger[f"{KIN}{slug}"] for slug in kept})
    for slug, (facts, found) in zip(stale, spread(partial(_kin, context), stale), strict=True):
        worth |= {f"{slug}/{id_}": _worth(kin) for id_, kin in found.items()}
        ledger.put(f"{KIN}{slug}", facts, found)
        context.kin.know({slug: found})
    if worth != known:
        cache.settle(KIN, worth)


def _kin(context: Context, slugs: Sequence[str]) -> list[tuple[tuple[str, ...], Plain]]:
    return [_kin_on(context, slug) for slug in slugs]


def _kin_on(context: Context, slug: str) -> tuple[tuple[str, ...], Plain]:
    with listening() as facts:
        found = kin_on(context.archive.relations, slug)
    return tuple(facts), found


def _stale(
    works: Mapping[str, tuple[Family, YearKey]], cache: Cache
) -> list[tuple[YearKey, list[Family]]]:
    """The families that are to be worked out, by year, in their order."""
    found: dict[YearKey, list[Family]] = {}
    for work, (family, key) in works.items():
        if work not in cache.ledger:
            found.setdefault(key, []).append(family)
    return list(found.items())


def _reckon(context: Context, some: Sequence[tuple[YearKey, list[Family]]]) -> list[list[Reckoned]]:
    return [[_reckoned(context, family, key) for family in families] for key, families in some]


def _reckoned(context: Context, family: Family, key: YearKey) -> Reckoned:
    with listening() as facts:
        value = put_away(family.make(context, *key))
    work = family.work(*key)
    context.digests.know({work: value})
    return work, tuple(facts), hashlib.blake2b(value, digest_size=8).hexdigest(), value


def _worth(value: Any) -> str:
    return hashlib.blake2b(repr(value).encode(), digest_size=8).hexdigest()
