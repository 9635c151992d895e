"""The facts of a meeting's page."""

from datetime import date

from generator.bench.facts.album import Album
from generator.bench.facts.brief import brief_minutes
from generator.bench.facts.page import Heading, RecordPage, Row, heading, in_words, label, link, row
from generator.bench.records.body import school_year
from generator.bench.records.frame import Fields
from generator.bench.records.practices import practice_id
from generator.models.vocabulary import AgendaKind, DecisionStatus, MeetingMode
from generator.values import count, long_date, short_date, weekday


def minutes_page(album: Album, year: int, place: int) -> RecordPage:
    """The page of a year's meeting, counted from 0."""
    record = album.meetings[year, place]
    day = album.days[year][place]
    title = f"Протокол № {record['number']} от {long_date(day)}"
    about = record.get("theme") or record["agenda"][0]["text"]
    body = album.body
    facts = _facts(album, record, year, place)
    return RecordPage(
        kind="minutes",
        address=album.meeting_home(year, day),
        source=f"associations/{body.id}/{school_year(year)}/meetings/{day.isoformat()}.yml",
        title=f"{title} — {album.association['short_name']}",
        description=f"{album.association['name']}, {long_date(day)}: {about}",
        headings=_headings(record),
        facts=facts,
        brief=brief_minutes(album, year, place, facts),
    )


def _headings(record: Fields) -> tuple[Heading, ...]:
    found = [
        heading("attendance", "Присутствовали"),
        heading("invited", "Приглашённые"),
        heading("agenda", "Повестка дня"),
        heading("proceedings", "Слушали и решили"),
    ]
    if "reviews" in record:
        found.insert(3, heading("reviews", "О выполнении прежних решений"))
    return tuple(found)


def _facts(album: Album, record: Fields, year: int, place: int) -> Fields:
    day = album.days[year][place]
    return {
        "trail": album.trail(year),
        "heads": album.heads(),
        "day": short_date(day),
        "weekday": weekday(day),
        "number": record["number"],
        "lead": f"заседания {album.whose()}",
        "mode": label(MeetingMode, record["mode"]),
        "rows": _rows(album, record, day),
        "attendance": _attendance(record),
        "absent": [
            f"{album.person(row['person'])} — {row['reason']}"
            for row in record["attendance"].get("people", ())
        ],
        "invited": [album.party(guest) for guest in record["invited"]],
        "agenda": [_question(album, item) for item in record["agenda"]],
        "reviews": [_review(album, review, year) for review in record.get("reviews", ())],
        "hearings": [_hearing(album, record, year, place, spot) for spot in range(3)],
        "signatures": [_signature(album, sign) for sign in record["signatures"]],
        "planned": link(f"{album.year_home(year)}plan/", f"заседание {place + 1}"),
        "practices": _practices(album, year, place),
        "neighbours": _neighbours(album, year, place),
    }


def _rows(album: Album, record: Fields, day: date) -> list[Row]:
    place = record["place"]
    room = f"{album.organisations[place['organisation']]['name']}, {place['text']}"
    times = f"{record['time']}–{record['end_time']}".replace(":", ".")
    written = (
        ("Тема", record.get("theme")),
        ("Когда", f"{long_date(day)}, {weekday(day)}, {times}"),
        ("Место", f"{room}, {record['city']}"),
        ("Форма", record["form"]),
        ("Цель", record.get("goal")),
        ("Руководитель", album.person(record["head"])),
        ("Секретарь", album.person(record["secretary"])),
    )
    return [row(name, value) for name, value in written if value]


def _attendance(record: Fields) -> str:
    attendance = record["attendance"]
    present = count(int(attendance["present_count"]), "человек", "человека", "человек")
    return (
        f"Присутствовали — {present} из {record['members_total']}; "
        f"отсутствовали — {attendance['absent_count']} (список прилагается)"
    )


