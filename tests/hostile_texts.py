"""Hostile texts for every field that takes free text: found by the models, put into records.

Each payload calls `alert(0)`; the 0 becomes a number of the field, so that a dialog names it.
"""

import shutil
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from demonstration import Site, copied, umo_build
from pydantic import TypeAdapter, ValidationError

from generator.archive import build
from generator.load import load
from generator.load.layout import ROOMS, find_room
from generator.models import Record, fields
from generator.problems import Severity
from generator.shapes import Model, Shape, named_fields, parts, shape_of
from generator.source import links_in, parse, pictures_in, split
from generator.text import render_markdown
from generator.values import When

TEXTS = {"строка текста", "строка текста, как в источнике", "текст"}
ADDRESS = "адрес страницы"
TIME = "срок"
"""Takes any words where it is no day; in the first turn days stay, so that the calendar does."""
LIMIT = 300
HOSTILE = "<script>alert(1)</script>\"'><img src=x onerror=alert(1)>{{ 7331*3 }}"
"""Stands at the end of every text, behind its own payload."""
PAYLOADS = (
    "<script>alert(0)</script>",
    "<ScRiPt >alert(0)</sCrIpT\t>",
    "<script/src=data:,alert(0)></script>",
    "<<script>alert(0);//<</script>",
    "</title></textarea></style></noscript><script>alert(0)</script>",
    "</script><script>alert(0)</script>",
    "<!--<script>--><img src=x onerror=alert(0)>-->",
    "<![CDATA[<script>alert(0)</script>]]>",
    "]]><script>alert(0)</script>",
    '"><svg/onload=alert(0)>',
    "'><svg onload='alert(0)'>",
    "`><svg onload=`alert(0)`>",
    '" onmouseover="alert(0)" x="',
    "' onfocus='alert(0)' autofocus tabindex='0",
    " onpointerenter=alert(0) style=position:fixed;inset:0 ",
    "<img src=x onerror=&#97;lert(0)>",
    '<img """><script>alert(0)</script>">',
    "<image src=x onerror=alert(0)>",
    "<svg><animate onbegin=alert(0) attributeName=x dur=1s>",
    "<svg><script>alert(0)</script></svg>",
    "<svg><a xlink:href=javascript:alert(0)><text y=20>x</text></a></svg>",
    "<math><mtext><table><mglyph><style><!--</style><img title='--><img src onerror=alert(0)>'>",
    "<math href=javascript:alert(0)>x</math>",
    "<iframe srcdoc='<script>parent.alert(0)</script>'></iframe>",
    "<object data=javascript:alert(0)></object><embed src=javascript:alert(0)>",
    "<details open ontoggle=alert(0)>",
    "<body onload=alert(0)><input autofocus onfocus=alert(0)>",
    "<form action=javascript:alert(0)><button>x</button></form>",
    "<base href=//example.org/><link rel=stylesheet href=//example.org/x.css>",
    "<meta http-equiv=refresh content='0;url=javascript:alert(0)'>",
    "<style>@import'//example.org/x.css';</style>",
    "<template><img src=x onerror=alert(0)></template><slot onslotchange=alert(0)>",
    "<a href=javascript:alert(0)>x</a>",
    "javascript:alert(0)",
    " jAvA\tsCrIpT:alert(0)",
    "java&#10;script&colon;alert(0)",
    "vbscript:msgbox(alert(0))",
    "data:text/html,<script>alert(0)</script>",
    "&lt;script&gt;alert(0)&lt;/script&gt;",
    "&#60;script&#62;alert(0)&#60;/script&#62;",
    "\\u003cscript\\u003ealert(0)\\u003c/script\\u003e",
    "%3Cscript%3Ealert(0)%3C/script%3E",
    "\uff1cscript\uff1ealert(0)\uff1c/script\uff1e",
    "a{}`alert(0)`",
    '","@type":"x","y":"</script><script>alert(0)</script>',
    '\\";alert(0);//',
    "';alert(0);//",
    "${alert(0)} `${alert(0)}`",
    "{{ 7331*3 }}{% for x in range(3) %}7331{% endfor %}{# alert(0) #}",
    "{{ self._TemplateReference }}{{ cycler.next }}{{ config.items() }}",
    "{{constructor.constructor('alert(0)')()}}",
    "%(alert)s {0} {0.real} {}",
    '=HYPERLINK("https://example.org/?"&A1;"alert(0)")',
    "+alert(0)+cmd|' /C calc'!A0",
    "-2+3+cmd|'/C alert(0)'!A0",
    "@SUM(1+1)*alert(0)",
    "\t=1+alert(0)",
    "\r=1+alert(0)",
    "x\r\nBEGIN:VEVENT\r\nSUMMARY:alert(0)\r\nEND:VEVENT",
    "x\nATTACH:javascript:alert(0);X=1,2\\n",
    "<link href='javascript:alert(0)'/><content type='html'>alert(0)</content>",
    "<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>&e; alert(0)",
    "[x](javascript:alert(0)) ![x](x 'onerror=alert(0)')",
    '<javascript:alert(0)> <https://example.org/"onclick=alert(0)>',
    "[x]: javascript:alert(0)",
    "`<img src=x onerror=alert(0)>` ~~~ <b onclick=alert(0)>",
    "x {: onclick=alert(0) } {onclick=alert(0)}",
)
RAW = """
## Раздел <script>alert(2)</script>

<script>alert(3)</script>

<img src=x onerror=alert(4)> <svg onload=alert(5)></svg> <b onclick=alert(6)>слово</b>

<a href="javascript:alert(7)">ссылка</a> <iframe src="https://example.org/"></iframe>

<form action="https://example.org/"><input name="a"></form>

<style>body { display: none }</style> <div style="position: fixed">поверх</div>

<http://example.org/"onmouseover="alert(8)>

| таблица | <img src=x onerror=alert(9)> |
|---|---|
| а | <script>alert(10)</script> |

## <img src=x onerror=alert(11)> {: onclick=alert(12) } [x](https://example.org/"onclick=alert(13))

[ссылка][x] [ссылка](https://example.org/ '" onclick="alert(14)') <span title="x" onclick=alert(15)>

[x]: https://example.org/?<script>alert(16)</script> "' onclick='alert(17)"

"""
"""Markdown: what must be refused in it is tried elsewhere, one by one."""
UNFIT = frozenset({"Site.time_zone"})
"""Fields of free text that take only words of a list that is kept elsewhere."""
UNSEEN = ("FalseAlarm.",)
"""Parts that no page shows: they stand in no record of the demonstration."""
FRONT = ("=", "+", "-", "@", "\t", "\r", "j", " j", "v", "d")
"""What a spreadsheet or a link obeys only at the beginning of a text stands there."""
ADDRESSES = (
    "https://example.org/?a=1&quot;onmouseover=alert(0)&lt;script&gt;",
    "https://example.org/{{7331*3}}/javascript:alert(0)",
    "https://example.org/%22%3E%3Cscript%3Ealert(0)%3C/script%3E",
    "https://javascript:alert(0)@example.org/",
    "https://example.org/#onload=alert(0)/*]]*/--",
)
"""Addresses that a record may hold: of those that it may not, `tests/site` has a list."""


