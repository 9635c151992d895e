"""What queries cost in the browser: bytes until all is quiet, milliseconds until results show."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from generator.bench.process import ProcessFailedError
from generator.bench.search.browser import visit
from generator.bench.search.edits import FORMER, MARKS, NEW
from generator.bench.search.figures import (
    FIRST_QUERY,
    FIRST_RESULT,
    SECOND_QUERY,
    SECOND_RESULT,
)
from generator.bench.search.server import Served

QUERIES = {
    "common word": "урок",
    "inflected word": "критериями",
    "surname": "Лугинова",
    "two words": "групповая работа",
    "only in the newest year": MARKS[NEW],
    "only in an old year": MARKS[FORMER],
    "beginning of a word": "крит",
    "number": "протокол 5",
    "nothing to find": "абракадабрище",
}
"""Queries by what they stand for; each comes first in one visit and second in another."""

_QUIET = 1.0
"""Seconds without a request after which nothing more will come."""

_LIMIT = 180_000
"""Milliseconds after which a query counts as lost."""

_ASK = """
([words, open]) => new Promise((done) => {
  const part = (name) => document.querySelector(`[data-umo-search="${name}"]`);
  const found = part("found");
  const begun = performance.now();
  const look = () => {
    if (found.ariaBusy !== "false") return;
    watch.disconnect();
    done(performance.now() - begun);
  };
  const watch = new MutationObserver(look);
  watch.observe(found, { attributes: true });
  setTimeout(() => done(null), LIMIT);
  if (open) part("open").click();
  const field = part("form").elements.words;
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
})
""".replace("LIMIT", str(_LIMIT))

_ASK_MATERIAL = """
(words) => new Promise((done) => {
  const begun = performance.now();
  const list = document.querySelector(".md-search-result__list");
  const watch = new MutationObserver(() => {
    if (!list.childElementCount) return;
    watch.disconnect();
    done(performance.now() - begun);
  });
  watch.observe(list, { childList: true });
  setTimeout(() => done(null), LIMIT);
  const box = document.getElementById("__search");
  if (!box.checked) box.click();
  const field = document.querySelector("[data-md-component=search-query]");
  field.focus();
  field.value = words;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  field.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
})
""".replace("LIMIT", str(_LIMIT))


class Cost(NamedTuple):
    """A value of a measure in a case."""

    measure: str
    case: str
    value: float


def our_queries(running: Any, site: Served) -> Iterator[Cost]:
    """Yield what each query costs, first of a visit and after another one.

    The first includes search.js, which comes with the page.
    """
    names = list(QUERIES)
    for first, second in zip(names, [*names[1:], names[0]], strict=True):
        before = len(site.sent)
        with visit(running, site.address) as page:
            site.rest(_QUIET)
            script = site.size(before, "/search.js")
            size, spent = _asked(page, site, QUERIES[first], first=True)
            yield Cost(FIRST_QUERY, first, script + size)
            yield Cost(FIRST_RESULT, first, spent)
            size, spent = _asked(page, site, QUERIES[second], first=False)
            yield Cost(SECOND_QUERY, second, size)
            yield Cost(SECOND_RESULT, second, spent)


def material_queries(running: Any, site: Served) -> Iterator[Cost]:
    """Yield what a common word costs with the theme's own search, which loads one file of all.

    It is asked as soon as the page is there: the theme begins to load without being asked.
    """
    case = "common word"
    site.warm("/search/search_index.json")
    before = len(site.sent)
    with visit(running, site.address) as page:
        spent = page.evaluate(_ASK_MATERIAL, QUERIES[case])
        site.rest(_QUIET)
        yield Cost(FIRST_QUERY, case, site.size(before, "/search/", "/workers/", "/lunr/"))
        if spent is not None:
            yield Cost(FIRST_RESULT, case, spent)


def _asked(page: Any, site: Served, words: str, *, first: bool) -> tuple[int, float]:
    """Bytes and milliseconds of one query."""
    before = len(site.sent)
    spent = page.evaluate(_ASK, [words, first])
    if spent is None:
        raise ProcessFailedError(f"поиск «{words}» не кончился за {_LIMIT // 1000} с")
    site.rest(_QUIET)
    return site.size(before), float(spent)
