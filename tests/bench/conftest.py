"""One tiny benchmark of ourselves alone, run once for all tests that look at it."""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from generator.bench import contest
from generator.bench.command import bench
from generator.bench.peers import Source

ROOT = Path(__file__).parents[2]
RECORDS = 20


@dataclass(frozen=True)
class Run:
    """What a benchmark printed, what it wrote, and the pages that it built first."""

    result: Result
    written: dict[str, Any]
    source: Source
    workspace: Path


@pytest.fixture(scope="session")
def tiny_run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    workspace = tmp_path_factory.mktemp("bench")
    words = ["--records", str(RECORDS), "--runs", "1", "--no-growth", "--peer", "ours"]
    files = ["--workspace", str(workspace), "--json", str(workspace / "out/numbers.json")]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(contest, "_PAUSE", 0.0)
        result = CliRunner().invoke(bench, [*words, *files, "--config", str(ROOT / "mkdocs.yml")])
    assert result.exit_code == 0, result.output
    written = json.loads((workspace / "out/numbers.json").read_text("utf-8"))
    site = workspace / "pages/ours/site"
    return Run(result, written, Source(RECORDS, 1, site), workspace)


@pytest.fixture(scope="session")
def source(tiny_run: Run) -> Source:
    """Twenty records and the site that was built of them."""
    return tiny_run.source
