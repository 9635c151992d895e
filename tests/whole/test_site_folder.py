"""A site's folder is replaced in one step; what cannot be replaced is refused in words."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from broken_off import KilledError, broken_off
from demonstration import tree

import generator.site_folder as site_folder
from generator.exchange import exchange
from generator.failure import BuildFailedError
from generator.site_folder import SiteFolder, number_of, place_of
from generator.turns import taking_turns
from generator.twin import make_twin

OLD = {"index.html": b"old", "a/b/index.html": b"same", "a/c.txt": b"goes"}
NEW = {"index.html": b"newer", "a/b/index.html": b"same", "d/index.html": b"comes"}


def laid(folder: Path, files: dict[str, bytes]) -> Path:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def change(target: Path) -> None:
    """What a build does: from `OLD`, or from nothing, to `NEW`."""
    with SiteFolder(target, number_of(target), lambda: set(OLD)) as site:
        for name, data in NEW.items():
            path = site.root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.unlink(missing_ok=True)
            path.write_bytes(data)
        site.remove(["a/c.txt"])
        site.finish()


@pytest.mark.parametrize("can", [True, False], ids=["exchanged", "renamed"])
@pytest.mark.parametrize("spare", [True, False], ids=["with former", "first time"])
def test_broken_off_before_every_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, can: bool, spare: bool
) -> None:
    """The site is the old or the new one; where it is neither, the next run puts it back."""
    if not can:
        monkeypatch.setattr(site_folder, "exchange", lambda one, other: False)
    met = set()
    for last in range(200):
        target = laid(tmp_path / str(last) / "site", OLD)
        if spare:
            laid(target.with_name("site.old"), {"index.html": b"older", "x/y.html": b"gone"})
        try:
            with broken_off(last):
                change(target)
        except KilledError:
            if not target.exists():
                assert not can
                met.add("away")
                SiteFolder(target, None, set)
            met.add("new" if tree(target) == NEW else "old")
            assert tree(target) in (OLD, NEW)
            if tree(target) == OLD:
                change(target)
        else:
            break
        assert tree(target) == NEW
    else:
        pytest.fail("never came to an end")
    assert last > 10
    assert met >= {"old", "new"}
    assert ("away" in met) is not can


def test_two_folders_change_places(tmp_path: Path) -> None:
    one, other = laid(tmp_path / "one", OLD), laid(tmp_path / "other", NEW)
    numbers = number_of(one), number_of(other)
    if sys.platform in ("linux", "darwin"):
        assert exchange(one, other)
        assert (number_of(other), number_of(one)) == numbers
        assert (tree(one), tree(other)) == (NEW, OLD)
        with pytest.raises(FileNotFoundError):
            exchange(one, tmp_path / "nothing")


def test_a_twin_shares_what_is_the_same_and_has_nothing_else(tmp_path: Path) -> None:
    source = laid(tmp_path / "source", OLD)
    twin = laid(tmp_path / "twin", {"a/b/index.html": b"another", "strange/one": b"x"})
    (twin / "link").symlink_to(source)
    make_twin(source, twin, [*OLD, "not/there"])
    assert tree(twin) == OLD
    assert sorted(path.name for path in twin.iterdir()) == ["a", "index.html"]
    for name in OLD:
        assert (source / name).samefile(twin / name)


def test_nothing_written_means_nothing_replaced(tmp_path: Path) -> None:
    target = laid(tmp_path / "site", OLD)
    with SiteFolder(target, number_of(target), lambda: set(OLD)) as site:
        number = number_of(target)
        assert not site.replaces
        assert site.finish() == number
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_a_site_that_is_not_the_one_left_is_made_from_nothing(tmp_path: Path) -> None:
    target = laid(tmp_path / "site", OLD)
    assert SiteFolder(target, (number_of(target) or 0) + 1, set).fresh
    assert SiteFolder(target, None, set).fresh
    assert not SiteFolder(target, number_of(target), set).fresh


def test_a_preview_changes_in_place(tmp_path: Path) -> None:
    target = laid(tmp_path / "site", OLD)
    with SiteFolder(target, number_of(target), set, in_place=True) as site:
        assert site.root == target


def test_a_link_to_a_site_keeps_leading_there(tmp_path: Path) -> None:
    laid(tmp_path / "there/site", OLD)
    (tmp_path / "site").symlink_to(tmp_path / "there/site")
    place = place_of(tmp_path / "site", [tmp_path / "content"])
    change(place)
    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "site") == NEW


def test_places_that_are_no_sites_are_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Replacing them would take the records away, or is not possible."""
    laid(tmp_path, {"content/site.yml": b"", "file": b""})
    content = tmp_path / "content"
    for place in (tmp_path, content, tmp_path / "content/../content"):
        with pytest.raises(BuildFailedError, match="из чего сайт строят"):
            place_of(place, [content])
    with pytest.raises(BuildFailedError, match="лежит файл"):
        place_of(tmp_path / "file", [content])
    monkeypatch.setattr(Path, "is_mount", lambda path: path.name == "disk")
    with pytest.raises(BuildFailedError, match=r"--site-dir .+disk/site"):
        place_of(tmp_path / "disk", [content])


HOLDING = """
import os, sys
from pathlib import Path
from generator.turns import taking_turns
with taking_turns(Path(sys.argv[1]), print):
    print("held", flush=True)
    sys.stdin.read()
    print("left", flush=True)
"""


def test_two_runs_in_a_folder_take_turns(tmp_path: Path) -> None:
    """The second waits for the end of the first, and says so."""
    command = [sys.executable, "-c", HOLDING, str(tmp_path)]
    root = str(Path(site_folder.__file__).parents[1])
    with subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": root},
    ) as first:
        assert first.stdout.readline() == "held\n"
        said: list[str] = []

        def say(text: str) -> None:
            said.append(text)
            first.stdin.close()

        with taking_turns(tmp_path, say):
            assert first.stdout.readline() == "left\n"
    assert len(said) == 1
