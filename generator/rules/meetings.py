"""Norms about meetings: how many there are, their minutes and signatures, their guests."""

from datetime import timedelta
from itertools import chain

from generator.load import Entry
from generator.models import Meeting
from generator.models.norms import GuestsNorm, MeetingsNorm, MinutesNorm
from generator.models.parts import Signature
from generator.models.vocabulary import MeetingStatus, Period, Role
from generator.rules.attendance import guests_among, holders, voted, voters_present
from generator.rules.case import Case, days_between
from generator.rules.finding import Finding, NormKind, State
from generator.rules.periods import Stretch, cut_short, last_day, outside_life, stretches
from generator.rules.presiding import acting_head
from generator.rules.words import (
    Found,
    awaited,
    by_meeting,
    found,
    meeting_name,
    missed,
    none_yet,
    proof,
)
from generator.values import count, short_date

_UNTOLD = "а сколько заседаний нужно за неполный период, положение не говорит"
_SEARCH = "Если заседание было, внесите его протокол."
_HOLD = "Проведите заседание и внесите протокол."


def enough_meetings(case: Case) -> Found:
    """As many meetings are held in each period as the norm says (001 п. 4.4, 003 п. 4.2,
    004 п. 20).

    A period is judged by the norm in force on its last day. Meetings outside school quarters,
    in the holidays, count for no quarter. A quarter that has passed without its meeting is overdue
    while the year runs, and violated once it is over.
    """
    for period in Period:
        for stretch in stretches(case, period):
            for source in case.norms("meetings", stretch.last):
                if source[1].per is period and not outside_life(case, stretch):
                    yield _counted(case, source, stretch)
    for source in case.norms("meetings", case.year.ends):
        if source[1].per is Period.SCHOOL_QUARTER and not case.quarters:
            message = f"в site.yml нет четвертей {case.year.title} учебного года"
            yield found(
                NormKind.MEETINGS, State.UNKNOWN, message, source, missing="school_years.quarters"
            )


def _counted(case: Case, source: tuple[str, MeetingsNorm], stretch: Stretch) -> Finding:
    held = _held_in(case, stretch, source[1].per)
    said = count(len(held), "заседание", "заседания", "заседаний")
    said = f"проведено {said}" if held else "заседаний не было"
    message = f"{said}, нужно не меньше {source[1].min}"
    more = {"subject": stretch.name, "evidence": proof(*held)}
    kind, last = NormKind.MEETINGS, last_day(case, stretch)
    if len(held) >= source[1].min:
        return found(kind, State.MET, message, source, **more)
    if case.today <= last:
        return found(kind, State.DUE, message, source, due=last, advice=_HOLD, **more)
    if why := cut_short(case, stretch):
        message = f"{said}; {why}, {_UNTOLD}"
        return found(kind, State.UNKNOWN, message, source, missing="meetings", **more)
    return found(kind, missed(case), message, source, due=last, advice=_SEARCH, **more)


def _held_in(case: Case, stretch: Stretch, period: Period) -> list[Entry[Meeting]]:
    """The meetings of a period. The calendar quarter of the summer also has those of its July and
    August that lie in the folder of the year before."""
    folders = [case.held]
    if period is Period.CALENDAR_QUARTER:
        folders.insert(0, _of_the_year_before(case))
    return [m for m in chain(*folders) if stretch.first <= m.record.date <= stretch.last]


def _of_the_year_before(case: Case) -> tuple[Entry[Meeting], ...]:
    relations, body = case.archive.relations, case.association.id
    for year in relations.years.get(body, ()):
        if year.first == case.year.first - 1:
            return tuple(
                m for m in relations.meetings.get((body, year), ()) if m.record.status.held
            )
    return ()


def minutes_there(case: Case) -> Found:
    """Every meeting that has taken place has minutes (003 п. 4.2, 004 п. 22)."""
    pairs = by_meeting(case, "minutes", case.meetings, _minutes_required)
    yield from [_minutes(case, entry, source) for entry, source in pairs] or none_yet(
        case, NormKind.MINUTES, "minutes", "заседаний", _minutes_required
    )


def _minutes_required(norm: MinutesNorm) -> bool | None:
    return norm.required


def _minutes(case: Case, entry: Entry[Meeting], source: tuple[str, MinutesNorm]) -> Finding:
    more = {"subject": meeting_name(entry), "evidence": proof(entry)}
    kind = NormKind.MINUTES
    if entry.record.status.held:
        signed = entry.record.status is MeetingStatus.SIGNED
        message = "протокол есть" if signed else "есть проект протокола"
        return found(kind, State.MET, message, source, **more)
    day = entry.record.date
    if case.today <= day:
        return found(kind, State.DUE, "заседание впереди", source, due=day, **more)
    message = "день заседания прошёл, протокола нет"
    advice = "Внесите протокол или отметьте, что заседание отменено."
    return found(kind, missed(case), message, source, due=day, advice=advice, **more)


