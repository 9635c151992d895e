"""Puts a site together: what MkDocs made, the printed pages, and what lists them."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from generator.listings import search_index, sitemap, zipped
from generator.pages.addresses import is_page
from generator.printing import Printed, write

ADDRESS = "address/"
"""The family of facts whether a record has a page at an address; the address follows."""

SITEMAP = "sitemap.xml"
SEARCH_INDEX = "search/search_index.json"
LISTINGS = (SITEMAP, SEARCH_INDEX)


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
    if SEARCH_INDEX in made:
        entries = (page.found for page in printed.values() if page.found)
        write(f"{target}/{SEARCH_INDEX}", search_index(made[SEARCH_INDEX], entries))


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
