"""What comes of comparing a norm with the facts of a year."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from generator.load import Kind
from generator.models.vocabulary.base import Vocabulary


class State(Vocabulary):
    """The states of a finding, the gravest first."""

    VIOLATED = "violated", "нарушено"
    OVERDUE = "overdue", "просрочено"
    UNKNOWN = "unknown", "нельзя проверить"
    DUE = "due", "ожидается"
    MET = "met", "выполнено"
    NOT_SET = "not_set", "не установлено положением"


class NormKind(Vocabulary):
    """The kinds of norm that are compared with facts, in the order of the page."""

    MEETINGS = "meetings", "Число заседаний"
    PRESIDING = "presiding", "Кто ведёт заседания"
    QUORUM = "quorum", "Кворум"
    GUESTS = "guests", "Приглашённые не голосуют"
    OPEN_VOTE = "open_vote", "Открытое голосование"
    MAJORITY = "majority", "Большинство голосов"
    LEGAL_FORCE = "legal_force", "Сила решений"
    MINUTES = "minutes", "Протокол каждого заседания"
    SIGNATURES = "signatures", "Подписи под протоколом"
    FOLLOW_UP = "follow_up", "Контроль прежних решений"
    EXECUTION = "execution", "Исполнение решений"
    PLAN = "plan", "План на год"
    PLAN_PARTS = "plan_parts", "Части плана"
    PLAN_BASIS = "plan_basis", "Основание плана"
    PLAN_PATH = "plan_path", "Утверждение плана"
    PLAN_EXECUTION = "plan_execution", "Выполнение плана"
    DISTRICT_THEME = "district_theme", "Единая методическая тема"
    FOUNDING = "founding", "Создание приказом"
    STRUCTURE = "structure", "Место в структуре"
    COMPOSITION = "composition", "Утверждение состава"
    MIN_MEMBERS = "min_members", "Численность"
    OFFICES = "offices", "Должности в объединении"
    APPOINTMENT = "appointment", "Назначение приказом"
    CATEGORY = "category", "Категория руководителя"
    CANDIDATE = "candidate", "Согласование руководителя"
    SECRETARY = "secretary", "Секретарь из состава"
    CHILD_HEADS = "child_heads", "Руководители РМО в составе"
    SUBJECTS = "subjects", "Предметы членов объединения"
    MEMBER_DATA = "member_data", "Сведения о членах обновлены"
    DEADLINES = "deadlines", "Отчёты и анализы в срок"
    REPORT_PATH = "report_path", "Согласование отчётов"
    DOCUMENTS = "documents", "Перечень документов"
    EXPERTISE = "expertise", "Экспертиза разработок"
    PUBLICATION = "publication", "Опыт рекомендован к публикации"


class Evidence(NamedTuple):
    """A record that a finding rests on; of a meeting perhaps one decision, by its number."""

    kind: Kind
    id: str
    decision: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One norm against the facts of a year: what was found, by which clause, and what to do.

    `subject` says which of several things it is about: a meeting, a quarter, a document; empty
    where the norm is about the year as a whole. `due` is the last day on which the norm can be
    met in time. `missing` names the field without which nothing can be said.
    """

    norm: NormKind
    state: State
    message: str
    clause: str = ""
    subject: str = ""
    due: date | None = None
    evidence: tuple[Evidence, ...] = ()
    advice: str = ""
    missing: str = ""
    regulation: str = ""

    def plain(self) -> tuple[Any, ...]:
        """The finding as plain values, to be kept between runs."""
        return (
            self.norm.value,
            self.state.value,
            self.message,
            self.clause,
            self.subject,
            self.due.isoformat() if self.due else "",
            tuple((one.kind.value, one.id, one.decision) for one in self.evidence),
            self.advice,
            self.missing,
            self.regulation,
        )

    @classmethod
    def restored(cls, plain: tuple[Any, ...]) -> "Finding":
        """The finding of its plain values."""
        norm, state, message, clause, subject, due, evidence, advice, missing, home = plain
        return cls(
            NormKind.read(norm),
            State.read(state),
            message,
            clause,
            subject,
            date.fromisoformat(due) if due else None,
            tuple(Evidence(Kind(kind), id_, number) for kind, id_, number in evidence),
            advice,
            missing,
            home,
        )


def gravest(findings: Iterable[Finding]) -> State:
    """The state of several findings together: that of the gravest; not set where there is none."""
    order = list(State)
    return min((finding.state for finding in findings), key=order.index, default=State.NOT_SET)
