"""The command line: what it prints, how it ends, and that it speaks Russian."""

import json
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from demonstration import REPOSITORY, UMO, called, run, tree, umo_build

from generator.cli import main

HOME = "content/associations/mo-matematika"
MEETING = f"{HOME}/2025-2026/meetings/2025-08-28.yml"
PLAN = f"{HOME}/2025-2026/plan.yml"
COMMANDS = (
    "", "check", "build", "serve", "findings", "addresses", "draft", "bench", "new", "from-issue",
    "schema", "init", "changes", "owners",
)  # fmt: skip
# Words that are names: of the program, its commands and formats, of files and variables.
NAMES = {
    "umo", "check", "build", "serve", "text", "json", "github", "content", "mkdocs", "yml",
    "umo-site", "site", "source_date_epoch", "bench", "hugo", "eleventy", "material", "zensical",
    "ours", "svg", "cache", "findings", "draft", "analysis", "report", "portfolio", "agenda",
    "addresses", "docx", "blank", "word", "minutes", "plan", "registration", "practice", "pdf",
    "short", "handout", "practices", "all", "schema", "new", "from-issue", "association", "meeting",
    "document", "documents", "init", "readme", "changes", "owners", "maintainers", "codeowners",
    "markdown", "site_url", "databank", "forget", "strip",
}  # fmt: skip

Change = Callable[[str, str, str], None]


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A small project: what a command says of its call does not hang on how many records it has."""
    records = REPOSITORY / "tests/records/base"
    shutil.copytree(records, tmp_path / "content", ignore=shutil.ignore_patterns("pages"))
    shutil.copytree(REPOSITORY / "content/pages", tmp_path / "content/pages")
    shutil.copy(REPOSITORY / "mkdocs.yml", tmp_path)
    return tmp_path


@pytest.fixture
def umo(monkeypatch: pytest.MonkeyPatch, copy: Path) -> Callable[..., Result]:
    """Run a command in the copy."""
    monkeypatch.chdir(copy)
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    return lambda *words: CliRunner().invoke(main, words, prog_name="umo")


@pytest.fixture
def broken(change: Change) -> None:
    change(MEETING, "date: 2025-08-28\n", "date: 2025-08-32\n")
    change(PLAN, "status: approved\n", "mood: good\nstatus: approved\n")


def test_check_of_good_records(umo: Callable[..., Result]) -> None:
    done = umo("check")
    assert (done.exit_code, done.stdout, done.stderr) == (0, "Всё в порядке.\n", "")


def test_check_as_text(umo: Callable[..., Result], broken: None) -> None:
    done = umo("check")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    places = [line.partition(" ")[0] for line in lines if not line.startswith("    →")]
    assert places == [f"{MEETING}:1:7:", f"{PLAN}:1:1:"]
    hints = [line for line in lines if line.startswith("    →")]
    assert len(hints) == 2
    assert re.search(r": [A-Z]\d\d ", lines[0])
    assert " ".join(done.stderr.split()) == "Найдено: 2 ошибки, 0 предупреждений."


def test_check_as_json(umo: Callable[..., Result], broken: None) -> None:
    done = umo("check", "--format", "json")
    assert done.exit_code == 1
    assert done.stderr == ""
    rows = json.loads(done.stdout)
    fields = {"path", "line", "column", "code", "severity", "message", "hint"}
    assert [set(row) for row in rows] == [fields, fields]
    assert [(row["path"], row["line"], row["column"]) for row in rows] == [
        (MEETING, 1, 7),
        (PLAN, 1, 1),
    ]
    assert {row["severity"] for row in rows} == {"error"}
    assert all(re.search("[а-я]", row["message"]) and row["hint"] for row in rows)


def test_check_as_json_of_good_records_is_an_empty_list(umo: Callable[..., Result]) -> None:
    done = umo("check", "--format", "json")
    assert (done.exit_code, json.loads(done.stdout), done.stderr) == (0, [], "")


def test_check_for_github(umo: Callable[..., Result], broken: None) -> None:
    done = umo("check", "--format", "github")
    assert done.exit_code == 1
    lines = done.stdout.splitlines()
    assert len(lines) == 2
    for line, place in zip(lines, (f"{MEETING},line=1,col=7", f"{PLAN},line=1,col=1"), strict=True):
        assert re.fullmatch(rf"::error file={re.escape(place)},title=[A-Z]\d\d::.+", line)


def test_github_format_escapes_what_ends_a_command(
    umo: Callable[..., Result], change: Change
) -> None:
    """A record must not speak to GitHub's runner: per cent, line ends, a second command."""
    change(MEETING, "mode: offline\n", 'mode: "off%0A::error::line"\n')
    done = umo("check", "--format", "github")
    assert done.exit_code == 1
    assert len(done.stdout.splitlines()) == 1
    assert "%0A::error" not in done.stdout
    assert "%250A" in done.stdout


@pytest.mark.parametrize(
    ("paths", "found"),
    [
        ([MEETING], [MEETING]),
        ([PLAN], [PLAN]),
        ([f"./{PLAN}"], [PLAN]),
        ([f"{HOME}/2025-2026/meetings"], [MEETING]),
        (["content/associations/"], [MEETING, PLAN]),
        ([MEETING, PLAN], [MEETING, PLAN]),
        (["content/site.yml"], []),
        (["content/associations/mumo"], []),
    ],
)
def test_paths_filter_the_problems(
    umo: Callable[..., Result], broken: None, paths: list[str], found: list[str]
) -> None:
    done = umo("check", *paths, "--format", "json")
    assert [row["path"] for row in json.loads(done.stdout)] == found
    assert done.exit_code == bool(found)