def minutes_signed(case: Case) -> Found:
    """Minutes bear the signatures that the norm names, in time where it sets one (001 п. 4.4)."""
    pairs = by_meeting(case, "minutes", case.held, _signers)
    yield from [_signed(case, entry, source) for entry, source in pairs] or none_yet(
        case, NormKind.SIGNATURES, "minutes", "протоколов", _signers
    )


def _signers(norm: MinutesNorm) -> tuple[Role, ...]:
    return norm.signers


def _signed(case: Case, entry: Entry[Meeting], source: tuple[str, MinutesNorm]) -> Finding:
    norm, kind = source[1], NormKind.SIGNATURES
    signed = {role: _signature(case, entry, role) for role in norm.signers}
    lacking = ", ".join(case.office(role) for role, signature in signed.items() if not signature)
    days = [signature.date for signature in signed.values() if signature]
    last = max((day for day in days if day), default=None)
    deadline = entry.record.date + timedelta(days=norm.due_days) if norm.due_days else None
    more = {"subject": meeting_name(entry), "evidence": proof(entry), "due": deadline}
    if deadline and last and last > deadline:
        late = count(days_between(deadline, last), "день", "дня", "дней")
        message = f"последняя подпись {short_date(last)}, на {late} позже срока"
        message += f"; не записана подпись: {lacking}" if lacking else ""
        return found(kind, State.VIOLATED, message, source, **more)
    if lacking and entry.record.status is MeetingStatus.SIGNED:
        message = f"не записано, есть ли подпись: {lacking}"
        return found(kind, State.UNKNOWN, message, source, missing="signatures", **more)
    if lacking:
        more["due"] = deadline or case.year.ends
        advice = "Подпишите протокол, внесите подписи и поставьте status: signed."
        state = awaited(case, deadline or case.year.ends)
        return found(kind, state, f"нет подписи: {lacking}", source, advice=advice, **more)
    if deadline and None in days:
        message = "день подписания не записан"
        return found(kind, State.UNKNOWN, message, source, missing="signatures.date", **more)
    return found(kind, State.MET, "подписан", source, **(more | {"due": None}))


def _signature(case: Case, entry: Entry[Meeting], role: Role) -> Signature | None:
    """The signature of an office: by its role, or by whoever held it on that day.

    Who led the meeting in the head's stead signs in the head's stead.
    """
    persons, roles = set(holders(case, entry, role)), {role}
    written = {Role.HEAD: entry.record.head, Role.SECRETARY: entry.record.secretary}.get(role)
    if written and written.person:
        persons.add(written.person)
    if role is Role.HEAD and (acting := acting_head(case, entry)):
        roles.add(acting)
        persons |= holders(case, entry, acting)
    for signature in entry.record.signatures:
        if signature.role in roles or (signature.role is None and signature.person in persons):
            return signature
    return None


def guests_have_no_vote(case: Case) -> Found:
    """Guests take part; they are not counted and do not vote (001 п. 2.7)."""
    pairs = by_meeting(case, "guests", case.held)
    yield from [_guests(case, entry, source) for entry, source in pairs] or none_yet(
        case, NormKind.GUESTS, "guests", "заседаний"
    )


def _guests(case: Case, entry: Entry[Meeting], source: tuple[str, GuestsNorm]) -> Finding:
    norm, kind = source[1], NormKind.GUESTS
    more = {"subject": meeting_name(entry), "evidence": proof(entry)}
    strangers = len(list(guests_among(case, entry)))
    if strangers and norm.count is False:
        listed = count(strangers, "человек", "человека", "человек")
        message = f"в списке присутствовавших членов есть посторонние: {listed}"
        advice = "Перенесите их в поле invited."
        return found(kind, State.VIOLATED, message, source, advice=advice, **more)
    if norm.vote:
        return found(kind, State.MET, "приглашённым разрешено голосовать", source, **more)
    if not strangers and not entry.record.invited:
        return found(kind, State.MET, "приглашённых в протоколе нет", source, **more)
    state, message, missing = _votes_of_members(case, entry)
    return found(kind, state, message, source, missing=missing, **more)


def _votes_of_members(case: Case, entry: Entry[Meeting]) -> tuple[State, str, str]:
    """Whether no more voted than there were members: the state, the words, the missing field."""
    votes = [vote for _, _, vote in voted(entry.record) if not (vote and vote.without_vote)]
    if not votes:
        return State.MET, "голосования не было", ""
    numbers = [vote.cast for vote in votes if vote and vote.cast is not None]
    most, present = max(numbers, default=0), voters_present(case, entry)
    if present is not None and most > present:
        return State.VIOLATED, f"голосов {most}, а членов присутствовало {present}", ""
    if len(numbers) < len(votes):
        return State.UNKNOWN, "голосовали ли приглашённые, не видно: нет числа голосов", "vote"
    if present is None:
        return State.UNKNOWN, "не записано, сколько членов присутствовало", "attendance"
    return State.MET, f"голосов {most}, членов присутствовало {present}", ""
