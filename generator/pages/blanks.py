"""The page of an association's blank forms: each is a view of it, and is printed alone."""

from collections.abc import Iterator
from functools import partial

from generator.load import Entry
from generator.models import Association
from generator.pages.addresses import blanks_address
from generator.pages.associations import trail_to
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.forms.blanks import blank_forms
from generator.pages.page import Page

VIEWS = (
    ("blank-minutes", "Протокол заседания"),
    ("blank-plan", "План работы на год"),
    ("blank-registration", "Лист регистрации"),
)
"""The views of the page, and what they are called."""


def pages(context: Context) -> Iterator[Draft]:
    """Yield the forms of each association that still works."""
    for name in working(context):
        yield Draft(blanks_address(name), partial(_page, context, name))


def working(context: Context) -> Iterator[str]:
    """Yield the ids of the associations that have not ended."""
    today = context.today.isoformat()
    for name, _, ends in context.archive.relations.lives.get(None, ()):
        if not ends or ends >= today:
            yield name


def _page(context: Context, name: str) -> Page:
    entry: Entry[Association] = context.archive.associations[name]
    return context.page(
        "blanks.html",
        blanks_address(name),
        f"Бланки — {entry.record.label}",
        heading="Бланки",
        trail=trail_to(context, entry),
        description=f"{entry.record.name}: пустые бланки протокола, плана и листа регистрации.",
        association=entry,
        blank=blank_forms(context, entry),
        forms=VIEWS,
    )
