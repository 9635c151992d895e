"""The live preview: a saved record shows at once, a wrong one never costs the page."""

import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any
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
from generator.order import Built, Order, open_cache, say
from generator.plugin import LAST_GOOD
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
    """Hears of changes alone: the system also tells of each file that a build reads."""

    def schedule(
        self,
        event_handler: FileSystemEventHandler,
        path: str,
        *,
        recursive: bool = False,
        event_filter: list[type[FileSystemEvent]] | None = None,
    ) -> ObservedWatch:
        """Watch a folder or a file."""
        watch: ObservedWatch = super().schedule(
            event_handler, path, recursive=recursive, event_filter=event_filter or CHANGES
        )
        return watch


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
    order = Order(config_file, content, folder / "site", day, site_url=site_url, kept=folder)
    try:
        build = _builder(order)
        build()
        server = LiveReloadServer(
            builder=lambda: _kept_good(build),
            host=host,
            port=port,
            root=str(folder / "site"),
            mount_path=mount,
        )
        _watch(server, mkdocs.settings, config_file, poll=poll)
        server.error_handler = lambda code: _error_page(folder / "site", code)
        say(f"Сайт открыт: {site_url} (закончить — Ctrl+C)")
        _run(server)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _builder(order: Order) -> Callable[[], Built]:
    """What builds again and again; what one build has learnt the next one knows."""
    cache = open_cache(order)

    def build() -> Built:
        try:
            return Build(order, cache, Stopwatch()).run()
        finally:
            cache.turn()

    return build


def _kept_good(build: Callable[[], Built]) -> None:
    start = time.perf_counter()
    try:
        built = build()
    except BuildFailedError as error:
        say(f"{error} {LAST_GOOD}")
    else:
        took = f"{time.perf_counter() - start:.2f}".replace(".", ",")
        say(f"Обновлено за {took} с, страниц сделано заново: {built.made}.")


def _watch(
    server: LiveReloadServer, settings: dict[str, Any], config_file: Path, *, poll: bool
) -> None:
    if not poll:
        server.observer = Listener()
    server.build_delay = QUIET
    watched = [settings["content"], *settings["watched"], str(config_file.resolve())]
    for path in dict.fromkeys(watched):
        server.watch(path)


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
