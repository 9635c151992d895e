"""The facts of a plan's page."""

from generator.bench.facts.album import Album
from generator.bench.facts.brief import brief_plan
from generator.bench.facts.page import Heading, RecordPage, Row, heading, in_words, label, link, row
from generator.bench.records.body import school_year
from generator.bench.records.frame import Fields
from generator.bench.records.plans import plan
from generator.models.vocabulary import ApprovalVerb, PlanStatus
from generator.text import semicolons


def plan_page(album: Album, year: int) -> RecordPage:
    """The page of the plan of a school year."""
    record = plan(album.body, year, album.seed)
    title = f"План работы на {year}/{year + 1} учебный год"
    association = album.association
    facts = _facts(album, record, year) | {"heading": title}
    return RecordPage(
        kind="plan",
        address=f"{album.year_home(year)}plan/",
        source=f"associations/{album.body.id}/{school_year(year)}/plan.yml",
        title=f"{title} — {association['short_name']}",
        description=f"{association['name']}. Методическая тема: {record['theme']}",
        headings=_headings(record),
        facts=facts,
        brief=brief_plan(album, record, year, facts),
    )


def _headings(record: Fields) -> tuple[Heading, ...]:
    numbers = [item["number"] for item in record["meetings"]]
    return (
        heading("tasks", "Задачи"),
        heading("meetings", "План заседаний"),
        *(heading(f"meeting-{number}", f"Заседание {number}") for number in numbers),
        heading("events", "Другие мероприятия"),
        heading("approvals", "Согласование и утверждение"),
    )


def _facts(album: Album, record: Fields, year: int) -> Fields:
    approved = record["approvals"][-1]
    return {
        "trail": album.trail(year),
        "approved": {"by": album.party(approved["by"]), "day": in_words(approved["date"])},
        "association": link(album.home(), album.association["name"]),
        "organisation": album.organisations[record["organisation"]]["short_name"],
        "status": label(PlanStatus, record["status"]),
        "rows": [row("Методическая тема", record["theme"]), row("Цель", record["goal"])],
        "tasks": _tasks(record),
        "basis": f"{record['basis'][0]}; потребности педагогов изучены.",
        "meetings": [_point(album, item, year) for item in record["meetings"]],
        "section": record["events"][0]["section"],
        "events": [_event(album, item) for item in record["events"]],
        "approvals": [_approval(album, step, year) for step in record["approvals"]],
    }


def _tasks(record: Fields) -> list[Row]:
    texts = semicolons([task["text"] for task in record["tasks"]])
    return [
        {"text": text, "meetings": ", ".join(task["meetings"])}
        for text, task in zip(texts, record["tasks"], strict=True)
    ]


def _point(album: Album, item: Fields, year: int) -> Fields:
    point: Fields = {
        "number": item["number"],
        "rows": [
            row("Тема", item["theme"]),
            row("Дата, время и место", in_words(item["when"])),
            row("Форма проведения", item["form"]),
        ],
        "questions": item["agenda"],
        "responsible": album.parties(item["responsible"]),
    }
    if "meeting" in item:
        way = f"{album.year_home(year)}meetings/{item['meeting']}/"
        point["held"] = link(way, in_words(item["meeting"]))
    return point


def _event(album: Album, item: Fields) -> Row:
    return {
        "title": f"{item['number']}. {item['title']}",
        "when": item["when"],
        "responsible": album.parties(item["responsible"]),
    }


def _approval(album: Album, step: Fields, year: int) -> Fields:
    verb = label(ApprovalVerb, step["verb"])
    day = in_words(step["date"]) if "date" in step else "дата не указана"
    fields: Fields = {
        "verb": f"{verb[0].upper()}{verb[1:]}",
        "by": f"{album.party(step['by'])}, {day}",
    }
    if "meeting" in step:
        way = f"{album.year_home(year)}meetings/{step['meeting']}/"
        fields["held"] = link(way, f"заседание {day}")
    return fields
