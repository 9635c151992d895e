"""Tries an office's template before a site is made with it: what is wrong with it is told at once.

A template is filled twice, with everything and with nothing: what is printed on one condition or
its contrary is then seen. Names that no condition leads to are still looked for at the top level.
What comes out must be what Word opens.
"""

import difflib
from collections.abc import Iterator, Mapping
from typing import Any

from jinja2 import TemplateError, meta
from jinja2.exceptions import SecurityError
from jinja2.utils import missing

from generator.pages.word.compiled import WordTemplate, compiled_in, environment, sources
from generator.pages.word.libraries import etree
from generator.pages.word.refused import TemplateRefusedError
from generator.pages.word.said import names_of, sample, values_of
from generator.pages.word.values import Unfilled
from generator.problems import codes

_TRIAL = "Проба «знаков» <&> \"'\nвторая строка"
_TEXTS = frozenset(("t", "delText", "instrText", "delInstrText"))
"""The elements of a document in which text may stand (ECMA-376, part 1, 17.3.3)."""
_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_INSIDE_PARAGRAPHS = frozenset(f"{_WORD}{name}" for name in ("p", "r", "t", "hyperlink"))
_GIVEN_BY_JINJA = frozenset(("loop", "namespace", "range", "dict", "caller", "self", "varargs"))


def tried(kind: Any, data: bytes) -> None:
    """Try a template with the values of a form. Raises TemplateRefusedError."""
    names = [one.name for one in names_of(kind)]
    env = environment(_Noted)
    template = compiled_in(env, data)
    for source in sources(data).values():
        used = meta.find_undeclared_variables(env.parse(source))
        for name in sorted(used.difference(names, _GIVEN_BY_JINJA)):
            raise _unknown(name, names)
    for filled in (True, False):
        for part in _filled(template, values_of(sample(kind, _TRIAL, filled=filled))).values():
            refuse_spoiled(part)


class _Noted(Unfilled):
    """Refuses names that nobody knows; inside what is unfilled every name is fair."""

    def __init__(
        self, hint: Any = None, obj: Any = missing, name: Any = None, *more: Any, **others: Any
    ) -> None:
        super().__init__(hint, obj, name, *more, **others)
        known = getattr(type(obj), "__dataclass_fields__", None)
        if name is not None and known is not None:
            raise _unknown(str(name), list(known))


def _filled(template: WordTemplate, values: Mapping[str, Any]) -> dict[str, str]:
    """The parts of a template filled for a trial; whatever fails in it is the template's fault."""
    try:
        return template.texts(values)
    except TemplateRefusedError:
        raise
    except Exception as error:
        raise _spoiled(_why(error)) from error


def _unknown(name: str, known: list[str]) -> TemplateRefusedError:
    close = difflib.get_close_matches(name, known, n=1, cutoff=0.5)
    advice = f"Похоже на «{close[0]}»." if close else f"Здесь бывают: {', '.join(known)}."
    return TemplateRefusedError(codes.WORD_NAME_UNKNOWN, name=name[:60], advice=advice)


def _why(error: Exception) -> str:
    """Why filling a template failed, in Russian so far as it can be told."""
    if isinstance(error, SecurityError):
        return "команда обращается к тому, что шаблонам недоступно"
    if isinstance(error, RecursionError | OverflowError | MemoryError):
        return "команда повторяется без конца"
    kind = "" if isinstance(error, TemplateError) else f" ({type(error).__name__})"
    return f"команда не выполняется{kind}"


def refuse_spoiled(text: str) -> None:
    """Refuse what Word would call damaged: broken XML, text between paragraphs, an empty cell."""
    try:
        tree = etree().fromstring(text.encode(), None)
    except etree().XMLSyntaxError as error:
        raise _spoiled("нарушен порядок абзацев") from error
    reason = next(_faults(tree), None)
    if reason:
        raise _spoiled(reason)


def _faults(tree: Any) -> Iterator[str]:
    for element in tree.iter(f"{_WORD}*"):
        if element.tag.removeprefix(_WORD) not in _TEXTS and (element.text or "").strip():
            yield f"текст «{element.text.strip()[:40]}» стоит вне абзаца"
        if (element.tail or "").strip():
            yield f"текст «{element.tail.strip()[:40]}» стоит вне абзаца"
    for cell in tree.iter(f"{_WORD}tc"):
        if not len(cell) or cell[-1].tag != f"{_WORD}p":
            yield "в ячейке таблицы нет абзаца"
    for block in tree.iter(f"{_WORD}p", f"{_WORD}tbl"):
        if block.getparent() is not None and block.getparent().tag in _INSIDE_PARAGRAPHS:
            yield "абзац или таблица стоит внутри абзаца"


def _spoiled(reason: str) -> TemplateRefusedError:
    return TemplateRefusedError(codes.WORD_SPOILED, reason=reason)
