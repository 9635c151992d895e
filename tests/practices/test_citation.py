"""How to refer to a practice: the line after ГОСТ Р 7.0.100-2018, and BibTeX read back."""

import re
from pathlib import Path
from typing import Any

import bibtexparser
import pytest
from bibtexparser.middlewares import SeparateCoAuthors
from card_records import LEAST, context_of, lay, page_at, records, said

from generator.pages.practices.citation import Citation, citation_of

SITE = "https://umo.example.org/okrug/"
HOME = "Школа № 1"
TAIL = (
    ". – Текст : электронный // Методическая служба Озёрского округа : [сайт]. – "
    "Управление образования Озёрского округа, 2025. – URL: "
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return records(tmp_path)


def person(folder: Path, id_: str, surname: str, given: str, *consent: str, **more: str) -> None:
    """Put somebody on record, with consents."""
    path = folder / "content/people.yml"
    fields = {"surname": surname, "given_name": given, **more}
    words = "".join(f", {name}: {value}" for name, value in fields.items())
    given_on = "given_on: 2025-08-20, document: согласие"
    path.write_text(
        f"{path.read_text('utf-8')}  - {{id: {id_}{words}, positions: [{{title: учитель, "
        f"organisation: shkola-1}}], consent: {{fields: [{', '.join(consent)}], {given_on}}}}}\n",
        "utf-8",
    )


def cited(folder: Path, site_url: str = SITE, **fields: Any) -> Citation:
    lay(folder, "opyt", {"created_on": "2025-10-01", **fields})
    context = context_of(folder, site_url)
    entry = context.archive.practices["opyt"]
    authors = [context.names.author(author) for author in entry.record.authors]
    return citation_of(context, entry, authors)


def test_a_part_of_a_site_by_the_standard(folder: Path) -> None:
    """Heading, title : [kind] / who answers. – Medium // site : [сайт]. – Who, year. – URL."""
    citation = cited(folder, title="Устный счёт за пять минут.")
    assert citation.line == (
        "Белова, И. С. Устный счёт за пять минут : [методический приём] / И. С. Белова ; "
        + HOME
        + TAIL
    )
    assert citation.address == "https://umo.example.org/okrug/practices/opyt/"
    assert citation.complete


def test_the_town_of_the_publisher_stands_before_it(folder: Path) -> None:
    path = folder / "content/organisations.yml"
    text = path.read_text("utf-8")
    path.write_text(
        text.replace("id: upravlenie\n", "id: upravlenie\n    place: г. Озёрск\n"), "utf-8"
    )
    assert " – Озёрск : Управление образования Озёрского округа, 2025. – " in cited(folder).line
    assert "location = {Озёрск}" in cited(folder).bibtex


def test_without_an_address_of_the_site_its_own_one_stands_there(folder: Path) -> None:
    """The script knows the rest when somebody copies the line."""
    citation = cited(folder, site_url="http://127.0.0.1:8000/")
    assert (citation.address, citation.complete) == ("/practices/opyt/", False)


SHORT = {"title": "Опыт", "organisation": "shkola-2"}


@pytest.mark.parametrize(
    ("authors", "begins"),
    [
        (["a"], "Аль, А. Опыт : [методический приём] / А. Аль ; "),
        (["c"], "Вэ. Опыт : [методический приём] / Вэ ; "),
        (["a", "b", "c"], "Аль, А. Опыт : [методический приём] / А. Аль, Б. Б. Бе-Бе, Вэ ; "),
        (["b", "a"], "Бе-Бе, Б. Б. Опыт : [методический приём] / Б. Б. Бе-Бе, А. Аль ; "),
        (list("abcd"), "Опыт : [методический приём] / А. Аль, Б. Б. Бе-Бе, Вэ, Г. Ге ; "),
        (list("abcde"), "Опыт : [методический приём] / А. Аль, Б. Б. Бе-Бе, Вэ [и др.] ; "),
        (["x"], "Опыт : [методический приём] / учитель, Школа № 1 ; "),
        (["a", "x"], "Аль, А. Опыт : [методический приём] / А. Аль ; учитель, Школа № 1 ; "),
        (
            [{"group": "учителя города", "count": 9}],
            "Опыт : [методический приём] / учителя города ; ",
        ),
        (
            [{"position": "методист", "organisation": "shkola-2"}],
            "Опыт : [методический приём] / методист ; ",
        ),
    ],
    ids=["one", "no-given", "three", "two", "four", "five", "hidden", "mixed", "group", "post"],
)
def test_authors_as_their_consents_allow(folder: Path, authors: list[Any], begins: str) -> None:
    """Up to three head the description, of more than four three are named; who has not agreed to
    be named as an author is there by post, and by organisation where it is another one."""
    both = ("name", "authorship")
    person(folder, "a", "Аль", "Анна", *both)
    person(folder, "b", "Бе-Бе", "Борис", *both, patronymic="Борисович")
    path = folder / "content/people.yml"
    person(folder, "c", "Вэ", "Вера", *both)
    path.write_text(path.read_text("utf-8").replace(", given_name: Вера", ""), "utf-8")
    person(folder, "d", "Ге", "Глеб", *both)
    person(folder, "e", "Де", "Дана", *both)
    person(folder, "x", "Икс", "Ян", "name")
    line = cited(folder, authors=authors, **SHORT).line
    assert line.startswith(begins), line
    assert "Икс" not in line


def test_the_year_is_that_of_the_description_else_of_the_bank(folder: Path) -> None:
    bank = {"status": "in_bank", "bank": {"included_on": "2024-12-15"}}
    assert ", 2025. – URL: " in cited(folder, **bank).line
    assert ", 2024. – URL: " in cited(folder, created_on=None, **bank).line
    citation = cited(folder, created_on=None)
    assert " округа. – URL: " in citation.line
    assert "year" not in citation.bibtex


def read_back(citation: Citation) -> dict[str, str]:
    """The entry as bibtexparser reads it."""
    library = bibtexparser.parse_string(citation.bibtex, append_middleware=[SeparateCoAuthors()])
    assert library.failed_blocks == []
    (entry,) = library.entries
    assert entry.entry_type == "online"
    return {"key": entry.key, **{field.key: field.value for field in entry.fields}}


def test_bibtex_is_read_back(folder: Path) -> None:
    """The key is the practice's id, which nobody edits."""
    authors = ["belova-irina", {"group": "учителя и методисты and co"}]
    assert read_back(cited(folder, authors=authors, language="белорусский")) == {
        "key": "opyt",
        "author": ["Белова, И. С.", "{учителя и методисты and co}"],
        "title": "Опыт",
        "titleaddon": "методический приём",
        "institution": HOME,
        "organization": "Управление образования Озёрского округа",
        "year": "2025",
        "url": "https://umo.example.org/okrug/practices/opyt/",
        "langid": "belarusian",
    }


ESCAPES = {
    r"\textbackslash{}": "\\",
    r"\textbraceleft{}": "{",
    r"\textbraceright{}": "}",
    r"\textasciitilde{}": "~",
    r"\textasciicircum{}": "^",
    **{f"\\{sign}": sign for sign in "#$%&_"},
}


@pytest.mark.parametrize(
    "title",
    [
        "100 % & 5 $ за #1, x_1 и a^2, ~ и \\ вместе",
        "Множество {1, 2",
        "Скобки }{ наоборот }",
        "\\{не команда\\}",
        "@online{чужая, title = {x}}",
        'Кавычки "прямые", равно = и запятая,',
        "Строка\nи ещё",
    ],
)
def test_no_title_breaks_out_of_its_field(folder: Path, title: str) -> None:
    """What TeX reads as signs of its own is written so that it prints the sign."""
    citation = cited(folder, title=title)
    fields = read_back(citation)
    assert set(fields) == {
        *("key", "author", "title", "titleaddon", "institution", "organization"),
        *("year", "url", "langid"),
    }
    undone = re.sub(
        "|".join(map(re.escape, sorted(ESCAPES, key=len, reverse=True))),
        lambda found: ESCAPES[found.group()],
        fields["title"],
    )
    assert undone == " ".join(title.split())
    assert citation.bibtex.count("{") == citation.bibtex.count("}")


def test_the_card_shows_both_exactly(folder: Path) -> None:
    """No typography changes what is copied; the gap for the day is the only one."""
    title = 'Приём "да" - <и> нет...'
    citation = cited(folder, title=title)
    for site_url, gaps in ((SITE, []), ("", ["/practices/opyt/"] * 2)):
        page = page_at(context_of(folder, site_url), "practices/opyt/")
        (line,) = page.xpath('//*[@id="citation-line"]')
        (entry,) = page.xpath('//*[@id="citation-bibtex"]')
        address = citation.address if site_url else "/practices/opyt/"
        assert line.text_content() == f"{citation.line}{address} (дата обращения: __.__.20__)."
        assert entry.text_content() == f"{citation.before}{address}{citation.after}"
        assert title in line.text_content()
        assert [said(gap) for gap in page.xpath("//*[@data-umo-address]")] == gaps
        assert [said(gap) for gap in page.xpath("//*[@data-umo-today]")] == ["__.__.20__"]


def test_the_buttons_wait_for_the_script(folder: Path) -> None:
    """Without JavaScript there is none; each names what it copies and where it says so."""
    lay(folder, "opyt", LEAST)
    page = page_at(context_of(folder), "practices/opyt/")
    buttons = page.xpath("//button[@data-umo-copy]")
    assert [button.get("data-umo-copy") for button in buttons] == [
        "citation-line",
        "citation-bibtex",
    ]
    for button in buttons:
        assert button.get("type") == "button"
        assert button.get("hidden") is not None
        assert button.get("aria-label").startswith(said(button))
        assert page.xpath(f'//*[@id="{button.get("data-umo-copy")}"]')
        (output,) = button.getparent().iter("output")
        assert output.get("aria-live") == "polite"
