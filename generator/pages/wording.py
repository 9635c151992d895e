"""How papers word what records say in figures and parts: a vote, an act, a place, an approval.

Pages and Word files take their words from here. Each value is typeset by itself, as templates do.
"""

from dataclasses import dataclass
from datetime import date, time
from functools import partial
from typing import Any

from generator.archive import Archive
from generator.archive.index import meeting_id
from generator.load import Entry
from generator.models import Association, Meeting, Record
from generator.models.decision import Vote
from generator.models.parts import Act, Approval, Venue
from generator.pages.names import Names
from generator.text import typeset
from generator.values import long_date, short_date

NO_DAY = "дата не указана"
_UNSAID = typeset("не указано")


@dataclass(frozen=True, slots=True)
class ApprovalWords:
    """The words of a step by which a paper gains force; what was not written down is empty."""

    verb: str
    by: str = ""
    day: str = ""
    act: str = ""
    held: Entry[Meeting] | None = None
    meeting: str = ""
    note: str = ""

    @property
    def line(self) -> str:
        """All of it in one line, for a paper without links."""
        by = f": {self.by}" if self.by else ""
        parts = [part for part in (self.day or NO_DAY, self.act, self.meeting) if part]
        note = f" ({self.note})" if self.note else ""
        return f"{self.verb}{by}, {', '.join(parts)}{note}"


def wording(archive: Archive, names: Names) -> dict[str, Any]:
    """What templates call, under the names by which they do."""
    return {
        "act_text": act,
        "vote_text": vote,
        "place_text": partial(place, archive),
        "approval_words": partial(approval, archive, names),
        "no_day": NO_DAY,
    }


def act(paper: Act) -> str:
    """An act in one line: «Приказ (Управление) от 28.08.2025 № 149-ОД «О …»»."""
    return "".join(
        (
            sentence(typeset(paper.kind.label)),
            f" ({typeset(paper.body)})" if paper.body else "",
            f" от {short_date(paper.date)}" if paper.date else "",
            f" № {typeset(paper.number)}" if paper.number else "",
            f" «{typeset(paper.title)}»" if paper.title else "",
            f" — заменён: {typeset(paper.superseded_by)}" if paper.superseded_by else "",
        )
    )


def vote(cast: Vote, unsaid: str = _UNSAID) -> str:
    """A vote in words: what was counted, who decided a tie, and what was written beside it.

    `unsaid` stands for a number that was not written down: on paper a line to fill in.
    """
    note = typeset(cast.note or "")
    counted = cast.in_favour is not None
    told = note and (cast.unanimous or counted)
    return _counted(cast, note, unsaid) + _tie(cast) + (f" ({note})" if told else "")


def _counted(cast: Vote, note: str, unsaid: str) -> str:
    if cast.without_vote:
        return f"без голосования ({note})" if note else "без голосования"
    if cast.cast is None:
        return "единогласно" if cast.unanimous else note
    numbers = (
        f"за — {_number(cast.in_favour, unsaid)}",
        f"против — {_number(cast.against, unsaid)}",
        f"воздержались — {_number(cast.abstained, unsaid)}",
    )
    return ", ".join(numbers) + (" (единогласно)" if cast.unanimous else "")


def _number(value: int | None, unsaid: str) -> str:
    return unsaid if value is None else str(value)


def _tie(cast: Vote) -> str:
    """How the head voted where the votes were equal."""
    if not cast.tied or cast.head_in_favour is None:
        return ""
    side = "за" if cast.head_in_favour else "против"
    return f"; голоса разделились поровну, руководитель голосовал {side}"


def place(archive: Archive, venue: Venue) -> str:
    """Where: the full name of an organisation on record, the place in words, or both."""
    known = archive.organisations[venue.organisation].record.name if venue.organisation else None
    return ", ".join([typeset(part) for part in (known, venue.text) if part])


def approval(
    archive: Archive,
    names: Names,
    step: Approval,
    home: Entry[Association] | None,
    entry: Entry[Record],
) -> ApprovalWords:
    """The words of a step: what was done, by whom, on which day, by which act or meeting."""
    held = archive.meetings[meeting_id(step.meeting, entry)] if step.meeting else None
    return ApprovalWords(
        verb=sentence(typeset(step.verb.label)),
        by=typeset(names.party(step.by, home, step.date).line) if step.by else "",
        day=_day(step.date),
        act=act(step.act) if step.act else "",
        held=held,
        meeting=f"заседание {typeset(long_date(held.record.date))}" if held else "",
        note=typeset(step.note or ""),
    )


def _day(day: date | None) -> str:
    return typeset(long_date(day)) if day else ""


def sentence(text: str) -> str:
    """Begin with a capital letter."""
    return text[:1].upper() + text[1:]


def clock(value: time) -> str:
    """«14.00»: hours and minutes as Russian papers write them."""
    return f"{value.hour:02}.{value.minute:02}"


def number(value: float) -> str:
    """A number with a decimal comma, and without one where it is whole."""
    return f"{value:g}".replace(".", ",")
