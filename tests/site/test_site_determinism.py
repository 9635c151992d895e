"""The same records and the same day give the same bytes; a change shows where it belongs only."""

import os
from collections.abc import Callable
from pathlib import Path

from demonstration import SEARCH, TODAY, UMO, Site, run, tree, umo_build

MEETINGS = "associations/umo-matematika-ozersk/2025-2026/meetings"
MEETING = "umo-matematika-ozersk/2025-2026/2025-08-27"

Change = Callable[[str, str, str], None]


def differing(one: dict[str, bytes], other: dict[str, bytes]) -> set[str]:
    """The files that differ; the pieces of the index have names of their own, and count as one."""
    names = one.keys() | other.keys()
    different = {name for name in names if one.get(name) != other.get(name)}
    return {SEARCH if name.startswith(SEARCH) else name for name in different}


def test_nothing_around_the_records_changes_a_byte(site: Site, tmp_path: Path) -> None:
    """Another folder and process, the files written in another order and at another time, as a
    file system may list them; another seed of hashes, time zone and language."""
    other = tmp_path / "a folder of another name"
    for name, data in reversed(tree(site.folder).items()):
        if not name.startswith(("site/", ".cache/")):
            path = other / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
            os.utime(path, (1_000_000_000, 1_000_000_000))
    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Asia/Vladivostok", "LC_ALL": "C"}
    done = run(UMO, "build", "--today", TODAY, folder=other, **surroundings)
    assert done.returncode == 0, done.stderr
    assert differing(tree(site.root), tree(other / "site")) == set()


def test_a_second_build_over_the_first_is_the_same(site: Site, standing: Path) -> None:
    """What lies in the site and is no page of it goes with the build."""
    lost = standing / "site/associations/gone/index.html"
    lost.parent.mkdir()
    lost.write_text("old", "utf-8")
    assert differing(tree(site.root), tree(umo_build(standing))) == set()


def test_no_page_tells_where_or_when_it_was_built(site: Site) -> None:
    for name, data in tree(site.root).items():
        assert str(site.folder).encode() not in data, name


DATA = ("decisions.csv", "decisions.json", "votes.csv", "votes.json")


def test_a_changed_decision_changes_the_pages_that_show_it(
    site: Site, living: Path, edit: Change
) -> None:
    """The minutes themselves, those of the meetings that looked at the decision, the lists in which
    it stands, the portfolio, the open data, and the Word files of all that."""
    old = "Подготовить по одной самостоятельной работе на проценты и чтение графиков"
    edit(f"content/{MEETINGS}/2025-08-27.yml", old, f"{old} и диаграмм")
    reviewers = {
        entry.id
        for entry in site.archive.meetings.values()
        for review in entry.record.reviews
        if f"{entry.association}/{entry.year}/{review.decision}" == f"{MEETING}#3"
        or review.decision == f"{MEETING}#3"
    }
    assert reviewers, "some meeting looked at this decision"
    shown = {MEETING, *reviewers}
    expected = {SEARCH, "decisions/index.html", "decisions/umo-matematika-ozersk/index.html"}
    expected |= {f"data/{name}" for name in DATA}
    for id_ in shown:
        association, year, slug = id_.split("/")
        home = f"associations/{association}/{year}"
        papers = {f"{home}/meetings/{slug}/{name}" for name in ("index.html", "protokol.docx")}
        expected |= papers | {
            f"{home}/portfolio/{name}" for name in ("index.html", "portfolio.docx")
        }
    expected |= {f"{home}/meetings/2025-08-27/protokol-kratko.docx"}
    expected |= {"decisions/umo-matematika-ozersk/kontrol.docx"}
    assert differing(tree(site.root), tree(umo_build(living))) == expected


def test_a_changed_organisation_address_changes_what_tells_it(
    site: Site, living: Path, edit: Change
) -> None:
    """The page of organisations, and for machines the place of a meeting that was held there."""
    old = "агрогородок Сосны, ул. Молодёжная, д. 1\n"
    edit("content/organisations.yml", old, f"{old.strip()}, корпус 2\n")
    found = differing(tree(site.root), tree(umo_build(living)))
    there = "associations/umo-matematika-ozersk/2025-2026/meetings/2026-02-18/index.html"
    assert found == {SEARCH, "organisations/index.html", there}


def test_another_day_changes_no_record_that_is_over(site: Site, living: Path) -> None:
    """The next day rewrites what speaks of it: the sitemap, what is next, the day in the calendar,
    the day of which the findings tell, and of which the control of decisions is."""
    found = differing(tree(site.root), tree(umo_build(living, "--today", "2026-11-22")))
    calendar = {"calendar/index.html", "calendar/2026-2027/index.html"}
    day = {"sitemap.xml", "sitemap.xml.gz", "index.html", SEARCH, "data/findings.json"}
    control = {name for name in found if name.startswith("decisions/")}
    assert found <= day | calendar | control
