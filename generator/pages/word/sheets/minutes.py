"""The minutes of a meeting, the agenda and the registration sheet as values of templates."""

from collections.abc import Iterable, Iterator
from typing import TypedDict

from generator.load import Entry
from generator.models import Meeting, Party
from generator.models.decision import Vote
from generator.models.meeting import AgendaItem as WrittenItem
from generator.models.meeting import Question
from generator.models.vocabulary import AgendaKind, Role
from generator.pages.addresses import address
from generator.pages.context import Context
from generator.pages.forms.minutes import (
    Block,
    DecisionRow,
    MinutesPaper,
    ReviewRow,
    body_of,
    heads,
    minutes_paper,
)
from generator.pages.forms.registration import registration_sheet as expected
from generator.pages.names import Shown, role_title
from generator.pages.word.sheets.common import (
    Fact,
    Made,
    facts,
    foot,
    indicators,
    listed,
    official,
    prose,
    signer,
)
from generator.pages.word.sheets.meeting import (
    AgendaItem,
    Attendance,
    Attendee,
    Decision,
    Hearing,
    MinutesSheet,
    RegistrationSheet,
    SubItem,
)
from generator.pages.wording import clock, place, sentence, vote
from generator.pages.wording import number as decimal
from generator.text import semicolons, unfilled
from generator.values import long_date, short_date, weekday


def minutes_sheet(context: Context, entry: Entry[Meeting]) -> Made:
    """The minutes of a meeting; of one that was not held the agenda."""
    return _Papers(context, entry).minutes()


def registration_sheet(context: Context, entry: Entry[Meeting]) -> Made:
    """The sheet that everybody signs on coming in: those expected, and empty rows."""
    return _Papers(context, entry).registration()


class Where(TypedDict):
    """What all papers of a meeting have at their head (`MeetingSheet`)."""

    heads: tuple[str, ...]
    body_of: str
    day: str | None
    place: str


