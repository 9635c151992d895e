"""A template of a Word file, read and compiled once and filled thousands of times.

The commands in a template are those of docxtpl ({{ }}, {% %}, {%p %}, {%tr %}, {%tc %}, {{r }} …),
and docxtpl takes them out of the XML that Word has scattered them over. It does so anew for each
file, which takes tens of milliseconds; here it is done once, and a file is the text of a compiled
template of Jinja, put into an archive whose other parts are compressed already.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from jinja2 import Environment, Template, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from generator.pages.word.libraries import docxtpl, etree
from generator.pages.word.package import MAIN, TYPES, Parts, opened, parse
from generator.pages.word.properties import CORE, Properties, core_part, with_core
from generator.pages.word.refused import TemplateRefusedError
from generator.pages.word.syntax import told
from generator.pages.word.values import Unfilled, loosely, shown
from generator.pages.word.zipped import Packed, pack, zipped
from generator.problems import codes

_FILLED = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes)\.xml")
"""The parts in which commands are looked for: those in which docxtpl looks."""
_LEFT = re.compile(r'(<w:pgMar [^>]*?w:left=")(\d+)')
_BOUND = 1701
"""30 mm in twentieths of a point: the left margin of what is kept for more than ten years."""
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_BARE_CELL = "</w:tcPr></w:tc>"
_COLUMNS = re.compile(r"(?:</w:tc>|</w:trPr>|<w:tr(?: [^>]*)?>)\s*{%[-+]? *for\b")
"""A loop between the cells of a row ({%tc for … %})."""
_DRAWING_ID = re.compile(r'(<wp:docPr [^>]*?\bid=")\d+(")')
_LITERAL = (("{_{", "{{"), ("}_}", "}}"), ("{_%", "{%"), ("%_}", "%}"))
"""How docxtpl lets a paper show braces that are no command."""


def environment(undefined: type[Unfilled] = Unfilled) -> Environment:
    """Jinja for templates that others wrote: they see values, and nothing else of the program."""
    env = ImmutableSandboxedEnvironment(autoescape=True, undefined=undefined, finalize=shown)
    env.filters["loosely"] = loosely
    del env.globals["lipsum"], env.globals["cycler"], env.globals["joiner"]
    return env


@dataclass(frozen=True, slots=True)
class Piece:
    """A part with commands: compiled, and whether what comes out of it needs mending."""

    template: Template
    mend: tuple[Callable[[str], str], ...]

    def filled(self, values: Mapping[str, Any]) -> str:
        """The part with values in place of the commands."""
        text = self.template.render(values)
        for mend in self.mend:
            text = mend(text)
        return text


@dataclass(frozen=True, slots=True)
class WordTemplate:
    """A template ready to be filled: its parts in their order, and those that have commands."""

    pieces: Mapping[str, Piece]
    parts: tuple[Packed | str, ...]

    def texts(self, values: Mapping[str, Any]) -> dict[str, str]:
        """The parts that have commands, filled."""
        return {name: piece.filled(values) for name, piece in self.pieces.items()}

    def fill(
        self, values: Mapping[str, Any], properties: Properties, *, lasting: bool = False
    ) -> bytes:
        """A Word file. The same values give the same bytes.

        What is `lasting` is bound, and has the wider margin whatever its template has.
        """
        made = self.texts(values) | {CORE: core_part(properties)}
        if lasting:
            made[MAIN] = _LEFT.sub(_widened, made[MAIN])
        return zipped(
            pack(part, (_HEAD + made[part]).encode()) if isinstance(part, str) else part
            for part in self.parts
        )


@lru_cache(maxsize=64)
def compiled(data: bytes) -> WordTemplate:
    """Read a template and compile it. Raises TemplateRefusedError."""
    return compiled_in(environment(), data)


def compiled_in(env: Environment, data: bytes) -> WordTemplate:
    """The same in an environment of one's own."""
    parts = with_core(opened(data))
    pieces = {
        name: _piece(env, parts[name], name) for name in sorted(parts) if _FILLED.fullmatch(name)
    }
    names = sorted(parts, key=lambda name: (name != TYPES, name != "_rels/.rels", name))
    made = {*pieces, CORE}
    return WordTemplate(
        pieces,
        tuple(name if name in made else pack(name, parts[name]) for name in names),
    )


def sources(data: bytes) -> dict[str, str]:
    """The parts that have commands as Jinja reads them, by their names."""
    parts: Parts = opened(data)
    found = sorted(name for name in parts if _FILLED.fullmatch(name))
    return {name: _patched(parts[name], name) for name in found}


def _piece(env: Environment, part: bytes, name: str) -> Piece:
    source = _patched(part, name)
    try:
        template = env.from_string(source)
    except TemplateSyntaxError as error:
        reason, near = told(error, source)
        raise TemplateRefusedError(codes.WORD_SYNTAX, reason=reason, near=near) from error
    except RecursionError as error:
        raise TemplateRefusedError(
            codes.WORD_SYNTAX, reason="слишком глубоко вложено", near=name
        ) from error
    return Piece(template, tuple(_mends(source)))


def _patched(part: bytes, name: str) -> str:
    """The XML of a part with its commands put together, by docxtpl itself."""
    text = etree().tostring(parse(part, name), encoding="unicode")
    source: str = docxtpl().patch_xml(text)
    for written, meant in _LITERAL:
        source = source.replace(written, f"{{{{ {meant!r} }}}}")
    return source


def _mends(source: str) -> list[Callable[[str], str]]:
    """What a part needs after it was filled; most need little."""
    mends: list[Callable[[str], str]] = []
    if "<w:tc>" in source or "<w:tc " in source:
        mends.append(_with_full_cells)
    if "<wp:docPr" in source and "{%" in source:
        mends.append(_with_own_ids)
    if _COLUMNS.search(source):
        mends.append(_with_fitting_grids)
    return mends


def _widened(found: re.Match[str]) -> str:
    return f"{found[1]}{max(int(found[2]), _BOUND)}"


def _with_full_cells(text: str) -> str:
    """A cell without a paragraph is one that Word cannot open."""
    return text.replace(_BARE_CELL, _BARE_CELL.replace("</w:tc>", "<w:p/></w:tc>"))


def _with_own_ids(text: str) -> str:
    """Give each picture a number of its own: a loop repeats them."""
    numbers = iter(range(1001, 1_000_000))
    return _DRAWING_ID.sub(lambda found: f"{found[1]}{next(numbers)}{found[2]}", text)


def _with_fitting_grids(text: str) -> str:
    """Fit the grid of a table to its columns, whose number the values have decided ({%tc %})."""
    return str(etree().tostring(docxtpl().fix_tables(text), encoding="unicode"))
