"""What the templates of minutes, of an agenda and of a registration sheet may name."""

from dataclasses import dataclass
from typing import Annotated

from generator.pages.word.said import Sheet
from generator.pages.word.sheets.common import Fact, Indicator, Signer


@dataclass(frozen=True, slots=True)
class SubItem:
    """A part of a question."""

    number: Annotated[str, "номер, если записан"]
    text: Annotated[str, "вопрос"]
    speakers: Annotated[str, "докладчики"]


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A question of the agenda."""

    number: Annotated[str, "номер вопроса"]
    text: Annotated[str, "вопрос"]
    speakers: Annotated[str, "вид выступления и докладчики"]
    parts: Annotated[tuple[SubItem, ...], "подвопросы"]
    materials: Annotated[str, "материалы к вопросу"]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision with who answers for it."""

    number: Annotated[str, "номер решения"]
    text: Annotated[str, "решение"]
    question: Annotated[str, "по какому вопросу повестки"]
    responsible: Annotated[str, "ответственные; не названы — черта"]
    sent_to: Annotated[str, "кому направлено"]
    due: Annotated[str, "срок"]
    vote: Annotated[str, "голосование"]
    refused: Annotated[bool, "не принято"]


@dataclass(frozen=True, slots=True)
class Hearing:
    """What was heard and decided on a question: СЛУШАЛИ, ВЫСТУПИЛИ, РЕШИЛИ."""

    number: Annotated[str, "номера вопросов повестки"]
    speakers: Annotated[str, "кого слушали"]
    attached: Annotated[bool, "текст выступления прилагается"]
    summary: Annotated[str, "о чём говорили"]
    questions: Annotated[tuple[str, ...], "вопросы к докладчику с ответами"]
    remarks: Annotated[tuple[str, ...], "кто выступил и что сказал"]
    decisions: Annotated[tuple[Decision, ...], "что решили"]
    unfilled: Annotated[str, "черта там, где протокол ещё не записан"]


@dataclass(frozen=True, slots=True)
class Attendee:
    """Somebody on the attendance list."""

    number: Annotated[str, "номер по порядку"]
    name: Annotated[str | None, "имя, если его можно назвать"]
    place: Annotated[str | None, "должность и место работы"]


@dataclass(frozen=True, slots=True)
class Attendance:
    """Who was there."""

    present: Annotated[str, "сколько присутствовало, одной фразой"]
    short: Annotated[str, "то же для краткой формы"]
    counts: Annotated[tuple[str, ...], "примечание, сколько по ролям и организациям"]
    people: Annotated[tuple[Attendee, ...], "список присутствовавших по алфавиту"]
    absent: Annotated[tuple[str, ...], "отсутствовавшие"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MeetingSheet(Sheet):
    """What papers of a meeting have in common."""

    heads: Annotated[tuple[str, ...], "организации в шапке"]
    body_of: Annotated[str, "чьё заседание, в родительном падеже"]
    day: Annotated[str | None, "дата словами и день недели, время"]
    place: Annotated[str, "место"]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesSheet(MeetingSheet):
    """The minutes in full, in short form, or the agenda of a meeting ahead."""

    title: Annotated[str, "название бумаги"]
    date: Annotated[str | None, "дата цифрами"]
    number: Annotated[str | None, "номер протокола"]
    facts: Annotated[tuple[Fact, ...], "вид, площадка, тема, форма, цель, задачи"]
    head: Annotated[Fact | None, "руководитель: как называется и кто"]
    presided_by: Annotated[str, "кто вёл, если не руководитель"]
    secretary: Annotated[Fact | None, "секретарь: как называется и кто"]
    attendance: Annotated[Attendance, "кто был"]
    invited: Annotated[tuple[str, ...], "приглашённые по алфавиту"]
    agenda: Annotated[tuple[AgendaItem, ...], "повестка дня"]
    reviews: Annotated[tuple[str, ...], "о выполнении прежних решений"]
    hearings: Annotated[tuple[Hearing, ...], "слушали и решили, по вопросам"]
    decisions: Annotated[tuple[Decision, ...], "решения по всей повестке"]
    vote: Annotated[str, "голосование в целом"]
    ratings: Annotated[tuple[str, ...], "оценки участников"]
    indicators: Annotated[tuple[Indicator, ...], "показатели"]
    attachments: Annotated[tuple[str, ...], "приложения"]
    notes: Annotated[str, "примечания"]
    signers: Annotated[tuple[Signer, ...], "подписи"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationSheet(MeetingSheet):
    """The sheet that everybody signs on coming in."""

    rows: Annotated[tuple[Attendee, ...], "кто ожидается, затем пустые строки"]
