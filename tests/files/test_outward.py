"""Links that leave the site say where they lead; videos are known by their hosts, to the letter."""

import pytest
from lxml import html

from generator.text import leads_to, render_markdown, video_service

VIDEOS = {
    "https://rutube.ru/video/0123456789abcdef/": "RuTube",
    "https://www.rutube.ru/shorts/0123/": "RuTube",
    "https://rutube.ru/play/embed/0123": "RuTube",
    "https://vkvideo.ru/video-1_2": "VK Видео",
    "https://m.vkvideo.ru/playlist/-1_2": "VK Видео",
    "https://vk.com/video-1_2": "VK Видео",
    "https://vk.com/video?z=video-1_2": "VK Видео",
    "https://vk.com/clip-1_2": "VK Видео",
    "https://m.vk.com/video-1_2": "VK Видео",
    "https://www.youtube.com/watch?v=abc": "YouTube",
    "http://youtube.com/shorts/abc": "YouTube",
    "https://m.youtube.com/live/abc": "YouTube",
    "https://youtu.be/abc?t=5": "YouTube",
    "https://YouTu.be/abc": "YouTube",
}
OTHERS = {
    "https://evil-rutube.ru/video/1/": "evil-rutube.ru",
    "https://rutube.ru.evil.example/video/1/": "rutube.ru.evil.example",
    "https://evil.example/rutube.ru/video/1": "evil.example",
    "https://rutube.ru@evil.example/video/1": "evil.example",
    "https://notyoutu.be/abc": "notyoutu.be",
    "https://rutube.example.org/video/1": "rutube.example.org",
    "https://rutube.ru/": "rutube.ru",
    "https://rutube.ru/channel/1/": "rutube.ru",
    "https://vk.com/wall-1_2": "vk.com",
    "https://www.youtube.com/@kanal": "youtube.com",
    "https://youtu.be/": "youtu.be",
    "https://школа.рф/видео": "школа.рф",
    "https://WWW.Example.org:8080/a?b#c": "example.org",
}


@pytest.mark.parametrize(("address", "service"), VIDEOS.items())
def test_a_video_is_told_by_its_service(address, service):
    assert video_service(address) == service
    assert leads_to(address) == f"видео, {service}, откроется на другом сайте"


@pytest.mark.parametrize(("address", "host"), OTHERS.items())
def test_any_other_link_tells_its_site(address, host):
    assert video_service(address) is None
    assert leads_to(address) == f"{host}, откроется на другом сайте"


def test_a_video_in_a_text_is_a_link_that_says_where_it_leads():
    text = "Смотрите [запись](https://rutube.ru/video/1/?a=1&b=2) и [сайт](https://школа.рф/)."
    tree = html.fromstring(render_markdown(text).html)
    assert tree.text_content() == (
        "Смотрите запись (видео, RuTube, откроется на другом сайте) и сайт."
    )
    assert tree.xpath("//a/@href") == ["https://rutube.ru/video/1/?a=1&b=2", "https://школа.рф/"]
    assert tree.xpath("//a/@rel") == ["noopener", "noopener"]


@pytest.mark.parametrize(
    "written",
    [
        '<iframe src="https://rutube.ru/play/embed/1"></iframe>',
        '<video src="https://example.org/a.mp4" poster="https://example.org/a.png"></video>',
        '<video><source src="http://example.org/a.mp4"></video>',
        '<audio src="https://example.org/a.mp3" autoplay></audio>',
        '<object data="https://example.org/a.swf"></object><embed src="https://example.org/a">',
        '<img src="a.png" srcset="https://example.org/b.png 2x">',
        '<picture><source srcset="https://example.org/b.png"><img src="a.png"></picture>',
        '<p style="background: url(https://example.org/a.png)">а</p>',
        '<link rel="stylesheet" href="https://example.org/a.css"><base href="https://example.org">',
        "![a](https://example.org/a.png)",
        "![a](//example.org/a.png)",
    ],
)
def test_nothing_in_a_text_fetches_from_elsewhere(written):
    rendered = render_markdown(f"Текст\n\n{written}\n\nи ещё {written}", (("a.png", 3, 2),)).html
    tree = html.fromstring(f"<main>{rendered}</main>")
    tags = {element.tag for element in tree.iter()}
    assert tags.isdisjoint(
        {"iframe", "video", "audio", "source", "object", "embed", "link", "base"}
    )
    for name in ("src", "srcset", "poster", "data", "style", "background"):
        assert [value for value in tree.xpath(f"//@{name}") if "example.org" in value] == []
    assert tree.xpath("//img/@src") in ([], ["a.png", "a.png"])
