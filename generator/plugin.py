"""The MkDocs plugin: lets MkDocs build the hand-written pages, and the press print the others.

With `plugins: [search, umo]`, `mkdocs build`, `mkdocs serve` and `mkdocs gh-deploy` work as usual.
MkDocs itself knows of the records' pages only those that its navigation names; links from
hand-written pages to any other are followed all the same.
"""

import os
from collections.abc import Callable, Iterator
from datetime import date
from html import unescape
from itertools import chain
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, cast

import jinja2
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File as MkDocsFile
from mkdocs.structure.files import Files, InclusionLevel, get_files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage

from generator.cache import Cache
from generator.clock import today
from generator.defaults import add_guide, fill_settings, is_guide, mend_theme, watched
from generator.edition import Edition, Sheets, prepare, sheets_of, tell
from generator.load.layout import OWN_PAGES
from generator.load.own_pages import pages_problems
from generator.pages import Draft, File, Page
from generator.pages.addresses import public_base
from generator.pages.context import CHANGED
from generator.pages.foot import foot
from generator.policy import with_policy
from generator.press import Press
from generator.printing import Printer, leave_copies, page_name
from generator.problems import Place, Problem, codes, report
from generator.publish import list_pages, take_search_index
from generator.reads import TODAY, note, unheard
from generator.record_files import RecordFiles, clean_pictures, nav_paths
from generator.reload import allow_reload
from generator.search import handmade_copies, refresh
from generator.text import clean_page, fit_fields
from generator.theme import Theme, describe_site, fill, page_file, repository_of
from generator.values import long_date, parse_date

log = get_plugin_logger("umo")

LAST_GOOD = "Сайт остался прежним: исправьте записи и сохраните файл ещё раз."


class UmoConfig(Config):  # type: ignore[no-untyped-call]
    """Settings in mkdocs.yml."""

    content = config_options.Type(str, default="content")
    """The folder of the records, relative to mkdocs.yml."""
    today = config_options.Type(str, default="")
    """The day of the build, as 2025-08-29; empty: SOURCE_DATE_EPOCH, else the clock."""


class RecordsRefusedError(PluginError):
    """The records are wrong; nothing was written, and the problems are told."""


