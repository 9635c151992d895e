"""Which day it is. Asked once, at the door; everything behind it takes the day as an argument."""

import os
from datetime import UTC, date, datetime


class ClockError(ValueError):
    """SOURCE_DATE_EPOCH names no day."""


def today(given: date | None = None) -> date:
    """The day given, else the day of SOURCE_DATE_EPOCH, else the clock's.

    Raises ClockError when SOURCE_DATE_EPOCH is no number of seconds:
    https://reproducible-builds.org/specs/source-date-epoch/
    """
    if given is not None:
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch:
        return _day_of(epoch)
    return datetime.now(UTC).astimezone().date()


def _day_of(epoch: str) -> date:
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        raise ClockError(f"SOURCE_DATE_EPOCH — число секунд, а не «{epoch[:60]}»") from None
