"""Files that somebody could send to break the program: how each of them is made."""

import os
import socket
import struct
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

MEETING = "associations/mo-matematika/2025-2026/meetings/2025-08-28.yml"
PRACTICE = "practices/ustnyy-schet.md"
BESIDE = "practices/ustnyy-schet/list.txt"
SITE = "site.yml"
PAGE = "pages/index.md"

Maker = Callable[[Path], object]


class Case(NamedTuple):
    """What is done to a content folder that is in order."""

    name: str
    make: Maker


def put(path: str, data: bytes | str) -> Maker:
    """Put a file in the place of one, or beside."""

    def make(content: Path) -> None:
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data)

    return make


def body(text: str) -> Maker:
    """Give a practice this Markdown."""

    def make(content: Path) -> None:
        file = content / PRACTICE
        head = file.read_text("utf-8").split("\n---\n")[0]
        file.write_bytes(f"{head}\n---\n\n{text}\n".encode("utf-8", "surrogatepass"))

    return make


def theme(value: str) -> Maker:
    """Give a meeting this topic, as it stands behind the colon."""

    def make(content: Path) -> None:
        file = content / MEETING
        lines = [x for x in file.read_text("utf-8").split("\n") if not x.startswith("theme:")]
        file.write_text("\n".join(["theme: " + value, *lines]), "utf-8")

    return make


def encoded(encoding: str, mark: bytes = b"") -> Maker:
    """Write a meeting anew in another encoding."""

    def make(content: Path) -> None:
        file = content / MEETING
        file.write_bytes(mark + file.read_text("utf-8").encode(encoding, errors="replace"))

    return make


def link(path: str, target: str) -> Maker:
    """Put a symbolic link in the place of a file, or beside."""

    def make(content: Path) -> None:
        file = content / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        file.symlink_to(target)

    return make


def swapped(folder: str) -> Maker:
    """Put a folder elsewhere, and a link to it in its place."""

    def make(content: Path) -> None:
        away = content.parent / "away"
        (content / folder).rename(away)
        (content / folder).symlink_to(away)

    return make


def fifo(path: str) -> Maker:
    """Put a pipe in the place of a file: who reads it waits for ever."""

    def make(content: Path) -> None:
        (content / path).unlink(missing_ok=True)
        os.mkfifo(content / path)

    return make


def listening(path: str) -> Maker:
    def make(content: Path) -> None:
        (content / path).unlink(missing_ok=True)
        # The name of a socket may not be long.
        here = os.open(content / Path(path).parent, os.O_RDONLY)
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(f"/proc/self/fd/{here}/{Path(path).name}")
        os.close(here)

    return make


def hard_link(content: Path) -> None:
    (content / "practices/ustnyy-schet/kopiya.txt").hardlink_to(content / BESIDE)


def sparse(path: str, size: int) -> Maker:
    """Put a file there of a size, with nothing in it."""

    def make(content: Path) -> None:
        with (content / path).open("wb") as file:
            file.truncate(size)

    return make


def many(number: int) -> Maker:
    def make(content: Path) -> None:
        folder = content / "practices/ustnyy-schet"
        for one in range(number):
            (folder / f"f{one}.txt").write_bytes(b"x")

    return make


def long_list_of_parts() -> bytes:
    """An archive of which the list of parts is nearly all."""
    row = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, *[0] * 7, 1, *[0] * 6) + b"a"
    rows, head = row * 60_000, b"PK\3\4" + bytes(30)
    end = struct.pack("<4s4H2IH", b"PK\5\6", 0, 0, 60_000, 60_000, len(rows), len(head), 0)
    return head + rows + end


def names_file(way: str) -> Maker:
    """Let a practice name a file in this way."""

    def make(content: Path) -> None:
        file = content / PRACTICE
        named = f'file: "{way}"'.replace("\\", "\\\\")
        file.write_text(file.read_text("utf-8").replace("file: list.txt", named), "utf-8")

    return make


def both(*makers: Maker) -> Maker:
    def make(content: Path) -> None:
        for one in makers:
            one(content)

    return make


