"""The numbers of an association's year, and the charts that show them."""

from generator.pages.figures.fulfilment import carried_out
from generator.pages.figures.year import YearFigures, year_figures

__all__ = ["YearFigures", "carried_out", "year_figures"]
