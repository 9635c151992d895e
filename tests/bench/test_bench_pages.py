"""What the other builders are given: the same facts, the same shell, links that lead somewhere."""

import html
import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.bench.facts import RecordPage
from generator.bench.peers import Source
from generator.bench.peers.hugo import Hugo
from generator.bench.peers.material import markdown_files
from generator.bench.peers.zensical import Zensical
from generator.bench.records.yaml_text import yaml_text
from generator.bench.shell import ShellError, cut_body, cut_shell
from generator.source import parse

pytestmark = pytest.mark.trust

CONFIG = Path(__file__).parents[2] / "mkdocs.yml"
CODES = {"way", "tone", "rel", "id"}


def plain(text: str) -> str:
    """A text with usual spaces, one at a time."""
    return " ".join(html.unescape(text).split())


def told(value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every text of a page's facts, with the name of its field."""
    if isinstance(value, str):
        yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from told(inner, key)
    else:
        for inner in value:
            yield from told(inner, name)


def missing(page: RecordPage, written: str) -> list[str]:
    """The facts that a built page does not show."""
    code, text = plain(written), plain(re.sub(r"<[^>]+>", "", written))
    return [
        fact
        for name, fact in told(page.facts)
        if plain(page.root + fact if name == "way" else fact)
        not in (code if name in CODES else text)
    ]


def test_our_pages_show_the_same_facts(source: Source) -> None:
    pages = list(source.pages())
    assert {page.kind for page in pages} == {"minutes", "plan", "practice"}
    for page in pages:
        written = source.html(page.address)
        assert missing(page, written) == [], page.address
        assert plain(page.title) in plain(written)
        assert plain(page.description) in plain(written)
        for heading in page.headings:
            assert f'id="{heading["id"]}"' in written, page.address


def test_a_wrong_fact_would_be_noticed(source: Source) -> None:
    page = source.sample
    wrong = page.facts | {"lead": "совсем другое"}
    other = RecordPage(page.kind, page.address, "", "", "", (), wrong, {})
    assert missing(other, source.html(page.address)) == ["совсем другое"]


def test_shell_holds_nothing_of_the_page(source: Source) -> None:
    shell, page = source.shell, source.sample
    assert shell.text.count("[[body]]") == 1
    for gap in ("title", "description", "address", "root", "headings"):
        assert f"[[{gap}]]" in shell.text, gap
    for own in (page.title, page.description, page.address, source.phrase, "umo-trail", "../"):
        assert own not in shell.text.replace("\u00a0", " "), own
    assert "[[id]]" in shell.item
    assert "[[name]]" in shell.item


def test_shell_and_body_are_the_page_again(source: Source) -> None:
    page = source.sample
    written = source.html(page.address)
    body = cut_body(written, source.shell)
    assert plain(source.phrase) in plain(body)
    assert "</html>" not in body
    again = source.shell.filled(body="", title=page.title, root=page.root)
    assert len(again) + len(body) == pytest.approx(len(written), rel=0.1)


def test_weight_is_of_the_shell_alone(source: Source) -> None:
    whole = len(source.html(source.sample.address).encode())
    assert 500 < source.shell.weight < whole / 2


def test_a_page_of_another_build_is_refused(source: Source) -> None:
    with pytest.raises(ShellError, match="не так"):
        cut_shell("<html><body><h1>Протокол</h1></body></html>", source.sample)


def test_every_page_goes_to_the_others(source: Source, tmp_path: Path) -> None:
    hugo = Hugo(tmp_path, CONFIG)
    hugo.prepare(source)
    content = hugo.home / "content"
    files = [file for file in content.rglob("*") if file.is_file()]
    assert len(files) == sum(1 for _ in source.site.rglob("index.html"))
    for page in source.pages():
        file = content / f"{page.address.rstrip('/')}.md"
        _, head, text = file.read_text("utf-8").split("---\n", 2)
        tree = parse(head, "")
        assert tree.problems == []
        assert tree.value["facts"] == page.brief
        assert (tree.value["title"], tree.value["root"]) == (page.title, page.root)
        assert ("## " in text) is (page.kind == "practice")


def test_brief_facts_are_as_long_as_records(source: Source) -> None:
    records = source.site.parent / "content"
    written = sum((records / page.source).stat().st_size for page in source.pages())
    given = sum(len((yaml_text(page.brief) + page.text).encode()) for page in source.pages())
    assert 0.7 < given / written < 1.3


def test_brief_facts_name_whom_the_register_knows(source: Source) -> None:
    known = source.register()
    ids = {id_ for entries in known.values() for id_ in entries}
    assert set(known) == {"people", "organisations", "associations"}
    for page in source.pages():
        named = {text for _, text in told(page.brief) if re.fullmatch(r"[a-z]+(-[a-z0-9]+)+", text)}
        assert page.brief["body"] in known["associations"]
        assert named - ids <= {"next", "prev"}, page.address


def test_templates_get_the_contents_of_our_shell(source: Source, tmp_path: Path) -> None:
    hugo = Hugo(tmp_path, CONFIG)
    hugo.prepare(source)
    for template in hugo.home.rglob("layouts/**/*.html"):
        assert "[[" not in template.read_text("utf-8"), template.name
    minutes = (hugo.home / "layouts/minutes/page.html").read_text("utf-8")
    assert 'href="#agenda"' in minutes.partition('define "main"')[0]


def test_static_files_go_to_the_others(source: Source) -> None:
    files = {file.relative_to(source.site).as_posix() for file in source.other_files()}
    assert "assets/stylesheets/umo.css" in files
    assert not any(name.endswith("index.html") or name.startswith("search/") for name in files)


def test_links_in_markdown_lead_to_files(source: Source, tmp_path: Path) -> None:
    files = dict(markdown_files(source, tmp_path))
    records = [text for name, text in files.items() if not name.endswith("index.md")]
    assert len(records) >= source.number
    for name, text in files.items():
        for way in re.findall(r"\]\(([^)#]+\.md)", text):
            target = posixpath.normpath(posixpath.join(posixpath.dirname(name), way))
            assert target in files, f"{name}: {way}"


def test_an_edit_replaces_the_one_before(source: Source, tmp_path: Path) -> None:
    zensical = Zensical(tmp_path, CONFIG)
    zensical.prepare(source)
    file = zensical.edited_file(source)
    before = file.read_text("utf-8")
    for mark in ("first", "second"):
        zensical.edit(source, mark)
    text = file.read_text("utf-8")
    assert "first" not in text
    assert text.replace(f"{source.phrase} second", source.phrase) == before
    assert text != before
