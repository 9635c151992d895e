"""The plugin and the build: MkDocs' own commands work, wrong records never cost the old site."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from demonstration import (
    ENVIRONMENT,
    MKDOCS,
    PUBLIC_STATES,
    REPOSITORY,
    TODAY,
    UMO,
    Run,
    Site,
    archive_of,
    called,
    copied,
    parsed,
    run,
    tree,
    umo_build,
    with_own_theme,
    words_of,
)

MEETING = "content/associations/umo-matematika-ozersk/2025-2026/meetings/2025-08-27.yml"
PLAN = "content/associations/umo-matematika-ozersk/2025-2026/plan.yml"
PRACTICE_FOLDER = "content/practices"
BUILDS = {"umo": (*UMO, "build"), "mkdocs": (*MKDOCS, "build"), "strict": (*MKDOCS, "build", "-s")}

Change = Callable[[str, str, str], None]


@dataclass(frozen=True)
class Made:
    """A site that a program has made on 21 November 2026, and what it said."""

    folder: Path
    done: Run


@pytest.fixture(scope="module", params=["umo", "strict"], ids=["umo", "mkdocs"])
def strictly(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Made:
    """The demonstration built by a program of its own, with warnings for errors."""
    folder = copied(tmp_path_factory.mktemp("strictly"))
    program = (*BUILDS["umo"], "--strict") if request.param == "umo" else BUILDS["strict"]
    return Made(folder, run(program, folder=folder, SOURCE_DATE_EPOCH="1795219200"))


def test_strict_build_passes(strictly: Made) -> None:
    assert strictly.done.returncode == 0, strictly.done.stderr
    assert "WARNING" not in strictly.done.stderr
    assert (strictly.folder / "site/associations/umo-matematika-ozersk/index.html").is_file()


def test_mkdocs_and_umo_build_the_same_site(site: Site, strictly: Made) -> None:
    first, second = tree(site.root), tree(strictly.folder / "site")
    assert first.keys() == second.keys()
    assert [name for name in first if first[name] != second[name]] == []


def test_the_build_says_in_one_line_how_many_of_each_and_in_how_long(living: Path) -> None:
    done = run(UMO, "build", "--today", TODAY, folder=living)
    assert done.returncode == 0, done.stderr
    assert len(done.stdout.splitlines()) == 1
    archive = archive_of(living)
    public = sum(e.record.status in PUBLIC_STATES for e in archive.practices.values())
    counts = {
        "объединени": len(archive.associations),
        "план": len(archive.plans),
        "заседани": len(archive.meetings),
        "практик": public,
        "документ": len(archive.documents),
        "анализ": len(archive.analyses),
        "положени": len(archive.regulations),
        "организаци": len(archive.organisations),
        "человек": len(archive.people),
    }
    for noun, number in counts.items():
        assert re.search(rf"(?<!\d){number}\s{noun}", done.stdout), f"{number} {noun}"
    assert re.match(r"Готово за \d+,\d с: ", done.stdout)
    assert done.stdout.rstrip().endswith(str(living / "site"))


# --- the edit link and the day of the last change -----------------------------------------------


def edit_links(site: Site, address: str) -> list[str]:
    return [href for href in site.page(address).xpath("//a/@href") if "/edit/" in href]


def test_the_edit_link_leads_to_the_records_own_file(site: Site) -> None:
    settings = (REPOSITORY / "mkdocs.yml").read_text("utf-8")
    base = re.search(r"repo_url: .*?\"?(https://[^\"\]\s]+)", settings)[1].rstrip("/")
    archive = site.archive
    records = {
        **{f"associations/{e.id}/": e for e in archive.associations.values()},
        **{f"associations/{e.id}/plan/": e for e in archive.plans.values()},
        **{f"associations/{e.id}/analysis/": e for e in archive.analyses.values()},
        **{f"regulations/{e.id}/": e for e in archive.regulations.values()},
        **{
            f"practices/{e.id}/": e
            for e in archive.practices.values()
            if e.record.status in PUBLIC_STATES
        },
        **{
            f"associations/{e.association}/{e.year}/meetings/{e.slug}/": e
            for e in archive.meetings.values()
        },
    }
    assert len(records) > 50
    for address, entry in records.items():
        assert edit_links(site, address) == [f"{base}/edit/main/content/{entry.path}"], address


def test_pages_made_of_many_records_have_no_edit_link(site: Site) -> None:
    for address in ("associations/", "practices/", "register/", "structure/"):
        assert edit_links(site, address) == []


def test_a_hand_written_page_keeps_its_own_edit_link(site: Site) -> None:
    pages = site.folder / "content/pages"
    for path in pages.rglob("*.md"):
        name = path.relative_to(pages).as_posix()
        address = re.sub(r"(^|/)index\.md$", r"\1", name)
        address = address.removesuffix(".md") + "/" if address.endswith(".md") else address
        links = edit_links(site, address)
        assert [link.rpartition("/edit/")[2] for link in links] == [f"main/content/pages/{name}"]


def git(folder: Path, *words: str, day: str = "") -> None:
    who = {"GIT_AUTHOR_NAME": "t", "GIT_AUTHOR_EMAIL": "t@example.org"}
    who |= {"GIT_COMMITTER_NAME": "t", "GIT_COMMITTER_EMAIL": "t@example.org"}
    when = {"GIT_AUTHOR_DATE": day, "GIT_COMMITTER_DATE": day} if day else {}
    none = {"GIT_CONFIG_GLOBAL": "/dev/null", "GIT_CONFIG_SYSTEM": "/dev/null"}
    subprocess.run(
        ["git", *words], cwd=folder, env=ENVIRONMENT | who | when | none, check=True, timeout=60
    )


def test_updated_on_comes_from_git(copy: Path, change: Change) -> None:
    """Each page tells the day of its own file's last commit, not of the build or the checkout."""
    git(copy, "init", "-q")
    git(copy, "add", "-A")
    git(copy, "commit", "-q", "-m", "first", day="2026-03-05T12:00:00Z")
    change(MEETING, 'number: "01"', 'number: "1"')
    git(copy, "add", "-A")
    git(copy, "commit", "-q", "-m", "second", day="2026-10-17T12:00:00Z")
    umo_build(copy)
    site = Site(copy)
    where = "associations/umo-matematika-ozersk/2025-2026"
    assert updated(site, f"{where}/meetings/2025-08-27/") == "17 октября 2026 г."
    assert updated(site, f"{where}/meetings/2025-10-22/") == "5 марта 2026 г."
    assert updated(site, f"{where}/plan/") == "5 марта 2026 г."
    assert updated(site, "register/") is None
    told = (copy / "site/sitemap.xml").read_text("utf-8")
    days = dict(re.findall(r"<loc>[^<]*?8000/([^<]*)</loc>\s*<lastmod>([^<]+)</lastmod>", told))
    assert days[f"{where}/meetings/2025-08-27/"] == "2026-10-17"
    assert days[f"{where}/plan/"] == "2026-03-05"


