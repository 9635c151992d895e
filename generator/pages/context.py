"""What every page builder works with: the archive, the day, and the templates."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import cached_property, partial
from pathlib import Path
from typing import Any

import jinja2
from markupsafe import escape

from generator.admin.config import Repository
from generator.archive import Archive
from generator.archive.index import meeting_id
from generator.archive.years import years_on_record
from generator.load import Entry
from generator.load.published import Published
from generator.load.word_forms import WordForms
from generator.models import Record
from generator.models.vocabulary import ConsentPurpose
from generator.pages.addresses import address, public_base, year_address
from generator.pages.attachments import attached, pictures_of
from generator.pages.digests import Digests
from generator.pages.foot import foot
from generator.pages.form_links import to_form
from generator.pages.kin import KinOf
from generator.pages.metadata import About, Here, breadcrumbs, script
from generator.pages.names import Names, direction_text, role_title
from generator.pages.page import Outline, Page, relative
from generator.pages.pieces import pieces
from generator.pages.sought import Sought
from generator.pages.templating import COMPILED, Templates, shown
from generator.pages.wording import clock, number, sentence, wording
from generator.policy import with_bare_policy
from generator.reads import TODAY, note
from generator.text import paragraphs, semicolons, typeset
from generator.values import (
    count,
    initials_first,
    long_date,
    month_name,
    plural,
    short_date,
    weekday,
)

Trail = tuple[tuple[str, str], ...]

CHANGED = "changed/"
"""The family of facts when a content file last changed; its path follows."""
WORD_FORM = "word-form/"
"""The family of facts what the office's own template of a form is; the form follows."""
SITE_URL = "site-url"
"""The fact at which address the site will be seen."""
REPOSITORY = "repository"
"""The fact where the records are kept, so that forms can save them."""


class Context:
    """All that pages are made of. `updated` tells when a content file last changed.

    `published` is what the list of published addresses says, `word_forms` are the office's own
    templates of Word files, `repository` is where forms save records.
    """

    def __init__(
        self,
        archive: Archive,
        today: date,
        updated: Mapping[str, date],
        site_url: str = "",
        published: Published | None = None,
        word_forms: WordForms | None = None,
        repository: Repository | None = None,
    ) -> None:
        self.archive = archive
        self.published = published or Published()
        self._today = today
        self._updated = updated
        self._base = public_base(site_url)
        self._word_forms = word_forms or {}
        self._repository = repository

    @property
    def today(self) -> date:
        """The day of the build. A page that asks for it is made anew each day."""
        note(TODAY)
        return self._today

    def changed_on(self, path: str) -> date | None:
        """The day on which a content file last changed, where that is known."""
        note(CHANGED + path)
        return self._updated.get(path)

    def word_form(self, form: str) -> bytes | None:
        """The office's own template of a Word file, where it has one."""
        note(WORD_FORM + form)
        return self._word_forms.get(form)

    @property
    def repository(self) -> Repository | None:
        """Where the records are kept, if forms can save there."""
        note(REPOSITORY)
        return self._repository

    def absolute(self, where: str) -> str:
        """The full address of a page or file; empty where the site's own is not known."""
        note(SITE_URL)
        return f"{self._base}{where}" if self._base else ""

    @cached_property
    def digests(self) -> Digests:
        """What every year of every association comes to."""
        return Digests(self, lambda: years_on_record(self.archive.relations, self._today))

    @cached_property
    def kin(self) -> KinOf:
        """Which practices are related."""
        return KinOf(self.archive.relations)

    @cached_property
    def names(self) -> Names:
        """What may be shown of people on pages, and on what is made of them."""
        return Names(self.archive, ConsentPurpose.PAGES)

    @cached_property
    def names_in_data(self) -> Names:
        """What may be shown of people in the files of open data."""
        return Names(self.archive, ConsentPurpose.OPEN_DATA)

    @cached_property
    def names_in_markup(self) -> Names:
        """What a page may tell machines of people: no more than it shows itself."""
        return Names(self.archive, ConsentPurpose.PAGES, ConsentPurpose.OPEN_DATA)

    @cached_property
    def _templates(self) -> jinja2.Environment:
        return _environment(self)

    def filled(self, template: str, **values: Any) -> bytes:
        """Fill a template that is a whole page without the theme: text and links."""
        return with_bare_policy(self._templates.get_template(template).render(**values)).encode()

    def page(
        self,
        template: str,
        where: str,
        title: str,
        *,
        entry: Entry[Record] | None = None,
        heading: str | None = None,
        trail: Trail = (),
        description: str = "",
        files: tuple[str, ...] = (),
        searched: tuple[Sought, ...] = (),
        metadata: About | None = None,
        **values: Any,
    ) -> Page:
        """Fill a template and make a page of it; `heading` stands on it where the title is long."""
        outline = Outline(pictures=pictures_of(entry) if entry else ())
        changed = self.changed_on(entry.path) if entry else None
        here = Here(where, self.absolute(""), changed)
        body = self._templates.get_template(template).render(
            **_ways(where),
            outline=outline,
            entry=entry,
            title=heading or title,
            trail=trail,
            **values,
        )
        below = self._form(here, entry) + self._foot(here)
        return Page(
            address=where,
            title=typeset(title),
            body=body + below + _metadata(here, trail, heading or title, metadata),
            description=_shortened(typeset(description)),
            headings=tuple(outline.headings),
            source=entry.path if entry else None,
            updated=changed,
            files=files,
            searched=searched,
        )

    @property
    def has_forms(self) -> bool:
        """Tell whether records can be changed in the browser: the site wants it and can save."""
        return self.repository is not None and self.archive.site.record.forms

    def _form(self, here: Here, entry: Entry[Record] | None) -> str:
        """The way to the form of the page's record."""
        return to_form(here.address, entry) if entry and self.has_forms else ""

    def _foot(self, here: Here) -> str:
        """What stands at the foot of a page on paper."""
        site = self.archive.site.record.title
        return foot(site, self.absolute(here.address), here.changed)


