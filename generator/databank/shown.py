"""The summary as people read it in a terminal; words and titles are those of the page."""

from collections.abc import Iterable
from typing import Any

from generator.databank.people import Counted
from generator.models.data_bank import DataBank
from generator.pages.data_bank import count_tables
from generator.values import count, long_date

_WIDTH = 40


def shown(summary: dict[str, Any], wanted: Iterable[Counted]) -> str:
    """Each table with its rows; of those that were left out, why."""
    bank = DataBank.model_validate(summary)
    lines = [f"{count(bank.total, 'человек', 'человека', 'человек')} на {long_date(bank.as_of)}"]
    for table in count_tables(bank):
        lines += ["", table.title]
        lines += [f"  {label:<{_WIDTH}}{people:>5}" for label, people in table.rows]
    for what in sorted(set(wanted) - summary.keys()):
        title = DataBank.model_fields[what].title
        lines += ["", f"{title}: не показывается, иначе где-то вышло бы меньше пяти человек"]
    return "\n".join((*lines, ""))
