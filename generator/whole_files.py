"""Files written whole: whoever looks finds the former bytes or the new ones, never half of them."""

import contextlib
import os
import secrets
from collections.abc import Callable
from pathlib import Path

_MODE = 0o666
"""What a new file allows, less what the user's umask takes away."""


def write_whole(path: Path, data: bytes) -> None:
    """Write a file in one step, whether it is there or not; its folder must be there.

    A file that is replaced keeps what it allowed to whom; a symbolic link is replaced, not
    followed. Raises OSError, and the former file is then as it was.
    """
    _put(path, data, os.replace)


def create_whole(path: Path, data: bytes) -> None:
    """Write a file that is not there yet, in one step. Raises FileExistsError and other OSError."""
    _put(path, data, _name)


def _put(path: Path, data: bytes, take: Callable[[Path, Path], None]) -> None:
    """Write beside, and let the file take its name once its bytes lie on the disk."""
    # A short name of its own: the file's may be as long as the file system allows.
    new = path.with_name(f".umo-{secrets.token_hex(6)}")
    try:
        with open(os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE), "wb") as file:  # noqa: PTH123
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        with contextlib.suppress(FileNotFoundError):
            new.chmod(path.lstat().st_mode & 0o777) if not path.is_symlink() else None
        take(new, path)
    except BaseException as error:
        with contextlib.suppress(OSError):
            new.unlink(missing_ok=True)
        if isinstance(error, OSError):
            # What a person is told is the file that could not be written.
            error.filename, error.filename2 = str(path), None
        raise


def _name(new: Path, path: Path) -> None:
    """Give a file a name that is free."""
    try:
        os.link(new, path, follow_symlinks=False)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links: the name is claimed first
        path.open("xb").close()
        new.replace(path)
    else:
        new.unlink()
