"""Pictures of the guide: taken by the tests that hold them true.

A picture keeps, inside its own file, a digest of what it shows: the words and the look of each
visible element, not where the fonts of a machine put them. A test shows the same spot again and
compares; with UMO_WRITE_PICTURES=1 it takes them anew.
"""

import hashlib
import io
import json
import os
import struct
import zlib

from playwright.sync_api import FloatRect, Page

from generator.shipped import GUIDE

FOLDER = GUIDE / "pictures"
SCALE = 2
"""Pixels of a picture for one of the page: sharp on phones."""
WRITE = "UMO_WRITE_PICTURES"
_HEAD = b"\x89PNG\r\n\x1a\n"
_KEY = b"umo-shows"
_COLOURS = 32
_MARGIN = 8
"""Pixels of the page around what is shown."""

_SHOWN = """selector => [...document.querySelectorAll(selector)]
  .flatMap(spot => [spot, ...spot.querySelectorAll("*")])
  .filter(one => one.checkVisibility({visibilityProperty: true}))
  .map(one => {
    const look = getComputedStyle(one);
    const own = [...one.childNodes].filter(node => node.nodeType === Node.TEXT_NODE);
    const words = own.map(node => node.data).join(" ").replace(/\\s+/g, " ").trim();
    return [one.localName, words, one.alt ?? one.value ?? "", look.display, look.color,
            look.backgroundColor, look.fontSize, look.fontWeight, look.borderStyle];
  })"""
_AT_REST = """() => Promise.allSettled([document.fonts.ready, ...document.getAnimations()
  .filter(one => one.effect.getComputedTiming().iterations !== Infinity)
  .map(one => one.finished)])"""
_BOX = """selector => {
  const boxes = [...document.querySelectorAll(selector)].map(one => one.getBoundingClientRect());
  const left = Math.min(...boxes.map(box => box.left)) + scrollX;
  const top = Math.min(...boxes.map(box => box.top)) + scrollY;
  return {x: left, y: top, width: Math.max(...boxes.map(box => box.right)) + scrollX - left,
          height: Math.max(...boxes.map(box => box.bottom)) + scrollY - top};
}"""


def picture(page: Page, name: str, shows: str) -> None:
    """Hold a picture of the guide true to what a page shows now; write it when that is wanted.

    `name` is that of the file without its suffix, `shows` a CSS selector: the picture is the box
    around everything that it selects, and only that counts.
    """
    page.evaluate(_AT_REST)
    seen = page.evaluate(_SHOWN, shows)
    assert seen, f"nothing to see at {shows}"
    digest = hashlib.blake2b(json.dumps(seen).encode(), digest_size=16).hexdigest()
    path = FOLDER / f"{name}.png"
    if os.environ.get(WRITE):
        FOLDER.mkdir(exist_ok=True)
        shot = page.screenshot(clip=_clip(page, shows), full_page=True, animations="disabled")
        path.write_bytes(_with_note(_with_few_colours(shot), digest.encode()))
    kept = note_of(path.read_bytes()) if path.is_file() else None
    again = f"{WRITE}=1 pytest tests/browser -k 'guide_pictures or the_form_of_a_meeting'"
    assert kept == digest, f"{path.name} shows what is no longer so; look at it after: {again}"


def size_of(data: bytes) -> tuple[int, int]:
    """Width and height of a picture, in pixels of a page."""
    width, height = struct.unpack(">II", data[16:24])
    return round(width / SCALE), round(height / SCALE)


def note_of(data: bytes) -> str | None:
    """What a picture says that it shows."""
    place = len(_HEAD)
    while place < len(data):
        (length,) = struct.unpack(">I", data[place : place + 4])
        kind, body = data[place + 4 : place + 8], data[place + 8 : place + 8 + length]
        if kind == b"tEXt" and body.startswith(_KEY + b"\0"):
            return body[len(_KEY) + 1 :].decode("ascii")
        place += length + 12
    return None


def _with_note(data: bytes, note: bytes) -> bytes:
    """The same PNG with a text chunk behind its header, which takes 25 bytes."""
    place = len(_HEAD) + 25
    body = b"tEXt" + _KEY + b"\0" + note
    chunk = struct.pack(">I", len(body) - 4) + body + struct.pack(">I", zlib.crc32(body))
    return data[:place] + chunk + data[place:]


def _with_few_colours(data: bytes) -> bytes:
    """A screenshot of a page has few colours: a palette of them makes it three times as small."""
    from PIL import Image

    packed = io.BytesIO()
    drawn = Image.open(io.BytesIO(data)).convert("RGB")
    few = drawn.quantize(_COLOURS, method=Image.Quantize.MEDIANCUT, dither=Image.Dither.NONE)
    few.save(packed, "PNG", optimize=True)
    return packed.getvalue()


def _clip(page: Page, shows: str) -> FloatRect:
    box = page.evaluate(_BOX, shows)
    left, top = max(box["x"] - _MARGIN, 0), max(box["y"] - _MARGIN, 0)
    width = box["x"] + box["width"] + _MARGIN - left
    return {"x": left, "y": top, "width": width, "height": box["height"] + 2 * _MARGIN}
