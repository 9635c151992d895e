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

from generator.archive.years import running_year
from generator.load import Entry
from generator.models import Document, Meeting
from generator.models.vocabulary import MeetingStatus
from generator.pages.addresses import FEED, HOME, address, practice_address
from generator.pages.associations import public
from generator.pages.context import Context
from generator.pages.digests import Family
from generator.pages.draft import Draft
from generator.pages.page import File, relative
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


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed: where it stands, the end of its id, what it is called, and the page it belongs to."""

    address: str
    id: str
    title: str
    description: str
    page: str


def pages(context: Context) -> Iterator[Draft]:
    """Yield the feed."""
    yield Draft(FEED, partial(_file, context))


def _file(context: Context) -> File:
    site = context.archive.site.record
    channel = Channel(FEED, "feed", site.title, site.description, HOME)
    found = [*_minutes(context), *_practices(context), *_documents(context)]
    return feed_file(context, channel, found)


def feed_file(context: Context, channel: Channel, found: Iterable[News]) -> File:
    """A feed of the newest things; what bears a day that is still to come is not out yet."""
    out = [news for news in found if news.day <= context.today]
    out.sort(key=lambda news: (news.day, news.id), reverse=True)
    return File(channel.address, _written(context, channel, out[:LIMIT]).encode())


def _written(context: Context, channel: Channel, found: Iterable[News]) -> str:
    """The feed as text. One without entries is as old as the school year."""
    feed = _empty(context, channel)
    for news in found:
        moment = _midnight(news.day)
        feed.add_item(
            news.title,
            context.absolute(news.where) or relative(channel.address, news.where),
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


def _empty(context: Context, channel: Channel) -> Any:
    """The feed without its entries."""
    from feedgenerator import Atom1Feed  # type: ignore[import-untyped]

    site = context.archive.site.record
    publisher = context.archive.organisations[site.publisher].record.label
    return Atom1Feed(
        channel.title,
        context.absolute(channel.page) or relative(channel.address, channel.page),
        channel.description,
        language="ru",
        author_name=publisher,
        feed_url=context.absolute(channel.address) or relative(channel.address, channel.address),
        feed_guid=f"{TAG}{channel.id}",
        feed_copyright=site.licence.name,
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
    known = context.archive.relations.browsed.get(None, ())
    for practice in islice(reversed(known), LIMIT):
        yield from practice_news(context, practice.id)


def practice_news(context: Context, id_: str) -> Iterator[News]:
    """Yield a practice where a day of it is known; the record itself is not opened."""
    face = context.archive.relations.faces[id_]
    if face.day:
        yield News(
            f"practice/{id_}",
            date.fromisoformat(face.day),
            f"Практика: {face.title}",
            practice_address(id_),
            face.summary,
            ("практика", *face.subjects),
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
