"""A template that an office has spoilt is told of in Russian, with a code, and never raises."""

import io
import re
import zipfile

import docx
import pytest
from makers import png
from papers import everything, filled, repacked, saved, template

from generator.load.word_forms import SIZE_LIMIT, digests_of, read_word_forms
from generator.pages.word.check import word_problems
from generator.pages.word.forms import SHEETS
from generator.pages.word.package import WHOLE_LIMIT
from generator.pages.word.templates import shipped
from generator.pages.word_files import Form
from generator.problems import codes

RELATIONS = "word/_rels/document.xml.rels"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def problems(data, form="minutes"):
    return list(word_problems({form: data}, {}))


def with_part(name, part):
    return repacked(template("x"), lambda parts: parts.update({name: part}))


def related(kind, target, mode=""):
    """A template whose document refers to something."""
    row = f'<Relationship Id="x1" Type="{OFFICE}/{kind}" Target="{target}"{mode}/></Relationships>'

    def change(parts):
        parts[RELATIONS] = parts[RELATIONS].replace(b"</Relationships>", row.encode())

    return repacked(template("x"), change)


def replaced(name, old, new):
    def change(parts):
        assert old in parts[name]
        parts[name] = parts[name].replace(old, new)

    return repacked(template("x"), change)


def scattered_command():
    """«{{ number }» in a paragraph of its own."""
    return template("{{ number }", "дальше")


def bomb():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in ("[Content_Types].xml", "word/document.xml"):
            archive.writestr(name, b"<x/>")
        archive.writestr("word/media/a.bin", b"\0" * (WHOLE_LIMIT + 1))
    return data.getvalue()


def twice_the_same_part():
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w") as archive:
        archive.writestr("word/document.xml", b"<x/>")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("word/document.xml", b"<x/>")
    return data.getvalue()


def locked():
    """An archive that says that it wants a password."""
    data = bytearray(template("x"))
    for sign, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        for found in re.finditer(re.escape(sign), bytes(data)):
            data[found.start() + place] |= 1
    return bytes(data)


MAIN_TYPE = b"wordprocessingml.document.main+xml"
TYPES = "[Content_Types].xml"
ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaa">]><x>&a;</x>'
EXTERNAL = ' TargetMode="External"'