def test_without_git_no_page_tells_a_day_of_change(site: Site) -> None:
    assert [a for a in site.addresses if updated(site, a)] == []


def updated(site: Site, address: str) -> str | None:
    found = site.page(address).xpath('//p[contains(@class, "umo-updated")]')
    return words_of(found[0]).removeprefix("Запись изменена ") if found else None


# --- what is refused ----------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("page", "record"),
    [
        ("register.md", "/register/"),
        ("register/index.md", "/register/"),
        ("associations/umo-matematika-ozersk.md", "umo-matematika-ozersk/association.yml"),
        ("associations/umo-matematika-ozersk/2025-2026/plan.md", "2025-2026/plan.yml"),
        ("regulations/004/index.md", "regulations/004.yml"),
    ],
)
def test_a_hand_written_page_at_a_records_address_is_refused(
    living: Path, page: str, record: str
) -> None:
    before = tree(living / "site")
    done = built_with(living, page, "# Своя страница\n")
    assert done.returncode == 1
    assert f"pages/{page}" in done.stderr
    assert record in done.stderr
    assert tree(living / "site") == before


@pytest.mark.parametrize("page", ["REGISTER.md", "Register/index.md", "register/README.md"])
def test_a_hand_written_page_at_a_records_address_by_another_spelling_is_refused(
    living: Path, page: str
) -> None:
    """README.md is an index to MkDocs, and letters' case is nothing to half the file systems."""
    done = built_with(living, page, "# Своя страница\n")
    assert done.returncode == 1, "built"
    assert f"pages/{page}" in done.stderr


