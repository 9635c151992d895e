"""Which books `umo pdf` binds: practices of a subject, minutes of a year."""

from generator.archive.facets import FacetName, folded
from generator.commands.find_record import NotFoundError, alike
from generator.load import Entry
from generator.models import Association, Meeting
from generator.pages import Context
from generator.pages.addresses import address, practice_address
from generator.pages.minutes import minutes_title
from generator.pages.practices.facets import BY_NAME
from generator.pages.practices.landings import Listing, Lists
from generator.paper.book import Book, Chapter
from generator.values import SchoolYear

ALL = "all"
"""Stands for every subject or association that has something to print."""


def practice_books(context: Context, subject: str, view: str) -> list[Book]:
    """A book of the practices of a subject, which is named as in addresses; or one of each.

    Raises NotFoundError.
    """
    subjects = {listing.slug: listing for _, listing in Lists(context).of_subjects()}
    if subject not in (ALL, *subjects):
        raise NotFoundError(f"нет практик по предмету «{subject}»{alike(subject, subjects)}")
    wanted = subjects.values() if subject == ALL else [subjects[subject]]
    return [_practices(context, listing, view) for listing in wanted]


def minutes_books(
    context: Context, association: str, year: SchoolYear | None, view: str
) -> list[Book]:
    """A book of the minutes of an association's year; or one of each association.

    Without a year it is the last one of which there are minutes. Raises NotFoundError.
    """
    bodies = context.archive.associations
    if association == ALL:
        found = (_minutes(context, body, year, view) for body in bodies.values())
        return [book for book in found if book]
    if association not in bodies:
        raise NotFoundError(f"нет объединения «{association}»{alike(association, bodies)}")
    book = _minutes(context, bodies[association], year, view)
    if book is None:
        time = f" за {year.title} учебный год" if year else ""
        label = bodies[association].record.label
        raise NotFoundError(f"у объединения «{label}» нет протоколов{time}")
    return [book]


def _practices(context: Context, listing: Listing, view: str) -> Book:
    faces = context.archive.relations.faces
    titles = {id_: faces[id_].title for id_ in listing.newest}
    ordered = sorted(titles, key=lambda id_: (folded(titles[id_]), id_))
    return Book(
        name=f"practices-{listing.slug}",
        title=BY_NAME[FacetName.SUBJECT].heading(listing.writing),
        of=context.archive.site.record.title,
        chapters=tuple(Chapter(titles[id_], practice_address(id_)) for id_ in ordered),
        view=view,
    )


def _minutes(
    context: Context, body: Entry[Association], year: SchoolYear | None, view: str
) -> Book | None:
    """The minutes of a year, or None where there are none."""
    relations = context.archive.relations
    for one in (year,) if year else relations.years.get(body.id, ()):
        held = [
            entry
            for entry in relations.meetings.get((body.id, one), ())
            if entry.record.status.held
        ]
        if held:
            return Book(
                name=f"minutes-{body.id}-{one}",
                title=f"Протоколы заседаний за {one.title} учебный год",
                of=body.record.name,
                chapters=tuple(map(_chapter, held)),
                view=view,
            )
    return None


def _chapter(entry: Entry[Meeting]) -> Chapter:
    return Chapter(minutes_title(entry.record), address(entry))
