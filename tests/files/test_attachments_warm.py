"""A file beside a record changes: its page is made anew, and says what the file is now."""

import hashlib
import os

import pytest
from demonstration import restored
from makers import SAMPLES, png
from workshop import differing, project, replace_in, warm

import generator.cache.readings as readings
from generator.failure import BuildFailedError

pytestmark = pytest.mark.usefixtures("_trusted_at_once")
BESIDE = "practices/ustnyy-schet"


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    return project(tmp_path_factory.mktemp("attachments"))


@pytest.fixture
def folder(shared):
    """A project as it stands when nobody has edited anything."""
    with restored(shared):
        warm(shared)
        yield shared


def page(folder):
    return (folder / "site" / BESIDE / "index.html").read_text("utf-8")


def test_a_changed_file_is_told_anew(folder):
    path = folder / "content" / BESIDE / "list.txt"
    before = path.stat()
    old, new = path.read_bytes(), path.read_bytes()[::-1]
    assert hashlib.sha256(old).hexdigest() in page(folder)
    path.write_bytes(new)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    warm(folder)
    assert path.stat().st_size == before.st_size, "nothing but the inside has changed"
    assert hashlib.sha256(new).hexdigest() in page(folder)
    assert (folder / "site" / BESIDE / "list.txt").read_bytes() == new
    assert differing(folder) == []


def test_a_file_written_again_as_it_was_changes_no_page(folder):
    path = folder / "content" / BESIDE / "list.txt"
    before = (folder / "site" / BESIDE / "index.html").stat().st_mtime_ns
    path.write_bytes(path.read_bytes())
    warm(folder)
    assert (folder / "site" / BESIDE / "index.html").stat().st_mtime_ns == before
    assert warm(folder).made == 0


def test_a_picture_of_another_size_gets_another_place(folder):
    picture = folder / "content" / BESIDE / "grafik.png"
    card = folder / "content" / f"{BESIDE}.md"
    picture.write_bytes(png(30, 20))
    replace_in(card, "Примеры читает ученик.", "![Примеры](grafik.png)")
    warm(folder)
    assert 'width="30" height="20"' in page(folder)
    picture.write_bytes(png(300, 200))
    warm(folder)
    assert 'width="300" height="200"' in page(folder)
    assert differing(folder) == []


def test_a_file_that_goes_bad_stops_the_build_and_a_mended_one_lets_it_go_on(folder):
    path = folder / "content" / BESIDE / "list.txt"
    good, shown = path.read_bytes(), page(folder)
    path.write_bytes(SAMPLES["pdf"])
    for _ in range(2):  # what is wrong is told in each run, also where the file was seen before
        with pytest.raises(BuildFailedError):
            warm(folder)
    assert page(folder) == shown
    path.write_bytes(good)
    warm(folder)
    assert differing(folder) == []


def test_a_kind_taken_off_the_list_stops_the_build(folder, capsys):
    site = folder / "content/site.yml"
    text = site.read_text("utf-8")
    site.write_text(f"{text}file_types: [pdf]\n", "utf-8")
    with pytest.raises(BuildFailedError):
        warm(folder)
    assert f"{BESIDE}/list.txt:1:1: F11 файлы вида .txt не публикуются" in capsys.readouterr().err
    site.write_text(f"{text}file_types: [pdf, txt]\n", "utf-8")
    warm(folder)
    assert differing(folder) == []


def test_a_file_just_written_is_looked_at_once_more(tmp_path, monkeypatch):
    """It may change again within the same tick of the clock, and nobody would see it."""
    monkeypatch.setattr(readings, "_TOO_FRESH", 2_000_000_000)
    monkeypatch.setattr(readings, "_identity", aged(readings._identity, but="list.txt"))
    folder, read = project(tmp_path), readings.read
    warm(folder)
    seen = []
    monkeypatch.setattr(readings, "read", lambda c, f, b: seen.append(f.path) or read(c, f, b))
    warm(folder)
    assert seen == [f"{BESIDE}.md"]


def aged(identity, but):
    """Make all files look a minute old, but one."""

    def told(file):
        size, written, changed, number = identity(file)
        age = 0 if file.endswith(but) else 60_000_000_000
        return size, written - age, changed - age, number

    return told
