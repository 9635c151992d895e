"""The stamps by which a paper gains force: УТВЕРЖДАЮ, СОГЛАСОВАНО, ПРИНЯТО на заседании.

Who stamps it comes from the record; where nobody has yet, from the way that the regulation names.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from generator.archive.index import meeting_id
from generator.load import Entry
from generator.models import Analysis, Association, Meeting, Plan
from generator.models.norms import ApprovalNorm
from generator.models.parts import Approval
from generator.models.vocabulary import ApprovalVerb, Role
from generator.pages.context import Context
from generator.pages.names import Shown, role_title
from generator.pages.wording import act
from generator.rules.approvals import step_on_record
from generator.text import unfilled
from generator.values import short_date

Stamped = Entry[Plan] | Entry[Analysis]
Way = Sequence[ApprovalNorm]
"""The steps that one regulation names, in their order."""

_WORDS = {
    ApprovalVerb.CONSIDERED: "РАССМОТРЕНО",
    ApprovalVerb.ACCEPTED: "ПРИНЯТО",
    ApprovalVerb.AGREED: "СОГЛАСОВАНО",
    ApprovalVerb.APPROVED: "УТВЕРЖДАЮ",
}
"""Who drafted a paper and who discussed it leaves no stamp on it."""
_BY_ACT_ALONE = "УТВЕРЖДЕНО"
_MEETING = "заседание"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp: its word, whose it is, and a line for a signature or the paper it rests on.

    `name` stands beside the line where a consent allows it. Empty parts are not printed, but for a
    `day` that a signed stamp lacks: it is filled in by hand.
    """

    word: str
    by: str
    name: str = ""
    signed: bool = False
    day: date | None = None
    paper: str = ""
    recorded: bool = True


@dataclass(frozen=True, slots=True)
class Stamps:
    """The stamps of a paper by where they stand on it (004, Приложение 1)."""

    left: tuple[Stamp, ...]
    """At the top left: РАССМОТРЕНО, ПРИНЯТО."""
    right: tuple[Stamp, ...]
    """At the top right: УТВЕРЖДАЮ."""
    end: tuple[Stamp, ...]
    """Under the paper: СОГЛАСОВАНО."""
    rest: tuple[Approval, ...]
    """Steps that leave no stamp."""


def stamps(
    context: Context, entry: Stamped, home: Entry[Association], ways: Sequence[Way]
) -> Stamps:
    """The stamps on record, and lines to fill in for those that a regulation asks for."""
    rows = []
    for step, norm in _steps(entry.record.approvals, ways):
        if step and step.verb in _WORDS:
            rows.append((step.verb, _recorded(context, entry, home, step, norm)))
        elif norm and norm.verb in _WORDS:
            rows.append((norm.verb, _awaited(norm)))
    rest = tuple(step for step in entry.record.approvals if step.verb not in _WORDS)
    return _in_place(rows, rest)


def blank_stamps(ways: Sequence[Way]) -> Stamps:
    """The stamps of a form that nobody has filled in yet."""
    norms = (norm for way in ways for norm in way if norm.verb in _WORDS)
    return _in_place((norm.verb, _awaited(norm)) for norm in norms)


def _in_place(
    rows: Iterable[tuple[ApprovalVerb, Stamp]], rest: tuple[Approval, ...] = ()
) -> Stamps:
    found: dict[ApprovalVerb, list[Stamp]] = {verb: [] for verb in ApprovalVerb}
    for verb, stamp in rows:
        found[verb].append(stamp)
    return Stamps(
        left=(*found[ApprovalVerb.CONSIDERED], *found[ApprovalVerb.ACCEPTED]),
        right=tuple(found[ApprovalVerb.APPROVED]),
        end=tuple(found[ApprovalVerb.AGREED]),
        rest=rest,
    )


def head_of(context: Context, home: Entry[Association], day: date) -> Shown:
    """Who signs for an association on a day: the office as it is called there, and the name."""
    holder = context.names.holder(home, Role.HEAD, day)
    title = role_title(context.archive, home, Role.HEAD)
    return Shown(name=holder.name if holder else None, position=_sentence(title))


def _steps(
    approvals: Sequence[Approval], ways: Sequence[Way]
) -> Iterator[tuple[Approval | None, ApprovalNorm | None]]:
    """Each step on record with the norm that asks for it; behind them what is still asked for."""
    asked: dict[int, ApprovalNorm] = {}
    awaited: list[ApprovalNorm] = []
    for way in ways:
        for place, norm in enumerate(way):
            step = step_on_record(approvals, way, place)
            if step is None:
                awaited.append(norm)
            else:
                asked.setdefault(id(step), norm)
    yield from ((step, asked.get(id(step))) for step in approvals)
    yield from ((None, norm) for norm in awaited)


def _recorded(
    context: Context,
    entry: Stamped,
    home: Entry[Association],
    step: Approval,
    norm: ApprovalNorm | None,
) -> Stamp:
    """The stamp of a step on record; whoever is not named in it is named by the norm."""
    shown = context.names.party(step.by, home, step.date) if step.by else Shown()
    by = _sentence(shown.place or shown.line or (norm.by if norm else ""))
    held = _held(context, entry, step)
    if held or (norm and _at_meeting(norm)):
        return Stamp(_word(step.verb, by, meeting=True), by, paper=_minutes(held, step.date))
    return Stamp(
        word=_word(step.verb, by),
        by=by,
        name=shown.signature,
        signed=bool(by),
        day=step.date,
        paper=act(step.act) if step.act else "",
    )


def _awaited(norm: ApprovalNorm) -> Stamp:
    """The stamp of a step that nobody has made: all of it is filled in by hand."""
    by = _sentence(norm.by)
    if _at_meeting(norm):
        word = _word(norm.verb, by, meeting=True)
        return Stamp(word, by, paper=_minutes(None, None), recorded=False)
    paper = f"{_sentence(norm.via)} № {unfilled.WORD}" if norm.via else ""
    return Stamp(_word(norm.verb, by), by, signed=True, paper=paper, recorded=False)


def _word(verb: ApprovalVerb, by: str, *, meeting: bool = False) -> str:
    if verb is ApprovalVerb.APPROVED and (meeting or not by):
        return f"{_BY_ACT_ALONE} на заседании" if meeting else _BY_ACT_ALONE
    return f"{_WORDS[verb]} на заседании" if meeting else _WORDS[verb]


def _at_meeting(norm: ApprovalNorm) -> bool:
    return (norm.via or "").startswith(_MEETING)


def _held(context: Context, entry: Stamped, step: Approval) -> Entry[Meeting] | None:
    """The meeting of a step: as it says, or that of its decision."""
    name = step.meeting or (step.decision or "").partition("#")[0]
    return context.archive.meetings[meeting_id(name, entry)] if name else None


def _minutes(held: Entry[Meeting] | None, day: date | None) -> str:
    """The minutes in which a step stands: «Протокол от 28.08.2025 № 01»."""
    when = held.record.date if held else day
    number = held.record.number if held else None
    return f"Протокол от {short_date(when) if when else unfilled.DAY} № {number or unfilled.WORD}"


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