_PNG = b"\x89PNG\r\n\x1a\n"
BOMB = "".join(
    f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 9) if n else 'лол'}]\n" for n in range(12)
)
NESTED = "x: " + "[" * 500 + "]" * 500
DEEP = "".join(f"{' ' * n}a:\n" for n in range(500)) + " " * 500 + "b"
MIXED = "".join(f"{'  ' * n}- {{a: [\n" for n in range(40))

PILES = {
    "[": 20_000,
    "![": 10_000,
    "[a](": 10_000,
    "[a][": 10_000,
    "[TOC]\n\n# а\n\n": 4_000,
    "- ": 2_000,
    "1. ": 2_000,
    "> ": 2_000,
    "> - ": 2_000,
    "*а **": 12_000,
    "_а ": 30_000,
    "`а ": 30_000,
    '"': 90_000,
    "\\": 90_000,
    "&amp;": 19_000,
    "<": 90_000,
    "<b>": 30_000,
    "<![": 30_000,
    "<!--": 20_000,
    "<blockquote>": 8_000,
    "|а": 20_000,
    "а\n===\n": 12_000,
    "---\n": 20_000,
    "[а]:\n": 12_000,
    "а  \n": 20_000,
    "# а\n": 20_000,
    "а\u0301": 40_000,
}
"""Marks of Markdown and how many of them stand in one text."""

TABLE = "|а" * 300 + "\n" + "|-" * 300 + "\n" + "|1\n" * 300

ESCAPES = (
    "../../etc/passwd",
    "..%2f..%2fetc%2fpasswd",
    "%2e%2e/%2e%2e/etc/passwd",
    "..\\..\\windows\\win.ini",
    "..%5c..%5cwindows",
    "/etc/passwd",
    "//host/share",
    "\\\\host\\share\\file.txt",
    "C:\\windows\\win.ini",
    "c:/windows/win.ini",
    "file:///etc/passwd",
    "./list.txt",
    "list.txt/",
    "list.txt/..",
    "....//list.txt",
    "list.txt\\0.png",
    "\u2024\u2024/list.txt",
    "..\uff0flist.txt",
    "list.txt::$DATA",
    "con",
    "nul.txt ",
)
"""Ways to name a file that lies elsewhere."""

YAML = (
    Case("alias bomb", put(MEETING, BOMB)),
    Case("alias of itself", put(MEETING, "x: &x [*x]")),
    Case("merge key", put(MEETING, "a: &a {b: c}\n<<: *a")),
    Case("500 nested lists", put(MEETING, NESTED)),
    Case("500 nested mappings", put(MEETING, DEEP)),
    Case("deep mixture", put(MEETING, MIXED)),
    Case("100,000 open brackets", put(MEETING, "x: " + "[" * 100_000)),
    Case("100,000 open braces", put(MEETING, "x: " + "{" * 100_000)),
    Case("100,000 open dashes", put(MEETING, "- " * 100_000)),
    Case("100,000 question marks", put(MEETING, "? " * 100_000)),
    Case("a key of a megabyte", put(MEETING, "a" * 1_000_000 + ": b")),
    Case("a line of a megabyte", theme("ж" * 500_000)),
    Case("a tag that runs", put(MEETING, "x: !!python/object/apply:os.system [ls]")),
    Case("many documents", put(MEETING, "---\na: b\n" * 100_000)),
    Case("a directive", put(MEETING, "%YAML 9.9\n---\na: b")),
    Case("half a million empty points", put("people.yml", "people:\n" + " -\n" * 500_000)),
    Case("100,000 fields", put(MEETING, "".join(f"f{n}: 1\n" for n in range(100_000)))),
    Case("the same field 100,000 times", put(MEETING, "a: 1\n" * 100_000)),
    Case("front matter alone, 100,000 times", put(PRACTICE, "---\n" * 100_000)),
    Case("front matter never closed", put(PRACTICE, "---\ntitle: а\n" + "- -\n" * 100_000)),
    Case("front matter closed by dots", put(PRACTICE, "---\ntitle: а\n...\nтекст")),
    Case("an integer of 10,000 digits", put(SITE, "school_years:\n  - year: " + "9" * 10_000)),
    Case("a year before all years", theme("а\ndate: 0000-00-00")),
    Case(
        "a duration without end",
        put(
            "associations/mo-matematika/2025-2026/plan.yml",
            "items:\n  - when: с 1 по 99999999999999999999 сентября\n    title: а",
        ),
    ),
)

