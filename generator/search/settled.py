"""The same bytes twice: Pagefind lists the values of its filters in an order of chance.

Its files are CBOR (RFC 8949) behind a mark, zipped, under names made of their contents. Here the
values and the filters come into their order, the files get names that follow from that, and what
names them follows. All else that Pagefind makes is the same each time.
"""

import gzip
import hashlib
import json
from pathlib import Path
from typing import Any

import cbor2

ENTRY = "pagefind-entry.json"
_MARK = b"pagefind_dcd"
_FILTERS = 3
"""The place of the filters in the head of an index: pairs of name and file."""


def settle(index: Path) -> None:
    """Bring the filters of an index into their order."""
    entry = json.loads((index / ENTRY).read_bytes())
    for language, about in entry["languages"].items():
        head = _read(index / f"pagefind.{about['hash']}.pf_meta")
        names = {name: _settled(index / "filter", name, language) for _, name in head[_FILTERS]}
        head[_FILTERS] = sorted([title, names[name]] for title, name in head[_FILTERS])
        about["hash"] = _replace(
            index / f"pagefind.{about['hash']}.pf_meta", "pagefind.{}.pf_meta", head, language
        )
    (index / ENTRY).write_text(
        json.dumps(entry, ensure_ascii=False, separators=(",", ":")), "utf-8"
    )


def _settled(folder: Path, name: str, language: str) -> str:
    """Sort the values of a filter; give its new name."""
    title, values = _read(folder / f"{name}.pf_filter")
    return _replace(folder / f"{name}.pf_filter", "{}.pf_filter", [title, sorted(values)], language)


def _read(file: Path) -> Any:
    return cbor2.loads(gzip.decompress(file.read_bytes()).removeprefix(_MARK))


def _replace(file: Path, pattern: str, value: Any, language: str) -> str:
    """Write a value instead of a file; give the name that follows from its contents."""
    data = gzip.compress(_MARK + cbor2.dumps(value), mtime=0)
    name = f"{language}_{hashlib.blake2b(data, digest_size=5).hexdigest()}"
    file.unlink()
    file.with_name(pattern.format(name)).write_bytes(data)
    return name
