"""Blank forms as Word files: the same templates, with lines to write on."""

from generator.load import Entry
from generator.models import Association
from generator.pages.context import Context
from generator.pages.word.files import filled
from generator.pages.word.sheets.blanks import blank_minutes, blank_plan, blank_registration
from generator.pages.word_files import Form

BLANKS = {
    Form.MINUTES: blank_minutes,
    Form.PLAN: blank_plan,
    Form.REGISTRATION: blank_registration,
}
"""The forms of which there are blanks."""


def blank_file(context: Context, form: Form, home: Entry[Association]) -> bytes:
    """The blank form of an association."""
    return filled(context, form, BLANKS[form](context, home))
