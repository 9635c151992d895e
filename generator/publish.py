"""Puts a site together: what MkDocs made, the printed pages, and what lists them."""

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.cache import DamagedCacheError
from generator.failure import BuildFailedError
from generator.listings import sitemap, zipped
from generator.pages.addresses import is_page
from generator.printing import Printed, write
from generator.search import Digests, PagefindFailedError, Standing, refresh, stands

ADDRESS = "address/"
"""The family of facts whether a record has a page at an address; the address follows."""

SITEMAP = "sitemap.xml"
SEARCH_INDEX = "search/search_index.json"
LISTINGS = (SITEMAP,)
_OF_THE_THEME = ("search", "assets/javascripts/lunr", "assets/javascripts/workers")
"""What MkDocs and its theme leave for their own search, which is not ours."""


def list_pages(
    target: Path,
    site_url: str | None,
    printed: Mapping[str, Printed],
    made: Mapping[str, bytes] | None = None,
) -> None:
    """Add the printed pages to the listings; `made` are these as MkDocs left them."""
    made = made or made_listings(target)
    if SITEMAP in made:
        known = made[SITEMAP].decode()
        rows = ((address, page.updated) for address, page in printed.items() if is_page(address))
        data = sitemap(made[SITEMAP], site_url, _unlisted(rows, known, site_url))
        write(f"{target}/{SITEMAP}", data)
        write(f"{target}/{SITEMAP}.gz", zipped(data))


def take_search_index(target: Path) -> bytes | None:
    """Take away what the theme's search has left; give its index, where a search is wanted."""
    index = target / SEARCH_INDEX
    found = index.read_bytes() if index.is_file() else None
    for name in _OF_THE_THEME:
        shutil.rmtree(target / name, ignore_errors=True)
    return found


def index_site(copies: Path, target: Path, sought: Digests, known: Standing) -> Standing:
    """Make the index of the search, so far as it is not there. Raises BuildFailedError."""
    try:
        return refresh(copies, target, sought, known)
    except PagefindFailedError as error:
        raise BuildFailedError(str(error)) from error
    except FileNotFoundError as error:
        raise DamagedCacheError(str(error)) from error


def index_stands(target: Path, sought: Digests, known: Standing) -> bool:
    """Tell whether the index of the search is as it should be."""
    return bool(sought) and stands(target, sought, known)


def made_listings(target: Path) -> dict[str, bytes]:
    """The listings that MkDocs made."""
    found = {name: target / name for name in LISTINGS}
    return {name: path.read_bytes() for name, path in found.items() if path.is_file()}


def _unlisted(
    rows: Iterable[tuple[str, str | None]], known: str, site_url: str | None
) -> Iterable[tuple[str, str | None]]:
    """The pages that MkDocs has not listed itself."""
    base = (site_url or "").rstrip("/") + "/"
    return (row for row in rows if f"<loc>{base}{row[0]}</loc>" not in known)
