"""All figures of a year for its page, each with its chart where there is something to draw."""

from dataclasses import dataclass

from generator.load import Entry
from generator.models import Association
from generator.pages.charts import Bars, Columns, Series, Share, bars, columns
from generator.pages.context import Context
from generator.pages.figures.activity import Month, activity, undated
from generator.pages.figures.coverage import Coverage, coverage
from generator.pages.figures.fulfilment import Outcome, fulfilment
from generator.pages.figures.participation import Participation, participation
from generator.pages.figures.presence import Presence, mean_percent, presences
from generator.reads import unheard
from generator.rules.case import Case
from generator.values import NBSP, SchoolYear, count


@dataclass(frozen=True, slots=True)
class YearFigures:
    """What the page shows; where there is nothing of a kind, its numbers are empty."""

    months: tuple[Month, ...]
    months_chart: Columns
    undated: int
    presences: tuple[Presence, ...]
    presences_chart: Bars | None
    outcomes: tuple[tuple[Outcome, int], ...]
    outcomes_chart: Bars
    coverage: Coverage | None
    participation: Participation | None

    @property
    def any(self) -> bool:
        """Tell whether there is anything to show."""
        return bool(
            self.months or self.presences or self.outcomes or self.coverage or self.participation
        )


def year_figures(context: Context, entry: Entry[Association], year: SchoolYear) -> YearFigures:
    """Count all that the page shows."""
    with unheard():  # the figures that hang on the day ask for it once more, and are heard
        day = context.today
    case = Case(context.archive, entry, year, day)
    months, rows = activity(context, entry.id, year), presences(case)
    outcomes = fulfilment(context, case)
    return YearFigures(
        months=months,
        months_chart=_months_chart(months),
        undated=undated(context, entry.id),
        presences=rows,
        presences_chart=_presences_chart(rows),
        outcomes=outcomes,
        outcomes_chart=_outcomes_chart(outcomes),
        coverage=coverage(context, case),
        participation=participation(context, case),
    )


def _months_chart(months: tuple[Month, ...]) -> Columns:
    meetings = tuple(month.meetings for month in months)
    practices = tuple(month.practices for month in months)
    held = count(sum(meetings), "заседание", "заседания", "заседаний")
    shown = count(sum(practices), "практика", "практики", "практик")
    return columns(
        "activity",
        "Заседания и практики по месяцам",
        f"За год: {held}, {shown}. Числа по месяцам стоят в таблице под рисунком.",
        [month.short for month in months],
        [Series("заседания", meetings), Series("практики", practices)],
    )


def _presences_chart(rows: tuple[Presence, ...]) -> Bars | None:
    """The meetings of which the part is known; None where it is of none."""
    known = [(row, row.percent) for row in rows if row.percent is not None]
    mean = mean_percent(rows)
    if mean is None:
        return None
    told = count(len(known), "заседанию", "заседаниям", "заседаниям")
    return bars(
        "attendance",
        "Явка на заседания",
        f"В среднем по {told} {mean:.0f}{NBSP}% состава. Длина полосы — доля состава.",
        [Share(_label(row), percent, row.said, "done") for row, percent in known],
        full=100,
    )


def _label(row: Presence) -> str:
    theme = row.held.record.theme
    return f"{row.day} — {theme}" if theme else row.day


def _outcomes_chart(outcomes: tuple[tuple[Outcome, int], ...]) -> Bars:
    """A bar for each outcome that has come about."""
    total = sum(number for _, number in outcomes)
    points = count(total, "пункт", "пункта", "пунктов")
    return bars(
        "fulfilment",
        "Выполнение плана",
        f"В плане {points}. Длина полосы — часть всех пунктов.",
        [Share(one.label, n, f"{n} из {total}", one.tone) for one, n in outcomes if n],
        full=total,
    )
