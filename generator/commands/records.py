"""Opens the records for commands that make papers of them."""

import sys
from datetime import date
from pathlib import Path

from generator.edition import examined, tell
from generator.history import last_changes
from generator.pages import Context
from generator.pages.addresses import public_base


def open_context(content: Path, config_file: Path, day: date) -> Context:
    """Read and check the records; where they are wrong, say what is, and end the run."""
    edition, _ = examined(content, day)
    wrong = tell(edition.problems, content)
    if edition.archive is None or wrong:
        sys.exit(1)
    site_url = site_address(config_file, content)
    changes = last_changes(content)
    return Context(edition.archive, day, changes, site_url, edition.published, edition.word_forms)


def site_address(config_file: Path, content: Path) -> str:
    """Where the site will be seen: a paper says it at its foot, a new record in its first line.

    Empty where nothing tells.
    """
    from generator.failure import BuildFailedError
    from generator.handmade import open_mkdocs

    try:
        mkdocs = open_mkdocs(config_file, content=content, day=None, strict=False)
    except BuildFailedError:
        return ""
    return mkdocs.settings["site_url"] or ""


def public_address(config_file: Path, content: Path) -> str:
    """Where everybody will see the site; empty while it is known on this machine alone."""
    return public_base(site_address(config_file, content))
