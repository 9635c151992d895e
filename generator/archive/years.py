"""The school years of associations: those of which there are records, and the one that runs."""

from datetime import date

from generator.archive.relations import Relations
from generator.values import SchoolYear

_BEGINS = 9


def running_year(day: date) -> SchoolYear:
    """The school year that a day belongs to: it begins on 1 September."""
    return SchoolYear.running_on(day)


def years_on_record(relations: Relations, day: date) -> tuple[tuple[str, SchoolYear], ...]:
    """Every association with every year that can be judged, the newest first.

    An association that lives now has the running year, also when nobody has written anything:
    that is what has to be seen.
    """
    running = running_year(day)
    found = []
    for name, begins, ends in relations.lives.get(None, ()):
        years = set(relations.years.get(name, ()))
        if begins <= running.ends.isoformat() and not (ends and ends < _first(running)):
            years.add(running)
        found += [(name, year) for year in sorted(years, reverse=True)]
    return tuple(found)


def _first(year: SchoolYear) -> str:
    return date(year.first, _BEGINS, 1).isoformat()
