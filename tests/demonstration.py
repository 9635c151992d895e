"""The demonstration site, copied and built: what the tests of the whole site share.

A copy stands in a folder of its own, so that what a test changes is nobody else's trouble.
"""

import gzip
import io
import json
import logging
import os
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from contextlib import chdir, contextmanager
from functools import cached_property
from html import unescape
from pathlib import Path
from typing import Any

from click.testing import CliRunner
from lxml import html
from lxml.html import HtmlElement

from generator.archive import Archive, build
from generator.cli import main
from generator.load import load

REPOSITORY = Path(__file__).parents[1]
TODAY = "2026-11-21"
SUB_PATH = "/some/district-site/"
"""Where a project page has its site: below its host."""
SEARCH = "search/"
PROMISES = shutil.ignore_patterns("published.txt")
"""The list of published addresses: without it a test may remove any record."""
NO_PAGE = b'<meta name="robots" content="noindex">'
"""What stands at former addresses says so of itself."""
LEAVE_OUT = {"SITE_URL", "REPO_URL", "SOURCE_DATE_EPOCH", "PYTHONPATH"}
ENVIRONMENT = {name: value for name, value in os.environ.items() if name not in LEAVE_OUT} | {
    "NO_MKDOCS_2_WARNING": "1",
    "PYTHONUTF8": "1",
    "PYTHONUNBUFFERED": "1",
    # What lies around the copy is no repository of ours.
    "GIT_CEILING_DIRECTORIES": os.pathsep.join(map(str, REPOSITORY.parents)),
}
UMO = (str(Path(sys.executable).with_name("umo")),)
MKDOCS = (sys.executable, "-m", "mkdocs")

# The states in which a practice is fit for the public; in any other it has no page.
PUBLIC_STATES = frozenset({"approved", "in_bank", "recommended", "archived"})

Run = subprocess.CompletedProcess[str]


def copied(folder: Path) -> Path:
    """Copy what a site is made of: the records and the settings."""
    shutil.copytree(REPOSITORY / "content", folder / "content", ignore=PROMISES)
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    return folder


def with_own_theme(folder: Path) -> Path:
    """Give a site templates of its own that go before the program's; at first they are the same."""
    shutil.copytree(REPOSITORY / "overrides", folder / "overrides", dirs_exist_ok=True)
    settings = folder / "mkdocs.yml"
    text = settings.read_text("utf-8")
    assert "theme: material\n" in text
    own = "theme: {name: material, custom_dir: overrides}\n"
    settings.write_text(text.replace("theme: material\n", own), "utf-8")
    return folder


def run(program: tuple[str, ...], *words: str, folder: Path, **variables: str) -> Run:
    """Run a program in a folder, to its end."""
    return subprocess.run(
        [*program, *words],
        cwd=folder,
        env=ENVIRONMENT | variables,
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )


def called(*words: str, folder: Path, **variables: str) -> Run:
    """Call the program in this process: as `run`, without what it takes to start another one.

    What MkDocs says goes to this call's own ear, and what nobody has caught is raised.
    """
    environment = dict.fromkeys(os.environ.keys() - ENVIRONMENT.keys()) | ENVIRONMENT | variables
    log = logging.getLogger("mkdocs")
    ears, log.handlers = log.handlers, []
    try:
        with chdir(folder):
            done = CliRunner().invoke(
                main, words, prog_name="umo", env=environment, catch_exceptions=False
            )
    finally:
        log.handlers = ears
    return Run(words, done.exit_code, done.stdout, done.stderr)


def umo_build(folder: Path, *words: str, **variables: str) -> Path:
    """Build the site of a copy into its folder `site`."""
    done = called("build", "--today", TODAY, *words, folder=folder, **variables)
    assert done.returncode == 0, done.stderr
    return folder / "site"


def archive_of(folder: Path) -> Archive:
    """The archive of a copy's records."""
    archive, problems = build(load(folder / "content"))
    assert archive is not None, "\n".join(map(str, problems))
    return archive


def plain(text: str) -> str:
    """A text without what typography does to it: for comparing what is said."""
    text = text.replace("¶", "").replace("…", "...")
    text = re.sub(r"[«»„“”\"]", "'", text)
    text = re.sub(r"[–—-]", "-", text)
    return " ".join(text.split())