def test_a_file_of_a_hand_written_page_does_not_overwrite_a_records(living: Path) -> None:
    """docs_dir publishes any file: also one with the very name of a record's page."""
    done = built_with(living, "register/index.html", "<p>чужое</p>")
    assert done.returncode == 1 or "чужое" not in page_of(living, "register/")


def built_with(living: Path, page: str, text: str) -> Run:
    """Build with one more file among the hand-written pages."""
    path = living / "content/pages" / page
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return called("build", "--today", TODAY, folder=living)


def page_of(folder: Path, address: str) -> str:
    return (folder / "site" / address / "index.html").read_text("utf-8")


def test_a_stray_file_beside_a_record_is_told_and_not_published(living: Path) -> None:
    """Only what a record names is published; the rest is refused, or stays where it is."""
    folder = living / MEETING.removesuffix(".yml")
    folder.mkdir(exist_ok=True)
    (folder / "lichnye-dannye.txt").write_text("телефоны", "utf-8")
    assert "lichnye-dannye.txt" in called("check", folder=living).stdout, "the chair is told"
    done = called("build", "--today", TODAY, folder=living)
    assert "lichnye-dannye.txt" in done.stderr, "whoever builds is told"
    assert list((living / "site").rglob("lichnye*")) == []


@pytest.mark.parametrize("name", ["zametki.txt", "plan.yml.bak", "2025-2026/plan.docx", "a/b/c.md"])
def test_a_stray_file_of_an_association_is_not_published(living: Path, name: str) -> None:
    path = living / "content/associations/umo-matematika-ozersk" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("черновик", "utf-8")
    done = called("build", "--today", TODAY, folder=living)
    assert done.returncode == 1
    assert name in done.stderr


def break_records(copy: Path, change: Change) -> list[str]:
    """Make three records wrong, each in its own way, and say what must be told."""
    change(MEETING, "date: 2025-08-27\n", "date: 2025-08-32\n")
    change(PLAN, "goal: >-\n  Соверш", "gaol: >-\n  Соверш")
    people = "content/people/associations.yml"
    path = copy / people
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("organisation: gimnaziya-1-ozersk", "organisation: nigde", 1), "utf-8"
    )
    return [f"{MEETING}:1:7:", f"{PLAN}:", f"{people}:", "gaol", "2025-08-32", "nigde"]


@pytest.mark.parametrize("program", BUILDS)
def test_wrong_records_are_all_named_and_the_former_site_stays(
    living: Path, edit: Change, program: str
) -> None:
    before = tree(living / "site")
    wanted = break_records(living, edit)
    done = run(BUILDS[program], folder=living)
    assert done.returncode == 1
    assert [text for text in wanted if text not in done.stderr] == []
    assert "Traceback" not in done.stderr
    after = tree(living / "site")
    assert after.keys() == before.keys()
    assert [name for name in before if before[name] != after[name]] == []
    assert {path.name for path in living.glob("site*")} <= {"site", "site.old"}


@pytest.mark.parametrize("program", BUILDS)
def test_wrong_records_build_nothing_where_nothing_was(
    copy: Path, change: Change, program: str
) -> None:
    break_records(copy, change)
    assert run(BUILDS[program], folder=copy).returncode == 1
    assert list(copy.glob("site*")) == []


def test_each_problem_is_named_once(living: Path, edit: Change) -> None:
    break_records(living, edit)
    done = called("build", "--today", TODAY, folder=living)
    assert done.stderr.count("2025-08-32") == 1
    assert done.stderr.count("gaol") == 1


