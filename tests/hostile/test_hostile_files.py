"""Files of strangers: each is told in words or does no harm, and none holds the program up.

`expected.txt` has the codes that each case of `hostile_files.py` is told with; none where the file
does no harm. After a change: `UMO_WRITE_EXPECTED=1 pytest tests/hostile`, then read the difference.
"""

import os
import shutil
from datetime import date
from pathlib import Path

import pytest
from hostile_files import CASES, Case, long_list_of_parts
from processor import bounded

from generator.edition import examined
from generator.load.signatures import looks_like
from generator.pages import all_pages
from generator.problems import has_errors

BASE = Path(__file__).parents[1] / "records" / "base"
TODAY = date(2026, 6, 1)
SECONDS = 5
"""Of the processor, for a file and all pages of a site: what hangs takes for ever, and nothing else
takes a tenth of it."""
EXPECTED = Path(__file__).with_name("expected.txt")


def told(case: Case, content: Path) -> str:
    """The codes of everything that is told of a case, each once."""
    with bounded(SECONDS):
        edition, context = examined(content, TODAY)
        for problem in edition.problems:
            str(problem).encode()
        assert (edition.archive is None) == has_errors(edition.problems)
        if edition.archive and context:
            assert list(all_pages(context))
    return " ".join(sorted({problem.code for problem in edition.problems}))


def expected() -> dict[str, str]:
    rows = (line.partition(" | ") for line in EXPECTED.read_text("utf-8").splitlines())
    return {name: codes for codes, _, name in rows}


def shown(name: str) -> str:
    """The name of a case in one line."""
    return name.encode("unicode_escape").decode() if not name.isprintable() else name


WANTED = expected() if EXPECTED.exists() else {}


@pytest.mark.parametrize("case", CASES, ids=lambda case: shown(case.name))
def test_hostile_file(case: Case, tmp_path: Path) -> None:
    content = shutil.copytree(BASE, tmp_path / "content")
    try:
        case.make(content)
    except (OSError, AttributeError):
        pytest.skip("this system cannot make such a file")
    found = told(case, content)
    if "UMO_WRITE_EXPECTED" in os.environ:
        WANTED[shown(case.name)] = found
        lines = (f"{WANTED.get(shown(one.name), '')} | {shown(one.name)}\n" for one in CASES)
        EXPECTED.write_text("".join(lines), "utf-8")
    assert found == WANTED[shown(case.name)]


def test_a_list_of_too_many_parts_is_not_read() -> None:
    assert looks_like(long_list_of_parts()) == "что-то другое"


def test_every_case_is_known_and_most_are_refused() -> None:
    assert list(WANTED) == [shown(case.name) for case in CASES]
    assert sum(bool(codes) for codes in WANTED.values()) > 0.9 * len(CASES)
