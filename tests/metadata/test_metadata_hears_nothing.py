"""Metadata costs no page a further dependency: it looks at what the page looks at anyway."""

from datetime import date
from pathlib import Path

import pytest
from demonstration import REPOSITORY
from graphs import archive_in

from generator.pages import context as pages_context
from generator.pages.addresses import is_page
from generator.pages.all import all_drafts
from generator.pages.context import Context
from generator.reads import listening


def heard(folder: Path) -> dict[str, set[str]]:
    """What each page looks at while it is made."""
    context = Context(archive_in(folder), date(2026, 11, 21), {})
    found = {}
    for draft in all_drafts(context):
        if is_page(draft.address):
            with listening() as facts:
                draft.make()
            found[draft.address] = facts
    return found


def test_no_page_hangs_on_more_for_its_metadata(monkeypatch: pytest.MonkeyPatch) -> None:
    content = REPOSITORY / "content"
    told = heard(content)
    monkeypatch.setattr(pages_context, "_metadata", lambda *_: "")
    silent = heard(content)
    assert told.keys() == silent.keys()
    assert len(told) > 150
    more = {address: facts - silent[address] for address, facts in told.items()}
    assert {address: facts for address, facts in more.items() if facts} == {}
