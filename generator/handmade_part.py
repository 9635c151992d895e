"""The part of a site that MkDocs makes, remembered: MkDocs is asked only when it has changed."""

import hashlib
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.cache import Cache
from generator.crew import WORTH_IT
from generator.edition import Edition, Sheets
from generator.order import Order, say
from generator.outside import FACT as OUTSIDE
from generator.outside import outside
from generator.press import SHELL, Press, kept, name_of, restored, theme_wanted
from generator.printing import leave_copies, page_name
from generator.publish import LISTINGS, SITEMAP, made_listings, take_search_index
from generator.reads import listening
from generator.search import handmade_copies
from generator.site_folder import Files, SiteFolder
from generator.values import long_date

if TYPE_CHECKING:
    from generator.handmade import MkDocs

PAGE = "page/"
"""How the works begin that make a page; its address follows."""
HANDMADE = "handmade"
SHELLS = "shells"


class HandmadePart:
    """Hand-written pages, the theme's files and the shells; `files` are those made in this run."""

    def __init__(self, order: Order, cache: Cache, copies: Path) -> None:
        self._order = order
        self._cache = cache
        self._copies = copies
        self._mkdocs: MkDocs | None = None
        self.files: Files = {}

    def settings(self) -> dict[str, Any]:
        """What mkdocs.yml says; MkDocs is asked only when something outside has changed."""
        known = self._cache.value("settings")
        if known:
            state = outside(self._order.config_file, known)
            if state and state == self._cache.value(OUTSIDE).get(""):
                return known
        settings = self._open_mkdocs().settings
        state = outside(self._order.config_file, settings)
        self._cache.settle(OUTSIDE, {"": state})
        self._cache.settle("settings", settings)
        if not state:
            self._cache.ledger.drop(HANDMADE)
        return settings

    def _open_mkdocs(self) -> "MkDocs":
        if self._mkdocs is None:
            from generator.handmade import open_mkdocs

            order = self._order
            self._mkdocs = open_mkdocs(
                order.config_file,
                content=order.content,
                day=order.day,
                strict=order.strict,
                **({"site_url": order.site_url} if order.site_url else {}),
            )
        return self._mkdocs

    def press_at_hand(self, site: SiteFolder, edition: Edition, sheets: Sheets) -> Press:
        """The press of the last run where it will do, else one that the theme sets up."""
        ledger = self._cache.ledger
        if HANDMADE in ledger and not site.fresh:
            done = ledger[HANDMADE]
            stale = sum(f"{PAGE}{address}" not in ledger for address in sheets.drafts)
            if site.intact(done["files"]) and stale < WORTH_IT:
                press = Press(theme_wanted, done["landmarks"], long_date, say)
                press.shells = restored(self._cache.value(SHELLS))
                return press
        return self.press(site, edition, sheets)

    def press(self, site: SiteFolder, edition: Edition, sheets: Sheets) -> Press:
        """Have MkDocs make its part; shells that come out otherwise than before spoil their pages.

        The listings are kept as MkDocs leaves them: records' pages are added to them later.
        """
        mkdocs = self._open_mkdocs()
        with listening() as facts:
            press = mkdocs.make(edition, sheets, site.made)
        listings, index = made_listings(site.made), take_search_index(site.made)
        pages = map(page_name, sheets.drafts)
        files = site.adopt([*pages, *LISTINGS, f"{SITEMAP}.gz"])
        self.files = files
        done = {"files": files, "listings": listings, "landmarks": sorted(press.landmarks)}
        found = None if index is None else leave_copies(self._copies, handmade_copies(index))
        done["found"] = found and list(found)
        self._cache.ledger.put(HANDMADE, facts | {OUTSIDE}, done)
        press.cast_again(restored(self._cache.value(SHELLS)))
        self._cache.settle(SHELL, _digests(press))
        return press

    def keep(self, press: Press) -> None:
        """Leave the shells to the next run."""
        self._cache.state(SHELLS, kept(press.shells))
        self._cache.state(SHELL, _digests(press))


def _digests(press: Press) -> dict[str, str]:
    """What the shells are worth, by the names of their shapes."""
    return {
        name_of(shape): hashlib.blake2b(repr(shell).encode(), digest_size=8).hexdigest()
        for shape, shell in press.shells.items()
    }
