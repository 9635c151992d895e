"""Pictures in a text: each takes its place before it has come, and comes when it is looked at."""

import re
from collections.abc import Mapping
from html import unescape

from markupsafe import escape

Sizes = Mapping[str, tuple[int, int]]
"""Width and height in pixels, by the name of a file beside the record."""

_PICTURE = re.compile(r'<img(?: [a-z]+="[^"]*")*>')
_ATTRIBUTE = re.compile(r' ([a-z]+)="([^"]*)"')


def with_sizes(html: str, sizes: Sizes) -> str:
    """Give each picture of cleaned HTML its size; what is no picture leaves its words."""

    def place(found: re.Match[str]) -> str:
        said = dict(_ATTRIBUTE.findall(found[0]))
        size = sizes.get(said.get("src", ""))
        if size is None:
            # What an attribute may hold a text may not.
            return escape(unescape(said.get("alt", "")))
        said = {"alt": "", **said, "width": str(size[0]), "height": str(size[1])}
        said |= {"loading": "lazy", "decoding": "async"}
        told = " ".join(f'{name}="{value}"' for name, value in said.items())
        return f"<img {told}>"

    return _PICTURE.sub(place, html)
