"""The tables to take away: read back, harmless, the same bytes each time, and for the public."""

import csv
import zipfile
from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yearbook import DEMONSTRATION, HOME, OWN, context_of, replace

from generator.load import Kind
from generator.pages import Context, File, all_drafts
from generator.pages.register_files import COLUMNS, Line, lines_of, workbook
from generator.pages.spreadsheet import harmless
from generator.rules.finding import Evidence, Finding, NormKind, State
from generator.values import SchoolYear

Judged = Callable[..., None]
YEAR = SchoolYear(2025)
HEADS = [title for title, _ in COLUMNS]
PROOF = (Evidence(Kind.DOCUMENT, "prikaz-plan-2025"),)


def data_of(context: Context, ending: str, year: str = "2025-2026") -> bytes:
    address = f"register/register-{year}.{ending}"
    (draft,) = [draft for draft in all_drafts(context) if draft.address == address]
    made = draft.make()
    assert isinstance(made, File)
    assert made.address == address
    return made.data


def lines_in_csv(data: bytes) -> list[dict[str, str]]:
    assert data.startswith(b"\xef\xbb\xbf"), "Excel needs the mark to see the alphabet"
    text = data.decode("utf-8-sig")
    assert "\ufeff" not in text
    return list(csv.DictReader(StringIO(text, newline=""), delimiter=";"))


def sheet_of(data: bytes) -> Any:
    return openpyxl.load_workbook(BytesIO(data)).active


def lines_in_sheet(data: bytes) -> list[dict[str, Any]]:
    heads, *rows = sheet_of(data).iter_rows(values_only=True)
    return [dict(zip(heads, row, strict=True)) for row in rows]


def test_every_public_document_of_the_year_is_a_line_of_both_tables() -> None:
    context = context_of(DEMONSTRATION)
    public = {
        entry.record.title
        for entry in context.archive.documents.values()
        if entry.record.visibility == "public" and str(entry.year) == "2025-2026"
    }
    hidden = {
        entry.record.title
        for entry in context.archive.documents.values()
        if entry.record.visibility != "public"
    }
    assert len(public) >= 30
    assert hidden
    for lines in (lines_in_csv(data_of(context, "csv")), lines_in_sheet(data_of(context, "xlsx"))):
        there = [line for line in lines if not line["Вид"].startswith("требуется")]
        assert {line["Название"] for line in there} == public
        assert not hidden & {line["Название"] for line in lines}


def test_both_tables_say_the_same() -> None:
    context = context_of(DEMONSTRATION)
    text, sheet = lines_in_csv(data_of(context, "csv")), lines_in_sheet(data_of(context, "xlsx"))
    assert len(text) == len(sheet) >= 40
    for one, other in zip(text, sheet, strict=True):
        assert one == {head: _as_text(value) for head, value in other.items()}


def _as_text(value: Any) -> str:
    if isinstance(value, datetime):
        return value.date().isoformat()
    return harmless(value or "")


def test_all_fields_of_a_document_are_told(records: Path, judged: Judged) -> None:
    judged()
    path = records / HOME / "documents.yml"
    text = (
        "  - id: analiz\n    kind: analysis\n    title: Анализ работы\n    number: 7-А\n"
        "    date: 2026-06-01\n    case_index: 01-05\n"
        "    period: {kind: half_year, half: 2, year: 2026, date: 2026-07-01}\n"
        "    due: 2026-06-10\n    submitted_on: 2026-06-11\n"
        "    retention: {term: 5 лет, article: ст. 19}\n    storage: кабинет 12\n"
    )
    path.write_text(path.read_text("utf-8") + text, "utf-8")
    context = context_of(records)
    line = lines_in_csv(data_of(context, "csv"))[-1]
    assert list(line) == HEADS
    assert list(line.values()) == [
        "МО математиков",
        "2025/2026",
        "анализ работы",
        "Анализ работы",
        "7-А",
        "2026-06-01",
        "01-05",
        "полугодие 2 2026 г. на 01.07.2026",
        "2026-06-10",
        "2026-06-11",
        "сдан позже срока",
        "5 лет, ст. 19",
        "кабинет 12",
    ]
    cells = lines_in_sheet(data_of(context, "xlsx"))[-1]
    assert cells["Срок"] == datetime(2026, 6, 10), "a day is a day in Excel, not a text"


