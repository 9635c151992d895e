"""Pagefind, the program that makes the index; its package brings it as a binary.

What it makes for a folder of copies: the index in pieces of some kilobytes, a fragment for each
page, and the scripts that search in the browser.
"""

import shutil
import subprocess
from pathlib import Path

from generator.search.settled import ENTRY, settle

PROGRAM = "pagefind.js"
WORKER = "pagefind-worker.js"
_UNUSED = (
    "pagefind-component-ui.css",
    "pagefind-component-ui.js",
    "pagefind-highlight.js",
    "pagefind-modular-ui.css",
    "pagefind-modular-ui.js",
    "pagefind-ui.css",
    "pagefind-ui.js",
    "wasm.unknown.pagefind",
)
"""Interfaces of its own (ours is search.js), and what is for pages without a language."""
_SCRIPTS = (PROGRAM, WORKER, "wasm.ru.pagefind")


class PagefindFailedError(Exception):
    """Pagefind has made no index; the text says why."""


def make_index(copies: Path, target: Path, *, leading: bool) -> None:
    """Make the index of a folder of lean copies. Raises PagefindFailedError.

    The scripts come with the leading one only: whoever searches merges the others into it.
    """
    shutil.rmtree(target, ignore_errors=True)
    command = [_executable(), "--site", str(copies), "--output-path", str(target)]
    command += ["--root-selector", "body", "--force-language", "ru", "--silent"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    except OSError as error:
        raise PagefindFailedError(f"Pagefind не запускается: {error}") from error
    if done.returncode or not (target / ENTRY).is_file():
        reason = (done.stderr or done.stdout).strip()
        raise PagefindFailedError(f"Pagefind не построил поиск: {reason}")
    for name in _UNUSED if leading else (*_UNUSED, *_SCRIPTS):
        (target / name).unlink(missing_ok=True)
    settle(target)


def _executable() -> str:
    """Where the binary lies."""
    import pagefind_bin  # type: ignore[import-untyped]

    return str(pagefind_bin.get_executable())
