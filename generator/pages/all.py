"""Every page of the site, in a fixed order."""

from collections.abc import Collection, Iterator
from typing import cast

from generator.pages.addresses import is_page
from generator.pages.admin import pages as admin
from generator.pages.analyses import pages as analyses
from generator.pages.associations import pages as associations
from generator.pages.blanks import pages as blanks
from generator.pages.calendar import month_pages
from generator.pages.calendar import pages as calendar
from generator.pages.compliance import pages as compliance
from generator.pages.consent_form import pages as consent_form
from generator.pages.context import Context
from generator.pages.control import CONTROL, DECISIONS
from generator.pages.data import FAMILIES as DATA
from generator.pages.data import pages as data
from generator.pages.decisions import pages as decisions
from generator.pages.digests import Family
from generator.pages.draft import Builder, Draft
from generator.pages.feeds.atom import NEW_PAPERS
from generator.pages.feeds.atom import pages as feed
from generator.pages.feeds.calendar_file import CALENDAR_ENTRIES
from generator.pages.feeds.calendar_file import pages as calendar_files
from generator.pages.findings import FINDINGS
from generator.pages.home import pages as home
from generator.pages.messages import pages as messages
from generator.pages.minutes import pages as minutes
from generator.pages.occasions import OCCASIONS
from generator.pages.organisations import pages as organisations
from generator.pages.page import Page
from generator.pages.plans import pages as plans
from generator.pages.portfolio import pages as portfolios
from generator.pages.practices import pages as practices
from generator.pages.redirects import farewells, redirects
from generator.pages.register import pages as register
from generator.pages.register_files import pages as register_files
from generator.pages.regulations import pages as regulations
from generator.pages.schemas import pages as schemas
from generator.pages.structure import pages as structure
from generator.pages.word.files import pages as word
from generator.pages.years import pages as years

BUILDERS: tuple[Builder, ...] = (
    home,
    associations,
    years,
    plans,
    minutes,
    analyses,
    portfolios,
    blanks,
    practices,
    decisions,
    register,
    register_files,
    regulations,
    structure,
    organisations,
    compliance,
    calendar,
    month_pages,
    calendar_files,
    feed,
    data,
    admin,
    schemas,
    word,
    messages,
    consent_form,
)

FAMILIES: tuple[Family, ...] = (
    FINDINGS,
    DECISIONS,
    CONTROL,
    OCCASIONS,
    CALENDAR_ENTRIES,
    NEW_PAPERS,
    *DATA,
)
"""Every digest of a year: worked out before the pages, kept between runs.

In their order: a digest may look at those of families before its own.
"""


def all_drafts(context: Context) -> Iterator[Draft]:
    """Yield a draft of every page; the pages themselves are made when somebody wants them."""
    drafts = list(standing_drafts(context))
    drafts += list(redirects(context, drafts))
    drafts += list(farewells(context, drafts))
    yield from drafts


def standing_drafts(context: Context, but: Collection[Builder] = ()) -> Iterator[Draft]:
    """Yield a draft of every page that is no redirect; of some builders none, where nobody asks."""
    for build in BUILDERS:
        if build not in but:
            yield from build(context)


def all_pages(context: Context) -> Iterator[Page]:
    """Make every page, and no file."""
    for draft in all_drafts(context):
        if is_page(draft.address):
            yield cast("Page", draft.make())
