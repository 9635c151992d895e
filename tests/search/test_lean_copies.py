"""Lean copies have what somebody wrote, as text, under the anchors of the page, and no more."""

from lxml import html

from generator.pages import Page
from generator.pages.sought import Sought, SoughtKind
from generator.search import copies, handmade_copies
from generator.values import SchoolYear

BODY = """<nav aria-label="Вы здесь"><ol><li>Практики</li></ol></nav>
<h1>Тема</h1>
<p>Начало &lt;b&gt; и&nbsp;конец</p>
<dl><div><dt>Ответственные</dt><dd>учитель химии</dd></div></dl>
<h2 id="why">Почему<a class="headerlink" href="#why" title="Ссылка на раздел">¶</a></h2>
<table><thead><tr><th>Показатель</th></tr></thead>
<tbody><tr><td>балл</td><td>4,5</td></tr></tbody></table>
<h3 id="price">Цена<a class="headerlink" href="#price">¶</a></h3><p>шесть часов</p>
<h2 id="related">Связанные практики<a class="headerlink" href="#related">¶</a></h2>
<p>Другая тема</p>
<script type="application/ld+json">{"name": "данные"}</script>"""


def page(*searched: Sought, body: str = BODY, title: str = "Тема <i>") -> Page:
    return Page("practices/one/", title, body, "Коротко & ясно", searched=searched)


def words(data: bytes) -> str:
    return " ".join(html.document_fromstring(data.decode()).text_content().split())


def test_labels_navigation_and_left_out_sections_are_no_words_of_the_page() -> None:
    (copy,) = copies(page(Sought(SoughtKind.PRACTICE, without=frozenset({"related"}))))
    assert words(copy.data) == (
        "Тема <i>Коротко & ясноНачало <b> и конец учитель химииПочемубалл 4,5Ценашесть часов"
    )


def test_sections_keep_their_anchors() -> None:
    (copy,) = copies(page(Sought(SoughtKind.PRACTICE)))
    tree = html.document_fromstring(copy.data.decode())
    assert tree.xpath("//h2/@id | //h3/@id") == ["why", "price", "related"]
    assert [heading.text for heading in tree.xpath("//h2")] == ["Почему", "Связанные практики"]


def test_kind_facets_and_note_are_marks_that_nothing_breaks_out_of() -> None:
    hostile = 'химия" data-pagefind-body="'
    sought = Sought(SoughtKind.MINUTES, "МО, «А» & Б", (("subject", hostile),))
    (copy,) = copies(page(sought))
    marks = html.document_fromstring(copy.data.decode()).xpath("//i")
    assert [dict(mark.attrib) for mark in marks] == [
        {"data-pagefind-filter": "kind[data-it]", "data-it": "minutes"},
        {"data-pagefind-filter": "subject[data-it]", "data-it": hostile},
        {"data-pagefind-meta": "note[data-it]", "data-it": "МО, «А» & Б"},
    ]


def test_copies_lie_with_their_year_what_has_none_with_the_rest() -> None:
    year = SchoolYear.parse("2025-2026")
    shelves = {
        SoughtKind.PRACTICE: ("site", None),
        SoughtKind.MINUTES: ("2025-2026", year),
        SoughtKind.REGULATION: ("site", None),
    }
    for kind, (shelf, of_year) in shelves.items():
        (copy,) = copies(page(Sought(kind, year=of_year)))
        assert copy.name == f"{shelf}/practices/one/index.html"


def test_parts_of_a_page_are_found_each_at_its_anchor() -> None:
    parts = [
        Sought(SoughtKind.DOCUMENT, text=f"текст {name}", anchor=name, title=f"Документ {name}")
        for name in ("plan", "order")
    ]
    first, second = copies(page(*parts))
    assert (first.name, second.name) == (
        "site/practices/one/index.html",
        "site/practices/one/1.html",
    )
    for copy, name in ((first, "plan"), (second, "order")):
        tree = html.document_fromstring(copy.data.decode())
        assert tree.xpath('//i[contains(@data-pagefind-meta, "url")]/@data-it') == [
            f"/practices/one/#{name}"
        ]
        assert words(copy.data) == f"Документ {name}текст {name}"


def test_what_is_not_searched_has_no_copy() -> None:
    assert list(copies(page())) == []


def test_another_word_gives_another_digest() -> None:
    (one,) = copies(page(Sought(SoughtKind.PRACTICE)))
    (same,) = copies(page(Sought(SoughtKind.PRACTICE)))
    (other,) = copies(page(Sought(SoughtKind.PRACTICE), body=BODY.replace("шесть", "семь")))
    assert one.digest == same.digest != other.digest


def test_hand_written_pages_come_from_the_index_that_mkdocs_made() -> None:
    index = """{"config": {}, "docs": [
        {"location": "about/", "title": "О сайте", "text": "<p>Кто &amp; зачем</p>"},
        {"location": "about/#how", "title": "Как &lt;так&gt;", "text": "<ul><li>раз</li></ul>"},
        {"location": "", "title": "Главная", "text": ""}
    ]}"""
    about, home = handmade_copies(index.encode())
    assert (about.name, home.name) == ("site/about/index.html", "site/index.html")
    tree = html.document_fromstring(about.data.decode())
    assert words(about.data) == "О сайтеКто & зачемКак <так>раз"
    assert tree.xpath("//h2/@id") == ["how"]
