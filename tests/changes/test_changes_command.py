"""`umo changes` and `umo addresses --before`, called as the workflow calls them."""

import shutil
from pathlib import Path

import pytest
from demonstration import TODAY, called

BASE = Path(__file__).parents[1] / "records/base"
PRACTICE = "content/practices/ustnyy-schet"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository from which a practice is gone."""
    shutil.copytree(BASE, tmp_path / "content")
    (tmp_path / f"{PRACTICE}.md").unlink()
    shutil.rmtree(tmp_path / PRACTICE)
    return tmp_path


def test_told_and_never_failed(folder):
    done = called("changes", "--before", str(BASE), "--today", TODAY, folder=folder)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"<code>{PRACTICE}.md</code>" in done.stdout
    (folder / "content/site.yml").write_text("title: [", "utf-8")
    words = ("changes", "--before", "nowhere", "--today", TODAY)
    done = called(*words, folder=folder, SITE_URL="https://umo.example")
    assert done.returncode == 0
    assert "](https://umo.example/guide/messages/#y" in done.stdout
    assert "Прежних записей нет" in done.stdout


def test_a_wrong_call(folder):
    done = called("changes", folder=folder)
    assert done.returncode == 2
    assert "не хватает параметра --before" in done.stderr
    done = called("changes", "--before", "content/site.yml", folder=folder)
    assert done.returncode == 2


def test_addresses_from_before_are_written_with_what_was_said_of_them(folder, tmp_path):
    before = shutil.copytree(BASE, tmp_path / "before")
    (before / "published.txt").write_text("staraya/  снято: так надо\nhodovaya/\n", "utf-8")
    (folder / "content/published.txt").write_text("hodovaya/  снято: устарела\n", "utf-8")
    words = ("addresses", "--before", str(before), "--write", "--today", TODAY)
    done = called(*words, folder=folder)
    assert done.returncode == 0, done.stderr
    lines = (folder / "content/published.txt").read_text("utf-8").splitlines()
    assert "practices/ustnyy-schet/" in lines
    assert "staraya/  снято: так надо" in lines
    assert "hodovaya/  снято: устарела" in lines
    assert called("check", "--today", TODAY, folder=folder).returncode == 1


def test_former_records_that_are_wrong_still_give_their_list(folder, tmp_path):
    before = shutil.copytree(BASE, tmp_path / "before")
    (before / "published.txt").write_text("staraya/\n", "utf-8")
    (before / "site.yml").write_text("title: [", "utf-8")
    words = ("addresses", "--before", str(before), "--write", "--today", TODAY)
    assert called(*words, folder=folder).returncode == 0
    lines = (folder / "content/published.txt").read_text("utf-8").splitlines()
    assert "staraya/" in lines
    assert "practices/ustnyy-schet/" not in lines
