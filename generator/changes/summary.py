"""What a change does, in Russian and in Markdown, for the summary of a job on GitHub."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from generator.changes.compare import Changes, compare
from generator.changes.folder import Folder
from generator.changes.lasting import UNLISTED
from generator.changes.markdown import Markdown, code, render, text
from generator.changes.names import name_of
from generator.changes.norms import Altered
from generator.changes.sides import Sides
from generator.load import Entry
from generator.load.layout import PUBLISHED
from generator.models import Record
from generator.problems import Problem, Severity
from generator.values import count

_POINT = re.compile(r"^п\.\s*")
Parts = list[tuple[str, list[Markdown]]]
"""Headings, each with its lines; none is empty."""


def summary(sides: Sides, shown: str, site: str = "") -> str:
    """Tell what a change does: first what must be mended, then what would be lost, then the rest.

    `shown` is the content folder as paths name it; `site` is the address of the site, ending with
    «/», for links to its guide.
    """
    told = _Told(sides, compare(sides.before.folder, sides.now.folder), f"{shown}/")
    errors = sum(one.severity is Severity.ERROR for one in sides.now.edition.problems)
    return render(
        "summary.md.j2",
        sides=sides,
        site=site,
        errors=count(errors, "ошибка", "ошибки", "ошибок") if errors else "",
        lost=list(told.lost()),
        problems=list(told.problems()),
        records=told.records(),
        files=told.files(),
        norms=list(told.norms()),
        pardons=list(told.pardons()),
    )


@dataclass(frozen=True)
class _Told:
    """The parts of a summary. `prefix` stands before every path."""

    sides: Sides
    changes: Changes
    prefix: str

    def lost(self) -> Iterator[Markdown]:
        """Yield what would be gone: records, what stood in them, files, addresses."""
        before, now = self.sides.before.folder, self.sides.now.folder
        for entry in self.changes.removed:
            yield Markdown(f"удалена запись: {self._named(entry, before)}")
        for one in self.changes.edited:
            if one.overwritten:
                was = text(name_of(one.before, before))
                words = f"затёрта запись: было — {was}, стало — {self._named(one.now, now)}"
                yield Markdown(words)
        for path in self.changes.files_removed:
            yield Markdown(f"удалён файл: {self._path(path)}")
        for problem in self.sides.dying or ():
            unlisted = problem.place.line == UNLISTED
            more = (
                f" Такой строки в {self._path(PUBLISHED)} ещё нет: впишите её." if unlisted else ""
            )
            yield Markdown(f"{text(problem.message)}. {text(problem.hint)}{more}")

    def pardons(self) -> Iterator[Markdown]:
        """Yield what is newly marked as a false alarm, with the reason and who says so."""
        before = set(self.sides.before.edition.pardons)
        for one in self.sides.now.edition.pardons:
            if one not in before:
                said = text(f"«{one.text}» — {one.reason} ({one.by})")
                yield Markdown(f"помечено как ложная тревога: {said} — {self._path(one.file)}")

    def problems(self) -> Iterator[tuple[str, list[Problem]]]:
        """Yield each file that has problems, with all of them."""
        found = sorted(self.sides.problems)
        for path, problems in groupby(found, key=lambda one: one.place.path):
            yield f"{self.prefix}{path}", list(problems)

    def records(self) -> Parts:
        """The records that are new, other ones or elsewhere."""
        changes, now = self.changes, self.sides.now.folder
        return _filled(
            ("Добавлены", (self._named(one, now) for one in changes.added)),
            (
                "Изменены",
                (
                    Markdown(f"{self._named(one.now, now)}: {text(', '.join(one.fields))}")
                    for one in changes.edited
                ),
            ),
            (
                "Переехали",
                (
                    Markdown(f"{self._named(one.now, now)}, раньше {self._path(one.before.path)}")
                    for one in changes.moved
                ),
            ),
            ("Переписаны, но говорят то же", map(self._path, changes.reworded)),
            ("Не сравнить, пока в записи ошибки", map(self._path, changes.unread)),
        )

    def files(self) -> Parts:
        """The files beside records and the hand-written pages that are new or other ones."""
        return _filled(
            ("Добавлены", map(self._path, self.changes.files_added)),
            ("Заменены", map(self._path, self.changes.files_changed)),
        )

    def norms(self) -> Iterator[tuple[str, list[Markdown]]]:
        """Yield each year of an association whose findings change, with all that do."""
        found = self.sides.altered or ()
        for (body, year), rows in groupby(found, key=lambda one: (one.association, one.year)):
            name = self.sides.now.folder.body_name(body)
            yield f"{name}, {year.title} учебный год", list(map(_norm, rows))

    def _named(self, entry: Entry[Record], folder: Folder) -> Markdown:
        return Markdown(f"{text(name_of(entry, folder))} — {self._path(entry.path)}")

    def _path(self, path: str) -> Markdown:
        return code(f"{self.prefix}{path}")


def _filled(*parts: tuple[str, Iterable[Markdown]]) -> Parts:
    told = ((heading, list(lines)) for heading, lines in parts)
    return [(heading, lines) for heading, lines in told if lines]


def _norm(one: Altered) -> Markdown:
    """«норма 4.4 (Число заседаний): было — ожидается, стало — выполнено»."""
    clause = f" {text(_POINT.sub('', one.clause))}" if one.clause else ""
    about = text(": ".join(part for part in (one.norm.label, one.subject) if part))
    return Markdown(f"норма{clause} ({about}): {_turn(one)}")


def _turn(one: Altered) -> str:
    if one.before and one.now:
        return f"было — {one.before.label}, стало — {one.now.label}"
    if one.now:
        return f"появилось — {one.now.label}"
    return f"было — {one.before.label}, больше не проверяется" if one.before else ""
