"""Blank forms for those who begin on paper: whose they are, what things are called, who signs.

The rest of a form is the same for everybody and stands in its template. No names: they are written
by hand, for a form outlives whoever holds an office.
"""

from dataclasses import dataclass

from generator.archive.years import running_year
from generator.load import Entry, Kind
from generator.models import Association, Plan, PlannedMeeting
from generator.models.base import Record
from generator.models.vocabulary import BlockKind, DocumentKind, Role
from generator.pages.context import Context
from generator.pages.forms.keeping import is_lasting
from generator.pages.forms.minutes import USUAL_SIGNERS, body_of, signing_roles, usual_heads
from generator.pages.forms.plan import plan_ways
from generator.pages.forms.stamps import Stamps, blank_stamps
from generator.pages.names import role_title
from generator.rules.case import Case

_OF_PLAN = ("theme", "goal", "tasks")
_OF_MEETING = ("theme", "goal", "tasks", "form", "planned_result")
"""Fields 3–5 and 7–12 of Приложение 1 to 004; the day and the place (8) share a line."""


@dataclass(frozen=True, slots=True)
class BlankForms:
    """What the forms of an association say.

    `heads` are the organisations above its papers. `body_of` says whose meeting it is. `voting`
    tells that votes are counted, `signers` who signs the minutes, `stamps` who stamps the plan.
    `of_plan` and `of_meeting` are what the fields of a plan and of its meetings are called,
    `blocks` the parts of a meeting's programme.
    """

    heads: list[str]
    body_of: str
    head: str
    secretary: str
    signers: tuple[str, ...]
    voting: bool
    stamps: Stamps
    of_plan: tuple[str, ...]
    of_meeting: tuple[str, ...]
    blocks: tuple[str, ...]
    lasting: bool


def blank_forms(context: Context, home: Entry[Association]) -> BlankForms:
    """Work out what the forms of an association say by the norms of the day."""
    today = context.today
    case = Case(context.archive, home, running_year(today), today)

    def title(role: Role) -> str:
        return role_title(context.archive, home, role)

    return BlankForms(
        heads=usual_heads(context, home),
        body_of=body_of(home),
        head=title(Role.HEAD),
        secretary=title(Role.SECRETARY),
        signers=tuple(title(role) for role in signing_roles(case) or USUAL_SIGNERS),
        voting=any(case.norms("vote", today)) or not case.regulations,
        stamps=blank_stamps(plan_ways(case)),
        of_plan=_labels(Plan, _OF_PLAN),
        of_meeting=_labels(PlannedMeeting, _OF_MEETING),
        blocks=tuple(kind.label for kind in BlockKind),
        lasting=is_lasting(case, DocumentKind.MINUTES, (Kind.MEETING, "")),
    )


def _labels(model: type[Record], names: tuple[str, ...]) -> tuple[str, ...]:
    """What the fields of a record are called."""
    return tuple(model.model_fields[name].title or name for name in names)
