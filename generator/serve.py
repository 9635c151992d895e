"""The live preview: a saved record shows at once, a wrong one never costs the page."""

import os
import shutil
import sys
import tempfile
import time
from datetime import date
from pathlib import Path
from threading import Lock
from urllib.parse import urlsplit

from mkdocs.livereload import LiveReloadServer
from watchdog.events import (
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import ObservedWatch

from generator.build import Build
from generator.failure import BuildFailedError
from generator.handmade import open_mkdocs
from generator.load.layout import OWN_PAGES
from generator.order import Built, Order, copies_folder, open_cache, say
from generator.plugin import LAST_GOOD
from generator.reload import allow_reload
from generator.search import Behind
from generator.stopwatch import Stopwatch

CHANGES: list[type[FileSystemEvent]] = [
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
]
QUIET = 0.05
"""Seconds without a further change after which a saved file is taken as it is."""


class Listener(Observer):  # type: ignore[misc, valid-type]
    """Hears of changes alone (the system also tells of each file that is read), and notes them.

    As long as files were only written, `news` are their paths; None says that anything may have
    happened.
    """

    def __init__(self) -> None:
        super().__init__()
        self._written: set[str] | None = set()
        self._noting = Lock()

    def news(self) -> frozenset[str] | None:
        """What was written since the last call."""
        with self._noting:
            written, self._written = self._written, set()
        return None if written is None else frozenset(written)

    def schedule(
        self,
        event_handler: FileSystemEventHandler,
        path: str,
        *,
        recursive: bool = False,
        event_filter: list[type[FileSystemEvent]] | None = None,
    ) -> ObservedWatch:
        """Watch a folder or a file."""
        hear = event_handler.on_any_event

        def hear_and_note(event: FileSystemEvent) -> None:
            self._note(event)
            hear(event)

        event_handler.on_any_event = hear_and_note  # type: ignore[method-assign]
        watch: ObservedWatch = super().schedule(
            event_handler, path, recursive=recursive, event_filter=event_filter or CHANGES
        )
        return watch

    def _note(self, event: FileSystemEvent) -> None:
        with self._noting:
            if type(event) is not FileModifiedEvent:
                self._written = None
            elif self._written is not None:
                self._written.add(os.fsdecode(event.src_path))


def serve_site(
    config_file: Path,
    *,
    content: Path | None = None,
    address: str | None = None,
    day: date | None = None,
    poll: bool = False,
) -> None:
    """Serve a live preview until it is ended by hand. Raises BuildFailedError.

    `poll` looks at the folders again and again, for disks that do not tell of changes.
    """
    more = {"dev_addr": address} if address else {}
    mkdocs = open_mkdocs(config_file, content=content, day=day, strict=False, **more)
    host, port = mkdocs.config.dev_addr
    mount = urlsplit(mkdocs.config.site_url or "/").path
    folder = Path(tempfile.mkdtemp(prefix="umo-"))
    site_url = f"http://{host}:{port}{mount if mount.endswith('/') else mount + '/'}"
    # Only whoever edits looks at it: changed file by file, it shows an edit sooner.
    order = Order(
        config_file,
        content,
        folder / "site",
        day,
        site_url=site_url,
        kept=folder,
        indexed=False,
        in_place=True,
    )
    preview = Preview(order, Path(mkdocs.settings["content"]), None if poll else Listener())
    try:
        preview.build()
        server = _server(preview, host, port, folder / "site", mount)
        preview.watch(server, [*mkdocs.settings["watched"], str(config_file.resolve())])
        say(f"Сайт открыт: {site_url} (закончить — Ctrl+C)")
        _run(server)
    finally:
        preview.end()
        shutil.rmtree(folder, ignore_errors=True)


def _server(preview: "Preview", host: str, port: int, site: Path, mount: str) -> LiveReloadServer:
    """What shows the site to the browser, and has it load a page that has changed."""
    server = LiveReloadServer(
        builder=preview.build_or_keep, host=host, port=port, root=str(site), mount_path=mount
    )
    allow_reload(server)
    server.error_handler = lambda code: _error_page(site, code)
    return server


class Preview:
    """Builds again and again; what one build has learnt the next one knows."""

    def __init__(self, order: Order, content: Path, listener: Listener | None) -> None:
        self._order = order
        self._content = content
        self._listener = listener
        self._cache = open_cache(order)
        self._index: Behind | None = None
        self._whole = False

    def build(self) -> Built:
        """Build what has changed."""
        whole, self._whole = self._whole, False
        self._cache.turn(self._news() if whole else None)
        with copies_folder(self._order) as copies:
            built = Build(self._order, self._cache, copies, Stopwatch()).run()
            if built.sought is not None:
                self._index = self._index or Behind(copies, built.site_dir, say)
                self._index.ask(built.sought)
        self._whole = True
        return built

    def end(self) -> None:
        """Leave nothing that still runs."""
        if self._index:
            self._index.end()

    def build_or_keep(self) -> None:
        """Build, or say what is wrong and keep what was built before."""
        start = time.perf_counter()
        try:
            built = self.build()
        except BuildFailedError as error:
            say(f"{error} {LAST_GOOD}")
        else:
            took = f"{time.perf_counter() - start:.2f}".replace(".", ",")
            say(f"Обновлено за {took} с, страниц сделано заново: {built.made}.")

    def watch(self, server: LiveReloadServer, more: list[str]) -> None:
        """Have the server watch the records and whatever else a site hangs on."""
        if self._listener is not None:
            server.observer = self._listener
        server.build_delay = QUIET
        for path in dict.fromkeys([str(self._content), *more]):
            server.watch(path)

    def _news(self) -> frozenset[str] | None:
        """The records that were written, where nothing else has happened to records."""
        written = self._listener.news() if self._listener else None
        if written is None:
            return None
        home = f"{self._content}{os.sep}"
        inside = (path.removeprefix(home) for path in written if path.startswith(home))
        pages = OWN_PAGES.replace("/", os.sep)
        records = (path for path in inside if not path.startswith(pages))
        return frozenset(path.replace(os.sep, "/") for path in records)


def _error_page(site: Path, code: int) -> bytes | None:
    page = site / f"{code}.html"
    return page.read_bytes() if page.is_file() else None


def _run(server: LiveReloadServer) -> None:
    try:
        server.serve()  # type: ignore[no-untyped-call]
    except KeyboardInterrupt:
        sys.stderr.write("\n")
    finally:
        server.shutdown()
