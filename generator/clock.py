"""Which day it is. Asked once, at the door; everything behind it takes the day as an argument."""

import os
from datetime import UTC, date, datetime


def today(given: date | None = None) -> date:
    """The day given, else the day of SOURCE_DATE_EPOCH, else the clock's.

    SOURCE_DATE_EPOCH: https://reproducible-builds.org/specs/source-date-epoch/
    """
    if given is not None:
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    return datetime.now(UTC).astimezone().date()
