"""Every row of docs/coverage.md whose fact is to be seen: the demonstration shows it.

`coverage.yml` has the probes of each row and says how they are written.
"""

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from coverage_table import PROBES, ROWS
from demonstration import Site, plain, words_of
from lxml.html import HtmlElement

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
IN_WORDS = "about/"
MOST = 0.6
FIXED = re.compile(
    r"associations|calendar|decisions|responsible|plan|meetings|analysis|practices|register"
    r"|regulations|structure|compliance"
)


@pytest.mark.parametrize("row", PROBES)
def test_the_row_is_shown(site: Site, row: str) -> None:
    """Each probe of the row finds its words at their place."""
    silent = [probe for probe in PROBES[row] if not shown(site, **probe)]
    assert silent == []


def test_no_two_probes_are_the_same() -> None:
    """What shows one row cannot show another one by the way."""
    probes = Counter(tuple(sorted(probe.items())) for row in PROBES.values() for probe in row)
    assert [probe for probe, times in probes.items() if times > 1] == []


def test_a_probe_does_not_find_what_most_pages_of_its_kind_say(site: Site) -> None:
    """Words that plans or years have in common prove nothing about one of them."""
    common = []
    for probe in (probe for row in PROBES.values() for probe in row):
        pages = alike(site, probe["page"].removeprefix("./"))
        found = [page for page in pages if shown(site, **{**probe, "page": page})]
        if len(found) > len(pages) * MOST:
            common.append(probe)
    assert common == []


def test_a_probe_is_not_found_at_another_place(site: Site) -> None:
    """The place counts: the quorum's words do not stand with the majority."""
    probe = next(probe for probe in PROBES["1.27"] if probe["at"] == "norm-quorum")
    assert shown(site, **probe)
    assert not shown(site, **{**probe, "at": "norm-majority"})
    assert not shown(site, **{**probe, "at": "no-such-place"})


def test_every_place_of_the_table_is_there(site: Site) -> None:
    """Each address of the column «where» is that of a page or a file of the demonstration."""
    places = {place for row in ROWS for place in row.places if place.startswith("/")}
    files = {path.relative_to(site.root).as_posix() for path in site.root.rglob("*.*")}
    known = {f"/{name.removesuffix('index.html')}" for name in files}
    assert {place for place in places if not any(map(pattern(place).fullmatch, known))} == set()


def shown(site: Site, page: str, says: str, at: str = "") -> bool:
    """Tell whether a page says something, perhaps at a place."""
    return joined(says) in joined(said(site, page.removeprefix("./"), at))


def said(site: Site, page: str, at: str) -> str:
    """The words of a page or a file; with a place, of that element or all below a heading."""
    if page and not page.endswith("/"):
        # Lines of a calendar are folded, even within a word.
        return plain(re.sub(r"\r\n ", "", (site.root / page).read_bytes().decode()))
    body = site.body(page)
    if not at:
        return words_of(body)
    return " ".join(
        words_of(part) for found in body.xpath("//*[@id=$id]", id=at) for part in below(found)
    )


def below(element: HtmlElement) -> Iterator[HtmlElement]:
    """Yield an element; of a heading also what follows, up to the next of its rank.

    A heading may stand in a box of its own: what follows the box follows the heading.
    """
    yield element
    if element.tag not in HEADINGS:
        return
    ranks = HEADINGS[: HEADINGS.index(element.tag) + 1]
    here = element
    while here.tag not in ("article", "body"):
        for follower in here.itersiblings():
            if any(inner.tag in ranks for inner in follower.iter()):
                return
            yield follower
        here = here.getparent()


def joined(words: str) -> str:
    """Words in small letters, without the space before a comma that follows an element."""
    return re.sub(r" (?=[,.:;)])", "", plain(words)).casefold()


def alike(site: Site, page: str) -> list[str]:
    """The pages of the same kind: other plans, other years; a page in words where there is none."""
    same = [other for other in site.addresses if kind(other) == kind(page)]
    return same if page in same and len(same) > 1 else [page, IN_WORDS]


def kind(page: str) -> str:
    """An address without the names of associations, years and records in it."""
    return "/".join(word if FIXED.fullmatch(word) else "*" for word in page.split("/")[:-1])


def pattern(place: str) -> re.Pattern[str]:
    """An address with `<id>` and `<year>` in it as a pattern."""
    return re.compile("[^/]+".join(map(re.escape, re.split(r"<[a-z]+>", place))))
