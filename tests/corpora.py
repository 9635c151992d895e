"""Hostile input that somebody has collected: the files in the folder `UMO_CORPUS_DIR`.

A `.yml`, `.yaml` or `.json` file is one case for the reader of YAML; of any other file each line
is one payload. Without the folder the tests that ask for it are skipped, and the end of the run
says so.
"""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

YAML = frozenset({".yml", ".yaml", ".json"})
ABSENT = "no corpus: UMO_CORPUS_DIR names no folder"


def payloads() -> list[str]:
    """The lines of all files that are not YAML, each once, in their order."""
    texts = (path.read_bytes().decode("utf-8", errors="replace") for path in _files(yaml=False))
    found = dict.fromkeys(line for text in texts for line in text.splitlines() if line.strip())
    return list(found) or pytest.skip(ABSENT)


def yaml_texts() -> list[tuple[str, bytes]]:
    """The YAML files: their names and what is in them."""
    found = [(path.name, path.read_bytes()) for path in _files(yaml=True)]
    return found or pytest.skip(ABSENT)


def _files(*, yaml: bool) -> Iterator[Path]:
    folder = os.environ.get("UMO_CORPUS_DIR", "")
    if not folder or not Path(folder).is_dir():
        pytest.skip(ABSENT)
    for path in sorted(Path(folder).rglob("*")):
        if path.is_file() and (path.suffix in YAML) is yaml:
            yield path
