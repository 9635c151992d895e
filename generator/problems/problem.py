"""A problem: where it is, its stable code, what is wrong and how to mend it."""

from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from pathlib import Path


class Severity(StrEnum):
    """How much a problem weighs: an error stops the build, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Code:
    """One kind of problem. `message` and `hint` are Russian templates for `str.format`."""

    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """A spot in a file of `content/`; line and column count from 1."""

    path: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One thing wrong at one place, in words that a chair understands."""

    place: Place
    code: str
    message: str
    hint: str
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = self.place
        note = "предупреждение: " if self.severity is Severity.WARNING else ""
        head = f"{place.path}:{place.line}:{place.column}: {self.code} {note}{self.message}"
        return f"{head}\n    → {self.hint}" if self.hint else head

    def as_json(self) -> dict[str, str | int]:
        """The shape that `umo check --format json` prints."""
        row = asdict(self)
        return {**row.pop("place"), **row, "severity": str(self.severity)}


class BadValue(ValueError):
    """A value that cannot be what its field needs; the caller knows the place."""

    def __init__(self, code: Code, **words: object) -> None:
        super().__init__(code.message.format(**words))
        self.code = code
        self.words = words


def report(code: Code, place: Place, **words: object) -> Problem:
    """Fill a code's sentences with the words of one case."""
    return Problem(
        place=place,
        code=code.code,
        message=code.message.format(**words),
        hint=code.hint.format(**words),
        severity=code.severity,
    )


def has_errors(problems: Iterable[Problem]) -> bool:
    """Tell whether a run may go on to write anything."""
    return any(problem.severity is Severity.ERROR for problem in problems)


def seen_from(problems: Iterable[Problem], content: Path) -> list[Problem]:
    """Name the files as they are named from the working directory: editors open them so."""
    prefix = shown_folder(content)
    return [replace(p, place=replace(p.place, path=f"{prefix}/{p.place.path}")) for p in problems]


def shown_folder(content: Path) -> str:
    """A folder's path as seen from the working directory, else as it was named."""
    try:
        return content.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return content.as_posix()
