"""Coverage-guided runs of the reader and of Markdown (atheris), from the demonstration's files."""

import subprocess
import sys
from pathlib import Path

import pytest

HERE = Path(__file__).parent
CONTENT = HERE.parents[1] / "content"


@pytest.mark.trust
@pytest.mark.parametrize(("target", "runs"), [("fuzz_reader", 30_000), ("fuzz_markdown", 15_000)])
def test_no_input_breaks_it(target: str, runs: int, tmp_path: Path) -> None:
    pytest.importorskip("atheris", reason="atheris has no wheel for this Python or this system")
    corpus = tmp_path / "corpus"
    corpus.mkdir()
    files = sorted((*CONTENT.rglob("*.yml"), *CONTENT.rglob("*.md")))
    for number, file in enumerate(files):
        (corpus / str(number)).write_bytes(file.read_bytes()[:8000])
    options = (f"-runs={runs}", "-seed=1", "-max_len=8000", "-timeout=60")
    done = subprocess.run(
        [sys.executable, HERE / f"{target}.py", *options, corpus],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    assert done.returncode == 0, done.stdout[-3000:] + done.stderr[-3000:]
    assert f"Done {runs} runs" in done.stderr
