"""Invented descriptions of teaching practices: fields, and about two kilobytes of Markdown."""

from random import Random

from generator.bench.records.body import Body, school_year
from generator.bench.records.frame import Fields
from generator.bench.records.meetings import DECISIONS_EACH, days
from generator.bench.records.phrases import filled, several
from generator.bench.records.sentences import (
    HEADINGS,
    METHODS,
    PARAGRAPHS,
    REMARKS,
    STEPS,
    SUMMARIES,
    TASKS,
)


def practice_id(body: Body, place: int) -> str:
    """The file name of an association's practice, counted from 0, without its ending."""
    return f"{METHODS[place % len(METHODS)][0]}-{body.number + 1:04d}-{place + 1:02d}"


def practice(body: Body, place: int, seed: int) -> tuple[Fields, str]:
    """The fields of a practice and its body."""
    chance = body.random(seed, f"practice/{place}")
    author = chance.choice(body.people)
    fields: Fields = {
        "title": f"{METHODS[place % len(METHODS)][1]}: {chance.choice(body.subject.topics)}",
        "status": chance.choice(("in_bank", "in_bank", "approved", "recommended")),
        "authors": [{"person": author, "position": body.subject.teacher}],
        "organisation": body.schools[body.people.index(author) % len(body.schools)],
        "association": body.id,
        "subjects": [body.subject.name],
        "education_levels": ["basic"],
        "grades": [str(grade) for grade in sorted(chance.sample(range(5, 12), 2))],
        "level": "municipal",
        "type": chance.choice(("method", "lesson", "technology")),
        "keywords": chance.sample(("критерии", "обратная связь", "устная работа", "чтение"), 2),
        "summary": chance.choice(SUMMARIES),
        "goal": f"Научиться {filled('за {d} уроков', body, chance)} обходиться без подсказок.",
        "tasks": chance.sample(TASKS, 2),
        "time_required": f"{chance.randint(5, 20)} минут урока",
        "replication": "Начните с одной темы и трёх критериев.",
    }
    year = _year(body, place)
    if held := days(body, year, seed):
        decided = f"{body.id}/{school_year(year)}/{held[-1].isoformat()}"
        fields["recommended_by"] = f"{decided}#{chance.randint(1, DECISIONS_EACH)}"
    other = _other(body, place)
    if other is not None:
        fields["related"] = [practice_id(body, other)]
    fields["created_on"] = f"{year + 1}-06-01"
    return fields, _text(body, other, chance)


def _year(body: Body, place: int) -> int:
    """The school year that a practice belongs to: two of them to each year."""
    return body.years[place // 2]


def _other(body: Body, place: int) -> int | None:
    """The practice that this one leads to: the one before it, from the first the second."""
    if place:
        return place - 1
    return 1 if body.practices > 1 else None


def _text(body: Body, other: int | None, chance: Random) -> str:
    headings = chance.sample(HEADINGS, 3)
    steps = "\n".join(
        f"{number}. {text}" for number, text in enumerate(chance.sample(STEPS, 4), start=1)
    )
    first, second, third = several(PARAGRAPHS, 3, body, chance)
    link = ""
    if other is not None:
        name = METHODS[other % len(METHODS)][1]
        link = f"\n\nРядом стоит опыт «[{name}]({practice_id(body, other)}.md)»."
    return (
        f"## {headings[0]}\n\n{first}\n\n{steps}\n\n"
        f"## {headings[1]}\n\n{second}\n\n{_table(body, chance)}\n\n"
        f"## {headings[2]}\n\n{third}{link}\n\n- {chance.choice(REMARKS)}\n"
        f"- {filled('Хватает {d} листов на класс.', body, chance)}\n"
    )


def _table(body: Body, chance: Random) -> str:
    topics = chance.sample(body.subject.topics, 2)
    rows = [
        f"| {topic} | {chance.randint(20, 50)} % | {chance.randint(55, 95)} % |" for topic in topics
    ]
    return "\n".join(("| Тема | Было | Стало |", "|---|---|---|", *rows))
