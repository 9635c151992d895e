"""The call that builds: only what has changed is made, aside; then it takes the site's place."""

import gc
import hashlib
import shutil
from datetime import date
from functools import partial
from itertools import chain
from operator import attrgetter
from pathlib import Path
from typing import Any

from generator.acceptance import accept, faults_of_files, inspection_of
from generator.admin.config import Repository
from generator.archive import Archive
from generator.cache import Cache, DamagedCacheError
from generator.clock import today
from generator.edition import Edition, Sheets, prepare, sheets_of, tell
from generator.failure import REFUSED, BuildFailedError
from generator.file_trouble import told
from generator.handmade_part import HANDMADE, PAGE, HandmadePart
from generator.inspection import Fault, Inspection
from generator.order import Built, Order, copies_folder, keep, open_cache, say
from generator.pages import Draft
from generator.pages.addresses import SEARCH as SEARCH_INDEX
from generator.press import (
    Press,
    ThemeWantedError,
)
from generator.printing import Printed, Printer, files_of, intact, page_name
from generator.publish import (
    ADDRESS,
    index_site,
    index_stands,
    list_pages,
)
from generator.search import Digests
from generator.site_folder import SiteFolder, place_of
from generator.stopwatch import Stopwatch
from generator.turns import taking_turns
from generator.twin import files_in
from generator.values import parse_date

SELDOM = (50_000, 50, 100)
"""Thresholds of the collector: a page leaves some hundreds of things that only it can find."""
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
    try:
        return _build(order, watch)
    except DamagedCacheError as error:
        raise BuildFailedError(f"кэш не держит того, что в него кладут: {error}") from error


def _build(order: Order, watch: Stopwatch) -> Built:
    """Build with the cache of the last run; leave one to the next, also where records are wrong."""
    with watch("кэш"):
        cache = open_cache(order)
    try:
        with copies_folder(order) as copies:
            built = Build(order, cache, copies, watch).run()
    except BuildFailedError:
        keep(cache)
        raise
    with watch("кэш"):
        keep(cache)
    return built


