"""What a link to a page looks like in messengers and social networks (https://ogp.me)."""

from pathlib import Path

import imagesize
from demonstration import Site
from graphs import pages_of
from lxml.html import HtmlElement

BASE = "http://127.0.0.1:8000/"
IMAGE = "assets/images/share.png"


def told(page: HtmlElement) -> dict[str, str]:
    tags = page.xpath('//head/meta[starts-with(@property, "og:")]')
    names = [tag.get("property").removeprefix("og:") for tag in tags]
    assert len(set(names)) == len(names)
    return dict(zip(names, (tag.get("content") for tag in tags), strict=True))


def flat(text: str) -> str:
    return " ".join(text.split())


def test_every_page_tells_what_it_is(site: Site) -> None:
    """Also the hand-written ones: title, description and address are those of the page."""
    name = site.archive.site.record.title
    for address, page in pages_of(site).items():
        title = page.findtext("head/title")
        assert told(page) == {
            "type": "article" if address else "website",
            "site_name": name,
            "locale": "ru_RU",
            "title": flat(title.removesuffix(f" - {name}")),
            "description": flat(page.xpath('//head/meta[@name="description"]/@content')[0]),
            "url": page.xpath('//head/link[@rel="canonical"]/@href')[0],
            "image": f"{BASE}{IMAGE}",
            "image:width": "1200",
            "image:height": "630",
            "image:alt": name,
        }, address
        assert told(page)["url"] == f"{BASE}{address}"


def test_the_page_that_says_there_is_none_is_not_to_be_shared(site: Site) -> None:
    assert told(site.page("404.html")) == {}


def test_the_picture_is_there_and_small(site: Site) -> None:
    picture: Path = site.root / IMAGE
    assert imagesize.get(picture) == (1200, 630)
    assert picture.read_bytes().startswith(b"\x89PNG")
    assert picture.stat().st_size < 10_000
