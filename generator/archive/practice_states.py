"""Practices whose state and whose dates the rest of their record contradicts.

What is missing contradicts nothing: the path on the card has a gap there. Nor does a decision that
recommends a draft, since a meeting may ask its author to describe it; nor a bank entry of a
practice that has been sent back or examined anew, since it was in the bank before that.
"""

from collections.abc import Iterator
from datetime import date

from generator.archive.wrong import Wrong
from generator.load import Entry
from generator.models import Practice
from generator.models.practice import Expertise
from generator.models.vocabulary import ApprovalVerb, PracticeStatus, Verdict
from generator.problems import codes
from generator.values import short_date

Fault = tuple[str, str, str]
"""A field, what it says, and what is to be done."""
Step = tuple[tuple[str | int, ...], str, date | None]
"""A field, what happened, and on which day."""

_NOT_YET_IN_BANK = frozenset(
    {PracticeStatus.DRAFT, PracticeStatus.SUBMITTED, PracticeStatus.APPROVED}
)
GIVES_FORCE = frozenset({ApprovalVerb.ACCEPTED, ApprovalVerb.AGREED, ApprovalVerb.APPROVED})
"""The steps by which a practice is approved; it may also be discussed or considered."""


def state_fits_record(entry: Entry[Practice]) -> Iterator[Wrong]:
    """The state of a practice is one that the rest of its record allows."""
    practice = entry.record
    for rule in (_banked, _put_away, _left_its_author, _sent_on, _concluded, _contrary):
        for field, fact, advice in rule(practice):
            words: dict[str, object] = {"state": practice.status.label, "fact": fact}
            yield Wrong(codes.STATE_CONTRADICTED, entry, (field,), words | {"advice": advice})


def steps_in_order(entry: Entry[Practice]) -> Iterator[Wrong]:
    """What comes later on the way of a practice has the later day."""
    for (_, before, start), (place, after, end) in _pairs(entry.record):
        if start and end and end < start:
            words = {"date": short_date(end), "other": short_date(start)}
            words |= {"later": after, "earlier": before}
            yield Wrong(codes.STEPS_OUT_OF_ORDER, entry, place, {**words})


def bank_says_how(entry: Entry[Practice]) -> Iterator[Wrong]:
    """A practice stands in the bank by an act; where that is lost, somebody has approved it."""
    p = entry.record
    told = (p.bank, p.expertise, p.approvals, p.recommended_by, p.recommended_note)
    if p.status is PracticeStatus.IN_BANK and not any(told):
        yield Wrong(codes.BANK_UNPROVED, entry, ("status",))


def _banked(p: Practice) -> Iterator[Fault]:
    if p.bank and p.status in _NOT_YET_IN_BANK:
        fact = f"в банк практика внесена {short_date(p.bank.included_on)}"
        yield "bank", fact, "Поставьте status: in_bank или удалите bank."


def _put_away(p: Practice) -> Iterator[Fault]:
    if p.archived and p.status is not PracticeStatus.ARCHIVED:
        advice = "Поставьте status: archived или удалите archived."
        yield "archived", "практика передана в архив", advice


def _left_its_author(p: Practice) -> Iterator[Fault]:
    """A draft is what nobody but its author has dealt with."""
    if p.status is not PracticeStatus.DRAFT:
        return
    advice = "Поставьте состояние, до которого практика дошла, или удалите это поле."
    if p.submissions:
        yield "submissions", "практика уже подана", advice
    if any(step.sent_on or not step.under_way for step in p.expertise):
        yield "expertise", "практика уже была на экспертизе", advice
    if any(step.date for step in p.approvals):
        yield "approvals", "практика уже рассмотрена", advice


def _sent_on(p: Practice) -> Iterator[Fault]:
    days = [step.sent_on for step in p.expertise if step.under_way and step.sent_on]
    if days and p.status is PracticeStatus.SUBMITTED:
        fact = f"на экспертизу практика направлена {short_date(days[-1])}"
        yield "expertise", fact, "Поставьте status: on_expertise."


def _concluded(p: Practice) -> Iterator[Fault]:
    concluded = p.expertise and not any(step.under_way for step in p.expertise)
    if concluded and p.status is PracticeStatus.ON_EXPERTISE:
        advice = "Поставьте состояние по заключению: approved или returned."
        yield "expertise", "все заключения уже получены", advice


def _contrary(p: Practice) -> Iterator[Fault]:
    """What the expertise has said is what the state says, unless somebody has decided since."""
    known = [step.verdict for step in p.expertise if step.verdict]
    if not known or p.bank or p.approvals or p.recommended_by:
        return
    if p.status is PracticeStatus.RETURNED and known[-1] is Verdict.APPROVED:
        advice = "Поставьте status: approved или запишите экспертизу, которая её вернула."
        yield "expertise", "экспертиза её одобрила", advice
    if p.status is PracticeStatus.APPROVED and Verdict.APPROVED not in known:
        advice = "Поставьте status: returned или запишите в approvals, кто одобрил."
        yield "expertise", f"экспертиза кончилась словом «{known[-1].label}»", advice


def _pairs(p: Practice) -> Iterator[tuple[Step, Step]]:
    """Steps of which the second cannot come before the first."""
    for place, step in enumerate(p.expertise):
        yield _examined(step, place)
    put_away = p.archived.date if p.archived else None
    if p.bank:
        banked: Step = (("bank", "included_on"), "практика внесена в банк", p.bank.included_on)
        signed = p.bank.act.date if p.bank.act else None
        days = [step.date for step in p.approvals if step.date and step.verb in GIVES_FORCE]
        yield (("approvals",), "одобрена", min(days, default=None)), banked
        yield (("bank", "act"), "подписан акт", signed), banked
        yield banked, (("archived", "date"), "практика передана в архив", put_away)
        yield banked, (("valid_until",), "практика перестала действовать", p.valid_until)


def _examined(step: Expertise, place: int) -> tuple[Step, Step]:
    home = ("expertise", place)
    sent: Step = ((*home, "sent_on"), "практика направлена на экспертизу", step.sent_on)
    return sent, ((*home, "received_on"), "заключение получено", step.received_on)
