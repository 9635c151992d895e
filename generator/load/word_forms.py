"""The office's own templates of Word files: bytes, read anew in every run, and judged elsewhere."""

import hashlib
from pathlib import Path

from generator.load.layout import WORD, WORD_FORMS
from generator.problems import Place, Problem, codes, report
from generator.values import file_size

SIZE_LIMIT = 3 * 1024 * 1024
"""Bytes: the template goes into every file of its form."""

WordForms = dict[str, bytes]
"""The templates by their forms."""


def word_form_path(form: str) -> str:
    """Where the template of a form lies in the content folder."""
    return f"{WORD}{form}.docx"


def read_word_forms(content: Path) -> tuple[WordForms, list[Problem]]:
    """Read the templates that are there, and say which of them cannot be read."""
    forms: WordForms = {}
    problems: list[Problem] = []
    for form in WORD_FORMS:
        path = word_form_path(form)
        file = content / path
        if not file.is_file() or file.is_symlink():
            continue  # what is no regular file the survey of the folder has told
        found = _read(file, path)
        if isinstance(found, Problem):
            problems.append(found)
        else:
            forms[form] = found
    return forms, problems


def digests_of(forms: WordForms) -> dict[str, bytes]:
    """By what the templates are told apart."""
    return {form: hashlib.sha256(data).digest() for form, data in forms.items()}


def _read(file: Path, path: str) -> bytes | Problem:
    try:
        data = file.read_bytes() if file.stat().st_size <= SIZE_LIMIT else None
    except OSError:
        return report(codes.FILE_UNREADABLE, Place(path), reason="ошибка ввода-вывода")
    if data is None:
        words = {"size": file_size(file.stat().st_size), "limit": file_size(SIZE_LIMIT)}
        return report(codes.WORD_TOO_LARGE, Place(path), **words)
    return data
