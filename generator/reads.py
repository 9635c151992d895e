"""What a piece of work has looked at.

Records, relations and the day of the build say when somebody looks at them; whoever wants to know
what a page or a check depends on listens while it is made. Nobody declares a dependency by hand,
so none can be forgotten.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from sys import intern
from typing import Protocol

TODAY = "today"
"""The fact which day it is."""


class Named(Protocol):
    """Something that stands for a fact: a record."""

    @property
    def fact(self) -> str:
        """The name of the fact."""


_heard: set[str | Named] | None = None


def note(fact: str | Named) -> None:
    """Say that a fact is being looked at: «record/meeting/…», «children/…», «today»."""
    if _heard is not None:
        _heard.add(fact)


@contextmanager
def listening() -> Iterator[set[str]]:
    """Collect the facts that are looked at meanwhile; a listener inside another hears for both.

    The facts are there when the work is done.
    """
    global _heard
    outer, heard, facts = _heard, set[str | Named](), set[str]()
    _heard = heard
    try:
        yield facts
    finally:
        _heard = outer
        # One object for each fact: thousands of pages look at the same.
        facts |= {intern(fact if isinstance(fact, str) else fact.fact) for fact in heard}
        if outer is not None:
            outer |= heard


@contextmanager
def unheard() -> Iterator[None]:
    """Look at things without anybody hearing: for what is looked at, but not made of it."""
    global _heard
    outer, _heard = _heard, None
    try:
        yield
    finally:
        _heard = outer
