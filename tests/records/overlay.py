"""Makes a content folder: the base, with the files of a case laid over it.

A file of a case replaces the one of the base or stands beside it. A last suffix says more:
`.delete` removes a file, `.cp1251`, `.koi8-r`, `.cp866`, `.utf-16`, `.utf-16-le` and
`.utf-8-sig` encode it, `.crlf` ends its lines as Windows does, `.escaped` has \\u200b for what
nobody could see here, `.symlink` holds the target of a link, `.size` a number of bytes.
"""

import re
import shutil
from pathlib import Path

HERE = Path(__file__).parent
BASE = HERE / "base"
ENCODINGS = (".cp1251", ".cp866", ".koi8-r", ".utf-16", ".utf-16-le", ".utf-8-sig")
NOT_CONTENT = ("expected.txt",)


def make(folder: Path, case: Path | None = None) -> Path:
    """Copy the base to `folder` and lay a case over it."""
    shutil.copytree(BASE, folder)
    for source in sorted(case.rglob("*")) if case else ():
        name = source.relative_to(case or source).as_posix()
        if source.is_file() and name not in NOT_CONTENT:
            _lay(source, folder / name)
    return folder


def _lay(source: Path, target: Path) -> None:
    """Put one file of a case where it belongs."""
    bare = target.with_suffix("")
    bare.parent.mkdir(parents=True, exist_ok=True)
    match target.suffix:
        case ".delete":
            bare.unlink()
        case ".symlink":
            bare.unlink(missing_ok=True)
            bare.symlink_to(source.read_text("utf-8").strip())
        case ".size":
            bare.write_bytes(b"# \n" * (int(source.read_text("utf-8")) // 3))
        case ".crlf":
            bare.write_bytes(source.read_bytes().replace(b"\n", b"\r\n"))
        case ".escaped":
            text = source.read_text("utf-8")
            shown = re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
            bare.write_bytes(shown.encode("utf-8"))
        case suffix if suffix in ENCODINGS:
            bare.write_bytes(source.read_text("utf-8").encode(suffix[1:]))
        case _:
            target.write_bytes(source.read_bytes())
