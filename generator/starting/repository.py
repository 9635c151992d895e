"""A new site's repository as files; a folder in which anything stands is left as it is."""

import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

import jinja2

from generator import __version__
from generator.records.issue_forms import issue_forms
from generator.schemas import EDITOR_FOLDER, editor_settings, schema_files
from generator.shipped import GUIDE, PERSONAL_DATA
from generator.source.yaml_text import flow
from generator.starting.content import content_files
from generator.starting.start import Start

SKELETON = Path(__file__).parent / "skeleton"
_DOT, _TEMPLATE = "dot-", ".jinja"
"""How a name in the skeleton begins that begins with a dot; how a file to be filled in ends."""
ISSUES = ".github/ISSUE_TEMPLATE"
"""Where GitHub looks for the forms of issues."""
_OWN = frozenset((".git",))
"""What may stand in a folder that counts as empty."""


class NotEmptyError(Exception):
    """The folder holds something already."""


def files_of(start: Start) -> dict[str, bytes]:
    """The files of a repository by their paths."""
    found = {f"content/{path}": text.encode() for path, text in content_files(start)}
    # The one page of the guide that each office adapts: it is theirs from the beginning.
    found[f"content/pages/{PERSONAL_DATA}"] = (GUIDE.parent / PERSONAL_DATA).read_bytes()
    found[".vscode/settings.json"] = editor_settings("content", EDITOR_FOLDER).encode()
    found |= {f"{EDITOR_FOLDER}/{name}": text.encode() for name, text in schema_files().items()}
    found |= {f"{ISSUES}/{name}": text.encode() for name, text in issue_forms().items()}
    return found | dict(_skeleton(start))


def put_into(folder: Path, files: dict[str, bytes]) -> None:
    """Write files into a folder that is not there yet or empty. Raises NotEmptyError, OSError.

    They are written aside, so that a disk that is full leaves nothing half begun.
    """
    there = folder.exists()
    if there and {path.name for path in folder.iterdir()} - _OWN:
        raise NotEmptyError
    home = folder if there else folder.absolute().parent
    home.mkdir(parents=True, exist_ok=True)
    aside = home / f".umo-{secrets.token_hex(6)}"
    try:
        for name, data in sorted(files.items()):
            path = aside / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        if there:  # somebody may be in it: it cannot be replaced
            for path in sorted(aside.iterdir()):
                path.rename(folder / path.name)
        else:
            aside.rename(folder)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _skeleton(start: Start) -> Iterator[tuple[str, bytes]]:
    environment = jinja2.Environment(
        undefined=jinja2.StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        lstrip_blocks=True,
        autoescape=False,  # noqa: S701  # no HTML: values stand in YAML, as YAML
    )
    environment.filters["yaml"] = flow
    for path in sorted(SKELETON.rglob("*")):
        if not path.is_file():
            continue
        name, data = _named(path.relative_to(SKELETON)), path.read_bytes()
        if name.endswith(_TEMPLATE):
            template = environment.from_string(data.decode())
            data = template.render(start=start, version=__version__).encode()
        yield name.removesuffix(_TEMPLATE), data


def _named(path: Path) -> str:
    parts = (
        f".{part.removeprefix(_DOT)}" if part.startswith(_DOT) else part for part in path.parts
    )
    return PurePosixPath(*parts).as_posix()
