"""`umo databank`: from the office's table to counts, and nothing else of it anywhere."""

import datetime as dt
import io
import zipfile
from pathlib import Path

import pytest
from office_tables import (
    HEAD,
    TODAY,
    counts,
    csv_bytes,
    databank,
    project,
    teachers,
    xlsx,
)

from generator.databank.failure import DataBankError
from generator.databank.record import with_summary
from generator.models import Association
from generator.source import parse

RECORD = """\
# Кто ведёт: секретарь
name: РМО учителей физики  # полное название
kind: rmo
level: municipal
data_bank:
  as_of: 2025-09-01
  total: 20
  # старые числа
  experience: [{to: 9, people: 10},
    {from: 10, people: 10}]
# Про ссылки
links: []
maintainers: [zarechnoe-rmo]
"""


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    return project(tmp_path)


def test_a_workbook_with_titles_merged_cells_and_a_second_head(repository, tmp_path):
    rows = [
        ["Сведения о педагогах (категория, стаж) на 01.09.2026"],
        [],
        ["№", "ФИО", "Дата рождения", "Стаж", None, "Кв. категория"],
        [None, None, None, "общий", "пед.", None],
        [1, 2, 3, 4, 5, 6],
        ["ГУО «Средняя школа № 2»"],
        *(
            [n, f"Тайнова Анна {n}", dt.datetime(1970 + n % 3, 5, 6), 40, f"{3 + n} лет", "высшая"]
            for n in range(12)
        ),
        [13, "Неясная Мария", None, 5, "давно", "?"],
        ["Итого", None, None, None, 13],
    ]
    done = databank(repository, xlsx(tmp_path / "t.xlsx", rows))
    assert done.returncode == 0, done.stderr
    assert "Столбцы: name — B, category — F, experience — E, birth — C." in done.stderr
    assert "Не разобрано и не посчитано: 1\xa0строка: 19." in done.stderr
    assert "12\xa0человек на 21\xa0ноября\xa02026\xa0г." in done.stdout
    assert "Квалификационная категория: не показывается" in done.stdout
    assert "- {to: 9, people: 7}\n    - {from: 10, people: 5}" in done.stdout
    assert "Тайнова" not in done.stdout + done.stderr


@pytest.mark.parametrize("separator", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8-sig", "cp1251", "utf-16"])
def test_csv_as_offices_save_it(repository, tmp_path, separator, encoding):
    file = tmp_path / "t.csv"
    file.write_bytes(csv_bytes([["Район"], HEAD, *teachers(30)], separator, encoding))
    done = databank(repository, file)
    assert done.returncode == 0, done.stderr
    assert "total: 30" in done.stdout
    assert "не показывается" not in done.stdout


def test_columns_that_no_head_names(repository, tmp_path):
    file = tmp_path / "t.csv"
    file.write_bytes(csv_bytes([["кто", "что"], *(["Тайнова", "высшая"],) * 6, *(["Я", "1"],) * 7]))
    refused = databank(repository, file)
    assert refused.returncode == 1
    assert "--column category=D" in refused.stderr
    for column in ("B", "2", "Что"):
        done = databank(repository, file, "--column", "name=A", "--column", f"category={column}")
        assert "- {category: highest, people: 6}\n    - {category: first, people: 7}" in done.stdout
    for wrong in ("category=Z", "category=", "height=B", "category=9"):
        assert databank(repository, file, "--column", wrong).returncode in (1, 2)


def test_without_what_nobody_wants_counted(repository, tmp_path):
    file = xlsx(tmp_path / "t.xlsx", [HEAD, *teachers(30)])
    done = databank(repository, file, "--without", "age", "--without", "category")
    assert "experience:" in done.stdout
    assert "age:" not in done.stdout
    assert "category:" not in done.stdout
    every = [word for what in ("age", "category", "experience") for word in ("--without", what)]
    assert databank(repository, file, *every).returncode == 1
    assert databank(repository, file, "--without", "name").returncode == 2


@pytest.mark.parametrize("number", range(5))
def test_fewer_than_five_are_refused(repository, tmp_path, number):
    done = databank(repository, xlsx(tmp_path / "t.xlsx", [HEAD, *teachers(number)]))
    assert done.returncode == 1
    assert "меньше 5 человек" in done.stderr
    assert done.stdout == ""


def test_a_table_in_the_repository_is_refused(repository, tmp_path):
    inside = xlsx(repository / "t.xlsx", [HEAD, *teachers(30)])
    outside = tmp_path / "link.xlsx"
    outside.symlink_to(inside)
    way_round = repository / ".." / repository.name / "t.xlsx"
    for file in (inside, outside, way_round):
        done = databank(repository, file)
        assert done.returncode == 1
        assert "внутри хранилища" in done.stderr
        assert done.stdout == ""


def test_a_table_beside_records_without_git_is_refused_too(tmp_path):
    (tmp_path / "site" / "content").mkdir(parents=True)
    done = databank(tmp_path / "site", xlsx(tmp_path / "site" / "t.xlsx", [HEAD, *teachers(30)]))
    assert "внутри хранилища" in done.stderr


def test_a_table_anywhere_in_the_repository_is_refused(repository, tmp_path):
    (repository / "site" / "content").mkdir(parents=True)
    file = xlsx(repository / "t.xlsx", [HEAD, *teachers(30)])
    done = databank(repository, file, "--content", "site/content")
    assert "внутри хранилища" in done.stderr
    assert done.stdout == ""


def test_it_is_written_into_the_record_and_nothing_else_changes(repository, tmp_path):
    record = repository / "content" / "associations" / "rmo-fizika" / "association.yml"
    record.parent.mkdir(parents=True)
    record.write_text(RECORD, "utf-8")
    file = xlsx(tmp_path / "t.xlsx", [HEAD, *teachers(23)])
    words = ("--association", "rmo-fizika", "--write")
    done = databank(repository, file, *words)
    assert done.returncode == 0, done.stderr
    after = record.read_text("utf-8")
    head, _, tail = RECORD.partition("data_bank:")
    assert after.startswith(head + "data_bank:\n  as_of: 2026-11-21\n  total: 23\n")
    assert after.endswith(tail[tail.index("# Про ссылки") :])
    assert Association.model_validate(parse(after, "").value).data_bank.total == 23
    assert "отличается меньше чем на пять" in done.stderr
    assert databank(repository, file, *words).returncode == 0
    assert record.read_text("utf-8") == after
    assert sorted(p.name for p in record.parent.iterdir()) == ["association.yml"]


def test_it_may_be_written_elsewhere(repository, tmp_path):
    out = tmp_path / "out.yml"
    file = xlsx(tmp_path / "t.xlsx", [HEAD, *teachers(23)])
    assert databank(repository, file, "--out", str(out)).returncode == 0
    assert counts(out.read_text("utf-8"))[0] == 23
    assert databank(repository, file, "--write").returncode == 2
    assert databank(repository, file, "--write", "--association", "net").returncode == 2
    assert databank(repository, file, "--write", "--association", "../x").returncode == 2
    assert databank(repository, file, "--out", str(tmp_path / "no" / "o")).returncode == 1


@pytest.mark.parametrize(
    "text",
    [
        "name: РМО\nkind: rmo\n",
        "name: РМО\nkind: rmo",
        "data_bank:\n  as_of: 2025-09-01\n  total: 20\n\n# о названии\nname: РМО\n",
        "name: РМО\ndata_bank: {as_of: 2025-09-01, total: 20}\nkind: rmo\n",
        "name: РМО\ndata_bank:\nkind: rmo\n",
    ],
)
def test_the_field_finds_its_place(text):
    summary = {"as_of": TODAY, "total": "23", "age": [{"to": "9", "people": "23"}]}
    after = with_summary(text, summary)
    assert parse(after, "").value == {**parse(text, "").value, "data_bank": summary}
    for line in ("name: РМО", "# о названии", "kind: rmo"):
        assert (line in text) == (line in after)


@pytest.mark.parametrize(
    "text",
    [
        "{name: РМО, kind: rmo}\n",
        "name: РМО\ndata_bank: {as_of: 2025-09-01, total: 20\n  }\n",
        "a: [",
    ],
)
def test_a_file_in_which_it_finds_no_place_is_left_alone(text):
    with pytest.raises(DataBankError):
        with_summary(text, {"as_of": TODAY, "total": "23"})


def test_a_bomb_is_known_before_it_goes_off(repository, tmp_path):
    file = tmp_path / "t.xlsx"
    file.write_bytes(bomb())
    assert "слишком велика" in databank(repository, file).stderr


def bomb() -> bytes:
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * 100_000_000)
    return data.getvalue()