TEXT = (
    Case("50 MB of text", sparse(MEETING, 50 * 1024**2)),
    Case("50 MB of list of people", sparse("people.yml", 50 * 1024**2)),
    Case("50 MB of list of addresses", sparse("published.txt", 50 * 1024**2)),
    Case("2 MB of empty bytes", put(MEETING, bytes(2 * 1024**2))),
    Case("an empty byte in a word", put(MEETING, b"theme: a\0b")),
    Case("an empty byte, escaped", theme('"а\\0б"')),
    Case("a lone surrogate in bytes", put(MEETING, "theme: а\ud800б")),
    Case("a lone surrogate, escaped", theme('"а\\ud800б"')),
    Case("a pair of surrogates, escaped", theme('"\\ud83d\\ude00"')),
    Case("no code of any letter", theme('"\\U7fffffff"')),
    Case("direction, escaped", theme('"а\\u202eб"')),
    Case("an escape of a control sign", theme('"а\\e[31mб"')),
    Case("UTF-16 with mark", encoded("utf-16")),
    Case("UTF-16, little end first", encoded("utf-16-le")),
    Case("UTF-16, big end first", encoded("utf-16-be")),
    Case("UTF-32 with mark", encoded("utf-32")),
    Case("UTF-32, big end first", encoded("utf-32-be")),
    Case("cp1251", encoded("cp1251")),
    Case("cp866", encoded("cp866")),
    Case("koi8-r", encoded("koi8-r")),
    Case("UTF-7", put(MEETING, b"theme: +ADw-script+AD4-")),
    Case("overlong UTF-8", put(MEETING, b"theme: \xc0\xae\xc0\xae/")),
    Case("two marks of byte order", encoded("utf-8", b"\xef\xbb\xbf\xef\xbb\xbf")),
    Case("right to left", theme("а \u202eб")),
    Case("isolates", theme("а \u2066б\u2069")),
    Case("zero width", theme("засе\u200bдание")),
    Case("letters of two alphabets", theme("Зaceдание")),
    Case("a tower of marks", theme("а" + "\u0301" * 200)),
    Case("a tower of marks in a body", body("а" + "\u0301" * 5_000)),
    Case("variation selectors", theme("а" + "\ufe0f" * 200)),
    Case("tags that nobody sees", theme("а" + "\U000e0041" * 50)),
    Case("spaces that nobody sees", theme("а\u3164б\u2800в")),
    Case("a million invisible signs", theme("\u200b" * 500_000)),
    Case("only line breaks", put(MEETING, "\n" * 2_000_000)),
    Case("lines of an old Mac", put(MEETING, "a: b\r" * 100_000)),
)

