"""Plans, meetings and their minutes."""

from generator.models.vocabulary.base import Vocabulary


class MeetingMode(Vocabulary):
    """How a meeting takes place."""

    OFFLINE = "offline", "очно"
    ONLINE = "online", "дистанционно"
    HYBRID = "hybrid", "очно и дистанционно"
    ABSENTEE = "absentee", "заочно (опросом)"


class MeetingKind(Vocabulary):
    """What kind of meeting it is (004, п. 20: planned and as needed)."""

    PLANNED = "planned", "плановое"
    EXTRAORDINARY = "extraordinary", "внеочередное"
    EXTENDED = "extended", "расширенное"
    JOINT = "joint", "совместное"
    FINAL = "final", "итоговое"
    OFFSITE = "offsite", "выездное"
    PART_OF_EVENT = "part_of_event", "в рамках другого мероприятия"


class MeetingStatus(Vocabulary):
    """How far the minutes have come; a meeting ahead is `planned`."""

    PLANNED = "planned", "запланировано"
    DRAFT = "draft", "проект протокола"
    SIGNED = "signed", "протокол подписан"
    CANCELLED = "cancelled", "отменено"

    @property
    def held(self) -> bool:
        """Tell whether a meeting in this state has taken place."""
        return self in (MeetingStatus.DRAFT, MeetingStatus.SIGNED)


class AttendanceStatus(Vocabulary):
    """How somebody took part."""

    PRESENT = "present", "присутствовал(а)"
    REMOTE = "remote", "дистанционно"
    REPRESENTED = "represented", "через представителя"
    ABSENT = "absent", "отсутствовал(а)"


class AgendaKind(Vocabulary):
    """What an item of the agenda is (004, Приложение 2)."""

    REPORT = "report", "информация (отчёт)"
    MESSAGE = "message", "сообщение (доклад)"
    INFORMATION = "information", "информация"
    DISCUSSION = "discussion", "обсуждение"
    DISCUSSION_OF_ACT = "discussion_of_act", "обсуждение документа"
    EVENT = "event", "мероприятие"
    MISCELLANEOUS = "misc", "разное"


class VoteScope(Vocabulary):
    """What one vote was about."""

    DECISION = "decision", "по решению"
    ITEM = "item", "по вопросу"
    WHOLE = "whole", "по всей повестке дня"


class DecisionStatus(Vocabulary):
    """What has become of a decision."""

    OPEN = "open", "на исполнении"
    DONE = "done", "исполнено"
    PARTLY = "partly", "исполнено частично"
    LATE = "late", "не исполнено в срок"
    EXTENDED = "extended", "срок продлён"
    CANCELLED = "cancelled", "снято с контроля"


class PlanStatus(Vocabulary):
    """How far a plan has come."""

    DRAFT = "draft", "проект"
    AGREED = "agreed", "согласован"
    APPROVED = "approved", "утверждён"


class PlanItemStatus(Vocabulary):
    """What has become of a point of the plan."""

    PLANNED = "planned", "запланировано"
    HELD = "held", "проведено"
    MOVED = "moved", "перенесено"
    CANCELLED = "cancelled", "отменено"


class BlockKind(Vocabulary):
    """The three blocks of a meeting's programme (004, Приложение 1)."""

    METHODICAL = "methodical", "Учебно-методический блок"
    PRACTICAL = "practical", "Практический блок"
    REFLECTIVE = "reflective", "Рефлексивный блок"


class ActivityKind(Vocabulary):
    """What is done between meetings (001 п. 5.1; 002 «с ЦНППМ», напр. 7, 12; 003 п. 4.3, 5.2–5.4,
    6.4)."""

    ANALYTICAL = "analytical", "аналитическая работа"
    ORGANISATIONAL = "organisational", "организационная работа"
    INFORMATION = "information", "информационная работа"
    CONSULTATION = "consultation", "консультация"
    COMMISSION = "commission", "работа в предметной комиссии"
    OLYMPIAD = "olympiad", "олимпиада школьников"
    ATTESTATION = "attestation", "экспертная работа при аттестации"
    QUALITY = "quality", "оценка качества образования"
    EXPERT_COMMISSION = "expert_commission", "муниципальная экспертная комиссия"
    CONTEST = "contest", "участие в конкурсе"
    CONTEST_EXPERTISE = "contest_expertise", "разработка и экспертиза конкурса"
    MENTORING = "mentoring", "поддержка молодых специалистов"
    LESSON_VISIT = "lesson_visit", "взаимное посещение уроков"
    PROJECT = "project", "проект"
    TRAINING_SITE = "training_site", "стажировочная площадка"
    NETWORK = "network", "сетевое взаимодействие"
