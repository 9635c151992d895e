"""A page as the rest of the program knows it: an address and HTML, whatever shell it gets."""

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from markupsafe import Markup, escape

from generator.pages.sought import Sought
from generator.text import Heading, Picture, render_markdown, typeset


@dataclass(frozen=True, slots=True)
class Page:
    """A page of the site. `address` is relative to the site's root and ends with «/», or is empty.

    `source` is the record's path in the content folder: the edit link leads there.
    `files` are files of the content folder to be published beside the page, under their own names.
    `searched` is how the search finds it; what only lists other pages is not to be found.
    """

    address: str
    title: str
    body: str
    description: str = ""
    headings: tuple[Heading, ...] = ()
    source: str | None = None
    updated: date | None = None
    files: tuple[str, ...] = ()
    searched: tuple[Sought, ...] = ()


@dataclass(frozen=True, slots=True)
class File:
    """A file of the site that is no page: a calendar, a feed, a table of data."""

    address: str
    data: bytes


@dataclass(slots=True)
class Outline:
    """Collects the headings of a page while its template is filled.

    `pictures` are those beside the record, which its Markdown may show.
    """

    headings: list[Heading] = field(default_factory=list)
    pictures: tuple[Picture, ...] = ()

    def heading(self, id_: str, title: str, level: int = 2) -> Markup:
        """Print a heading and remember it for the table of contents."""
        heading, html = _heading(id_, title, level)
        self._add(heading)
        return html

    def markdown(self, text: str, level: int = 2) -> Markup:
        """Print a Markdown body and remember its headings; the first of them are of a level."""
        rendered = render_markdown(text, self.pictures).lowered(level - 2)
        for heading in rendered.headings:
            self._add(heading)
        return Markup(rendered.html)  # noqa: S704 - nh3 has cleaned it

    def _add(self, heading: Heading) -> None:
        if heading.level > 2 and self.headings:
            last = self.headings[-1]
            self.headings[-1] = Heading(last.id, last.title, last.level, (*last.children, heading))
        else:
            self.headings.append(heading)


@lru_cache(maxsize=4096, typed=True)
def _heading(id_: str, title: str, level: int) -> tuple[Heading, Markup]:
    """A heading and its HTML. Most stand on every page of their kind, so they are kept."""
    set_title = typeset(title)
    anchor = escape(id_)
    parts = (
        f'<h{level} id="',
        anchor,
        '">',
        escape(set_title),
        '<a class="headerlink" href="#',
        anchor,
        f'" title="Ссылка на раздел">¶</a></h{level}>',
    )
    return Heading(id_, set_title, level), Markup("".join(parts))  # noqa: S704 - escaped above


def relative(here: str, target: str) -> str:
    """The way from one address to another: works under any sub-path and from a disk."""
    return "../" * here.count("/") + target or "./"
