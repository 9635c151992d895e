"""What each message of the check means: every code with its reason, its mend and an example."""

from collections.abc import Iterator
from functools import partial

from generator.pages.addresses import MESSAGES
from generator.pages.context import Context
from generator.pages.draft import Draft
from generator.pages.page import Page
from generator.pages.sought import Sought, SoughtKind
from generator.problems.catalogue import groups
from generator.problems.examples import Example, Way

_CONTENT = "content/"
_WORD = f"{_CONTENT}word/"
_NO_BREAK = "°"
"""How Word shows a no-break space, which looks like any other."""


def pages(context: Context) -> Iterator[Draft]:
    """Yield the page; it hangs on the program, and on no record."""
    yield Draft(MESSAGES, partial(_page, context))


def _page(context: Context) -> Page:
    return context.page(
        "messages.html",
        MESSAGES,
        "Что значат сообщения",
        description="Сообщения проверки: что не так, почему и как исправить, с примерами.",
        groups=groups(),
        shown_file=_shown_file,
        lines=_lines,
        searched=(Sought(SoughtKind.PAGE),),
    )


def _shown_file(example: Example) -> str:
    """The file of an example, where its lines do not say of themselves where they stand."""
    places = {Way.WHOLE: _CONTENT, Way.WORD: _WORD}
    return f"{places[example.way]}{example.file}" if example.way in places else ""


def _lines(example: Example, text: str) -> str:
    """The lines as they are shown: nothing in them is invisible, names are whole."""
    if example.way is Way.NAMES:
        return "\n".join(f"{_CONTENT}{name}" for name in text.split("\n"))
    return text.replace("\u00a0", _NO_BREAK)
