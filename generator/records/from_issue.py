"""A record begun from an issue: what is understood becomes fields, all else stays as comments."""

from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from generator.load import Entry, Kind
from generator.load.layout import room_of
from generator.models import Association
from generator.records.answers import LISTS, points, vote
from generator.records.beginning import Begun, begin, missing, record_text
from generator.records.bodies import find_body
from generator.records.creation import create
from generator.records.desk import Desk, Plot, year_of
from generator.records.issue_forms import BODY, HOME
from generator.records.issue_text import Issue
from generator.records.judging import fault_of, settled
from generator.records.planned import Fields
from generator.records.recipes import Recipe, first_values, recipe_of
from generator.records.refusal import RecordRefusedError
from generator.shapes import named_fields, shape_of
from generator.values import parse_date

_MOST_POINTS = 200
_MOST_DRAFTS = 99
_FULL = f"больше {_MOST_POINTS} пунктов"
_KNOWN = ("id", "status", "mode", "members_total", "created_on")
"""What may be taken from the records: all else has to be said by the person."""


@dataclass(slots=True)
class Understood:
    """The fields that an issue gives, and what of it could not be understood, with the reason."""

    values: Fields = field(default_factory=dict)
    unread: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    def leave(self, label: str, said: str, why: str) -> None:
        """Keep an answer that is no value of its field."""
        self.unread.append(f"{label}: {said}")
        self.told.append(f"{label}: {why}")


def understand(issue: Issue) -> Understood:
    """Read the answers of an issue."""
    found = Understood()
    recipe = recipe_of(issue.form.kind)
    if issue.before:
        found.leave("Текст перед вопросами", issue.before, "не относится ни к одному вопросу")
    for name, said in issue.answers.items():
        if name not in (HOME, BODY):
            _take(found, recipe, name, issue.form.label(name), said)
    if not issue.consented:
        found.leave("Согласие", "не отмечено", "спросите автора, прежде чем публиковать")
    return found


def _take(found: Understood, recipe: Recipe, name: str, label: str, said: str) -> None:
    """Put an answer into its field, or keep what the field does not take."""
    if shape_of(dict(named_fields(recipe.model))[name]).many:
        _take_points(found, recipe, name, label, said)
        return
    value = vote(said) if name == "vote" else said
    if fault := fault_of(recipe.model, name, value):
        found.leave(label, said, fault)
    elif isinstance(value, str):
        found.values[name] = settled(recipe.model, name, value)
    else:
        found.values[name] = value


def _take_points(found: Understood, recipe: Recipe, name: str, label: str, said: str) -> None:
    kept: list[Any] = []
    for point in LISTS.get(name, points)(said):
        full = len(kept) >= _MOST_POINTS
        fault = _FULL if full else fault_of(recipe.model, name, [point])
        if fault:
            found.leave(label, _first_text(point), fault)
        else:
            kept.append(point)
    if kept:
        found.values[name] = kept


def _first_text(point: Any) -> str:
    """What a point was written as: the first of its fields has all of it."""
    return str(next(iter(point.values()))) if isinstance(point, dict) else str(point)


def begin_from(
    issue: Issue, desk: Desk, home: str | None, site_url: str
) -> tuple[Begun, list[str]]:
    """Write the record of an issue; where its place is not known, a draft into this folder.

    `home` names the association in place of the issue. Returns also what somebody should be told.
    """
    recipe, found = recipe_of(issue.form.kind), understand(issue)
    plot = _plot(issue, Plot(desk, _home(issue, desk, home, found)), found)
    text = issue.answers.get(BODY, "")
    if plot is None:
        found.values = first_values(recipe.kind, found.values, desk.today) | found.values
        return _loose(recipe, found, text, desk.content), found.told
    known = recipe.known(plot, found.values)
    values = {name: known[name] for name in _KNOWN if known.get(name)} | found.values
    begun = begin(recipe, plot, values, site_url=site_url, body=text, unread=found.unread)
    return begun, found.told


def _plot(issue: Issue, plot: Plot, found: Understood) -> Plot | None:
    """Where the record of an issue belongs; None where the issue does not say it."""
    if issue.form.kind is Kind.PRACTICE:
        if plot.body:
            found.values[HOME] = plot.body.id
        return plot if "title" in found.values else None
    day = found.values.get("date")
    if plot.body is None or day is None:
        return None
    try:
        return replace(plot, year=year_of(parse_date(str(day))))
    except RecordRefusedError as refused:
        found.told.append(str(refused))
        return None


def _home(
    issue: Issue, desk: Desk, home: str | None, found: Understood
) -> Entry[Association] | None:
    """The association that the call or the issue names."""
    said = issue.answers.get(HOME)
    if home is not None:
        if said and said != home:
            found.unread.append(f"{issue.form.label(HOME)}: {said}")
        return find_body(desk.archive, home)
    try:
        return find_body(desk.archive, said) if said else None
    except RecordRefusedError as refused:
        found.leave(issue.form.label(HOME), said or "", str(refused))
        return None


def _loose(recipe: Recipe, found: Understood, text: str, content: Path) -> Begun:
    """Write a draft into this folder, under a name that is free."""
    found.told.append("Неизвестно, куда положить запись: черновик лежит в текущей папке")
    suffix = "md" if recipe.kind is Kind.PRACTICE else "yml"
    numbers = ("", *(f"-{number}" for number in range(2, _MOST_DRAFTS + 1)))
    names = (f"zayavka-{recipe.kind.value}{number}.{suffix}" for number in numbers)
    path = next((path for path in map(Path, names) if not path.exists()), None)
    if path is None:
        raise RecordRefusedError(f"в этой папке уже {_MOST_DRAFTS} черновиков заявок")
    written = record_text(recipe, found.values, body=text, unread=found.unread)
    belongs = f"{content}/{room_of(recipe.kind).shape}"
    return Begun(create(path, written), missing(recipe, found.values), belongs)
