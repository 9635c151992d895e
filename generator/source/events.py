"""What both readings of a YAML text share: the parser and the rules that they hold it to."""

from typing import Any

import yaml

DEPTH_LIMIT = 16
"""Levels. The deepest honest record has seven."""

EMPTY = frozenset({"", "~", "null"})
"""How a field is left empty, in any case of letters, when no quotes stand around it."""

MERGE = "<<"
"""The key with which YAML copies one mapping into another."""


def parser(text: str) -> Any:
    """PyYAML's parser of this text: on top of libyaml, ten times faster, where that is built in."""
    return getattr(yaml, "CSafeLoader", yaml.SafeLoader)(text)
