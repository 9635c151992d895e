"""A cache that is damaged, foreign or outdated is dropped with one line, and changes no byte."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from workshop import DAY, differing, project, replace_in, warm

import generator.cache.cache as cache_module
from generator.build import build_site
from generator.order import Order

MEETING = "content/associations/mo-matematika/2025-2026/meetings/2025-08-28.yml"


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = project(tmp_path_factory.mktemp("home") / "here")
    warm(folder)
    return folder


@pytest.fixture
def built(home: Path) -> Iterator[Path]:
    """A project with a good cache: whatever was done to it last, a build has mended."""
    good = (home / MEETING).read_bytes()
    warm(home)
    yield home
    (home / MEETING).write_bytes(good)


def told(capsys: pytest.CaptureFixture[str]) -> list[str]:
    return [line for line in capsys.readouterr().err.splitlines() if "Кэш" in line]


def test_an_untouched_cache_is_taken_without_a_word(built: Path, capsys) -> None:
    assert warm(built).made == 0
    assert told(capsys) == []


@pytest.mark.parametrize("place", [0, 20, 40, 500, -1])
def test_a_flipped_bit_in_the_tables(built: Path, capsys, place: int) -> None:
    path = built / ".cache/umo/tables"
    data = bytearray(path.read_bytes())
    data[place] ^= 1
    status = path.stat()
    path.write_bytes(data)
    os.utime(path, ns=(status.st_mtime_ns, status.st_mtime_ns))
    warm(built)
    assert len(told(capsys)) == 1
    assert differing(built) == []


@pytest.mark.parametrize("length", [0, 10, 100, 1000])
def test_tables_cut_short(built: Path, capsys, length: int) -> None:
    path = built / ".cache/umo/tables"
    path.write_bytes(path.read_bytes()[:length])
    warm(built)
    assert len(told(capsys)) == 1
    assert differing(built) == []


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


def test_a_cache_of_another_checkout_is_foreign(built: Path, tmp_path: Path, capsys) -> None:
    """A stranger's branch may carry a cache: it must not say what stands on the site."""
    other = tmp_path / "there"
    shutil.copytree(built, other)
    warm(other)
    assert len(told(capsys)) == 1
    shutil.rmtree(built)
    shutil.copytree(other, built)
    warm(built)
    assert len(told(capsys)) == 1, "the same place, yet not the same files"
    assert differing(built) == []


def test_a_cache_of_another_version_is_outdated(built: Path, capsys, monkeypatch) -> None:
    monkeypatch.setattr(cache_module, "_program", lambda: "another")
    warm(built)
    assert len(told(capsys)) == 1
    assert differing(built) == []


def test_a_cache_of_other_folders_is_not_taken(built: Path, capsys) -> None:
    target = built / "elsewhere"
    build_site(Order(built / "mkdocs.yml", site_dir=target, day=DAY))
    assert len(told(capsys)) == 1
    assert (target / "index.html").is_file()


def test_no_cache_leaves_none(tmp_path: Path) -> None:
    folder = project(tmp_path / "here")
    build_site(Order(folder / "mkdocs.yml", day=DAY, cached=False))
    assert not (folder / ".cache").exists()
