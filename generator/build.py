"""The call that builds: only what has changed is made, and a site is whole or not there."""

import gc
import hashlib
import shutil
from collections.abc import Iterator, Mapping
from datetime import date
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.admin.config import Repository
from generator.archive import Archive
from generator.cache import Cache, DamagedCacheError
from generator.clock import today
from generator.crew import WORTH_IT
from generator.edition import Edition, Sheets, prepare, sheets_of, tell
from generator.failure import REFUSED, BuildFailedError
from generator.order import Built, Order, copies_folder, open_cache, say
from generator.outside import FACT as OUTSIDE
from generator.outside import outside
from generator.pages import Draft
from generator.press import (
    SHELL,
    Press,
    ThemeWantedError,
    kept,
    name_of,
    restored,
    theme_wanted,
)
from generator.printing import Printed, Printer, leave_copies, page_name
from generator.publish import (
    ADDRESS,
    LISTINGS,
    SITEMAP,
    index_site,
    list_pages,
    made_listings,
    take_search_index,
)
from generator.reads import listening
from generator.search import Digests, handmade_copies
from generator.site_folder import SiteFolder
from generator.stopwatch import Stopwatch
from generator.values import long_date, parse_date

if TYPE_CHECKING:
    from generator.handmade import MkDocs

SELDOM = (50_000, 50, 100)
"""Thresholds of the collector: a page leaves some hundreds of things that only it can find."""
PAGE = "page/"
HANDMADE = "handmade"
SHELLS = "shells"
LISTED = "listed"
STANDING = "standing"
SEARCH = "search"


def build_site(order: Order, watch: Stopwatch | None = None) -> Built:
    """Build a site. Raises BuildFailedError; the former site is then as it was."""
    watch = watch or Stopwatch()
    try:
        return _build(order, watch)
    except DamagedCacheError:
        say("Кэш повреждён и удалён. Всё строится заново.")
        if order.cache_folder:
            shutil.rmtree(order.cache_folder, ignore_errors=True)
        return _build(order, watch)


def _build(order: Order, watch: Stopwatch) -> Built:
    """Build with the cache of the last run; leave one to the next, also where records are wrong."""
    with watch("кэш"):
        cache = open_cache(order)
    try:
        with copies_folder(order) as copies:
            built = Build(order, cache, copies, watch).run()
    except BuildFailedError:
        cache.save()
        raise
    with watch("кэш"):
        cache.save()
    return built


