"""A page's HTML as paragraphs of Word: headings, lists, tables, links, what a view shows."""

import re

import pytest
from lxml import etree

from generator.pages.word.flow import Flow, texts_of
from generator.text import render_markdown

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def xml(html, view="full"):
    flow = Flow.of_html(html, view)
    return etree.fromstring(f'<w:body xmlns:w="{WORD}">{flow.__html__()}</w:body>')


def paragraphs(html, view="full"):
    """Style and text of each paragraph: «List: 1.→первый»."""
    root = etree.fromstring(
        f'<w:body xmlns:w="{WORD}">{Flow.of_html(html, view).__html__()}</w:body>'
    )
    marks = {"tab": "→", "br": "↵"}
    said = []
    for paragraph in root.iter("{*}p"):
        (style,) = paragraph.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces={"w": WORD}).split()
        parts = paragraph.iter("{*}t", "{*}tab", "{*}br")
        text = "".join(marks.get(etree.QName(part).localname) or part.text or "" for part in parts)
        said.append(f"{style}: {text}".replace("\u00a0", " "))
    return said


CASES = {
    "<h2>Тема<a class='headerlink' href='#x'>¶</a></h2><h3>Часть</h3><p>текст</p>": [
        "Heading1: Тема", "Heading2: Часть", "BodyText: текст",
    ],
    "<ul><li>один</li><li>два<ol start='3'><li>внутри</li></ol></li></ul>": [
        "List: —→один", "List: —→два", "List: 3.→внутри",
    ],
    "<ol><li><p>первый</p><p>ещё</p></li><li>второй</li></ol>": [
        "List: 1.→первый", "List: ещё", "List: 2.→второй",
    ],
    "<ol><li><span class='umo-numbered__number'>1.2.</span> <div>решение</div></li></ol>": [
        "List: 1.2.→решение",
    ],
    "<dl><div><dt>Срок</dt><dd>март</dd></div><div><dt>Пусто</dt><dd></dd></div></dl>": [
        "BodyText: Срок: март",
    ],
    "<p>до <strong>жирно</strong><br>после</p>": ["BodyText: до жирно↵после"],
    "<p>см. <a href='https://example.org/?a=1&amp;b=2'>отчёт</a></p>": [
        "BodyText: см. отчёт (https://example.org/?a=1&b=2)",
    ],
    "<p><a href='https://example.org/'>https://example.org/</a> и <a href='../x/'>тут</a></p>": [
        "BodyText: https://example.org/ и тут",
    ],
    "<p><img src='a.png' alt='Схема'></p>": ["BodyText: [Рисунок: Схема]"],
    "<p><span class='umo-badge'>один</span> <span class='umo-badge'>два</span></p>": [
        "BodyText: один, два",
    ],
    "<blockquote><p>слова</p></blockquote>": ["Quote: слова"],
    "<p>видно</p><p class='umo-screen'>нет</p><button>нет</button><nav><p>нет</p></nav>": [
        "BodyText: видно",
    ],
    "<p data-umo-view='short'>нет</p><p data-umo-view='full short'>да</p> хвост": [
        "BodyText: да", "BodyText: хвост",
    ],
    "<p>до <span class='umo-screen'>нет</span>после</p>": ["BodyText: до после"],
    "<p>3 &lt; 5 &amp; <!-- нет --> да</p>": ["BodyText: 3 < 5 & да"],
    "<div>  \n <p> а\n б </p>\n</div>": ["BodyText: а б"],
}  # fmt: skip


@pytest.mark.parametrize("html", CASES)
def test_elements(html):
    assert [re.sub(" +", " ", text) for text in paragraphs(html)] == CASES[html]


def test_another_view():
    html = "<p data-umo-view='handout'>на листе</p><p>везде</p><p data-umo-view='full'>нет</p>"
    assert paragraphs(html, "handout") == ["BodyText: на листе", "BodyText: везде"]


def test_a_table_has_a_head_that_is_repeated_and_columns_by_what_stands_in_them():
    html = (
        "<table><caption>Итоги</caption><thead><tr><th>Показатель</th><th>%</th></tr></thead>"
        "<tbody><tr><th colspan='2'>Раздел</th></tr><tr><td>Средний балл по району</td><td>4</td>"
        "</tr><tr><td>одна</td></tr></tbody></table>"
    )
    root = xml(html)
    assert [len(list(row.iter("{*}tblHeader"))) for row in root.iter("{*}tr")] == [1, 0, 0, 0]
    assert [len(list(row.iter("{*}tc"))) for row in root.iter("{*}tr")] == [2, 1, 2, 2]
    assert [cell.get(f"{{{WORD}}}val") for cell in root.iter("{*}gridSpan")] == ["2"]
    wide, narrow = (int(column.get(f"{{{WORD}}}w")) for column in root.iter("{*}gridCol"))
    assert wide > 1.5 * narrow
    assert paragraphs(html)[0] == "Caption: Итоги"
    assert all(cell[-1].tag.endswith("}p") for cell in root.iter("{*}tc"))


def test_a_list_of_decisions_is_a_table_on_paper():
    root = xml(
        "<ul class='umo-rows umo-decisions'><li class='umo-paper-only'><span>Решение</span>"
        "<span>Срок</span></li><li><div><p>сделать</p></div><div>март</div></li></ul>"
    )
    rows = [["".join(cell.itertext()) for cell in row.iter("{*}tc")] for row in root.iter("{*}tr")]
    assert rows == [["Решение", "Срок"], ["сделать", "март"]]


def test_what_people_write_in_markdown():
    html = render_markdown("# Тема\n\nСлово **важно** и <w:p/> & <script>x</script>.\n").html
    assert paragraphs(html) == ["Heading1: Тема", "BodyText: Слово важно и & ."]


def test_the_words_of_a_class():
    html = "<header><p class='umo-cover__place'>Озерск, <b>2026</b></p></header><p>нет</p>"
    assert texts_of(html, "umo-cover__place") == "Озерск, 2026"
