"""A template is filled as docxtpl fills it: every command; the same bytes each time."""

import io
import os
import re
import time
import zipfile

import docx
import pytest
from demonstration import plain
from docx.shared import Mm
from docxtpl import DocxTemplate, RichText
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from papers import ABOUT, everything, filled, lines, saved, template

from generator.pages.word.compiled import compiled
from generator.pages.word.zipped import pack, zipped

PLAIN = template("[{{ text }}]")
ROWS = [{"n": "1", "text": "первый"}, {"n": "2", "text": "второй"}]
COMMANDS = {
    "value": (("№ {{ number }}",), {"number": "1/2"}),
    "paragraphs": (
        ("{%p for row in rows %}", "{{ row.n }}. {{ row.text }}", "{%p endfor %}"),
        {"rows": ROWS},
    ),
    "condition": (("{%p if no %}", "нет", "{%p else %}", "да", "{%p endif %}"), {"no": []}),
    "inline": (("до{% if yes %}, {{ yes }}{% endif %} после",), {"yes": "здесь"}),
    "filters": (("{{ word|upper }} {{ rows|map(attribute='n')|join(', ') }}",),
                {"word": "слово", "rows": ROWS}),
    "run": (("до {%r if yes %}внутри{%r endif %} после",), {"yes": True}),
    "set": (("{%p set x = 2 %}", "{{ x + 1 }}"), {}),
    "comment": (("{# не печатается #}было",), {}),
    "rich": (("до {{r rich }} после",), {"rich": RichText("жирно", bold=True)}),
    "break": (("{{ text }}",), {"text": "строка\nещё\tи знак"}),
    "braces": (("{_{ не команда }_}",), {}),
}  # fmt: skip


def texts(xml: str) -> list[str]:
    """The texts of a part, with breaks and bold letters, whatever runs they are cut into."""
    tree = etree.fromstring(xml.encode())
    marks = {"br": "↵", "tab": "→", "b": "*"}
    found = (
        node.text or "" if (name := etree.QName(node).localname) == "t" else marks[name]
        for node in tree.iter("{*}t", "{*}br", "{*}tab", "{*}b")
    )
    return plain("".join(found)).split()


def by_docxtpl(data, values):
    slow = DocxTemplate(io.BytesIO(data))
    slow.render(values, autoescape=True)
    made = io.BytesIO()
    slow.save(made)
    return made.getvalue()


def document(data):
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return archive.read("word/document.xml").decode()


@pytest.mark.parametrize("name", COMMANDS)
def test_a_command_does_what_docxtpl_does(name):
    paragraphs, values = COMMANDS[name]
    data = template(*paragraphs)
    assert texts(document(filled(data, values))) == texts(document(by_docxtpl(data, values)))


def test_rows_and_columns_of_tables():
    data = template(
        rows=(
            ("№", "Что"),
            ("{%tr for row in rows %}", ""),
            ("{{ row.n }}", "{{ row.text }}"),
            ("{%tr endfor %}", ""),
            ("{%tc for row in rows %}", "{{ row.n }}", "{%tc endfor %}"),
        )
    )
    ours = docx.Document(io.BytesIO(filled(data, {"rows": ROWS * 2}))).tables[0]
    theirs = docx.Document(io.BytesIO(by_docxtpl(data, {"rows": ROWS * 2}))).tables[0]
    said = [[cell.text for cell in row.cells] for row in ours.rows]
    assert said == [[cell.text for cell in row.cells] for row in theirs.rows]
    assert [cell.text for cell in ours.rows[-1].cells] == ["1", "2", "1", "2"]
    assert len(ours.columns) == len(theirs.columns) == 4


def test_a_command_that_word_has_scattered_over_runs():
    paper = docx.Document()
    paragraph = paper.add_paragraph()
    for part in ("{", "{ num", "ber }", "} и {% if", " yes %}да{% endif", " %}"):
        paragraph.add_run(part).bold = part == "ber }"
    assert lines(filled(saved(paper), {"number": "7", "yes": 1})) == ["7 и да"]


