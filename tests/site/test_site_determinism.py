"""The same records and the same day give the same bytes; a change shows where it belongs only."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from demonstration import SEARCH, TODAY, UMO, Site, copied, run, tree, umo_build

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
    other = tmp_path / "папка с другим именем"
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


RECORD = "umo-matematika-ozersk/2025-2026/2025-08-27"
FILES_OF = (
    ("docx", RECORD, "--out", "made"),
    ("blank", "minutes", "--association", "umo-matematika-ozersk", "--out", "made/blank.docx"),
    ("draft", "portfolio", "--association", "umo-matematika-ozersk", "--year", "2025-2026"),
)
KINDS = {".html", ".docx", ".ics", ".xml", ".csv", ".json", ".xlsx", ".pf_fragment", ".pf_index"}
SURROUNDINGS = {
    "a Russian locale": {"LC_ALL": "ru_RU.UTF-8", "TZ": "Europe/Minsk"},
    "a Turkish locale": {"LC_ALL": "tr_TR.UTF-8", "LANGUAGE": "tr", "TZ": "Pacific/Kiritimati"},
    "plain C, another seed": {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "1"},
    "west of Greenwich": {"TZ": "America/Adak", "PYTHONHASHSEED": "4294967295"},
    "optimised": {"PYTHONOPTIMIZE": "1", "PYTHONHASHSEED": "0"},
    "one core": {"UMO_WORKERS": "1"},
    "three hands": {"UMO_WORKERS": "3", "PYTHONHASHSEED": "random"},
    "another user": {"HOME": "/nonexistent", "USER": "nobody", "LOGNAME": "nobody"},
}


def made_of_all(folder: Path, **variables: str) -> dict[str, bytes]:
    """The site, and the files that commands make."""
    calls = (("build",), *FILES_OF)
    done = [run(UMO, *words, "--today", TODAY, folder=folder, **variables) for words in calls]
    assert [one.stderr for one in done if one.returncode] == []
    return (
        tree(folder / "site")
        | tree(folder / "made")
        | {path.name: path.read_bytes() for path in folder.glob("*.md")}
    )


@pytest.fixture(scope="module")
def everything(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    found = made_of_all(copied(tmp_path_factory.mktemp("everything")))
    assert {Path(name).suffix for name in found} >= KINDS
    return found


@pytest.mark.trust
@pytest.mark.parametrize("around", SURROUNDINGS)
def test_the_same_bytes_in_other_surroundings(
    everything: dict[str, bytes], tmp_path: Path, around: str
) -> None:
    """Every file of the site, and what `docx`, `blank` and `draft` make; with another umask."""
    folder = tmp_path / "Сайт № 2 (копия)"
    folder.mkdir()
    before = os.umask(0o077)
    try:
        found = made_of_all(copied(folder), **SURROUNDINGS[around])
    finally:
        os.umask(before)
    assert len(found) > 500
    names = sorted(found.keys() | everything.keys())
    assert [name for name in names if found.get(name) != everything.get(name)] == []


@pytest.mark.trust
def test_the_day_may_come_from_the_environment(
    everything: dict[str, bytes], tmp_path: Path
) -> None:
    folder = copied(tmp_path)
    done = run(UMO, "build", folder=folder, SOURCE_DATE_EPOCH="1795219200", TZ="Asia/Kamchatka")
    assert done.returncode == 0, done.stderr
    found = tree(folder / "site")
    assert [name for name in found if found[name] != everything.get(name)] == []


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


OZERSK = "associations/umo-matematika-ozersk"
CHANGES = {
    "a person's name": (
        "people/associations.yml",
        "    patronymic: Николаевна\n    name_forms:\n      genitive: Савчук Е. Н.",
        "    patronymic: Никитична\n    name_forms:\n      genitive: Савчук Е. Н.",
        {
            *(f"{OZERSK}/{name}" for name in ("index.html", "sostav.docx")),
            *(
                f"{OZERSK}/{year}/{name}"
                for year in ("2025-2026", "2026-2027")
                for name in ("portfolio/index.html", "portfolio/portfolio.docx")
            ),
            *(
                f"{OZERSK}/{meeting}/{name}"
                for meeting in ("2025-2026/meetings/2025-10-22", "2026-2027/meetings/2026-12-09")
                for name in ("index.html", "list-registracii.docx")
            ),
            f"{OZERSK}/2025-2026/meetings/2025-10-22/protokol.docx",
        },
    ),
    "a practice's text": (
        "practices/zadachi-po-gazete.md",
        "Сводная таблица районной работы 2025 года",
        "Общая таблица районной работы 2025 года",
        {f"practices/zadachi-po-gazete/{name}" for name in ("index.html", "praktika.docx")},
    ),
    "a plan's point": (
        f"{OZERSK}/2026-2027/plan.yml",
        "План работы и проект критериев для пробы в сентябре – октябре.",
        "План работы и проект критериев для пробы в сентябре.",
        {f"{OZERSK}/2026-2027/plan/{name}" for name in ("index.html", "plan.docx")},
    ),
    "a document's title": (
        f"{OZERSK}/2025-2026/documents.yml",
        "    title: Нормативные правовые акты по организации методической работы\n",
        "    title: Правовые акты по организации методической работы\n",
        {
            *(f"{OZERSK}/{year}/index.html" for year in ("2025-2026", "2026-2027")),
            *(f"{OZERSK}/2025-2026/portfolio/{name}" for name in ("index.html", "portfolio.docx")),
            f"{OZERSK}/2025-2026/reestr.docx",
            *(f"data/documents.{kind}" for kind in ("csv", "json")),
            *(f"register/{name}index.html" for name in ("", "2025-2026/")),
            *(f"register/register-2025-2026.{kind}" for kind in ("csv", "xlsx")),
        },
    ),
    "a regulation's norm": (
        "regulations/001.yml",
        "min: 2\n",
        "min: 3\n",
        {
            *(
                f"associations/{body}/{name}"
                for body in (
                    "group-funkcionalnaya-gramotnost",
                    "mumo-yasnogorsk",
                    "rmo-nachalnye",
                    "rmo-russkiy",
                )
                for name in ("2025-2026/index.html", "2026-2027/index.html", "calendar.ics")
            ),
            "calendar.ics",
            "compliance/2025-2026/index.html",
            *(f"data/findings.{kind}" for kind in ("csv", "json")),
            "regulations/001/index.html",
        },
    ),
}
USUAL = {"a person's name", "a plan's point"}
"""The others are tried in `make trust`."""


@pytest.mark.parametrize(
    "what",
    [pytest.param(one, marks=[] if one in USUAL else pytest.mark.trust) for one in CHANGES],
)
def test_one_changed_record_changes_only_the_pages_that_show_it(
    site: Site, living: Path, edit: Change, what: str
) -> None:
    name, old, new, shown = CHANGES[what]
    edit(f"content/{name}", old, new)
    assert differing(tree(site.root), tree(umo_build(living))) == shown | {SEARCH}


@pytest.mark.trust
def test_another_title_of_the_site_changes_every_page_and_no_file_that_has_none(
    site: Site, living: Path, edit: Change
) -> None:
    edit("content/site.yml", "title: Методические объединения П", "title: Объединения П")
    found = differing(tree(site.root), tree(umo_build(living)))
    pages = {f"{address}index.html" for address in site.addresses}
    assert pages <= found
    assert not {name for name in found if name.startswith("assets/")}


def test_another_day_changes_no_record_that_is_over(site: Site, living: Path) -> None:
    """The next day rewrites what speaks of it: the sitemap, what is next, the day in the calendar,
    the day of which the findings tell, and of which the control of decisions is."""
    found = differing(tree(site.root), tree(umo_build(living, "--today", "2026-11-22")))
    calendar = {"calendar/index.html", "calendar/2026-2027/index.html"}
    day = {"sitemap.xml", "sitemap.xml.gz", "index.html", SEARCH, "data/findings.json"}
    control = {name for name in found if name.startswith("decisions/")}
    assert found <= day | calendar | control
