"""The card: in the order in which a teacher asks, with nothing on it that is not filled."""

from pathlib import Path
from typing import Any

import pytest
from card_records import context_of, lay, page_at, records, said
from lxml.html import HtmlElement

PLAN = "mo-matematika/2025-2026"
MEETING = f"{PLAN}/2025-11-05"
TEXTS = (
    *("relevance", "problem", "source_of_change", "goal", "idea", "concept", "range", "novelty"),
    *("labour_intensity", "conditions", "risks", "limitations", "replication"),
)
FULL: dict[str, Any] = {
    **{name: f"Текст поля {name}." for name in TEXTS},
    "status": "in_bank",
    "tasks": ["первая задача", "вторая задача"],
    "stages": [{"title": "Начало", "text": "Пишем.", "duration": "5 минут"}],
    "resources": ["доска"],
    "results": [{"name": "Справились", "value": "9", "previous": "3", "proof": "срез"}],
    "products": [{"title": "Лист", "address": "https://list.example.org"}],
    "links": [{"title": "Урок", "address": "https://urok.example.org"}],
    "sources": ["Программа"],
    "followers": [{"who": {"organisation": "shkola-2"}, "review": "Подошло."}],
    "expertise": [
        {
            "body": {"association": "mumo"},
            "received_on": "2025-11-01",
            "verdict": "approved",
            "criteria": [{"name": "Новизна", "score": "4,5"}],
            "conclusion": "Включить в банк.",
        }
    ],
    "bank": {"included_on": "2025-12-15", "certificate": "3"},
    "dissemination": [
        {"form": "мастер-класс", "when": "2025-11-05", "level": "regional", "meeting": MEETING}
    ],
    "direction": "3-1",
    "work_stage": "второй год",
    "related": ["ustnyy-schet"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return records(tmp_path)


def card(folder: Path, body: str = "## Урок\n\nОписание.", **fields: Any) -> HtmlElement:
    lay(folder, "opyt", fields, body)
    return page_at(context_of(folder), "practices/opyt/")


def headings(page: HtmlElement, level: str = "h2") -> list[str]:
    return [said(heading).removesuffix("¶") for heading in page.iter(level)]


def part(page: HtmlElement, anchor: str) -> str:
    """What stands between a heading and the next one of its level."""
    (heading,) = page.xpath(f'//*[@id="{anchor}"]')
    words = []
    for element in heading.itersiblings():
        if element.tag <= heading.tag and element.tag[0] == "h":
            break
        words.append(said(element))
    return " ".join(words)


def test_a_full_card_stands_in_the_order_of_questions(folder: Path) -> None:
    """What came of it and who checked it first; why, how, at what price; then the rest."""
    page = card(folder, **FULL)
    assert headings(page) == [
        "Что получилось",
        "Кто проверил",
        "Замысел",
        "Этапы",
        "Урок",
        "Условия и риски",
        "Что можно взять",
        "Видео и ссылки",
        "Как перенять",
        "Где представлено",
        "Источники",
        "Связанные практики",
        "Путь практики",
        "Как сослаться",
    ]
    assert [name for name in headings(page, "h3") if name != "Устный счёт за пять минут"] == [
        *("Почему это нужно", "Проблема", "Что побудило к переменам", "Цель", "Задачи"),
        *("Ведущая идея", "На что опирается", "Диапазон опыта", "Новизна"),
        *("Что понадобится", "Трудоёмкость", "Условия", "Риски", "Где не подойдёт"),
    ]


def test_every_text_stands_on_the_card_once(folder: Path) -> None:
    (article,) = card(folder, **FULL).iter("article")
    page = said(article)
    assert {name: page.count(f"Текст поля {name}.") for name in TEXTS} == dict.fromkeys(TEXTS, 1)


def test_the_least_card_has_its_way_and_its_citation_and_no_more(folder: Path) -> None:
    page = card(folder, body="")
    assert headings(page) == ["Путь практики", "Как сослаться"]
    assert headings(page, "h3") == []
    names = [said(name) for name in page.iter("dt")]
    assert names == ["Предметы", "Автор", "Организация", "Объединение"]


def test_who_checked_it_says_with_what_result(folder: Path) -> None:
    page = card(folder, **FULL)
    assert part(page, "expertise") == (
        "МУМО, 1 ноября 2025 г. одобрено Новизна — 4,5 Включить в банк. "
        "В банке практик с 15 декабря 2025 г., свидетельство № 3 "
        "Путь практики: кто, когда и каким актом"
    )


def spread(folder: Path, **step: str) -> HtmlElement:
    page = card(folder, dissemination=[{"form": "открытый урок", **step}])
    (row,) = page.xpath('//h2[@id="dissemination"]/following-sibling::ul[1]/li')
    return row


def links(row: HtmlElement) -> dict[str, str]:
    return {said(link): link.get("href") for link in row.iter("a")}


def test_spreading_leads_to_the_minutes_and_by_them_to_the_plan(folder: Path) -> None:
    """The plan names the meeting; the practice need not name the item as well."""
    row = spread(folder, meeting=MEETING, level="municipal")
    assert said(row) == (
        "открытый урок (муниципальный уровень), протокол от 05.11.2025 "
        "По плану на 2025/2026 учебный год: Устный счёт как основа"
    )
    home = "../../associations/mo-matematika/2025-2026"
    assert links(row) == {
        "протокол от 05.11.2025": f"{home}/meetings/2025-11-05/",
        "Устный счёт как основа": f"{home}/plan/#meeting-2",
    }


def test_spreading_leads_to_an_event_of_a_plan(folder: Path) -> None:
    path = folder / f"content/associations/{PLAN}/plan.yml"
    text = path.read_text("utf-8").replace("title: Неделя", "number: 3\n    title: Неделя")
    path.write_text(text, "utf-8")
    row = spread(folder, plan_item=f"{PLAN}#3")
    plan = "../../associations/mo-matematika/2025-2026/plan/#events"
    assert links(row) == {"Неделя математики": plan}
    item = spread(folder, plan_item=f"{PLAN}#1")
    assert links(item) == {"Итоги года и план работы": plan.replace("events", "meeting-1")}


def test_a_plan_that_changes_changes_the_card(folder: Path) -> None:
    """The item is heard: no card keeps the title that an item had before."""
    from generator.reads import listening

    lay(folder, "opyt", {"dissemination": [{"form": "урок", "plan_item": f"{PLAN}#1"}]})
    context = context_of(folder)
    with listening() as facts:
        page_at(context, "practices/opyt/")
    assert {f"plan_items/{PLAN}#1", f"record/plan/{PLAN}"} <= facts


@pytest.mark.parametrize(
    ("licence", "told"),
    [
        (None, "Лицензия: CC BY 4.0 — материалы можно копировать, менять и распространять"),
        ("cc by-sa 4.0", "Лицензия: cc by-sa 4.0 — материалы можно копировать, менять"),
        ("CC0 1.0", "Лицензия: CC0 1.0 — авторы отказались от прав"),
        ("с разрешения школы", "Лицензия: с разрешения школы."),
    ],
)
def test_the_licence_says_what_it_means(folder: Path, licence: str | None, told: str) -> None:
    """A site that names none has CC BY 4.0; the other licences of Creative Commons are known."""
    page = card(folder, **({"licence": licence} if licence else {}))
    assert told in said(page)
    deeds = [link.get("href") for link in page.xpath('//a[contains(@rel, "license")]')]
    assert len(deeds) == (licence != "с разрешения школы")
    assert all(deed.startswith("https://creativecommons.org/") for deed in deeds)
    assert all(deed.endswith("/deed.ru") for deed in deeds)


def test_the_licence_of_the_site_file_stays_as_it_is_written(folder: Path) -> None:
    path = folder / "content/site.yml"
    path.write_text(f"{path.read_text('utf-8')}licence: {{name: Наша, meaning: берите}}\n", "utf-8")
    page = card(folder)
    assert "Лицензия: Наша — берите." in said(page)
    assert page.xpath('//a[contains(@rel, "license")]') == []


def test_the_direction_is_told_with_its_words(folder: Path) -> None:
    path = folder / "content/regulations/polozhenie.yml"
    extra = "directions:\n  - {code: 3-1, text: Обобщать опыт., clause: п. 3}\n"
    assert "directions:" not in path.read_text("utf-8")
    path.write_text(path.read_text("utf-8") + extra, "utf-8")
    assert "Направление положения 3-1 — Обобщать опыт" in part(
        card(folder, direction="3-1"), "path"
    ).replace("положения3", "положения 3")


HOSTILE = '<script>alert("1")</script>'


def test_what_people_write_is_no_markup(folder: Path) -> None:
    """Titles, bodies, notes, criteria: whatever stands in them is printed as text."""
    fields: dict[str, Any] = {
        "title": HOSTILE,
        "status": "archived",
        "submissions": [{"to": {"group": HOSTILE}, "result": HOSTILE}],
        "expertise": [
            {
                "body": {"organisation_name": HOSTILE},
                "criteria": [{"name": HOSTILE, "score": "1"}],
                "conclusion": HOSTILE,
            }
        ],
        "approvals": [{"verb": "approved", "note": HOSTILE, "act": {"title": HOSTILE}}],
        "recommended_note": HOSTILE,
        "archived": {"reason": HOSTILE},
        "licence": HOSTILE,
    }
    page = card(folder, body="", **fields)
    scripts = [one.get("type") for one in page.iter("script")]
    assert scripts in ([], ["application/ld+json"])
    assert said(page).count("<script>alert(") >= 10
