"""Whether a paper is kept for more than ten years: by words, by the register, by the regulation."""

from datetime import date
from types import SimpleNamespace
from typing import Any, cast

import pytest

from generator.load import Kind
from generator.models import Document
from generator.models.norms import RequiredDocument
from generator.models.vocabulary import DocumentKind
from generator.pages.forms.keeping import is_lasting, kept_for_long
from generator.rules.case import Case

MINUTES = (Kind.MEETING, "mo/2025-2026/2025-10-22")


@pytest.mark.parametrize(
    "term",
    [
        "постоянно",
        "Постоянно, в муниципальном архиве",
        "подлежат постоянному хранению",
        "15 лет",
        "75 лет",
        "50/75 лет ЭПК",
        "не менее 11 лет",
        "более 10 лет",
        "свыше\n10 лет",
        "1 год, протоколы — 25 лет",
    ],
)
def test_kept_for_long(term: str) -> None:
    assert kept_for_long(term)


@pytest.mark.parametrize(
    "term",
    [
        "до замены новыми",
        "до минования надобности",
        "5 лет",
        "10 лет",
        "более 5 лет",
        "5 лет после истечения срока действия",
        "1 год",
        "120 месяцев",
        "до 31 декабря 2040 года",
        "3 года (ст. 19)",
    ],
)
def test_not_kept_for_long(term: str) -> None:
    assert not kept_for_long(term)


def case(papers: list[dict[str, Any]], norms: list[dict[str, Any]]) -> Case:
    """Papers about the minutes, and the documents that the regulation wants."""
    found = [
        Document.model_validate({"id": f"paper-{n}", "title": "Бумага", **paper})
        for n, paper in enumerate(papers)
    ]
    rows = [RequiredDocument.model_validate({"title": "Бумага", **norm}) for norm in norms]
    about = {MINUTES: tuple(SimpleNamespace(record=paper) for paper in found)}
    return cast(
        "Case",
        SimpleNamespace(
            archive=SimpleNamespace(relations=SimpleNamespace(approved_by=about)),
            day=date(2025, 10, 22),
            norms=lambda name, day: (("004", row) for row in rows),
        ),
    )


FOREVER = {"kind": "minutes", "retention": {"term": "постоянно"}}
FIVE = {"kind": "minutes", "retention": {"term": "5 лет"}}
SAID = {"kind": "minutes", "retention": "15 лет"}


@pytest.mark.parametrize(
    ("papers", "norms", "lasting"),
    [
        ([], [], False),
        ([FOREVER], [], True),
        ([], [SAID], True),
        ([FIVE], [SAID], False),  # the register says it of this very paper
        ([FIVE, FOREVER], [], True),
        ([{"kind": "minutes"}], [SAID], True),
        ([{**FOREVER, "kind": "order"}], [], False),  # the order about it is another paper
        ([], [{**SAID, "kind": "plan"}], False),
        ([], [{"kind": "minutes"}], False),
        ([{"kind": "minutes", "retention": {"term": "по перечню", "years": "25"}}], [], True),
        ([{"kind": "minutes", "retention": {"term": "по перечню", "years": "10"}}], [], False),
    ],
)
def test_the_register_decides_before_the_regulation(
    papers: list[dict[str, Any]], norms: list[dict[str, Any]], lasting: bool
) -> None:
    assert is_lasting(case(papers, norms), DocumentKind.MINUTES, MINUTES) is lasting
