"""When each file last changed, asked of git once for the whole tree."""

import subprocess
from datetime import UTC, date, datetime
from pathlib import Path


def last_changes(folder: Path) -> dict[str, date]:
    """Map the paths below a folder to the day (UTC) of their last commit.

    Empty where there is no git, no repository or no commit: a page then shows no date.
    """
    command = ["git", "log", "--format=%x00%ct", "--name-only", "--no-renames", "-z", "--relative"]
    try:
        done = subprocess.run(  # noqa: S603 - a fixed command
            [*command, "--", "."], cwd=folder, capture_output=True, check=True
        )
    except (OSError, subprocess.CalledProcessError):
        return {}
    return _read(done.stdout.decode("utf-8", errors="replace"))


def _read(log: str) -> dict[str, date]:
    """Read «NUL time NUL path NUL path …»; the newest commit comes first."""
    changes: dict[str, date] = {}
    day: date | None = None
    for word in log.split("\0"):
        text = word.strip("\n")
        if text.isdigit():
            day = datetime.fromtimestamp(int(text), UTC).date()
        elif text and day is not None:
            changes.setdefault(text, day)
    return changes
