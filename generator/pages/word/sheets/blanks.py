"""Blank forms as values of the same templates: all that a hand is to write is a line.

Whose the form is and who signs it come from the association's regulation.
"""

from generator.load import Entry
from generator.models import Association
from generator.pages.addresses import blanks_address
from generator.pages.context import Context
from generator.pages.forms.blanks import BlankForms, blank_forms
from generator.pages.word.sheets.common import Fact, Made, Signer, foot, stamp
from generator.pages.word.sheets.meeting import (
    AgendaItem,
    Attendance,
    Attendee,
    Decision,
    Hearing,
    MinutesSheet,
    RegistrationSheet,
)
from generator.pages.word.sheets.plan import Block, Meeting, PlanSheet, Point
from generator.pages.wording import sentence
from generator.text import unfilled

QUESTIONS = 3
"""Questions of the agenda; whoever has more prints the form twice."""
ROWS = 30
"""Rows of a registration sheet: two pages."""
_TASKS = 3
_LINES = "\n".join((unfilled.LINE, unfilled.LINE))
_NUMBERS = tuple(str(number) for number in range(1, QUESTIONS + 1))


def blank_minutes(context: Context, home: Entry[Association]) -> Made:
    """The form of minutes (004, Приложение 2)."""
    blank = blank_forms(context, home)
    sheet = MinutesSheet(
        **foot(context, blanks_address(home.id), None),
        heads=tuple(blank.heads),
        body_of=blank.body_of,
        date=unfilled.DAY,
        day=f"{unfilled.DAY}, время {unfilled.WORD}",
        place=unfilled.LINE,
        title="Протокол",
        number=None,
        facts=(Fact("Тема", unfilled.LINE),),
        head=Fact(sentence(blank.head), unfilled.LINE),
        presided_by="",
        secretary=Fact(sentence(blank.secretary), unfilled.LINE),
        attendance=_attendance(),
        invited=(unfilled.LINE,),
        agenda=tuple(map(_question, _NUMBERS)),
        reviews=(),
        hearings=tuple(_hearing(number, blank) for number in _NUMBERS),
        decisions=(),
        vote="",
        ratings=(),
        indicators=(),
        attachments=(),
        notes="",
        signers=tuple(Signer(sentence(one), "", "") for one in blank.signers),
    )
    return Made(sheet, f"Бланк протокола — {home.record.label}", None, blank.lasting)


def blank_registration(context: Context, home: Entry[Association]) -> Made:
    """The sheet that everybody signs on coming in (004, п. 26.11)."""
    blank = blank_forms(context, home)
    sheet = RegistrationSheet(
        **foot(context, blanks_address(home.id), None),
        heads=tuple(blank.heads),
        body_of=blank.body_of,
        day=unfilled.DAY,
        place=unfilled.LINE,
        rows=tuple(Attendee(str(number), "", "") for number in range(1, ROWS + 1)),
    )
    return Made(sheet, f"Бланк листа регистрации — {home.record.label}", None)


def blank_plan(context: Context, home: Entry[Association]) -> Made:
    """The form of a plan (004, Приложение 1) with one meeting."""
    blank = blank_forms(context, home)
    sheet = PlanSheet(
        **foot(context, blanks_address(home.id), None),
        title="План работы на 20__/20__ учебный год",
        draft=False,
        association=blank.body_of,
        organisation="",
        left=tuple(map(stamp, blank.stamps.left)),
        right=tuple(map(stamp, blank.stamps.right)),
        theme=_LINES,
        common_theme="",
        goal=_LINES,
        tasks=(unfilled.LINE,) * _TASKS,
        basis="",
        meetings=(_meeting(blank),),
        sections=(),
        roster=(),
        attachments=(),
        notes="",
        steps=(),
        end=tuple(map(stamp, blank.stamps.end)),
    )
    return Made(sheet, f"Бланк плана — {home.record.label}", None)


def _attendance() -> Attendance:
    present = f"{unfilled.PRESENT} (список прилагается)"
    return Attendance(present=present, short=present, counts=(), people=(), absent=())


def _question(number: str) -> AgendaItem:
    speakers = f"Информация или сообщение, кто: {unfilled.LINE}"
    return AgendaItem(number, _LINES, speakers, parts=(), materials="")


def _hearing(number: str, blank: BlankForms) -> Hearing:
    decision = Decision(
        number="1",
        text=_LINES,
        question="",
        responsible=unfilled.LINE,
        sent_to="",
        due=unfilled.LINE,
        vote=unfilled.VOTE if blank.voting else "",
        refused=False,
    )
    return Hearing(
        number=number,
        speakers=_LINES,
        attached=False,
        summary="",
        questions=(),
        remarks=(_LINES,),
        decisions=(decision,),
        unfilled="",
    )


def _meeting(blank: BlankForms) -> Meeting:
    return Meeting(
        number=unfilled.WORD,
        theme=_LINES,
        when=f"{unfilled.DAY}, время {unfilled.WORD}, место {unfilled.LINE}",
        goal=_LINES,
        tasks=_LINES,
        form=unfilled.LINE,
        result=_LINES,
        agenda=(),
        facts=(),
        blocks=tuple(
            Block(title, tuple(Point(unfilled.LINE, unfilled.LINE) for _ in range(2)))
            for title in blank.blocks
        ),
        unplanned="",
    )
