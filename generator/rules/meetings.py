"""Norms about meetings: how many, who presides, minutes and their signatures."""

from datetime import date, timedelta

from generator.load import Entry
from generator.models import Meeting, Party
from generator.models.norms import GuestsNorm, MeetingsNorm, MinutesNorm, RoleNorm
from generator.models.parts import Signature
from generator.models.vocabulary import MeetingStatus, Period, Presiding, Role
from generator.rules.attendance import guests_among, members_present
from generator.rules.case import Case, days_between
from generator.rules.finding import Finding, NormKind, State
from generator.rules.periods import Stretch, stretches
from generator.rules.words import (
    Found,
    awaited,
    found,
    meeting_name,
    missed,
    nothing_yet,
    proof,
)
from generator.values import count, short_date


def enough_meetings(case: Case) -> Found:
    """As many meetings are held in each period as the norm says (001 п. 4.4, 003 п. 4.2,
    004 п. 20).

    A period is judged by the norm in force on its last day. Meetings outside school quarters,
    in the holidays, count for no quarter.
    """
    for period in Period:
        for stretch in stretches(case, period):
            for source in case.norms("meetings", stretch.last):
                if source[1].per is period:
                    yield _counted(case, source, stretch)
    for source in case.norms("meetings", case.year.ends):
        if source[1].per is Period.SCHOOL_QUARTER and not case.quarters:
            message = f"в site.yml нет четвертей {case.year.title} учебного года"
            yield found(
                NormKind.MEETINGS, State.UNKNOWN, message, source, missing="school_years.quarters"
            )


def _counted(case: Case, source: tuple[str, MeetingsNorm], stretch: Stretch) -> Finding:
    held = [m for m in case.held if stretch.first <= m.record.date <= stretch.last]
    wanted = source[1].min
    state = State.MET if len(held) >= wanted else awaited(case, stretch.last)
    said = count(len(held), "заседание", "заседания", "заседаний")
    return found(
        NormKind.MEETINGS,
        state,
        f"проведено {said}, нужно не меньше {wanted}",
        source,
        subject=stretch.name,
        due=None if state is State.MET else stretch.last,
        evidence=proof(*held),
        advice="" if state is State.MET else "Проведите заседание и внесите протокол.",
    )


def minutes_there(case: Case) -> Found:
    """Every meeting that has taken place has minutes (003 п. 4.2, 004 п. 22)."""
    norms = list(case.norms("minutes", case.year.ends))
    for entry in case.meetings:
        for source in case.norms("minutes", entry.record.date):
            if source[1].required:
                yield _minutes(case, entry, source)
    if not case.meetings:
        for source in norms:
            if source[1].required:
                yield nothing_yet(case, NormKind.MINUTES, source, "заседаний")


def _minutes(case: Case, entry: Entry[Meeting], source: tuple[str, MinutesNorm]) -> Finding:
    subject, evidence = meeting_name(entry), proof(entry)
    kind = NormKind.MINUTES
    if entry.record.status.held:
        return found(kind, State.MET, "протокол есть", source, subject=subject, evidence=evidence)
    day = entry.record.date
    ahead = case.today <= day
    return found(
        kind,
        State.DUE if ahead else missed(case),
        "заседание впереди" if ahead else "день заседания прошёл, протокола нет",
        source,
        subject=subject,
        due=day,
        evidence=evidence,
        advice="" if ahead else "Внесите протокол или отметьте, что заседание отменено.",
    )


def minutes_signed(case: Case) -> Found:
    """Minutes bear the signatures that the norm names, in time where it sets one (001 п. 4.4)."""
    for entry in case.held:
        for source in case.norms("minutes", entry.record.date):
            if source[1].signers:
                yield _signed(case, entry, source)
    if not case.held:
        for source in case.norms("minutes", case.year.ends):
            if source[1].signers:
                yield nothing_yet(case, NormKind.SIGNATURES, source, "протоколов")


def _signed(case: Case, entry: Entry[Meeting], source: tuple[str, MinutesNorm]) -> Finding:
    record, norm = entry.record, source[1]
    signed = {role: _signature(case, entry, role) for role in norm.signers}
    missing = [case.office(role) for role, signature in signed.items() if signature is None]
    last = max((s.date for s in signed.values() if s and s.date), default=None)
    deadline = record.date + timedelta(days=norm.due_days) if norm.due_days else None
    more = {"subject": meeting_name(entry), "evidence": proof(entry)}
    kind = NormKind.SIGNATURES
    if missing:
        message = f"нет подписи: {', '.join(missing)}"
        if record.status is MeetingStatus.SIGNED:
            return found(kind, State.UNKNOWN, message, source, missing="signatures", **more)
        advice = "Подпишите протокол, внесите подписи и поставьте status: signed."
        state = awaited(case, deadline or case.year.ends)
        return found(kind, state, message, source, due=deadline, advice=advice, **more)
    if deadline is not None and any(s and s.date is None for s in signed.values()):
        message = "день подписания не записан"
        return found(kind, State.UNKNOWN, message, source, missing="signatures.date", **more)
    if deadline is not None and last is not None and last > deadline:
        late = count(days_between(deadline, last), "день", "дня", "дней")
        message = f"подписан {short_date(last)}, на {late} позже срока"
        return found(kind, State.VIOLATED, message, source, due=deadline, **more)
    return found(kind, State.MET, "подписан", source, **more)