class Build:
    """One build, step by step."""

    def __init__(self, order: Order, cache: Cache, copies: Path, watch: Stopwatch) -> None:
        self._order = order
        self._cache = cache
        self._copies = copies
        self._watch = watch
        self._handmade = HandmadePart(order, cache, copies)
        self._before = cache.value(STANDING)
        """What stands on the site: also pages that the ledger has forgotten."""
        self._then: dict[str, dict[str, Any]] = {}
        """What is worth knowing of the new site once it stands."""

    def run(self) -> Built:
        """Do all of it. Garbage is looked for seldom: there is little, among millions of things."""
        usual = gc.get_threshold()
        gc.set_threshold(*SELDOM)
        try:
            return self._run()
        except OSError as error:
            raise BuildFailedError(f"{told(error)} Прежний сайт не тронут.") from error
        finally:
            gc.set_threshold(*usual)

    def _run(self) -> Built:
        with self._watch("настройки"):
            settings = self._handmade.settings()
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
        target = self._place(settings)
        with taking_turns(target.parent, say), self._site(target) as site:
            made, faults = self._make(site, settings, edition, sheets)
            sought = self._sought(sheets)
            if self._order.indexed:
                with self._watch("поиск"):
                    self._index(site, sought)
            with self._watch("осмотр"):
                self._accept(site, edition, faults)
            self._then[STANDING]["folder"] = site.finish()
        for family, values in self._then.items():
            self._cache.state(family, values)
        return Built(archive, target, len(sheets.drafts), made, sought)

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

    def _place(self, settings: dict[str, Any]) -> Path:
        sources = (self._order.config_file, Path(settings["content"]))
        return place_of(self._order.site_dir or Path(settings["site_dir"]), sources)

    def _site(self, target: Path) -> SiteFolder:
        number, names = self._before.get("folder"), partial(self._names, target)
        return SiteFolder(target, number, names, in_place=self._order.in_place)

    def _names(self, target: Path) -> set[str]:
        """The files of the site that stands; what the search has put there it knows alone."""
        index = target / SEARCH_INDEX
        found = files_in(index, SEARCH_INDEX) if self._cache.value(SEARCH) else ()
        return {*self._before.get("files", ()), *found}

    def _make(
        self, site: SiteFolder, settings: dict[str, Any], edition: Edition, sheets: Sheets
    ) -> tuple[int, list[Fault]]:
        """Make what is not there, remove what is no longer wanted; count the pages made."""
        with self._watch("рукописные страницы и оболочки"):
            press = self._handmade.press_at_hand(site, edition, sheets)
        with self._watch("страницы"):
            try:
                made = self._print(site, press, edition, sheets)
            except ThemeWantedError:
                press = self._handmade.press(site, edition, sheets)
                made = self._print(site, press, edition, sheets)
        with self._watch("уборка, карта сайта"):
            self._handmade.keep(press)
            self._tidy(site, settings, sheets)
        return made

    def _print(
        self, site: SiteFolder, press: Press, edition: Edition, sheets: Sheets
    ) -> tuple[int, list[Fault]]:
        """Print every page that is not there as it should be; count them, and say their faults."""
        stale = [one for one in sheets.drafts.values() if not self._stands(site, edition, one)]
        if not (stale or self._handmade.files):
            return 0, []
        # Pages of one folder look at the same records: one after the other they open them once.
        stale.sort(key=attrgetter("address"))
        inspection = self._inspection(edition, sheets)
        ledger = self._cache.ledger
        copies = self._copies if ledger[HANDMADE]["found"] is not None else None
        printer = Printer(press, edition.content, site.root, copies, inspection)
        pairs = zip(stale, printer.print_all(stale, self._watch.told), strict=True)
        for draft, (facts, printed) in pairs:
            ledger.put(f"{PAGE}{draft.address}", facts, tuple(printed))
        by_hand = faults_of_files(inspection, site.root, self._handmade.files)
        return len(stale), printer.faults + by_hand

    def _inspection(self, edition: Edition, sheets: Sheets) -> Inspection:
        files = (*map(page_name, sheets.drafts), *self._cache.ledger[HANDMADE]["files"])
        sources = (edition.content, self._order.config_file.resolve().parent)
        return inspection_of(files, self._cache.value("settings")["site_url"], sources)

    def _sought(self, sheets: Sheets) -> Digests | None:
        """All lean copies, where a search is wanted."""
        ledger = self._cache.ledger
        if ledger[HANDMADE]["found"] is None:
            return None
        printed = (Printed(*ledger[f"{PAGE}{address}"]) for address in sheets.drafts)
        return dict(chain(ledger[HANDMADE]["found"], *(page.found for page in printed)))

    def _index(self, site: SiteFolder, sought: Digests | None) -> None:
        """Make the index of the search, so far as it is not there; none where none is wanted."""
        known = {} if site.fresh else self._cache.value(SEARCH)
        if sought is not None:
            if not index_stands(site.so_far, sought, known):
                known = index_site(self._copies, site.root, sought, known)
            self._then[SEARCH] = known
        elif known:
            shutil.rmtree(site.root / SEARCH_INDEX)
            self._then[SEARCH] = {}

    def _stands(self, site: SiteFolder, edition: Edition, draft: Draft) -> bool:
        """Tell whether a page need not be made."""
        work, ledger = f"{PAGE}{draft.address}", self._cache.ledger
        if work not in ledger:
            return False
        untouched = self._cache.readings.only is not None
        printed = Printed(*ledger[work])
        return untouched or intact(site.so_far, edition.content, draft.address, printed)

    def _accept(self, site: SiteFolder, edition: Edition, faults: list[Fault]) -> None:
        """Look at what is to take the site's place. Raises BuildFailedError."""
        if site.replaces:
            accept(site.root, self._then[STANDING]["files"], edition.published, faults)

    def _tidy(self, site: SiteFolder, settings: dict[str, Any], sheets: Sheets) -> None:
        """Remove what is no longer wanted, and list what is there."""
        ledger = self._cache.ledger
        done = ledger[HANDMADE]
        pages = {address: Printed(*ledger[f"{PAGE}{address}"]) for address in sheets.drafts}
        listings = [*done["listings"], *(f"{name}.gz" for name in done["listings"])]
        wanted = {*done["files"], *files_of(pages), *listings}
        gone = set(self._before.get("files", ())) - wanted
        if gone and not site.fresh:
            site.remove(gone)
        rows = [(address, page.updated) for address, page in pages.items()]
        state = {"": hashlib.blake2b(repr((rows, done["listings"])).encode()).hexdigest()}
        standing = all((site.so_far / name).is_file() for name in listings)
        if not standing or site.fresh or state != self._cache.value(LISTED):
            list_pages(site.root, settings["site_url"], pages, done["listings"])
        self._then[LISTED] = state
        self._then[STANDING] = {"pages": list(pages), "files": list(wanted)}
        works = {f"{PAGE}{address}" for address in sheets.drafts} | {HANDMADE}
        ledger.keep(work for work in ledger.works if work in works or not work.startswith(PAGE))
