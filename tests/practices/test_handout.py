"""What of a card stands on its handout: the most important first, whole sections, one sheet."""

from pathlib import Path
from typing import Any

import pytest
from card_records import LEAST, context_of, lay, page_at, records

from generator.models import Practice
from generator.pages.names import Shown
from generator.pages.practices.handout import Handout, handout_of, lines

LINE = "Строка ровно такой длины, что в одной строке листа умещается немногим больше неё. "
EVERYTHING = (
    "authors",
    "whom",
    "summary",
    "stages",
    "resources",
    "results",
    "replication",
    "labour",
)


def chosen(*authors: Shown, organisation: str | None = None, **fields: Any) -> Handout:
    """What stands on the handout of the least practice with these fields."""
    practice = Practice.model_validate({**LEAST, **fields})
    return handout_of(practice, authors, organisation, ("CC BY 4.0", None))


def test_a_short_practice_stands_on_its_handout_whole() -> None:
    handout = chosen(
        stages=["Начало", "Конец"],
        results=[{"name": "Балл", "value": "5"}],
        resources=["доска"],
        replication="Попробуйте.",
        labour_intensity="Час.",
    )
    assert handout.shown == set(EVERYTHING)
    assert handout.left_out == ()


def test_what_is_more_important_has_its_place_first() -> None:
    """Each text alone fits; together the less important one has to go."""
    long = LINE * 20
    assert chosen(replication=long).left_out == ()
    assert chosen(labour_intensity=long).left_out == ()
    handout = chosen(replication=long, labour_intensity=long)
    assert handout.left_out == ("трудоёмкость",)
    assert "replication" in handout.shown


def test_what_does_not_fit_leaves_room_for_what_does() -> None:
    handout = chosen(summary=LINE * 60, replication="Попробуйте.")
    assert handout.left_out == ("суть",)
    assert {"authors", "whom", "replication"} <= handout.shown


def test_words_on_what_is_left_out_have_their_room() -> None:
    """A text that fits alone does not fit any more when something else has to be named."""
    practice = {"summary": LINE, "stages": ["Шаг"] * 20}
    most = max(
        n for n in range(1, 60) if not chosen(**practice, labour_intensity=LINE * n).left_out
    )
    extra = chosen(**practice, labour_intensity=LINE * most, replication=LINE * 60)
    assert extra.left_out == ("как перенять", "трудоёмкость")


@pytest.mark.parametrize(
    "fields",
    [
        {"subjects": [LINE * 3] * 20},
        {"time_required": LINE * 3, "grades": [LINE * 3] * 12},
        {"stages": [{"title": LINE * 3}] * 20},
        {"stages": [{"text": LINE * 60}]},
        {"results": [{"name": "Балл", "value": LINE * 3}] * 2},
        {"results": [{"name": LINE * 3, "value": "5"}] * 7},
        {"resources": [LINE * 2] * 20},
        {"summary": "Абзац.\n\n" * 30},
    ],
)
def test_each_section_is_measured(fields: dict[str, Any]) -> None:
    assert len(chosen(**fields).left_out) == 1


def test_a_stage_is_as_long_as_its_title_where_it_has_one() -> None:
    stage = {"title": "Шаг", "text": LINE * 60}
    assert chosen(stages=[stage] * 5).left_out == ()
    assert chosen(stages=[{"text": LINE * 60}]).left_out == ("этапы",)


def test_authors_and_a_long_title_take_room_from_the_rest() -> None:
    people = [Shown(full_name=f"Автор {n}", position="учитель") for n in range(25)]
    assert chosen(*people).left_out == ()
    assert chosen(*people * 2).left_out == ("авторы",)
    assert chosen(title=LINE * 3, summary=LINE * 33).left_out == ("суть",)
    assert chosen(summary=LINE * 33).left_out == ()


@pytest.mark.parametrize(
    ("text", "width", "number"),
    [
        ("", 10, 1),
        ("окно", 10, 1),
        ("окно окно", 9, 1),
        ("окно окно окно", 9, 2),
        ("о" * 25, 10, 3),
        ("ШШШШ", 4, 2),
        ("о" * 10, 10, 1),
    ],
)
def test_lines_are_counted_as_words_fall(text: str, width: int, number: int) -> None:
    assert lines(text, width) == number


def test_the_page_marks_what_the_handout_has_not(tmp_path: Path) -> None:
    """Nothing is printed twice; each element stands in all views, or in one."""
    folder = records(tmp_path)
    lay(
        folder,
        "opyt",
        {"relevance": "Важно.", "replication": "Берите.", "labour_intensity": "Час."},
    )
    page = page_at(context_of(folder), "practices/opyt/")

    def views(text: str) -> list[str]:
        (at,) = page.xpath(f'//article//p[starts-with(., "{text}")]')
        return [one for one in at.xpath("ancestor-or-self::*/@data-umo-view") if one]

    assert views("Важно.") == ["full"]
    assert views("Описание.") == ["full"]
    assert views("Пять") == views("Берите.") == views("Час.") == []
    assert page.xpath('//article/span[1][@id="handout"][@class="umo-view"]')
    assert page.xpath('//footer[contains(@class, "rest")]') == []


def test_the_page_says_what_is_left_out_and_where_it_stands(tmp_path: Path) -> None:
    folder = records(tmp_path)
    lay(folder, "opyt", {"summary": LINE * 60})
    page = page_at(context_of(folder, "https://umo.example.org"), "practices/opyt/")
    (rest,) = page.xpath('//footer[contains(@class, "rest")]')
    address = "https://umo.example.org/practices/opyt/"
    assert " ".join(rest.text_content().split()) == f"Не поместилось: суть. Полностью: {address}"
    assert rest.get("data-umo-view") == "handout"
    assert page.xpath('//*[contains(@class, "umo-lead")]/@data-umo-view') == ["full"]
