"""Invented plans of a school year, each point linked to the meeting that carried it out."""

from random import Random

from generator.bench.records.body import MEETINGS_PER_YEAR, Body
from generator.bench.records.frame import OFFICE, Fields
from generator.bench.records.meetings import days
from generator.bench.records.sentences import EVENTS, FORMS, GOALS, QUESTIONS, TASKS, THEMES

_MONTHS = ("август", "октябрь", "ноябрь", "январь", "февраль", "март", "май")


def plan(body: Body, year: int, seed: int) -> Fields:
    """The plan of a school year."""
    chance = body.random(seed, f"plan/{year}")
    held = [day.isoformat() for day in days(body, year, seed)]
    held += [""] * (MEETINGS_PER_YEAR - len(held))
    return {
        "status": "approved",
        "theme": chance.choice(THEMES),
        "goal": chance.choice(GOALS),
        "tasks": [
            {"text": text, "meetings": [str(number), str(number + 2)]}
            for number, text in enumerate(chance.sample(TASKS, 3), start=1)
        ],
        "basis": [f"анализ работы за {year - 1}/{year} учебный год"],
        "needs_studied": "да",
        "organisation": OFFICE,
        "approvals": _approvals(body, year, held[0]),
        "meetings": [_point(body, place, day, chance) for place, day in enumerate(held)],
        "events": [_event(body, number, chance) for number in range(1, 3)],
    }


def _approvals(body: Body, year: int, first: str) -> list[Fields]:
    considered: Fields = {"verb": "considered", "by": {"association": body.id}}
    if first:
        considered |= {"date": first, "meeting": first}
    chief = {"position": "начальник управления", "organisation": OFFICE}
    return [considered, {"verb": "approved", "by": chief, "date": f"{year}-09-01"}]


def _point(body: Body, place: int, held: str, chance: Random) -> Fields:
    point: Fields = {
        "number": str(place + 1),
        "when": held or _MONTHS[place],
        "form": chance.choice(FORMS),
        "theme": chance.choice(THEMES),
        "agenda": [chance.choice(QUESTIONS)],
        "responsible": [chance.choice(body.people)],
    }
    return point | {"status": "held", "meeting": held} if held else point


def _event(body: Body, number: int, chance: Random) -> Fields:
    return {
        "number": str(number),
        "title": chance.choice(EVENTS),
        "section": "Работа между заседаниями",
        "when": chance.choice(("в течение года", "ноябрь", "до конца мая")),
        "responsible": [chance.choice(body.people)],
    }
