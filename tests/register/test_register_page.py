"""The register: what is required against what is there, late papers, and what nobody may see."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from yearbook import HOME, OWN, context_of, draft_at, page_at, parsed_page, replace, words, write

from generator.load import Kind
from generator.pages.register import WHOLE_LIMIT
from generator.reads import TODAY, listening
from generator.rules.finding import Evidence, Finding, NormKind, State

Judged = Callable[..., None]
PAGE = "register/2025-2026/"
PLAN = Evidence(Kind.PLAN, f"{OWN}/2025-2026")


def required(state: State, subject: str = "Анализ работы", **more: object) -> Finding:
    fields = {"message": "так найдено", "clause": "п. 26.8"} | more
    return Finding(NormKind.DOCUMENTS, state, subject=subject, **fields)  # type: ignore[arg-type]


def rows(page, table: str) -> list[list[str]]:
    return [
        [words(cell) for cell in row]
        for row in page.xpath(f'.//table[contains(@class, "{table}")]//tbody/tr')
    ]


def paper(records: Path, fields: str, name: str = "otchet") -> None:
    path = records / HOME / "documents.yml"
    text = f"  - id: {name}\n    kind: report\n    title: Отчёт\n{fields}"
    path.write_text(path.read_text("utf-8") + text, "utf-8")


@pytest.mark.parametrize("state", [s for s in State if s is not State.NOT_SET])
def test_a_requirement_stands_with_its_state_day_and_clause(
    records: Path, judged: Judged, state: State
) -> None:
    judged(required(state, due=date(2026, 6, 10), evidence=(PLAN,)))
    page = parsed_page(context_of(records), PAGE)
    (row,) = rows(page, "required")
    assert row == [
        "Анализ работы",
        f"{state.label}так найдено",
        "10.06.2026",
        "п. 26.8",
        "план",
    ]
    (link,) = page.xpath('.//table[contains(@class, "required")]//tbody//a/@href')
    assert link == f"../../{HOME}/plan/"


def test_how_many_are_there_is_counted_over_the_table(records: Path, judged: Judged) -> None:
    met = [required(State.MET, f"Документ {n}") for n in range(3)]
    judged(*met, required(State.OVERDUE), required(State.UNKNOWN, "Портфолио"))
    page = parsed_page(context_of(records), PAGE)
    (caption,) = page.xpath('.//table[contains(@class, "required")]/caption')
    assert words(caption) == "Требуется положением: есть 3 из 5"


def test_other_norms_and_norms_that_are_not_set_ask_for_no_document(
    records: Path, judged: Judged
) -> None:
    judged(
        Finding(NormKind.QUORUM, State.VIOLATED, "кворума не было"),
        Finding(NormKind.DOCUMENTS, State.NOT_SET, "не установлено"),
    )
    page = parsed_page(context_of(records), PAGE)
    assert rows(page, "required") == []
    assert "кворума" not in words(page)


def test_the_requirements_of_a_year_without_documents_are_shown(
    records: Path, judged: Judged
) -> None:
    """The running year: nobody has entered a document, and that is what has to be seen."""
    judged(required(State.OVERDUE))
    page = parsed_page(context_of(records), "register/2026-2027/")
    assert len(rows(page, "required")) == 1
    assert rows(page, "umo-table--register") == []
    years = words(page.xpath(".//p[contains(., 'По учебным')or contains(., 'по учебным')]")[0])
    assert "2026/2027 (0)" in years
    assert "2025/2026 (2)" in years


def test_a_document_that_is_evidence_is_linked_by_its_title_and_line(
    records: Path, judged: Judged
) -> None:
    judged(required(State.MET, evidence=(Evidence(Kind.DOCUMENT, "prikaz-plan-2025"),)))
    page = parsed_page(context_of(records), PAGE)
    (link,) = page.xpath('.//table[contains(@class, "required")]//tbody//a')
    assert (words(link), link.get("href")) == (
        "Приказ об утверждении плана",
        "../../register/2025-2026/#prikaz-plan-2025",
    )
    assert page.xpath('.//tr[@id="prikaz-plan-2025"]')


def test_a_document_for_office_use_is_neither_shown_nor_linked(
    records: Path, judged: Judged
) -> None:
    """Not in its line, not as evidence, whatever a rule says of it."""
    old = "    title: Приказ об утверждении плана\n"
    replace(records / HOME / "documents.yml", old, f"{old}    visibility: internal\n")
    judged(required(State.MET, evidence=(Evidence(Kind.DOCUMENT, "prikaz-plan-2025"),)))
    for where in ("register/", PAGE):
        body = page_at(context_of(records), where).body
        assert "prikaz-plan-2025" not in body
        assert "утверждении плана" not in body


def test_a_dozen_minutes_are_not_a_dozen_links(records: Path, judged: Judged) -> None:
    days = ["2025-08-28", "2025-11-05"]
    for month in range(1, 6):
        days.append(f"2026-0{month}-15")
        text = f"date: {days[-1]}\nstatus: signed\nmode: offline\nagenda: [Вопрос]\n"
        write(records / HOME / f"meetings/{days[-1]}.yml", text)
    proof = tuple(Evidence(Kind.MEETING, f"{OWN}/2025-2026/{day}") for day in days)
    judged(required(State.MET, "Протоколы", evidence=proof))
    (row,) = rows(parsed_page(context_of(records), PAGE), "required")
    assert row[-1] == "заседание 28.08.2025, заседание 05.11.2025, заседание 15.01.2026 и ещё 4"


@pytest.mark.parametrize(
    ("fields", "day", "badge"),
    [
        ("    due: 2026-05-31\n    submitted_on: 2026-05-31\n", "2026-11-21", "сдан в срок"),
        ("    due: 2026-05-31\n    submitted_on: 2026-06-01\n", "2026-11-21", "сдан позже срока"),
        ("    due: 2026-05-31\n", "2026-05-31", "ожидается"),
        ("    due: 2026-05-31\n", "2026-06-01", "просрочен"),
    ],
)
def test_a_document_is_late_on_the_day_after_its_last(
    records: Path, fields: str, day: str, badge: str
) -> None:
    paper(records, fields)
    page = parsed_page(context_of(records, date.fromisoformat(day)), PAGE)
    (row,) = page.xpath('.//tr[@id="otchet"]')
    assert words(row.xpath('.//*[contains(@class, "umo-badge")]')[0]) == badge
    assert row.get("data-umo-state").replace("\u00a0", " ") == badge


def test_a_document_without_a_day_has_no_badge(records: Path) -> None:
    page = parsed_page(context_of(records), PAGE)
    (row,) = page.xpath('.//tr[@id="prikaz-plan-2025"]')
    assert not row.xpath('.//*[contains(@class, "umo-badge")]')
    assert row.get("data-umo-state") == "действует"


def test_only_a_page_with_a_document_that_is_waited_for_asks_for_the_day(
    records: Path, judged: Judged
) -> None:
    judged()
    paper(records, "    due: 2026-05-31\n    submitted_on: 2026-06-01\n")
    assert not asks_for_the_day(records)
    paper(records, "    due: 2026-12-31\n", "vtoroy")
    assert asks_for_the_day(records)


def asks_for_the_day(records: Path) -> bool:
    draft = draft_at(context_of(records), PAGE)
    with listening() as facts:
        draft.make()
    return TODAY in facts


def test_the_page_of_a_year_opens_no_document_of_another_year(
    records: Path, judged: Judged
) -> None:
    """Not even where a paper of another year is evidence: «положение, один раз»."""
    other = records / f"associations/{OWN}/2024-2025/documents.yml"
    write(other, "documents:\n  - {id: davno, kind: regulation, title: Давнее положение}\n")
    judged(required(State.MET, evidence=(Evidence(Kind.DOCUMENT, "davno"),)))
    context = context_of(records)
    opened: list[str] = []
    entry = context.archive.documents["davno"]
    holder = entry.holder

    class Watched:
        def open(self) -> object:
            opened.append(entry.id)
            return holder.open()

    object.__setattr__(entry, "holder", Watched())
    (row,) = rows(parsed_page(context, PAGE), "required")
    assert row[-1] == "реестр 2024/2025 года"
    assert opened == []
    page_at(context, "register/2024-2025/")
    assert opened != []


def test_rows_carry_what_the_filters_ask_for(records: Path, judged: Judged) -> None:
    judged(required(State.OVERDUE))
    page = parsed_page(context_of(records), PAGE)
    (box,) = page.xpath(".//*[@data-umo-filter]")
    facets = [part.split(":")[0] for part in box.get("data-umo-facets").split(";")]
    assert facets == ["association", "kind", "state"]
    lines = box.xpath(".//tbody/tr")
    assert len(lines) == 3
    for row in lines:
        for facet in facets:
            assert row.xpath(f"ancestor-or-self::*[@data-umo-{facet}]"), facet
    assert not page.xpath('.//@onclick | .//script[not(@type="application/ld+json")] | .//@style')


def test_anchors_stay_where_they_were(records: Path) -> None:
    """People and pages link to the line of a document: register/<year>/#<id>."""
    page = parsed_page(context_of(records), PAGE)
    assert page.xpath(".//tbody/tr/@id") == ["prikaz-sostav-2025", "prikaz-plan-2025"]


def test_a_register_that_has_grown_shows_the_newest_year_that_has_documents(
    records: Path, judged: Judged
) -> None:
    judged(required(State.OVERDUE))
    lines = "".join(f"  - {{id: a{n}, kind: order, title: Акт}}\n" for n in range(WHOLE_LIMIT))
    write(records / f"associations/{OWN}/2024-2025/documents.yml", f"documents:\n{lines}")
    page = parsed_page(context_of(records), "register/")
    assert page.xpath('.//tr[@id="prikaz-plan-2025"]')
    assert not page.xpath('.//tr[@id="a7"]')
    assert len(rows(page, "required")) == 1, "those of the newest year alone"


def test_titles_are_escaped_in_rows_and_marks(records: Path, judged: Judged) -> None:
    evil = '"><script>1</script>'
    judged(required(State.DUE, evil, message=evil, clause=evil))
    path = records / f"associations/{OWN}/association.yml"
    replace(path, "short_name: МО математиков", f"short_name: 'МО {evil}'")
    page = parsed_page(context_of(records), PAGE)
    assert not page.xpath('.//script[not(@type="application/ld+json")]')
    assert "<script>1</script>" in rows(page, "required")[0][0]
