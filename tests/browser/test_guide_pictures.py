"""The pictures of the guide show what the site shows. How to take them anew: pictures.py."""

import re
from pathlib import Path

import pytest
from demonstration import REPOSITORY
from pictures import FOLDER, SCALE, note_of, picture, size_of
from playwright.sync_api import expect
from visit import OWN

from generator.shipped import GUIDE

HERE = Path(__file__).parent
LIMIT = 60_000
"""Bytes of a picture."""
TAKEN = re.compile(r'\bpicture\(\s*\w+,\s*"([a-z0-9-]+)"')
SHOWN = re.compile(r'!\[([^\]]*)\]\(pictures/([\w.-]+)\)\{ width="(\d+)" height="(\d+)"')


@pytest.fixture(scope="module")
def at(browser, base):
    """Call with an address and a width: the page there, as the guide shows it."""
    page = browser.new_page(device_scale_factor=SCALE)

    def go(address, width):
        page.set_viewport_size({"width": width, "height": 2000})
        page.goto(base + address)
        return page

    yield go
    page.close()


def test_the_pencil_on_the_page_of_minutes(at):
    page = at(f"{OWN}2025-2026/meetings/2025-10-22/", 700)
    expect(page.locator(".md-content__button")).to_be_visible()
    picture(page, "pencil", ".md-content__button, article h1, article h1 + *")


def test_a_message_of_the_check(at):
    page = at("guide/messages/#r07", 700)
    picture(page, "message", ".umo-message:has(#r07)")


def test_practices_on_a_phone(at):
    page = at("practices/?grade=8", 400)
    expect(page.locator(".umo-found")).to_be_visible()
    expect(page.locator(".umo-results[aria-busy]")).to_have_count(0)
    picture(page, "practices-on-a-phone", "h1, .umo-lead, [data-umo-facet=grade]")


def shown():
    """Each picture of a text: its name, words, width and height."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(GUIDE.glob("*.md"))]
    found = [one for text in texts for one in SHOWN.findall(text)]
    assert len(found) == sum(text.count("(pictures/") for text in texts)
    return found


def test_every_picture_of_the_guide_is_held_by_a_test_and_shown():
    held = {name for path in HERE.glob("test_*.py") for name in TAKEN.findall(path.read_text())}
    assert {path.name for path in FOLDER.iterdir()} == {f"{name}.png" for name in held}
    assert {name for _, name, *_ in shown()} == {f"{name}.png" for name in held}


def test_pictures_are_small_and_say_in_russian_what_they_show():
    for words, name, width, height in shown():
        data = (FOLDER / name).read_bytes()
        assert len(data) <= LIMIT, name
        assert re.search("[А-Яа-я]{3}.* ", words), name
        assert size_of(data) == (int(width), int(height)), name
        assert note_of(data), name


def test_no_picture_of_the_guide_lies_elsewhere():
    pictures = {path.suffix for path in GUIDE.glob("*.*")} | {
        path.suffix for path in (REPOSITORY / "content/pages").rglob("*.*")
    }
    assert pictures <= {".md"}
