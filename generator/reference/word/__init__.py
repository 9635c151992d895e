"""The templates of Word files that come with the program, made anew from what is written here.

`python -m generator.reference` writes them to `generator/pages/word/templates/`, and what names
they may use to `docs/word.md`. An office changes copies of them in Word (`umo docx --templates`).
"""

from collections.abc import Callable
from pathlib import Path

from generator.pages import word
from generator.pages.word_files import Form
from generator.reference.word import lists, minutes, plan, texts
from generator.reference.word.paper import Paper
from generator.whole_files import write_whole

MAKERS: dict[Form, Callable[[], Paper]] = {
    Form.MINUTES: minutes.full,
    Form.SHORT: minutes.short,
    Form.AGENDA: minutes.agenda,
    Form.REGISTRATION: lists.registration,
    Form.PLAN: plan.plan,
    Form.ANALYSIS: texts.analysis,
    Form.COMPOSITION: lists.composition,
    Form.REGISTER: lists.register,
    Form.CONTROL: lists.control,
    Form.PORTFOLIO: texts.portfolio,
    Form.PRACTICE: texts.practice,
    Form.HANDOUT: texts.handout,
}


TEMPLATES = Path(word.__file__).parent / "templates"
"""Where the program looks for them."""


def templates() -> dict[str, bytes]:
    """Every template by the name of its file."""
    return {f"{form.label}.docx": make().saved() for form, make in MAKERS.items()}


def write_templates(folder: Path) -> int:
    """Write every template into a folder; tell how many there are."""
    made = templates()
    for name, data in made.items():
        file = folder / name
        if not file.is_file() or file.read_bytes() != data:
            write_whole(file, data)
    return len(made)
