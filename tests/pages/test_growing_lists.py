"""Lists that grow with the archive are cut: no page of theirs grows with it."""

import re
import shutil
from datetime import date
from pathlib import Path

import pytest

from generator.archive import build
from generator.bench.records import write_records
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


def test_two_hundred_practices_stand_on_pages_of_a_hundred(tmp_path: Path) -> None:
    write_records(tmp_path / "content", 700)
    pages = pages_of(tmp_path / "content", "practices/")
    lists = {address: page for address, page in pages.items() if "/page/" in f"/{address}"}
    lists["practices/"] = pages["practices/"]
    cards = sum(len(re.findall('class="umo-card"', page.body)) for page in lists.values())
    listed = re.findall(r'href="#?[^"]*#?subject-\d+">', pages["practices/"].body)
    assert len(lists) >= 2
    assert cards >= 140, "each card stands under every subject of its practice"
    assert listed
    for address, page in lists.items():
        assert len(re.findall('class="umo-card"', page.body)) <= 100
        for other in lists:
            if other != address:
                way = "../" * address.count("/") + other
                assert f'href="{way}"' in page.body, (address, other)


def test_a_subject_leads_to_the_page_on_which_it_begins(tmp_path: Path) -> None:
    write_records(tmp_path / "content", 700)
    pages = pages_of(tmp_path / "content", "practices/")
    links = re.findall(r'<li><a href="([^"#]*)#(subject-\d+)">', pages["practices/"].body)
    assert len(links) > 1
    for way, anchor in links:
        target = pages[way.removeprefix("../") or "practices/"]
        assert f'id="{anchor}"' in target.body


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
