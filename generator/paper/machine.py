"""The browser that is on this machine."""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from generator.paper.failure import BrowserMissingError

CHOICE = "UMO_BROWSER"
"""The variable that names a browser; it goes before everything else."""

_NAMES = (
    "chromium",
    "google-chrome",
    "google-chrome-stable",
    "chrome",
    "msedge",
    "microsoft-edge",
    "microsoft-edge-stable",
    "chromium-browser",  # last: on Ubuntu a stub that wants snap
)
_MAC_APPS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
_WINDOWS_FOLDERS = ("PROGRAMFILES", "PROGRAMFILES(X86)", "LOCALAPPDATA")
_WINDOWS_PROGRAMS = (
    "Google/Chrome/Application/chrome.exe",
    "Chromium/Application/chrome.exe",
    "Microsoft/Edge/Application/msedge.exe",
)
_PATIENCE = 60
"""Seconds for a browser to tell its version."""


def find_browser() -> str:
    """The path of a Chromium, Chrome or Edge. Raises BrowserMissingError."""
    chosen = os.environ.get(CHOICE)
    if chosen:
        if _works(Path(chosen)):
            return chosen
        raise BrowserMissingError(
            f"переменная {CHOICE} называет «{chosen}», а это не браузер, который запускается"
        )
    for candidate in _candidates():
        if _works(candidate):
            return str(candidate)
    raise BrowserMissingError(
        "нет браузера: установите Chromium, Chrome или Edge"
        f" или назовите его программу в переменной {CHOICE}"
    )


def _candidates() -> Iterator[Path]:
    for name in _NAMES:
        found = shutil.which(name)
        if found:
            yield Path(found)
    if sys.platform == "darwin":
        for applications in (Path("/Applications"), Path.home() / "Applications"):
            yield from (applications / app for app in _MAC_APPS)
    if sys.platform == "win32":
        for variable in _WINDOWS_FOLDERS:
            folder = os.environ.get(variable)
            if folder:
                yield from (Path(folder) / program for program in _WINDOWS_PROGRAMS)


def _works(path: Path) -> bool:
    if not path.is_file():
        return False
    if sys.platform == "win32":
        return True  # there --version opens a window
    try:
        asked = subprocess.run(  # noqa: S603 - a browser that the user has installed or named
            [path, "--version"], capture_output=True, timeout=_PATIENCE, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return False
    return asked.returncode == 0
