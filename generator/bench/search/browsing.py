"""What the index of practices costs in the browser: bytes to load it, milliseconds to filter."""

from collections.abc import Iterator
from typing import Any

from generator.bench.search.browser import visit
from generator.bench.search.figures import BROWSE, BROWSE_ALL, FILTER, FILTER_ON_PHONE
from generator.bench.search.queries import Cost
from generator.bench.search.server import Served

_PAGE = "practices/"
_OWN = ("/practices/", "/javascripts/practices")
"""Paths of the page itself, of its script, of the columns and cards."""

_QUIET = 0.7
_PASSES = 3
_SLOWER = 4
"""How many times slower a phone of the middle class counts."""

_EACH = 12
"""Values of each facet that are chosen in a pass."""
_PAUSE = 60
"""Milliseconds between two clicks, in which cards come and are drawn."""

_LIVE = ".umo-browse--live"
_CHOICES = """
() => [...document.querySelectorAll("[data-umo-facet]")]
  .filter((facet) => facet.querySelector("input[type=checkbox]"))
  .map((facet) => facet.dataset.umoFacet)
"""
_CHOOSE = """
(name) => {
  const facet = document.querySelector(`[data-umo-facet="${name}"]`);
  if (facet.tagName === "DETAILS") facet.open = true;
  const field = facet.querySelector("input[type=checkbox]");
  field?.click();
  return Boolean(field);
}
"""
_OPEN_ALL = """
() => document.querySelectorAll("details[data-umo-facet]").forEach((facet) => (facet.open = true))
"""
_FILTER = """
async ([each, pause]) => {
  const rest = () => new Promise((done) => setTimeout(done, pause));
  const spent = [];
  const places = [];
  for (const facet of document.querySelectorAll("[data-umo-facet]")) {
    [...facet.querySelectorAll("input[type=checkbox]")].slice(0, each).forEach((_, place) =>
      places.push([facet, place]));
  }
  for (const [facet, place] of places) {
    for (const _ of ["on", "off"]) {
      const field = facet.querySelectorAll("input[type=checkbox]")[place];
      const begun = performance.now();
      field.click();
      spent.push(performance.now() - begun);
      await rest();
    }
  }
  return spent;
}
"""


def browsing(running: Any, site: Served) -> Iterator[Cost]:
    """Yield bytes of the page with its first cards, and the time from a click to the changed page.

    A click runs the script to its end before it returns, without anything being drawn.
    """
    with visit(running, f"{site.address}{_PAGE}") as page:
        page.wait_for_selector(_LIVE)
        page.evaluate(_OPEN_ALL)
        site.rest(_QUIET)
        names = page.evaluate(_CHOICES)
    for name in names:
        yield from _weight(running, site, name)
    for _ in range(_PASSES):
        yield from _filtering(running, site, FILTER, 1)
        yield from _filtering(running, site, FILTER_ON_PHONE, _SLOWER)


def _weight(running: Any, site: Served, facet: str) -> Iterator[Cost]:
    """What comes until the first cards of a facet's first value show."""
    before = len(site.sent)
    with visit(running, f"{site.address}{_PAGE}") as page:
        page.wait_for_selector(_LIVE)
        site.rest(_QUIET)
        if not page.evaluate(_CHOOSE, facet):
            page.wait_for_selector(f'[data-umo-facet="{facet}"] input[type=checkbox]')
            page.evaluate(_CHOOSE, facet)
        page.wait_for_selector(".umo-results .umo-card")
        site.rest(_QUIET)
        yield Cost(BROWSE, facet, site.size(before, *_OWN))
        yield Cost(BROWSE_ALL, facet, site.size(before))


def _filtering(running: Any, site: Served, measure: str, slower: int) -> Iterator[Cost]:
    """One pass over values of all facets, all of them open."""
    with visit(running, f"{site.address}{_PAGE}") as page:
        page.wait_for_selector(_LIVE)
        page.evaluate(_OPEN_ALL)
        site.rest(_QUIET)
        page.context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": slower})
        spent = sorted(page.evaluate(_FILTER, [_EACH, _PAUSE]))
        yield Cost(measure, "slowest value", spent[-1])
        yield Cost(measure, "usual value", spent[len(spent) // 2])
