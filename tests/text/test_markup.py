"""Markdown of records: what people mean comes through, what could do harm does not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.text import render_markdown


def test_headings_have_ids_of_their_own_and_none_is_the_pages() -> None:
    rendered = render_markdown("# Идея\n\n## Как это было\n\n### На уроке\n\n## Как это было\n")
    assert "<h1" not in rendered.html
    top = rendered.headings[0]
    assert (top.id, top.level) == ("text-идея", 2)
    assert [child.id for child in top.children] == ["text-как-это-было", "text-как-это-было_1"]


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("[a](drugaya-praktika.md)", "../drugaya-praktika/"),
        ("[a](drugaya.md#text-x)", "../drugaya/#text-x"),
        ("[a](list.pdf)", "list.pdf"),
        ("[a](https://школа.рф/x)", "https://школа.рф/x"),
        ("[a](#text-x)", "#text-x"),
        ("[a](javascript:alert(1))", None),
        ("[a](/admin)", None),
        ("[a](../../secret.txt)", None),
        ("[a](//evil.example)", None),
        ("[a](data:text/html,x)", None),
    ],
)
def test_links_lead_only_where_a_record_may_lead(written: str, address: str | None) -> None:
    link = html.fromstring(render_markdown(written).html).xpath("//a")[0]
    assert link.get("href") == address


@pytest.mark.parametrize("source", ["https://x.example/a.png", "//x/a.png", "../a.png", "data:x"])
def test_no_picture_comes_from_elsewhere(source: str) -> None:
    assert "src" not in render_markdown(f"![a]({source})").html


@given(st.text(alphabet="<>\"'/=[]()!#*`_&; \nabonerrscriptimgjv:", max_size=120))
def test_nothing_in_it_runs(text: str) -> None:
    rendered = render_markdown(text).html
    if not rendered.strip():
        return
    tree = html.fromstring(f"<div>{rendered}</div>")
    assert tree.xpath("//script | //style | //iframe | //@*[starts-with(name(), 'on')]") == []
    for address in tree.xpath("//@href | //@src"):
        assert not address.strip().lower().startswith("javascript:")


def test_a_table_can_be_scrolled_on_a_small_screen() -> None:
    rendered = render_markdown("|а|б|\n|:-|-:|\n|1|2|\n").html
    scroll = html.fromstring(rendered)
    assert scroll.get("class") == "umo-scroll"
    assert [cell.get("class") for cell in scroll.xpath(".//td")] == ["umo-left", "umo-right"]