@contextmanager
def restored(folder: Path) -> Iterator[Path]:
    """Lend a project to a test that changes it: afterwards its sources are as they were."""
    before = _sources(folder)
    try:
        yield folder
    finally:
        after = _sources(folder)
        for path in after.keys() - before.keys():
            path.unlink()
        for path, data in before.items():
            if after.get(path) != data:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(data)
        for empty in sorted(folder.glob("content/**/"), reverse=True):
            if not any(empty.iterdir()):
                empty.rmdir()


def _sources(folder: Path) -> dict[Path, bytes]:
    """The files that a site is made of."""
    parts = (folder / "mkdocs.yml", *folder.glob("content/**/*"), *folder.glob("overrides/**/*"))
    return {path: path.read_bytes() for path in parts if path.is_file()}


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


class Site:
    """A built site and the records it was built from."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.root = folder / "site"
        self._trees: dict[str, HtmlElement] = {}

    @cached_property
    def archive(self) -> Archive:
        return archive_of(self.folder)

    @cached_property
    def addresses(self) -> frozenset[str]:
        """The addresses of all pages, as «associations/<id>/»; the home page is empty."""
        found = (path for path in self.root.rglob("index.html") if NO_PAGE not in path.read_bytes())
        names = (path.relative_to(self.root).as_posix() for path in found)
        return frozenset(name.removesuffix("index.html") for name in names)

    def page(self, address: str) -> HtmlElement:
        """The parsed page at an address (or of a file, such as 404.html)."""
        if address not in self._trees:
            name = address if address.endswith(".html") else f"{address}index.html"
            self._trees[address] = parsed((self.root / name).read_bytes())
        return self._trees[address]

    def pages(self) -> Iterator[tuple[str, HtmlElement]]:
        """Every page with its address, 404.html too."""
        for address in (*sorted(self.addresses), "404.html"):
            yield address, self.page(address)

    def body(self, address: str) -> HtmlElement:
        """What the page itself says: without header, menus and footer."""
        return self.page(address).xpath('//article[contains(@class, "md-content__inner")]')[0]

    def said(self, address: str) -> str:
        """The text of a page's body, in one line."""
        return words_of(self.body(address))

    @cached_property
    def texts(self) -> dict[str, str]:
        """Every file of the site as plain text, whatever escapes stand in it.

        The pieces of the search's index have names made of their contents: they count as one file.
        """
        texts = {name: readable(name, data) for name, data in tree(self.root).items()}
        pieces = [texts.pop(name) for name in list(texts) if name.startswith(SEARCH)]
        return texts | {SEARCH: "\n".join(pieces)}

    @cached_property
    def found(self) -> list[dict[str, Any]]:
        """What the search knows of each page: its `url`, its `content`, its `meta`, its filters."""
        files = sorted(self.root.glob(f"{SEARCH}*/fragment/*.pf_fragment"))
        return [json.loads(unpacked(file.read_bytes())) for file in files]

    def files_with(self, text: str) -> list[str]:
        """The files in which a text stands."""
        wanted = plain(text).casefold()
        return [name for name, said in self.texts.items() if wanted in said]


def parsed(data: bytes) -> HtmlElement:
    """Parse a page."""
    return html.document_fromstring(data, parser=html.HTMLParser(encoding="utf-8"))


def words_of(element: HtmlElement) -> str:
    """The words of an element, with a space between its parts; scripts say nothing to people."""
    return plain(" ".join(element.xpath(".//text()[not(parent::script)]")))


def unpacked(piece: bytes) -> bytes:
    """A piece of the search's index without its wrapping."""
    return gzip.decompress(piece).removeprefix(b"pagefind_dcd")


def of_word(data: bytes) -> bytes:
    """Every part of a file of an office: Word, Excel."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return b"\n".join(map(archive.read, archive.namelist()))


def readable(name: str, data: bytes) -> str:
    """A file's text for a search: every way to escape a letter is undone."""
    if name.endswith(".gz"):
        data = gzip.decompress(data)
    if name.startswith(SEARCH) and data.startswith(b"\x1f\x8b"):
        data = unpacked(data)
    if name.endswith((".docx", ".xlsx")):
        data = of_word(data)
    text = data.decode("utf-8", errors="replace")
    if name.endswith((".json", ".html")):
        text = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
        text = text.replace('\\"', '"')
    return plain(unescape(unescape(text))).casefold()
