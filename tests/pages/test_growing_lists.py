"""Lists that grow with the archive are cut: no page of theirs grows with it."""

import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.archive import build
from generator.load import load
from generator.pages import Context, Page, all_drafts
from generator.pages.addresses import is_page
from generator.pages.paging import Paging, cut

BASE = Path(__file__).parents[1] / "records/base"
TODAY = date(2026, 11, 21)


def pages_of(content: Path, start: str) -> dict[str, Page]:
    archive, problems = build(load(content), TODAY)
    assert archive is not None, problems
    drafts = all_drafts(Context(archive, TODAY, {}))
    return {draft.address: draft.make() for draft in drafts if draft.address.startswith(start)}


@pytest.mark.parametrize(
    ("groups", "pages"),
    [
        ([], [[]]),
        ([("a", [1, 2])], [[("a", [1, 2])]]),
        ([("a", [1, 2, 3])], [[("a", [1, 2, 3])]]),
        ([("a", [1, 2, 3, 4])], [[("a", [1, 2, 3])], [("a", [4])]]),
        ([("a", [1, 2]), ("b", [3, 4])], [[("a", [1, 2]), ("b", [3])], [("b", [4])]]),
        ([("a", [1, 2, 3]), ("b", [4])], [[("a", [1, 2, 3])], [("b", [4])]]),
        ([("a", list(range(7)))], [[("a", [0, 1, 2])], [("a", [3, 4, 5])], [("a", [6])]]),
    ],
)
def test_groups_run_over_pages(groups, pages) -> None:
    assert cut(groups, 3) == pages


def test_the_first_page_keeps_the_address_of_the_list() -> None:
    paging = Paging("practices/", 2, 3)
    assert [paging.at(number) for number in paging.numbers] == [
        "practices/",
        "practices/page/2/",
        "practices/page/3/",
    ]


@pytest.mark.parametrize("number", [150, 250])
def test_a_large_register_shows_the_newest_year_and_leads_to_the_others(
    tmp_path: Path, number: int
) -> None:
    content = shutil.copytree(BASE, tmp_path / "content")
    home = content / "associations/mo-matematika/2024-2025"
    home.mkdir()
    rows = "".join(f"  - id: akt-{n}\n    kind: order\n    title: Акт {n}\n" for n in range(number))
    (home / "documents.yml").write_text(f"documents:\n{rows}", "utf-8")
    pages = pages_of(content, "register/")
    years = ("2024-2025/", "2025-2026/", "2026-2027/")
    assert {name for name in pages if is_page(name)} == {
        "register/",
        *(f"register/{year}" for year in years),
    }
    whole = pages["register/"].body
    assert ("Акт 7<" in whole) is (number == 150)
    assert 'id="prikaz-plan-2025"' in whole
    assert f'href="../register/2024-2025/">2024/2025</a> ({number})' in whole
    assert pages["register/2024-2025/"].body.count("<tr id=") == number
    assert "prikaz-plan-2025" not in pages["register/2024-2025/"].body
