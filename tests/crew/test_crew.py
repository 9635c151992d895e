"""Work over several processes: the same results in the same order, and no failure goes unheard.

Each script runs in a process of its own, because a process with threads does not fork.
"""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from demonstration import ENVIRONMENT, REPOSITORY, run, tree

from generator.bench.records import write_records

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="elsewhere nothing is forked")


def said(script: str, workers: int) -> str:
    """What a script prints that knows `spread` and some pieces of work."""
    begin = "import os\nfrom generator.crew import LostWorkerError, spread\npieces = range(1000)\n"
    done = subprocess.run(
        [sys.executable, "-c", begin + script],
        env=ENVIRONMENT | {"UMO_WORKERS": str(workers), "PYTHONPATH": str(REPOSITORY)},
        capture_output=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.mark.parametrize("workers", [1, 2, 3, 7])
def test_results_come_in_the_order_of_the_work(workers: int) -> None:
    script = "print(spread(lambda some: [n * n for n in some], pieces) == [n * n for n in pieces])"
    assert said(script, workers) == "True"


@ON_LINUX
@pytest.mark.parametrize(("workers", "processes"), [(1, 1), (2, 2), (3, 3)])
def test_as_many_processes_work_as_may(workers: int, processes: int) -> None:
    script = "print(len(set(spread(lambda some: [os.getpid() for _ in some], pieces))))"
    assert said(script, workers) == str(processes)


@ON_LINUX
@pytest.mark.parametrize("harm", ["1 / 0", "os._exit(3)"])
def test_a_worker_that_fails_is_heard(harm: str) -> None:
    script = f"""
home = os.getpid()
def work(some):
    if os.getpid() != home:
        {harm}
    return list(some)
try:
    spread(work, pieces)
except LostWorkerError as lost:
    print("ZeroDivisionError" in str(lost) or "without results" in str(lost))
"""
    assert said(script, 2) == "True"


def test_it_is_told_how_far_the_work_is() -> None:
    script = "heard = []\nspread(list, pieces, lambda *far: heard.append(far))\nprint(heard[-1])"
    assert said(script, 1) == "(1000, 1000)"


SOONER = "import generator.crew as crew; crew.WORTH_IT = 50; from generator.cli import main; main()"
"""The program, which already forks for sixty records."""


@ON_LINUX
def test_several_processes_build_the_bytes_of_one(tmp_path: Path) -> None:
    sites = []
    program = (sys.executable, "-c", SOONER)
    for workers in ("1", "2"):
        folder = tmp_path / workers
        write_records(folder / "content", 60)
        shutil.copytree(REPOSITORY / "content/pages", folder / "content/pages")
        shutil.copy(REPOSITORY / "mkdocs.yml", folder)
        words = ("build", "--today", "2026-11-21")
        done = run(program, *words, folder=folder, UMO_WORKERS=workers)
        assert done.returncode == 0, done.stderr
        again = run(program, *words, "--timings", folder=folder, UMO_WORKERS=workers)
        assert again.returncode == 0, again.stderr
        assert "Кэш" not in again.stderr
        sites.append(tree(folder / "site"))
    assert len(sites[0]) > 60
    assert sites[0] == sites[1]
