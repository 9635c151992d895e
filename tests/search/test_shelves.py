"""The index is made anew shelf by shelf: only where copies have changed, and never by halves."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path

import pytest
from demonstration import tree

from generator.search import Behind, Copy, PagefindFailedError, refresh
from generator.search import pagefind as program

Wanted = dict[str, str]


def copy_of(word: str) -> bytes:
    page = f'<h1>{word}</h1><i data-pagefind-filter="kind[data-it]" data-it="{word}"></i><p>{word}'
    return f'<!doctype html><html lang="ru"><body>{page}</p></body></html>'.encode()


@pytest.fixture
def put(tmp_path: Path) -> Callable[..., Wanted]:
    """Call with words by the names of their copies; the copies are written."""
    wanted: Wanted = {}

    def leave(words: dict[str, str]) -> Wanted:
        for name, word in words.items():
            file = tmp_path / "copies" / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(copy_of(word))
            wanted[name] = Copy(name, copy_of(word)).digest
        return dict(wanted)

    return leave


def state(folder: Path) -> dict[str, int]:
    """When each file of the index was written, and under which number: the same if untouched."""
    return {
        path.relative_to(folder).as_posix(): path.stat().st_ino
        for path in folder.rglob("*")
        if path.is_file() and path.name != "shelves.json"
    }


def found(folder: Path) -> dict[str, list[str]]:
    """What each shelf would find."""
    shelves: dict[str, list[str]] = {}
    for file in folder.glob("search/*/fragment/*"):
        piece = gzip.decompress(file.read_bytes()).removeprefix(b"pagefind_dcd")
        shelves.setdefault(file.parts[-3], []).append(json.loads(piece)["url"])
    return {name: sorted(urls) for name, urls in sorted(shelves.items())}


THREE = {
    "site/about/index.html": "школа",
    "2025-2026/plan/index.html": "опыт",
    "2024-2025/minutes/index.html": "решение",
    "2020-2021/old/index.html": "итог",
}
"""Copies on three shelves."""


def test_only_the_shelf_of_a_changed_copy_is_made_anew(
    tmp_path: Path, put: Callable[..., Wanted]
) -> None:
    known = refresh(tmp_path / "copies", tmp_path, put(THREE), {})
    before = state(tmp_path / "search")
    again = refresh(
        tmp_path / "copies", tmp_path, put({"2025-2026/plan/index.html": "урок"}), known
    )
    after = state(tmp_path / "search")
    changed = {name.partition("/")[0] for name in after if after[name] != before.get(name)}
    assert changed == {"recent"}
    assert {name for name in known if known[name] != again[name]} == {"recent"}


def test_a_shelf_that_was_removed_by_hand_comes_back(
    tmp_path: Path, put: Callable[..., Wanted]
) -> None:
    known = refresh(tmp_path / "copies", tmp_path, put(THREE), {})
    before = found(tmp_path)
    (tmp_path / "search/recent").rename(tmp_path / "elsewhere")
    refresh(tmp_path / "copies", tmp_path, put({}), known)
    assert found(tmp_path) == before


def test_a_shelf_that_has_lost_a_file_is_made_anew(
    tmp_path: Path, put: Callable[..., Wanted]
) -> None:
    known = refresh(tmp_path / "copies", tmp_path, put(THREE), {})
    before = tree(tmp_path / "search")
    next((tmp_path / "search/recent/fragment").iterdir()).unlink()
    assert refresh(tmp_path / "copies", tmp_path, put({}), known) == known
    assert tree(tmp_path / "search") == before


def test_a_page_that_went_is_found_no_more_and_an_empty_shelf_goes(
    tmp_path: Path, put: Callable[..., Wanted]
) -> None:
    wanted = put(THREE | {"site/two/index.html": "урок"})
    known = refresh(tmp_path / "copies", tmp_path, wanted, {})
    del wanted["site/two/index.html"], wanted["2020-2021/old/index.html"]
    refresh(tmp_path / "copies", tmp_path, wanted, known)
    assert found(tmp_path) == {"recent": ["/minutes/", "/plan/"], "site": ["/about/"]}
    assert not (tmp_path / "copies/site/two/index.html").exists()
    assert {path.name for path in (tmp_path / "search").iterdir()} == {
        "recent",
        "site",
        "shelves.json",
    }


def test_the_leading_shelf_alone_brings_the_scripts_and_older_years_wait(
    tmp_path: Path, put: Callable[..., Wanted]
) -> None:
    years = {f"{year}-{year + 1}/{year}/index.html": "решение" for year in range(2018, 2025)}
    refresh(tmp_path / "copies", tmp_path, put(THREE | years), {})
    scripts = {path.parts[-2] for path in (tmp_path / "search").glob("*/pagefind*.js")}
    assert scripts == {"site"}
    shelves = json.loads((tmp_path / "search/shelves.json").read_bytes())["shelves"]
    assert [(shelf["name"], shelf["former"]) for shelf in shelves] == [
        ("site", False),
        ("recent", False),
        ("2022-2024", True),
        ("2019-2021", True),
        ("2016-2018", True),
    ]


def test_the_same_copies_give_the_same_bytes(tmp_path: Path, put: Callable[..., Wanted]) -> None:
    """Pagefind itself lists the values of a filter in an order of chance."""
    wanted = put({f"site/{number}/index.html": f"слово{number}" for number in range(12)})
    trees = []
    for place in ("one", "two", "three"):
        refresh(tmp_path / "copies", tmp_path / place, wanted, {})
        trees.append(tree(tmp_path / place))
    assert trees[0] == trees[1] == trees[2]


def test_a_failure_leaves_the_former_index(
    tmp_path: Path, put: Callable[..., Wanted], monkeypatch: pytest.MonkeyPatch
) -> None:
    known = refresh(tmp_path / "copies", tmp_path, put(THREE), {})
    before = state(tmp_path / "search")
    monkeypatch.setattr(program, "_executable", lambda: "/bin/false")
    with pytest.raises(PagefindFailedError, match="Pagefind не построил поиск"):
        refresh(tmp_path / "copies", tmp_path, put({"site/about/index.html": "дом"}), known)
    assert state(tmp_path / "search") == before


def test_a_copy_that_is_not_there_is_told(tmp_path: Path, put: Callable[..., Wanted]) -> None:
    wanted = put(THREE)
    (tmp_path / "copies/2025-2026/plan/index.html").unlink()
    with pytest.raises(FileNotFoundError, match="2025-2026/plan/index"):
        refresh(tmp_path / "copies", tmp_path, wanted, {})


def test_behind_a_preview_the_last_index_asked_for_is_made(
    tmp_path: Path, put: Callable[..., Wanted]
) -> None:
    said: list[str] = []
    behind = Behind(tmp_path / "copies", tmp_path, said.append)
    behind.ask(put(THREE))
    behind.ask(put({"site/two/index.html": "урок"}))
    behind.ask(put({"site/three/index.html": "ещё"}))
    assert behind.rest(timeout=60)
    assert found(tmp_path)["site"] == ["/about/", "/three/", "/two/"]
    assert set(said) == {"Поиск обновлён."}


def test_a_preview_that_ends_leaves_no_run_behind(
    tmp_path: Path, put: Callable[..., Wanted], monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run whose folders went with the preview would never come to its end."""
    endless = tmp_path / "endless"
    endless.write_text("#!/bin/sh\nexec sleep 600\n")
    endless.chmod(0o755)
    monkeypatch.setattr(program, "_executable", lambda: str(endless))
    said: list[str] = []
    behind = Behind(tmp_path / "copies", tmp_path, said.append)
    behind.ask(put(THREE))
    behind.end()
    assert behind.rest(timeout=0)
    assert program._running == set()
    behind.ask(put({}))
    assert behind.rest(timeout=60)
    assert said == []
    assert not (tmp_path / "search/site").exists()


def test_behind_a_preview_copies_that_nobody_asked_for_stay(
    tmp_path: Path, put: Callable[..., Wanted]
) -> None:
    """They may be those of a build that goes on meanwhile."""
    wanted = put(THREE)
    put({"site/two/index.html": "урок"})
    behind = Behind(tmp_path / "copies", tmp_path, lambda _: None)
    behind.ask(wanted)
    assert behind.rest(timeout=60)
    assert found(tmp_path)["site"] == ["/about/"]
    assert (tmp_path / "copies/site/two/index.html").exists()
