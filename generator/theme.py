"""The theme as MkDocs drives it: draws one page in full, whichever page it is given."""

import os
from html import escape
from pathlib import Path

import jinja2
from mkdocs.commands.build import get_context
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.admin.config import Repository, repository
from generator.archive import Archive
from generator.pages import Page
from generator.pages.practices.facets import FACETS
from generator.pages.sought import SoughtKind
from generator.text import Heading
from generator.values import long_date


class Theme:
    """Draws pages as MkDocs does, with everything that it has gathered for a build."""

    def __init__(
        self,
        config: MkDocsConfig,
        env: jinja2.Environment,
        nav: Navigation,
        files: Files,
        content: Path,
    ) -> None:
        self._config = config
        self._env = env
        self._nav = nav
        self._files = files
        self._content = content

    def draw(self, page: Page) -> str:
        """The whole page, after all plugins have had their say."""
        config = self._config
        drawn = self._mkdocs_page(page)
        config._current_page = drawn
        drawn.active = True
        try:
            context = get_context(self._nav, self._files, config, drawn)
            template = self._env.get_template(drawn.meta.get("template", "main.html"))
            context = config.plugins.on_page_context(
                context, page=drawn, config=config, nav=self._nav
            )
            output = template.render(context)
            return config.plugins.on_post_page(output, page=drawn, config=config)
        finally:
            drawn.active = False
            config._current_page = None

    def _mkdocs_page(self, page: Page) -> MkDocsPage:
        """The page of the navigation where there is one, else one for the occasion."""
        known = self._files.get_file_from_path(source_name(page.address))
        drawn = known.page if known else None
        if drawn is None:
            file = page_file(self._config, self._content, page)
            drawn = MkDocsPage(None, file, self._config)
        drawn.markdown = ""
        fill(drawn, page)
        return drawn


def describe_site(config: MkDocsConfig, archive: Archive) -> None:
    """Let the theme know what the site file says; the theme does not escape it."""
    site = archive.site.record
    publisher = archive.organisations[site.publisher].record
    config.site_name = escape(site.title)
    config.site_description = escape(site.description)
    config.extra["umo"] = {
        "demonstration": escape(site.demonstration or ""),
        "publisher": escape(publisher.label),
        "contact": escape(site.contact or ""),
        "licence": escape(site.licence.name),
        "kinds": [(kind.code, kind.label) for kind in SoughtKind],
        "facets": [(facet.name.value, facet.title) for facet in FACETS],
    }


def source_name(address: str) -> str:
    """The name under which MkDocs knows the page of an address."""
    return f"{address}index.md"


def page_file(
    config: MkDocsConfig,
    content: Path,
    page: Page,
    level: InclusionLevel = InclusionLevel.NOT_IN_NAV,
) -> File:
    """The file that MkDocs wants behind a page."""
    file = File.generated(config, source_name(page.address), content="", inclusion=level)
    file.edit_uri = _edit_uri(config, content, page)
    return file


def fill(drawn: MkDocsPage, page: Page) -> None:
    """Give MkDocs' page what ours has; the theme does not escape it."""
    drawn.meta = {
        "title": escape(page.title),
        "description": escape(page.description),
        "hide": ["navigation"],
        "search": {"exclude": True},  # the index gets the pages of records from elsewhere
    }
    if page.updated:
        drawn.meta["updated"] = long_date(page.updated)
    drawn.content = page.body
    drawn.toc = TableOfContents([_anchor(heading) for heading in page.headings])


def _anchor(heading: Heading) -> AnchorLink:
    link = AnchorLink(escape(heading.title), heading.id, heading.level)
    link.children = [_anchor(child) for child in heading.children]
    return link


def repository_of(config: MkDocsConfig, content: Path) -> Repository | None:
    """Where the records are kept, as far as the edit links tell."""
    way = os.path.relpath(content, Path(config.docs_dir).resolve())
    return repository(config.repo_url or "", config.edit_uri or "", Path(way).as_posix())


def _edit_uri(config: MkDocsConfig, content: Path, page: Page) -> str | None:
    """The way to the record's own file, from where hand-written pages lie in the repository."""
    if page.source is None:
        return None
    way = os.path.relpath(content / page.source, Path(config.docs_dir).resolve())
    return Path(way).as_posix()
