"""Ages of pupils, where the words say them exactly: «12–15 лет» is 12-15."""

import re

_AGE = re.compile(
    r"(?P<from>от |с )?(?P<first>\d{1,2})(?: ?(?:[-–—]| до ) ?(?P<last>\d{1,2}))?"
    r" ?(?:лет|год|года)(?P<older> и старше)?"
)


def age_range(text: str) -> str | None:
    """A range as schema.org's `typicalAgeRange` has it: «7-9», «11-», «6»; None where unsure."""
    found = _AGE.fullmatch(" ".join(text.casefold().split()))
    if found is None:
        return None
    first, last = int(found["first"]), found["last"]
    if last is None:
        return f"{first}-" if found["from"] or found["older"] else str(first)
    return f"{first}-{int(last)}" if first < int(last) and not found["older"] else None
