"""Pages on paper: printed by the browser, read back by other programs than those that made them.

Poppler reads text, sizes, fonts and ink; ZBar reads the QR code that ZXing has drawn.
"""

import re
import subprocess
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from playwright.sync_api import Browser

A4 = (210, 297)
MM_IN_POINT = 25.4 / 72
DOTS = 100
"""Dots an inch at which ink is looked for."""
FINE_DOTS = 200
"""Dots an inch at which codes are read; a phone sees more."""
_GREY = re.compile(rb"P5\s+(\d+)\s+(\d+)\s+255\s")
WHITE = 250
"""Anything darker is ink."""
SHELL = ("Перейти к содержанию", "Начать поиск", "Материалы — по лицензии", "Наверх", "Оглавление")
"""What the site has around every page, and no paper may have."""


@dataclass(frozen=True)
class Sheets:
    """A printed page: one or more sheets of paper."""

    path: Path

    @cached_property
    def pages(self) -> list[str]:
        """The text of each sheet, in the order of reading."""
        return _run("pdftotext", "-enc", "UTF-8", str(self.path), "-").split("\f")[:-1]

    @cached_property
    def text(self) -> str:
        """All that stands on the sheets, in one line; words broken at a line's end are whole."""
        return said(" ".join(_without_number(page) for page in self.pages))

    @cached_property
    def sizes(self) -> list[tuple[int, int]]:
        """Width and height of each sheet, in whole millimetres."""
        found = re.findall(
            r"Page +\d+ size: +([\d.]+) x ([\d.]+)", _run("pdfinfo", "-l", "-1", str(self.path))
        )
        return [(_mm(width), _mm(height)) for width, height in found]

    @cached_property
    def fonts(self) -> list[tuple[str, bool]]:
        """Each font, and whether the file holds it."""
        rows = _run("pdffonts", str(self.path)).splitlines()[2:]
        return [(row.split()[0], row.split()[-5] == "yes") for row in rows]

    @cached_property
    def numbers(self) -> list[str]:
        """What stands in the upper margin of each sheet: its number, or nothing."""
        edges = ("-x", "0", "-y", "0", "-W", str(round(210 / MM_IN_POINT)), "-H")
        edges += (str(round(19 / MM_IN_POINT)),)
        pieces = _run("pdftotext", *edges, "-enc", "UTF-8", str(self.path), "-").split("\f")
        return [piece.strip() for piece in pieces[:-1]]

    def ink(self, sheet: int) -> tuple[float, float, float, float]:
        """How far from each edge the ink of a sheet begins, in mm: left, right, top, bottom.

        The upper margin, where the number of the sheet stands, is not looked at.
        """
        width, height, dots = self._pictures[sheet]
        top = round(19 / 25.4 * DOTS)
        rows = [dots[y * width : (y + 1) * width] for y in range(top, height)]
        dark = [y for y, row in enumerate(rows, start=top) if min(row) < WHITE]
        columns = [x for x in range(width) if min(dots[x + top * width :: width]) < WHITE]
        left, right = columns[0], width - 1 - columns[-1]
        edges = (left, right, dark[0], height - 1 - dark[-1])
        return tuple(edge / DOTS * 25.4 for edge in edges)  # type: ignore[return-value]

    @cached_property
    def codes(self) -> list[str]:
        """What the QR codes on the sheets say."""
        return [code for sheet in range(len(self.pages)) for code in self.codes_on(sheet)]

    def codes_on(self, sheet: int) -> list[str]:
        """What the QR codes on one sheet say; of a long paper the last one is enough."""
        from pyzbar import pyzbar  # without ZBar it cannot be loaded, and tests are left out

        width, height, dots = self._picture(sheet, FINE_DOTS)
        read = pyzbar.decode((dots, width, height), symbols=[pyzbar.ZBarSymbol.QRCODE])
        return [code.data.decode() for code in read]

    @cached_property
    def _pictures(self) -> list[tuple[int, int, bytes]]:
        """Every sheet in grey, drawn in one go."""
        command = ("pdftoppm", "-gray", "-r", str(DOTS), str(self.path))
        made, place, found = subprocess.run(command, capture_output=True, check=True).stdout, 0, []
        while head := _GREY.match(made, place):
            width, height = int(head[1]), int(head[2])
            place = head.end() + width * height
            found.append((width, height, made[head.end() : place]))
        return found

    def _picture(self, sheet: int, dots: int = DOTS) -> tuple[int, int, bytes]:
        """A sheet in grey, so many dots an inch: width, height, the dots."""
        page = str(sheet + 1)
        made = subprocess.run(
            ["pdftoppm", "-gray", "-r", str(dots), "-f", page, "-l", page, self.path],
            capture_output=True,
            check=True,
        ).stdout
        found = _GREY.match(made)
        assert found
        return int(found[1]), int(found[2]), made[found.end() :]


def printed(browser: Browser, url: str, folder: Path) -> Sheets:
    """Print a page as a reader would."""
    page = browser.new_page()
    try:
        page.goto(url)
        path = folder / f"{re.sub(r'[^a-z0-9]+', '-', url.partition('//')[2])[-120:]}.pdf"
        page.pdf(path=path, prefer_css_page_size=True)
    finally:
        page.close()
    return Sheets(path)


def said(text: str) -> str:
    """A text as it can be compared: one kind of space, dash and quote, no soft hyphens."""
    text = re.sub(r"[\u00ad\u200b\u2060]", "", text)
    text = re.sub(r"[‐‑–—−]", "-", text)
    return re.sub(r"\s+", " ", text).strip()


def lost(sheets: Sheets, wanted: list[str]) -> list[str]:
    """What of the wanted texts does not stand behind the one before it."""
    text, place, missing = _whole(sheets.text), 0, []
    for one in wanted:
        whole = _whole(one)
        found = text.find(whole, place)
        if found < 0:
            missing.append(one if whole not in text else f"out of order: {one}")
        else:
            place = found + len(whole)
    return missing


def faults(sheets: Sheets, *, left: int = 20) -> list[str]:
    """What is wrong with sheets of any page: size, margins, numbers, fonts, the site's shell."""
    wrong = [f"sheet {n}: {size}" for n, size in enumerate(sheets.sizes, 1) if size != A4]
    for number in range(len(sheets.pages)):
        edges = sheets.ink(number)
        least = (left, 10, 20, 20)
        if any(edge < limit - 0.5 for edge, limit in zip(edges, least, strict=True)):
            wrong.append(f"sheet {number + 1}: ink at {edges} mm")
    expected = ["", *(str(n) for n in range(2, len(sheets.pages) + 1))]
    if sheets.numbers != expected:
        wrong.append(f"numbers {sheets.numbers}")
    wrong += [f"font {name} is not in the file" for name, held in sheets.fonts if not held]
    wrong += [f"the site's «{words}»" for words in SHELL if said(words) in sheets.text]
    return wrong


def _whole(text: str) -> str:
    """A text without its hyphens: Poppler takes each for a break where it ends a line."""
    return re.sub(r"-\s*", "", said(text)).casefold()


def _without_number(page: str) -> str:
    return re.sub(r"\A\s*\d+\s*\n", "", page)


def _mm(points: str) -> int:
    return round(float(points) * MM_IN_POINT)


def _run(*command: str) -> str:
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
