"""Which books there are, and what is in each: held meetings, public practices, and no others."""

from datetime import date

import pytest
from demonstration import PUBLIC_STATES, REPOSITORY, TODAY

from generator.archive import build
from generator.commands.books import ALL, minutes_books, practice_books
from generator.commands.find_record import NotFoundError
from generator.load import load
from generator.pages import Context
from generator.values import SchoolYear

HELD = ("draft", "signed")


@pytest.fixture(scope="module")
def context() -> Context:
    archive, problems = build(load(REPOSITORY / "content"))
    assert archive is not None, problems
    return Context(archive, date.fromisoformat(TODAY), {})


def test_minutes_of_the_last_year_that_has_any(context: Context) -> None:
    held: dict[str, dict[str, list[str]]] = {}
    for meeting in context.archive.meetings.values():
        if meeting.record.status.value in HELD:
            years = held.setdefault(meeting.association, {})
            years.setdefault(str(meeting.year), []).append(meeting.slug)
    books = {book.name: book for book in minutes_books(context, ALL, None, "full")}
    assert set(books) == {f"minutes-{body}-{max(years)}" for body, years in held.items()}
    for body, years in held.items():
        book = books[f"minutes-{body}-{max(years)}"]
        slugs = [one.address.strip("/").rpartition("/")[2] for one in book.chapters]
        assert slugs == sorted(years[max(years)])


def test_meetings_ahead_have_no_minutes(context: Context) -> None:
    ahead = {one.id for one in context.archive.meetings.values() if not one.record.status.held}
    assert ahead
    bound = {
        chapter.address
        for book in minutes_books(context, ALL, None, "full")
        for chapter in book.chapters
    }
    assert not any(id_.rpartition("/")[2] in where for id_ in ahead for where in bound)


def test_every_public_practice_is_in_the_book_of_each_of_its_subjects(context: Context) -> None:
    books = practice_books(context, ALL, "handout")
    told = [chapter.address.split("/")[1] for book in books for chapter in book.chapters]
    expected = [
        id_
        for id_, entry in context.archive.practices.items()
        if entry.record.status.value in PUBLIC_STATES
        for _ in entry.record.subjects
    ]
    assert sorted(told) == sorted(expected)
    for book in books:
        titles = [chapter.title.casefold() for chapter in book.chapters]
        assert titles == sorted(titles)
        assert book.file_name.endswith("-handout.pdf")


def test_what_is_not_there_is_told(context: Context) -> None:
    body = next(iter(context.archive.associations))
    long_ago = SchoolYear(2001)
    for call, said in (
        (lambda: practice_books(context, "matematka", "full"), "Похожие: matematika"),
        (lambda: minutes_books(context, body[:-1], None, "full"), f"Похожие: .*{body}"),
        (lambda: minutes_books(context, body, long_ago, "full"), "нет протоколов за 2001/2002"),
    ):
        with pytest.raises(NotFoundError, match=said):
            call()
