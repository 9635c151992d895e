"""The facts of a practice's page."""

import re
from datetime import date

from generator.bench.facts.album import Album
from generator.bench.facts.brief import brief_practice
from generator.bench.facts.page import (
    Heading,
    RecordPage,
    Row,
    heading,
    heading_id,
    in_words,
    label,
    link,
    row,
)
from generator.bench.records.frame import Fields
from generator.bench.records.practices import practice_id
from generator.models.vocabulary import EducationLevel, Level, PracticeStatus, PracticeType
from generator.text import semicolons
from generator.values import long_date

_OTHER = re.compile(r"\]\(([a-z0-9-]+)\.md\)")
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)


def practice_page(album: Album, place: int) -> RecordPage:
    """The page of an association's practice, counted from 0."""
    record, text = album.practices[place]
    id_ = practice_id(album.body, place)
    headings, facts = _headings(record, text), _facts(album, record)
    return RecordPage(
        kind="practice",
        address=f"practices/{id_}/",
        source=f"practices/{id_}.md",
        title=record["title"],
        description=record["summary"],
        headings=headings,
        facts=facts,
        brief=brief_practice(album, record, list(headings), facts),
        text=_OTHER.sub(r"](../\1/)", text),
    )


def text_headings(text: str) -> tuple[Heading, ...]:
    """The headings of a Markdown body, with the anchors that our pages give them."""
    return tuple(heading(heading_id(title), title) for title in _HEADING.findall(text))


def _headings(record: Fields, text: str) -> tuple[Heading, ...]:
    found = [heading("goal", "Цель"), heading("tasks", "Задачи"), *text_headings(text)]
    found.append(heading("replication", "Как перенять"))
    if "recommended_by" in record:
        found.append(heading("expertise", "Кто проверил"))
    if "related" in record:
        found.append(heading("related", "Связанные практики"))
    return tuple(found)


def _facts(album: Album, record: Fields) -> Fields:
    fields: Fields = {
        "trail": [link("practices/", "Практики")],
        "badges": [
            {"tone": "done", "label": label(PracticeStatus, record["status"])},
            {"tone": "plain", "label": f"{label(Level, record['level'])} уровень"},
            {"tone": "plain", "label": label(PracticeType, record["type"])},
        ],
        "lead": record["summary"],
        "rows": _rows(album, record),
        "association": link(album.home(), album.association["short_name"]),
        "words": ", ".join(record["keywords"]),
        "goal": record["goal"],
        "tasks": semicolons(record["tasks"]),
        "replication": record["replication"],
        "related": [_card(album, name) for name in record.get("related", ())],
        "note": f"Описано {in_words(record['created_on'])} Лицензия: CC BY 4.0.",
    }
    if "recommended_by" in record:
        fields["recommended"] = _recommended(record["recommended_by"])
    return fields


def _rows(album: Album, record: Fields) -> list[Row]:
    return [
        row("Автор", _author(album, record["authors"][0])),
        row("Организация", album.organisations[record["organisation"]]["short_name"]),
        row("Предметы", ", ".join(record["subjects"])),
        row("Уровни образования", label(EducationLevel, record["education_levels"][0])),
        row("Классы", ", ".join(record["grades"])),
        row("Сколько времени нужно", record["time_required"]),
    ]


def _author(album: Album, author: Row) -> str:
    person = album.people[author["person"]]
    if "surname" not in person:
        return author["position"]
    name = f"{person['surname']} {person['given_name']} {person['patronymic']}"
    return f"{name}, {author['position']}"


def _recommended(decision: str) -> Row:
    held, _, number = decision.partition("#")
    association, year, day = held.split("/")
    way = f"associations/{association}/{year}/meetings/{day}/#decision-{number}"
    title = f"Рекомендовано решением {number} от {long_date(date.fromisoformat(day))}"
    return link(way, title)


def _card(album: Album, id_: str) -> Row:
    record, _ = album.practices[int(id_.rpartition("-")[2]) - 1]
    return link(f"practices/{id_}/", record["title"])