def free_fields() -> list[tuple[str, str, str]]:
    """Every field that takes free text or an address: its part, its name, what it takes."""
    found: dict[tuple[str, str, str], None] = {}
    for room in ROOMS:
        for part in parts(room.model):
            for name, info in named_fields(part):
                scalar = shape_of(info).scalar
                if scalar and scalar.takes in {*TEXTS, ADDRESS, TIME}:
                    found[part.__name__, name, scalar.takes] = None
    return list(found)


def _places() -> list[str]:
    return [f"{part}.{name}" for part, name, _ in free_fields()]


@dataclass
class Spoiler:
    """Spoils records: each field by its own payload, in each `turn` by another one.

    `absent` are fields that no record fills: they are put into each part that may have them.
    """

    turn: int = 0
    absent: frozenset[str] = frozenset()
    used: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._numbers = {place: number for number, place in enumerate(_places())}

    def payload(self, place: str, address: bool = False) -> str:
        """What a field is spoiled by: `alert` says the number of the field."""
        number = self._numbers[place]
        some = ADDRESSES if address else PAYLOADS
        text = some[(number + self.turn) % len(some)]
        return text.replace("alert(0)", f"alert({number + 100})")

    def record(self, model: Model, data: Any) -> Any:
        """A part of a record, spoiled; short forms are spelt out."""
        if not isinstance(data, dict):
            data = _spelt_out(model, data)
        if not isinstance(data, dict):
            return data
        known = dict(named_fields(model))
        missing = {
            name: ["нет"] if shape_of(info).many else "нет"
            for name, info in known.items()
            if f"{model.__name__}.{name}" in self.absent
        }
        return {
            name: self._field(model, name, shape_of(known[name]), value)
            for name, value in (missing | data).items()
            if value is not None
        }

    def _field(self, model: Model, name: str, shape: Shape, value: Any) -> Any:
        if shape.part is not None:
            one_by_one = shape.many and isinstance(value, list)
            if one_by_one:
                return [self.record(shape.part, one) for one in value]
            return self.record(shape.part, value)
        place = f"{model.__name__}.{name}"
        if place not in self._numbers or place in UNFIT:
            return value
        if isinstance(value, list):
            return [self._text(place, shape, one) for one in value]
        return self._text(place, shape, value)

    def _text(self, place: str, shape: Shape, value: Any) -> Any:
        if shape.scalar is not None and shape.scalar.takes == TIME:
            words = value["text"] if isinstance(value, dict) else value
            spared = isinstance(value, str) and not self.turn and not When.parse(value).vague
            return value if spared else {"text": self._spoilt(place, words)}
        if not isinstance(value, str):
            return value
        address = shape.scalar is not None and shape.scalar.takes == ADDRESS
        return self._spoilt(place, value, address)

    def _spoilt(self, place: str, value: str, address: bool = False) -> str:
        own = self.payload(place, address)
        self.used.setdefault(place, set()).add(own)
        if address:
            return own
        rest = value[: LIMIT - len(own) - len(HOSTILE) - 2]
        first = own.startswith(FRONT)
        return f"{own} {rest} {HOSTILE}" if first else f"{rest} {own} {HOSTILE}"


