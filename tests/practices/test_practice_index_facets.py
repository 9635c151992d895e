"""What a practice says under each facet, and how values become parts of addresses."""

import pytest
from shelf import Shelf, practice

from generator.archive.facets import LISTED, FacetName, folded, slug_of, told_apart, values_of
from generator.load.layout import RESERVED_PRACTICES


def keys(**fields) -> dict[str, list[str]]:
    """The keys of a practice's values by facet."""
    said = values_of(practice(**fields))
    return {name.value: [one.key for one in own] for name, own in zip(FacetName, said, strict=True)}


def test_each_facet_is_read_from_its_own_field() -> None:
    found = keys(
        subjects=["Физика", "химия"],
        education_levels=["basic", "secondary"],
        grades=["7–8", "10"],
        type="project",
        level="regional",
        direction="3-6",
        association="mo-matematika",
        created_on="2026-02-01",
        keywords=["ВПР", "опыт"],
    )
    assert found == {
        "subject": ["физика", "химия"],
        "education": ["basic", "secondary"],
        "grade": ["7", "8", "10"],
        "type": ["project"],
        "level": ["regional"],
        "direction": ["mo-matematika|3-6"],
        "association": ["mo-matematika"],
        "year": ["2025-2026"],
        "keyword": ["впр", "опыт"],
    }


def test_what_is_not_written_has_no_value() -> None:
    found = keys()
    assert {name for name, own in found.items() if own} == {"subject", "type", "level"}


def test_the_spelling_of_a_word_does_not_count() -> None:
    assert keys(subjects=["Черчение", " чёрчение", "ЧЕРЧЕНИЕ"])["subject"] == ["черчение"]
    assert folded("Родной  язык") == folded("родной язык")


@pytest.mark.parametrize(
    ("day", "year"),
    [("2026-08-31", "2025-2026"), ("2026-09-01", "2026-2027"), ("1985-05-01", None)],
)
def test_the_school_year_begins_in_september(day, year) -> None:
    assert keys(created_on=day)["year"] == ([year] if year else [])


def test_without_its_day_a_practice_counts_from_the_bank() -> None:
    assert keys(bank={"included_on": "2024-12-01"})["year"] == ["2024-2025"]


@pytest.mark.parametrize(
    ("key", "slug"),
    [
        ("русский язык", "russkiy-yazyk"),
        ("труд (технология)", "trud-tehnologiya"),
        ("физическая культура и здоровье", "fizicheskaya-kultura-i-zdorove"),
        ("беларуская мова", "belaruskaya-mova"),
        ("c++", "c-plus-plus"),
        ("c#", "c-sharp"),
        ("5–7", "5-7"),
        ("2025-2026", "2025-2026"),
    ],
)
def test_a_value_becomes_a_part_of_an_address(key, slug) -> None:
    assert slug_of(key) == slug


def test_a_value_of_signs_alone_has_an_address_too() -> None:
    assert slug_of("∑") != slug_of("∏")
    assert slug_of("∑").isalnum()


def test_no_address_is_too_long_for_a_file() -> None:
    assert len(slug_of("щ" * 300)) <= 80


def test_the_value_in_use_longest_keeps_the_address() -> None:
    assert dict(told_apart(["угол", "уголь", "угол"])) == {"угол": "ugol", "уголь": "ugol--2"}


@pytest.mark.parametrize("first", ["угол", "уголь"])
def test_lists_columns_and_files_agree_on_addresses_that_come_to_the_same(first) -> None:
    second = {"угол": "уголь", "уголь": "угол"}[first]
    shelf = Shelf.of(
        novaya={"subjects": [second], "created_on": "2026-02-01"},
        staraya={"subjects": [first], "created_on": "2025-02-01"},
    )
    assert shelf.lists("subject") == {"ugol/": ["staraya"], "ugol--2/": ["novaya"]}
    assert shelf.choices("subject") == {
        "staraya": {"ugol": first.capitalize()},
        "novaya": {"ugol--2": second.capitalize()},
    }
    alike = shelf.page("practices/subject/ugol/").xpath('.//a[contains(@href, "ugol--2")]/text()')
    assert alike == [second]


def test_no_practice_can_take_the_address_of_a_list() -> None:
    assert {facet.value for facet in LISTED} | {"page", "cards"} == RESERVED_PRACTICES
