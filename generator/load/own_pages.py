"""Hand-written pages and the files beside them: what no site should publish is a problem.

MkDocs reads these files, not this package; but it follows links out of the folder, publishes
whatever lies in it, and its parser takes any text. So they are held to the rules of records.
"""

import unicodedata
from collections.abc import Iterator
from pathlib import Path

from generator.load.beside import SIZE_LIMIT
from generator.load.files import irregular, printable, walk
from generator.load.layout import OWN_PAGES
from generator.load.reading import unfit_body
from generator.load.signatures import is_of, looks_like
from generator.models.vocabulary import FileType
from generator.models.vocabulary.files import why_not
from generator.problems import Place, Problem, codes, report
from generator.source import FrontMatter, read_text, split
from generator.source.tree import strict
from generator.values import file_size

MARKDOWN = frozenset({"md", "markdown", "mdown", "mkdn", "mkd"})
"""By these ends of names MkDocs knows a page."""
UNCHECKED = frozenset({"ico", "CNAME"})
"""Published as they are: a browser shows an icon, and GitHub reads the name of the site's host."""

_KINDS = frozenset(FileType)


def own_page_problems(content: Path) -> Iterator[Problem]:
    """Yield what is wrong with hand-written pages and the files beside them."""
    folder = content / OWN_PAGES
    if folder.is_symlink():
        yield report(codes.FILE_SPECIAL, Place(OWN_PAGES.rstrip("/")), what="символическая ссылка")
    elif folder.is_dir():
        yield from pages_problems(folder, OWN_PAGES)


def pages_problems(folder: Path, prefix: str) -> Iterator[Problem]:
    """Yield what is wrong in a folder that MkDocs publishes; problems call it by the prefix."""
    taken: dict[str, str] = {}
    for path, regular in walk(str(folder), prefix):
        file, place = folder / path.removeprefix(prefix), Place(printable(path))
        other = taken.setdefault(_one_name(path), path)
        if not regular:
            yield irregular(path)
        elif other != path:
            yield report(codes.FILE_SAME_ADDRESS, place, other=printable(other))
        elif _suffix(path) in MARKDOWN:
            yield from _of_page(file, place.path)
        else:
            yield from _of_file(file, place)


def _one_name(path: str) -> str:
    """What two files may not share where a file system tells no case, or no way of writing."""
    return unicodedata.normalize("NFC", path).casefold()


def _suffix(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[2]


def _of_page(file: Path, path: str) -> Iterator[Problem]:
    text, problems = read_text(file, path)
    yield from problems
    if not text.startswith("---\n"):
        yield from unfit_body(text, path, 1)
    elif isinstance(parts := split(text, path), FrontMatter):
        yield from strict(parts.fields, path, parts.fields_line).problems
        yield from unfit_body(parts.body, path, parts.body_line)
    else:
        yield parts


def _of_file(file: Path, place: Place) -> Iterator[Problem]:
    """Yield what is wrong with a file that is published as it is."""
    suffix = _suffix(place.path)
    if suffix in UNCHECKED:
        return
    suffix = suffix.lower()
    if suffix not in _KINDS:
        words = {"suffix": suffix, "advice": why_not(suffix, tuple(FileType))}
        yield report(codes.FILE_KIND, place, **words)
        return
    try:
        size = file.stat().st_size
        data = file.read_bytes() if size <= SIZE_LIMIT else b""
    except OSError:
        yield report(codes.FILE_UNREADABLE, place, reason="ошибка ввода-вывода")
        return
    if size > SIZE_LIMIT:
        words = {"size": file_size(size), "limit": file_size(SIZE_LIMIT)}
        yield report(codes.FILE_BESIDE_TOO_LARGE, place, **words)
    elif not is_of(data, FileType.read(suffix)):
        yield report(codes.FILE_NOT_AS_NAMED, place, suffix=suffix, found=looks_like(data))
