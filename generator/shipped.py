"""Folders that come with the program: in its wheel they lie inside the package.

In the repository of the program, where it is installed editable, two of them lie where people look
for them: the look in `overrides/`, the regulations with the demonstration's records.
"""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent

GUIDE = _PACKAGE / "guide"
"""The pages of the guide, and what lies beside them."""
PERSONAL_DATA = "guide/personal-data.md"
"""The page of the guide on the processing of personal data, as it lies among hand-written pages."""
DEFAULTS = _PACKAGE / "defaults"
"""The settings of a site that its mkdocs.yml may leave out."""


def guide_files() -> tuple[str, ...]:
    """The files of the guide, as they lie among a site's hand-written pages: `guide/record.md`."""
    found = (path for path in GUIDE.rglob("*") if path.is_file() and path.name[0] != ".")
    return tuple(sorted(path.relative_to(_PACKAGE).as_posix() for path in found))


def look() -> Path:
    """The theme's templates, styles and pictures of our own."""
    return _shipped("look", "overrides")


def regulations() -> Path:
    """The regulations that a new site may begin with."""
    return _shipped("starting/regulations", "content/regulations")


def _shipped(inside: str, beside: str) -> Path:
    folder = _PACKAGE / inside
    return folder if folder.is_dir() else _PACKAGE.parent / beside
