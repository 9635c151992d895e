"""A spliced page is, byte for byte, what the theme draws: for every kind and shape of page."""

import dataclasses
from datetime import date
from pathlib import Path

import pytest
from demonstration import copied, with_own_theme
from pressroom import press_of

from generator.pages import Page
from generator.press import Press
from generator.press.shell import BODY, TITLE
from generator.text import Heading

HOSTILE = {
    "marks of the press itself": f"umomark{TITLE}qumoend umomark{BODY}q<h1umoend umomark",
    "ampersand": "Пар & доски &amp; &lt;b&gt; &#38; &nbsp;",
    "angle bracket": "1 < 2 </title></script><script>alert(1)</script><!--",
    "end of data": "]]> ]]&gt; --> */",
    "template": "{{ 7 * 7 }} {% raw %} {# x #} ${x} %s {0}",
    "backslashes": r"\1 \g<0> \\ \n \u0041",
    "right to left": "\u202eлоп\u202c \u200f\u05d0\u05d1",
    "quotes": "«ёлки» \"прямые\" 'одинарные' `обратные`",
    "spaces": "  два  пробела\u00a0и\u00a0неразрывный\u2003и шпация ",
    "very long": "Очень длинное название урока " * 200,
    "beyond the plane": "🎓 𝔘 e\u0301 \ufeff",
    "lone surrogate": "a\ud800b",
    "day of no day": "11\u00a0ноября\u00a01111\u00a0г. 1111-11-11",
}
KINDS = [
    "",
    "associations/",
    "associations/mumo-yasnogorsk/",
    "associations/mumo-yasnogorsk/2025-2026/",
    "associations/mumo-yasnogorsk/2025-2026/plan/",
    "associations/mumo-yasnogorsk/2025-2026/meetings/2025-08-29/",
    "practices/",
    "register/",
    "register/2025-2026/",
    "regulations/",
    "regulations/004/",
    "structure/",
    "organisations/",
]


def the_same(press: Press, page: Page) -> bool:
    return press.print(page) == press.draw(page)


def test_every_page_of_the_demonstration(printed: tuple[Press, list[Page]]) -> None:
    press, pages = printed
    assert [page.address for page in pages if not the_same(press, page)] == []
    assert {page.address for page in pages} >= set(KINDS)
    assert None not in press.shells.values(), "every shape was spliced, none drawn in full"
    assert len(press.shells) < len(pages)


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
@pytest.mark.parametrize("address", KINDS)
def test_hostile_texts(printed: tuple[Press, list[Page]], address: str, text: str) -> None:
    """Three times: the first page of a shape proves the shell, the others are spliced blindly."""
    press, pages = printed
    page = next(page for page in pages if page.address == address)
    for body in (page.body, f"<h1>{text}</h1>{text}", text):
        hostile = dataclasses.replace(
            page,
            title=text,
            description=text,
            body=body,
            headings=(Heading("a", text, 2, (Heading("b", text, 3),)), Heading("c-«я»", text, 2)),
        )
        assert the_same(press, hostile)
        assert the_same(press, dataclasses.replace(hostile, title=f"{text}!"))
    assert None not in press.shells.values()


@pytest.mark.parametrize("updated", [None, date(2026, 3, 1), date(1111, 11, 11)])
@pytest.mark.parametrize("source", [None, "a/b.yml", "practices/x.md"])
@pytest.mark.parametrize("title", ["", "Название"])
@pytest.mark.parametrize("description", ["", "О чём"])
@pytest.mark.parametrize("headings", [(), (Heading("x", "Раздел", 2),), (Heading("y", "Верх", 1),)])
def test_every_shape(
    printed: tuple[Press, list[Page]],
    updated: date | None,
    source: str | None,
    title: str,
    description: str,
    headings: tuple[Heading, ...],
) -> None:
    press, _ = printed
    for address in ("новое/", "practices/x/", "guide/x/y/", "guide/record/z/", "a/b/c/d/e/f/"):
        for body in ("<p>Без заголовка</p>", "<h1>С заголовком</h1>"):
            page = Page(address, title, body, description, headings, source, updated)
            assert the_same(press, page), address
            again = dataclasses.replace(page, address=address.replace("x", "yy"))
            assert the_same(press, again), again.address


def printing_in_the_theme(folder: Path, what: str) -> tuple[Press, list[Page]]:
    """The press and the pages of a demonstration whose theme prints one thing more."""
    main = with_own_theme(copied(folder)) / "overrides/main.html"
    odd = f"{{% block footer %}}<i>{what}</i>{{{{ super() }}}}{{% endblock %}}"
    main.write_text(f"{main.read_text('utf-8')}\n{odd}\n", "utf-8")
    return press_of(folder)


def test_a_theme_that_changes_a_text_is_drawn_in_full_and_told_once_a_shape(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    loud = "{{ page.meta.title | upper if page else '' }}"
    press, pages = printing_in_the_theme(tmp_path, loud)
    assert all(the_same(press, page) for page in pages)
    assert set(press.shells.values()) == {None}
    told = [record for record in caplog.records if "Оболочка темы" in record.message]
    assert len(told) == len(press.shells)


def test_a_theme_that_counts_instead_of_printing_is_caught_by_its_first_page(
    tmp_path: Path,
) -> None:
    """Nothing of the mark is left to be seen: only comparing shows it."""
    counted = "{{ page.content | length if page else 0 }}"
    press, pages = printing_in_the_theme(tmp_path, counted)
    assert all(the_same(press, page) for page in pages)
    assert set(press.shells.values()) == {None}
