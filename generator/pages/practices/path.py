"""The way of a practice from a draft to the bank: what its record tells, in the order of days.

Nothing is entered for it. Each step stands in the one field that tells of it, and the steps that
lie ahead follow from the state alone.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from generator.archive.index import meeting_id
from generator.archive.practice_states import GIVES_FORCE
from generator.load import Entry
from generator.models import Meeting, Practice
from generator.models.parts import Act, Approval
from generator.models.practice import Expertise
from generator.models.vocabulary import PracticeStatus, Verdict
from generator.pages.addresses import address, anchor
from generator.pages.context import Context
from generator.values import long_date

S = PracticeStatus

_NAMES = {
    S.DRAFT: "Описано",
    S.SUBMITTED: "Подано",
    S.ON_EXPERTISE: "Экспертиза",
    S.RETURNED: "Возвращено на доработку",
    S.APPROVED: "Одобрено",
    S.IN_BANK: "Внесено в банк практик",
    S.RECOMMENDED: "Рекомендовано к публикации",
    S.ARCHIVED: "Передано в архив",
}
_AHEAD = {
    S.SUBMITTED: "Подача",
    S.ON_EXPERTISE: "Экспертиза",
    S.APPROVED: "Одобрение",
    S.IN_BANK: "Внесение в банк практик",
}
"""The usual way of a draft, step by step."""
_AS_FAR_AS = {S.RETURNED: S.SUBMITTED, S.RECOMMENDED: S.APPROVED}
"""How far practices in states beside this way have come: what was returned is examined again."""


@dataclass(frozen=True, slots=True)
class Taken:
    """A decision or a meeting that a step rests on: what it is called, and where it stands."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what happened, on which day, by whom, by which act or decision, with what words.

    The present state is the `current` step; a step `ahead` has not been made yet. A step without
    a state leaves the practice in the one that it was in.
    """

    state: PracticeStatus | None
    name: str
    day: date | None = None
    who: str = ""
    act: Act | None = None
    taken: Taken | None = None
    note: str = ""
    current: bool = False
    ahead: bool = False


def path_of(context: Context, entry: Entry[Practice]) -> list[Step]:
    """The steps that were made, in order, with the present one marked, and those ahead."""
    practice = entry.record
    made = list(_in_order(_made(context, entry)))
    here = [place for place, step in enumerate(made) if step.state is practice.status]
    if here:
        made[here[-1]] = replace(made[here[-1]], current=True)
    else:
        made.append(Step(practice.status, _NAMES[practice.status], current=True))
    return [*made, *_ahead(practice)]


def decision_taken(context: Context, decision: str) -> Taken:
    """A decision of a meeting, by its full id."""
    held, _ = context.archive.relations.decisions[decision]
    number = decision.rpartition("#")[2]
    title = f"решением {number} от {long_date(held.record.date)}"
    return Taken(title, f"{address(held)}#decision-{anchor(number)}")


def _made(context: Context, entry: Entry[Practice]) -> Iterator[Step]:
    """Each step that the record tells of, in the usual order of steps."""
    practice, names = entry.record, context.names
    yield Step(S.DRAFT, _NAMES[S.DRAFT], practice.created_on)
    for offer in practice.submissions:
        who, note = names.party(offer.to).line, offer.result or ""
        yield Step(S.SUBMITTED, _NAMES[S.SUBMITTED], offer.date, who, note=note)
    for step in practice.expertise:
        yield from _examined(context, step)
    for approval in practice.approvals:
        yield _approved(context, entry, approval)
    yield from _recommended(context, practice)
    if bank := practice.bank:
        note = f"свидетельство № {bank.certificate}" if bank.certificate else ""
        yield Step(S.IN_BANK, _NAMES[S.IN_BANK], bank.included_on, act=bank.act, note=note)
    if gone := practice.archived:
        yield Step(S.ARCHIVED, _NAMES[S.ARCHIVED], gone.date, note=gone.reason)


def _examined(context: Context, step: Expertise) -> Iterator[Step]:
    """An expertise; where it sent the practice back, that is a step of its own."""
    who = context.names.party(step.body).line if step.body else ""
    taken = decision_taken(context, step.decision) if step.decision else None
    sent, name, state = step.sent_on, _NAMES[S.ON_EXPERTISE], S.ON_EXPERTISE
    returned = step.verdict is Verdict.RETURNED
    if sent and returned:
        yield Step(state, "Направлено на экспертизу", sent, who)
    elif sent:
        yield Step(state, "Направлено на экспертизу", sent, who, taken=taken, note=_answer(step))
    elif not returned:
        yield Step(state, name, step.received_on, who, taken=taken, note=_answer(step))
    if returned:
        note = step.conclusion or ""
        yield Step(S.RETURNED, _NAMES[S.RETURNED], step.received_on, who, taken=taken, note=note)


def _answer(step: Expertise) -> str:
    """What came of an expertise and when; its words stand on the card, under «Кто проверил»."""
    if step.under_way:
        return "заключения ещё нет"
    day = f"заключение {long_date(step.received_on)}" if step.received_on else "заключение"
    return f"{day} — {step.verdict.label}" if step.verdict else day


def _approved(context: Context, entry: Entry[Practice], step: Approval) -> Step:
    """A step by which the practice gained force: its verb says which."""
    name = step.verb.label[:1].upper() + step.verb.label[1:]
    who = context.names.party(step.by, None, step.date).line if step.by else ""
    taken = None
    if step.decision:
        taken = decision_taken(context, step.decision)
    elif step.meeting:
        held = context.archive.meetings[meeting_id(step.meeting, entry)]
        taken = Taken(f"на заседании {long_date(held.record.date)}", address(held))
    state = S.APPROVED if step.verb in GIVES_FORCE else None
    return Step(state, name, step.date, who, step.act, taken, step.note or "")


def _recommended(context: Context, practice: Practice) -> Iterator[Step]:
    name = "Рекомендовано"
    if practice.recommended_by:
        held: Entry[Meeting] = context.archive.relations.decisions[practice.recommended_by][0]
        taken = decision_taken(context, practice.recommended_by)
        yield Step(S.RECOMMENDED, name, held.record.date, taken=taken)
    if practice.recommended_note:
        yield Step(S.RECOMMENDED, name, note=practice.recommended_note)


def _in_order(steps: Iterable[Step]) -> list[Step]:
    """In the order of days; a step without a day stays behind the one before it."""
    found, last = [], date.min
    for step in steps:
        last = step.day or last
        found.append((last, step))
    return [step for _, step in sorted(found, key=lambda pair: pair[0])]


def _ahead(practice: Practice) -> Iterator[Step]:
    """What a practice still has before it on the way to the bank."""
    state = practice.status
    if practice.bank or state in (S.IN_BANK, S.ARCHIVED):
        return
    way = list(_AHEAD)
    here = _AS_FAR_AS.get(state, state)
    for later in way[way.index(here) + 1 if here in _AHEAD else 0 :]:
        yield Step(later, _AHEAD[later], ahead=True)