class _Papers:
    """Works out the values of a meeting's papers."""

    def __init__(self, context: Context, entry: Entry[Meeting]) -> None:
        self._context = context
        self._entry = entry
        self._record = entry.record
        self._home = context.archive.associations[entry.association]
        self._foot = foot(context, address(entry), entry.path)

    def minutes(self) -> Made:
        """The values of minutes or of an agenda."""
        record, paper = self._record, minutes_paper(self._context, self._entry)
        sheet = MinutesSheet(
            **self._foot,
            **self._where(),
            title=paper.title,
            date=short_date(record.date),
            number=record.number,
            facts=self._facts(),
            head=self._office(Role.HEAD, paper.head),
            presided_by=self._people((record.presided_by,) if record.presided_by else ()),
            secretary=self._office(Role.SECRETARY, paper.secretary),
            attendance=self._attendance(paper),
            invited=tuple(shown.line for shown in paper.invited),
            agenda=tuple(map(self._item, paper.numbers, record.agenda)),
            reviews=tuple(map(_review, paper.reviews)),
            hearings=tuple(self._hearings(paper)),
            decisions=tuple(self._decision(row, paper) for row in paper.common),
            vote=_vote_in_all(record.vote),
            ratings=tuple(
                f"{row.criterion} — {decimal(row.mean)} {row.scale or ''}".rstrip()
                for row in record.ratings
            ),
            indicators=indicators(record.indicators),
            attachments=listed(self._context, record.attachments),
            notes=prose(record.notes),
            signers=tuple(
                signer(row.shown, short_date(row.date) if row.date else "") for row in paper.signers
            ),
        )
        number = f" № {record.number}" if record.number and record.status.held else ""
        title = f"{paper.title}{number} от {long_date(record.date)}"
        return Made(sheet, title, record.date, lasting=paper.lasting)

    def registration(self) -> Made:
        """The values of a registration sheet."""
        found = expected(self._context, self._entry)
        rows = [_attendee(place, row.shown) for place, row in enumerate(found.rows, start=1)]
        more = range(len(rows) + 1, len(rows) + 1 + found.empty)
        sheet = RegistrationSheet(
            **self._foot,
            **self._where(),
            rows=(*rows, *(Attendee(str(number), "", "") for number in more)),
        )
        day = self._record.date
        return Made(sheet, f"Лист регистрации участников заседания {long_date(day)}", day)

    def _where(self) -> Where:
        record = self._record
        hours = "–".join(clock(hour) for hour in (record.time, record.end_time) if hour)
        venue = place(self._context.archive, record.place) if record.place else ""
        return Where(
            heads=tuple(heads(self._context, self._entry)),
            body_of=body_of(self._home),
            day=", ".join(filter(None, (long_date(record.date), weekday(record.date), hours))),
            place=", ".join(filter(None, (venue, record.city))),
        )

    def _facts(self) -> tuple[Fact, ...]:
        record, archive = self._record, self._context.archive
        bodies = (self._home, *(archive.associations[name] for name in record.joint_with))
        joint = ", ".join(body.record.label for body in bodies) if record.joint_with else ""
        return facts(
            ("Вид заседания", f"{record.kind.label}, {record.mode.label}"),
            ("Площадка", record.platform),
            ("В рамках", record.part_of),
            ("Тема", record.theme),
            ("Форма", record.form),
            ("Цель", record.goal),
            ("Задачи", "\n".join(semicolons(record.tasks))),
            ("Совместное заседание", joint),
        )

    def _office(self, role: Role, shown: Shown | None) -> Fact | None:
        """Who held an office; in minutes a line for whoever is not known."""
        if not (shown or self._record.status.held):
            return None
        title = sentence(role_title(self._context.archive, self._home, role))
        return Fact(title, official(shown.line if shown else None))

    def _people(self, parties: Iterable[Party]) -> str:
        names, day = self._context.names, self._record.date
        return "; ".join(names.party(party, self._home, day).line for party in parties)

    def _attendance(self, paper: MinutesPaper) -> Attendance:
        told, found = paper.attendance, self._record.attendance
        names = self._context.names
        present = told.present or f"{unfilled.PRESENT}. " if found or told.more else ""
        if not present and self._record.status.held:
            present = f"{unfilled.PRESENT} (список прилагается)"
        by_role = [f"{row.role} — {row.count}" for row in found.by_role] if found else []
        by_organisation = [
            f"{names.organisation(row.organisation) or row.organisation_name}"
            + ("" if row.count is None else f" — {row.count}")
            for row in (found.by_organisation if found else ())
        ]
        note = [found.note] if found and found.note else []
        return Attendance(
            present=f"{present}{told.more}{told.attached}",
            short=f"{present}{told.attached}",
            counts=(*note, *by_role, *by_organisation),
            people=tuple(
                _attendee(number, row.shown) for number, row in enumerate(paper.present, start=1)
            ),
            absent=tuple(_with(row.shown.line, row.reason) for row in paper.absent),
        )

    def _item(self, number: str, item: WrittenItem) -> AgendaItem:
        kind = item.kind if item.kind is not AgendaKind.MISCELLANEOUS else None
        parts = (sentence(kind.label) if kind else "", self._people(item.speakers))
        return AgendaItem(
            number=number,
            text=item.text,
            speakers=": ".join(filter(None, parts)),
            parts=tuple(
                SubItem(one.number or "", one.text, self._people(one.speakers))
                for one in item.sub_items
            ),
            materials="; ".join(listed(self._context, item.materials)),
        )

    def _hearings(self, paper: MinutesPaper) -> Iterator[Hearing]:
        """What was heard; where nothing is on record yet, lines for each question of the agenda."""
        if not paper.blocks and self._record.status.held and not self._record.decisions:
            for number in paper.numbers:
                yield Hearing(
                    number, unfilled.LINE, attached=False, summary="", questions=(), remarks=(),
                    decisions=(), unfilled=unfilled.LINE,
                )  # fmt: skip
        for block in paper.blocks:
            yield self._hearing(block, paper)

    def _hearing(self, block: Block, paper: MinutesPaper) -> Hearing:
        heard = block.hearing
        return Hearing(
            number=", ".join(heard.agenda),
            speakers=self._people(heard.speakers),
            attached=bool(heard.text_attached),
            summary=prose(heard.summary),
            questions=tuple(map(self._question, heard.questions)),
            remarks=tuple(
                " — ".join(filter(None, (self._people(one.speakers), prose(one.summary))))
                for one in heard.remarks
            ),
            decisions=tuple(self._decision(row, paper) for row in block.decisions),
            unfilled="",
        )

    def _question(self, asked: Question) -> str:
        by = f"{self._people((asked.by,))}: " if asked.by else ""
        return f"{by}{asked.text}" + (f"\nОтвет: {asked.answer}" if asked.answer else "")

    def _decision(self, row: DecisionRow, paper: MinutesPaper) -> Decision:
        decision, several = row.decision, len(self._record.agenda) > 1
        question = ", ".join(decision.agenda) or ("по всей повестке дня" if several else "")
        awaited = unfilled.VOTE if paper.voting and not self._record.vote else ""
        return Decision(
            number=row.number,
            text=prose(decision.text),
            question=question,
            responsible=official(self._people(decision.responsible)),
            sent_to=self._people((decision.to_body,) if decision.to_body else ()),
            due=decision.due.text() if decision.due else "",
            vote=vote(decision.vote, unfilled.WORD) if decision.vote else awaited,
            refused=decision.adopted is False,
        )


def _attendee(number: int, shown: Shown) -> Attendee:
    return Attendee(str(number), shown.full_name or "", shown.place)


def _review(row: ReviewRow) -> str:
    """What was found of an earlier decision: «исполнено: решение 2 от 29.08.2025: …»."""
    review = row.review
    due = f" (новый срок: {review.due.text()})" if review.due else ""
    line = f"Решение {row.number} от {short_date(row.held.record.date)} — {review.status.label}: "
    return line + _with(row.text, review.note) + due


def _vote_in_all(cast: Vote | None) -> str:
    """A vote on everything at once: «по всей повестке дня: единогласно»."""
    if cast is None:
        return ""
    scope = cast.scope.label if cast.scope else "по всей повестке дня"
    return f"{scope}: {vote(cast, unfilled.WORD)}"


def _with(text: str, note: str | None) -> str:
    return f"{text} — {note}" if note else text
