"""The contest of the search, as small as can be: our builds, plain Pagefind, one browser."""

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from generator.archive import build
from generator.bench.command import bench
from generator.bench.peers import Source
from generator.bench.process import ProcessFailedError
from generator.bench.search import browsing, contest, queries
from generator.bench.search import figures as f
from generator.bench.search.benchmark import SearchWish, search_benchmark
from generator.bench.search.browser import browser
from generator.bench.search.contenders import SearchedMaterial, SearchedOurs
from generator.bench.search.edits import FORMER, MARKS, NEW, PRACTICE, edits
from generator.bench.search.figures import Findings
from generator.load import load
from generator.paper.failure import BrowserMissingError

pytestmark = pytest.mark.trust

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
RECORDS = 20
FEW = {"common word": "урок", "only in an old year": MARKS[FORMER]}


@dataclass(frozen=True)
class Run:
    """What a contest found, and where it worked."""

    findings: Findings
    ours: SearchedOurs
    workspace: Path


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Run:
    workspace = tmp_path_factory.mktemp("contest")
    wish = SearchWish(RECORDS, 1, 1, ["ours"], CONFIG, workspace, print)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contest, "sees_memory", lambda: False)
        patch.setattr(queries, "QUERIES", FEW)
        patch.setattr(queries, "_QUIET", 0.25)
        patch.setattr(browsing, "_QUIET", 0.1)
        patch.setattr(browsing, "_PASSES", 1)
        patch.setattr(browsing, "_EACH", 1)
        patch.setattr(browsing, "_PAUSE", 5)
        findings = search_benchmark(wish)
    home = workspace / f"search/{RECORDS}/ours"
    return Run(findings, SearchedOurs(workspace, CONFIG, home), workspace)


@pytest.fixture
def seen(tiny: Run) -> Findings:
    """What was found with a browser; skipped where there is none."""
    if "браузер" in tiny.findings.left_out:
        pytest.skip(tiny.findings.left_out["браузер"])
    return tiny.findings


def test_every_edit_made_an_index_anew_in_less_time_than_a_build(tiny: Run) -> None:
    spent = tiny.findings.cases(RECORDS, f.OURS, f.INDEX_AFTER_EDIT)
    whole = tiny.findings.cases(RECORDS, f.OURS, f.BUILD_AFTER_EDIT)
    assert set(spent) == set(whole) == {NEW, FORMER, PRACTICE}
    assert all(0 < spent[case] < whole[case] for case in spent)
    assert tiny.findings.numbers(RECORDS)["search_index_vs_plain_pagefind"]


def test_our_index_lies_on_the_site_and_the_plain_one_elsewhere(tiny: Run) -> None:
    assert (tiny.ours.index / "shelves.json").is_file()
    assert not (tiny.ours.site / "pagefind").exists()
    plain = tiny.workspace / f"search/{RECORDS}/plain"
    assert (plain / "pagefind.js").is_file()
    size = sum(file.stat().st_size for file in plain.rglob("*") if file.is_file())
    assert tiny.findings.cases(RECORDS, f.PLAIN, f.INDEX_SIZE) == {"": size}


def test_both_newest_years_are_full_on_the_day_of_the_contest(tiny: Run) -> None:
    copies = tiny.ours.home / ".cache/umo/copies"
    assert {path.name for path in copies.iterdir()} == {"site", "2024-2025", "2025-2026"}
    assert {path.parent.name for path in tiny.ours.index.glob("*/index")} == {"site", "recent"}


def test_a_build_that_shows_no_edit_is_refused(tiny: Run) -> None:
    edit = next(edits(tiny.ours, RECORDS, 1))
    with pytest.raises(ProcessFailedError, match="индекс остался прежним"):
        edit.check(edit.standing())
    edit.page.with_name("other.html").write_text("без слова", "utf-8")
    edit.page = edit.page.with_name("other.html")
    with pytest.raises(ProcessFailedError, match="страница осталась прежней"):
        edit.check(b"")


def test_queries_are_counted_from_the_script_on(seen: Findings) -> None:
    first = seen.cases(RECORDS, f.OURS, f.FIRST_QUERY)
    second = seen.cases(RECORDS, f.OURS, f.SECOND_QUERY)
    assert set(first) == set(second) == set(FEW)
    assert all(120_000 < size < 400_000 for size in first.values()), "Pagefind alone is 95 KB"
    assert all(0 < second[case] < first[case] / 2 for case in FEW)
    assert all(value > 0 for value in seen.cases(RECORDS, f.OURS, f.FIRST_RESULT).values())


def test_the_index_of_practices_is_counted_and_filtered(seen: Findings) -> None:
    own = seen.cases(RECORDS, f.OURS, f.BROWSE)
    whole = seen.cases(RECORDS, f.OURS, f.BROWSE_ALL)
    assert set(own) == set(whole) > {"subject", "grade", "year"}
    assert all(8_000 < own[facet] < whole[facet] - 40_000 for facet in own)
    for measure in (f.FILTER, f.FILTER_ON_PHONE):
        spent = seen.cases(RECORDS, f.OURS, measure)
        assert 0 < spent["usual value"] <= spent["slowest value"] < 1000


def test_material_gets_its_own_search(tiny: Run, tmp_path: Path) -> None:
    material = SearchedMaterial(tmp_path, CONFIG, tmp_path / "material")
    material.prepare(Source(RECORDS, 1, tiny.ours.site))
    written = (material.home / "mkdocs.yml").read_text("utf-8")
    assert "  - search:\n      lang: ru\n  - gen-files:" in written
    assert re.findall(r'custom_dir: "(.+)"', written) == [str(material.home / "overrides")]
    assert (material.home / "overrides/main.html").is_file()
    assert not (material.home / "overrides/partials/search.html").exists()


def test_a_bank_of_practices_has_nothing_wrong_with_it(tmp_path: Path) -> None:
    ours = SearchedOurs(tmp_path, CONFIG, tmp_path / "bank")
    ours.write_practices(45, 1)
    archive, problems = build(load(ours.home / "content"), date(2026, 6, 1))
    assert [str(problem) for problem in problems] == []
    assert archive is not None
    assert (len(archive.practices), len(archive.associations)) == (45, 3)
    assert not archive.meetings
    settings = (ours.home / "mkdocs.yml").read_text("utf-8")
    assert settings == CONFIG.read_text("utf-8")


def test_sizes_are_the_usual_ones_and_the_one_wished_for() -> None:
    def sizes(records: int) -> tuple[int, ...]:
        return SearchWish(records, 1, 1, (), CONFIG, CONFIG.parent, print).sizes

    assert sizes(10_000) == (1_000, 5_000, 10_000)
    assert sizes(3_000) == (1_000, 3_000)
    assert sizes(100) == (100,)


def test_without_a_browser_it_is_told_why(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UMO_BROWSER", str(tmp_path / "none"))
    with pytest.raises(BrowserMissingError, match="UMO_BROWSER"), browser():
        pass


def test_what_the_contest_does_not_know_is_refused() -> None:
    for words, said in ((["--peer", "hugo"], "hugo"), (["--chart", "x.svg"], "--chart")):
        result = CliRunner().invoke(bench, ["--search", *words, "--config", str(CONFIG)])
        assert result.exit_code == 2, words
        assert said in result.output
