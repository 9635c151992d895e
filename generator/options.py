"""Options that several commands have."""

from datetime import date
from pathlib import Path
from typing import Any

import click

from generator.clock import ClockError, today
from generator.problems import BadValue
from generator.russian_click import BadCall, Place, refuse
from generator.values import SchoolYear, parse_date

CONTENT = Path("content")
CONFIG = Path("mkdocs.yml")


class DayType(click.ParamType[date]):
    """A day as people write it."""

    name = "дата"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read the day or say what is wrong with it."""
        if isinstance(value, date):
            return value
        try:
            return parse_date(value)
        except BadValue as error:
            refuse(str(error), ctx)


class YearType(click.ParamType[SchoolYear]):
    """A school year as people write it."""

    name = "год"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> SchoolYear:
        """Read the year or say what is wrong with it."""
        if isinstance(value, SchoolYear):
            return value
        try:
            return SchoolYear.parse(value)
        except BadValue as error:
            refuse(str(error), ctx)


DAY = DayType()
YEAR = YearType()
FOLDER = Place(file=False)
FILE = Place(folder=False)

content_option = click.option(
    "--content",
    type=FOLDER,
    default=CONTENT,
    metavar="ПАПКА",
    help=f"Папка с записями, иначе {CONTENT}.",
)
build_content_option = click.option(
    "--content", type=FOLDER, metavar="ПАПКА", help="Папка с записями, иначе из настроек."
)
site_dir_option = click.option(
    "--site-dir", type=FOLDER, metavar="ПАПКА", help="Папка сайта, иначе из настроек."
)
config_option = click.option(
    "--config",
    "config_file",
    type=FILE,
    default=CONFIG,
    metavar="ФАЙЛ",
    help=f"Файл настроек MkDocs, иначе {CONFIG}.",
)
today_option = click.option(
    "--today", "day", type=DAY, help="Какой сегодня день, иначе SOURCE_DATE_EPOCH или часы."
)


def day_of_run(day: date | None) -> date:
    """The day that the whole run goes by."""
    try:
        return today(day)
    except ClockError as error:
        raise BadCall(str(error)) from error
