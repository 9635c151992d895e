"""The program made and used elsewhere: the same wheel from another machine, no network needed."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from demonstration import REPOSITORY, TODAY, UMO, copied, run

WHEEL = (sys.executable, "-m", "hatchling", "build", "--target", "wheel", "--directory")
NO_NETWORK = ("unshare", "--map-root-user", "--net")

pytestmark = pytest.mark.trust


def wheel(source: Path, folder: Path, **variables: str) -> bytes:
    done = run(WHEEL, str(folder), folder=source, SOURCE_DATE_EPOCH="1795219200", **variables)
    assert done.returncode == 0, done.stderr
    return next(folder.glob("*.whl")).read_bytes()


def test_the_same_wheel_from_another_folder_user_and_time_zone(tmp_path):
    """As another machine has it: the files that git knows, fetched in another order."""
    named = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=REPOSITORY,
        capture_output=True,
        check=True,
    ).stdout.decode()
    other = tmp_path / "другая папка"
    old = os.umask(0o077)
    try:
        for name in sorted(named.strip("\0").split("\0"), reverse=True):
            if (REPOSITORY / name).is_file():
                (other / name).parent.mkdir(parents=True, exist_ok=True)
                (other / name).write_bytes((REPOSITORY / name).read_bytes())
                os.utime(other / name, (1_000_000_000, 1_000_000_000))
        there = wheel(other, tmp_path / "there", TZ="Asia/Vladivostok", LC_ALL="C")
    finally:
        os.umask(old)
    assert there == wheel(REPOSITORY, tmp_path / "here")


def test_a_site_is_built_without_a_network(tmp_path):
    if not shutil.which("unshare") or subprocess.run([*NO_NETWORK, "true"], check=False).returncode:
        pytest.skip("this machine lets nobody work without its network")
    folder = copied(tmp_path)
    asked = (
        *NO_NETWORK,
        sys.executable,
        "-c",
        "import socket; socket.create_connection(('1.1.1.1', 443))",
    )
    assert run(asked, folder=folder).returncode != 0, "the network is away"
    done = run((*NO_NETWORK, *UMO), "build", "--no-cache", "--today", TODAY, folder=folder)
    assert done.returncode == 0, done.stderr
    assert list((folder / "site/search").rglob("pagefind.js"))
