"""Says in Russian what is wrong with a command in a template, and where that stands."""

import re

from jinja2 import TemplateSyntaxError

_TAG = re.compile(r"<[^>]+>")
_NEAR = 60
"""Characters of the text around a mistake: enough to find it with Ctrl+F in Word."""

_REASONS = (
    (r"Encountered unknown tag '(?P<what>end\w+)'", "«{what}» без начала"),
    (r"Encountered unknown tag '(?P<what>[^']+)'", "неизвестная команда «{what}»"),
    (r"looking for the following tags: .*?'(?P<what>end\w+)'", "не хватает «{what}»"),
    (r"No (?:filter|test) named '(?P<what>[^']+)'", "неизвестно, что такое «{what}»"),
    (r"unexpected '}'", "команда не закрыта"),
    (r"unexpected end of (?:template|print)", "команда не закрыта"),
    (r"Missing end of (?P<what>\w+)", "команда не закрыта"),
)


def told(error: TemplateSyntaxError, source: str) -> tuple[str, str]:
    """The reason of a mistake and the text around it."""
    message = error.message or ""
    for pattern, words in _REASONS:
        if found := re.search(pattern, message):
            return words.format(**found.groupdict()), _near(error, source)
    return "её не понять", _near(error, source)


def _near(error: TemplateSyntaxError, source: str) -> str:
    """The text of the line at fault; a part is one long line, so it is cut at paragraphs."""
    lines = source.splitlines()
    line = lines[error.lineno - 1] if 0 < error.lineno <= len(lines) else ""
    text = " ".join(_TAG.sub(" ", line).split())
    commands = re.findall(r"{[{%#].*?(?:[}%#]}|$)", text)
    return (commands[-1] if commands else text)[:_NEAR]
