"""Templates compiled without detours print what Jinja prints, and no text becomes markup."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

import jinja2
import pytest
from markupsafe import Markup

from generator.archive import Archive, build
from generator.load import load
from generator.pages import Context, all_pages
from generator.pages import context as context_module
from generator.pages.page import Outline
from generator.pages.pieces import badge, bullets, fact, prose
from generator.pages.templating import Templates, shown

BASE = Path(__file__).parents[1] / "records" / "base"
HOSTILE = "<script>alert('1')</script> \"a\" & b"
ESCAPED = "&lt;script&gt;alert(&#39;1&#39;)&lt;/script&gt; «a» &amp; b"


class Word(StrEnum):
    BOLD = "<b>"


def environment(**more: Any) -> Templates:
    return Templates(autoescape=True, undefined=jinja2.StrictUndefined, finalize=shown, **more)


def drawn(archive: Archive) -> Iterator[tuple[str, str]]:
    for page in all_pages(Context(archive, date(2026, 6, 1), {})):
        yield page.address, page.body


def test_pages_are_the_same_as_jinja_prints_them(monkeypatch: pytest.MonkeyPatch) -> None:
    archive, problems = build(load(BASE))
    assert archive is not None, problems
    quick = dict(drawn(archive))

    def ordinary(**options: Any) -> jinja2.Environment:
        assert options["autoescape"] is True
        return jinja2.Environment(**{**options, "bytecode_cache": None})  # noqa: S701 - see above

    monkeypatch.setattr(context_module, "Templates", ordinary)
    assert dict(drawn(archive)) == quick
    assert len(quick) > 10


@pytest.mark.parametrize(
    ("value", "printed"),
    [
        (HOSTILE, ESCAPED),
        (Markup("<i>а</i>"), "<i>а</i>"),
        (None, ""),
        (5, "5"),
        (Word.BOLD, "&lt;b&gt;"),
        (["<i>"], "[&#39;&lt;i&gt;&#39;]"),
    ],
)
def test_what_is_printed_of_a_value(value: Any, printed: str) -> None:
    assert environment().from_string("{{ value }}").render(value=value) == printed


def test_a_name_that_is_not_there_is_an_error() -> None:
    env = environment()
    for source in ("{{ missing }}", "{{ row.missing }}", "{{ row['missing'] }}", "{{ m.n.o() }}"):
        with pytest.raises((jinja2.UndefinedError, AttributeError)):
            env.from_string(source).render(row=date(2026, 6, 1))
    asked = "{% if row['missing'] is defined %}да{% else %}нет{% endif %}"
    assert env.from_string(asked).render(row=date(2026, 6, 1)) == "нет"


def test_calls_of_every_shape() -> None:
    source = (
        "{% macro box(a, b='<') %}[{{ a }}{{ b }}]{% endmacro %}"
        "{% macro frame(a) %}({{ a }}{{ caller() }}){% endmacro %}"
        "{{ box('>') }}{{ box(a, b=a) }}{{ box(*[a, 1]) }}{{ box(**{'a': 2}) }}"
        "{% call frame(a) %}&{{ a }}{% endcall %}"
    )
    text = environment().from_string(source).render(a="<i>")
    assert text == ("[&gt;&lt;][&lt;i&gt;&lt;i&gt;][&lt;i&gt;1][2&lt;](&lt;i&gt;&&lt;i&gt;)")


@pytest.mark.parametrize(
    ("made", "html"),
    [
        (fact(HOSTILE, HOSTILE), f"<div><dt>{ESCAPED}</dt><dd>{ESCAPED}</dd></div>\n"),
        (fact("а", Markup("<i>б</i>")), "<div><dt>а</dt><dd><i>б</i></dd></div>\n"),
        (fact("а", None) + fact("а", ""), ""),
        (fact("а", 0), "<div><dt>а</dt><dd>0</dd></div>\n"),
        (badge(HOSTILE), f'<span class="umo-badge umo-badge--plain">{ESCAPED}</span>'),
        (badge("а", '"off"'), '<span class="umo-badge umo-badge--«off»">а</span>'),
        (prose(f"а\n\n{HOSTILE}"), f"<p>а</p>\n<p>{ESCAPED}</p>\n"),
        (prose(" \n\n "), ""),
        (bullets(["а", HOSTILE]), f"<ul>\n<li>а</li>\n<li>{ESCAPED}</li>\n</ul>\n"),
        (bullets([]), "<ul>\n</ul>\n"),
    ],
)
def test_pieces(made: Markup, html: str) -> None:
    assert made == html
    assert type(made) is Markup


def test_markup_kept_of_a_piece_never_stands_for_a_text() -> None:
    """A text and markup of the same letters are equal, but they are not the same."""
    letters = "<em>одно и то же</em>"
    assert letters in badge(Markup("<em>одно и то же</em>"))
    assert letters not in badge(letters)
    assert letters not in shown(letters)


def test_headings_are_escaped_and_told_apart() -> None:
    outline = Outline()
    html = outline.heading('a"b', HOSTILE)
    assert html == (
        f'<h2 id="a&#34;b">{ESCAPED}<a class="headerlink" href="#a&#34;b" '
        f'title="Ссылка на раздел">¶</a></h2>'
    )
    assert outline.heading("a", "А", 3).startswith('<h3 id="a">А<')
    assert [(h.id, len(h.children)) for h in outline.headings] == [('a"b', 1)]
