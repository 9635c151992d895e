"""How to refer to a practice: a line after ГОСТ Р 7.0.100-2018, and the same for BibTeX.

The day on which somebody looked at the page belongs to the line; the page leaves a gap for it, so
that it does not change from day to day, and copy.js fills it in.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from generator.archive.facets import practice_day
from generator.load import Entry
from generator.models import Practice
from generator.pages.addresses import address
from generator.pages.context import Context
from generator.pages.names import Shown
from generator.values.languages import languages

_INITIALS = re.compile(r"^((?:[^\W\d_]\.[ \u00a0]?)+)(.+)$")
_TOWN = re.compile(r"^(?:г\.|город)[ \u00a0]*")
_HEADED = 3
"""A work of more authors is described under its title (ГОСТ 7.80-2000)."""
_NAMED = 4
"""Of more authors the first three are named, and «[и др.]» stands for the others."""
_LANGUAGES = {"ru": "russian", "be": "belarusian", "en": "english"}
"""What TeX calls the languages that practices are described in."""
_SIGNS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}
"""What TeX reads as signs of its own, and how they are printed. Braces stay balanced."""
_SIGN = re.compile(r"[\\{}~^#$%&_]")
_IN_ADDRESS = str.maketrans({"{": "%7B", "}": "%7D", "\\": "%5C", " ": "%20"})


@dataclass(frozen=True, slots=True)
class Citation:
    """The line up to its address, the address, and the entry of a bibliography around it.

    Without an address of the site the page's own one on it stands there; copy.js knows the rest.
    """

    line: str
    address: str
    complete: bool
    before: str
    after: str

    @property
    def bibtex(self) -> str:
        """The whole entry."""
        return f"{self.before}{self.address}{self.after}"


@dataclass(frozen=True, slots=True)
class Source:
    """What both ways of citing are made of, in plain spaces."""

    title: str
    kind: str
    people: tuple[str, ...]
    others: tuple[str, ...]
    organisation: str
    site: str
    town: str
    publisher: str
    year: str


def citation_of(context: Context, entry: Entry[Practice], authors: Sequence[Shown]) -> Citation:
    """How to refer to a practice whose authors are shown like this."""
    source = _source(context, entry.record, authors)
    where = address(entry)
    full = context.absolute(where)
    language = _language(entry.record)
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _fields(source) if value)
    return Citation(
        line=_line(source),
        address=full.translate(_IN_ADDRESS) if full else f"/{where}",
        complete=bool(full),
        before=f"@online{{{entry.id},\n{fields}  url = {{",
        after=f"}},\n  langid = {{{language}}}\n}}",
    )


def _language(practice: Practice) -> str:
    """The language of a practice, Russian where it names none that TeX is told of."""
    codes = [code for _, code in languages(practice.language or "") if code in _LANGUAGES]
    return _LANGUAGES[codes[0] or ""] if codes else _LANGUAGES["ru"]


def _source(context: Context, practice: Practice, authors: Sequence[Shown]) -> Source:
    site = context.archive.site.record
    publisher = context.archive.organisations.get(site.publisher)
    home = context.names.organisation(practice.organisation)
    others = (one for one in authors if not one.name)
    return Source(
        title=_unstopped(_plain(practice.title)),
        kind=practice.type.label,
        people=tuple(_plain(one.name) for one in authors if one.name),
        others=tuple(_plain(_post(one, home)) for one in others),
        organisation=_plain(home or ""),
        site=_plain(site.title),
        town=_TOWN.sub("", _plain(publisher.record.place or "")) if publisher else "",
        publisher=_plain(publisher.record.label) if publisher else "",
        year=practice_day(practice)[:4],
    )


def _post(shown: Shown, home: str | None) -> str:
    """A post; with its organisation only where that is not named anyhow."""
    return shown.position or "" if shown.organisation == home else shown.place


def _plain(text: str) -> str:
    """A text with usual spaces, one at a time, in one line."""
    return " ".join(text.split())


def _unstopped(title: str) -> str:
    """A title without its full stop; three of them belong to it."""
    return title if title.endswith("...") else title.removesuffix(".")


def _line(source: Source) -> str:
    """The line up to its address: the part, «//», the site, who published it and when."""
    title = f"{_heading(source)}{source.title} : [{source.kind}]{_responsible(source)}"
    home = f"{source.site} : [сайт]"
    issued = ", ".join(filter(None, (_imprint(source), source.year)))
    parts = (title, f"Текст : электронный // {home}", issued, "URL: ")
    return _areas(parts)


def _areas(parts: Sequence[str]) -> str:
    """Areas of a description: each after «. – », and no full stop twice."""
    *head, last = (part for part in parts if part)
    return "".join(f"{part if part.endswith('.') else f'{part}.'} – " for part in head) + last


def _heading(source: Source) -> str:
    """The first author, where there are few."""
    if not 0 < len(source.people) <= _HEADED:
        return ""
    name = _surname_first(source.people[0])
    return f"{name} " if name.endswith(".") else f"{name}. "


def _responsible(source: Source) -> str:
    """Who answers for the work: people, then who is shown by post, then the organisation."""
    people = ", ".join(source.people)
    if len(source.people) > _NAMED:
        people = f"{', '.join(source.people[:3])} [и др.]"
    statements = [people, *source.others, source.organisation]
    said = " ; ".join(filter(None, statements))
    return f" / {said}" if said else ""


def _imprint(source: Source) -> str:
    return " : ".join(filter(None, (source.town, source.publisher)))


def _surname_first(name: str) -> str:
    """«А. П. Иванова» → «Иванова, А. П.»."""
    found = _INITIALS.match(name)
    return f"{found[2]}, {found[1].strip()}" if found else name


def _fields(source: Source) -> tuple[tuple[str, str], ...]:
    """The fields of the entry that come before its address."""
    people = [_latex(_surname_first(name)) for name in source.people]
    others = [f"{{{_latex(name)}}}" for name in source.others]
    return (
        ("author", " and ".join(people + others)),
        ("title", _latex(source.title)),
        ("titleaddon", _latex(source.kind)),
        ("institution", _latex(source.organisation)),
        ("organization", _latex(source.publisher)),
        ("location", _latex(source.town)),
        ("year", source.year),
    )


def _latex(text: str) -> str:
    """A text as TeX reads it; braces stay balanced, whatever somebody has written."""
    return _SIGN.sub(lambda found: _SIGNS[found.group()], text)