class UmoPlugin(BasePlugin[UmoConfig]):  # type: ignore[no-untyped-call]
    """Reads the records before a build, and prints their pages after it.

    Who has read the records already gives them as `edition` and `sheets`, and prints the pages
    with the `press` that a build leaves behind.
    """

    def __init__(self) -> None:
        self.edition: Edition | None = None
        self.sheets: Sheets | None = None
        self.press: Press | None = None
        self._prints = False
        self._nav: Navigation | None = None

    @event_priority(100)  # before other plugins look at the settings
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Fill in what mkdocs.yml leaves out; watch what a site hangs on, for the preview."""
        fill_settings(config)
        for folder in map(str, (self.content_of(config), *watched())):
            if folder not in config.watch:
                config.watch.append(folder)
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read and check all records before MkDocs touches the site folder."""
        self._prints = self.sheets is None
        if self._prints:
            self._read(config)
        edition, sheets = self._given()
        taken = sorted((*self._taken(config, sheets), *_elsewhere(config, edition.content)))
        tell(taken, edition.content)
        if taken or edition.archive is None:
            raise RecordsRefusedError("Записи не приняты.")
        describe_site(config, edition.archive)

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add a file for each page of the records that the navigation names."""
        edition, sheets = self._given()
        clean_pictures(files)
        add_guide(files, config)
        known = RecordFiles(files, sheets.drafts, config, edition.content)
        for name in nav_paths(config.nav):
            draft = sheets.drafts.get(name.removesuffix("index.md"))
            if draft and name.endswith("index.md"):
                level = InclusionLevel.INCLUDED
                with unheard():
                    page = _page(draft)
                known.append(page_file(config, edition.content, page, level))
        return known

    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Keep the navigation for the pages that are drawn later."""
        self._nav = nav
        return nav

    def on_page_markdown(
        self, markdown: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give a page the day on which it last changed."""
        edition, sheets = self._given()
        drawn = page.file.src_uri.removesuffix("index.md") in sheets.drafts
        if drawn or is_guide(page.file):
            page.update_date = ""  # the map of the site then leaves the day out
            return markdown
        page.meta = fit_fields(page.meta, _templates(config))
        path = f"{_way(edition.content, config.docs_dir)}/{page.file.src_uri}"
        changed = self._changed_on(path, sheets)
        if changed is not None:
            page.meta["updated"], page.meta["changed"] = long_date(changed), changed
        else:
            note(TODAY)
        page.update_date = (changed or edition.day).isoformat()
        return markdown

    def on_page_content(
        self, html: str, page: MkDocsPage, config: MkDocsConfig, files: Files
    ) -> str:
        """Give the page of a record that the navigation names what stands on it."""
        _, sheets = self._given()
        draft = sheets.drafts.get(page.file.src_uri.removesuffix("index.md"))
        if draft is None:
            own = html if is_guide(page.file) else clean_page(html)
            return own + _foot(page, config)
        with unheard():  # the press prints this page once more, whenever it has changed
            made = _page(draft)
        fill(page, made)
        return made.body

    @event_priority(-100)  # behind other plugins: what they add to the shell may run
    def on_post_page(self, output: str, page: MkDocsPage, config: MkDocsConfig) -> str:
        """Give a page its policy; the shells of the press come this way too."""
        return with_policy(output, page.content or "")

    @event_priority(-100)  # as above
    def on_post_template(
        self, output_content: str, template_name: str, config: MkDocsConfig
    ) -> str:
        """Give a page that has no Markdown its policy, such as that of wrong addresses."""
        is_page = template_name.endswith((".html", ".htm"))
        return with_policy(output_content) if is_page else output_content

    def on_env(self, env: jinja2.Environment, config: MkDocsConfig, files: Files) -> None:
        """Set up the press: MkDocs has gathered everything that the theme wants to know."""
        edition, _ = self._given()
        if self._nav is None:
            raise PluginError("MkDocs has built no navigation")
        mend_theme(env)
        env.bytecode_cache = env.bytecode_cache or jinja2.FileSystemBytecodeCache()
        theme = Theme(config, env, self._nav, files, edition.content)
        landmarks = (_address(file) for file in files.documentation_pages())
        self.press = Press(theme.draw, landmarks, long_date, log.warning)

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Print the pages, unless whoever gave the records does that."""
        edition, sheets = self._given()
        if not self._prints or self.press is None:
            return
        target = Path(config.site_dir)
        index, drafts = take_search_index(target), list(sheets.drafts.values())
        with TemporaryDirectory(prefix="umo-") as folder:
            copies = Path(folder) if index else None
            printer = Printer(self.press, edition.content, target, copies)
            printed = [page for _, page in printer.print_all(drafts)]
            if index and copies:
                own = leave_copies(copies, handmade_copies(index))
                refresh(copies, target, dict(chain(own, *(page.found for page in printed))), {})
        list_pages(target, config.site_url, dict(zip(sheets.drafts, printed, strict=True)))
        self.edition = self.sheets = None

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
                log.warning(LAST_GOOD)

        server.builder = keep_last_good
        allow_reload(server)
        return server

    def content_of(self, config: MkDocsConfig) -> Path:
        """The folder of the records."""
        return Path(config.config_file_path).parent.joinpath(self.config.content).resolve()

    def day(self) -> date:
        """The day of the build."""
        return today(parse_date(self.config.today) if self.config.today else None)

    def _read(self, config: MkDocsConfig) -> None:
        cache = Cache(None, "", log.info)
        self.edition = prepare(self.content_of(config), self.day(), cache)
        tell(self.edition.problems, self.edition.content)
        if self.edition.archive is None:
            raise RecordsRefusedError("Записи не приняты.")
        url = config.site_url or ""
        repository = repository_of(config, self.edition.content)
        self.sheets = sheets_of(self.edition, self.edition.archive, cache, url, repository)
        if tell(self.sheets.problems, self.edition.content):
            raise RecordsRefusedError("Записи не приняты.")

    def _given(self) -> tuple[Edition, Sheets]:
        if self.edition is None or self.sheets is None:
            raise RecordsRefusedError("Записи не прочитаны.")
        return self.edition, self.sheets

    def _changed_on(self, path: str, sheets: Sheets) -> date | None:
        note(CHANGED + path)
        return sheets.changes.get(path)

    def _taken(self, config: MkDocsConfig, sheets: Sheets) -> Iterator[Problem]:
        """Yield a problem for each hand-written page at the address of a record."""
        taken = {page_name(address).casefold(): address for address in sheets.drafts}
        for file in get_files(config):
            address = taken.get(file.dest_uri.casefold())
            if address is not None:
                place = Place(f"{Path(config.docs_dir).name}/{file.src_uri}")
                other = _source(sheets.drafts[address]) or f"/{address}"
                yield report(codes.FILE_SAME_ADDRESS, place, other=other)


def _elsewhere(config: MkDocsConfig, content: Path) -> Iterator[Problem]:
    """Yield what is wrong with hand-written pages, unless they were read with the records."""
    docs = Path(config.docs_dir)
    if docs.resolve() != (content / OWN_PAGES).resolve():
        yield from pages_problems(docs, f"{docs.name}/")


def _templates(config: MkDocsConfig) -> frozenset[str]:
    """The templates of the theme by which a page may ask to be drawn."""
    found = (path for folder in config.theme.dirs for path in Path(folder).glob("*.html"))
    return frozenset(path.name for path in found)


def _foot(page: MkDocsPage, config: MkDocsConfig) -> str:
    """What stands at the foot of a hand-written page on paper."""
    base = public_base(config.site_url or "")
    address = f"{base}{page.url}" if base else ""
    return foot(unescape(config.site_name), address, page.meta.get("changed"))


def _way(content: Path, docs: str) -> str:
    """Where hand-written pages lie, as seen from the records."""
    return Path(os.path.relpath(docs, content)).as_posix()


def _page(draft: Draft) -> Page:
    """The page of a draft that the navigation names."""
    return cast("Page", draft.make())


def _source(draft: Draft) -> str | None:
    made = draft.make()
    return None if isinstance(made, File) else made.source


def _address(file: MkDocsFile) -> str:
    return file.dest_uri.removesuffix("index.html")
