"""The findings as tables for people, in Russian, beside what they were meant to be."""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.bench.report import contenders, number
from generator.bench.search import figures as f
from generator.bench.search.figures import Findings

_UNKNOWN = "—"
_KB, _MB = 1024, 2**20


@dataclass(frozen=True, slots=True)
class Bound:
    """What a number must reach, in the unit of the table; `scale` leads from what was measured."""

    name: str
    title: str
    limit: float
    scale: float = 1
    more_is_better: bool = False

    def verdict(self, value: float | None) -> str:
        """Tell whether a measured value keeps to the bound."""
        if value is None:
            return _UNKNOWN
        reached = value / self.scale
        kept = reached >= self.limit if self.more_is_better else reached <= self.limit
        return "да" if kept else "нет"


BOUNDS = (
    Bound(
        "search_index_vs_plain_pagefind", "индекс после правки: быстрее Pagefind, раз", 3, 1, True
    ),
    Bound("search_build_vs_mkdocs_material", "с поиском: быстрее MkDocs Material, раз", 5, 1, True),
    Bound("search_first_query_bytes", "первый запрос, КБ", 300, _KB),
    Bound("search_second_query_bytes", "второй запрос, КБ", 100, _KB),
    Bound("practices_index_bytes", "указатель практик, КБ", 250, _KB),
    Bound("practices_filter_ms", "отбор практик, мс", 16),
)

_ROWS = (
    ("индекс после правки, с", f.INDEX_AFTER_EDIT, f.OURS, 1),
    ("вся сборка после правки, с", f.BUILD_AFTER_EDIT, f.OURS, 1),
    ("Pagefind как есть, с", f.INDEX_AFTER_EDIT, f.PLAIN, 1),
    ("индекс с нуля, с", f.CLEAN_INDEX, f.OURS, 1),
    ("сборка с поиском с нуля, с", f.CLEAN_BUILD, f.OURS, 1),
    ("MkDocs Material с поиском, с", f.CLEAN_BUILD, f.MATERIAL, 1),
    ("индекс на диске, МБ", f.INDEX_SIZE, f.OURS, _MB),
    ("то же, Pagefind как есть, МБ", f.INDEX_SIZE, f.PLAIN, _MB),
    ("то же, MkDocs Material, МБ", f.INDEX_SIZE, f.MATERIAL, _MB),
    ("память: вся сборка, МБ", f.MEMORY, f.OURS, _MB),
    ("память: Pagefind как есть, МБ", f.MEMORY, f.PLAIN, _MB),
    ("первый запрос, КБ", f.FIRST_QUERY, f.OURS, _KB),
    ("второй запрос, КБ", f.SECOND_QUERY, f.OURS, _KB),
    ("до первых находок, мс", f.FIRST_RESULT, f.OURS, 1),
    ("до находок второго, мс", f.SECOND_RESULT, f.OURS, 1),
    ("MkDocs Material: первый, КБ", f.FIRST_QUERY, f.MATERIAL, _KB),
    ("MkDocs Material: до находок, мс", f.FIRST_RESULT, f.MATERIAL, 1),
    ("указатель практик, КБ", f.BROWSE, f.OURS, _KB),
    ("то же с темой, КБ", f.BROWSE_ALL, f.OURS, _KB),
    ("отбор, мс", f.FILTER, f.OURS, 1),
    ("отбор, вчетверо медленнее, мс", f.FILTER_ON_PHONE, f.OURS, 1),
    ("10 000 практик: указатель, КБ", f.BROWSE, f.BANK, _KB),
    ("10 000 практик: отбор, мс", f.FILTER, f.BANK, 1),
    ("10 000 практик: медленнее, мс", f.FILTER_ON_PHONE, f.BANK, 1),
)
"""Title, measure, contender, scale; the worst case of each."""


def table(findings: Findings) -> str:
    """What was measured, what it comes to, and what it rests on."""
    parts = (_measured(findings), _cases(findings), _bounds(findings), _notes(findings))
    return "\n\n".join("\n".join(part) for part in parts)


def _measured(findings: Findings) -> Iterator[str]:
    yield _line("худший из случаев", *(f"{size:,}".replace(",", " ") for size in findings.sizes))
    for title, measure, contender, scale in _ROWS:
        values = [findings.worst(size, contender, measure) for size in findings.sizes]
        yield _line(title, *(_shown(value, scale) for value in values))


def _cases(findings: Findings) -> Iterator[str]:
    """Each case of what has several, at the largest number of records."""
    size = findings.sizes[-1]
    for title, measure, contender, scale in _ROWS:
        found = findings.cases(size, contender, measure)
        if len(found) > 1:
            said = "; ".join(f"{case} {_shown(value, scale)}" for case, value in found.items())
            yield f"{title}: {said}"


def _bounds(findings: Findings) -> Iterator[str]:
    numbers = findings.numbers(findings.sizes[-1])
    yield _line("", "вышло", "граница", "достигнуто")
    for bound in BOUNDS:
        value = numbers[bound.name]
        sign = "≥" if bound.more_is_better else "≤"
        limit = f"{sign} {number(bound.limit)}"
        yield _line(bound.title, _shown(value, bound.scale), limit, bound.verdict(value))


def _notes(findings: Findings) -> Iterator[str]:
    machine = findings.machine
    yield (
        f"Кругов: {findings.runs}, медианы. {machine['cpu']}, ядер: {machine['cores']}; "
        f"{machine['os']}; Python {machine['python']}."
    )
    yield from contenders(machine["tools"], findings.left_out)


def _shown(value: float | None, scale: float) -> str:
    return _UNKNOWN if value is None else number(value / scale)


def _line(title: str, *cells: str) -> str:
    return f"{title:<46}" + "".join(f"{cell:>12}" for cell in cells)
