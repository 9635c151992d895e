"""A press as a build sets it up, and the pages that it prints."""

from datetime import date
from pathlib import Path

from demonstration import TODAY

from generator.cache import Cache
from generator.edition import prepare, sheets_of
from generator.handmade import open_mkdocs
from generator.pages import Page
from generator.press import Press


def press_of(folder: Path) -> tuple[Press, list[Page]]:
    """Have MkDocs set up the press of a project; make all its pages."""
    day = date.fromisoformat(TODAY)
    mkdocs = open_mkdocs(folder / "mkdocs.yml", content=None, day=day, strict=False)
    cache = Cache(None, "", print)
    edition = prepare(folder / "content", day, cache)
    assert edition.archive is not None, edition.problems
    sheets = sheets_of(edition, edition.archive, cache)
    press = mkdocs.make(edition, sheets, folder / "site")
    made = (draft.make() for draft in sheets.drafts.values())
    return press, [page for page in made if isinstance(page, Page)]
