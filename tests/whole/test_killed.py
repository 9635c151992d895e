"""Real processes, killed at random moments: the site is always the old one or the new one."""

import os
import random
import signal
import subprocess
import time
from itertools import count
from pathlib import Path

import pytest
from demonstration import ENVIRONMENT, TODAY, UMO, copied, restored, run, tree

KILLS = 50
RECORD = "content/associations/umo-matematika-ozersk/2025-2026/meetings/2025-08-27.yml"
OLD = "Подготовить по одной самостоятельной работе на проценты и чтение графиков"
SAID_OF_LIMITS = ("больше, чем разрешено", "на диске нет места", "поиск")
"""By what is written first: a page, a record of the cache of which a part was taken, the index."""
COMMAND = [*UMO, "build", "--today", TODAY]
Bytes = dict[str, bytes]


def built(folder: Path) -> Bytes:
    done = run(UMO, "build", "--today", TODAY, folder=folder)
    assert done.returncode == 0, done.stderr
    return tree(folder / "site")


def killed(folder: Path, after: float) -> bool:
    """Build, and kill the process after so many seconds; tell whether it was still at work."""
    with subprocess.Popen(
        COMMAND,
        cwd=folder,
        env=ENVIRONMENT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    ) as process:
        try:
            process.wait(after)
        except subprocess.TimeoutExpired:
            os.kill(process.pid, signal.SIGKILL)
        return process.wait() == -signal.SIGKILL


def seconds(folder: Path) -> float:
    start = time.perf_counter()
    built(folder)
    return time.perf_counter() - start


@pytest.mark.trust
@pytest.mark.skipif(os.name == "nt", reason="there is no such signal")
def test_fifty_kills(tmp_path: Path) -> None:
    """Of a first build, of one from nothing over a site, and most of warm ones, in turns.

    A build that ended before its kill does not count. After each kill nothing is repaired: the
    next run finds what is left behind.
    """
    folder, chance, met = copied(tmp_path), random.Random(8), 0  # noqa: S311
    whole = seconds(folder)
    old = tree(folder / "site")
    path = folder / RECORD
    text = path.read_text("utf-8")
    assert OLD in text
    path.write_text(text.replace(OLD, f"{OLD} и диаграмм"), "utf-8")
    warm = seconds(folder)
    new = tree(folder / "site")
    assert new != old
    for number in count():
        if met == KILLS:
            break
        assert number < KILLS * 4, "most builds have ended before they were killed"
        kind = ("first", "anew", "warm", "warm", "warm")[number % 5]
        if kind != "warm":
            run(("rm", "-rf", ".cache"), folder=folder)
        if kind == "first":
            run(("rm", "-rf", "site"), folder=folder)
        before = tree(folder / "site") if kind != "first" else {}
        wanted = text if number % 2 else text.replace(OLD, f"{OLD} и диаграмм")
        path.write_text(wanted, "utf-8")
        after = old if number % 2 else new
        met += killed(folder, chance.uniform(0, (warm if kind == "warm" else whole) * 1.05))
        found = tree(folder / "site") if (folder / "site").exists() else {}
        assert found in (before, after), f"a mixture after kill {number} ({kind})"
        if number % 5 == 1 or not found:
            assert built(folder) == after, f"the build after kill {number} is wrong"
    assert built(folder) == after
    assert {one.name for one in folder.iterdir() if one.name.startswith("site")} <= {
        "site",
        "site.old",
    }


@pytest.mark.trust
def test_a_file_no_longer_than_so_much(tmp_path: Path) -> None:
    """A limit on the size of files stands for a disk that fills up: thirteen limits."""
    folder = copied(tmp_path)
    old = built(folder)
    with restored(folder):
        path = folder / RECORD
        path.write_text(path.read_text("utf-8").replace(OLD, f"{OLD} и диаграмм"), "utf-8")
        for size in (0, *(1024 * 2**n for n in range(12))):
            limit = f"ulimit -f {size // 1024}; exec {' '.join(COMMAND)}"
            done = run(("bash", "-c", limit), folder=folder)
            found = tree(folder / "site")
            assert "Traceback" not in done.stderr, done.stderr
            if done.returncode:
                assert done.returncode == 1, done.stderr
                assert any(word in done.stderr for word in SAID_OF_LIMITS), done.stderr
                assert found == old
            else:
                break
        new = built(folder)
        assert new != old
