"""Each kind of page in a real browser: at two widths, by day and by night, under a sub-path."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect
from visit import FURTHER, KINDS, LEAVES, WIDTHS, kept_at_home, lent

SCHEMES = ("light", "dark")

# What sticks out of the window to the right and is not meant to: text may scroll in a box of its
# own, and the theme keeps its drawer beside the window.
STICKING_OUT = """() => {
  const wide = document.documentElement.clientWidth;
  const meant = ".umo-scroll, .md-sidebar, dialog, .md-tabs, [hidden], svg";
  const found = [];
  for (const element of document.querySelectorAll("body *")) {
    if (element.closest(meant)) continue;
    const style = getComputedStyle(element);
    if (style.visibility === "hidden" || style.display === "none") continue;
    const box = element.getBoundingClientRect();
    if (box.width && box.height && (box.right > wide + 1 || box.left < -1)) {
      found.push(`${element.tagName}.${element.className} ${box.left}–${box.right}`);
    }
  }
  return found.slice(0, 8);
}"""
# What is cut off inside its own box, such as a word too long for it.
CUT_OFF = """() => [..."p li dd h1 h2 h3".split(" ")]
  .flatMap(tag => [...document.querySelectorAll(`.md-content ${tag}`)])
  .filter(e => e.clientWidth && e.scrollWidth > e.clientWidth + 1 && !e.closest(".umo-scroll"))
  .filter(e => !e.closest("details:not([open])"))
  .map(e => `${e.tagName}: ${e.textContent.trim().slice(0, 60)}`).slice(0, 8)"""
# Colours of the page and of its text, as they come out of all layers.
COLOURS = """() => {
  const options = {willReadFrequently: true};
  const canvas = document.createElement("canvas").getContext("2d", options);
  const over = (...layers) => {
    for (const layer of layers) { canvas.fillStyle = layer; canvas.fillRect(0, 0, 1, 1); }
    return [...canvas.getImageData(0, 0, 1, 1).data].slice(0, 3);
  };
  const back = getComputedStyle(document.body).backgroundColor;
  const text = getComputedStyle(document.querySelector(".md-content p")).color;
  return [over(back), over(back, text)];
}"""


def places() -> Iterator[tuple[int, str]]:
    for width in WIDTHS:
        for scheme in SCHEMES:
            yield width, scheme


@pytest.fixture(scope="module", params=places(), ids=lambda p: f"{p[0]}px {p[1]}")
def window(request: pytest.FixtureRequest, browser: Browser) -> Iterator[Page]:
    """A window of a width and a scheme, which goes from page to page."""
    width, scheme = request.param
    page = browser.new_page(
        viewport={"width": width, "height": WIDTHS[width]}, color_scheme=scheme, locale="ru-RU"
    )
    page.set_default_timeout(15_000)
    yield page
    page.close()


@pytest.mark.parametrize("kind", KINDS)
def test_page_is_good_to_read(window: Page, base: str, kind: str) -> None:
    with lent(window, base) as watch:
        window.goto(base + KINDS[kind], wait_until="load")
        assert window.evaluate(STICKING_OUT) == []
        assert window.evaluate(CUT_OFF) == []
        wide = window.evaluate("document.scrollingElement.scrollWidth")
        assert wide <= window.evaluate("window.innerWidth")
        assert window.locator("main").count() == 1
        assert window.locator("h1").count() == 1
        expect(window.locator("h1")).to_be_visible()
        notice = window.locator(".umo-demonstration")
        expect(notice).to_be_visible()
        assert "вымышлен" in notice.inner_text()
        lost = [f"404 {base}{KINDS[kind]}"] if kind == "wrong address" else []
        assert (watch.asked, watch.failed) == ([], lost)
        if kind != "wrong address":
            assert watch.complaints == []


# WCAG 1.4.12; the page's policy lets no style sheet in, but one that a script has made.
SPACED = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`* { letter-spacing: 0.12em !important; line-height: 1.5 !important;
    word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}"""


@pytest.fixture(scope="module")
def enlarged(browser: Browser) -> Iterator[Page]:
    """A window of 1280 pixels at 400 % (WCAG 1.4.10)."""
    page = browser.new_page(viewport={"width": 320, "height": 256}, reduced_motion="reduce")
    page.set_default_timeout(15_000)
    yield page
    page.close()


@pytest.mark.parametrize(
    "kind",
    [*KINDS, *(pytest.param(kind, marks=pytest.mark.trust) for kind in FURTHER if kind != LEAVES)],
)
def test_page_can_be_enlarged_and_spaced_out(enlarged: Page, base: str, kind: str) -> None:
    with lent(enlarged, base):
        enlarged.goto(base + (KINDS | FURTHER)[kind], wait_until="load")
        for spaced in (False, True):
            if spaced:
                enlarged.evaluate(SPACED)
            assert enlarged.evaluate(STICKING_OUT) == []
            assert enlarged.evaluate(CUT_OFF) == []
            assert enlarged.evaluate("document.scrollingElement.scrollWidth") <= 320


def test_nothing_is_asked_of_another_host(browser: Browser, base: str) -> None:
    context = browser.new_context()
    asked = kept_at_home(context, base)
    try:
        page = context.new_page()
        for kind in ("home", "minutes", "practice", "wrong address"):
            page.goto(base + KINDS[kind], wait_until="networkidle")
    finally:
        context.close()
    assert asked == []


def test_colours_are_of_the_scheme_and_can_be_read(window: Page, base: str) -> None:
    """By night the page is dark, by day light; the text stands out by at least 7 to 1."""
    window.goto(base + KINDS["minutes"])
    dark = window.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    scheme = window.evaluate("document.body.dataset.mdColorScheme")
    assert scheme == ("slate" if dark else "default")
    colours = window.evaluate(COLOURS)
    back, text = (luminance(colour) for colour in colours)
    assert (back < 0.1) is dark
    assert (max(back, text) + 0.05) / (min(back, text) + 0.05) >= 7


def luminance(colour: list[int]) -> float:
    """WCAG 2: relative luminance."""
    parts = (c / 255 for c in colour)
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
