"""Word files of hostile texts, of very long and very short records, and of gone consents."""

import io
import re
import shutil
import zipfile

import pytest
from demonstration import REPOSITORY, plain
from papers import context_of, everything, files_of, words
from workshop import replace_in

from generator.pages import all_drafts
from generator.pages.word.trial import refuse_spoiled
from generator.text import unfilled

BASE = REPOSITORY / "tests/records/base"
HOME = "associations/novoe"
MEETING = f"{HOME}/2025-2026/meetings/2026-02-10"
HOSTILE = [
    "<w:p/> & </w:t> {{ site }} {% raw %} «]]>»",
    "=cmd|' /C calc'!A0",
    "а" * 900,
    "слово " * 150,
    "«Ёлка» – “кавычки” ‘и’ — тире… № 5 § 3",
    "\U0001f600 эмодзи и справа налево: עברית",
]


@pytest.fixture
def content(tmp_path):
    """The base records, and an association of which hardly anything is on record."""
    content = shutil.copytree(BASE, tmp_path / "content")
    (content / f"{MEETING}.yml").parent.mkdir(parents=True)
    (content / f"{HOME}/association.yml").write_text(
        "name: Новое объединение\nkind: mo\nlevel: municipal\n", "utf-8"
    )
    return content


def minutes(content, *more):
    """The three papers of a meeting whose record has these lines and what it may not be without."""
    lines = ("date: 2026-02-10", "status: signed", "mode: offline", *more)
    (content / f"{MEETING}.yml").write_text("\n".join(lines) + "\n", "utf-8")
    files = files_of(context_of(content))
    names = ("protokol", "protokol-kratko", "list-registracii")
    return [files[f"{MEETING}/{name}.docx"]().data for name in names]


def quoted(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


@pytest.mark.parametrize("text", HOSTILE)
def test_any_text_stands_there_as_it_is(content, text):
    made = minutes(content, f"agenda: [{quoted(text)}]", f"notes: {quoted(text)}")
    for data in made:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            refuse_spoiled(archive.read("word/document.xml").decode())
    said = words(made[0])
    assert said.count(plain(text)) == 2


def test_a_long_record_is_there_to_the_last_word(content):
    agenda = "\n".join(f"  - Вопрос {n} о деле" for n in range(1, 41))
    long = " ".join(f"слово{n}" for n in range(350))
    people = "\n".join(f"    - {{position: учитель {n}}}" for n in range(1, 121))
    full, short, sheet = minutes(
        content,
        f"agenda:\n{agenda}",
        f"decisions:\n  - text: {long}",
        f"attendance:\n  people:\n{people}",
    )
    for data in (full, short):
        said = words(data)
        assert all(f"{n}. Вопрос {n} о деле" in said for n in range(1, 41))
        assert long in said
    for data in (full, sheet):
        named = set(map(int, re.findall(r"учитель (\d+)", words(data))))
        assert named == set(range(1, 121))


def test_a_record_of_what_must_be_there_is_a_usable_form(content):
    full, *others = minutes(content, "agenda: [Разное]")
    said = words(full)
    for line in (
        "10.02.2026 № ___",
        f"Руководитель: {unfilled.LINE}",
        f"Секретарь: {unfilled.LINE}",
        f"{unfilled.PRESENT} (список прилагается)",
        f"1. СЛУШАЛИ: {unfilled.LINE}",
        f"РЕШИЛИ: {unfilled.LINE}",
    ):
        assert plain(line) in said
    for data in (full, *others):
        assert not re.search("None|null|[Uu]ndefined", everything(data))


def test_a_consent_withdrawn_takes_the_name_out_of_every_file(content):
    def said():
        files = files_of(context_of(content))
        return files.keys(), "\n".join(everything(make().data) for make in files.values())

    addresses, text = said()
    assert "Белова" in text
    day = "given_on: 2025-08-20"
    replace_in(content / "people.yml", day, f"{day}\n      withdrawn_on: 2026-01-15")
    same_addresses, text = said()
    assert same_addresses == addresses
    assert "Белова" not in text
    assert "учитель математики" in text


def test_a_practice_that_is_not_public_has_no_file(content):
    name = "practices/ustnyy-schet/praktika.docx"
    assert name in files_of(context_of(content))
    practice = content / "practices/ustnyy-schet.md"
    text = re.sub(r"(?ms)^status: .*?$", "status: draft", practice.read_text("utf-8"))
    practice.write_text(re.sub(r"(?m)^recommended_by: .*\n", "", text), "utf-8")
    assert name not in files_of(context_of(content))


def test_a_former_address_has_no_copies_of_files(content):
    """Pages lead on from there; a Word file is taken from its page."""
    with (content / f"{HOME}/association.yml").open("a", encoding="utf-8") as association:
        association.write("aliases: [associations/staroe/]\n")
    minutes(content, "agenda: [Разное]")
    former = [one for one in addresses(content) if one.startswith("associations/staroe/")]
    assert "associations/staroe/2025-2026/meetings/2026-02-10/index.html" in former
    assert not [one for one in former if one.endswith(".docx")]


def addresses(content):
    return [draft.address for draft in all_drafts(context_of(content))]