NAMES = (
    Case("link to a file of the system", link(MEETING, "/etc/passwd")),
    Case("link to another record", link("practices/kopiya.md", "ustnyy-schet.md")),
    Case("link into the dark", link("practices/kopiya.md", "nowhere.md")),
    Case("link to itself", link("practices/kopiya.md", "kopiya.md")),
    Case("link to a folder above", link("practices/vse", "..")),
    Case("link beside a record", link("practices/ustnyy-schet/parol.txt", "/etc/passwd")),
    Case("link in the place of a file beside", link(BESIDE, "/etc/passwd")),
    Case("link for the site's file", link(SITE, "/etc/passwd")),
    Case("link for the list of addresses", link("published.txt", "/etc/passwd")),
    Case("link for a template of Word", link("word/minutes.docx", "/etc/passwd")),
    Case("folder of practices elsewhere", swapped("practices")),
    Case("folder of pages elsewhere", swapped("pages")),
    Case(
        "folder of Word elsewhere",
        both(put("word/minutes.docx", b"x"), swapped("word")),
    ),
    Case("link among pages", link("pages/passwd.txt", "/etc/passwd")),
    Case("link for a page", link("pages/tajna.md", "/etc/passwd")),
    Case("folder among pages elsewhere", link("pages/etc", "/etc")),
    Case("hard link", hard_link),
    Case("pipe for a record", fifo(MEETING)),
    Case("pipe beside a record", fifo(BESIDE)),
    Case("pipe for the site's file", fifo(SITE)),
    Case("pipe for a page", fifo("pages/ocherd.md")),
    Case("pipe for the list of addresses", fifo("published.txt")),
    Case(
        "pipe for a template of Word",
        both(put("word/minutes.docx", b""), fifo("word/minutes.docx")),
    ),
    Case("socket for a record", listening(MEETING)),
    Case("folder for a record", lambda c: (c / "practices/papka.md").mkdir()),
    Case("device of Windows", put("practices/con.md", "x")),
    Case("device of Windows beside", put("practices/ustnyy-schet/nul.txt", "x")),
    Case("dot at the end", put("practices/tochka.md.", "x")),
    Case("space at the end", put("practices/probel.md ", "x")),
    Case("capital letters", put("practices/USTNYY-SCHET.md", "x")),
    Case("capital letters beside", put("practices/ustnyy-schet/LIST.txt", "x")),
    Case(
        "one name in two ways of writing",
        both(put("practices/\u0439.md", "x"), put("practices/\u0438\u0306.md", "x")),
    ),
    Case(
        "pages of one name in two ways",
        both(put("pages/\u0439.md", "x"), put("pages/\u0438\u0306.md", "x")),
    ),
    Case(
        "pages of one name but for case",
        both(put("pages/a.md", "x"), put("pages/A.md", "x")),
    ),
    Case("name of 250 letters", put("practices/" + "a" * 250 + ".md", "x")),
    Case("name of 250 letters beside", put("practices/ustnyy-schet/" + "a" * 250 + ".txt", "x")),
    Case("backslash in a name", put("practices/a\\..\\x.md", "x")),
    Case("line break in a name", put("practices/a\nb.md", "x")),
    Case("direction in a name", put("practices/a\u202efdp.md", "x")),
    Case("900 folders in one another", put("practices/" + "a/" * 900 + "x.md", "x")),
    Case("5,000 files beside a record", many(5_000)),
    Case("no folder of pages", lambda c: (c / "pages/index.md").unlink()),
)

BODIES = (
    *(Case(f"{number:,} times {mark!r}", body(mark * number)) for mark, number in PILES.items()),
    Case("a table of 90,000 cells", body(TABLE)),
    Case("200,000 letters", body("слово " * 33_000)),
    Case("lists in lists, line by line", body("\n".join(" " * 4 * n + "- а" for n in range(150)))),
)

LINKS = (
    *(Case(f"link {way!r}", body(f"[а]({way})")) for way in ESCAPES),
    *(Case(f"picture {way!r}", body(f"![а]({way})")) for way in ESCAPES[:6]),
    *(Case(f"file {way!r}", names_file(way)) for way in ESCAPES),
)

KINDS = (
    Case("page of HTML among pages", put("pages/x.html", "<script>1</script>")),
    Case("SVG among pages", put("pages/x.svg", "<svg onload='1'/>")),
    Case("script among pages", put("pages/x.js", "1")),
    Case("styles among pages", put("pages/x.css", "*{}")),
    Case("HTML named as a picture", put("pages/x.png", "<script>1</script>")),
    Case("SVG beside a record", put("practices/ustnyy-schet/x.svg", "<svg/>")),
    Case("HTML named as a PDF", put("practices/ustnyy-schet/x.pdf", "<html>")),
    Case("archive of 60,000 parts", put("practices/ustnyy-schet/x.docx", long_list_of_parts())),
    Case("archive cut off", put("practices/ustnyy-schet/x.docx", long_list_of_parts()[:9_999])),
    Case("Word template that is no archive", put("word/minutes.docx", b"x" * 999)),
    Case("Word template of 60,000 parts", put("word/minutes.docx", long_list_of_parts())),
    Case("picture of no size", put("practices/ustnyy-schet/x.png", _PNG + bytes(30))),
    Case("alias bomb in a page", put(PAGE, f"---\n{BOMB}---\n# а")),
    Case("brackets in a page", put(PAGE, "[" * 20_000)),
    Case("page in cp1251", put(PAGE, "# Привет".encode("cp1251"))),
    Case("page of 50 MB", sparse(PAGE, 50 * 1024**2)),
    Case("page with a script", put(PAGE, "# а\n\n<script>1</script>")),
    Case("page with fields that are none", put(PAGE, "---\n- а\n---\n# б")),
)

CASES = (*YAML, *TEXT, *NAMES, *BODIES, *LINKS, *KINDS)
