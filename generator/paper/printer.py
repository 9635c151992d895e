"""The browser as a printer: it gets the files of a site, and gives PDF.

Nothing is asked of any network, and no port is opened: the browser is sent to the address at which
the site is seen, and each of its requests is answered from the folder. So links on paper lead where
they lead on the site, and the same pages give the same bytes on every machine.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from typing import TYPE_CHECKING, NamedTuple

from generator.paper.failure import PaperError
from generator.paper.machine import find_browser
from generator.paper.site import StandingSite

if TYPE_CHECKING:
    from playwright.sync_api import BrowserContext, Error, Page, Playwright, Route

WHOLE = "full"
"""The view of a page that shows it as it is without a fragment."""
_NEEDED = ("playwright", "pypdf")
"""The packages of the extra `pdf`."""
_PATIENCE = 60_000.0
"""Milliseconds for a page to open."""

_FACTS = """() => {
  const said = document.querySelector('meta[property="og:title"]');
  const label = name => document.querySelector(`.umo-print a[href="#${name}"]`)?.textContent ?? "";
  const views = [...document.querySelectorAll(".umo-view")].map(mark => [mark.id, label(mark.id)]);
  return {
    title: said ? said.content : document.title,
    views: Object.fromEntries(views),
    lasting: document.querySelector(".umo-lasting") !== null,
    whole: document.querySelector(".md-content__inner") !== null,
  };
}"""
"""What a page says of itself: its title, its views with their labels, how long it is kept, and
whether it is a page at all: at the address of one that was withdrawn stand a few words."""

_PICTURES = """() => Promise.all([...document.images].map(image => {
  image.loading = "eager";
  return image.decode().catch(() => null);
}))"""
"""Has all pictures there: a browser leaves those for later that are below the screen."""

_NUMBERED_FROM = """first => {
  document.documentElement.style.counterReset = `page ${first - 1}`;
  for (const sheet of document.styleSheets)
    for (let place = sheet.cssRules.length - 1; place >= 0; place--) {
      const rule = sheet.cssRules[place];
      if (rule instanceof CSSPageRule && rule.selectorText.includes(":first"))
        sheet.deleteRule(place);
    }
}"""
"""Numbers the sheets on from a number. The first one then has its number as well: it is none."""

_REPLACED = """([body, style]) => {
  document.querySelector(".md-content__inner").innerHTML = body;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = [sheet];
}"""
"""Puts another text, with styles of its own, in the place of a page's. They come as an object: the
page's policy lets no `<style>` through."""


class Facts(NamedTuple):
    """What a page says of itself; `views` are their names with what readers see them called."""

    title: str
    views: dict[str, str]
    lasting: bool
    whole: bool


@dataclass(frozen=True, slots=True)
class Printout:
    """A printed page: the PDF as the browser has made it, and what the page says of itself."""

    data: bytes
    facts: Facts


class Printer:
    """A browser that prints pages of one site."""

    def __init__(self, site: StandingSite, context: "BrowserContext") -> None:
        self.site = site
        self._context = context

    def printout(self, address: str, view: str = WHOLE, first: int = 1) -> Printout:
        """Print a page in one of its views; the number of its first sheet is `first`."""
        with self._opened(address, "" if view == WHOLE else f"#{view}") as page:
            facts = _facts(page, address)
            if view not in (WHOLE, *facts.views):
                raise PaperError(_no_such_view(address, view, facts.views))
            return Printout(_pdf(page, first), facts)

    @contextmanager
    def shell(self, address: str) -> Iterator["Shell"]:
        """Open a page whose shell and styles a text of our own shall have."""
        with self._opened(address) as page:
            yield Shell(page, _facts(page, address))

    @contextmanager
    def _opened(self, address: str, fragment: str = "") -> Iterator["Page"]:
        page = self._context.new_page()
        try:
            answer = page.goto(f"{self.site.base}{address}{fragment}", timeout=_PATIENCE)
            if answer is None or not answer.ok:
                raise PaperError(f"на сайте нет страницы {address}")
            page.evaluate(_PICTURES)
            yield page
        finally:
            page.close()


def ready() -> str:
    """The browser that will print, where all is there that printing needs. Raises PaperError."""
    missing = [name for name in _NEEDED if find_spec(name) is None]
    if missing:
        names = " и ".join(missing)
        raise PaperError(f"не установлено: {names}. Установите: pip install 'umo-site[pdf]'")
    return find_browser()


class Shell:
    """An open page, in which other texts are put; `facts` are those of the page itself."""

    def __init__(self, page: "Page", facts: Facts) -> None:
        self._page = page
        self.facts = facts

    def printed(self, body: str, style: str) -> bytes:
        """Print a text, with styles of its own, in the place of the page's."""
        self._page.evaluate(_REPLACED, [body, style])
        return _pdf(self._page, 1)


@contextmanager
def printing(site: StandingSite, path: str) -> Iterator[Printer]:
    """A printer for as long as it is wanted; its browser ends with it. Raises PaperError.

    `path` is that of the browser.
    """
    from playwright.sync_api import Error

    try:
        with _driving() as driver:
            browser = driver.chromium.launch(executable_path=path)
            try:
                context = browser.new_context(locale="ru-RU", service_workers="block")
                context.route("**/*", lambda route: _answer(site, route))
                yield Printer(site, context)
            finally:
                browser.close()
    except Error as error:
        raise PaperError(_said(error)) from error


@contextmanager
def _driving() -> Iterator["Playwright"]:
    """What drives the browser: a program of its own, which some machines cannot run."""
    from playwright.sync_api import sync_playwright

    try:
        driver = sync_playwright().start()
    except Exception as error:  # of several kinds, and its own is not the only one
        reason = str(error).partition("\n")[0]
        raise PaperError(
            f"Playwright не запускается: «{reason}»."
            " В Debian ему бывает нужно: apt install libatomic1"
        ) from error
    try:
        yield driver
    finally:
        driver.stop()


def _facts(page: "Page", address: str) -> Facts:
    facts = Facts(**page.evaluate(_FACTS))
    if not facts.whole:
        raise PaperError(f"страницы {address} больше нет: она снята с публикации")
    return facts


def _pdf(page: "Page", first: int) -> bytes:
    if first > 1:
        page.evaluate(_NUMBERED_FROM, first)
    return page.pdf(prefer_css_page_size=True, outline=True, tagged=True)


def _answer(site: StandingSite, route: "Route") -> None:
    """Give the browser a file of the site, and nothing of any other host."""
    path = site.answer(route.request.url)
    if path is not None:
        route.fulfill(path=path)
    elif route.request.url.startswith(site.base):
        route.fulfill(status=404, body="")
    else:
        route.abort()


def _no_such_view(address: str, view: str, views: dict[str, str]) -> str:
    named = [f"{name} ({label})" if label else name for name, label in views.items()]
    known = f"есть: {', '.join(named)}" if named else "она печатается только целиком"
    return f"у страницы {address} нет вида «{view}»; {known}"


def _said(error: "Error") -> str:
    """What went wrong in the browser, without the driver's long record of it."""
    from playwright.sync_api import TimeoutError as TooLongError

    if isinstance(error, TooLongError):
        return "браузер не открыл страницу за минуту: закройте лишние программы и повторите"
    reason = error.message.splitlines()[0].strip() if error.message else "причины не назвал"
    return f"браузер прервал работу и сказал: «{reason}». Повторите или назовите другой браузер"
