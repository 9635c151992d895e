"""Values as YAML that the strict reader takes back to the letter: the one way records are written.

All scalars are texts, and the reader takes them as such, so nothing but an empty value has to be
told from one.
"""

import re
from typing import Any

import yaml

from generator.source.visible import visible

_LONGEST_LINE = 100
_ANY_LENGTH = 10**6


class _Writer(yaml.SafeDumper):
    """Writes as people do: lists indented, a long text in a block, quotes only where needed."""

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent the points of a list under its name."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """Write a value out wherever it stands: the reader takes no anchors."""
        return True

    def choose_scalar_style(self) -> str:
        """Take double quotes, as all examples do."""
        style = super().choose_scalar_style()
        return '"' if style == "'" else style

    def write_double_quoted(self, text: str, split: bool = True) -> None:
        """Leave a quoted text on its line: the signs with which YAML would break it are ugly."""
        super().write_double_quoted(text, False)


def _written(writer: _Writer, text: str) -> yaml.ScalarNode:
    seen = visible(text)
    # A block whose empty lines at its end count would leave the file open behind it.
    open_ended = f"\n{seen}".endswith("\n\n")
    style = '"' if open_ended else "|" if "\n" in seen else None
    return writer.represent_scalar("tag:yaml.org,2002:str", seen, style)


_Writer.add_representer(str, _written)
_Writer.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"(?:~|null)?\Z", re.IGNORECASE), ["~", "n", "N", ""]
)


def yaml_text(fields: dict[str, Any], *, fold: bool = True) -> str:
    """The text of a YAML file with these fields, ending in a line break.

    Long texts are broken into lines unless `fold` is off.
    """
    return _dumped(fields, width=_LONGEST_LINE if fold else _ANY_LENGTH)


def scalar(text: str) -> str:
    """A single value as it stands behind the name of its field."""
    return _dumped({"x": text}).removeprefix("x: ").rstrip("\n")


def flow(value: Any) -> str:
    """A value in one line: «[a, b]», «{name: value}»."""
    return _dumped([value], default_flow_style=True).rstrip("\n")[1:-1]


def _dumped(value: Any, width: int = _ANY_LENGTH, default_flow_style: bool = False) -> str:
    return yaml.dump(
        value,
        Dumper=_Writer,
        allow_unicode=True,
        sort_keys=False,
        width=width,
        default_flow_style=default_flow_style,
    )
