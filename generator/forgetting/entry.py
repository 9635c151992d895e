"""A person's entry in its list without what names the person; all other lines stay as they are."""

import re
from datetime import date
from typing import Any

from generator.forgetting.person import Subject
from generator.source import Tree, parse
from generator.source.yaml_text import yaml_text

_CONSENTS = ("consent", "consents")
_KEPT = ("id", "positions", *_CONSENTS)
"""What stays of somebody: under which posts, and that a consent was given and is withdrawn."""
_DASH = re.compile(r"(\s*)-(?:\s.*)?\Z", re.DOTALL)
Fields = dict[str, Any]


class NotReplacedError(Exception):
    """The entry is written so that no program can replace it line by line."""


def span_of(tree: Tree, subject: Subject, lines: list[str]) -> tuple[int, int]:
    """The first line of an entry, from 0, and the first behind it. Raises NotReplacedError.

    Comments and empty lines behind an entry, no deeper than its dash, are not its own.
    """
    listed, index = subject.entry.within
    spots = tree.marks.spots
    line, column = spots.values[(listed, index)]
    first = line - 1 if lines[line - 1][: column - 1].strip() else line - 2
    dash = _DASH.fullmatch(lines[first][: column - 1] if first == line - 1 else lines[first])
    if dash is None:
        raise NotReplacedError
    behind = [spots.values[path] for path in ((listed, int(index) + 1),) if path in spots.values]
    others = [spot for path, spot in spots.keys.items() if len(path) == 1 and spot[0] > line]
    last = min((spot[0] - 1 for spot in (*behind, *others)), default=len(lines))
    while last > first + 1 and _is_between(lines[last - 1], len(dash[1])):
        last -= 1
    return first, last


def _is_between(line: str, dash: int) -> bool:
    """Tell whether a line lies between two entries: empty, a dash alone, or a comment."""
    text = line.strip()
    return text in {"", "-"} or (text[0] == "#" and len(line) - len(line.lstrip()) <= dash)


def without_entry(text: str, path: str, subject: Subject) -> str:
    """The text of a list of people whose lines of one of them are empty."""
    lines = text.split("\n")
    first, last = span_of(parse(text, path), subject, lines)
    return "\n".join((*lines[:first], *[""] * (last - first), *lines[last:]))


def forgotten(text: str, path: str, subject: Subject, new_id: str, today: date) -> str:
    """The text of a list of people in which one of them has no name. Raises NotReplacedError."""
    tree = parse(text, path)
    lines = text.split("\n")
    listed, index = str(subject.entry.within[0]), int(subject.entry.within[1])
    first, last = span_of(tree, subject, lines)
    row = _without_name(tree.value[listed][index], subject, new_id, today)
    indent = len(lines[first]) - len(lines[first].lstrip())
    written = yaml_text({listed: [row]}, fold=False).rstrip("\n").split("\n")[1:]
    entry = [" " * indent + line[2:] for line in written]
    changed = "\n".join((*lines[:first], *entry, *lines[last:]))
    after = parse(changed, path)
    people = [*tree.value[listed][:index], row, *tree.value[listed][index + 1 :]]
    if after.problems or after.value != {**tree.value, listed: people}:
        raise NotReplacedError
    return changed


def _without_name(row: Fields, subject: Subject, new_id: str, today: date) -> Fields:
    kept = {name: value for name, value in row.items() if name in _KEPT}
    kept["id"] = new_id
    for name in _CONSENTS:
        if (given := kept.get(name)) is not None:
            several = isinstance(given, list)
            withdrawn = [_withdrawn(one, subject, today) for one in (given if several else [given])]
            kept[name] = withdrawn if several else withdrawn[0]
    return kept


def _withdrawn(consent: Any, subject: Subject, today: date) -> Any:
    """A consent that is withdrawn from a day on; its paper is named without the person."""
    if not isinstance(consent, dict):
        return consent
    found = {**consent}
    if not found.get("withdrawn_on"):
        found["withdrawn_on"] = today.isoformat()
    paper = found.get("document")
    if isinstance(paper, str) and any(one.search(paper) for one in subject.patterns):
        found["document"] = f"согласие от {found.get('given_on') or 'прежнего времени'}"
    return found
