"""The part of a site that MkDocs makes: hand-written pages, the theme's files, the shells.

With plugin.py, theme.py, record_files.py and defaults/ the only module that knows MkDocs; it is
imported when that part has to be made, and not before: MkDocs and its theme take a third of a
second.
"""

import logging
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.defaults import watched
from generator.edition import Edition, Sheets
from generator.failure import REFUSED, BuildFailedError
from generator.plugin import RecordsRefusedError, UmoPlugin
from generator.press import Press
from generator.theme import repository_of


@dataclass(frozen=True, slots=True)
class MkDocs:
    """MkDocs with the settings of a project."""

    config: MkDocsConfig
    plugin: UmoPlugin

    @property
    def settings(self) -> dict[str, Any]:
        """What the rest of a build must know of mkdocs.yml, as plain values."""
        config = self.config
        return {
            "content": str(self.plugin.content_of(config)),
            "today": self.plugin.config.today,
            "site_dir": str(Path(config.site_dir).resolve()),
            "site_url": config.site_url,
            "repository": [*(repository_of(config, self.plugin.content_of(config)) or ())],
            "watched": sorted({*map(str, watched()), *_own_folders(config)}),
        }

    def make(self, edition: Edition, sheets: Sheets, folder: Path) -> Press:
        """Build into a folder; give the press that the theme has left behind."""
        self.config.site_dir = str(folder)
        self.plugin.edition, self.plugin.sheets = edition, sheets
        try:
            mkdocs_build(self.config)
        except (MkDocsException, KeyError) as error:
            shutil.rmtree(folder, ignore_errors=True)
            refused = isinstance(error.__context__, RecordsRefusedError)
            reason = REFUSED if refused else str(error)
            raise BuildFailedError(reason) from error
        if self.plugin.press is None:
            raise BuildFailedError("MkDocs не дошёл до страниц")
        return self.plugin.press


def _own_folders(config: MkDocsConfig) -> Iterator[str]:
    yield str(config.docs_dir)
    if config.theme.custom_dir:
        yield str(config.theme.custom_dir)


def open_mkdocs(
    config_file: Path, *, content: Path | None, day: date | None, strict: bool, **more: Any
) -> MkDocs:
    """Read the settings of a project. Raises BuildFailedError."""
    speak(logging.WARNING)
    if not config_file.is_file():
        raise BuildFailedError(f"нет файла {config_file}")
    try:
        config = load_config(str(config_file), strict=strict, **more)
    except (MkDocsException, KeyError) as error:
        raise BuildFailedError(str(error)) from error
    plugin = config.plugins.get("umo")
    if not isinstance(plugin, UmoPlugin):
        raise BuildFailedError("в mkdocs.yml нет плагина umo")
    if content is not None:
        plugin.config.content = str(content.resolve())
    if day is not None:
        plugin.config.today = day.isoformat()
    return MkDocs(config, plugin)


def speak(level: int) -> None:
    """Let MkDocs say what is of this weight, once."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(level)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(message)s"))
        logger.addHandler(handler)
