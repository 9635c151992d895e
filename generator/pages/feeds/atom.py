"""The feed of what is new (Atom, RFC 4287): minutes, practices and documents, the newest first.

Ids are tag URIs (RFC 4151) made of the ids of records, so they stay when the site moves or a title
is edited. Days are those of the records: when minutes or a document came out, when a practice was
described. Links are full addresses where the site's own is known, else relative to the feed.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import partial
from io import StringIO
from itertools import islice
from typing import Any

from markupsafe import escape

from generator.archive.tells import practice_day
from generator.archive.years import running_year
from generator.load import Entry
from generator.models import Document, Meeting, Practice
from generator.models.vocabulary import MeetingStatus
from generator.pages.addresses import FEED, HOME, address
from generator.pages.associations import public
from generator.pages.context import Context
from generator.pages.digests import Family
from generator.pages.draft import Draft
from generator.pages.page import File
from generator.values import SchoolYear, long_date

LIMIT = 50
TAG = "tag:umo-site,2025:"
"""The beginning of ids: the program, and the year in which it began to give them."""


@dataclass(frozen=True, slots=True)
class News:
    """One new thing."""

    id: str
    day: date
    title: str
    where: str
    summary: str
    categories: tuple[str, ...]


def pages(context: Context) -> Iterator[Draft]:
    """Yield the feed."""
    yield Draft(FEED, partial(_file, context))


def _file(context: Context) -> File:
    """The newest things; what bears a day that is still to come is not out yet."""
    found = [*_minutes(context), *_practices(context), *_documents(context)]
    out = [news for news in found if news.day <= context.today]
    out.sort(key=lambda news: (news.day, news.id), reverse=True)
    return File(FEED, _written(context, out[:LIMIT]).encode())


def _written(context: Context, found: Iterable[News]) -> str:
    """The feed as text. One without entries is as old as the school year."""
    feed = _empty(context)
    for news in found:
        moment = _midnight(news.day)
        feed.add_item(
            news.title,
            context.absolute(news.where) or news.where,
            str(escape(news.summary)),  # a summary is taken for HTML
            pubdate=moment,
            updateddate=moment,
            unique_id=f"{TAG}{news.id}",
            categories=news.categories,
        )
    if not feed.items:
        began = _midnight(running_year(context.today).begins)
        feed.latest_post_date = lambda: began  # the library would ask the clock
    text = StringIO()
    feed.write(text, "utf-8")
    return text.getvalue()


def _empty(context: Context) -> Any:
    """The feed without its entries."""
    from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

    site = context.archive.site.record
    publisher = context.archive.organisations[site.publisher].record.label
    return Atom1Feed(
        site.title,
        context.absolute(HOME) or "./",
        site.description,
        language="ru",
        author_name=publisher,
        feed_url=context.absolute(FEED) or FEED,
        feed_guid=f"{TAG}feed",
        feed_copyright=site.licence.name if site.licence else None,
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)


def _minutes(context: Context) -> Iterator[News]:
    """The newest minutes."""
    held = context.archive.relations.held.get(None, ())
    for entry in islice(reversed(held), LIMIT):
        record = entry.record
        label = context.archive.associations[entry.association].record.label
        kind = "Протокол" if record.status is MeetingStatus.SIGNED else "Проект протокола"
        title = record.theme or f"Заседание {long_date(record.date)}"
        yield News(
            f"minutes/{entry.id}",
            _came_out(record),
            f"{kind}: {title}",
            address(entry),
            f"{label}, {long_date(record.date)} {_questions(record)}",
            ("протокол", label),
        )


def _came_out(record: Meeting) -> date:
    return record.published_on or record.date


def _questions(record: Meeting) -> str:
    numbered = zip(record.agenda_numbers(), record.agenda, strict=True)
    return " ".join(f"{number}. {item.text}" for number, item in numbered)


def _practices(context: Context) -> Iterator[News]:
    """The newest practices. They are sorted by their days; those without one come first."""
    cards = context.archive.relations.cards.get(None, ())
    for entry in islice(reversed(cards), LIMIT):
        if day := practice_day(entry.record):
            yield _practice(entry, date.fromisoformat(day))


def _practice(entry: Entry[Practice], day: date) -> News:
    record = entry.record
    return News(
        f"practice/{entry.id}",
        day,
        f"Практика: {record.title}",
        address(entry),
        record.summary,
        ("практика", *record.subjects),
    )


def _digest(context: Context, association: str, year: SchoolYear) -> Any:
    """The newest public documents of a year that bear a day: the day and the id."""
    entries = public(context.archive.relations.documents.get((association, year), ()))
    dated = [(day.isoformat(), entry.id) for entry in entries if (day := _day(entry.record))]
    return tuple(sorted(dated, reverse=True)[:LIMIT])


NEW_PAPERS = Family("new-papers", _digest)


def _day(record: Document) -> date | None:
    """The day on which a document came out."""
    return record.date or record.signed_electronically_on or record.submitted_on


def _documents(context: Context) -> Iterator[News]:
    """The newest documents of all; no other is opened."""
    digests = context.digests
    found = [one for key in digests.years for one in digests.of(NEW_PAPERS, *key)]
    today = context.today.isoformat()
    out = sorted((one for one in found if one[0] <= today), reverse=True)
    for day, id_ in out[:LIMIT]:
        yield _document(context, context.archive.documents[id_], date.fromisoformat(day))


def _document(context: Context, entry: Entry[Document], day: date) -> News:
    record = entry.record
    label = context.archive.associations[entry.association].record.label
    number = f" № {record.number}" if record.number else ""
    parts = (f"{record.kind.label}{number} от {long_date(day)}", label, record.summary)
    return News(
        f"document/{entry.id}",
        day,
        f"Документ: {record.title}",
        address(entry),
        "; ".join(part for part in parts if part),
        ("документ", record.kind.label, label),
    )