@pytest.mark.parametrize(
    ("norm", "state", "evidence", "there"),
    [
        (NormKind.DOCUMENTS, State.OVERDUE, (), True),
        (NormKind.DOCUMENTS, State.OVERDUE, PROOF, True),  # one of two half-years is there
        (NormKind.DOCUMENTS, State.DUE, (), True),
        (NormKind.DOCUMENTS, State.UNKNOWN, (), True),
        (NormKind.DOCUMENTS, State.MET, PROOF, False),
        (NormKind.DEADLINES, State.OVERDUE, (), True),
        (NormKind.DEADLINES, State.VIOLATED, PROOF, False),  # late, but it is there
        (NormKind.DEADLINES, State.MET, PROOF, False),
        (NormKind.QUORUM, State.VIOLATED, (), False),
        (NormKind.DOCUMENTS, State.NOT_SET, (), False),
    ],
)
def test_what_is_required_and_missing_is_a_line_with_its_state(
    records: Path,
    judged: Judged,
    norm: NormKind,
    state: State,
    evidence: tuple[Evidence, ...],
    there: bool,
) -> None:
    judged(Finding(norm, state, "документа нет", "п. 26", "Портфолио", date(2026, 5, 31), evidence))
    lines = lines_in_csv(data_of(context_of(records), "csv"))
    found = [line for line in lines if line["Название"] == "Портфолио"]
    assert bool(found) is there
    for line in found:
        assert line["Вид"] == f"требуется: {norm.label.lower()}"
        assert line["Состояние"] == f"{state.label}: документа нет"
        assert line["Срок"] == "2026-05-31"
        assert line["Номер"] == line["Дата"] == line["Сдано"] == ""


def test_the_year_without_documents_has_a_table_of_what_is_missing(
    records: Path, judged: Judged
) -> None:
    judged(Finding(NormKind.DOCUMENTS, State.DUE, "ждёт срока", subject="План"))
    (line,) = lines_in_csv(data_of(context_of(records), "csv", "2026-2027"))
    assert (line["Название"], line["Учебный год"]) == ("План", "2026/2027")


def test_a_cell_that_would_be_a_formula_is_a_text(records: Path, judged: Judged) -> None:
    judged()
    replace(
        records / HOME / "documents.yml",
        "title: Приказ об утверждении плана",
        "title: '=HYPERLINK(\"https://example.org\")'",
    )
    replace(records / HOME / "documents.yml", "    number: 151-ОД", "    number: '+7 @сумма'")
    context = context_of(records)
    line = lines_in_csv(data_of(context, "csv"))[1]
    assert line["Название"] == '\'=HYPERLINK("https://example.org")'
    assert line["Номер"] == "'+7 @сумма"
    sheet = sheet_of(data_of(context, "xlsx"))
    cell = sheet.cell(3, HEADS.index("Название") + 1)
    assert (cell.data_type, cell.value) == ("s", '=HYPERLINK("https://example.org")')
    assert cell.hyperlink is None


@given(st.text(max_size=12))
@settings(max_examples=200)
def test_no_text_begins_as_a_formula(text: str) -> None:
    made = harmless(text)
    assert not made.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert made in (text, f"'{text}")


@given(st.lists(st.text(st.characters(codec="utf-8", exclude_categories=["C"]), max_size=30)))
@settings(max_examples=25, deadline=None)
def test_whatever_people_write_comes_back_from_the_workbook_as_text(texts: list[str]) -> None:
    texts = [text for text in texts if text.strip()]
    lines = [Line("МО", "2025/2026", "приказ", text) for text in texts]
    rows = lines_in_sheet(workbook(YEAR, lines))
    assert [row["Название"] for row in rows] == texts


def test_the_sheet_is_fit_to_work_with(records: Path) -> None:
    sheet = sheet_of(data_of(context_of(records), "xlsx"))
    assert sheet.title == "Реестр 2025-2026"
    assert len(sheet.title) <= 31
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == sheet.dimensions
    assert sheet["A1"].font.bold
    assert sheet.column_dimensions["D"].width > sheet.column_dimensions["E"].width > 8


def test_two_runs_make_the_same_bytes(records: Path) -> None:
    for ending in ("csv", "xlsx"):
        first, second = (data_of(context_of(records), ending) for _ in range(2))
        assert first == second


def test_no_hour_of_any_day_stands_in_the_workbook(records: Path) -> None:
    """The day of its making is the last of the school year, and its parts are as old as zip is."""
    data = data_of(context_of(records), "xlsx")
    with zipfile.ZipFile(BytesIO(data)) as packed:
        assert {info.date_time for info in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = packed.read("docProps/core.xml").decode()
    assert core.count("2026-08-31T00:00:00Z") == 2


def test_lines_have_a_field_for_each_column() -> None:
    assert len(Line._fields) == len(COLUMNS)


def test_lines_stand_by_association_in_the_order_of_the_page(records: Path, judged: Judged) -> None:
    judged(Finding(NormKind.DOCUMENTS, State.DUE, "нет", subject="Устав"), association="mumo")
    lines = list(lines_of(context_of(records), YEAR))
    bodies = [line.association for line in lines]
    assert bodies == sorted(bodies, key=bodies.index)
    assert {OWN, "mumo"} >= {"mumo"}
    assert lines[0].title == "Устав"


def test_the_page_leads_to_both_tables(records: Path) -> None:
    from yearbook import parsed_page

    for where, start in (("register/2025-2026/", "../../register/"), ("register/", "../register/")):
        links = parsed_page(context_of(records), where).xpath(".//a[@download]/@href")
        assert f"{start}register-2025-2026.csv" in links
        assert f"{start}register-2025-2026.xlsx" in links
