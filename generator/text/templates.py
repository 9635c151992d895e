"""Templates of Markdown, into which values come as the letters that they are."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import jinja2


def markdown_templates(folder: Path, finalize: Callable[[Any], str]) -> jinja2.Environment:
    """The templates of a folder; `finalize` makes text of every value that one of them prints."""
    return jinja2.Environment(  # noqa: S701 - what is made is Markdown: `finalize` escapes for that
        loader=jinja2.FileSystemLoader(folder),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=finalize,
    )
