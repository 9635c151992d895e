"""The pages of the reference: up to date, whole, in Russian, with links that lead somewhere."""

import re
from pathlib import Path

import pytest

from generator.load.layout import ROOMS
from generator.models import Meeting, Person, Record, Regulation
from generator.problems.catalogue import all_codes
from generator.reference import pages, write
from generator.reference.describe import anchor_of, title_of
from generator.reference.render import PAGES, README, cell
from generator.reference.samples import minimal
from generator.shapes import aliases, named_fields, parts, scalar_of, vocabularies
from generator.source import parse

DOCS = Path(__file__).parents[2] / "docs/records"
TEXTS = pages()
LATIN_CODE = re.compile(r"\b[FYRLCPAW]\d\d\b")


def models():
    return {model: None for room in ROOMS for model in parts(room.model)}


def test_docs_are_as_generated():
    stored = {file.name: file.read_text(encoding="utf-8") for file in DOCS.iterdir()}
    wrong = sorted(n for n in stored.keys() | TEXTS.keys() if stored.get(n) != TEXTS.get(n))
    assert wrong == [], f"docs/records/ is out of date: run «make docs» and commit. Files: {wrong}"


def test_two_runs_give_the_same_bytes(tmp_path):
    write(tmp_path)
    assert pages() == {f.name: f.read_bytes().decode() for f in tmp_path.iterdir()}


def test_every_kind_has_one_page():
    assert sorted(page.kind for page in PAGES) == sorted(room.kind for room in ROOMS)
    assert set(TEXTS) == {README, *(f"{page.name}.md" for page in PAGES)}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_field_is_there_with_its_title(page):
    sections = re.split(r'<a id="(?=[a-z-]+"></a>\n\n##)', TEXTS[f"{page.name}.md"])
    for model in parts(page.room.model):
        anchor = "fields" if model is page.room.model else anchor_of(model)
        [section] = [text for text in sections if text.startswith(f'{anchor}"')]
        for name, info in named_fields(model):
            assert f"| `{name}` | {cell(info.title)}" in section, f"{model.__name__}.{name}"
            assert cell(info.description or "") in section


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_every_word_of_a_closed_list_is_there(page):
    for words in vocabularies(page.room.model):
        for word in words:
            assert f"| `{word.value}` | {word.label} |" in TEXTS[f"{page.name}.md"]


@pytest.mark.parametrize("model", models(), ids=lambda model: model.__name__)
def test_everything_has_a_russian_title(model):
    base = model.__mro__[1]
    own = model.model_config.get("title")
    assert re.search("[А-Яа-я]", own or ""), "class X(Record, title=«по-русски»)"
    assert base is Record or own != base.model_config.get("title"), "the title is inherited"
    for name, info in named_fields(model):
        assert re.search("[А-Яа-яЁё]", info.title or ""), name


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_parts_of_a_page_are_told_apart(page):
    titles = [title_of(model) for model in parts(page.room.model)]
    assert len(titles) == len(set(titles))


def test_every_type_of_value_has_its_words():
    for alias in aliases():
        assert scalar_of(alias.__metadata__).takes
    with pytest.raises(LookupError):
        scalar_of(())


@pytest.mark.parametrize("name", TEXTS)
def test_links_lead_somewhere(name):
    for file, anchor in re.findall(r"\]\(([\w.]*)(?:#([\w-]+))?\)", TEXTS[name]):
        target = TEXTS[file or name]
        assert not anchor or f'<a id="{anchor}"></a>' in target, (file, anchor)


@pytest.mark.parametrize("name", TEXTS)
def test_anchors_are_unique(name):
    anchors = re.findall(r'<a id="([\w-]+)"></a>', TEXTS[name])
    assert len(anchors) == len(set(anchors))


@pytest.mark.parametrize("name", TEXTS)
def test_named_codes_exist(name):
    known = {code.code for code in all_codes()}
    assert set(LATIN_CODE.findall(TEXTS[name])) <= known


def test_every_code_is_explained():
    for code in all_codes():
        assert f'<a id="{code.code.lower()}"></a>{code.code}' in TEXTS[README]


@pytest.mark.parametrize("name", TEXTS)
def test_tables_have_no_ragged_rows(name):
    width = 0
    for line in TEXTS[name].split("\n"):
        if not line.startswith("| ") and not line.startswith("|-"):
            width = 0
            continue
        cells = len(re.findall(r"(?<!\\)\|", line))
        assert width in (0, cells), line
        width = cells


def short_and_long():
    table = TEXTS[README].partition("| Что | Коротко | Подробно |")[2].partition("\n\n")[0]
    rows = re.findall(r"^\| .+? \| `(.+?)` \| `(.+?)` \|$", table, re.MULTILINE)
    assert len(rows) > 10
    return rows


def read(line):
    text = f"agenda: [{{{line[2:]}}}]" if line.startswith("- text") else line
    text = f"agenda:\n  {text}" if text.startswith("- ") else text
    tree = parse(text, "")
    assert tree.problems == []
    [field] = tree.value
    kinds = {"category": Person, "experience": Person, "meetings": Regulation}
    model = kinds.get(field, Meeting)
    written = {**minimal(model), **tree.value}
    return model.model_validate(written).model_dump(by_alias=True)


@pytest.mark.parametrize(("short", "long"), short_and_long())
def test_the_short_form_means_the_long_one(short, long):
    one, other = read(short), read(long)
    if "category" in short:
        one["category"]["raw"] = None
    assert one == other
