"""Tables as offices keep them, and calls of the command on them."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import openpyxl
from demonstration import Run, called

TODAY = "2026-11-21"
HEAD = ["№ п/п", "Ф.И.О. педагога", "Дата рождения", "Стаж", "Кв. категория"]
CATEGORIES = ["высшая", "1 кв.кат.", "б/к", "Вторая категория", "соответствие"]

Table = list[list[Any]]


def teachers(number: int) -> Table:
    """Rows of so many people, each with a name and a birth date of its own."""
    return [
        [
            n + 1,
            f"Тайнова{'абвгдежзик'[n % 10]} Анна {n}-на",
            f"12.03.{1960 + n % 40}",
            f"{n % 35} лет",
            CATEGORIES[n % len(CATEGORIES)],
        ]
        for n in range(number)
    ]


def xlsx(path: Path, rows: Table) -> Path:
    """Save rows as Excel does."""
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(path)
    return path


def csv_bytes(rows: Table, separator: str = ";", encoding: str = "utf-8") -> bytes:
    """Rows as CSV."""
    text = io.StringIO()
    csv.writer(text, delimiter=separator).writerows(rows)
    return text.getvalue().encode(encoding)


def project(folder: Path) -> Path:
    """A repository beside which tables may lie."""
    (folder / "repository" / "content").mkdir(parents=True)
    (folder / "repository" / ".git").mkdir()
    return folder / "repository"


def databank(folder: Path, file: Path, *words: str) -> Run:
    """Call the command in a repository."""
    return called("databank", str(file), "--today", TODAY, *words, folder=folder)


def counts(said: str) -> list[int]:
    """All numbers of people that a summary in YAML has, its total among them."""
    return [int(number) for number in re.findall(r"\b(?:people|total): (\d+)", said)]
