"""What the record pages say, made ready for other builders: names looked up, dates in words.

Our own build works all this out from the records. The other builders get it for nothing, because
their template languages are not made for it; they only have to print it.
"""

from collections.abc import Iterator

from generator.bench.facts.album import Album
from generator.bench.facts.brief import register
from generator.bench.facts.minutes import minutes_page
from generator.bench.facts.page import RecordPage
from generator.bench.facts.plans import plan_page
from generator.bench.facts.practices import practice_page
from generator.bench.records.body import bodies

__all__ = ["RecordPage", "record_pages", "register"]


def record_pages(number: int, seed: int) -> Iterator[RecordPage]:
    """Yield the page of each record that `write_records` writes for the same number and seed."""
    for body in bodies(number):
        album = Album(body, seed)
        for year in body.years:
            yield plan_page(album, year)
            for place in range(body.meetings(year)):
                yield minutes_page(album, year, place)
        for place in range(body.practices):
            yield practice_page(album, place)