def test_a_failure_of_mkdocs_leaves_the_former_site(living: Path) -> None:
    """Not only wrong records: a template that does not compile must not cost the site either."""
    before = tree(living / "site")
    (with_own_theme(living) / "overrides/main.html").write_text(
        "{% extends 'base.html' %}{% block", "utf-8"
    )
    done = run(BUILDS["umo"], folder=living)
    assert done.returncode == 1
    assert tree(living / "site") == before


def test_strictness_fails_without_touching_the_former_site(standing: Path) -> None:
    before = tree(standing / "site")
    page = standing / "content/pages/lost.md"
    page.write_text("# Страница\n\n[никуда](nothing.md)\n", "utf-8")
    done = called("build", "--strict", folder=standing)
    assert done.returncode == 1
    assert "nothing.md" in done.stderr
    assert tree(standing / "site") == before


def test_leftovers_of_an_interrupted_build_do_no_harm(copy: Path) -> None:
    for name in ("site.new", "site.old"):
        (copy / name / "associations").mkdir(parents=True)
        (copy / name / "rubbish.html").write_text("rubbish", "utf-8")
    umo_build(copy)
    assert not list((copy / "site").rglob("rubbish.html"))
    assert [path.name for path in copy.glob("site*")] == ["site"]


def test_content_and_config_may_lie_elsewhere(copy: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    (copy / "content").rename(elsewhere)
    (copy / "content/pages").mkdir(parents=True)
    for path in (elsewhere / "pages").rglob("*"):
        target = copy / "content/pages" / path.relative_to(elsewhere / "pages")
        target.mkdir(exist_ok=True) if path.is_dir() else target.write_bytes(path.read_bytes())
    away = tmp_path / "away"
    away.mkdir()
    words = ("--config", "../mkdocs.yml", "--content", "../elsewhere", "--site-dir", "out")
    done = called("build", *words, folder=away)
    assert done.returncode == 0, done.stderr
    assert (away / "out/associations/umo-matematika-ozersk/index.html").is_file()


def test_a_page_of_a_record_is_where_mkdocs_puts_hand_written_ones(site: Site) -> None:
    page = parsed((site.root / "register/index.html").read_bytes())
    assert page.xpath('//nav[contains(@class, "md-tabs")]')


def test_hand_written_pages_may_link_to_any_record_and_its_files(copy: Path) -> None:
    links = (
        "[протокол](associations/mumo-yasnogorsk/2025-2026/meetings/2025-08-29/index.md)",
        "[практика](practices/chetyre-voprosa-k-istochniku/index.md#text)",
        "[памятка](practices/chetyre-voprosa-k-istochniku/dokumenty-muzeya.csv)",
    )
    (copy / "content/pages/about.md").write_text(f"# О сайте\n\n{' '.join(links)}\n", "utf-8")
    done = run(BUILDS["strict"], folder=copy)
    assert done.returncode == 0, done.stderr
    made = parsed((copy / "site/about/index.html").read_bytes())
    ways = made.xpath("//article//a/@href")
    assert "../associations/mumo-yasnogorsk/2025-2026/meetings/2025-08-29/" in ways
    assert "../practices/chetyre-voprosa-k-istochniku/#text" in ways
    assert "../practices/chetyre-voprosa-k-istochniku/dokumenty-muzeya.csv" in ways


@pytest.mark.parametrize("program", [BUILDS["strict"], (*BUILDS["umo"], "--strict")])
def test_each_dead_link_to_a_record_fails_a_strict_build(
    copy: Path, program: tuple[str, ...]
) -> None:
    targets = ("practices/net/index.md", "practices/chas-bez-povestki/pamyatka-vedushchego.txt")
    links = "\n\n".join(f"[туда]({target})" for target in targets)
    (copy / "content/pages/about.md").write_text(f"# О сайте\n\n{links}\n", "utf-8")
    done = run(program, folder=copy)
    assert done.returncode != 0
    for target in targets:
        assert target in done.stdout + done.stderr
