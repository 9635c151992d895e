"""The page of a meeting: its minutes on the screen, and on paper in three views.

What the paper says is worked out in `forms/minutes.py`.
"""

from collections.abc import Iterator
from functools import partial

from generator.archive.bodies import published_files
from generator.load import Entry, Kind
from generator.models import Association, Meeting
from generator.models.vocabulary import MeetingStatus, Role
from generator.pages.addresses import address, year_address
from generator.pages.associations import public, trail_to
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.forms.minutes import MinutesPaper, minutes_paper
from generator.pages.forms.registration import registration_sheet
from generator.pages.metadata import meeting
from generator.pages.page import Page
from generator.pages.sought import Sought, SoughtKind
from generator.pages.word_files import Form, word_files
from generator.values import long_date


def pages(context: Context) -> Iterator[Draft]:
    """Yield a page for each meeting."""
    for entry in context.archive.meetings.values():
        yield Draft(address(entry), partial(_page, context, entry))


def minutes_title(meeting: Meeting) -> str:
    """The title of a meeting's page, as browsers and search show it."""
    day = long_date(meeting.date)
    if not meeting.status.held:
        return f"Заседание {day}"
    number = f" № {meeting.number}" if meeting.number else ""
    return f"Протокол{number} от {day}"


def _page(context: Context, entry: Entry[Meeting]) -> Page:
    archive, record = context.archive, entry.record
    association = archive.associations[entry.association]
    year = entry.school_year
    before, after = _neighbours(context, entry)
    paper = minutes_paper(context, entry)
    return context.page(
        "minutes.html",
        address(entry),
        f"{minutes_title(record)} — {association.record.label}",
        entry=entry,
        trail=(*trail_to(context, association), (year.title, year_address(association.id, year))),
        description=_description(association, record),
        files=published_files(entry),
        association=association,
        metadata=partial(meeting, archive, entry),
        bodies=[association, *(archive.associations[name] for name in record.joint_with)],
        roles=Role,
        paper=paper,
        views=_views(record, paper),
        word=word_files(context, address(entry), *_forms(record)),
        sheet=registration_sheet(context, entry),
        planned=archive.relations.planned_as.get(entry.id, ()),
        practices=archive.relations.recommended.get(entry.id, ()),
        papers=public(archive.relations.approved_by.get((Kind.MEETING, entry.id), ())),
        before=before,
        after=after,
        searched=(_sought(entry, association),),
    )


def _forms(record: Meeting) -> tuple[Form, ...]:
    """The papers that can be had as Word files."""
    if record.status.held:
        return Form.MINUTES, Form.SHORT, Form.REGISTRATION
    ahead = record.status is MeetingStatus.PLANNED
    return (Form.AGENDA, Form.REGISTRATION) if ahead else ()


def _views(record: Meeting, paper: MinutesPaper) -> list[tuple[str, str]]:
    """The papers on the page; first the one that is usual by the regulation of that day."""
    if record.status is MeetingStatus.CANCELLED:
        return [("", "Повестка")]
    views = [("", "Полный протокол"), ("short", "Краткий протокол")]
    if not record.status.held:
        views = [("", "Повестка")]
    return [*(reversed(views) if paper.brief else views), ("registration", "Лист регистрации")]


def _sought(entry: Entry[Meeting], association: Entry[Association]) -> Sought:
    """How the search finds it: under the theme as well, and by whose meeting it was."""
    note = ". ".join(filter(None, (association.record.label, entry.record.theme)))
    title = minutes_title(entry.record)
    facets = (("association", association.record.label),)
    return Sought(SoughtKind.MINUTES, note, facets, year=entry.school_year, title=title)


def _description(association: Entry[Association], meeting: Meeting) -> str:
    theme = meeting.theme or meeting.agenda[0].text
    return f"{association.record.name}, {long_date(meeting.date)}: {theme}"


def _neighbours(
    context: Context, entry: Entry[Meeting]
) -> tuple[Entry[Meeting] | None, Entry[Meeting] | None]:
    """The meetings before and after, of the same association and year."""
    key = (entry.association, entry.school_year)
    row = context.archive.relations.meetings[key]
    place = row.index(entry)
    before = row[place - 1] if place else None
    after = row[place + 1] if place + 1 < len(row) else None
    return before, after
