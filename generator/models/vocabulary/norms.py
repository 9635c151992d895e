"""What a regulation can set."""

from generator.models.vocabulary.base import Vocabulary


class Agreement(Vocabulary):
    """What one level does with another (002: «согласование», «экспертиза»)."""

    AGREE = "agree", "согласует"
    EXPERTISE = "expertise", "направляет на экспертизу"
    COOPERATE = "cooperate", "взаимодействует"
    CURATE = "curate", "курирует"
    COORDINATE = "coordinate", "координирует"


class Period(Vocabulary):
    """The span of time that a norm counts in."""

    SCHOOL_YEAR = "school_year", "учебный год"
    SCHOOL_QUARTER = "school_quarter", "учебная четверть"
    CALENDAR_YEAR = "calendar_year", "календарный год"
    CALENDAR_QUARTER = "calendar_quarter", "квартал"
    HALF_YEAR = "half_year", "полугодие"
    MONTH = "month", "месяц"
    ONCE = "once", "однократно"


class VoteBase(Vocabulary):
    """Of whom a majority is counted."""

    PRESENT = "present", "участвующих в заседании"
    CAST = "cast", "поданных голосов"
    COMPOSITION = "composition", "всего состава"


class TieBreak(Vocabulary):
    """What decides when votes are equal."""

    NONE = "none", "решение не принято"
    HEAD = "head", "решает голос руководителя"


class Comparison(Vocabulary):
    """How a share is compared."""

    MORE_THAN = "more_than", "более"
    AT_LEAST = "at_least", "не менее"


class LegalForce(Vocabulary):
    """What weight decisions have."""

    BINDING = "binding", "обязательны"
    ADVISORY = "advisory", "носят рекомендательный характер"


class Presiding(Vocabulary):
    """When an office presides over meetings (001, п. 2.1; 003, п. 4.2; 004, п. 21)."""

    ALWAYS = "always", "ведёт заседания"
    INSTEAD = "instead", "ведёт заседания, когда нет руководителя"
    JOINTLY = "jointly", "ведёт заседания вместе с руководителем"


class PlanPart(Vocabulary):
    """What a plan must contain (004, п. 13)."""

    THEME = "theme", "методическая тема"
    GOAL = "goal", "цели"
    TASKS = "tasks", "задачи"
    MEETINGS = "meetings", "план заседаний"
    EVENTS = "events", "план мероприятий"
