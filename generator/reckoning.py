"""Works out the digests of all years, and no more of them than have changed."""

import hashlib
from collections.abc import Mapping, Sequence
from functools import partial
from typing import Any

from generator.cache import Cache
from generator.crew import spread
from generator.pages import Context
from generator.pages.all import FAMILIES
from generator.pages.digests import DIGEST, YEARS, Family, YearKey
from generator.reads import listening

Reckoned = tuple[str, tuple[str, ...], str, Any]
"""A digest by its name: the facts that it looked at, what it is worth, and its value."""


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
        value = family.make(context, *key)
    work = family.work(*key)
    context.digests.know({work: value})
    return work, tuple(facts), _worth(value), value


def _worth(value: Any) -> str:
    return hashlib.blake2b(repr(value).encode(), digest_size=8).hexdigest()
