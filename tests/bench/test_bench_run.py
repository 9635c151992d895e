"""A whole benchmark, as small as can be, and the processes that it handles."""

import importlib.util
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from generator.bench.command import NAMES, bench
from generator.bench.contest import Contest
from generator.bench.peers import PEERS, Command, Ours, Source
from generator.bench.process import ProcessFailedError, free_port, preview, run, wait_for

pytestmark = pytest.mark.trust

PYTHON = sys.executable
CONFIG = Path(__file__).parents[2] / "mkdocs.yml"


def runs(written: dict[str, Any], measure: str) -> list[dict[str, Any]]:
    return [found for found in written["measurements"] if found["measure"] == measure]


def test_numbers_are_written(tiny_run: Any) -> None:
    written = tiny_run.written
    assert written["records"] == tiny_run.source.number
    assert set(written["ratios"]) == {
        "cold_vs_mkdocs_material",
        "cold_vs_hugo",
        "warm_vs_hugo",
        "serve_vs_fastest",
        "memory_vs_hugo",
        "growth_exponent",
    }
    assert written["shell_bytes_compressed"] > 500
    assert set(written["machine"]) >= {"cpu", "cores", "os", "python", "tools"}
    assert all(found["contender"] == "ours" for found in written["measurements"])


def test_every_measure_was_taken(tiny_run: Any) -> None:
    written = tiny_run.written
    (cold,) = runs(written, "cold")
    assert cold["seconds"] > 0
    assert cold["cpu_seconds"] > 0
    assert cold["site_files"] > tiny_run.source.number
    assert cold["site_bytes"] > 1000 * tiny_run.source.number
    assert len(runs(written, "warm")) == 1
    assert len(runs(written, "serve")) == 3
    assert bool(runs(written, "memory")) == (importlib.util.find_spec("psutil") is not None)


def test_the_table_is_printed(tiny_run: Any) -> None:
    printed = tiny_run.result.stdout
    assert "с нуля: быстрее MkDocs Material" in printed
    assert "нет данных" in printed
    assert str(tiny_run.workspace) not in printed


def test_what_is_no_number_is_refused() -> None:
    for words in (["--records", "5"], ["--runs", "0"], ["--seed", "много"], ["--peer", "jekyll"]):
        result = CliRunner().invoke(bench, words)
        assert result.exit_code == 2, words
        assert words[1] in result.output


def test_the_command_knows_everybody() -> None:
    assert tuple(PEERS) == NAMES


def test_help_is_russian() -> None:
    text = CliRunner().invoke(bench, ["--help"]).output
    assert text.startswith("Вызов: ")
    for name in ("--records", "--runs", "--json", "--chart", "--seed", "--peer", "--growth"):
        assert name in text


def test_a_failed_build_is_told(tmp_path: Path) -> None:
    command = Command((PYTHON, "-c", "print('беда'); raise SystemExit(3)"), tmp_path)
    with pytest.raises(ProcessFailedError, match="код 3\nбеда"):
        run(command, tmp_path / "log")


def test_processor_time_is_of_the_build(tmp_path: Path) -> None:
    busy = "import time\nwhile time.process_time() < 0.3: pass"
    spent = run(Command((PYTHON, "-c", busy), tmp_path), tmp_path / "log")
    assert spent.cpu_seconds > 0.25
    assert spent.seconds > 0.25


def test_a_preview_is_watched_and_ended(tmp_path: Path) -> None:
    port = free_port()
    page = tmp_path / "index.html"
    page.write_text("прежде", "utf-8")
    words = (PYTHON, "-m", "http.server", str(port), "--bind", "127.0.0.1")
    with preview(Command(words, tmp_path), tmp_path / "log"):
        wait_for(port, "", "прежде", 30)
        page.write_text("теперь", "utf-8")
        wait_for(port, "", "теперь", 30)
    with pytest.raises(ProcessFailedError, match="теперь"):
        wait_for(port, "", "теперь", 0.2)


def test_an_edit_that_does_not_show_is_a_failure(tiny_run: Any, tmp_path: Path) -> None:
    class Forgetful(Ours):
        def edit(self, source: Source, mark: str) -> None:
            """Edit nothing."""

    peer = Forgetful(tmp_path, CONFIG)
    source = tiny_run.source
    peer.prepare(source)
    with pytest.raises(ProcessFailedError, match="прежней"):
        Contest(tmp_path, [peer], source, 1, print).measure()


def test_another_builder_that_fails_is_left_out(tiny_run: Any, tmp_path: Path) -> None:
    class Broken(Ours):
        name = "broken"
        title = "Сломанный"

        def build(self) -> Command:
            """Fail at once."""
            return Command((PYTHON, "-c", "raise SystemExit('нечем строить')"), self.home)

    peer = Broken(tmp_path, CONFIG)
    contest = Contest(tmp_path, [peer], tiny_run.source, 2, print)
    assert contest.measure() == []
    assert list(contest.left_out) == ["Сломанный"]
