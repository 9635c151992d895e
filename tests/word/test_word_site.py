"""Word files on a site: the office's template is used, only what has changed is made again."""

import io
import re

import docx
import pytest
from demonstration import parsed
from docx.shared import Pt
from papers import lines, saved, template, words
from workshop import DAY, differing, project, replace_in, warm

from generator.edition import examined
from generator.failure import BuildFailedError
from generator.load.layout import RESERVED_FILES, WORD_FORMS
from generator.pages.word.templates import shipped
from generator.pages.word_files import Form

HOME = "associations/mo-matematika/2025-2026"
MEETING = f"{HOME}/meetings/2025-08-28"


@pytest.fixture
def folder(tmp_path):
    return project(tmp_path)


def word_files(folder):
    """What each Word file of the site is, by its name."""
    root = folder / "site"
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*.docx")
        if path.name in {form.file for form in Form}
    }


def times(folder):
    return {name: (folder / "site" / name).stat().st_mtime_ns for name in word_files(folder)}


def letterhead(data):
    """A template as an office changes it in Word: its letterhead above, another font."""
    document = docx.Document(io.BytesIO(data))
    first = document.paragraphs[0].insert_paragraph_before("ГУО «Кабинет». Исх. № ______")
    first.runs[0].font.size = Pt(10)
    document.styles["Normal"].font.name = "PT Serif"
    return saved(document)


def links(folder):
    """The Word files to which pages lead; each must be there."""
    found = set()
    for path in (folder / "site").rglob("index.html"):
        for href in parsed(path.read_bytes()).xpath("//a[@download]/@href"):
            target = (path.parent / href).resolve()
            if target.suffix == ".docx":
                assert target.is_file(), (path, href)
                found.add(target.relative_to(folder / "site").as_posix())
    return found


def test_an_offices_template_is_used(folder):
    """And only its form is made again; without it the usual one is back."""
    warm(folder)
    usual, before = word_files(folder), times(folder)
    assert links(folder) == usual.keys()
    own = folder / "content/word/minutes.docx"
    own.parent.mkdir()
    own.write_bytes(letterhead(shipped(Form.MINUTES)))
    built = warm(folder)
    made = word_files(folder)[f"{MEETING}/protokol.docx"]
    assert lines(made)[0] == "ГУО «Кабинет». Исх. № ______"
    assert lines(made)[1:] == lines(usual[f"{MEETING}/protokol.docx"])
    assert docx.Document(io.BytesIO(made)).styles["Normal"].font.name == "PT Serif"
    changed = {name for name, at in times(folder).items() if before[name] != at}
    assert changed == {name for name in usual if name.endswith("/protokol.docx")}
    assert built.made == len(changed)
    assert differing(folder) == []
    own.unlink()
    warm(folder)
    assert word_files(folder) == usual


def test_an_edit_makes_the_files_of_its_record_again(folder):
    """A spoilt template leaves the site as it was; then the files are those of a clean build."""
    warm(folder)
    before = word_files(folder)
    own = folder / "content/word/plan.docx"
    own.parent.mkdir()
    own.write_bytes(template("{{ nomer }}"))
    replace_in(folder / f"content/{MEETING}.yml", "Итоги прошлого года", "Итоги года")
    with pytest.raises(BuildFailedError):
        warm(folder)
    assert word_files(folder) == before
    own.unlink()
    warm(folder)
    after = word_files(folder)
    changed = {name for name in before.keys() | after if before.get(name) != after.get(name)}
    assert changed == {
        f"{MEETING}/protokol.docx",
        f"{MEETING}/protokol-kratko.docx",
        f"{HOME}/portfolio/portfolio.docx",
    }
    assert "Итоги года" in words(after[f"{MEETING}/protokol.docx"])
    with (folder / "content/site.yml").open("a", encoding="utf-8") as site:
        site.write("word_files: нет\n")
    warm(folder)
    assert word_files(folder) == {}
    links = re.compile("|".join(f'href="[^"]*{form.file}' for form in Form))
    pages = (path.read_text("utf-8") for path in (folder / "site").rglob("*.html"))
    assert not [text for text in pages if links.search(text)]
    assert differing(folder) == []


def test_what_word_leaves_beside_an_open_file_is_no_template(folder):
    own = folder / "content/word/~$minutes.docx"
    own.parent.mkdir()
    own.write_bytes(b"\x06office")
    edition, _ = examined(folder / "content", DAY)
    assert edition.problems == []


def test_the_folder_knows_every_form_and_every_name():
    assert set(WORD_FORMS) == {form.label for form in Form}
    beside_records = {
        Form.MINUTES,
        Form.SHORT,
        Form.AGENDA,
        Form.REGISTRATION,
        Form.PRACTICE,
        Form.HANDOUT,
    }
    assert {form.file for form in beside_records} == RESERVED_FILES
