"""What MkDocs' part of a site hangs on besides the records: settings, theme, hand-written pages."""

import hashlib
import importlib.metadata
import importlib.util
import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

FACT = "outside"
"""The fact that stands for all of it."""

_NAMED = re.compile(rb"!ENV\s+(?:\[([^\]]*)\]|([A-Za-z_][A-Za-z0-9_]*))")
_NAME = re.compile(rb"[A-Za-z_][A-Za-z0-9_]*")
_REACHES_FURTHER = re.compile(rb"^\s*(?:INHERIT|hooks)\s*:", re.MULTILINE)


def outside(config_file: Path, settings: Mapping[str, Any]) -> str:
    """The state of everything outside, in one word. Empty where it cannot be told."""
    try:
        text = config_file.read_bytes()
    except OSError:
        return ""
    if _REACHES_FURTHER.search(text):
        return ""
    digest = hashlib.blake2b(text, digest_size=16)
    states = [(name, os.environ.get(name)) for name in sorted(_variables(text))]
    for folder in settings.get("watched", ()):
        states += _files(Path(folder))
    digest.update(repr((states, sorted(settings.items()), _libraries())).encode())
    return digest.hexdigest()


def _variables(text: bytes) -> Iterator[str]:
    """The variables of the environment that the settings name."""
    yield "SOURCE_DATE_EPOCH"
    for several, one in _NAMED.findall(text):
        yield from (name.decode() for name in _NAME.findall(several or one))


def _files(folder: Path) -> Iterator[tuple[str, Any]]:
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found = path.stat()
            yield str(path), (found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino)


def _libraries() -> tuple[str, str, int]:
    """MkDocs, its theme, and whether anything was installed beside them."""
    found = importlib.util.find_spec("mkdocs")
    beside = Path(found.origin).parents[1] if found and found.origin else Path()
    versions = (importlib.metadata.version(name) for name in ("mkdocs", "mkdocs-material"))
    return (*versions, beside.stat().st_mtime_ns)  # type: ignore[return-value]
