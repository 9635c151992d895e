"""What the tests in a browser share: the address of each kind of page, and a watch."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

from demonstration import SUB_PATH as SUB_PATH
from playwright.sync_api import (
    BrowserContext,
    ConsoleMessage,
    Error,
    Page,
    Request,
    Response,
    Route,
    expect,
)

expect.set_options(timeout=15_000)  # a busy machine is no fault of the site

OWN = "associations/umo-matematika-ozersk/"
KINDS = {
    "home": "",
    "associations": "associations/",
    "association": OWN,
    "year": f"{OWN}2025-2026/",
    "plan": f"{OWN}2025-2026/plan/",
    "minutes": f"{OWN}2025-2026/meetings/2025-10-22/",
    "meeting ahead": f"{OWN}2026-2027/meetings/2026-12-09/",
    "analysis": f"{OWN}2025-2026/analysis/",
    "practices": "practices/",
    "practice": "practices/zadachi-po-gazete/",
    "register": "register/",
    "regulations": "regulations/",
    "regulation": "regulations/004/",
    "structure": "structure/",
    "organisations": "organisations/",
    "guide": "guide/record/",
    "wrong address": "nothing/here/",
}
LEAVES = "former address"
"""A page that leads on at once."""
FURTHER = {
    "decisions": "decisions/",
    "decisions of one": "decisions/umo-matematika-ozersk/",
    "responsible": "decisions/responsible/",
    "compliance": "compliance/",
    "compliance of a year": "compliance/2025-2026/",
    "calendar": "calendar/",
    "calendar of a year": "calendar/2025-2026/",
    "portfolio": f"{OWN}2025-2026/portfolio/",
    "blanks": f"{OWN}blanks/",
    "practices of a subject": "practices/subject/matematika/",
    "register of a year": "register/2025-2026/",
    "data": "data/",
    "messages": "guide/messages/",
    "hand-written": "about/",
    LEAVES: "practices/otladka-koda/",
}
"""Kinds that are looked at where it costs little."""
WIDTHS = {360: 740, 1440: 900}


@dataclass
class Watch:
    """What a browser complained of and asked for; `asked` are other hosts than that of `base`."""

    base: str = ""
    complaints: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        for event, hear in self._heard():
            page.on(event, hear)

    def end(self, page: Page) -> None:
        for event, hear in self._heard():
            page.remove_listener(event, hear)

    def _heard(self) -> Iterator[tuple[str, Callable[[Any], None]]]:
        yield "console", self._console
        yield "pageerror", self._error
        yield "request", self._request
        yield "response", self._response

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _error(self, error: Error) -> None:
        self.complaints.append(str(error))

    def _request(self, request: Request) -> None:
        if not request.url.startswith((self.base, "data:", "blob:")):
            self.asked.append(request.url)

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.status} {response.url}")


@contextmanager
def lent(page: Page, base: str = "") -> Iterator[Watch]:
    """Lend a page that many tests share to one of them, under watch; it comes back as new.

    A renderer that knows the site shows a page of it in a quarter of the time of a new one.
    """
    watch = Watch(base)
    watch.over(page)
    try:
        yield watch
    finally:
        watch.end(page)
        page.unroute_all()
        page.goto("about:blank")


def kept_at_home(context: BrowserContext, base: str) -> list[str]:
    """Let no request out to another host: note it, and answer in that host's stead."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=200, content_type="application/json", body="{}")

    context.route(lambda url: not url.startswith((base, "data:", "blob:")), answer)
    return asked