def _spelt_out(model: Model, data: Any) -> Any:
    """The fields for which a lone text or a lone list stands."""
    assert issubclass(model, Record)
    if isinstance(data, list):
        return {model.lone_list: data} if model.lone_list else data
    fields = (form.expand(data) for form in model.short_forms)
    return next((one for one in fields if one is not None), data)


def records(content: Path) -> Iterator[tuple[Path, Model, dict[str, Any], str | None]]:
    """Every record of a folder: its file, its model, its fields, the Markdown below them."""
    for path in sorted(content.rglob("*")):
        found = find_room(path.relative_to(content).as_posix()) if path.is_file() else None
        if found is None:
            continue
        text, body = path.read_text("utf-8"), None
        if found[0].front_matter:
            halves = split(text, path.name)
            text, body = halves.fields, halves.body
        yield path, found[0].model, parse(text, path.name).value, body


def write(path: Path, data: Mapping[str, Any], body: str | None) -> None:
    """Write a record with every text in quotes that can hold anything."""
    text = yaml.safe_dump(dict(data), allow_unicode=True, sort_keys=False, width=10_000)
    path.write_text(text if body is None else f"---\n{text}---\n{body}", "utf-8", newline="")


def spoil(content: Path, turn: int = 0) -> Spoiler:
    """Spoil every record of a folder, and every body."""
    fillable = {f"{part}.{name}" for part, name, takes in free_fields() if turn or takes != TIME}
    spoiler = Spoiler(turn, frozenset(fillable) - UNFIT - filled(content))
    blocks = "\n\n".join(one for one in PAYLOADS if "[x]" not in one and one.isprintable())
    for path, model, data, body in list(records(content)):
        spoilt = (
            body if body is None else f"{body}\n{RAW}\n{blocks.replace('alert(0)', 'alert(18)')}\n"
        )
        write(path, spoiler.record(model, data), spoilt)
    return spoiler


