"""Values as YAML that the strict reader takes back to the letter."""

import re
from typing import Any

import yaml

from generator.drafting.visible import visible
from generator.models import Record

_LONGEST_LINE = 100


class _Writer(yaml.SafeDumper):
    """Writes as people do: lists indented, a long text in a block, quotes only where needed.

    The reader takes every scalar as a text, so nothing but an empty value has to be told from one.
    """

    yaml_implicit_resolvers: dict[str, list[tuple[str, re.Pattern[str]]]] = {}  # noqa: RUF012

    def increase_indent(self, flow: bool = False, indentless: bool = False) -> None:
        """Indent the points of a list under its name."""
        super().increase_indent(flow, False)

    def ignore_aliases(self, data: Any) -> bool:
        """Write a value out wherever it stands: the reader takes no anchors."""
        return True


def _written(writer: _Writer, text: str) -> yaml.ScalarNode:
    seen = visible(text)
    style = "|" if "\n" in seen else None
    return writer.represent_scalar("tag:yaml.org,2002:str", seen, style)


_Writer.add_representer(str, _written)
_Writer.add_implicit_resolver(
    "tag:yaml.org,2002:null", re.compile(r"(?:~|null)?\Z", re.IGNORECASE), ["~", "n", "N", ""]
)


def yaml_text(fields: dict[str, Any]) -> str:
    """The text of a YAML file with these fields, ending in a line break; all scalars are texts."""
    return yaml.dump(
        fields, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=_LONGEST_LINE
    )


def plain(part: Record) -> dict[str, Any]:
    """A part of a record as fields for another: all that it says, each value a text."""
    fields: dict[str, Any] = part.model_dump(by_alias=True, exclude_none=True)
    return {name: str(value) for name, value in fields.items()}
