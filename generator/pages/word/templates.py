"""Which template a form is filled by: the office's own, else that which comes with the program."""

from functools import cache
from importlib.resources import files

from generator.pages.context import Context
from generator.pages.word.compiled import WordTemplate, compiled
from generator.pages.word_files import Form


def template_of(context: Context, form: Form) -> WordTemplate:
    """The template of a form, ready to be filled."""
    return compiled(context.word_form(form.label) or shipped(form))


@cache
def shipped(form: Form) -> bytes:
    """The template that comes with the program."""
    return files(__package__).joinpath("templates", f"{form.label}.docx").read_bytes()
