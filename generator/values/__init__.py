"""Typed values of the records: school years, dates, times and terms, and Russian words for them."""

from generator.values.dates import parse_date, parse_time
from generator.values.partial import PartialDate
from generator.values.reading import WhenKind
from generator.values.russian import (
    NBSP,
    MonthCase,
    count,
    file_size,
    initials,
    initials_first,
    listing,
    long_date,
    month_name,
    month_year,
    plural,
    quote,
    short_date,
    weekday,
)
from generator.values.school_year import SchoolYear
from generator.values.when import SortKey, Span, When

__all__ = [
    "NBSP",
    "MonthCase",
    "PartialDate",
    "SchoolYear",
    "SortKey",
    "Span",
    "When",
    "WhenKind",
    "count",
    "file_size",
    "initials",
    "initials_first",
    "listing",
    "long_date",
    "month_name",
    "month_year",
    "parse_date",
    "parse_time",
    "plural",
    "quote",
    "short_date",
    "weekday",
]
