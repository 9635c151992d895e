"""Where links lead that leave the site: which site it is, and whether it shows a video.

A page calls no other host, so a video is a link; a reader is told beforehand whose site opens.
"""

import re
from functools import lru_cache
from html import unescape
from urllib.parse import urlsplit

_RUTUBE = ("RuTube", re.compile(r"/(?:video|shorts|live|plst|play/embed)/."))
_VK = ("VK Видео", re.compile(r"/(?:video|clip|playlist)"))
_YOUTUBE = ("YouTube", re.compile(r"/(?:watch|playlist)$|/(?:shorts|live|embed)/."))
_SERVICES = {
    "rutube.ru": _RUTUBE,
    "vkvideo.ru": _VK,
    "vk.com": _VK,
    "vk.ru": _VK,
    "youtube.com": _YOUTUBE,
    "youtu.be": ("YouTube", re.compile(r"/.")),
}
"""By host, letter for letter: the service, and how the addresses of its videos begin."""
_ASIDE = ("www.", "m.")
"""What may stand before a host and means the same site."""
_LINK = re.compile(r'<a href="(https?://[^"]*)"[^>]*>.*?</a>', re.DOTALL)


@lru_cache(maxsize=4096)
def host_of(address: str) -> str:
    """The host of an address, without «www.»; empty where there is none."""
    try:
        host = urlsplit(address).hostname or ""
    except ValueError:
        return ""
    return next((host[len(mark) :] for mark in _ASIDE if host.startswith(mark)), host)


@lru_cache(maxsize=4096)
def video_service(address: str) -> str | None:
    """The service that shows a video at an address, by its own name; None where none does."""
    service, videos = _SERVICES.get(host_of(address), ("", None))
    if videos is None or not videos.match(urlsplit(address).path):
        return None
    return service


def leads_to(address: str) -> str:
    """What a reader is told before following a link away: «видео на RuTube, …»."""
    service = video_service(address)
    where = f"видео, {service}" if service else host_of(address)
    return f"{where}, откроется на другом сайте"


def with_services(html: str) -> str:
    """Say behind each link to a video which service shows it."""
    return _LINK.sub(_said, html)


def _said(link: re.Match[str]) -> str:
    address = unescape(link[1])
    if video_service(address) is None:
        return link[0]
    return f'{link[0]} <span class="umo-leads">({leads_to(address)})</span>'