class Build:
    """One build, step by step."""

    def __init__(self, order: Order, cache: Cache, copies: Path, watch: Stopwatch) -> None:
        self._order = order
        self._cache = cache
        self._copies = copies
        self._watch = watch
        self._mkdocs: MkDocs | None = None
        self._before = cache.value(STANDING)
        """What stands on the site: also pages that the ledger has forgotten."""

    def run(self) -> Built:
        """Do all of it. Garbage is looked for seldom: there is little, among millions of things."""
        usual = gc.get_threshold()
        gc.set_threshold(*SELDOM)
        try:
            return self._run()
        finally:
            gc.set_threshold(*usual)

    def _run(self) -> Built:
        with self._watch("настройки"):
            settings = self._settings()
        with self._watch("чтение и проверка записей"):
            edition = prepare(Path(settings["content"]), self._day(settings), self._cache)
            archive = self._accepted(edition)
        with self._watch("список страниц"):
            url, kept = settings["site_url"] or "", settings["repository"]
            repository = Repository(*kept) if kept else None
            sheets = sheets_of(edition, archive, self._cache, url, repository)
            if tell(sheets.problems, edition.content):
                raise BuildFailedError(REFUSED)
            self._settle_addresses(sheets)
        site = self._site(settings)
        try:
            made = self._make(site, settings, edition, sheets)
            sought = self._sought(sheets)
            if sought is not None and self._order.indexed:
                with self._watch("поиск"):
                    self._index(site, sought)
            site.finish()
        finally:
            site.abandon()
        return Built(archive, site.target, len(sheets.drafts), made, sought)

    def _settings(self) -> dict[str, Any]:
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

    def _day(self, settings: dict[str, Any]) -> date:
        written = settings["today"]
        return self._order.day or today(parse_date(written) if written else None)

    def _accepted(self, edition: Edition) -> Archive:
        """The archive, or the end of the build."""
        tell(edition.problems, edition.content)
        if edition.archive is None:
            raise BuildFailedError(REFUSED)
        return edition.archive

    def _settle_addresses(self, sheets: Sheets) -> None:
        """Forget work that asked whether there is a page where now there is another answer."""
        changed = set(self._before.get("pages", ())) ^ sheets.drafts.keys()
        self._cache.ledger.forget(f"{ADDRESS}{address}" for address in changed)

    def _site(self, settings: dict[str, Any]) -> SiteFolder:
        target = (self._order.site_dir or Path(settings["site_dir"])).resolve()
        return SiteFolder(target, fresh=not self._before or not target.is_dir())

    def _make(
        self, site: SiteFolder, settings: dict[str, Any], edition: Edition, sheets: Sheets
    ) -> int:
        """Make what is not there, remove what is no longer wanted; count the pages made."""
        with self._watch("рукописные страницы и оболочки"):
            press = self._press_at_hand(site, edition, sheets)
        with self._watch("страницы"):
            try:
                made = self._print(site, press, edition, sheets)
            except ThemeWantedError:
                press = self._handmade(site, edition, sheets)
                made = self._print(site, press, edition, sheets)
        with self._watch("уборка, карта сайта"):
            self._cache.state(SHELLS, kept(press.shells))
            self._cache.state(SHELL, _digests(press))
            self._tidy(site, settings, sheets)
        return made

    def _press_at_hand(self, site: SiteFolder, edition: Edition, sheets: Sheets) -> Press:
        """The press of the last run where it will do, else one that the theme sets up."""
        ledger = self._cache.ledger
        if HANDMADE in ledger and not site.fresh:
            done = ledger[HANDMADE]
            stale = sum(f"{PAGE}{address}" not in ledger for address in sheets.drafts)
            if site.intact(done["files"]) and stale < WORTH_IT:
                press = Press(theme_wanted, done["landmarks"], long_date, say)
                press.shells = restored(self._cache.value(SHELLS))
                return press
        return self._handmade(site, edition, sheets)

    def _handmade(self, site: SiteFolder, edition: Edition, sheets: Sheets) -> Press:
        """Have MkDocs make its part; shells that come out otherwise than before spoil their pages.

        The listings are kept as MkDocs leaves them: records' pages are added to them later.
        """
        mkdocs = self._open_mkdocs()
        with listening() as facts:
            press = mkdocs.make(edition, sheets, site.aside)
        listings, index = made_listings(site.aside), take_search_index(site.aside)
        pages = map(page_name, sheets.drafts)
        files = site.adopt(site.aside, [*pages, *LISTINGS, f"{SITEMAP}.gz"])
        done = {"files": files, "listings": listings, "landmarks": sorted(press.landmarks)}
        found = None if index is None else leave_copies(self._copies, handmade_copies(index))
        done["found"] = found and list(found)
        self._cache.ledger.put(HANDMADE, facts | {OUTSIDE}, done)
        press.cast_again(restored(self._cache.value(SHELLS)))
        self._cache.settle(SHELL, _digests(press))
        return press

    def _print(self, site: SiteFolder, press: Press, edition: Edition, sheets: Sheets) -> int:
        """Print every page that is not there as it should be; count them."""
        ledger = self._cache.ledger
        wanted = ledger[HANDMADE]["found"] is not None
        printer = Printer(press, edition.content, site.root, self._copies if wanted else None)
        stale = [draft for draft in sheets.drafts.values() if not self._stands(printer, draft)]
        # Pages of one folder look at the same records: one after the other they open them once.
        stale.sort(key=attrgetter("address"))
        pairs = zip(stale, printer.print_all(stale, self._watch.told), strict=True)
        for draft, (facts, printed) in pairs:
            ledger.put(f"{PAGE}{draft.address}", facts, tuple(printed))
        return len(stale)

    def _sought(self, sheets: Sheets) -> Digests | None:
        """All lean copies, where a search is wanted."""
        ledger = self._cache.ledger
        if ledger[HANDMADE]["found"] is None:
            return None
        printed = (Printed(*ledger[f"{PAGE}{address}"]) for address in sheets.drafts)
        return dict(chain(ledger[HANDMADE]["found"], *(page.found for page in printed)))

    def _index(self, site: SiteFolder, sought: Digests) -> None:
        """Make the index of the search, so far as it is not there."""
        known = {} if site.fresh else self._cache.value(SEARCH)
        self._cache.state(SEARCH, index_site(self._copies, site.root, sought, known))

    def _stands(self, printer: Printer, draft: Draft) -> bool:
        """Tell whether a page need not be made."""
        work, ledger = f"{PAGE}{draft.address}", self._cache.ledger
        if work not in ledger:
            return False
        untouched = self._cache.readings.only is not None
        return untouched or printer.intact(draft.address, Printed(*ledger[work]))

    def _tidy(self, site: SiteFolder, settings: dict[str, Any], sheets: Sheets) -> None:
        """Remove what is no longer wanted, and list what is there."""
        ledger = self._cache.ledger
        done = ledger[HANDMADE]
        pages = {address: Printed(*ledger[f"{PAGE}{address}"]) for address in sheets.drafts}
        wanted = {*done["files"], *_files(pages)}
        gone = set(self._before.get("files", ())) - wanted
        if not site.fresh:
            site.remove(sorted(gone))
        rows = [(address, page.updated) for address, page in pages.items()]
        state = {"": hashlib.blake2b(repr((rows, done["listings"])).encode()).hexdigest()}
        standing = all((site.root / name).is_file() for name in done["listings"])
        if not standing or site.fresh or state != self._cache.value(LISTED):
            list_pages(site.root, settings["site_url"], pages, done["listings"])
            self._cache.state(LISTED, state)
        self._cache.state(STANDING, {"pages": list(pages), "files": list(wanted)})
        works = {f"{PAGE}{address}" for address in sheets.drafts} | {HANDMADE}
        ledger.keep(work for work in ledger.works if work in works or not work.startswith(PAGE))


def _digests(press: Press) -> dict[str, str]:
    """What the shells are worth, by the names of their shapes."""
    return {
        name_of(shape): hashlib.blake2b(repr(shell).encode(), digest_size=8).hexdigest()
        for shape, shell in press.shells.items()
    }


def _files(pages: Mapping[str, Printed]) -> Iterator[str]:
    """The files of pages, and those that lie beside them."""
    for address, page in pages.items():
        yield page_name(address)
        yield from (path for path, _ in page.files)
