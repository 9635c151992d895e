"""What a build does, counted: nothing twice, and nothing that has not changed."""

from collections import Counter
from pathlib import Path

import pytest
from workshop import project, replace_in, warm

import generator.cache.readings as readings
from generator.printing import Printer
from generator.theme import Theme

MEETING = "associations/mo-matematika/2025-2026/meetings/2025-08-28"
YEAR = "associations/mo-matematika/2025-2026/"


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> dict[str, Counter[str]]:
    """Count records read, pages and files made, and times that the theme drew."""
    counts: dict[str, Counter[str]] = {"read": Counter(), "made": Counter(), "drawn": Counter()}
    read, make, draw = readings.read, Printer._print, Theme.draw

    def counting_read(content, found, beside):
        counts["read"][found.path] += 1
        return read(content, found, beside)

    def counting_print(self, draft):
        counts["made"][draft.address] += 1
        return make(self, draft)

    def counting_draw(self, shown):
        counts["drawn"][shown.address] += 1
        return draw(self, shown)

    monkeypatch.setattr(readings, "read", counting_read)
    monkeypatch.setattr(Printer, "_print", counting_print)
    monkeypatch.setattr(Theme, "draw", counting_draw)
    monkeypatch.setenv("UMO_WORKERS", "1")
    return counts


def clear(counts: dict[str, Counter[str]]) -> None:
    for counter in counts.values():
        counter.clear()


def test_a_first_build_reads_each_file_once_and_draws_the_theme_once_a_shape(
    tmp_path: Path, counted
) -> None:
    folder = project(tmp_path)
    built = warm(folder)
    files = {p.relative_to(folder / "content").as_posix() for p in folder.glob("content/**/*.yml")}
    files |= {p.relative_to(folder / "content").as_posix() for p in folder.glob("content/*/*.md")}
    assert files - {"pages/about.md", "pages/index.md"} <= counted["read"].keys()
    assert set(counted["read"].values()) == {1}
    assert built.made == built.pages
    assert len(counted["drawn"]) <= 2 * built.pages


def test_a_second_build_does_nothing(tmp_path: Path, counted) -> None:
    folder = project(tmp_path)
    warm(folder)
    clear(counted)
    assert warm(folder).made == 0
    assert counted == {"read": Counter(), "made": Counter(), "drawn": Counter()}


def test_one_edit_reads_one_file_and_makes_only_what_looked_at_it(tmp_path: Path, counted) -> None:
    folder = project(tmp_path)
    warm(folder)
    clear(counted)
    replace_in(folder / f"content/{MEETING}.yml", "Итоги прошлого года", "Итоги года")
    built = warm(folder)
    assert counted["read"] == {f"{MEETING}.yml": 1}
    assert counted["drawn"] == {}, "no shell is made anew"
    assert counted["made"][f"{MEETING}/"] == 1
    assert set(counted["made"].values()) == {1}
    assert built.made == len(counted["made"])
    untouched = {
        "practices/",
        "structure/",
        "organisations/",
        "regulations/",
        "regulations/polozhenie/",
        "associations/",
        "associations/mumo/",
        f"{YEAR}analysis/",
    }
    assert untouched.isdisjoint(counted["made"])


def test_a_person_is_looked_at_only_where_he_stands(tmp_path: Path, counted) -> None:
    folder = project(tmp_path)
    warm(folder)
    clear(counted)
    replace_in(folder / "content/people.yml", "given_name: Ольга", "given_name: Оксана")
    warm(folder)
    assert counted["read"] == {"people.yml": 1}
    assert f"{MEETING}/" not in counted["made"], "others of the same file are not concerned"


def test_a_file_only_touched_is_read_and_changes_nothing(tmp_path: Path, counted) -> None:
    folder = project(tmp_path)
    warm(folder)
    clear(counted)
    (folder / f"content/{MEETING}.yml").touch()
    assert warm(folder).made == 0
    assert counted["read"] == {f"{MEETING}.yml": 1}
    assert counted["made"] == {}
