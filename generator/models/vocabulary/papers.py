"""Documents and the steps by which they gain force."""

from generator.models.vocabulary.base import Vocabulary


class ApprovalVerb(Vocabulary):
    """The steps by which a paper gains force."""

    DRAFTED = "drafted", "составлено"
    DISCUSSED = "discussed", "обсуждено"
    CONSIDERED = "considered", "рассмотрено"
    ACCEPTED = "accepted", "принято"
    AGREED = "agreed", "согласовано"
    APPROVED = "approved", "утверждено"


class ActKind(Vocabulary):
    """The kind of act that a step or an event rests on."""

    ORDER = "order", "приказ"
    RESOLUTION = "resolution", "постановление"
    MINUTES = "minutes", "протокол"
    LETTER = "letter", "письмо"
    LAW = "law", "закон"
    CODE = "code", "кодекс"
    CERTIFICATE = "certificate", "свидетельство"


class DocumentKind(Vocabulary):
    """Kinds of documents: the lists of 001 (разд. 6) and 004 (п. 26), the rights in 001–004."""

    REGULATION = "regulation", "положение"
    COMPOSITION_ORDER = "composition_order", "приказ о составе"
    NETWORK_ORDER = "network_order", "приказ о методической сети"
    ORDER = "order", "приказ"
    REGULATORY_ACT = "regulatory_act", "нормативный правовой акт"
    INSTRUCTION = "instruction", "инструктивно-методический материал"
    PLAN = "plan", "план работы"
    MINUTES = "minutes", "протокол заседания"
    REGISTRATION_LIST = "registration_list", "регистрационный лист"
    MEETING_MATERIALS = "meeting_materials", "материалы заседания"
    ANALYSIS = "analysis", "анализ работы"
    REPORT = "report", "отчёт"
    PORTFOLIO = "portfolio", "портфолио объединения"
    ASSESSMENT = "assessment", "оценка деятельности"
    NEEDS_SURVEY = "needs_survey", "сведения о профессиональных потребностях"
    TRAINING_ORDER = "training_order", "заказ на повышение квалификации"
    DATA_BANK = "data_bank", "банк данных о членах объединения"
    SELF_EDUCATION = "self_education", "темы самообразования"
    RECOMMENDATION = "recommendation", "методические рекомендации"
    PROPOSAL = "proposal", "предложение"
    PETITION = "petition", "ходатайство"
    NOMINATION = "nomination", "выдвижение на конкурс"
    INFORMATION = "information", "информация по запросу"
    AGREEMENT = "agreement", "соглашение"
    OTHER = "other", "иной документ"


class DocumentStatus(Vocabulary):
    """Whether a document is in force."""

    DRAFT = "draft", "проект"
    IN_FORCE = "in_force", "действует"
    SUPERSEDED = "superseded", "заменён"


class Visibility(Vocabulary):
    """Who may see that a document exists."""

    PUBLIC = "public", "для всех"
    INTERNAL = "internal", "для служебного пользования"


class Media(Vocabulary):
    """What a document is kept on."""

    PAPER = "paper", "на бумаге"
    ELECTRONIC = "electronic", "в электронном виде"
    BOTH = "both", "на бумаге и в электронном виде"


class AssessmentKind(Vocabulary):
    """Who assesses an association (003, п. 5.7)."""

    SELF = "self", "самооценка"
    EXTERNAL = "external", "внешняя оценка"
