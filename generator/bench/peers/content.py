"""Content files of Hugo and Eleventy: a page's facts in YAML, then its Markdown."""

import re

from generator.bench.facts import RecordPage
from generator.bench.records.frame import Fields
from generator.bench.records.yaml_text import yaml_text
from generator.bench.shell import Shell

_LINE = re.compile(r"\[\[line:(.+?)::(.+?)\]\]")


def record_file(page: RecordPage, head: Fields, text: str) -> str:
    """A record's page: the builder's own settings, what every page has, the facts."""
    return _file(
        {**head, **_head(page.title, page.description, page.root, page.source)}, page, text
    )


def plain_file(address: str, body: str, head: Fields) -> str:
    """A page that is not a record's, with its body ready."""
    title = address.rstrip("/").rpartition("/")[2] or "Главная"
    root = "../" * address.count("/") or "./"
    return _file({**head, **_head(title, "", root, "")}, None, f"{body.strip()}\n")


def with_contents(template: str, shell: Shell) -> str:
    """A template whose lines of contents are written as our shell has them."""
    return _LINE.sub(
        lambda found: shell.item.replace("[[id]]", found[1]).replace("[[name]]", found[2]),
        template,
    )


def _head(title: str, description: str, root: str, source: str) -> Fields:
    return {"title": title, "description": description, "root": root, "source": source}


def _file(head: Fields, page: RecordPage | None, text: str) -> str:
    fields = head | ({"facts": page.brief} if page else {})
    return f"---\n{yaml_text(fields)}---\n{text}"
