"""The pages of the reference: one for each kind of record, and a README before them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

import generator.reference.forms as forms
from generator.load import Kind
from generator.load.beside import SIZE_LIMIT as BESIDE_LIMIT
from generator.load.layout import ROOMS, Room
from generator.load.reading import BODY_LIMIT
from generator.models.fields import LINE_LIMIT, TEXT_LIMIT
from generator.models.vocabulary.files import USUAL_TYPES
from generator.problems.catalogue import groups
from generator.reference.describe import describe, word_lists
from generator.reference.examples import EXAMPLES, examples_of
from generator.reference.refusals import refusals
from generator.reference.samples import minimal, sample
from generator.shapes import named_fields, shape_of
from generator.source.text import SIZE_LIMIT
from generator.source.yaml_text import yaml_text
from generator.whole_files import write_whole

README = "README.md"


@dataclass(frozen=True, slots=True)
class Page:
    """A page about one kind of record."""

    kind: Kind
    name: str
    title: str

    @property
    def room(self) -> Room:
        """Where records of this kind lie."""
        return next(room for room in ROOMS if room.kind is self.kind)


PAGES = (
    Page(Kind.MEETING, "meeting", "Заседание и протокол"),
    Page(Kind.PLAN, "plan", "План работы на учебный год"),
    Page(Kind.ANALYSIS, "analysis", "Анализ работы за год"),
    Page(Kind.ACTIVITIES, "activities", "Работа между заседаниями"),
    Page(Kind.PRACTICE, "practice", "Практика: карточка опыта"),
    Page(Kind.DOCUMENT, "documents", "Документы объединения"),
    Page(Kind.ASSOCIATION, "association", "Объединение и его состав"),
    Page(Kind.PERSON, "people", "Люди и согласия"),
    Page(Kind.ORGANISATION, "organisations", "Организации"),
    Page(Kind.REGULATION, "regulation", "Положение"),
    Page(Kind.SITE, "site", "Сайт"),
    Page(Kind.FALSE_ALARMS, "false-alarms", "Ложные тревоги"),
)


def pages() -> dict[str, str]:
    """Every page by its file's name."""
    environment = _environment()
    return dict(_rendered(environment))


def write(folder: Path) -> int:
    """Write every page into a folder; tell how many there are."""
    folder.mkdir(parents=True, exist_ok=True)
    written = pages()
    for name, text in written.items():
        write_whole(folder / name, text.encode())
    return len(written)


def _rendered(environment: Environment) -> Iterator[tuple[str, str]]:
    yield README, _tidy(environment.get_template("readme.md.j2").render(_readme()))
    for page in PAGES:
        template = environment.get_template(f"{page.name}.md.j2")
        yield f"{page.name}.md", _tidy(template.render(_page(page)))


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=False,  # noqa: S701 - the output is Markdown, and all of it is ours
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["cell"] = cell
    environment.filters["indented"] = indented
    return environment


def cell(text: str) -> str:
    """Text for a cell of a Markdown table."""
    return " ".join(text.split()).replace("|", "\\|")


def indented(line: str) -> str:
    """A line of YAML in a cell, where plain spaces at its beginning would be lost."""
    text = line.lstrip(" ")
    return "\u00a0" * (len(line) - len(text)) + text


def _page(page: Page) -> dict[str, Any]:
    root, *parts = describe(page.room.model)
    return {
        "page": page,
        "room": page.room,
        "root": root,
        "parts": parts,
        "word_lists": word_lists(page.room.model),
        "shortest": shortest(page.room),
        "examples": examples_of(page.kind),
        "refusals": refusals(page.kind),
    }


def shortest(room: Room) -> str:
    """The shortest valid record of a kind; one without required fields shows its first."""
    fields = minimal(room.model)
    if room.listed:
        row = shape_of(room.model.model_fields[room.listed]).part
        fields = {room.listed: [minimal(row)] if row else []}
    if not fields:
        name, info = next(named_fields(room.model))
        fields = {name: sample(room.model, name, info)}
    text = yaml_text(fields, fold=False)
    return f"---\n{text}---\n\nТекст." if room.front_matter else text.rstrip("\n")


def _readme() -> dict[str, Any]:
    return {
        "pages": PAGES,
        "examples": EXAMPLES,
        "forms": forms,
        "refusals": refusals(),
        "groups": groups(),
        "beside": USUAL_TYPES,
        "beside_limit": BESIDE_LIMIT // 1024 // 1024,
        "line_limit": LINE_LIMIT,
        "text_limit": _thousands(TEXT_LIMIT),
        "body_limit": _thousands(BODY_LIMIT),
        "size_limit": SIZE_LIMIT // 1024 // 1024,
    }


def _thousands(number: int) -> str:
    return f"{number:,}".replace(",", " ")


def _tidy(text: str) -> str:
    """No spaces at line ends, no two empty lines, one line break at the end."""
    lines: list[str] = []
    for line in text.split("\n"):
        if line.strip() or (lines and lines[-1]):
            lines.append(line.rstrip())
    return "\n".join(lines).rstrip("\n") + "\n"