def spoilt_site(folder: Path, turn: int = 0) -> Site:
    """The demonstration with everything spoiled, built."""
    spoil(copied(folder) / "content", turn)
    umo_build(folder)
    return Site(folder)


def filled(content: Path) -> set[str]:
    """The fields that some record of a folder fills, by part and name."""
    spoiler = Spoiler()
    for _, model, data, _ in records(content):
        spoiler.record(model, data)
    return set(spoiler.used)


def corpus_site(folder: Path, lines: list[str]) -> tuple[Site, int]:
    """A site that holds each line that its records take: as a text, a title, a link, in a body.

    Tells how many were taken; the others are refused with a problem, which is as good.
    """
    taken, refused = [line for line in lines if _accepted(fields.Line, line)], {""}
    while refused:
        taken = [line for line in taken if line.strip() not in refused]
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        content = copied(folder) / "content"
        _put_into_documents(content, taken)
        _put_into_practices(content, taken)
        refused = set(_refused(content))
        assert not refused or refused & {line.strip() for line in taken}, refused
    umo_build(folder)
    return Site(folder), len(taken)


def _refused(content: Path) -> Iterator[str]:
    """The values of which a check complains, one a line as `write` writes them."""
    for problem in build(load(content))[1]:
        if problem.severity is Severity.ERROR:
            text = (content / problem.place.path).read_text("utf-8").split("\n")
            line = text[(problem.place.line or 1) - 1].strip()
            yield line
            with suppress(yaml.YAMLError):
                value = yaml.safe_load(line.removeprefix("- "))
                yield str(next(iter(value.values())) if isinstance(value, dict) else value).strip()


def _accepted(alias: Any, line: str) -> bool:
    try:
        TypeAdapter(alias).validate_python(line)
    except ValidationError:
        return False
    return True


def _put_into_documents(content: Path, lines: list[str]) -> None:
    """A document for each line, spread over the registers."""
    files = [one for one in records(content) if one[0].name == "documents.yml"]
    for place, (path, _, data, _) in enumerate(files):
        for number, line in enumerate(lines[place :: len(files)]):
            way = {"address": line} if _accepted(fields.Address, line) else {}
            found = [{"title": line, **way}] if way else []
            data["documents"].append(
                {
                    "id": f"corpus-{place}-{number}",
                    "kind": "instruction",
                    "title": line,
                    "storage": line,
                    "summary": line,
                    "files": found,
                }
            )
        write(path, data, None)


def _put_into_practices(content: Path, lines: list[str]) -> None:
    """A practice for each hundred lines: in its body stand those whose links a body may have."""
    path = content / "practices/zadachi-po-gazete.md"
    data = dict(next(one[2] for one in records(content) if one[0] == path))
    del data["products"]  # files that lie beside it
    for start in range(0, len(lines), 100):
        some = lines[start : start + 100]
        body = "\n\n".join(one for one in some if not [*links_in(one), *pictures_in(one)])
        own = {"title": some[0], "tasks": [*some], "resources": [*some], "keywords": some[:10]}
        write(path.with_name(f"corpus-{start}.md"), data | own, f"\n{body}\n")


def rendered(lines: list[str], at_once: int = 500) -> Iterator[str]:
    """Pages of bodies, each made of one line alone: what one leaves open ends with it."""
    for start in range(0, len(lines), at_once):
        found = (render_markdown(line).html for line in lines[start : start + at_once])
        yield f"<!doctype html><meta charset=utf-8>{''.join(f'<div>{one}</div>' for one in found)}"
