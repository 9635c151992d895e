"""Hand-written pages: what MkDocs would publish as it is, and what stays of it."""

from pathlib import Path

import pytest
from lxml import html

from generator.load.own_pages import pages_problems
from generator.text import clean_page, fit_fields

EVIL = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<img src='https://evil.example/x.png'>",
    "<img src='\\\\evil.example\\x.png'>",
    "<iframe src='https://evil.example'></iframe>",
    "<a href='javascript:alert(1)'>а</a>",
    "<a href=' java&#10;script:alert(1)'>а</a>",
    "<a href='data:text/html,<script>alert(1)</script>'>а</a>",
    "<p style='position:fixed' onclick='alert(1)' data-md-component='search'>а</p>",
    "<div id='__config'>{}</div>",
    "<h2 id='umo-text'>а</h2>",
    "<div class='md-overlay md-dialog umo-views'>а</div>",
    "<form action='https://evil.example'><input name='q'></form>",
    "<svg onload=alert(1)><script>alert(1)</script></svg>",
    "<math><mtext><table><mglyph><style><img src=x onerror=alert(1)>",
    "<base href='https://evil.example'>",
    "<meta http-equiv='refresh' content='0;url=https://evil.example'>",
    "<link rel='stylesheet' href='https://evil.example/x.css'>",
    "<object data='x'></object><embed src='x'>",
    "<template><script>alert(1)</script></template>",
)
GOOD = (
    '<div class="admonition note"><p class="admonition-title">Заметка</p></div>',
    '<p><a class="md-button" href="../guide/">Дальше</a></p>',
    '<img alt="а" src="pictures/a.png" width="10" height="20">',
    '<h2 id="заголовок">а<a class="headerlink" href="#заголовок" title="Ссылка">¶</a></h2>',
    '<details open=""><summary>а</summary><p>б</p></details>',
    '<a href="https://example.org/">а</a>',
    '<a href="mailto:a@b.example">а</a>',
)


@pytest.mark.parametrize("written", EVIL)
def test_nothing_in_a_page_runs_or_misleads(written: str) -> None:
    tree = html.fragment_fromstring(clean_page(written), create_parent="main")
    assert not tree.xpath("//script|//style|//iframe|//form|//input|//svg|//math|//base|//meta")
    assert not tree.xpath(
        "//link|//object|//embed|//template|//@style|//@*[starts-with(name(),'on')]"
    )
    assert not tree.xpath("//@id|//@src|//@*[starts-with(name(),'data-')]") or "src=x" in written
    assert not [way for way in tree.xpath("//@href|//@src") if "evil" in way or ":" in way]
    assert not [name for name in tree.xpath("//@class") if "md-" in name or "umo-" in name]


@pytest.mark.parametrize("written", GOOD)
def test_what_pages_use_stays(written: str) -> None:
    same = html.fragment_fromstring(written, create_parent=True)
    kept = html.fragment_fromstring(clean_page(written), create_parent=True)
    assert [(x.tag, dict(x.attrib), x.text) for x in kept.iter()] == [
        (x.tag, dict(x.attrib), x.text) for x in same.iter()
    ]


def test_alignment_needs_no_style() -> None:
    cell = '<table><tbody><tr><td style="text-align: right;">1</td></tr></tbody></table>'
    assert '<td class="umo-right">1</td>' in clean_page(cell)


def test_fields_of_a_page_hold_no_markup() -> None:
    fields = {
        "title": '"><script>',
        "description": 5,
        "author": None,
        "hide": 5,
        "template": "../x.html",
        "tags": ["<b>"],
        "search": {"exclude": True, "x": "<b>"},
    }
    assert fit_fields(fields, {"home.html"}) == {
        "title": "&quot;&gt;&lt;script&gt;",
        "description": "5",
        "tags": ["&lt;b&gt;"],
        "search": {"exclude": True, "x": "&lt;b&gt;"},
    }
    named = {"template": "home.html", "hide": ["toc"]}
    assert fit_fields(named, {"home.html"}) == named


def test_what_a_site_needs_beside_its_pages(tmp_path: Path) -> None:
    for name, data in {
        "index.md": b"# \xd0\x90\n",
        "CNAME": b"umo.example",
        "favicon.ico": b"\0",
        "robots.txt": b"User-agent: *\n",
        "list/a.PDF": b"%PDF-1.4\n",
    }.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_bytes(data)
    assert list(pages_problems(tmp_path, "pages/")) == []
