"""Finding what a call names: a page of a site, by any name that people have for it."""

import pytest

from generator.commands.find_record import NotFoundError, find_page, short_name

MEETING = "associations/umo-matematika-ozersk/2025-2026/meetings/2025-10-22/"
PAGES = {
    "",
    "practices/",
    "register/2025-2026/",
    "associations/umo-matematika-ozersk/",
    "associations/umo-matematika-ozersk/2025-2026/",
    "associations/umo-matematika-ozersk/2025-2026/plan/",
    "associations/umo-matematika-ozersk/2026-2027/plan/",
    MEETING,
    "practices/zadachi-po-gazete/",
    "regulations/004/",
}


def page(wanted: str) -> str:
    return find_page(wanted, PAGES.__contains__, lambda: sorted(PAGES))


@pytest.mark.parametrize(
    "wanted",
    [
        "umo-matematika-ozersk/2025-2026/2025-10-22",
        MEETING,
        f"/{MEETING.strip('/')}",
        f"https://zarechnoe.example.org/umo/{MEETING}",
        "content/associations/umo-matematika-ozersk/2025-2026/meetings/2025-10-22.yml",
        r"content\associations\umo-matematika-ozersk\2025-2026\meetings\2025-10-22.yml",
    ],
)
def test_a_meeting_is_found_by_all_its_names(wanted: str) -> None:
    assert page(wanted) == MEETING


@pytest.mark.parametrize(
    ("wanted", "address"),
    [
        ("/", ""),
        ("umo-matematika-ozersk", "associations/umo-matematika-ozersk/"),
        (
            "content/associations/umo-matematika-ozersk/association.yml",
            "associations/umo-matematika-ozersk/",
        ),
        ("umo-matematika-ozersk/2025-2026", "associations/umo-matematika-ozersk/2025-2026/"),
        (
            "umo-matematika-ozersk/2025-2026/plan",
            "associations/umo-matematika-ozersk/2025-2026/plan/",
        ),
        ("zadachi-po-gazete", "practices/zadachi-po-gazete/"),
        ("content/practices/zadachi-po-gazete.md", "practices/zadachi-po-gazete/"),
        ("004", "regulations/004/"),
        ("register/2025-2026", "register/2025-2026/"),
    ],
)
def test_other_pages_are_found(wanted: str, address: str) -> None:
    assert page(wanted) == address


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        (
            "umo-matematika-ozersk/2025-2026/2025-10-23",
            "Похожие: umo-matematika-ozersk/2025-2026/2025-10-22",
        ),
        (
            "https://zarechnoe.example.org/umo/practices/zadachi-po-gasete/",
            "Похожие: zadachi-po-gazete",
        ),
        ("gazete", "Похожие: zadachi-po-gazete"),
        ("нечто", "не найдено «нечто»$"),
        ("", "не найдено «»$"),
        ("wrong/practices", "не найдено «wrong/practices»"),
    ],
)
def test_what_is_not_there_is_told_with_what_is_alike(wanted: str, said: str) -> None:
    with pytest.raises(NotFoundError, match=said):
        page(wanted)


def test_a_page_is_named_as_it_is_found() -> None:
    assert {page(short_name(one)) for one in PAGES} == PAGES
