"""A build that is broken off, before any change of any file, leaves the old site or the new one."""

import shutil
from pathlib import Path

import pytest
from broken_off import KilledError, broken_off, spread_over
from demonstration import tree
from workshop import DAY, clean_bytes, project, unlike

import generator.site_folder as site_folder
from generator.build import build_site
from generator.order import Built, Order

MEETING = "content/associations/mo-matematika/2025-2026/meetings/2025-08-28.yml"
EDIT = ("Итоги прошлого года", "Итоги позапрошлого года")
Bytes = dict[str, bytes]


class Bench:
    """A project, its site before and after an edit, and how many changes lead there."""

    def __init__(self, folder: Path, *, indexed: bool) -> None:
        self.folder = project(folder)
        self.indexed = indexed
        self.text = (self.folder / MEETING).read_text("utf-8")
        assert EDIT[0] in self.text
        with broken_off(None) as first:
            self.build()
        self.first = first.count
        self.old = tree(self.folder / "site")
        self.edit()
        with broken_off(None) as second:
            self.build()
        self.second = second.count
        self.new = tree(self.folder / "site")
        assert unlike(self.old, self.new)
        self.undo()

    def build(self) -> Built:
        return build_site(Order(self.folder / "mkdocs.yml", day=DAY, indexed=self.indexed))

    def put(self, text: str) -> None:
        (self.folder / MEETING).write_text(text, "utf-8")

    def edit(self) -> None:
        self.put(self.text.replace(*EDIT))

    def undo(self) -> None:
        self.put(self.text)
        self.build()
        assert unlike(tree(self.folder / "site"), self.old) == []

    def break_off(self, last: int, allowed: list[Bytes]) -> bool:
        """Build up to a change, if it comes to that; the site is then one of the allowed ones."""
        shutil.rmtree(self.folder / "site.old", ignore_errors=True)  # as when it was counted
        try:
            with broken_off(last):
                self.build()
        except KilledError:
            return True
        finally:
            self.stands(allowed, last)
        return False

    def stands(self, allowed: list[Bytes], last: int) -> None:
        found = tree(self.folder / "site")
        assert any(unlike(found, one) == [] for one in allowed), f"a mixture after change {last}"


@pytest.fixture(autouse=True)
def _alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UMO_WORKERS", "1")


@pytest.fixture(scope="module")
def bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UMO_WORKERS", "1")
        return Bench(tmp_path_factory.mktemp("broken") / "here", indexed=False)


@pytest.fixture(scope="module")
def whole_bench(tmp_path_factory: pytest.TempPathFactory) -> Bench:
    """With the index of the search."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("UMO_WORKERS", "1")
        return Bench(tmp_path_factory.mktemp("broken") / "here", indexed=True)


def test_a_warm_build_broken_off_again_and_again(bench: Bench) -> None:
    """Each run finds what the one before has left behind; the last one is let through."""
    bench.edit()
    places = spread_over(bench.second, 3)
    met = sum(bench.break_off(last, [bench.old, bench.new]) for last in places)
    assert met >= len(places) // 2, "most runs came as far as that"
    bench.build()
    assert unlike(tree(bench.folder / "site"), bench.new) == []
    bench.undo()


@pytest.mark.trust
def test_a_first_build_broken_off_leaves_no_site(bench: Bench) -> None:
    shutil.rmtree(bench.folder / "site")
    shutil.rmtree(bench.folder / ".cache")
    for last in (bench.first // 3, bench.first - 40):
        bench.break_off(last, [{}, bench.old])
    bench.build()
    assert unlike(tree(bench.folder / "site"), bench.old) == []


def test_nothing_to_do_touches_nothing(bench: Bench) -> None:
    before = (bench.folder / "site").stat()
    bench.build()
    after = (bench.folder / "site").stat()
    assert (after.st_ino, after.st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_what_lies_in_the_site_and_is_none_of_it_goes_and_does_not_come_back(bench: Bench) -> None:
    """Also by the former site, of which the next one is made."""
    strange = bench.folder / "site/associations/strange/index.html"
    strange.parent.mkdir()
    strange.write_text("чужое", "utf-8")
    for _ in range(2):
        bench.edit()
        bench.build()
        assert unlike(tree(bench.folder / "site"), bench.new) == []
        bench.undo()


def test_a_page_spoiled_in_the_former_site_is_not_taken_over(bench: Bench) -> None:
    """Both share their files: what was written into one of them stands in the other."""
    bench.edit()
    bench.build()
    for name in ("index.html", "sitemap.xml"):
        (bench.folder / "site.old" / name).unlink()
    spoiled = bench.folder / "site.old/associations/index.html"
    spoiled.unlink()
    spoiled.write_text("чужое", "utf-8")
    bench.undo()


def test_where_two_folders_cannot_change_places_the_former_comes_back(
    bench: Bench, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Between two renames there is no site for a moment: broken off there, the next run begins
    with putting the former one back, and what it knew of it still holds."""
    monkeypatch.setattr(site_folder, "exchange", lambda one, other: False)
    bench.edit()
    bench.build()
    assert unlike(tree(bench.folder / "site"), bench.new) == []
    (bench.folder / "site").rename(bench.folder / "site.kept")
    assert bench.build().made == 0
    assert unlike(tree(bench.folder / "site"), bench.new) == []
    bench.undo()


@pytest.mark.trust
def test_broken_off_anywhere_the_next_build_is_right(whole_bench: Bench) -> None:
    """Sixty places over a warm build; and each time the next one ends in the new site."""
    for last in spread_over(whole_bench.second, 60):
        whole_bench.edit()
        whole_bench.break_off(last, [whole_bench.old, whole_bench.new])
        whole_bench.build()
        assert unlike(tree(whole_bench.folder / "site"), whole_bench.new) == []
        whole_bench.undo()


@pytest.mark.trust
def test_a_build_from_nothing_over_a_standing_site(whole_bench: Bench) -> None:
    for last in spread_over(whole_bench.first, 20):
        shutil.rmtree(whole_bench.folder / ".cache")
        whole_bench.edit()
        whole_bench.break_off(last, [whole_bench.old, whole_bench.new])
        whole_bench.undo()
    assert unlike(tree(whole_bench.folder / "site"), clean_bytes(whole_bench.folder)) == []


def test_hard_links_refused_cost_only_room(bench: Bench, monkeypatch: pytest.MonkeyPatch) -> None:
    """A disk that knows no second names: the new site begins as a copy."""

    def refused(*words: object, **more: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refused)
    shutil.rmtree(bench.folder / "site.old", ignore_errors=True)
    bench.edit()
    bench.build()
    assert unlike(tree(bench.folder / "site"), bench.new) == []
    bench.undo()
