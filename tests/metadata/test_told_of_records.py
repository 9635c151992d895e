"""What pages say of a practice, a meeting, an association: to the letter, and no name too many."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from graph_check import faults, unmet
from graphs import SITE, Graph, archive_in, resolved

CARD = "practices/ugol-padeniya/"
MINUTES = "associations/mo-fizika/2025-2026/meetings/2025-10-08/"
CANCELLED = "associations/mo-fizika/2025-2026/meetings/2026-02-11/"
BODY = "associations/mo-fizika/"
PAGES = {"practice": CARD, "meeting": MINUTES, "association": BODY}
HERE = Path(__file__).parent


def things(graph: Graph, address: str, **how: Any) -> list[dict[str, Any]]:
    return graph(address, **how)["@graph"]


@pytest.mark.parametrize("name", PAGES)
def test_the_graph_of_a_page(graph: Graph, name: str) -> None:
    """Where the site's own address is known."""
    expected = json.loads((HERE / f"{name}.json").read_text("utf-8"))
    assert graph(PAGES[name], site_url=SITE) == expected
    assert faults(expected) == []
    assert unmet(expected) == []


@pytest.mark.parametrize("address", ["", "organisations/", "data/", "practices/", *PAGES.values()])
def test_relative_addresses_say_the_same(graph: Graph, address: str) -> None:
    """Where it is not known, for instance in a preview, they lead to the same places."""
    relative = graph(address, site_url="http://127.0.0.1:8000/")
    assert SITE not in json.dumps(relative)
    assert "127.0.0.1" not in json.dumps(relative)
    assert faults(relative) == []
    in_full = graph(address, site_url=SITE)
    assert resolved(relative, f"{SITE}{address}") == resolved(in_full, "x:")


def test_authors_are_named_by_consent_and_credited_as_on_the_page(graph: Graph) -> None:
    """One may be named; of the others one has no name on record, one did not agree to be named
    as an author, one has withdrawn the consent, and two are no people."""
    card = things(graph, CARD)[1]
    assert [(author["@type"], author["name"]) for author in card["author"]] == [
        ("Person", "Орлова Вера Ильинична"),
        ("School", "Средняя школа № 5"),
    ]
    assert card["creditText"] == (
        "Орлова Вера Ильинична, учитель физики, СОШ № 5; учитель химии, СОШ № 5; "
        "методист, УО Холмского округа; лаборант, СОШ № 5; СОШ № 5; "
        "учителя физики округа (3 чел.)"
    )


def test_a_consent_withdrawn_takes_the_name_off(
    graph: Graph, records: Path, tmp_path: Path
) -> None:
    copy = tmp_path / "content"
    shutil.copytree(records, copy)
    people = copy / "people.yml"
    old = "document: согласие № 1 от 01.09.2025}"
    text = people.read_text("utf-8")
    assert text.count(old) == 1
    people.write_text(text.replace(old, f"{old[:-1]}, withdrawn_on: 2026-10-01}}"), "utf-8")
    assert "Орлова" in json.dumps(graph(CARD), ensure_ascii=False)
    told = json.dumps(graph(CARD, archive=archive_in(copy)), ensure_ascii=False)
    assert "Орлов" not in told
    assert '"Person"' not in told
    assert "учитель физики, СОШ № 5; учитель химии" in told


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("CC BY-SA 4.0", "https://creativecommons.org/licenses/by-sa/4.0/deed.ru"),
        ("С разрешения авторов", {"@type": "CreativeWork", "name": "С разрешения авторов"}),
    ],
)
def test_a_licence_of_its_own(
    graph: Graph, records: Path, tmp_path: Path, written: str, told: object
) -> None:
    copy = tmp_path / "content"
    shutil.copytree(records, copy)
    card = copy / "practices/ugol-padeniya.md"
    text = card.read_text("utf-8")
    card.write_text(
        text.replace("level: municipal", f"level: municipal\nlicence: {written}"), "utf-8"
    )
    found = graph(CARD, archive=archive_in(copy))
    assert found["@graph"][1]["license"] == told
    assert faults(found) == []


def test_a_hostile_title_stays_a_text(graph: Graph, records: Path, tmp_path: Path) -> None:
    """It ends no script, begins no comment, and comes back from the JSON as it was."""
    hostile = "</script><img src=x onerror=alert(1)><!-- <script> & &lt; -->"
    copy = tmp_path / "content"
    shutil.copytree(records, copy)
    card = copy / "practices/ugol-padeniya.md"
    text = card.read_text("utf-8")
    escaped = json.dumps(hostile, ensure_ascii=True)
    card.write_text(text.replace("title: Угол падения", f"title: {escaped}", 1), "utf-8")
    crumbs, practice = things(graph, CARD, archive=archive_in(copy))
    plain = " ".join(hostile.split())
    assert practice["name"] == plain
    assert crumbs["itemListElement"][-1]["name"] == plain


@pytest.mark.parametrize(
    ("mode", "mode_told", "locations"),
    [
        ("offline", "OfflineEventAttendanceMode", ["Place"]),
        ("online", "OnlineEventAttendanceMode", ["Place", "VirtualLocation"]),
        ("hybrid", "MixedEventAttendanceMode", ["Place", "VirtualLocation"]),
        ("absentee", None, ["Place"]),
    ],
)
def test_how_people_come_together(
    graph: Graph,
    records: Path,
    tmp_path: Path,
    mode: str,
    mode_told: str | None,
    locations: list[str],
) -> None:
    copy = tmp_path / "content"
    shutil.copytree(records, copy)
    minutes = copy / f"{MINUTES.rstrip('/')}.yml"
    text = minutes.read_text("utf-8")
    minutes.write_text(text.replace("mode: hybrid", f"mode: {mode}", 1), "utf-8")
    event = things(graph, MINUTES, archive=archive_in(copy))[1]
    assert event.get("eventAttendanceMode") == (mode_told and f"https://schema.org/{mode_told}")
    assert [place["@type"] for place in event["location"]] == locations


def test_a_meeting_of_which_little_is_known(graph: Graph) -> None:
    """It has its day, its place in words and its body's name; nothing is guessed."""
    event = things(graph, CANCELLED)[1]
    assert event["name"] == "Заседание: Методическое объединение учителей физики"
    assert event["startDate"] == "2026-02-11"
    assert event["eventStatus"] == "https://schema.org/EventCancelled"
    place = {"@type": "Place", "name": "Дом культуры", "address": "Дом культуры"}
    assert event["location"] == [place]
    assert not {"endDate", "recordedIn", "workFeatured"} & event.keys()


def test_pages_know_the_way_to_them(graph: Graph) -> None:
    """From the home page, which has none of its own; names stand without typography."""
    assert {thing["@type"] for thing in things(graph, "")} == {
        "WebSite",
        "GovernmentOrganization",
    }
    crumbs = things(graph, "associations/mo-fizika/2025-2026/", site_url=SITE)[0]
    assert [(c["name"], c["item"]["@id"]) for c in crumbs["itemListElement"]] == [
        ("Главная", SITE),
        ("Объединения", f"{SITE}associations/"),
        ("МО физиков", f"{SITE}{BODY}"),
        ("МО физиков, 2025/2026 учебный год", f"{SITE}{BODY}2025-2026/"),
    ]
    assert "\u00a0" not in json.dumps(graph(MINUTES), ensure_ascii=False)