def _signature(case: Case, entry: Entry[Meeting], role: Role) -> Signature | None:
    """The signature of an office: by its role, or by whoever held it on that day."""
    holders = {row.person for row in case.members(entry.record.date, role) if row.person}
    written = entry.record.head if role is Role.HEAD else None
    written = entry.record.secretary if role is Role.SECRETARY else written
    if written and written.person:
        holders.add(written.person)
    for signature in entry.record.signatures:
        if signature.role is role or (signature.role is None and signature.person in holders):
            return signature
    return None


def presided_rightly(case: Case) -> Found:
    """A meeting is led by whom the norm names: the head; the deputy in the head's absence; the
    coordinator beside the head (001 п. 2.1, 003 п. 4.2, 004 п. 21)."""
    for entry in case.held:
        roles = _presiding(case, entry.record.date)
        if roles:
            yield _presided(case, entry, roles)
    if not case.held and (roles := _presiding(case, case.year.ends)):
        first = next(iter(roles.values()))
        yield nothing_yet(case, NormKind.PRESIDING, first, "заседаний")


def _presiding(case: Case, day: date) -> dict[Role, tuple[str, RoleNorm]]:
    """The offices that may lead a meeting, where the norm says who must."""
    found_norms = {s[1].role: s for s in case.norms("roles", day) if s[1].presides}
    always = any(s[1].presides is Presiding.ALWAYS for s in found_norms.values())
    return found_norms if always else {}


def _presided(
    case: Case, entry: Entry[Meeting], roles: dict[Role, tuple[str, RoleNorm]]
) -> Finding:
    role = _role_of(case, entry, entry.record.presided_by)
    source = roles.get(role) if role else None
    main = next(s for s in roles.values() if s[1].presides is Presiding.ALWAYS)
    more = {"subject": meeting_name(entry), "evidence": proof(entry)}
    kind = NormKind.PRESIDING
    if role is None and entry.record.presided_by is None:
        message = f"не записано, кто вёл: {case.office(Role.HEAD)} в составе не найден"
        return found(kind, State.UNKNOWN, message, main, missing="presided_by", **more)
    clause = (source or main)[1].presides_clause or main[1].clause or ""
    more["clause"] = clause
    if source is None or role is None:
        return found(kind, State.VIOLATED, "вёл тот, кому это не поручено", main, **more)
    if source[1].presides is Presiding.INSTEAD and _head_was_there(case, entry):
        message = f"вёл {case.office(role)}, хотя {case.office(Role.HEAD)} присутствовал"
        return found(kind, State.VIOLATED, message, source, **more)
    return found(kind, State.MET, f"вёл {case.office(role)}", source, **more)


def _role_of(case: Case, entry: Entry[Meeting], party: Party | None) -> Role | None:
    """The office of whoever led a meeting; where nobody is named it was the head."""
    day = entry.record.date
    if party is None:
        there = entry.record.head or case.members(day, Role.HEAD)
        return Role.HEAD if there else None
    if party.role:
        return party.role
    if party.person and entry.record.head and entry.record.head.person == party.person:
        return Role.HEAD
    for row in case.members(day, *Role):
        if party.person and row.person == party.person:
            return row.role
    return None


def _head_was_there(case: Case, entry: Entry[Meeting]) -> bool:
    """Tell whether the head is on the list of those present; without a list nobody can tell."""
    heads = {row.person for row in case.members(entry.record.date, Role.HEAD) if row.person}
    attendance = entry.record.attendance
    absent = {row.person for row in attendance.absent} if attendance else set()
    listed = {row.person for row in attendance.people} if attendance else set()
    return bool(heads & (listed - absent))


def guests_have_no_vote(case: Case) -> Found:
    """Guests take part; they are not counted and do not vote (001 п. 2.7)."""
    for entry in case.held:
        for source in case.norms("guests", entry.record.date):
            yield _guests(case, entry, source)
    if not case.held:
        for source in case.norms("guests", case.year.ends):
            yield nothing_yet(case, NormKind.GUESTS, source, "заседаний")


def _guests(case: Case, entry: Entry[Meeting], source: tuple[str, GuestsNorm]) -> Finding:
    norm = source[1]
    more = {"subject": meeting_name(entry), "evidence": proof(entry)}
    kind = NormKind.GUESTS
    strangers = len(list(guests_among(case, entry)))
    if strangers and not norm.count:
        listed = count(strangers, "человек", "человека", "человек")
        message = f"среди присутствующих членов записаны посторонние: {listed}"
        advice = "Перенесите их в поле invited."
        return found(kind, State.VIOLATED, message, source, advice=advice, **more)
    present = members_present(case, entry)
    votes = [d.vote.cast for d in entry.record.decisions if d.vote and d.vote.cast is not None]
    if present is None and votes and entry.record.invited:
        message = "голоса и приглашённые есть, а число членов не записано"
        return found(kind, State.UNKNOWN, message, source, missing="attendance", **more)
    if present is not None and not norm.vote and any(cast > present for cast in votes):
        message = f"голосов {max(votes)}, а членов присутствовало {present}"
        return found(kind, State.VIOLATED, message, source, **more)
    return found(kind, State.MET, "голосовали только члены объединения", source, **more)