def with_part(part: str, text: str) -> bytes:
    """A good workbook of which one part says something else."""
    good, data = io.BytesIO(), io.BytesIO()
    xlsx(good, [HEAD, *teachers(30)])
    with zipfile.ZipFile(good) as old, zipfile.ZipFile(data, "w") as new:
        for name in old.namelist():
            new.writestr(name, text if name == part else old.read(name))
    return data.getvalue()


ENTITIES = "".join(f'<!ENTITY b{n + 1} "{f"&b{n};" * 10}">' for n in range(20))
LAUGHS = f'<!DOCTYPE a [<!ENTITY b0 "СЕКРЕТ">{ENTITIES}]><worksheet>&b20;</worksheet>'
CELL = "<worksheet><sheetData><row><c t='{}'>{}</c></row></sheetData></worksheet>"
OUTSIDE = '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>' + CELL.format(
    "inlineStr", "<is><t>&x;</t></is>"
)
SHEET = "xl/worksheets/sheet1.xml"
HOSTILE = {
    "nothing": b"",
    "noise": bytes(range(256)) * 40,
    "nul": b"a;b\0c\n",
    "an old workbook": b"\xd0\xcf\x11\xe0" + b"\0" * 600,
    "half a workbook": with_part("", "")[:3000],
    "an archive of nothing": b"PK\x05\x06" + b"\0" * 18,
    "a bomb": bomb(),
    "laughs": with_part(SHEET, LAUGHS),
    "another file": with_part(SHEET, OUTSIDE),
    "no workbook": with_part("xl/workbook.xml", "<СЕКРЕТ"),
    "a cell of a strange type": with_part(SHEET, CELL.format("n", "<v>СЕКРЕТ</v>")),
    "a quotation without end": '"СЕКРЕТ\n'.encode() * 4000,
    "a field without end": b'"' + b"x" * 300_000,
    "many columns": b";".join([b"x"] * 5000),
    "many rows": b"a;b\n" * 30_000,
    "too large": b"a;b\n" * 3_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_without_a_word_of_it(repository, tmp_path, name):
    file = tmp_path / "t.xlsx"
    file.write_bytes(HOSTILE[name])
    done = databank(repository, file)
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr.startswith("Не посчитано: ")
    assert len(done.stderr.splitlines()) == 1
    assert "СЕКРЕТ" not in done.stderr
    assert "root" not in done.stderr


def test_entities_that_grow_among_the_strings_are_not_followed(repository, tmp_path):
    file = tmp_path / "t.xlsx"
    file.write_bytes(with_part("xl/sharedStrings.xml", LAUGHS))
    done = databank(repository, file)
    assert done.returncode in (0, 1)
    assert "СЕКРЕТ" not in done.stdout + done.stderr
