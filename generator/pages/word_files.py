"""The Word files beside pages: which forms there are, under which names, and who offers them.

The file of a form lies beside the page of its record; a page offers it in its bar. The site file
switches all of them off (`word_files: нет`).
"""

from enum import Enum

from generator.pages.context import Context

WORD_FILE = ".docx"
"""How the address of a Word file ends."""


class Form(Enum):
    """A form: its name in the office's folder, its file beside a page, what the button says."""

    MINUTES = "minutes", "protokol.docx", "Протокол в Word"
    AGENDA = "agenda", "povestka.docx", "Повестка в Word"
    SHORT = "minutes-short", "protokol-kratko.docx", "Краткий протокол в Word"
    REGISTRATION = "registration", "list-registracii.docx", "Лист регистрации в Word"
    PLAN = "plan", "plan.docx", "План в Word"
    ANALYSIS = "analysis", "analiz.docx", "Анализ в Word"
    COMPOSITION = "composition", "sostav.docx", "Состав в Word"
    REGISTER = "register", "reestr.docx", "Реестр документов в Word"
    CONTROL = "control", "kontrol.docx", "Контроль решений в Word"
    PORTFOLIO = "portfolio", "portfolio.docx", "Портфолио в Word"
    PRACTICE = "practice", "praktika.docx", "Карточка в Word"
    HANDOUT = "handout", "praktika-razdatka.docx", "Раздатка в Word"

    def __init__(self, label: str, file: str, title: str) -> None:
        self.label = label
        self.file = file
        self.title = title

    def beside(self, page: str) -> str:
        """The address of the file beside a page."""
        return f"{page}{self.file}"


def offered(context: Context) -> bool:
    """Whether the site has Word files at all."""
    return context.archive.site.record.word_files


def word_files(context: Context, page: str, *forms: Form) -> tuple[tuple[str, str], ...]:
    """The addresses and titles of files for the bar of a page; none where the site has none."""
    if not offered(context):
        return ()
    return tuple((form.beside(page), form.title) for form in forms)
