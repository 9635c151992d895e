"""MkDocs with Material and mkdocs-gen-files: what this project would be without a generator."""

import json
import shutil
from pathlib import Path
from typing import ClassVar

from generator.bench.peers.files import put, remove
from generator.bench.peers.markdown import file_of, plain_markdown, record_markdown
from generator.bench.peers.peer import Command, Peer, Source
from generator.bench.peers.tools import peers_venv
from generator.bench.records import write_pages
from generator.shipped import DEFAULTS, GUIDE, look

_SCRIPT = '''"""Hands the pages of the records to MkDocs."""

import json
from pathlib import Path

import mkdocs_gen_files

with Path("pages.jsonl").open(encoding="utf-8") as lines:
    for line in lines:
        page = json.loads(line)
        with mkdocs_gen_files.open(page["file"], "w", encoding="utf-8") as file:
            file.write(page["text"])
'''
_QUIET = {"NO_MKDOCS_2_WARNING": "1", "DISABLE_MKDOCS_2_WARNING": "true"}
SETTINGS = """\
INHERIT: {defaults}
site_name: Методические объединения Приозёрской области
site_url: http://127.0.0.1:8000/
repo_url: https://github.com/umo-site/umo-site
edit_uri: edit/main/content/pages/
docs_dir: docs
site_dir: site
theme:
  name: material
  custom_dir: {look}
extra:
  umo:
    demonstration: "Всё на этих страницах вымышлено: люди, школы, районы и документы."
    publisher: Управление образования
    contact: Управление образования, отдел методических объединений
    licence: CC BY 4.0
plugins:
{plugins}
validation:
  omitted_files: ignore
"""
"""Our own settings but for the plugins: no search, no umo."""


class Material(Peer):
    """The theme and the settings of this project; the records' pages lie outside the navigation."""

    name: ClassVar[str] = "material"
    title: ClassVar[str] = "MkDocs Material"
    serves: ClassVar[bool] = False

    def unavailable(self) -> str | None:
        """Install the peers' Python packages."""
        return peers_venv(self.workspace, "builders").failed

    def version(self) -> str:
        """The versions of MkDocs and of the theme."""
        tools = peers_venv(self.workspace, "builders")
        return f"{tools.version('mkdocs')} / {tools.version('mkdocs-material')}"

    def prepare(self, source: Source) -> None:
        """Write the settings, the hand-written pages and the script with what it reads."""
        remove(self.home)
        plugins = "  - gen-files:\n      scripts: [gen_pages.py]"
        put(self.home / "mkdocs.yml", settings(plugins))
        put(self.home / "gen_pages.py", _SCRIPT)
        docs = hand_written(self.home, self.config.parent / "content/pages")
        with (self.home / "pages.jsonl").open("w", encoding="utf-8") as lines:
            for file, text in markdown_files(source, docs):
                lines.write(json.dumps({"file": file, "text": text}, ensure_ascii=False) + "\n")

    def build(self) -> Command:
        """`mkdocs build`."""
        words = (peers_venv(self.workspace, "builders").program("mkdocs"), "build", "--quiet")
        return Command(words, self.home, _QUIET)


def settings(plugins: str, own_look: Path | None = None) -> str:
    """The settings file: ours, with other plugins."""
    return SETTINGS.format(
        defaults=json.dumps(str(DEFAULTS / "mkdocs.yml")),
        look=json.dumps(str(own_look or look())),
        plugins=plugins,
    )


def hand_written(home: Path, pages: Path) -> Path:
    """Put the hand-written pages and the guide where MkDocs looks for them."""
    write_pages(home, pages)
    shutil.copytree(GUIDE, home / "pages" / GUIDE.name, dirs_exist_ok=True)
    return (home / "pages").rename(home / "docs")


def markdown_files(source: Source, docs: Path) -> list[tuple[str, str]]:
    """Every page that is not hand-written: its file and its Markdown."""
    found = [(file_of(page.address), record_markdown(page)) for page in source.pages()]
    for address, body in source.plain_pages():
        if not (docs / f"{address.rstrip('/')}.md").is_file():
            found.append((file_of(address), plain_markdown(address, body)))
    return found
