"""Drawings as plain values: what stands where in a picture, ready for a template to print.

A drawing knows nothing of records. Its units are those of the viewBox: the page scales them.
"""

from generator.pages.charts.bars import Bar, Bars, Share, bars
from generator.pages.charts.columns import Column, Columns, Series, Slot, columns
from generator.pages.charts.measure import shortened, width_of, wrapped

__all__ = [
    "Bar",
    "Bars",
    "Column",
    "Columns",
    "Series",
    "Share",
    "Slot",
    "bars",
    "columns",
    "shortened",
    "width_of",
    "wrapped",
]