def test_headers_are_filled_too():
    data = filled(template("текст", head="№ {{ number }}"), {"number": "5"})
    header = docx.Document(io.BytesIO(data)).sections[0].header
    assert header.paragraphs[0].text == "№ 5"


def test_what_nobody_has_written_is_a_line():
    data = template("{{ a }} {{ b.c.d }} {{ x or 'нет' }}{% if b %}!{% endif %}")
    assert lines(filled(data, {"a": None})) == ["___ ___ нет"]


def test_a_narrow_column_has_no_words_that_stick_together():
    values = {"due": "до 14 ноября 2025 г.\n& далее", "gone": None}
    tight, loose, empty = lines(
        filled(template("{{ due }}", "{{ due|loosely }}", "{{ gone|loosely }}"), values)
    )
    assert "\u00a0" in tight
    assert loose == "до 14 ноября 2025 г.\n& далее"
    assert empty == "___"


def test_a_cell_with_nothing_in_it_has_a_paragraph():
    rows = (("{%p if no %}", "x"), ("a", "b"))
    cell = docx.Document(io.BytesIO(filled(template(rows=rows[1:]), {}))).tables[0].cell(0, 0)
    assert cell.text == "a"
    paper = docx.Document()
    cell = paper.add_table(1, 1).cell(0, 0)
    cell.text = "{%p if no %}"
    cell.add_paragraph("{%p endif %}")
    made = filled(saved(paper), {"no": None})
    assert "<w:tc>" in document(made)
    assert not re.search(r"</w:tcPr>\s*</w:tc>", document(made))


def test_the_same_values_give_the_same_bytes_in_any_time_zone(monkeypatch):
    data = template("{{ number }}", head="{{ number }}")
    first = filled(data, {"number": "1"})
    for zone in ("Pacific/Kiritimati", "America/Los_Angeles"):
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        compiled.cache_clear()
        assert filled(data, {"number": "1"}) == first
    monkeypatch.undo()
    time.tzset()
    assert os.environ.get("TZ") != "America/Los_Angeles"


def test_what_a_file_says_of_itself():
    about = docx.Document(io.BytesIO(filled(template("x"), {}))).core_properties
    assert (about.title, about.author, about.language) == (ABOUT.title, ABOUT.creator, "ru-RU")
    assert about.last_modified_by == ABOUT.creator
    assert {about.created.date(), about.modified.date()} == {ABOUT.day}


def test_an_unknown_day_is_not_told():
    made = compiled(template("x")).fill({}, ABOUT._replace(day=None))
    assert "dcterms:created" not in everything(made)


def test_a_file_has_no_time_of_its_own():
    with zipfile.ZipFile(io.BytesIO(filled(template("x"), {}))) as archive:
        assert archive.testzip() is None
        assert archive.namelist()[0] == "[Content_Types].xml"
        assert {info.date_time for info in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


@given(st.dictionaries(st.text("абвxyz/.", min_size=1), st.binary(max_size=2000), max_size=5))
def test_any_parts_can_be_read_back(parts):
    data = zipped(pack(name, part) for name, part in parts.items())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == parts


@settings(max_examples=40, deadline=None)
@given(st.text())
def test_no_text_spoils_a_file(text):
    """Angle brackets, commands, control characters, halves of letters: a value is only a text."""
    tree = etree.fromstring(document(filled(PLAIN, {"text": text})).encode())
    assert len(list(tree.iter("{*}p"))) == 1


def test_a_value_is_typeset_and_never_a_command():
    values = {"text": 'Тема "Дроби" - <b>{{ number }}</b> & \x00\x0b\ud800конец', "number": "тайна"}
    (said,) = lines(filled(template("{{ text }}"), values))
    assert said == "Тема «Дроби»\u00a0— <b>{{ number }}</b> & конец"


@pytest.mark.parametrize("lasting", [False, True])
def test_what_is_kept_for_long_has_the_wider_margin(lasting):
    paper = docx.Document()
    paper.sections[0].left_margin = Mm(20)
    made = compiled(saved(paper)).fill({}, ABOUT, lasting=lasting)
    left = docx.Document(io.BytesIO(made)).sections[0].left_margin.mm
    assert left == pytest.approx(30 if lasting else 20, abs=0.1)
