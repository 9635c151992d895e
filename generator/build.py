"""The call that builds: MkDocs into a folder aside, then one step into place."""

import logging
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import MkDocsException

from generator.archive import Archive
from generator.plugin import RecordsRefusedError, UmoPlugin


class BuildFailedError(Exception):
    """The site was not built; what was there before is untouched."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build made."""

    archive: Archive
    site_dir: Path
    pages: int


def build_site(
    config_file: Path,
    *,
    content: Path | None = None,
    site_dir: Path | None = None,
    day: date | None = None,
    strict: bool = False,
) -> Built:
    """Build the site beside its place, and put it there only when it is whole."""
    _speak(logging.WARNING)
    if not config_file.is_file():
        raise BuildFailedError(f"нет файла {config_file}")
    try:
        config = load_config(str(config_file), strict=strict)
        plugin = config.plugins.get("umo")
        if not isinstance(plugin, UmoPlugin):
            raise BuildFailedError("в mkdocs.yml нет плагина umo")
        if content is not None:
            plugin.config.content = str(content.resolve())
        if day is not None:
            plugin.config.today = day.isoformat()
        target = (site_dir or Path(config.site_dir)).resolve()
        _build_aside(config, target)
    except (MkDocsException, KeyError) as error:
        refused = isinstance(error.__context__, RecordsRefusedError)
        reason = "исправьте записи, названные выше." if refused else str(error)
        raise BuildFailedError(reason) from error
    if plugin.archive is None:
        raise BuildFailedError("записи не прочитаны")
    return Built(plugin.archive, target, len(plugin.pages))


def serve_site(config_file: Path, *, address: str | None = None) -> None:
    """Serve a live preview; a saved record shows at once."""
    _speak(logging.INFO)
    extra: dict[str, Any] = {"dev_addr": address} if address else {}
    mkdocs_serve(str(config_file), **extra)


def _build_aside(config: MkDocsConfig, target: Path) -> None:
    """Build beside the target; only a whole site takes its place, half a one is removed."""
    aside = target.with_name(f"{target.name}.new")
    config.site_dir = str(aside)
    try:
        mkdocs_build(config)
        _put_in_place(aside, target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _put_in_place(aside: Path, target: Path) -> None:
    old = target.with_name(f"{target.name}.old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    aside.rename(target)
    shutil.rmtree(old, ignore_errors=True)


def _speak(level: int) -> None:
    """Let MkDocs say what is of this weight, once."""
    logger = logging.getLogger("mkdocs")
    logger.setLevel(level)
    if not logger.handlers:
        handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(message)s"))
        logger.addHandler(handler)
