"""A site's mkdocs.yml and the program's own settings, put together."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.theme import Theme
from mkdocs.utils.yaml import yaml_load

from generator.shipped import DEFAULTS, GUIDE, look

SETTINGS = DEFAULTS / "mkdocs.yml"
THEME = "material"
"""The theme that our look is made for; another one is left as it is."""

ADDED = frozenset(("extra_css", "extra_javascript", "markdown_extensions"))
"""Lists to which a site adds its own."""


def watched() -> tuple[Path, ...]:
    """The folders of the program that a site hangs on."""
    return look(), GUIDE, DEFAULTS


def fill_settings(config: MkDocsConfig) -> None:
    """Give the settings of a site what its mkdocs.yml leaves out.

    A site's own lists (styles, scripts, extensions) go on behind ours; in all else the site wins.
    """
    ours, own = _read(SETTINGS), _read(Path(config.config_file_path))
    theme, written = ours.pop("theme"), own.get("theme")
    if config.theme.name == THEME:
        _dress(config.theme, theme, written if isinstance(written, dict) else {})
    filled = MkDocsConfig(config.config_file_path)
    frame = {"site_name": config.site_name, "docs_dir": config.docs_dir, "plugins": []}
    filled.load_dict(frame | {key: _together(key, ours[key], own.get(key)) for key in ours})
    filled.validate()
    for key in (*ours, "mdx_configs"):
        config[key] = filled[key]


def _dress(theme: Theme, ours: Mapping[str, Any], own: Mapping[str, Any]) -> None:
    """Lay our look over the theme, and under what the site has of its own."""
    theme.dirs.insert(1 if theme.custom_dir else 0, str(look()))
    for key, value in ours.items():
        if key not in own:
            theme[key] = value
        elif isinstance(value, dict) and isinstance(own[key], dict):
            theme[key] = value | own[key]


def _together(key: str, ours: Any, own: Any) -> Any:
    if own is None:
        return ours
    if key in ADDED:
        return [*ours, *_listed(own)]
    return ours | own if isinstance(ours, dict) else own


def _listed(own: Any) -> list[Any]:
    """A list of extensions, which may also be written as a table."""
    return [{name: options} for name, options in own.items()] if isinstance(own, dict) else own


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        return yaml_load(file)
