"""What the contest of the search comes to: medians, worst cases, bounds, tables."""

import pytest

from generator.bench.search import figures as f
from generator.bench.search.figures import Figure, Findings
from generator.bench.search.report import BOUNDS, Bound, table

MACHINE = {"cpu": "нечто", "cores": 2, "os": "ОС", "python": "3.11", "tools": {"umo": "1"}}


def of(size: int, contender: str, measure: str, case: str, *values: float) -> list[Figure]:
    return [
        Figure(size, contender, measure, case, turn, value)
        for turn, value in enumerate(values, start=1)
    ]


@pytest.fixture
def findings() -> Findings:
    found = Findings((1000, 5000), 3, 1, MACHINE)
    found.figures = [
        *of(5000, f.OURS, f.INDEX_AFTER_EDIT, "new", 1.0, 9.0, 2.0),
        *of(5000, f.OURS, f.INDEX_AFTER_EDIT, "practice", 4.0, 3.0, 4.0),
        *of(5000, f.PLAIN, f.INDEX_AFTER_EDIT, "", 10.0, 12.0, 60.0),
        *of(5000, f.OURS, f.CLEAN_BUILD, "", 8.0, 10.0, 9.0),
        *of(5000, f.MATERIAL, f.CLEAN_BUILD, "", 30.0, 42.0),
        *of(5000, f.OURS, f.FIRST_QUERY, "common word", 200 * 1024.0),
        *of(5000, f.OURS, f.FIRST_QUERY, "surname", 300 * 1024.0),
        *of(5000, f.OURS, f.SECOND_QUERY, "surname", 100 * 1024.0 + 1),
        *of(5000, f.OURS, f.BROWSE, "subject", 40_000.0),
        *of(5000, f.OURS, f.FILTER, "slowest value", 5.0, 7.0, 6.0),
        *of(5000, f.BANK, f.FILTER, "slowest value", 17.0),
        *of(1000, f.OURS, f.CLEAN_BUILD, "", 2.0),
    ]
    return found


def test_numbers_are_worst_cases_of_medians(findings: Findings) -> None:
    assert findings.numbers(5000) == {
        "search_index_vs_plain_pagefind": 3.0,
        "search_build_vs_mkdocs_material": 4.0,
        "search_first_query_bytes": 300 * 1024,
        "search_second_query_bytes": 100 * 1024 + 1,
        "practices_index_bytes": 40_000,
        "practices_filter_ms": 17,
    }


def test_sizes_are_kept_apart(findings: Findings) -> None:
    assert findings.worst(1000, f.OURS, f.CLEAN_BUILD) == 2.0
    assert set(findings.numbers(1000).values()) == {None}


def test_json_has_ratios_of_the_largest_size_and_numbers_of_all(findings: Findings) -> None:
    written = findings.as_json()
    assert written["ratios"] == {
        "search_index_vs_plain_pagefind": 3.0,
        "search_build_vs_mkdocs_material": 4.0,
    }
    assert list(written["numbers"]) == ["1000", "5000"]
    assert written["numbers"]["5000"]["practices_filter_ms"] == 17
    assert len(written["measurements"]) == len(findings.figures)
    assert written["measurements"][1] == {
        "records": 5000,
        "contender": "ours",
        "measure": "index_after_edit_s",
        "case": "new",
        "round": 2,
        "value": 9.0,
    }


def test_every_bound_is_about_a_number_that_there_is(findings: Findings) -> None:
    assert [bound.name for bound in BOUNDS] == list(findings.numbers(5000))


@pytest.mark.parametrize(
    ("value", "more", "verdict"),
    [
        (3000, True, "да"),
        (2990, True, "нет"),
        (3000, False, "да"),
        (3001, False, "нет"),
        (None, True, "—"),
    ],
)
def test_a_bound_itself_is_kept(value: float | None, more: bool, verdict: str) -> None:
    assert Bound("x", "x", 3, 1000, more_is_better=more).verdict(value) == verdict


def test_the_table_names_bounds_cases_and_who_is_missing(findings: Findings) -> None:
    findings.left_out = {"браузер": "его нет"}
    lines = table(findings).splitlines()
    assert lines[0].split()[-4:] == ["1", "000", "5", "000"]
    kept = {line.split("  ")[0]: line.split()[-1] for line in lines if "≥" in line or "≤" in line}
    assert kept == {
        "индекс после правки: быстрее Pagefind, раз": "да",
        "с поиском: быстрее MkDocs Material, раз": "нет",
        "первый запрос, КБ": "да",
        "второй запрос, КБ": "нет",
        "указатель практик, КБ": "да",
        "отбор практик, мс": "нет",
    }
    assert "индекс после правки, с: new 2,00; practice 4,00" in lines
    assert "Без участия: браузер (его нет)." in lines
