"""The stops of the keyboard on a page: each place where Tab puts the focus, and how it looks."""

from collections.abc import Iterator
from dataclasses import dataclass

from playwright.sync_api import Page

MANY = 2000
"""No page has as many stops: whoever comes so far is trapped."""

# Whatever shows the focus: the element itself, or what the site draws for a field that is not seen.
STOP = """() => {
  const stop = document.activeElement;
  window.umoStops ??= new WeakSet();
  if (!stop || stop === document.body || umoStops.has(stop)) return null;
  umoStops.add(stop);
  const shown = stop.matches(".md-option") ? stop.nextElementSibling : stop.closest(".umo-chip") ||
    stop.closest(".umo-search__kinds label") || stop;
  const parts = (colour) => (colour.match(/[\\d.]+/g) || []).map(Number);
  const opaque = (colour) => { const [, , , alpha = 1] = parts(colour); return alpha > 0.5; };
  const light = (colour) => {
    const [r, g, b] = parts(colour).map((part) => part / 255)
      .map((v) => (v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const style = getComputedStyle(shown);
  // The mark is drawn on what lies around the element, or in it where its offset is negative.
  const within = style.outlineOffset.startsWith("-") && !shown.matches(".umo-over");
  const colour = (node) => getComputedStyle(node).backgroundColor;
  let ground = within ? shown : shown.parentElement;
  while (ground.parentElement && !opaque(colour(ground))) ground = ground.parentElement;
  const back = opaque(colour(ground)) ? colour(ground) : colour(document.body);
  const [a, b] = [style.outlineColor, back].map(light).sort((x, y) => y - x);
  // Of what is in the window: a table may be higher than that.
  const middle = (one) => (Math.max(one.top, 0) + Math.min(one.bottom, innerHeight)) / 2;
  const parts_of_it = [0.5, 0.02, 0.1, 0.3, 0.7, 0.9, 0.98];
  const free = [...shown.getClientRects()].some((one) => parts_of_it.some((part) => {
    const hit = document.elementFromPoint(one.left + one.width * part, middle(one));
    return hit && (shown.contains(hit) || hit.contains(shown));
  }));
  // The cells of a row are read one after the other, however high each of them is.
  const line = (shown.closest("tr") || shown).getBoundingClientRect();
  const role = stop.getAttribute("role") || stop.tagName.toLowerCase();
  const name = stop.getAttribute("aria-label") || stop.getAttribute("title") || stop.textContent ||
    stop.labels && [...stop.labels].map((label) => label.textContent).join(" ") || "";
  return {
    what: `${role} «${name.trim().replace(/\\s+/g, " ").slice(0, 60)}»`,
    name: name.trim(), width: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    contrast: (a + 0.05) / (b + 0.05), free, top: line.top + scrollY, bottom: line.bottom + scrollY,
    inside: !!stop.closest(".md-content") && !stop.closest("svg, .umo-month"),
  };
}"""


@dataclass(frozen=True, slots=True)
class Stop:
    """A place where the focus stands."""

    what: str
    name: str
    width: float
    """Of the mark around it, in CSS pixels."""
    contrast: float
    """Of the mark with its ground."""
    free: bool
    """Nothing lies over it."""
    top: float
    bottom: float
    """On the page, in CSS pixels."""
    inside: bool
    """In the text of the page, not in header, menus or footer; nor in a drawing or a month."""


def stops(page: Page, key: str = "Tab") -> Iterator[Stop]:
    """Go through a page by one key until the focus leaves it, or begins anew."""
    page.evaluate("delete window.umoStops")
    for _ in range(MANY):
        page.keyboard.press(key)
        found = page.evaluate(STOP)
        if found is None:
            return
        yield Stop(**found)
    raise AssertionError(f"{page.url}: the keyboard does not come out again")


def faults(found: list[Stop]) -> list[str]:
    """What is wrong: no name, no mark that is seen (WCAG 2.4.7), out of sight (2.4.11)."""
    return [
        f"{stop.what}: {fault}"
        for stop in found
        for fault, wrong in (
            ("has no name", not stop.name),
            (f"its mark is {stop.width} px wide", stop.width < 2),
            (f"its mark stands out {stop.contrast:.1f} to 1", stop.contrast < 3),
            ("lies under something", not stop.free),
        )
        if wrong
    ]
