"""Eleventy: a builder in JavaScript, with Nunjucks templates."""

import json
import re
import shutil
from pathlib import Path
from typing import ClassVar

from generator.bench.facts import RecordPage
from generator.bench.facts.practices import text_headings
from generator.bench.peers.content import plain_file, record_file, with_contents
from generator.bench.peers.files import HERE, copy_files, put, remove
from generator.bench.peers.peer import Command, Peer, Source
from generator.bench.peers.tools import npm_install, said_by

_GAPS = {name: f"{{{{ {name} }}}}" for name in ("title", "description", "source", "root")}
_PROGRAM = "node_modules/@11ty/eleventy/cmd.cjs"


class Eleventy(Peer):
    """Content files with facts at their head, and Nunjucks templates."""

    name: ClassVar[str] = "eleventy"
    title: ClassVar[str] = "Eleventy"

    def unavailable(self) -> str | None:
        """Install the locked npm packages."""
        self.home.mkdir(parents=True, exist_ok=True)
        for name in ("package.json", "package-lock.json", "eleventy.config.js"):
            shutil.copyfile(HERE / "eleventy" / name, self.home / name)
        return npm_install(self.home)

    def version(self) -> str:
        """Eleventy's version."""
        return said_by(["node", str(self.home / _PROGRAM), "--version"])

    def prepare(self, source: Source) -> None:
        """Write content, templates and static files; the npm packages stay."""
        remove(*(self.home / name for name in ("content", "static", "_includes", "site")))
        shutil.copytree(HERE / "eleventy/_includes", self.home / "_includes")
        put(self.home / "_includes/shell.njk", _shell(source))
        put(self.home / "register.json", json.dumps(source.register(), ensure_ascii=False))
        for page in source.pages():
            head = {"layout": f"{page.kind}.njk", "permalink": f"/{page.address}"}
            put(self._file(page.address), record_file(page, head, _text(page)))
        for address, body in source.plain_pages():
            head = {"layout": "shell.njk", "permalink": f"/{address}"}
            file = self.home / "content" / address / "index.html"
            put(file, plain_file(address, body, head))
        copy_files(source.other_files(), source.site, self.home / "static")

    def build(self) -> Command:
        """The usual build, without a line for each page."""
        return Command(("node", _PROGRAM, "--quiet"), self.home)

    def serve(self, port: int) -> Command:
        """The live preview, in which only what was saved is built again."""
        words = ("node", _PROGRAM, "--serve", "--incremental", "--quiet", f"--port={port}")
        return Command(words, self.home)

    def edited_file(self, source: Source) -> Path:
        """The content file of the sample."""
        return self._file(source.sample.address)

    def _file(self, address: str) -> Path:
        return self.home / "content" / f"{address.rstrip('/')}.md"


def _shell(source: Source) -> str:
    """The layout: our shell with Eleventy's words in its gaps."""
    contents = (HERE / "eleventy/contents.njk").read_text(encoding="utf-8").strip()
    return source.shell.filled(
        headings=with_contents(contents, source.shell),
        body="{{ content | safe }}",
        address="{{ page.url }}",
        **_GAPS,
    )


def _text(page: RecordPage) -> str:
    """The Markdown of a practice; its headings as HTML, for their anchors."""
    text = page.text
    for heading in text_headings(text):
        line = re.escape(f"## {heading['title']}")
        anchored = f'<h2 id="{heading["id"]}">{heading["title"]}</h2>'
        text = re.sub(rf"^{line}$", anchored, text, flags=re.MULTILINE)
    return text
