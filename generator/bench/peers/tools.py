"""The tools of the other builders, in folders of their own: nothing of ours is touched."""

import hashlib
import os
import shutil
import subprocess
import sys
import venv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from generator.bench.peers.files import HERE, remove

_LOCKS = HERE / "locks"


@dataclass(frozen=True, slots=True)
class Venv:
    """A Python environment of the peers, or why there is none."""

    folder: Path
    failed: str | None = None

    def program(self, name: str) -> str:
        """The way to one of its programs."""
        room = "Scripts" if os.name == "nt" else "bin"
        return str(self.folder / room / name)

    def version(self, package: str) -> str:
        """The version of an installed package."""
        said = _run([self.program("python"), "-m", "pip", "show", package])
        return next(line[9:] for line in said.splitlines() if line.startswith("Version: "))


@cache
def peers_venv(workspace: Path, name: str) -> Venv:
    """An environment of the peers, made from its lock file when it is not there or out of date."""
    lock = _LOCKS / f"{name}.txt"
    home = Venv((workspace / "venv" / name).resolve())
    state = hashlib.sha256(lock.read_bytes()).hexdigest()
    stamp = home.folder / "stamp"
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == state:
        return home
    try:
        venv.create(home.folder, with_pip=True, clear=True)
        _run([home.program("python"), *_INSTALL, str(lock)])
    except (OSError, subprocess.CalledProcessError) as error:
        return Venv(home.folder, _last_words(error))
    stamp.write_text(state, encoding="utf-8")
    return home


_INSTALL = (
    *("-m", "pip", "--quiet", "--disable-pip-version-check", "install"),
    *("--only-binary=:all:", "--require-hashes", "-r"),
)


def npm_install(home: Path) -> str | None:
    """Install the locked npm packages of a folder once, or say why it did not work."""
    npm = shutil.which("npm")
    if npm is None or shutil.which("node") is None:
        return "нет Node.js или npm"
    lock = home / "package-lock.json"
    stamp = home / "node_modules" / ".stamp"
    state = hashlib.sha256(lock.read_bytes()).hexdigest()
    if stamp.is_file() and stamp.read_text(encoding="utf-8") == state:
        return None
    try:
        _run([npm, "ci", "--no-audit", "--no-fund", "--ignore-scripts"], home)
    except (OSError, subprocess.CalledProcessError) as error:
        remove(home / "node_modules")
        return _last_words(error)
    stamp.write_text(state, encoding="utf-8")
    return None


def said_by(words: list[str]) -> str:
    """What a program prints."""
    return _run(words).strip()


def _run(words: list[str], folder: Path | None = None) -> str:
    done = subprocess.run(  # noqa: S603 - programs that we installed
        words, cwd=folder, capture_output=True, text=True, check=True
    )
    return done.stdout


def _last_words(error: Exception) -> str:
    said = error.stderr if isinstance(error, subprocess.CalledProcessError) else str(error)
    lines = [line for line in said.splitlines() if line.strip()]
    return f"не установлен: {lines[-1].strip() if lines else error}"


def own_program(name: str) -> str:
    """A program of the environment that runs this one."""
    return str(Path(sys.executable).with_name(name))
