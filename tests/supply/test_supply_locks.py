"""What the project installs is locked to the byte, and nothing else is fetched."""

import json
import re
from pathlib import Path

import pytest
from demonstration import REPOSITORY

LOCKS = sorted(
    (*(REPOSITORY / "requirements").glob("*.txt"), *REPOSITORY.glob("generator/bench/locks/*.txt"))
)
NPM_LOCKS = sorted(
    path for path in REPOSITORY.glob("*/**/package-lock.json") if "node_modules" not in path.parts
)
INSTALLERS = sorted((*REPOSITORY.glob("tools/**/*.sh"), REPOSITORY / "Makefile"))
_ENTRY = re.compile(r"(?m)^(?=\S)(?!#)(?:.*\\\n)*.*$")
_SHA256 = re.compile(r"--hash=sha256:[0-9a-f]{64}\b")


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def test_the_locks_are_there():
    assert {path.stem for path in LOCKS} >= {"site", "dev", "audit", "lock", "bench", "builders"}
    assert {path.parent.name for path in NPM_LOCKS} == {"access", "forms", "eleventy"}


@pytest.mark.parametrize("lock", LOCKS, ids=name_of)
def test_every_package_has_one_version_and_hashes(lock: Path):
    entries = _ENTRY.findall(lock.read_text("utf-8"))
    assert entries
    loose = [e for e in entries if not re.match(r"[\w.-]+==\S+", e) or not _SHA256.search(e)]
    assert loose == []


@pytest.mark.parametrize("lock", NPM_LOCKS, ids=name_of)
def test_every_npm_package_has_its_digest(lock: Path):
    packages = json.loads(lock.read_text("utf-8"))["packages"]
    fetched = {name: more for name, more in packages.items() if name}
    assert fetched
    assert [name for name, more in fetched.items() if "sha512-" not in more["integrity"]] == []


@pytest.mark.parametrize("script", INSTALLERS, ids=name_of)
def test_pip_installs_by_hash_or_what_lies_here(script: Path):
    """`bare.sh` differs: it tries what a district does, which has no lock of ours."""
    calls = re.findall(r".*\binstall\b.*", script.read_text("utf-8").replace("\\\n", " "))
    pip = [call for call in calls if re.search(r"\bpip\b|\$\(PIP\)", call)]
    free = [c for c in pip if "--require-hashes" not in c and "--no-index" not in c]
    assert free == {"tools/bare.sh": pip}.get(name_of(script), [])


def test_the_build_itself_has_no_way_out():
    """No module asks the network: the builders measured against get theirs by their locks."""
    asks = re.compile(r"\b(?:urllib\.request|http\.client|requests|httpx|socket|ftplib)\b")
    found = {
        name_of(path)
        for path in REPOSITORY.glob("generator/**/*.py")
        if asks.search(re.sub(r'""".*?"""', "", path.read_text("utf-8"), flags=re.DOTALL))
    }
    assert found, "the benchmark serves what it measures"
    assert [name for name in sorted(found) if not name.startswith("generator/bench/")] == []
