"""What the minutes say as a paper: who signs them, which form is usual, what is left to fill in."""

from datetime import date
from types import SimpleNamespace
from typing import Any

import pytest
from demonstration import REPOSITORY, archive_of

from generator.models import Person
from generator.models.meeting import Meeting
from generator.pages import Context
from generator.pages.forms.minutes import case_of, minutes_paper, signers
from generator.pages.forms.registration import registration_sheet
from generator.pages.minutes import pages

OZERSK = "umo-matematika-ozersk/2025-2026/2025-10-22"
"""By 004: the head and the secretary sign, minutes are short, there is voting."""
ZARECHYE = "mo-istoriya-zarechye/2025-2026/2025-12-03"
"""By 003, which says nothing of who signs."""
AHEAD = "umo-matematika-ozersk/2026-2027/2026-12-09"
CANCELLED = "mo-istoriya-zarechye/2025-2026/2026-02-25"
HEAD, SECRETARY = ("руководитель", "Т. П. Ковалевич"), ("секретарь", "Е. Н. Савчук")


@pytest.fixture(scope="module")
def context() -> Context:
    return Context(archive_of(REPOSITORY), date(2026, 11, 21), {})


def changed(context: Context, meeting: str, **fields: Any) -> Any:
    """A meeting of the demonstration with some fields as they are written in a record."""
    entry = context.archive.meetings[meeting]
    least = {"date": "2025-10-22", "status": "signed", "mode": "offline", "agenda": ["Разное"]}
    read = Meeting.model_validate({**least, **fields})
    record = entry.record.model_copy(update={name: getattr(read, name) for name in fields})
    names = ("kind", "id", "association", "year", "school_year", "slug", "within")
    return SimpleNamespace(record=record, **{name: getattr(entry, name) for name in names})


def signed_by(context: Context, entry: Any) -> list[tuple[str | None, str | None, bool]]:
    rows = signers(context, entry, case_of(context, entry))
    names = [row.shown.name and row.shown.name.replace("\u00a0", " ") for row in rows]
    places = [row.shown.position for row in rows]
    return list(zip(places, names, [row.recorded for row in rows], strict=True))


def signature(**fields: str) -> dict[str, str]:
    return {"date": "2025-10-24", **fields}


@pytest.mark.parametrize(
    ("meeting", "fields", "expected"),
    [
        (OZERSK, {}, [(*HEAD, True), (*SECRETARY, True)]),
        (OZERSK, {"signatures": []}, [(*HEAD, False), (*SECRETARY, False)]),
        (
            OZERSK,
            {"signatures": [signature(role="secretary", person="savchuk-elena")]},
            [(*SECRETARY, True), (*HEAD, False)],
        ),
        (
            OZERSK,
            {"signatures": [signature(position="методист", person="gerasimovich-irina")]},
            [("методист", "И. Л. Герасимович", True)],
        ),
        (
            OZERSK,
            {"signatures": [], "presided_by": "gerasimovich-irina"},
            [("председательствующий", "И. Л. Герасимович", False), (*SECRETARY, False)],
        ),
        (OZERSK, {"signatures": [], "status": "planned"}, []),
        (OZERSK, {"signatures": [], "status": "cancelled"}, []),
    ],
)
def test_who_signs(
    context: Context, meeting: str, fields: dict[str, Any], expected: list[tuple[str, str, bool]]
) -> None:
    assert signed_by(context, changed(context, meeting, **fields)) == expected


def test_head_and_secretary_sign_where_no_regulation_says_who(context: Context) -> None:
    entry = changed(context, ZARECHYE, signatures=[])
    assert not any(
        norm.signers for _, norm in case_of(context, entry).norms("minutes", entry.record.date)
    )
    assert [place for place, _, _ in signed_by(context, entry)] == ["руководитель", "секретарь"]


def test_a_name_without_consent_is_written_by_hand(
    context: Context, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Person, "allows", lambda *_: False)
    entry = changed(context, OZERSK, signatures=[])
    assert signed_by(context, entry) == [("руководитель", None, False), ("секретарь", None, False)]


def page_of(context: Context, meeting: str) -> str:
    association, year, slug = meeting.split("/")
    address = f"associations/{association}/{year}/meetings/{slug}/"
    return str(next(d.make() for d in pages(context) if d.address == address).body)  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("meeting", "views"),
    [
        (OZERSK, ["Краткий протокол", "Полный протокол", "Лист регистрации"]),
        (ZARECHYE, ["Полный протокол", "Краткий протокол", "Лист регистрации"]),
        (AHEAD, ["Повестка", "Лист регистрации"]),
        (CANCELLED, ["Повестка"]),
    ],
)
def test_the_usual_form_is_named_first(context: Context, meeting: str, views: list[str]) -> None:
    body = page_of(context, meeting)
    bar = body[body.index('class="umo-print"') : body.index("</nav>", body.index("umo-print"))]
    places = [bar.find(f">{view}<") for view in views]
    assert -1 not in places
    assert places == sorted(places)
    assert bar.count('href="#') == len(views)


def test_a_vote_is_left_to_fill_in_where_the_regulation_has_voting(context: Context) -> None:
    assert minutes_paper(context, context.archive.meetings[OZERSK]).voting
    assert not minutes_paper(context, context.archive.meetings[ZARECHYE]).voting


def test_signed_minutes_without_a_list_name_nobody_on_the_sheet(context: Context) -> None:
    """Who came is not on record, and the composition would say that all did."""
    sheet = registration_sheet(context, changed(context, OZERSK, attendance="13"))
    assert (sheet.rows, sheet.empty) == ([], 25)
    ahead = registration_sheet(context, changed(context, AHEAD, attendance=None))
    assert len(ahead.rows) == 13
    assert ahead.empty == 8
