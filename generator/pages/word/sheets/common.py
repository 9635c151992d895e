"""What the values of several forms have in common: the foot, stamps, signatures, facts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, NamedTuple, TypedDict

from generator.models import parts
from generator.pages.context import Context
from generator.pages.forms import stamps as forms
from generator.pages.names import Shown
from generator.pages.wording import sentence
from generator.text import paragraphs, unfilled
from generator.values import long_date


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact with its name: «Форма», «круглый стол»."""

    name: Annotated[str, "что это"]
    text: Annotated[str, "значение"]


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp: УТВЕРЖДАЮ, СОГЛАСОВАНО, ПРИНЯТО на заседании."""

    word: Annotated[str, "слово грифа"]
    by: Annotated[str, "кто: должность или орган"]
    signed: Annotated[bool, "нужна ли подпись"]
    name: Annotated[str, "имя у подписи, если его можно назвать"]
    day: Annotated[str, "день подписи"]
    paper: Annotated[str, "каким документом"]


@dataclass(frozen=True, slots=True)
class Signer:
    """A line for a signature."""

    position: Annotated[str, "должность или роль"]
    name: Annotated[str, "имя, если его можно назвать"]
    day: Annotated[str, "день подписи, если записан"]


@dataclass(frozen=True, slots=True)
class Indicator:
    """An indicator: what it was and what it has become."""

    name: Annotated[str, "показатель"]
    previous: Annotated[str, "было"]
    value: Annotated[str, "стало"]


class Foot(TypedDict):
    """What every form has (`Sheet`)."""

    site: str
    address: str | None
    changed: str | None


class Made(NamedTuple):
    """The values of a file, and what the file says of itself."""

    values: object
    title: str
    day: date | None
    lasting: bool = False
    """Whether it is kept for more than ten years, and needs the wider margin."""


def foot(context: Context, page: str, path: str | None) -> Foot:
    """The foot of a file that stands beside a page."""
    changed = context.changed_on(path) if path else None
    return Foot(
        site=context.archive.site.record.title,
        address=context.absolute(page) or None,
        changed=long_date(changed) if changed else None,
    )


def stamp(found: forms.Stamp) -> Stamp:
    """A stamp as a template prints it: a signed one without a day has a line for it."""
    empty = unfilled.DAY if found.signed else ""
    day = long_date(found.day) if found.day else empty
    return Stamp(found.word, found.by, found.signed, found.name, day, found.paper)


def signer(shown: Shown, day: str = "") -> Signer:
    """A line for the signature of somebody."""
    return Signer(sentence(shown.position or ""), shown.signature, day)


def facts(*pairs: tuple[str, str | None]) -> tuple[Fact, ...]:
    """The facts that there are."""
    return tuple(Fact(name, text) for name, text in pairs if text)


def indicators(rows: Iterable[parts.Indicator]) -> tuple[Indicator, ...]:
    """Indicators with their units, year and proof."""
    return tuple(
        Indicator(
            name=", ".join(filter(None, (row.name, row.year)))
            + (f"\n{row.proof}" if row.proof else ""),
            previous=_measured(row.previous, row.unit),
            value=_measured(row.value, row.unit),
        )
        for row in rows
    )


def _measured(value: str | None, unit: str | None) -> str:
    return " ".join(filter(None, (value, unit))) if value else ""


def official(text: str | None) -> str:
    """What an official form must have: without it a line to fill in."""
    return text or unfilled.LINE


def lines(*parts: str | None) -> str:
    """The parts that there are, one below the other."""
    return "\n".join(part for part in parts if part)


def prose(text: str | None) -> str:
    """A text with a line for each of its paragraphs."""
    return "\n".join(paragraphs(text)) if text else ""


def listed(context: Context, items: Iterable[parts.Attachment]) -> tuple[str, ...]:
    """What is attached: the title, who made it, and where it is found."""
    return tuple(_attachment(context, item) for item in items)


def _attachment(context: Context, item: parts.Attachment) -> str:
    author = f" — {context.names.party(item.author).line}" if item.author else ""
    where = item.address or item.file
    return f"{item.title}{author}" + (f" ({where})" if where else "")
