"""What a card says of its files and links before anybody takes them."""

import hashlib
import re
import shutil
from datetime import date
from pathlib import Path

import pytest
from demonstration import REPOSITORY
from lxml import html
from makers import SAMPLES, png

from generator.archive import build
from generator.load import load
from generator.pages import Context, all_drafts
from generator.values import NBSP

CARD = """---
title: Устный счёт за пять минут
status: recommended
authors: [gromov-pavel]
subjects: [математика]
level: municipal
type: method
summary: Пять минут устного счёта в начале каждого урока.
products:
  - {title: Рабочий лист, file: list.pdf, author: gromov-pavel}
  - {title: "Карточки <1> & «2»", file: kartochki.png}
  - {title: Лист одной строкой, file: list.txt}
links:
  - {title: Запись урока, address: "https://rutube.ru/video/0123/?a=1&b=2"}
  - {title: Статья, address: "https://www.example.org/statya"}
---

Примеры читает ученик.

![Пять карточек в ряд](kartochki.png)

[Лист](list.pdf), [урок](https://vk.com/video-1_2).
"""
FILES = {
    "list.pdf": SAMPLES["pdf"] + b" " * 350_000,
    "kartochki.png": png(1600, 900),
    "list.txt": "Пять примеров.\n".encode(),
}


@pytest.fixture(scope="module")
def content(tmp_path_factory):
    folder = tmp_path_factory.mktemp("gallery") / "content"
    shutil.copytree(REPOSITORY / "tests/records/base", folder)
    (folder / "practices/ustnyy-schet.md").write_text(CARD, "utf-8")
    for name, data in FILES.items():
        (folder / "practices/ustnyy-schet" / name).write_bytes(data)
    return folder


def page_of(content: Path, address: str):
    archive, problems = build(load(content))
    assert archive is not None, problems
    drafts = {draft.address: draft for draft in all_drafts(Context(archive, date(2026, 6, 1), {}))}
    return drafts[address].make()


@pytest.fixture(scope="module")
def card(content):
    return html.fromstring(page_of(content, "practices/ustnyy-schet/").body)


def rows(card, heading):
    """The list under a heading: its points."""
    [title] = card.xpath(f'//h2[@id="{heading}"]')
    return title.xpath('following-sibling::ul[contains(@class, "umo-files")][1]/li')


def said(element):
    return " ".join(element.text_content().replace(NBSP, " ").split())


def test_a_file_tells_kind_size_and_hash(card):
    digest = hashlib.sha256(FILES["list.pdf"]).hexdigest()
    first, _, last = rows(card, "products")
    assert said(first).startswith("Рабочий лист — ")
    assert said(first).endswith(f"PDF, 342 КБ, SHA-256 {digest[:12]}")
    assert first.xpath(".//code/@title") == [f"Контрольная сумма SHA-256: {digest}"]
    assert first.xpath(".//a/@href") == ["list.pdf"]
    assert first.xpath(".//a/@rel") == []
    assert said(last).startswith("Лист одной строкой TXT, 27 байт, SHA-256 ")


def test_a_picture_is_shown_and_leads_to_its_full_size(card):
    picture = rows(card, "products")[1]
    [shown] = picture.xpath(".//a[@href='kartochki.png']/img")
    digest = hashlib.sha256(FILES["kartochki.png"]).hexdigest()
    assert dict(shown.attrib) == {
        "src": "kartochki.png",
        "alt": "Карточки <1> & «2»",
        "width": "1600",
        "height": "900",
        "loading": "lazy",
        "decoding": "async",
    }
    size = f"{len(FILES['kartochki.png']) // 1024 or 1} КБ"
    assert said(picture) == f"Карточки <1> & «2» PNG, 1600 × 900, {size}, SHA-256 {digest[:12]}"


def test_links_say_where_they_lead(card):
    assert [said(row) for row in rows(card, "links")] == [
        "Запись урока видео, RuTube, откроется на другом сайте",
        "Статья example.org, откроется на другом сайте",
    ]
    assert [row.xpath(".//a/@rel") for row in rows(card, "links")] == [["noopener"]] * 2


def test_pictures_of_the_text_have_their_place(card):
    [shown] = card.xpath('//img[@alt="Пять карточек в ряд"]')
    assert (shown.get("width"), shown.get("height")) == ("1600", "900")
    assert (shown.get("loading"), shown.get("decoding")) == ("lazy", "async")


def test_a_video_of_the_text_says_where_it_leads(card):
    assert "урок (видео, VK Видео, откроется на другом сайте)" in said(card)


def test_the_card_fetches_nothing_but_its_own_files(card):
    fetched = card.xpath("//@src | //@srcset | //@poster | //@data | //@background")
    assert sorted(fetched) == ["kartochki.png", "kartochki.png"]
    assert card.xpath("//iframe | //video | //audio | //object | //embed") == []


def test_files_of_minutes_are_told_as_well(content):
    page = page_of(content, "associations/mo-matematika/2025-2026/meetings/2025-11-05/")
    [row] = rows(html.fromstring(page.body), "attachments")
    digest = hashlib.sha256(b"%PDF-1.4\n").hexdigest()
    assert said(row) == f"Презентация PDF, 9 байт, SHA-256 {digest[:12]}"


def test_a_file_that_is_there_and_not_named_is_no_picture_of_the_text(content, tmp_path):
    """It is not published, so nothing may show it: HTML in a text names no file."""
    folder = shutil.copytree(content, tmp_path / "content")
    card = folder / "practices/ustnyy-schet.md"
    text = re.sub(r"(?m)^  - .*kartochki.*\n|^!.*\n", "", CARD) + '\n<img src="kartochki.png">\n'
    card.write_text(text, "utf-8")
    page = page_of(folder, "practices/ustnyy-schet/")
    assert "kartochki" not in page.body
    assert "practices/ustnyy-schet/kartochki.png" not in page.files
