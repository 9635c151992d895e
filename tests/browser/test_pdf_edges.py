"""`umo pdf` on a site of two pages, written by hand: what a page may do that ours seldom do."""

import struct
import sys
from pathlib import Path
from random import Random
from zlib import compress, crc32

import pytest
from demonstration import TODAY, UMO, Run, run
from pypdf import PdfReader

PAGE = """<!doctype html><html lang="ru"><head><meta charset="utf-8"><title>Памятка</title>
<link rel="canonical" href="http://127.0.0.1:8000/">
<script src="https://elsewhere.example.org/count.js"></script></head>
<body><article class="md-content__inner">
<h1>Памятка</h1>
<p><a href="gone/">здесь</a> и <a href="https://elsewhere.example.org/">там</a></p>
PICTURES
</article></body></html>"""
PICTURE = '<div style="height: 3000px"></div><img src="NUMBER.png" loading="lazy" alt="шум">'
SIDE, PICTURES = 500, 8
GONE = "<!doctype html><title>Материал снят</title><p>Материал снят с публикации.</p>"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    pictures = "".join(PICTURE.replace("NUMBER", str(n)) for n in range(PICTURES))
    pages = {"index.html": PAGE.replace("PICTURES", pictures), "gone/index.html": GONE}
    for name, data in pages.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(data, "utf-8")
    for number in range(PICTURES):
        (tmp_path / f"site/{number}.png").write_bytes(noise(number))
    return tmp_path


def noise(seed: int) -> bytes:
    """A picture that takes a while to come and to be drawn: coloured noise as a PNG."""
    chance = Random(seed)  # noqa: S311 - no secret
    rows = b"".join(b"\0" + chance.randbytes(SIDE * 3) for _ in range(SIDE))
    head = struct.pack(">II5B", SIDE, SIDE, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", compress(rows, 1)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + name + data + struct.pack(">I", crc32(name + data))
        for name, data in chunks
    )


def printed(folder: Path, browser_path: str, *words: str) -> Run:
    options = ("--as-is", "--site-dir", "site", "--today", TODAY)
    return run(UMO, "pdf", *words, *options, folder=folder, UMO_BROWSER=browser_path)


def test_what_can_be_printed_is_and_what_was_withdrawn_is_told(
    folder: Path, browser_path: str
) -> None:
    done = printed(folder, browser_path, "/", "gone")
    assert done.returncode == 1
    assert done.stderr == "Не напечатано: страницы gone/ больше нет: она снята с публикации.\n"
    assert sorted(one.name for one in folder.iterdir()) == ["index.pdf", "site"]
    sheets = PdfReader(folder / "index.pdf").pages
    notes = [note.get_object() for sheet in sheets for note in sheet.get("/Annots", ())]
    leads = [note["/A"]["/URI"] for note in notes if "/A" in note]
    assert leads == ["https://elsewhere.example.org/"]
    found = [
        one.get_object()
        for sheet in sheets
        for one in sheet["/Resources"].get("/XObject", {}).values()
    ]
    assert [one["/Width"] for one in found if one["/Subtype"] == "/Image"] == [SIDE] * PICTURES


def test_one_page_can_be_printed_without_the_command(folder: Path, browser_path: str) -> None:
    (folder / "site/index.html").write_text(PAGE.replace("PICTURES", ""), "utf-8")
    call = "print_page(Path('site'), '', 'full', Path('page.pdf'), date(2026, 11, 21))"
    program = f"""from datetime import date
from pathlib import Path
from generator.paper.pages import print_page
{call}"""
    done = run((sys.executable, "-c", program), folder=folder, UMO_BROWSER=browser_path)
    assert (done.returncode, done.stderr) == (0, "")
    page = PdfReader(folder / "page.pdf")
    assert page.metadata is not None
    assert (len(page.pages), page.metadata.title) == (1, "Памятка")


@pytest.mark.parametrize(
    ("broken", "said"),
    [("UMO_BROWSER", "браузер прервал работу"), ("PLAYWRIGHT_NODEJS_PATH", "Playwright не")],
)
def test_a_browser_or_driver_that_ends_at_once_is_told(
    folder: Path, browser_path: str, broken: str, said: str
) -> None:
    """Python tells its version as a browser does, and is neither that nor a driver of one."""
    programs = {"UMO_BROWSER": browser_path, broken: sys.executable}
    done = run(UMO, "pdf", "/", "--as-is", "--site-dir", "site", folder=folder, **programs)
    assert done.returncode == 1
    assert f"Не напечатано: {said}" in done.stderr
    assert "Traceback" not in done.stderr
    assert [one.name for one in folder.iterdir()] == ["site"]
