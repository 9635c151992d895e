"""What the tests in a browser share: the address of each kind of page, and a watch."""

from dataclasses import dataclass, field
from pathlib import Path

from demonstration import Site, copied, umo_build
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Response, Route, expect

expect.set_options(timeout=15_000)  # a busy machine is no fault of the site

SUB_PATH = "/some/district-site/"
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
WIDTHS = {360: 740, 1440: 900}


@dataclass
class Watch:
    """What a browser complained of and asked for."""

    complaints: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)

    def over(self, page: Page) -> None:
        page.on("console", self._console)
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("response", self._response)

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(f"{message.type}: {message.text}")

    def _response(self, response: Response) -> None:
        if response.status >= 400:
            self.failed.append(f"{response.status} {response.url}")


def kept_at_home(context: BrowserContext, base: str) -> list[str]:
    """Let no request out to another host: note it, and answer in that host's stead."""
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        route.fulfill(status=200, content_type="application/json", body="{}")

    context.route(lambda url: not url.startswith((base, "data:", "blob:")), answer)
    return asked


def built_for_a_sub_path(folder: Path) -> Site:
    """The demonstration as it is built for a project page."""
    umo_build(copied(folder), SITE_URL=f"https://example.github.io{SUB_PATH}")
    return Site(folder)
