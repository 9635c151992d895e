"""The text of an issue that was made with a form: its answers, and what is none."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from generator.records.issue_forms import CONSENT_LABEL, FORMS, Form
from generator.records.pasted import cleaned

_HEADING = re.compile(r"###[ ]+(.*?)[ ]*#*")
_NOTHING = frozenset({"", "_No response_", "No response", "None"})
_TICKED = re.compile(r"- \[[xX]\] ")
_OPEN = re.compile(r"- \[ ?\] ")


@dataclass(frozen=True, slots=True)
class Issue:
    """What somebody has answered, by field; what stood before the first question; the consents."""

    form: Form
    answers: dict[str, str] = field(default_factory=dict)
    before: str = ""
    consented: bool = False


def read_issue(text: str) -> Issue | None:
    """The answers of an issue; None for a text that was made with none of our forms."""
    lines = cleaned(text).split("\n")
    headings = {found[1] for line in lines if (found := _HEADING.fullmatch(line))}
    form = max(FORMS, key=lambda form: len(headings & set(_labels(form).values())))
    if not headings & set(_labels(form).values()):
        return None
    before, parts = _parts(lines, list(_labels(form).values()))
    names = {label: name for name, label in _labels(form).items()}
    answers = {names[label]: said for label, said in parts.items() if said not in _NOTHING}
    consent = answers.pop("consent", "")
    return Issue(form, answers, before, bool(_TICKED.search(consent)) and not _OPEN.search(consent))


def _labels(form: Form) -> dict[str, str]:
    return {name: form.label(name) for name in form.asked} | {"consent": CONSENT_LABEL}


def _parts(lines: Sequence[str], labels: Sequence[str]) -> tuple[str, dict[str, str]]:
    """What stands before the first question, and the answer to each.

    GitHub prints the questions in the order of the form. A heading out of that order, or one that
    is no question, was written by the person and belongs to the answer.
    """
    parts: dict[str, list[str]] = {"": []}
    here, last = "", -1
    for line in lines:
        found = _HEADING.fullmatch(line)
        if found and found[1] in labels[last + 1 :]:
            here, last = found[1], labels.index(found[1])
            parts[here] = []
        else:
            parts[here].append(line)
    said = {label: "\n".join(part).strip() for label, part in parts.items()}
    return said.pop(""), said
