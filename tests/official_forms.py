"""The official forms of regulation 004, field by field: lists 4A and 4B of the requirements.

What each field should say is read from the record by its model, so that a test can look for it on
the page, on paper and in Word files. A field counts when it stands behind the field before it.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from demonstration import Site, plain

from generator.load import Entry
from generator.models import Decision, Meeting, Party, Plan
from generator.values import long_date, short_date

PLAN = "umo-matematika-ozersk/2025-2026"
MEETING = "umo-matematika-ozersk/2025-2026/2025-10-22"
PLAN_PAGE = "associations/umo-matematika-ozersk/2025-2026/plan/"
MEETING_PAGE = "associations/umo-matematika-ozersk/2025-2026/meetings/2025-10-22/"


@dataclass(frozen=True)
class Field:
    """A field of a form: its number and name there, and what of the record it shows."""

    number: int
    name: str
    shows: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.number}-{self.name}"


class Reader:
    """Names people and organisations as official papers do, from the records alone."""

    def __init__(self, site: Site) -> None:
        self.archive = site.archive

    def initials(self, person: str) -> str:
        record = self.archive.people[person].record
        return f"{record.given_name[0]}. {record.patronymic[0]}. {record.surname}"

    def surname(self, person: str | None) -> str:
        record = self.archive.people[person].record if person else None
        return (record and record.surname) or ""

    def organisation(self, id_: str) -> str:
        return self.archive.organisations[id_].record.label

    def party(self, party: Party) -> Iterator[str]:
        """What must be told of somebody: post, organisation, and the name where it may."""
        if party.position or party.group:
            yield party.position or party.group
        if party.organisation:
            yield self.organisation(party.organisation)
        if party.organisation_name:
            yield party.organisation_name
        if party.person:
            yield self.initials(party.person)


def listed(items: tuple[str, ...]) -> tuple[str, ...]:
    """A list as the form has it: each item ends with «;», the last with «.»."""
    bare = [item.rstrip(" ;.,") for item in items]
    return (*(f"{item};" for item in bare[:-1]), f"{bare[-1]}.")


def plan_head(reader: Reader, plan: Plan) -> Iterator[Field]:
    """Fields 1–5: what stands once, before the meetings."""
    approved = next(step for step in plan.approvals if step.verb == "approved")
    who = tuple(reader.party(approved.by))
    yield Field(1, "УТВЕРЖДАЮ", ("УТВЕРЖДАЮ", *who, long_date(approved.date)))
    yield Field(2, "Заголовок", (plan.title,))
    yield Field(3, "Методическая тема", ("Методическая тема", plan.theme))
    yield Field(4, "Цель", ("Цель", plan.goal))
    yield Field(5, "Задачи", ("Задачи", *listed(tuple(task.text for task in plan.tasks))))


def plan_meetings(reader: Reader, plan: Plan) -> Iterator[Field]:
    """Fields 6–13, for each meeting."""
    for item in plan.meetings:
        place = reader.archive.organisations[item.place.organisation].record.name
        when = (long_date(item.when.date), f"{item.time:%H.%M}", place)
        if item.place.text:
            when = (*when, item.place.text)
        yield Field(6, "Номер", (f"Заседание {item.number}",))
        yield Field(7, "Тема", ("Тема", item.theme))
        yield Field(8, "Дата, время и место", ("Дата, время и место", *when))
        yield Field(9, "Цель", ("Цель", item.goal))
        yield Field(10, "Задачи", ("Задачи", *listed(item.tasks)))
        yield Field(11, "Форма проведения", ("Форма проведения", item.form))
        yield Field(12, "Планируемый результат", ("Планируемый результат", item.planned_result))
        points = [
            said
            for block in item.blocks
            for said in (
                block.kind.label,
                *(
                    word
                    for point in block.items
                    for word in (
                        point.text,
                        *(w for p in point.presenters for w in reader.party(p)),
                    )
                ),
            )
        ]
        yield Field(13, "План проведения", ("План проведения", *points))


def plan_fields(site: Site) -> Iterator[Field]:
    """The form of Приложение 1, filled from the record."""
    reader, plan = Reader(site), site.archive.plans[PLAN].record
    yield from plan_head(reader, plan)
    yield from plan_meetings(reader, plan)
    agreed = next(step for step in plan.approvals if step.verb == "agreed")
    who = tuple(reader.party(agreed.by))
    yield Field(14, "СОГЛАСОВАНО", ("СОГЛАСОВАНО", *who, long_date(agreed.date)))


def minutes_head(reader: Reader, entry: Entry[Meeting]) -> Iterator[Field]:
    """Fields 1–6: whose meeting, which and when, and who led it."""
    record = entry.record
    body = reader.archive.associations[entry.association].record
    heads = (reader.archive.organisations[id_].record.name for id_ in record.headline_organisations)
    day = f"{short_date(record.date)} № {record.number}"
    yield Field(1, "Две организации прописными", tuple(name.upper() for name in heads))
    yield Field(2, "ПРОТОКОЛ", ("Протокол",))
    yield Field(3, "Дата и номер", (day,))
    whose = f"заседания учебно-методического объединения {body.name_genitive}"
    yield Field(4, "Чьё заседание", (whose,))
    yield Field(5, "Руководитель", ("Руководитель", *reader.party(record.head)))
    yield Field(6, "Секретарь", ("Секретарь", *reader.party(record.secretary)))


def minutes_people(reader: Reader, record: Meeting) -> Iterator[Field]:
    """Fields 7 and 8: who was there, in the order of the alphabet."""
    here = [p for p in record.attendance.people if p.status != "absent"]
    named = sorted(filter(None, (reader.surname(p.person) for p in here)))
    total = f"Присутствовали — {record.attendance.present_count} человек"
    yield Field(7, "Присутствовали", (total, "список прилагается", *named))
    guests = sorted(record.invited, key=lambda guest: reader.surname(guest.person) or "Я")
    said = [word for guest in guests if guest.person for word in reader.party(guest)]
    said += [word for guest in record.invited if not guest.person for word in reader.party(guest)]
    yield Field(8, "Приглашённые", ("Приглашённые", *said))


def minutes_course(reader: Reader, record: Meeting) -> Iterator[Field]:
    """Fields 9 to 13: the agenda; then, item by item, what was heard and what was decided on it."""
    agenda = []
    for number, item in enumerate(record.agenda, start=1):
        speakers = (word for who in item.speakers for word in reader.party(who))
        kind = item.kind.label.capitalize()
        agenda += [f"{number}. {item.text}", *([kind] if kind != item.text else []), *speakers]
    kinds = {item.kind for item in record.agenda}
    assert {"report", "message"} <= kinds, "the form names these two kinds of contribution"
    yield Field(9, "Повестка дня", ("Повестка дня", *agenda))
    said = 0
    for hearing in record.hearings:
        heard = [f"{', '.join(hearing.agenda)}. СЛУШАЛИ:"]
        heard += [reader.initials(who.person) for who in hearing.speakers]
        if hearing.text_attached:
            heard.append("текст выступления прилагается")
        yield Field(10, "СЛУШАЛИ", tuple(heard))
        own = [d for d in record.decisions if d.agenda[0] in hearing.agenda]
        yield from minutes_decisions(reader, own)
        said += len(own)
    assert said == len(record.decisions), "the form has no decision outside its items"


def minutes_decisions(reader: Reader, decisions: list[Decision]) -> Iterator[Field]:
    """Fields 11–13, for each decision on one item."""
    for place, decision in enumerate(decisions):
        head = ("РЕШИЛИ:",) if place == 0 else ()
        yield Field(11, "РЕШИЛИ", (*head, f"{decision.number}. {decision.text}"))
        who = (word for party in decision.responsible for word in reader.party(party))
        yield Field(12, "Ответственные", ("Ответственные", *who))
        vote = decision.vote
        votes = f"за — {vote.in_favour}, против — {vote.against}, воздержались — {vote.abstained}"
        yield Field(13, "Голосовали", ("Голосовали", votes))


def minutes_signatures(reader: Reader, record: Meeting) -> Iterator[Field]:
    """Field 14."""
    signed = [word for s in record.signatures for word in (s.role.label, reader.initials(s.person))]
    yield Field(14, "Подписи", tuple(signed))


def minutes_fields(site: Site) -> Iterator[Field]:
    """The form of Приложение 2, filled from the record."""
    reader, entry = Reader(site), site.archive.meetings[MEETING]
    yield from minutes_head(reader, entry)
    yield from minutes_people(reader, entry.record)
    yield from minutes_course(reader, entry.record)
    yield from minutes_signatures(reader, entry.record)


def missing(said: str, fields: Iterator[Field]) -> dict[int, list[str]]:
    """What of each field does not stand behind what comes before it, by the field's number."""
    place = 0
    lost: dict[int, list[str]] = {}
    for field in fields:
        lost.setdefault(field.number, [])
        for text in field.shows:
            wanted = plain(text).casefold()
            found = said.find(wanted, place)
            if found < 0:
                where = "out of order" if wanted in said else "nowhere"
                lost[field.number].append(f"{field}: {where}: {text}")
            else:
                place = found + len(wanted)
    return lost
