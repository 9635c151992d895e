"""Invented minutes, signed, of about three kilobytes each."""

from datetime import date, timedelta
from random import Random

from generator.bench.records.body import Body, school_year
from generator.bench.records.frame import OFFICE, Fields
from generator.bench.records.phrases import filled, phrase
from generator.bench.records.sentences import (
    ASKED,
    DECISIONS,
    FORMS,
    GOALS,
    NOTES,
    QUESTIONS,
    REASONS,
    REMARKS,
    REPORTS,
    THEMES,
)
from generator.bench.records.words import PLACES

_DAYS = ((8, 27), (10, 21), (11, 18), (1, 14), (2, 18), (3, 25), (5, 20))
DECISIONS_EACH = 3


def days(body: Body, year: int, seed: int) -> tuple[date, ...]:
    """The days on which an association met in a school year, each a working day."""
    chance = body.random(seed, f"days/{year}")
    return tuple(_day(year, place, chance) for place in range(body.meetings(year)))


def _day(year: int, place: int, chance: Random) -> date:
    month, day = _DAYS[place]
    found = date(year + (month < 8), month, day) + timedelta(days=chance.randint(-3, 3))
    return found + timedelta(days=max(0, 7 - found.weekday()) if found.weekday() > 4 else 0)


def meeting(body: Body, year: int, place: int, seed: int) -> Fields:
    """The minutes of a year's meeting, counted from 0."""
    chance = body.random(seed, f"meeting/{year}/{place}")
    dates = days(body, year, seed)
    agenda = _agenda(body, chance)
    fields = _head(body, dates[place], place, chance) | _attendance(body, chance)
    fields["agenda"] = agenda
    if reviews := _reviews(body, year, place, seed, chance):
        fields["reviews"] = reviews
    present = int(fields["attendance"]["present_count"])
    fields["hearings"] = [_hearing(body, number, chance) for number in range(1, 4)]
    fields["decisions"] = _decisions(body, dates[place], present, chance)
    signed = (dates[place] + timedelta(days=2)).isoformat()
    fields["signatures"] = [
        {"role": "head", "person": body.people[0], "date": signed},
        {"role": "secretary", "person": body.people[1], "date": signed},
    ]
    return fields


def _head(body: Body, day: date, place: int, chance: Random) -> Fields:
    hour = chance.randint(10, 14)
    fields: Fields = {
        "date": day.isoformat(),
        "number": str(place + 1),
        "status": "signed",
        "mode": chance.choice(("offline", "offline", "hybrid")),
        "time": f"{hour}:{chance.choice(('00', '30'))}",
        "end_time": f"{hour + 2}:{chance.choice(('15', '40'))}",
        "place": {"organisation": chance.choice(body.schools), "text": f"каб. {10 + place}"},
        "city": chance.choice(PLACES),
        "form": chance.choice(FORMS),
    }
    if chance.random() < 0.5:
        fields["theme"] = chance.choice(THEMES)
        fields["goal"] = chance.choice(GOALS)
    return fields | {"head": body.people[0], "secretary": body.people[1]}


def _attendance(body: Body, chance: Random) -> Fields:
    total = len(body.people)
    missing = chance.randint(0, max(1, total // 5))
    attendance: Fields = {
        "present_count": str(total - missing),
        "absent_count": str(missing),
        "list_attached": "да",
    }
    if missing:
        absent = chance.choice(body.people[2:])
        reason = chance.choice(REASONS)
        attendance["people"] = [{"person": absent, "status": "absent", "reason": reason}]
    guest = {"position": "методист", "organisation": OFFICE}
    return {"members_total": str(total), "attendance": attendance, "invited": [guest]}


def _agenda(body: Body, chance: Random) -> list[Fields]:
    kinds = ("report", "message", "discussion", "misc")
    texts = chance.sample(QUESTIONS, 3)
    texts[1] += f" по теме «{chance.choice(body.subject.topics)}»"
    return [
        {
            "number": str(number),
            "text": text,
            "kind": kind,
            "speakers": [chance.choice(body.people)],
        }
        for number, (text, kind) in enumerate(zip(texts, kinds, strict=False), start=1)
    ]


def _hearing(body: Body, number: int, chance: Random) -> Fields:
    hearing: Fields = {
        "agenda": [str(number)],
        "speakers": [chance.choice(body.people)],
        "summary": phrase(REPORTS, body, chance),
    }
    if number == 2:
        hearing["questions"] = [chance.choice(ASKED)]
    if number != 3:
        speaker, summary = chance.choice(body.people), chance.choice(REMARKS)
        hearing["remarks"] = [{"speakers": [speaker], "summary": summary}]
    return hearing


def _decisions(body: Body, day: date, present: int, chance: Random) -> list[Fields]:
    frames = chance.sample(DECISIONS, DECISIONS_EACH)
    return [
        _decision(body, frame, number, day, present, chance)
        for number, frame in enumerate(frames, start=1)
    ]


def _decision(
    body: Body, frame: str, number: int, day: date, present: int, chance: Random
) -> Fields:
    due = (day + timedelta(days=chance.randint(14, 60))).isoformat()
    abstained = chance.randint(0, 1)
    return {
        "number": str(number),
        "text": filled(frame, body, chance),
        "agenda": [str(number)],
        "responsible": [chance.choice(body.people), {"group": "руководители ШМО"}][
            : chance.randint(1, 2)
        ],
        "due": chance.choice((due, due, "в течение года")),
        "vote": {"for": str(present - abstained), "against": "0", "abstained": str(abstained)},
    }


def _reviews(body: Body, year: int, place: int, seed: int, chance: Random) -> list[Fields]:
    """What the meeting found about two decisions of the one before it."""
    before = _before(body, year, place, seed)
    if not before:
        return []
    numbers = sorted(chance.sample(range(1, DECISIONS_EACH + 1), 2))
    return [
        {
            "decision": f"{before}#{number}",
            "status": chance.choice(("done", "done", "partly")),
            "note": phrase(NOTES, body, chance),
        }
        for number in numbers
    ]


def _before(body: Body, year: int, place: int, seed: int) -> str:
    """The meeting before this one as a record names it, or nothing for the first."""
    if place:
        return days(body, year, seed)[place - 1].isoformat()
    if year == body.years[0]:
        return ""
    last = days(body, year - 1, seed)[-1].isoformat()
    return f"{body.id}/{school_year(year - 1)}/{last}"
