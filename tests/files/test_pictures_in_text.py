"""Pictures in Markdown: their place is kept before they come, and what is no picture is words."""

from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from generator.source import pictures_in
from generator.text import render_markdown

SIZES = (("grafik.png", 720, 260), ("foto.jpg", 4000, 3000))


def rendered(text):
    return html.fromstring(f"<main>{render_markdown(text, SIZES).html}</main>")


def test_a_picture_has_size_words_and_comes_late():
    [picture] = rendered('![График "А" & <Б>](grafik.png "Подпись")').xpath("//img")
    assert dict(picture.attrib) == {
        "src": "grafik.png",
        "alt": 'График "А" & <Б>',
        "title": "Подпись",
        "width": "720",
        "height": "260",
        "loading": "lazy",
        "decoding": "async",
    }


def test_each_picture_has_its_own_size():
    tree = rendered("![a](grafik.png) ![б](foto.jpg)\n\n![в][г]\n\n[г]: foto.jpg")
    assert tree.xpath("//img/@width") == ["720", "4000", "4000"]


def test_a_picture_that_is_not_ours_leaves_its_words():
    tree = rendered('До ![<b>снимок</b> & "ещё"](https://example.org/a.png) после')
    assert tree.xpath("//img | //b") == []
    assert tree.text_content() == 'До <b>снимок</b> & "ещё" после'


def test_html_of_a_record_says_no_size():
    [picture] = rendered('<img src="grafik.png" width="9" onload="x()" loading="eager">').xpath(
        "//img"
    )
    assert picture.get("width") == "720"
    assert picture.get("loading") == "lazy"
    assert picture.get("alt") == ""
    assert picture.get("onload") is None


def test_a_text_without_pictures_stays_as_it_is():
    text = "Абзац с `![a](grafik.png)` и &lt;img&gt;.\n"
    assert render_markdown(text, SIZES).html == render_markdown(text).html


@given(st.text(alphabet="<>\"'/=[]()!&; \nimgaltsrcfok.pnx", max_size=80))
def test_words_of_a_picture_never_become_html(words):
    text = render_markdown(f'![{words}](https://example.org/a.png) <img alt="{words}">', SIZES).html
    tree = html.fromstring(f"<main>{text}</main>")
    assert {element.tag for element in tree.iter() if isinstance(element.tag, str)} <= {
        *("main", "p", "a", "img", "ul", "li", "code", "pre", "em", "strong", "br", "hr", "ol"),
        *("h2", "h3", "h4", "h5", "h6", "blockquote", "s", "table", "div", "dl", "dt", "dd"),
    }
    assert all(src in ("grafik.png", "foto.jpg") for src in tree.xpath("//img/@src"))


def test_which_pictures_a_body_names():
    body = (
        '![а](a.png) и ![ ](<b.png> "в")\n`![в](c.png)`\n```\n![г](d.png)\n```\n'
        "![][схема] ![Схема][] ![схема]\n[д](e.png) ![е][нет]\n\n[Схема]: f.png\n"
    )
    assert list(pictures_in(body)) == [
        ("а", "a.png", 0),
        (" ", "b.png", 0),
        ("", "f.png", 5),
        ("Схема", "f.png", 5),
        ("схема", "f.png", 5),
    ]
