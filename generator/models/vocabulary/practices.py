"""The archive of best practices."""

from generator.models.vocabulary.base import Vocabulary


class PracticeType(Vocabulary):
    """What is described (schema.org learningResourceType)."""

    METHOD = "method", "методический приём"
    TECHNOLOGY = "technology", "технология"
    SYSTEM = "system", "система работы"
    PROGRAMME = "programme", "программа"
    LESSON = "lesson", "урок или занятие"
    MODEL = "model", "модель"
    PROJECT = "project", "проект"
    ASSESSMENT = "assessment", "оценочные материалы"


class PracticeStatus(Vocabulary):
    """The way of a practice from a draft to the bank."""

    DRAFT = "draft", "черновик"
    SUBMITTED = "submitted", "подано"
    ON_EXPERTISE = "on_expertise", "на экспертизе"
    RETURNED = "returned", "возвращено на доработку"
    APPROVED = "approved", "одобрено"
    IN_BANK = "in_bank", "в банке практик"
    RECOMMENDED = "recommended", "рекомендовано к публикации"
    ARCHIVED = "archived", "в архиве"

    @property
    def public(self) -> bool:
        """Tell whether a card in this state is fit for the public."""
        return self in _PUBLIC_STATES


class Verdict(Vocabulary):
    """What an expertise ended with."""

    APPROVED = "approved", "одобрено"
    RETURNED = "returned", "возвращено на доработку"
    REJECTED = "rejected", "отклонено"


_PUBLIC_STATES = frozenset(
    {
        PracticeStatus.APPROVED,
        PracticeStatus.IN_BANK,
        PracticeStatus.RECOMMENDED,
        PracticeStatus.ARCHIVED,
    }
)
