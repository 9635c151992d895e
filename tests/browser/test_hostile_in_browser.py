"""Hostile texts in a real browser that obeys no policy: what escaping alone holds.

No dialog opens, no element has an event handler, no link runs a script, no other host is asked.
"""

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest
from corpora import payloads
from demonstration import Site
from hostile_texts import HOSTILE, PAYLOADS, corpus_site, rendered, spoilt_site
from playwright.sync_api import Browser, BrowserContext, Dialog, Page, expect
from visit import FURTHER, KINDS, kept_at_home

HELD = r"""() => {
  const ways = ["href", "src", "action", "formaction", "xlink:href", "data", "srcdoc", "poster"]
  const runs = /^[\s\x00-\x20]*(javascript|vbscript|data):/i
  return [...document.querySelectorAll("*")].flatMap(one => [...one.attributes])
    .filter(a => a.name.startsWith("on") || (ways.includes(a.name) && runs.test(a.value)))
    .map(a => `${a.ownerElement.tagName} ${a.name}=${a.value.slice(0, 80)}`)
}"""
TURNS = range(7, len(PAYLOADS), 8)


class Reader:
    """Opens pages, and notes whatever hostile text has come to."""

    def __init__(self, context: BrowserContext, base: str) -> None:
        self._base = base
        self.came_of_it: list[str] = []
        self.asked = kept_at_home(context, base)
        self.page: Page = context.new_page()
        self.page.on("dialog", self._dialog)

    def _dialog(self, dialog: Dialog) -> None:
        self.came_of_it.append(f"{self.page.url}: {dialog.message}")
        dialog.dismiss()

    def read(self, addresses: Iterable[str]) -> int:
        """Open pages one after the other; tell how many."""
        seen = 0
        for address in addresses:
            answer = self.page.goto(self._base + address)
            assert answer is not None
            assert answer.ok, address
            self.look()
            seen += 1
        return seen

    def look(self) -> None:
        """Look at all that stands on the page as it is now."""
        self.came_of_it += [f"{self.page.url}: {one}" for one in self.page.evaluate(HELD)]


@pytest.fixture
def reader(browser: Browser) -> Iterator[Callable[[str], Reader]]:
    """Call with the address of a site: somebody whose browser obeys no policy."""
    context = browser.new_context(
        bypass_csp=True, viewport={"width": 1440, "height": 900}, locale="ru-RU"
    )
    context.set_default_timeout(60_000)
    readers: list[Reader] = []

    def at(base: str) -> Reader:
        readers.append(Reader(context, base))
        return readers[-1]

    yield at
    for one in readers:
        one.page.close()
    context.close()
    for one in readers:
        assert (one.came_of_it, one.asked) == ([], [])


def some(site: Site) -> list[str]:
    """A page of each kind."""
    every = (*KINDS.values(), *(FURTHER[kind] for kind in ("decisions", "calendar", "portfolio")))
    return [one for one in every if one in site.addresses]


def test_the_reader_would_notice(
    browser: Browser, serve_folder: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "index.html").write_text(f"<a href=' javascript:x'>{HOSTILE}</a>", "utf-8")
    context = browser.new_context(bypass_csp=True)
    one = Reader(context, serve_folder(tmp_path))
    one.read([""])
    context.close()
    told = " ".join(one.came_of_it)
    assert all(word in told for word in (": 1", "IMG onerror", "A href"))


@pytest.mark.trust
def test_a_page_of_each_kind_shows_hostile_text_and_obeys_none(
    hostile: Site, reader: Callable[[str], Reader], serve_folder: Callable[..., str]
) -> None:
    somebody = reader(serve_folder(hostile.root))
    assert somebody.read(some(hostile)) > 15


def test_scripts_of_the_site_put_hostile_text_into_pages_as_text(
    hostile: Site, reader: Callable[[str], Reader], serve_folder: Callable[..., str]
) -> None:
    """The search, the choice of practices, the filter of the register, a citation."""
    somebody = reader(serve_folder(hostile.root))
    page = somebody.page
    somebody.read(["practices/"])
    page.locator("[data-umo-facet] summary").last.click()
    page.locator(".umo-chip").first.click()
    expect(page.locator(".umo-results .umo-card").first).to_contain_text("alert(")
    somebody.look()
    page.locator("[data-umo-search=open]").click()
    page.locator("dialog[open] input[name=words]").fill("alert")
    expect(page.locator(".umo-search__found > li").first).to_contain_text("alert")
    page.locator("[data-umo-search=facets] summary").click()
    expect(page.locator("[data-umo-search=facets] select").first).to_be_visible()
    somebody.look()
    somebody.read(["register/2025-2026/"])
    page.locator(".umo-filter input").first.fill("<script>")
    somebody.look()


@pytest.mark.trust
def test_every_page_shows_hostile_text_and_obeys_none(
    hostile: Site, reader: Callable[[str], Reader], serve_folder: Callable[..., str]
) -> None:
    assert reader(serve_folder(hostile.root)).read(sorted(hostile.addresses)) > 200


@pytest.mark.trust
@pytest.mark.parametrize("turn", TURNS)
def test_each_field_is_spoiled_by_other_payloads(
    turn: int,
    tmp_path: Path,
    reader: Callable[[str], Reader],
    serve_folder: Callable[..., str],
) -> None:
    site = spoilt_site(tmp_path, turn)
    assert reader(serve_folder(site.root)).read(some(site)) > 15


@pytest.mark.trust
def test_no_line_of_a_collection_comes_to_anything(
    tmp_path: Path, reader: Callable[[str], Reader], serve_folder: Callable[..., str]
) -> None:
    """Each line as a text, a title, a link and in a body; then as a body of its own."""
    lines = payloads()
    site, taken = corpus_site(tmp_path / "site", lines)
    assert taken
    for number, page in enumerate(rendered(lines)):
        (site.root / f"alone-{number}.html").write_text(page, "utf-8")
    somebody = reader(serve_folder(site.root))
    somebody.read(path.name for path in sorted(site.root.glob("alone-*.html")))
    somebody.read(sorted(a for a in site.addresses if a.startswith(("register/", "practices/"))))
