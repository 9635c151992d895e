"""A file is written whole or not at all, whatever goes wrong on the way."""

import os
import shutil
import stat
from pathlib import Path

import pytest
from broken_off import KilledError, broken_off
from demonstration import REPOSITORY, called, tree

from generator.whole_files import create_whole, write_whole

OLD, NEW = b"old", b"new and longer"
LOW = ("fsync", "replace")


def failing(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    def fail(*words: object, **more: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, name, fail)


def test_a_file_is_made_and_replaced(tmp_path: Path) -> None:
    path = tmp_path / "file"
    write_whole(path, OLD)
    path.chmod(0o640)
    write_whole(path, NEW)
    assert path.read_bytes() == NEW
    assert stat.S_IMODE(path.stat().st_mode) == 0o640, "what it allowed to whom stays"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def test_a_new_file_allows_what_the_umask_leaves(tmp_path: Path) -> None:
    before = os.umask(0o027)
    try:
        write_whole(tmp_path / "file", NEW)
    finally:
        os.umask(before)
    assert stat.S_IMODE((tmp_path / "file").stat().st_mode) == 0o640


def test_a_link_is_replaced_and_not_followed(tmp_path: Path) -> None:
    (tmp_path / "away").write_bytes(OLD)
    (tmp_path / "file").symlink_to("away")
    write_whole(tmp_path / "file", NEW)
    assert (tmp_path / "away").read_bytes() == OLD
    assert not (tmp_path / "file").is_symlink()


def test_others_that_share_the_file_keep_what_they_have(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(OLD)
    os.link(tmp_path / "file", tmp_path / "twin")
    write_whole(tmp_path / "file", NEW)
    assert (tmp_path / "twin").read_bytes() == OLD


@pytest.mark.parametrize("name", LOW)
def test_a_full_disk_leaves_the_former_file_and_nothing_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    (tmp_path / "file").write_bytes(OLD)
    failing(monkeypatch, name)
    with pytest.raises(OSError, match="No space") as caught:
        write_whole(tmp_path / "file", NEW)
    assert caught.value.filename == str(tmp_path / "file")
    assert tree(tmp_path) == {"file": OLD}


def test_the_longest_name_that_there_may_be(tmp_path: Path) -> None:
    name = "я" * 127
    write_whole(tmp_path / name, NEW)
    write_whole(tmp_path / name, OLD)
    assert tree(tmp_path) == {name: OLD}


def test_what_is_there_is_never_created_once_more(tmp_path: Path) -> None:
    create_whole(tmp_path / "file", OLD)
    with pytest.raises(FileExistsError):
        create_whole(tmp_path / "file", NEW)
    assert tree(tmp_path) == {"file": OLD}


@pytest.mark.parametrize("there", [False, True])
def test_created_on_a_disk_without_hard_links(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    failing(monkeypatch, "link")
    if there:
        (tmp_path / "file").write_bytes(OLD)
        with pytest.raises(FileExistsError):
            create_whole(tmp_path / "file", NEW)
    else:
        create_whole(tmp_path / "file", NEW)
    assert tree(tmp_path) == {"file": OLD if there else NEW}


@pytest.mark.parametrize("write", [write_whole, create_whole])
def test_killed_at_any_change_the_file_is_whole(tmp_path: Path, write) -> None:
    path = tmp_path / "file"
    old = {OLD} if write is write_whole else set()
    if old:
        path.write_bytes(OLD)
    with broken_off(None) as counted:
        write(path, NEW)
    for last in range(counted.count):
        path.unlink(missing_ok=True)
        if old:
            path.write_bytes(OLD)
        with pytest.raises(KilledError), broken_off(last):
            write(path, NEW)
        found = {path.read_bytes()} if path.exists() else set()
        assert found <= old | {NEW}


DAY = ("--today", "2026-11-21")
BODY = ("--association", "mo-matematika")
CALLS = {
    "new": ("new", "meeting", *BODY, "--date", "2026-12-14", "--yes", *DAY),
    "document": ("new", "document", *BODY, "--year", "2025-2026", "--title", "О", "--yes", *DAY),
    "addresses": ("addresses", "--write", *DAY),
    "owners": ("owners", "--write"),
    "schema": ("schema",),
    "blank": ("blank", "minutes", *BODY, *DAY),
    "docx": ("docx", "mo-matematika/2025-2026/2025-08-28", "--form", "minutes", *DAY),
    "draft": ("draft", "portfolio", *BODY, "--year", "2025-2026", *DAY),
    "init": ("init", "fresh", "--name", "О", "--regulation", "blank", "--association", "mo=МО"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("commands")
    shutil.copytree(REPOSITORY / "tests/records/base", folder / "content")
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    return folder


@pytest.mark.parametrize("command", CALLS)
def test_a_command_on_a_full_disk_says_so_and_leaves_nothing(
    folder: Path, monkeypatch: pytest.MonkeyPatch, command: str
) -> None:
    before = tree(folder)
    failing(monkeypatch, "replace")
    failing(monkeypatch, "rename")
    failing(monkeypatch, "fsync")
    done = called(*CALLS[command], folder=folder)
    assert done.returncode in (1, 2), done.stdout
    assert "на диске нет места" in done.stderr
    assert tree(folder) == before
