"""The composition for signature: in which order, with which numbers, by which act."""

from datetime import date
from typing import Any

import pytest
from demonstration import REPOSITORY, TODAY, archive_of

from generator.archive import Archive
from generator.models import Association
from generator.pages import Context
from generator.pages.forms.composition import CompositionPaper, composition_paper, members
from generator.text import unfilled

HOME = "umo-matematika-ozersk"
NAMED, UNNAMED = "savchuk-elena", "pedagog-ozersk-12"


@pytest.fixture(scope="module")
def archive() -> Archive:
    return archive_of(REPOSITORY)


def paper(archive: Archive, members_: list[dict[str, Any]], **more: Any) -> CompositionPaper:
    """The paper of an association with these members."""
    record = Association.model_validate(
        {"name": "Объединение", "kind": "rmo", "level": "municipal", "memberships": members_} | more
    )

    class Entry:
        def __getattr__(self, name: str) -> Any:
            return record if name == "record" else getattr(archive.associations[HOME], name)

    entry: Any = Entry()
    context = Context(archive, date.fromisoformat(TODAY), {})
    return composition_paper(context, entry, members(context, entry)[0])


def test_offices_first_then_the_alphabet_then_those_beside(archive: Archive) -> None:
    rows = paper(
        archive,
        [
            {"person": "gerasimovich-irina", "role": "coordinator"},
            {"person": UNNAMED},
            {"person": "shimko-natalya"},
            {"person": "borisevich-andrey"},
            {"person": NAMED, "role": "secretary"},
            {"person": "kovalevich-tatyana", "role": "head"},
            {"person": "drozd-inna", "to": "2026-11-20"},
        ],
    ).rows
    surnames = [(row.number, (row.shown.full_name or "—").split()[0]) for row in rows]
    assert surnames == [
        ("1", "Ковалевич"),
        ("2", "Савчук"),
        ("3", "Борисевич"),
        ("4", "Шимко"),
        ("5", "—"),
        ("", "Герасимович"),
    ]


@pytest.mark.parametrize(("people", "unnamed"), [([NAMED], False), ([NAMED, UNNAMED], True)])
def test_the_footnote_is_there_for_the_unnamed(
    archive: Archive, people: list[str], unnamed: bool
) -> None:
    assert paper(archive, [{"person": one} for one in people]).unnamed is unnamed


def test_the_act_of_the_running_year_approves(archive: Archive) -> None:
    acts = [
        {"year": "2025-2026", "act": {"number": "1", "date": "2025-08-29"}},
        {"year": "2026-2027", "act": {"kind": "resolution", "number": "2", "date": "2026-08-31"}},
    ]
    made = paper(archive, [{"person": NAMED}], compositions=acts, name_genitive="учителей")
    assert made.approved.by == "постановлением от 31.08.2026 № 2"
    assert made.title.endswith("объединения учителей на 2026/2027 учебный год")


@pytest.mark.parametrize(
    ("regulation", "words"), [(None, "приказом"), ("001", "приказом руководителя МУ УО")]
)
def test_without_an_act_there_is_a_line_for_one(
    archive: Archive, regulation: str | None, words: str
) -> None:
    made = paper(archive, [{"person": NAMED}], regulation=regulation)
    assert made.approved.by == f"{words} от {unfilled.DAY} № {unfilled.WORD}"


@pytest.mark.parametrize(
    ("stated", "said"),
    [(None, "1 человек"), (1, "1 человек"), (16, "16 человек (в списке — 1)")],
)
def test_the_total_is_that_of_the_act(archive: Archive, stated: int | None, said: str) -> None:
    year = {"year": "2026-2027", "total": str(stated)}
    made = paper(archive, [{"person": NAMED}], compositions=[year] if stated else [])
    assert made.total.replace("\u00a0", " ") == f"Всего в составе: {said}"
