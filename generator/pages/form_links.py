"""The ways from a page to the forms in the browser, where a site has them."""

from markupsafe import escape

from generator.admin.collections import form_address, new_meeting
from generator.load import Entry
from generator.models import Record
from generator.pages.addresses import ADMIN
from generator.pages.page import relative


def to_form(where: str, entry: Entry[Record]) -> str:
    """The line at the end of a record's page that leads to its form."""
    place = form_address(entry.kind, entry.id, entry.path)
    way = escape(f"{relative(where, ADMIN)}{place}")
    return f'<p class="umo-muted umo-screen"><a href="{way}">Изменить эту запись в форме</a></p>\n'


def to_new_meeting(association: str, year: object) -> str:
    """Where the empty form of a meeting is, from the site's root."""
    return f"{ADMIN}{new_meeting(association, year)}"
