"""A cache that is damaged, foreign or outdated is dropped with one line, and changes no byte."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from demonstration import restored, tree
from workshop import DAY, clean_bytes, differing, project, replace_in, unlike, warm

import generator.cache.cache as cache_module
from generator.build import build_site
from generator.order import Order

MEETING = "content/associations/mo-matematika/2025-2026/meetings/2025-08-28.yml"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return project(tmp_path_factory.mktemp("home") / "here")


@pytest.fixture(scope="module")
def clean(home: Path) -> dict[str, bytes]:
    return clean_bytes(home)


@pytest.fixture
def built(home: Path) -> Iterator[Path]:
    """A project with a good cache: whatever was done to it last, a build has mended."""
    with restored(home):
        warm(home)
        yield home


def slowly(*numbers: int) -> list[Any]:
    """Further numbers, for the heavy run."""
    return [pytest.param(number, marks=pytest.mark.trust) for number in numbers]


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line for line in capsys.readouterr().err.splitlines() if "Кэш" in line]


def test_an_untouched_cache_is_taken_without_a_word(built: Path, capsys) -> None:
    assert warm(built).made == 0
    assert told(capsys) == []


@pytest.mark.parametrize("place", [0, 40, -1, *slowly(20, 500)])
def test_a_flipped_bit_in_the_tables(
    built: Path, clean: dict[str, bytes], capsys, place: int
) -> None:
    path = built / ".cache/umo/tables"
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    status = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(status.st_mtime_ns, status.st_mtime_ns))
    warm(built)
    assert len(told(capsys)) == 1
    assert unlike(tree(built / "site"), clean) == []


@pytest.mark.parametrize("length", [0, 100, *slowly(10, 1000)])
def test_tables_cut_short(built: Path, clean: dict[str, bytes], capsys, length: int) -> None:
    path = built / ".cache/umo/tables"
    path.write_bytes(path.read_bytes()[:length])
    warm(built)
    assert len(told(capsys)) == 1
    assert unlike(tree(built / "site"), clean) == []


@pytest.mark.parametrize("harm", ["flipped", "short", "gone"])
def test_damaged_records(built: Path, capsys, harm: str) -> None:
    """Found when a record is opened: every one is, when the site's title changes nothing else."""
    path = built / ".cache/umo/records"
    if harm == "flipped":
        path.write_bytes(bytes(byte ^ 1 for byte in path.read_bytes()))
    elif harm == "short":
        path.write_bytes(path.read_bytes()[:50])
    else:
        path.unlink()
    replace_in(built / MEETING, "Итоги прошлого года", "Итоги позапрошлого года")
    warm(built)
    assert len(told(capsys)) == 1
    assert differing(built) == []


def test_a_cache_of_another_checkout_is_foreign(
    built: Path, clean: dict[str, bytes], tmp_path: Path, capsys
) -> None:
    """A stranger's branch may carry a cache: it must not say what stands on the site."""
    other = tmp_path / "there"
    shutil.copytree(built, other)
    shutil.rmtree(built)
    shutil.copytree(other, built)
    warm(built)
    assert len(told(capsys)) == 1, "the same place, yet not the same files"
    warm(other)
    assert len(told(capsys)) == 1
    assert unlike(tree(built / "site"), clean) == []


def test_a_cache_of_another_version_is_outdated(
    built: Path, clean: dict[str, bytes], capsys, monkeypatch
) -> None:
    monkeypatch.setattr(cache_module, "_program", lambda: "another")
    warm(built)
    assert len(told(capsys)) == 1
    assert unlike(tree(built / "site"), clean) == []


def test_a_cache_of_other_folders_is_not_taken(built: Path, capsys) -> None:
    target = built / "elsewhere"
    build_site(Order(built / "mkdocs.yml", site_dir=target, day=DAY))
    assert len(told(capsys)) == 1
    assert (target / "index.html").is_file()


def test_no_cache_leaves_none(tmp_path: Path) -> None:
    folder = project(tmp_path / "here")
    build_site(Order(folder / "mkdocs.yml", day=DAY, cached=False))
    assert not (folder / ".cache").exists()