REFUSED = {
    "no archive": (lambda: b"%PDF-1.7", codes.WORD_UNREADABLE, "архив повреждён"),
    "half of it": (lambda: template("x")[:3000], codes.WORD_UNREADABLE, "архив повреждён"),
    "empty": (lambda: b"", codes.WORD_UNREADABLE, "архив повреждён"),
    "a workbook": (
        lambda: repacked(template("x"), lambda parts: parts.pop("word/document.xml")),
        codes.WORD_UNREADABLE,
        "нет текста документа",
    ),
    "a password": (locked, codes.WORD_UNREADABLE, "паролем"),
    "a part twice": (twice_the_same_part, codes.WORD_UNREADABLE, "две с одним именем"),
    "a part above": (lambda: with_part("../x.xml", b"<x/>"), codes.WORD_UNREADABLE, "именами"),
    "broken XML": (
        lambda: with_part("word/styles.xml", b"<w:styles"),
        codes.WORD_UNREADABLE,
        "word/styles.xml повреждена",
    ),
    "a template of Word": (
        lambda: replaced(TYPES, MAIN_TYPE, b"wordprocessingml.template.main+xml"),
        codes.WORD_UNREADABLE,
        ".dotx",
    ),
    "macros": (
        lambda: replaced(
            TYPES,
            b"application/vnd.openxmlformats-officedocument." + MAIN_TYPE,
            b"application/vnd.ms-word.document.macroEnabled.main+xml",
        ),
        codes.WORD_FORBIDDEN,
        "макросы",
    ),
    "a program": (lambda: related("oleObject", "x.bin"), codes.WORD_FORBIDDEN, "программа"),
    "another document": (lambda: related("aFChunk", "x.html"), codes.WORD_FORBIDDEN, "документ"),
    "a picture from elsewhere": (
        lambda: related("image", "https://tracker.example.org/1.png", EXTERNAL),
        codes.WORD_FORBIDDEN,
        "из другого места",
    ),
    "entities": (lambda: with_part("word/x.xml", ENTITY), codes.WORD_FORBIDDEN, "DOCTYPE"),
    "a bomb": (bomb, codes.WORD_TOO_LARGE, "больше 20"),
    "an open command": (scattered_command, codes.WORD_SYNTAX, "команда не закрыта"),
    "no end": (
        lambda: template("{%p if number %}", "x"),
        codes.WORD_SYNTAX,
        "не хватает «endif»",
    ),
    "no beginning": (lambda: template("{%p endfor %}"), codes.WORD_SYNTAX, "«endfor» без начала"),
    "no such command": (lambda: template("{% fro x in agenda %}"), codes.WORD_SYNTAX, "«fro»"),
    "no such filter": (lambda: template("{{ number|krasivo }}"), codes.WORD_SYNTAX, "«krasivo»"),
    "no such name": (lambda: template("{{ nomer }}"), codes.WORD_NAME_UNKNOWN, "«nomer»"),
    "no such name inside": (
        lambda: template("{%p for d in decisions %}", "{{ d.nomber }}", "{%p endfor %}"),
        codes.WORD_NAME_UNKNOWN,
        "«nomber»",
    ),
    "a name that is never reached": (
        lambda: template("{% if number == 'zzz' %}{{ dateX }}{% endif %}"),
        codes.WORD_NAME_UNKNOWN,
        "«dateX»",
    ),
    "on the other condition": (
        lambda: template("{% if number %}1{% else %}{{ attendance.nobody }}{% endif %}"),
        codes.WORD_NAME_UNKNOWN,
        "«nobody»",
    ),
    "the inside of the program": (
        lambda: template("{{ number.__class__.__mro__[1].__subclasses__() }}"),
        codes.WORD_SPOILED,
        "недоступно",
    ),
    "without end": (
        lambda: template("{% for x in range(10 ** 9) %}x{% endfor %}"),
        codes.WORD_SPOILED,
        "без конца",
    ),
    "what cannot be done": (lambda: template("{{ number + 1 }}"), codes.WORD_SPOILED, "выполн"),
    "another file": (
        lambda: template("{% include 'minutes.html' %}"),
        codes.WORD_SPOILED,
        "не выполняется",
    ),
    "text beside paragraphs": (
        lambda: template("{{p number }}"),
        codes.WORD_SPOILED,
        "порядок абзацев",
    ),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_spoilt_template_is_told_of(name):
    make, code, said = REFUSED[name]
    found = problems(make())
    assert [problem.code for problem in found] == [code.code], found
    assert said in found[0].message
    assert found[0].place.path == "word/minutes.docx"
    assert re.search("[а-я]", found[0].hint)
    assert "{" not in found[0].hint.replace("{{ имя }}", "").replace("{%p", "").replace("{%tr", "")


def test_an_unknown_name_is_told_with_the_nearest_one():
    (problem,) = problems(template("{{ attendence.present }}"))
    assert "Похоже на «attendance»" in problem.hint


def test_a_flow_of_paragraphs_does_not_fit_into_a_line():
    (problem,) = problems(template("до {{ text }}"), "analysis")
    assert problem.code == codes.WORD_SPOILED.code


def test_a_link_that_a_reader_clicks_is_fair():
    assert problems(related("hyperlink", "https://kabinet.example.org/", EXTERNAL)) == []


def begun_from_a_template(parts):
    """What Word notes of a file begun from an office's template: a path on somebody's computer."""
    parts["word/_rels/settings.xml.rels"] = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        f'<Relationship Id="r" Type="{OFFICE}/attachedTemplate" '
        'Target="file:///C:/Users/ivanova/office.dotm" TargetMode="External"/></Relationships>'
    ).encode()
    settings = parts["word/settings.xml"]
    mark = rb'\1<w:attachedTemplate r:id="r"/>'
    parts["word/settings.xml"] = re.sub(rb"(<w:settings[^>]*>)", mark, settings)


def test_the_path_of_the_template_it_was_begun_from_goes():
    data = repacked(template("{{ number }}"), begun_from_a_template)
    assert problems(data) == []
    made = everything(filled(data, {}))
    assert "ivanova" not in made
    assert "attachedTemplate" not in made


@pytest.mark.parametrize("form", Form, ids=lambda form: form.label)
def test_what_comes_with_the_program_is_sound(form):
    assert problems(shipped(form), form.label) == []
    assert SHEETS[form]


def test_what_is_known_to_be_sound_is_not_tried_again():
    forms = {"minutes": template("{{ nomer }}")}
    assert list(word_problems(forms, digests_of(forms))) == []
    assert list(word_problems(forms, {"minutes": b"another"}))


def test_too_large_a_file_is_not_read(tmp_path):
    (tmp_path / "word").mkdir()
    (tmp_path / "word/plan.docx").write_bytes(b"\0" * (SIZE_LIMIT + 1))
    forms, found = read_word_forms(tmp_path)
    assert forms == {}
    assert [problem.code for problem in found] == [codes.WORD_TOO_LARGE.code]


def test_a_paper_of_pictures_that_loops_repeat():
    """Each copy of a picture has a number of its own: Word takes two of one number for damage."""
    paper = docx.Document()
    paper.add_paragraph("{%p for d in decisions %}")
    paper.add_picture(io.BytesIO(png(3, 2)))
    paper.add_paragraph("{%p endfor %}")
    data = saved(paper)
    assert problems(data) == []
    made = everything(filled(data, {"decisions": "abc"}))
    numbers = re.findall(r'<wp:docPr [^>]*?\bid="(\d+)"', made)
    assert len(numbers) == len(set(numbers)) == 3