def _question(album: Album, item: Fields) -> Row:
    kind = label(AgendaKind, item["kind"])
    kind = f"{kind[0].upper()}{kind[1:]}"
    note = f"{kind}: {album.parties(item['speakers'])}"
    return {"number": item["number"], "text": item["text"], "kind": kind, "note": note}


def _review(album: Album, review: Fields, year: int) -> Row:
    """What was found about an earlier decision: of the same year, or of the last one before."""
    name, _, number = review["decision"].partition("#")
    day = date.fromisoformat(name[-10:])
    held = year if day in album.days[year] else year - 1
    decisions = album.meetings[held, album.days[held].index(day)]["decisions"]
    return {
        **_status(review["status"]),
        "way": f"{album.meeting_home(held, day)}#decision-{number}",
        "title": f"Решение {number} от {short_date(day)}",
        "text": decisions[int(number) - 1]["text"],
        "note": review["note"],
    }


def _status(status: str) -> Row:
    tone = "done" if status == "done" else "due"
    return {"tone": tone, "label": label(DecisionStatus, status)}


def _hearing(album: Album, record: Fields, year: int, place: int, spot: int) -> Fields:
    hearing = record["hearings"][spot]
    return {
        "number": str(spot + 1),
        "speakers": album.parties(hearing["speakers"]),
        "summary": hearing["summary"],
        "questions": hearing.get("questions", []),
        "remarks": [
            f"{album.parties(remark['speakers'])} — {remark['summary']}"
            for remark in hearing.get("remarks", ())
        ],
        "decisions": [_decision(album, record["decisions"][spot], year, place)],
    }


def _decision(album: Album, decision: Fields, year: int, place: int) -> Fields:
    vote = decision["vote"]
    rows = [
        row("По вопросу", ", ".join(decision["agenda"])),
        row("Ответственные", album.parties(decision["responsible"])),
        row("Срок", in_words(decision["due"])),
        row(
            "Голосовали",
            f"за — {vote['for']}, против — {vote['against']}, воздержались — {vote['abstained']}",
        ),
    ]
    fields: Fields = {"number": decision["number"], "text": decision["text"], "rows": rows}
    if checked := _checked(album, decision["number"], year, place):
        fields["checked"] = checked
    return fields


def _checked(album: Album, number: str, year: int, place: int) -> Row:
    """What the next meeting found about a decision, or nothing."""
    spots = list(album.meetings)
    after = spots.index((year, place)) + 1
    if after == len(spots):
        return {}
    next_year, next_place = spots[after]
    day = album.days[next_year][next_place]
    for review in album.meetings[next_year, next_place].get("reviews", ()):
        if review["decision"].endswith(f"#{number}"):
            way = album.meeting_home(next_year, day)
            checked = f"проверено {long_date(day)}"
            return {**_status(review["status"]), "note": review["note"], **link(way, checked)}
    return {}


def _signature(album: Album, sign: Fields) -> Row:
    office = {"head": "Руководитель", "secretary": "Секретарь"}[sign["role"]]
    day = short_date(date.fromisoformat(sign["date"]))
    return {"office": office, "name": album.name(sign["person"]), "day": day}


def _practices(album: Album, year: int, place: int) -> list[Row]:
    """The practices that a decision of this meeting recommended."""
    home = album.meeting_home(year, album.days[year][place]).rstrip("/").rpartition("/")[2]
    return [
        link(f"practices/{practice_id(album.body, order)}/", fields["title"])
        for order, (fields, _) in enumerate(album.practices)
        if f"/{home}#" in fields.get("recommended_by", "")
    ]


def _neighbours(album: Album, year: int, place: int) -> list[Row]:
    """The meetings before and after, of the same year."""
    held = album.days[year]
    found = []
    if place:
        day = held[place - 1]
        found.append(link(album.meeting_home(year, day), f"← {short_date(day)}") | {"rel": "prev"})
    if place + 1 < len(held):
        day = held[place + 1]
        found.append(link(album.meeting_home(year, day), f"{short_date(day)} →") | {"rel": "next"})
    return found
