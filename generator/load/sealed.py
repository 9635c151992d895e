"""Contents put away as bytes: small, and opened when somebody wants them."""

import io
import pickle
from collections.abc import Iterator
from datetime import date, time
from enum import StrEnum
from typing import Any

from generator.load.beside import Beside
from generator.load.entry import Contents
from generator.models import Record
from generator.models.base import restored
from generator.values import SchoolYear, When, WhenKind
from generator.values.partial import PartialDate


class SealError(ValueError):
    """These bytes are not contents that this program has put away."""


def seal(contents: Contents[Any]) -> bytes:
    """Put contents away."""
    return pickle.dumps(tuple(contents), protocol=pickle.HIGHEST_PROTOCOL)


def unsealed(data: bytes) -> Contents[Any]:
    """Take contents out again. Builds nothing but records and their values, whatever it is given.

    Raises SealError for bytes that are nothing of ours.
    """
    try:
        return Contents(*_Opener(io.BytesIO(data)).load())
    except SealError:
        raise
    except Exception as error:
        raise SealError(str(error)) from error


class _Opener(pickle.Unpickler):
    """Unpickles only what a record may hold: the bytes may come from a stranger."""

    def find_class(self, module: str, name: str) -> Any:
        """Give a class that a record may hold."""
        try:
            return _OURS[module, name]
        except KeyError:
            raise SealError(f"{module}.{name}") from None


def _with_all_below(base: type) -> Iterator[type]:
    yield base
    below: type
    for below in base.__subclasses__():
        yield from _with_all_below(below)


def _parts() -> Iterator[Any]:
    """Everything that a record is put away as."""
    yield from (restored, Beside, PartialDate, SchoolYear, When, WhenKind, date, time)
    yield from _with_all_below(Record)
    for words in _with_all_below(StrEnum):
        if words.__module__.startswith("generator.models."):
            yield words


_OURS = {(part.__module__, part.__qualname__): part for part in _parts()}
