"""What a piece of work has looked at.

Records, relations and the day of the build say when somebody looks at them; whoever wants to know
what a page or a check depends on listens while it is made. Nobody declares a dependency by hand,
so none can be forgotten.
"""

from collections.abc import Iterator
from contextlib import contextmanager

_heard: set[str] | None = None


def note(fact: str) -> None:
    """Say that a fact is being looked at: «record/meeting/…», «children/…», «today»."""
    if _heard is not None:
        _heard.add(fact)


@contextmanager
def listening() -> Iterator[set[str]]:
    """Collect the facts that are looked at meanwhile; a listener inside another hears for both."""
    global _heard
    outer, facts = _heard, set[str]()
    _heard = facts
    try:
        yield facts
    finally:
        _heard = outer
        if outer is not None:
            outer |= facts


@contextmanager
def unheard() -> Iterator[None]:
    """Look at things without anybody hearing: for what is looked at, but not made of it."""
    global _heard
    outer, _heard = _heard, None
    try:
        yield
    finally:
        _heard = outer
