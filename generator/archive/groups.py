"""What records have told, put together by relation and key; whoever looks is heard."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any, Generic, TypeVar, overload

from generator.archive.tells import PlainTell
from generator.reads import note

K = TypeVar("K")
V = TypeVar("V")
D = TypeVar("D")
Values = list[tuple[Any, ...]]
Told = dict[str, dict[str, Values]]
"""What records have told, by relation and key."""


class Group(Generic[K, V]):
    """One relation: what stands under each key. Whoever looks is heard, also when nothing does."""

    def __init__(
        self,
        name: str,
        told: dict[str, Values],
        key: Callable[[K], str],
        value: Callable[[Values], V],
    ) -> None:
        self._name = name
        self._told = told
        self._key = key
        self._value = value

    def __contains__(self, key: K) -> bool:
        return bool(self._found(key))

    def __getitem__(self, key: K) -> V:
        if found := self._found(key):
            return self._value(found)
        raise KeyError(key)

    @overload
    def get(self, key: K) -> V | None: ...
    @overload
    def get(self, key: K, default: V | D) -> V | D: ...
    def get(self, key: K, default: Any = None) -> Any:
        """What stands under a key, or what is given instead."""
        found = self._found(key)
        return self._value(found) if found else default

    def keys(self) -> Iterable[str]:
        """All keys, as text; for work that is done anew in every run."""
        return self._told.keys()

    def _found(self, key: K) -> Values | None:
        text = self._key(key)
        note(relation_fact(self._name, text))
        return self._told.get(text)


def relation_fact(relation: str, key: str) -> str:
    """The fact what stands under a key of a relation."""
    return f"{relation}/{key}"


def put_together(tells: Iterable[PlainTell]) -> Told:
    """What all records tell, by relation and key, in order."""
    told: Told = defaultdict(lambda: defaultdict(list))
    for relation, key, value in tells:
        told[relation][key].append(value)
    for groups in told.values():
        for values in groups.values():
            values.sort()
    return told
