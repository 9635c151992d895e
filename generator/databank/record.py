"""The summary in YAML, and in its place in an association's file, whose other lines stay."""

from typing import Any

from generator.databank.failure import DataBankError
from generator.models.data_bank import DataBank
from generator.models.fields import LEAST_HEADCOUNT
from generator.source import parse
from generator.source.yaml_text import flow

FIELD = "data_bank"
Fields = dict[str, Any]


def as_yaml(summary: Fields) -> str:
    """The field of an association: a line for each row of its tables."""
    lines = [f"{FIELD}:"]
    for name, value in summary.items():
        if isinstance(value, str):
            lines.append(f"  {name}: {value}")
        else:
            lines.append(f"  {name}:")
            lines += [f"    - {flow(row)}" for row in value]
    return "\n".join((*lines, ""))


def with_summary(text: str, summary: Fields) -> str:
    """The text of an association's file with this summary in place of the one that stood there.

    Raises DataBankError where the file is not in order, or is written so that a field of it cannot
    be replaced line by line.
    """
    before = parse(text, "")
    if before.problems:
        raise DataBankError("запись объединения не читается: вызовите umo check")
    changed = _spliced(text, before.marks.spots.keys, before.marks.spots.values, as_yaml(summary))
    after = parse(changed, "")
    if after.problems or after.value != {**before.value, FIELD: summary}:
        raise DataBankError("в этот файл сводку не вписать: вставьте её сами, она напечатана выше")
    return changed


def former(text: str) -> DataBank | None:
    """The summary that stands in an association's file; None where there is none to be read."""
    fields = parse(text, "").value.get(FIELD)
    try:
        return DataBank.model_validate(fields) if fields else None
    except ValueError:
        return None


def tells_of_few(old: DataBank, new: DataBank) -> bool:
    """Tell whether two summaries together show what is true of those who came or went."""
    pairs = ((old.total, new.total), *_changes(old, new))
    return any(0 < abs(after - before) < LEAST_HEADCOUNT for before, after in pairs)


def _changes(old: DataBank, new: DataBank) -> list[tuple[int, int]]:
    """Rows that both have: their numbers in one and in the other."""
    earlier = dict(_numbered(old))
    return [(earlier[key], people) for key, people in _numbered(new) if key in earlier]


def _numbered(bank: DataBank) -> list[tuple[str, int]]:
    tables = {name: getattr(bank, name) for name in ("category", "experience", "age")}
    return [
        (f"{name} {row.model_dump(exclude={'people'})}", row.people)
        for name, rows in tables.items()
        for row in rows
    ]


def _spliced(
    text: str, keys: dict[Any, tuple[int, int]], values: dict[Any, tuple[int, int]], piece: str
) -> str:
    lines = text.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    if (FIELD,) not in keys:
        return "".join((*lines, piece))
    first = keys[(FIELD,)][0]
    last = max(line for path, (line, _) in values.items() if path[0:1] == (FIELD,))
    return "".join((*lines[: first - 1], piece, *lines[last:]))
