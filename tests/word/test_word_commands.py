"""`umo docx` and `umo blank`: records and blank forms as Word files, complaints in Russian."""

import shutil

import pytest
from click.testing import CliRunner
from demonstration import REPOSITORY, TODAY, plain
from papers import lines, template, words

from generator.cli import main
from generator.pages.word.templates import shipped
from generator.pages.word_files import Form
from generator.text import unfilled

MEETING = "mo-matematika/2025-2026/2025-08-28"


@pytest.fixture
def umo(tmp_path, monkeypatch):
    """Call the program in a folder with the base records, and give status and what it says."""
    shutil.copytree(REPOSITORY / "tests/records/base", tmp_path / "content")
    (tmp_path / "content/pages/index.md").write_text("# Дом\n", "utf-8")
    monkeypatch.chdir(tmp_path)

    def call(*call_words):
        done = CliRunner().invoke(main, [*call_words, *([] if "--help" in call_words else DAY)])
        assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
        return done.exit_code, done.output

    return call


DAY = ("--today", TODAY)


def test_all_forms_of_several_records(umo, tmp_path):
    status, said = umo("docx", MEETING, "ustnyy-schet", "--out", "word")
    names = sorted(path.name for path in (tmp_path / "word").iterdir())
    assert names == [
        "mo-matematika-2025-2026-2025-08-28-list-registracii.docx",
        "mo-matematika-2025-2026-2025-08-28-protokol-kratko.docx",
        "mo-matematika-2025-2026-2025-08-28-protokol.docx",
        "ustnyy-schet-praktika-razdatka.docx",
        "ustnyy-schet-praktika.docx",
    ]
    assert status == 0
    assert sorted(said.split()) == [f"word/{name}" for name in names]
    assert "Протокол" in words((tmp_path / "word" / names[2]).read_bytes())


@pytest.mark.parametrize(
    ("wanted", "form", "name"),
    [
        ("mo-matematika/2025-2026/plan", "plan", "mo-matematika-2025-2026-plan-plan.docx"),
        ("mo-matematika", "composition", "mo-matematika-sostav.docx"),
        ("mo-matematika/2025-2026", "register", "mo-matematika-2025-2026-reestr.docx"),
        ("decisions/mo-matematika", "control", "decisions-mo-matematika-kontrol.docx"),
        ("content/practices/ustnyy-schet.md", "handout", "ustnyy-schet-praktika-razdatka.docx"),
    ],
)
def test_one_form(umo, tmp_path, wanted, form, name):
    assert umo("docx", wanted, "--form", form) == (0, f"{name}\n")
    assert (tmp_path / name).is_file()


def test_it_works_where_the_site_has_no_files(umo, tmp_path):
    with (tmp_path / "content/site.yml").open("a", encoding="utf-8") as site:
        site.write("word_files: нет\n")
    assert umo("docx", MEETING, "--form", "minutes")[0] == 0


@pytest.mark.parametrize(
    ("call", "status", "said"),
    [
        (("mo-matematik/2025-2026/2025-08-28",), 1, f"Похожие: {MEETING}"),
        ((MEETING, "--form", "plan"), 1, "нет формы plan. Есть: minutes, minutes-short"),
        ((MEETING, "--form", "protokol"), 2, "«protokol» не подходит, можно: minutes"),
        ((), 2, "назовите записи или папку для шаблонов"),
        ((MEETING, "--templates", "t"), 2, "что-то одно"),
    ],
)
def test_complaints(umo, tmp_path, call, status, said):
    found, output = umo("docx", *call)
    assert found == status
    assert said in output
    assert not list(tmp_path.glob("*.docx"))


def test_wrong_records_and_templates_are_told(umo, tmp_path):
    (tmp_path / "content/word").mkdir()
    (tmp_path / "content/word/minutes.docx").write_bytes(template("{{ nomer }}"))
    status, said = umo("docx", MEETING)
    assert status == 1
    assert "content/word/minutes.docx:1:1: W06 у формы нет имени «nomer»" in said


def test_templates_to_begin_with(umo, tmp_path):
    """What was changed already is never written over."""
    (tmp_path / "t").mkdir()
    (tmp_path / "t/plan.docx").write_bytes(b"mine")
    status, said = umo("docx", "--templates", "t")
    assert status == 0
    assert "plan.docx: уже есть, не изменён" in said
    assert (tmp_path / "t/plan.docx").read_bytes() == b"mine"
    others = set(Form) - {Form.PLAN}
    assert all((tmp_path / f"t/{f.label}.docx").read_bytes() == shipped(f) for f in others)


def test_a_template_of_ones_own_is_used(umo, tmp_path):
    (tmp_path / "content/word").mkdir()
    (tmp_path / "content/word/minutes.docx").write_bytes(template("Наш бланк № {{ number }}"))
    assert umo("docx", MEETING, "--form", "minutes", "--out", "x")[0] == 0
    (made,) = (tmp_path / "x").iterdir()
    assert lines(made.read_bytes()) == ["Наш бланк № 1"]


def test_a_template_that_fails_with_one_record_gives_way(umo, tmp_path):
    """No trial foresees this one; the record comes out all the same, and it is said."""
    (tmp_path / "content/word").mkdir()
    (tmp_path / "content/word/minutes.docx").write_bytes(template("{{ 1 // (number|int - 1) }}"))
    status, said = umo("docx", MEETING, "--form", "minutes", "--out", "x")
    assert status == 0
    assert "word/minutes.docx не заполняется (ZeroDivisionError), взят готовый шаблон" in said
    (made,) = (tmp_path / "x").iterdir()
    assert "Повестка дня" in words(made.read_bytes())


BLANKS = {
    "minutes": (
        "Протокол",
        unfilled.DAY,
        "заседания",
        "Руководитель",
        "Повестка дня",
        "3. СЛУШАЛИ:",
        "РЕШИЛИ:",
        "Ответственные",
        "Секретарь",
    ),
    "plan": (
        "План работы на 20__/20__ учебный год",
        "Методическая тема",
        "Цель",
        "Задачи",
        "Заседание ___",
        "Планируемый результат",
        "Учебно-методический",
        "Рефлексивный",
    ),
    "registration": ("Лист регистрации", unfilled.DAY, "Подпись", "1", "30"),
}


@pytest.mark.parametrize("kind", BLANKS)
def test_a_blank_form(umo, tmp_path, kind):
    assert umo("blank", kind, "--association", "mo-matematika", "--out", "b/x.docx")[0] == 0
    text = words((tmp_path / "b/x.docx").read_bytes()).casefold()
    place = 0
    for part in BLANKS[kind]:
        place = text.find(plain(part).casefold(), place)
        assert place >= 0, part
    assert "белова" not in text


def test_a_blank_form_has_a_name_of_its_own(umo):
    status, said = umo("blank", "plan", "--association", "mo-matematika")
    assert (status, said) == (0, "mo-matematika-blank-plan.docx\n")


@pytest.mark.parametrize(
    ("call", "status", "said"),
    [
        (("minutes",), 2, "не хватает параметра --association"),
        ((), 2, "назовите бланк: minutes, plan, registration"),
        (("protokol",), 2, "«protokol» не подходит, можно: minutes, plan, registration"),
        (("plan", "--association", "mo-matematka"), 1, "Похожие: mo-matematika"),
    ],
)
def test_complaints_of_blanks(umo, call, status, said):
    found, output = umo("blank", *call)
    assert found == status
    assert said in output
