"""Where the values of a file stand: looked up when the first place is asked for."""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property

from generator.problems import Place

Path = tuple[str | int, ...]
Spot = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Spots:
    """The line and the column, from 1, of each key and of each value."""

    keys: dict[Path, Spot] = field(default_factory=dict)
    values: dict[Path, Spot] = field(default_factory=dict)


class Marks:
    """Where each value and its key stand.

    A good file is read without its spots. `look_up` reads it once more, when somebody asks.
    """

    def __init__(self, look_up: Callable[[], Spots]) -> None:
        self._look_up = look_up

    @cached_property
    def spots(self) -> Spots:
        """All spots of the file."""
        return self._look_up()

    @property
    def keys(self) -> dict[Path, Spot]:
        """The spot of each field's name, by the path of the field."""
        return self.spots.keys

    @property
    def values(self) -> dict[Path, Spot]:
        """The spot of each value, by its path."""
        return self.spots.values

    def place(self, file: str, path: Path, *, key: bool = False) -> Place:
        """The spot of a value (or of its key), or of the nearest part around it."""
        spot: Path = ()
        for step in path:
            # A short form stands for parts that are not written: their names are passed over.
            spot = (*spot, step) if (*spot, step) in self.values else spot
        table = self.keys if key and spot[-1:] == path[-1:] else self.values
        return Place(file, *table.get(spot, (1, 1)))
