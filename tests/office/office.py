"""LibreOffice turns Word files into PDF, poppler reads them back.

`python tests/office/office.py` says by its status whether both are there (tools/office.sh).
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

SECONDS = 240
"""Time to begin, and to turn a dozen files into PDF on a slow machine."""


@dataclass(frozen=True)
class Paper:
    """A file as it is printed: the text of each page, the sizes of pages, the fonts."""

    pages: tuple[str, ...]
    sizes: tuple[tuple[int, int], ...]
    fonts: tuple[tuple[str, bool], ...]
    """Name, and whether the font is embedded."""

    @property
    def words(self) -> list[str]:
        return " ".join(self.pages).split()


def programs() -> list[str]:
    """What is missing of the programs."""
    return [name for name in ("soffice", "pdftotext", "pdffonts") if not shutil.which(name)]


def printed(files: Mapping[str, bytes]) -> dict[str, Paper]:
    """Turn Word files into PDF with one call, in a profile of our own, and read them."""
    with tempfile.TemporaryDirectory(prefix="umo-office-") as name:
        folder = Path(name)
        for stem, data in files.items():
            (folder / f"{stem}.docx").write_bytes(data)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        run("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", name,
            *(str(folder / f"{stem}.docx") for stem in files))  # fmt: skip
        return {stem: read(folder / f"{stem}.pdf") for stem in files}


def read(pdf: Path) -> Paper:
    text = run("pdftotext", "-raw", str(pdf), "-")
    info = run("pdfinfo", "-l", "-1", str(pdf))
    sizes = re.findall(r"size: +([\d.]+) x ([\d.]+)", info)
    rows = [line.split() for line in run("pdffonts", str(pdf)).splitlines()[2:]]
    return Paper(
        tuple(text.split("\f")[:-1]),
        tuple((round(float(w) / 72 * 25.4), round(float(h) / 72 * 25.4)) for w, h in sizes),
        tuple((row[0], row[-5] == "yes") for row in rows),
    )


def run(*command: str) -> str:
    done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)
    return done.stdout.decode("utf-8")


if __name__ == "__main__":
    sys.exit(bool(programs()))