def test_a_path_that_is_not_there_is_not_good(umo: Callable[..., Result]) -> None:
    """«Всё в порядке» of a mistyped path would be a lie."""
    done = umo("check", "content/associations/no-such/plan.yml")
    assert done.exit_code != 0
    assert "no-such" in done.output


def test_content_of_check_may_lie_elsewhere(umo: Callable[..., Result], copy: Path) -> None:
    (copy / "content").rename(copy / "records")
    assert umo("check", "--content", "records").exit_code == 0
    done = umo("check")
    assert done.exit_code == 1
    assert "content" in done.output


def test_check_takes_a_day_and_refuses_what_is_none(umo: Callable[..., Result]) -> None:
    assert umo("check", "--today", "2026-11-30").exit_code == 0
    assert umo("check", "--today", "30.11.2026").exit_code == 0
    done = umo("check", "--today", "2026-02-30")
    assert done.exit_code == 2
    assert "2026-02-30" in done.output


def test_today_decides_what_is_ahead(copy: Path) -> None:
    folder = copy / HOME / "2026-2027/meetings"
    folder.mkdir(parents=True)
    text = "date: 2026-12-01\nstatus: planned\nmode: offline\nagenda: [Вопрос]\n"
    (folder / "2026-12-01.yml").write_text(text, "utf-8")
    assert 'id="next"' in home_page(umo_build(copy, "--today", "2026-11-21"))
    assert 'id="next"' not in home_page(umo_build(copy, "--today", "2027-07-01"))


def home_page(site: Path) -> str:
    return (site / "index.html").read_text("utf-8")


def test_source_date_epoch_is_the_day_where_no_other_is_given(copy: Path) -> None:
    """1814400000 is 1 July 2027: https://reproducible-builds.org/specs/source-date-epoch/"""
    wanted = tree(umo_build(copy, "--today", "2027-07-01"))
    today = tree(umo_build(copy))
    done = run(UMO, "build", folder=copy, SOURCE_DATE_EPOCH="1814400000")
    assert done.returncode == 0, done.stderr
    assert tree(copy / "site") == wanted
    assert wanted != today


def test_a_given_day_goes_before_source_date_epoch(copy: Path) -> None:
    umo_build(copy, SOURCE_DATE_EPOCH="0")
    assert "2026-11-21" in (copy / "site/sitemap.xml").read_text("utf-8")


def test_an_epoch_that_is_no_number_is_passed_over_or_told(copy: Path) -> None:
    done = run(UMO, "build", folder=copy, SOURCE_DATE_EPOCH="вчера")
    assert "Traceback" not in done.stderr


def test_version() -> None:
    done = CliRunner().invoke(main, ["--version"])
    assert re.fullmatch(r"umo-site \d+\.\d+\.\d+\n", done.stdout)


def english(text: str) -> set[str]:
    """English words that are no name and no option."""
    bare = re.sub(r"(?<![\w-])--[a-z-]+|https?://\S+|«[^»]*»", " ", text)
    words = re.findall(r"(?<![\w.-])[A-Za-z][A-Za-z_-]+", bare)
    return {word for word in words if word.lower() not in NAMES}


@pytest.mark.parametrize("command", COMMANDS)
def test_help_is_russian(command: str) -> None:
    words = [*command.split(), "--help"]
    done = CliRunner().invoke(main, words, prog_name="umo")
    assert done.exit_code == 0
    assert re.search("[а-я]{4}", done.stdout)
    assert english(done.stdout) == set()


@pytest.mark.parametrize(
    "words",
    [
        ["nothing"],
        ["check", "--nothing"],
        ["check", "--format", "xml"],
        ["check", "--today", "завтра"],
        ["check", "--today"],
        ["build", "--config", "content"],
        ["build", "more"],
    ],
    ids=" ".join,
)
def test_complaints_about_the_call_are_russian(
    umo: Callable[..., Result], words: list[str]
) -> None:
    done = umo(*words)
    assert done.exit_code == 2
    assert english(done.output) - {"nothing", "xml", "more", "format"} == set()


def test_a_config_that_is_not_there_is_told_in_russian(umo: Callable[..., Result]) -> None:
    done = umo("build", "--config", "nowhere.yml")
    assert done.exit_code == 1
    assert "nowhere.yml" in done.output
    assert english(done.output.replace("nowhere.yml", "")) == set()


def test_a_config_without_the_plugin_is_told(copy: Path, change: Change) -> None:
    change("mkdocs.yml", "  - umo\n", "")
    done = called("build", folder=copy)
    assert done.returncode == 1
    assert "umo" in done.stderr
    assert "плагин" in done.stderr


@pytest.mark.parametrize("address", ["nonsense", "127.0.0.1:ninety"])
def test_an_address_that_is_none_is_refused(copy: Path, address: str) -> None:
    done = run(UMO, "serve", "--address", address, folder=copy)
    assert done.returncode != 0
    assert "Traceback" not in done.stderr
