"""Practices that are not public: a title and a state in a queue, and not a byte more anywhere."""

import gzip
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
import snowballstemmer
from card_records import context_of, lay, page_at, records, said
from demonstration import PUBLIC_STATES, REPOSITORY, Site, plain, readable, tree
from pydantic import BaseModel

from generator.load import Entry
from generator.models import Practice
from generator.models.vocabulary import PracticeStatus

STEMMER = snowballstemmer.stemmer("russian")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return records(tmp_path)


def queue(folder: Path, **practices: dict[str, Any]) -> list[str]:
    for name, fields in practices.items():
        lay(folder, name, {"title": f"Опыт «{name}»", **fields})
    page = page_at(context_of(folder), "associations/mo-matematika/")
    return [said(row) for row in page.xpath('//ul[contains(@class, "umo-queue")]/li')]


def test_who_has_waited_longest_stands_first(folder: Path) -> None:
    """Each with its state, the day since when, and the body that has it now."""
    body = {"association": "mumo"}
    rows = queue(
        folder,
        draft={"status": "draft", "created_on": "2026-03-01"},
        undated={"status": "draft"},
        submitted={
            "status": "submitted",
            "created_on": "2025-09-01",
            "submissions": [{"to": {"organisation": "upravlenie"}, "date": "2026-02-01"}],
        },
        examined={
            "status": "on_expertise",
            "created_on": "2025-09-01",
            "expertise": [
                {
                    "body": {"organisation": "shkola-1"},
                    "sent_on": "2026-01-09",
                    "verdict": "approved",
                },
                {"body": body, "sent_on": "2026-01-10"},
            ],
        },
        returned={
            "status": "returned",
            "expertise": [
                {"body": body, "sent_on": "2025-11-01", "received_on": "2026-01-20"}
                | {"verdict": "returned"}
            ],
        },
        shown={"status": "approved", "created_on": "2025-09-01"},
    )
    assert rows == [
        "с 10.01.2026Опыт «examined» на экспертизеМУМО",
        "с 20.01.2026Опыт «returned» возвращено на доработку",
        "с 01.02.2026Опыт «submitted» поданоУправление образования Озёрского округа",
        "с 01.03.2026Опыт «draft» черновик",
        "Опыт «undated» черновик",
    ]


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ({"person": "belova-irina"}, ""),
        ({"person": "belova-irina", "position": "учитель математики"}, ""),
        ({"person": "belova-irina", "association": "mumo"}, "МУМО"),
        ({"role": "expert", "association": "mumo", "position": "эксперт"}, "МУМО"),
        ({"group": "эксперты округа", "organisation_name": "Институт"}, "Институт"),
        ({"group": "эксперты округа"}, "эксперты округа"),
        ({"position": "методист центра"}, "методист центра"),
    ],
)
def test_the_queue_names_bodies_and_nobody(folder: Path, body: dict[str, str], told: str) -> None:
    """Not even somebody who has agreed to be named: whose turn it is is a body's matter."""
    fields = {"status": "on_expertise", "expertise": [{"body": body, "sent_on": "2026-01-10"}]}
    (row,) = queue(folder, opyt=fields)
    assert row == f"с 10.01.2026Опыт «opyt» на экспертизе{told}"


def test_without_waiting_practices_there_is_no_queue(folder: Path) -> None:
    assert queue(folder, opyt={"status": "approved"}) == []
    page = page_at(context_of(folder), "associations/mo-matematika/")
    assert page.xpath('//*[@id="waiting"]') == []


# --- the whole site, byte by byte ---------------------------------------------------------------


def hidden(site: Site) -> list[Entry[Practice]]:
    entries = site.archive.practices.values()
    return [entry for entry in entries if entry.record.status not in PUBLIC_STATES]


def texts_of(value: Any) -> Iterator[str]:
    """Every text of a record and its parts."""
    if isinstance(value, BaseModel):
        for name in type(value).model_fields:
            yield from texts_of(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from texts_of(item)
    elif type(value) is str:
        yield value


def words(texts: Iterable[str]) -> set[str]:
    """The words of texts that are long enough to be somebody's own, as the search has them.

    Its index holds stems, and a stem may be a word of its own: «термометр» of «термометру». So
    stems are made of stems as well, until nothing is left to be cut off.
    """
    found = {word for text in texts for word in re.findall(r"[а-яё]{6,}", text.casefold())}
    while (stems := set(STEMMER.stemWords(list(found)))) != found:
        found = stems
    return stems


def inside(name: str, data: bytes) -> str:
    """What a file says, whatever it is packed in: the index of the search is packed, too."""
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    return readable(name.removesuffix(".gz"), data)


@pytest.fixture(scope="module")
def said_on_site(site: Site) -> dict[str, str]:
    return {name: inside(name, data) for name, data in tree(site.root).items()}


def files_of(site: Site, entry: Entry[Practice]) -> list[Path]:
    return [site.folder / "content" / entry.folder / name for name in entry.files]


def own_words(site: Site, entry: Entry[Practice]) -> set[str]:
    """The words of every field, the body and the files beside it that nobody else uses.

    Neither another record nor the program itself; the title may be told.
    """
    ours = {site.folder / "content" / entry.path, *files_of(site, entry)}
    program = [*REPOSITORY.glob("generator/**/*.py"), *REPOSITORY.glob("generator/**/*.html")]
    others = [path for path in (site.folder / "content").rglob("*") if path.is_file()]
    texts = (path.read_text("utf-8", errors="replace") for path in {*others, *program} - ours)
    told = [file.read_text("utf-8") for file in files_of(site, entry)]
    told += [*texts_of(entry.record), entry.body]
    return words(told) - words([entry.record.title]) - words(texts)


def test_no_word_of_a_practice_on_its_way_is_published(
    site: Site, said_on_site: dict[str, str]
) -> None:
    """Every file of the site is searched for them, unpacked where it is packed."""
    waiting = hidden(site)
    states = {state for state in PracticeStatus if not state.public}
    assert {entry.record.status for entry in waiting} == states
    published = words(said_on_site.values())
    for entry in waiting:
        own = own_words(site, entry)
        assert len(own) >= 15, f"{entry.id} has too few words of its own to be looked for"
        assert words([entry.record.summary]) & own, f"the summary of {entry.id} has none"
        assert own & published == set(), entry.id


def test_the_words_of_a_public_practice_are_found(site: Site, said_on_site: dict[str, str]) -> None:
    """The search itself is right: what it does not find of others it does find of this one."""
    entry = site.archive.practices["otladka-vsluh"]
    own = own_words(site, entry)
    card = words([said_on_site[f"practices/{entry.id}/index.html"]])
    assert len(own) >= 15
    assert words([*texts_of(entry.record), entry.body]) & own <= card


def test_titles_stand_in_the_queue_and_nowhere_else(
    site: Site, said_on_site: dict[str, str]
) -> None:
    """Neither feeds nor data, lists, calendars or the index of the search know of them."""
    for entry in hidden(site):
        title = plain(entry.record.title).casefold()
        home = entry.record.association
        wanted = [f"associations/{home}/index.html"] if home else []
        assert [name for name, text in said_on_site.items() if title in text] == wanted, entry.id


def test_files_beside_practices_on_their_way_are_not_published(site: Site) -> None:
    """By name and by content."""
    published = tree(site.root)
    contents = set(published.values())
    for entry in hidden(site):
        for file in files_of(site, entry):
            assert file.read_bytes() not in contents, file.name
            assert not [path for path in published if path.endswith(f"/{file.name}")]
