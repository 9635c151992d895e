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


_running: set[subprocess.Popen[bytes]] = set()


class PagefindFailedError(Exception):
    """Pagefind has made no index; the text says why."""


def make_index(copies: Path, target: Path, *, leading: bool) -> None:
    """Make the index of a folder of lean copies. Raises PagefindFailedError.

    The scripts come with the leading one only: whoever searches merges the others into it.
    """
    shutil.rmtree(target, ignore_errors=True)
    command = [_executable(), "--site", str(copies), "--output-path", str(target)]
    command += ["--root-selector", "body", "--force-language", "ru", "--silent"]
    failed, said = _run(command)
    if failed or not (target / ENTRY).is_file():
        raise PagefindFailedError(f"Pagefind не построил поиск: {said}")
    for name in _UNUSED if leading else (*_UNUSED, *_SCRIPTS):
        (target / name).unlink(missing_ok=True)
    settle(target)


def stop_all() -> None:
    """End every run under way: one whose folders go would wait for ever."""
    for process in tuple(_running):
        process.kill()


def _run(command: list[str]) -> tuple[bool, str]:
    """Run the program to its end; tell whether it failed, and what it said."""
    try:
        process = subprocess.Popen(  # noqa: S603
            command, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
        )
    except OSError as error:
        raise PagefindFailedError(f"Pagefind не запускается: {error}") from error
    _running.add(process)
    try:
        said, _ = process.communicate()
    finally:
        process.kill()
        _running.discard(process)
    return process.returncode != 0, said.decode(errors="replace").strip()


def _executable() -> str:
    """Where the binary lies."""
    import pagefind_bin  # type: ignore[import-untyped]

    return str(pagefind_bin.get_executable())
