"""Every package that is locked may be used: its licence is known, listed and one of a few."""

import re
import runpy
from typing import Any

import pytest
from demonstration import REPOSITORY

FREE = re.compile(
    r"MIT(?: License|-CMU)?|BSD(?: License|-[23]-Clause)|Apache(?: Software License|-2\.0)|ISC"
    r"|PSF-2\.0|(?:MPL-2\.0|Mozilla Public License 2\.0 \(MPL 2\.0\))|0BSD|Unlicense"
)
REASONED = {
    "docxtpl": "LGPL-2.1-only: used as it is, by its own interface",
    "text-unidecode": "Artistic License, or GPL: we take the first",
}
"""Licences that ask for more, with the reason why they do here."""


@pytest.fixture(scope="module")
def tool() -> dict[str, Any]:
    return runpy.run_path(str(REPOSITORY / "tools/licences.py"))


@pytest.fixture(scope="module")
def said(tool) -> dict[str, str]:
    return tool["licences"]()


def test_the_list_is_that_of_the_locks(tool, said):
    assert tool["LISTING"].read_text("utf-8") == tool["page"](said)


def test_every_licence_is_free_or_has_a_reason(tool, said):
    wanted = {name for lock in tool["LOCKS"].values() for name in tool["locked"](lock)}
    assert len(wanted) > 80
    asking = {name for name in wanted if not is_free(said[name])}
    assert asking == REASONED.keys()


def is_free(terms: str) -> bool:
    return all(FREE.fullmatch(term) for term in re.split(r" (?:OR|AND) |; ?", terms))