def _ways(where: str) -> dict[str, Callable[..., str]]:
    """The ways from a page to others: to an address, to a record's page, to a year."""
    return {
        "link": partial(relative, where),
        "to": lambda other: relative(where, address(other)),
        "to_year": lambda body, year: relative(where, year_address(body, year)),
    }


def _metadata(here: Here, trail: Trail, title: str, about: About | None) -> str:
    """What a page says of itself to machines: the way to it, and what it is about."""
    return script([*breadcrumbs(here, trail, title), *(about(here) if about else ())])


def _environment(context: Context) -> jinja2.Environment:
    env = Templates(
        loader=jinja2.FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=shown,
        auto_reload=False,
        bytecode_cache=COMPILED,
    )
    env.filters |= _FILTERS
    env.globals |= {
        "archive": context.archive,
        "attached": attached,
        "relations": context.archive.relations,
        "names": context.names,
        "count": count,
        "plural": plural,
        "month_name": month_name,
        "initials_first": initials_first,
        "role_title": partial(role_title, context.archive),
        "meeting_id": meeting_id,
        "direction_text": partial(direction_text, context.archive),
        "record_address": address,
        "absolute": context.absolute,
        **pieces(context.names),
        **wording(context.archive, context.names),
    }
    return env


def _stopped(text: str) -> str:
    """End with a full stop, but never with two: «… 2025 г.»."""
    return text if text.endswith((".", "…", "!", "?")) else f"{text}."


_FILTERS: dict[str, Callable[..., Any]] = {
    "long_date": long_date,
    "short_date": short_date,
    "weekday": weekday,
    "clock": clock,
    "paragraphs": paragraphs,
    "semicolons": semicolons,
    "exactly": escape,
    "sentence": sentence,
    "number": number,
    "stopped": _stopped,
}


def _shortened(text: str, limit: int = 200) -> str:
    """Cut a description at a word's end."""
    flat = " ".join(text.split())
    return flat if len(flat) <= limit else flat[:limit].rsplit(" ", 1)[0] + "…"
