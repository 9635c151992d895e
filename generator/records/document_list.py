"""One more document in a year's `documents.yml`: what stands there already is not touched."""

import codecs
import re
import textwrap
from pathlib import Path

from generator.file_trouble import reason
from generator.load.files import address
from generator.problems import has_errors
from generator.records.creation import create
from generator.records.refusal import RecordRefusedError
from generator.source import Tree, parse, read_text
from generator.whole_files import write_whole

LIST = "documents"
_POINT = re.compile(r"^( *)- ?")
_EMPTY = re.compile(rf"^{LIST}:[ \t]*(?:\[[ \t]*\]|~|null)?(?=[ \t]*(?:#|$))", re.MULTILINE)


def add_document(file: Path, entry: str) -> Path:
    """Put a document, written as a record of its own, behind the others of a file.

    A file that is not there begins with it. One of another shape than a list with «-» is refused,
    with the text that somebody may put in by hand.
    """
    if not file.exists() and not file.is_symlink():
        return create(file, f"{LIST}:\n{_as_point(entry, '  ')}")
    text, problems = read_text(file, file.name)
    tree = parse(text, file.name)
    if has_errors(problems) or has_errors(tree.problems):
        raise RecordRefusedError(f"файл {file} с ошибками, сначала исправьте их: umo check {file}")
    longer = _longer(text, tree, entry)
    if longer is None or not _holds_both(longer, tree, entry):
        raise RecordRefusedError(
            f"список в {file} записан так, что дополнить его может только человек. "
            f"Впишите в него:\n{_as_point(entry, '  ')}"
        )
    _replace(file, text, longer)
    return file


def list_file(content: Path, path: str) -> Path:
    """The file of a list: as it is spelled in the folder, where it is there already."""
    file = content / path
    if file.parent.is_dir():
        for other in sorted(file.parent.iterdir()):
            if address(other.name) == address(file.name):
                return other
    return file


def _longer(text: str, tree: Tree, entry: str) -> str | None:
    """The text with one point more; None where its list has another form."""
    rows = tree.value.get(LIST)
    if not rows:
        emptied, found = _EMPTY.subn(f"{LIST}:", text, count=1)
        if not found and LIST in tree.value:
            return None
        bare = emptied if found else f"{text}{_gap(text)}{LIST}:\n"
        return f"{bare}{_gap(bare)}{_as_point(entry, '  ')}"
    if not isinstance(rows, list):
        return None
    line, _ = tree.marks.values[(LIST, len(rows) - 1)]
    lines = text.split("\n")
    above = (_POINT.match(lines[at]) for at in range(line - 1, -1, -1))
    indent = next((found[1] for found in above if found), None)
    return None if indent is None else f"{text}{_gap(text)}{_as_point(entry, indent)}"


def _gap(text: str) -> str:
    return "" if text.endswith("\n") or not text else "\n"


def _as_point(entry: str, indent: str) -> str:
    """A record's text as a point of a list."""
    inner = textwrap.indent(entry, f"{indent}  ")
    return f"{indent}- {inner.lstrip(' ')}"


def _holds_both(longer: str, before: Tree, entry: str) -> bool:
    """Tell whether a longer text says what the file said, and the new document behind it."""
    after = parse(longer, "")
    rows = [*(before.value.get(LIST) or ()), parse(entry, "").value]
    return not has_errors(after.problems) and after.value == before.value | {LIST: rows}


def _replace(file: Path, text: str, longer: str) -> None:
    """Put a longer text in the place of a file, in one step; its bytes, line ends and mark stay."""
    try:
        old = file.read_bytes()
        ends = "\r\n" if b"\r\n" in old else "\n"
        mark = codecs.BOM_UTF8 if old.startswith(codecs.BOM_UTF8) else b""
        if longer.startswith(text):
            data = old + longer.removeprefix(text).replace("\n", ends).encode()
        else:
            data = mark + longer.replace("\n", ends).encode()
        write_whole(file, data)
    except OSError as error:
        raise RecordRefusedError(f"файл {file} не записать: {reason(error)}") from None
