"""The two content folders of a change, read and checked for the same day."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path

from generator.archive import Archive
from generator.changes.folder import Folder
from generator.changes.lasting import dying, standing
from generator.changes.norms import Altered, altered
from generator.edition import Edition, examined
from generator.pages import Context
from generator.problems import Problem, codes


@dataclass(frozen=True)
class Side:
    """A content folder; without a context where its records are not in order."""

    folder: Folder
    edition: Edition
    context: Context | None

    @property
    def archive(self) -> Archive | None:
        """The records, where they are in order; addresses are asked about apart."""
        return self.context.archive if self.context else None


@dataclass(frozen=True)
class Sides:
    """The records before a change and now."""

    before: Side
    now: Side

    @cached_property
    def altered(self) -> tuple[Altered, ...] | None:
        """The findings that are other ones now; None where one of the sides has none."""
        before, now = self.before.archive, self.now.archive
        if before is None or now is None:
            return None
        return tuple(altered(before, now, self.now.edition.day))

    @cached_property
    def dying(self) -> tuple[Problem, ...] | None:
        """The published addresses that lead nowhere; None where that cannot be told."""
        before, context = self.before.context, self.now.context
        if context is None:
            return None
        lines = standing(self.before.edition, before) if before else ()
        return tuple(dying(lines, self.now.edition, context))

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What `umo check` says; addresses that lead nowhere are told by `dying`."""
        apart = codes.ADDRESS_GONE.code if self.dying else ""
        return tuple(one for one in self.now.edition.problems if one.code != apart)

    @property
    def is_first(self) -> bool:
        """Tell whether there was no content folder before."""
        return not self.before.folder.content.is_dir()


def both_sides(before: Path, content: Path, day: date) -> Sides:
    """Read the records before a change and now."""
    return Sides(*(Side(Folder(one), *examined(one, day)) for one in (before, content)))
