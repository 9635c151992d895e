"""The MkDocs plugin: hands the pages of the records to MkDocs, and nothing else.

With `plugins: [search, umo]`, `mkdocs build`, `mkdocs serve` and `mkdocs gh-deploy` work as usual.
"""

import os
import sys
from collections.abc import Callable, Iterator
from datetime import date
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel, get_files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from generator.archive import Archive, build
from generator.clock import today
from generator.history import last_changes
from generator.load import load
from generator.pages import Context, Page, all_pages
from generator.problems import Place, Problem, codes, has_errors, report, seen_from
from generator.text import Heading
from generator.values import long_date, parse_date

log = get_plugin_logger("umo")


class UmoConfig(Config):  # type: ignore[no-untyped-call]
    """Settings in mkdocs.yml."""

    content = config_options.Type(str, default="content")
    """The folder of the records, relative to mkdocs.yml."""
    today = config_options.Type(str, default="")
    """The day of the build, as 2025-08-29; empty: SOURCE_DATE_EPOCH, else the clock."""


class RecordsRefusedError(PluginError):
    """The records are wrong; nothing was written, and the problems are told."""


class UmoPlugin(BasePlugin[UmoConfig]):  # type: ignore[no-untyped-call]
    """Reads the records before a build and gives each its page."""

    def __init__(self) -> None:
        self.archive: Archive | None = None
        self.pages: dict[str, Page] = {}
        self.day = date.min
        self.changes: dict[str, date] = {}

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Watch the records, so that a saved record rebuilds the preview."""
        content = self._content(config)
        if str(content) not in config.watch:
            config.watch.append(str(content))
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read and check all records before MkDocs touches the site folder."""
        content = self._content(config)
        self.day = today(parse_date(self.config.today) if self.config.today else None)
        self.archive, problems = build(load(content), self.day)
        if self.archive is not None:
            self.changes = last_changes(content)
            context = Context(self.archive, self.day, self.changes)
            self.pages = {f"{page.address}index.md": page for page in all_pages(context)}
            problems = sorted([*problems, *self._taken(config)])
        for problem in seen_from(problems, content):
            # Not through the log: it swallows what it has said before.
            sys.stderr.write(f"{problem}\n")
        if has_errors(problems):
            raise RecordsRefusedError("Записи не приняты.")
        self._describe_site(config)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add a file for each page of the records, and the files that lie beside them."""
        content = self._content(config)
        named = set(_nav_paths(config.nav))
        for name, page in self.pages.items():
            level = InclusionLevel.INCLUDED if name in named else InclusionLevel.NOT_IN_NAV
            file = File.generated(config, name, content="", inclusion=level)
            file.edit_uri = _edit_uri(config, content, page)
            files.append(file)
            for path in page.files:
                files.append(File.generated(config, path, abs_src_path=str(content / path)))
        return files

    def on_page_markdown(
        self, markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give the page of a record its title and description; the theme does not escape them."""
        record = self.pages.get(page.file.src_uri)
        if record is not None:
            page.meta["title"] = escape(record.title)
            page.meta["description"] = escape(record.description)
            page.meta["hide"] = ["navigation"]
        changed = record.updated if record else self._changed_on(page, config)
        if changed is not None:
            page.meta["updated"] = long_date(changed)
        page.update_date = (changed or self.day).isoformat()
        return markdown

    def on_page_content(
        self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give the page of a record its body and its table of contents."""
        record = self.pages.get(page.file.src_uri)
        if record is None:
            return html
        page.toc = TableOfContents([_anchor(heading) for heading in record.headings])
        return record.body

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """On wrong records say what is wrong, and keep serving the last good site."""
        rebuild = server.builder

        def keep_last_good() -> None:
            try:
                rebuild()
            except Abort as aborted:
                if not isinstance(aborted.__context__, RecordsRefusedError):
                    raise
                log.warning("Сайт остался прежним: исправьте записи и сохраните файл ещё раз.")

        server.builder = keep_last_good
        return server

    def _content(self, config: MkDocsConfig) -> Path:
        return Path(config.config_file_path).parent.joinpath(self.config.content).resolve()

    def _changed_on(self, page: MkDocsPage, config: MkDocsConfig) -> date | None:
        """The day on which a hand-written page last changed."""
        home = os.path.relpath(config.docs_dir, self._content(config))
        return self.changes.get(f"{Path(home).as_posix()}/{page.file.src_uri}")

    def _taken(self, config: MkDocsConfig) -> Iterator[Problem]:
        """Yield a problem for each hand-written page at the address of a record."""
        taken = {f"{page.address}index.html".casefold(): page for page in self.pages.values()}
        for file in get_files(config):
            if page := taken.get(file.dest_uri.casefold()):
                place = Place(f"{Path(config.docs_dir).name}/{file.src_uri}")
                other = page.source or f"/{page.address}"
                yield report(codes.FILE_SAME_ADDRESS, place, other=other)

    def _describe_site(self, config: MkDocsConfig) -> None:
        """Let the theme know what the site file says; the theme does not escape it."""
        if self.archive is None:
            return
        site = self.archive.site.record
        publisher = self.archive.organisations[site.publisher].record
        config.site_name = escape(site.title)
        config.site_description = escape(site.description)
        config.extra["umo"] = {
            "demonstration": escape(site.demonstration or ""),
            "publisher": escape(publisher.label),
            "contact": escape(site.contact or ""),
            "licence": escape(site.licence.name if site.licence else ""),
        }


def _anchor(heading: Heading) -> AnchorLink:
    link = AnchorLink(escape(heading.title), heading.id, heading.level)
    link.children = [_anchor(child) for child in heading.children]
    return link


def _edit_uri(config: MkDocsConfig, content: Path, page: Page) -> str | None:
    """The way to the record's own file, from where hand-written pages lie in the repository."""
    if page.source is None:
        return None
    way = os.path.relpath(content / page.source, Path(config.docs_dir).resolve())
    return Path(way).as_posix()


def _nav_paths(nav: Any) -> Iterator[str]:
    """The pages that the navigation names."""
    if isinstance(nav, str):
        yield nav
    elif isinstance(nav, dict):
        for inner in nav.values():
            yield from _nav_paths(inner)
    elif isinstance(nav, list):
        for inner in nav:
            yield from _nav_paths(inner)
