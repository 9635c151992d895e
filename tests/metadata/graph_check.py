"""A validator of JSON-LD against schema.org's vocabulary, and against what search engines demand.

Stricter than schema.org itself, which forgives a text in place of anything: here a property holds
what the vocabulary expects of it, and nothing else.
"""

import re
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from typing import Any

from schema_org import known, lineage, properties

TERM = "https://schema.org/"
_URL = re.compile(r"(?:https?://[^\s/?#]+(?:[/?#]\S*)?|(?!https?:)[\w.~%/?#&=+@-]+)")
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")
_CLOCK = re.compile(r"\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)?")
_DURATION = re.compile(
    r"P(?:\d+W|(?=\d|T)(?:\d+Y)?(?:\d+M)?(?:\d+D)?(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+S)?)?)"
)
_WORDS = frozenset({"Text", "CssSelectorType", "PronounceableText", "XPathType"})


def faults(document: Any) -> list[str]:
    """What is wrong with the JSON-LD of a page; each fault with the way to it."""
    if not isinstance(document, dict) or set(document) != {"@context", "@graph"}:
        return ["the document has other parts than @context and @graph"]
    found = [] if document["@context"] == "https://schema.org" else ["another @context"]
    for place, thing in enumerate(document["@graph"]):
        found += _thing(thing, f"[{place}]", lone=True)
    names = [thing["@id"] for thing in document["@graph"] if "@id" in thing]
    found += [f"two things are {name}" for name in sorted(set(names)) if names.count(name) > 1]
    return found


def types_of(thing: dict[str, Any]) -> list[str]:
    """The types that a thing gives itself."""
    given = thing.get("@type", [])
    return given if isinstance(given, list) else [given]


def lines_of(thing: dict[str, Any]) -> frozenset[str]:
    """The types of a thing and all types above them."""
    return frozenset().union(*map(lineage, types_of(thing)))


def things(document: Any) -> Iterator[dict[str, Any]]:
    """Every thing of a document, also those inside others."""
    if isinstance(document, list):
        for item in document:
            yield from things(item)
    elif isinstance(document, dict):
        if "@graph" not in document:
            yield document
        for value in document.values():
            yield from things(value)


def is_mention(thing: dict[str, Any]) -> bool:
    """Tell whether a thing only names another by its id."""
    return "@id" in thing and not set(thing) - {"@id", "@type"}


def _thing(thing: Any, way: str, *, lone: bool = False) -> Iterator[str]:
    if not isinstance(thing, dict):
        yield f"{way}: {thing!r} is no thing"
        return
    types = types_of(thing)
    way = " ".join([way, *filter(None, ["/".join(map(str, types))])])
    if not types and (lone or set(thing) != {"@id"}):
        yield f"{way}: has no type"
    yield from (f"{way}: {type_} is no type" for type_ in types if not known(type_))
    yield from _properties(thing, way)


def _properties(thing: dict[str, Any], way: str) -> Iterator[str]:
    """What is wrong with the properties; those of several types are allowed together."""
    allowed: dict[str, frozenset[str]] = {}
    for type_ in types_of(thing):
        for name, expected in properties(type_).items():
            allowed[name] = allowed.get(name, frozenset()) | expected
    for name in sorted(thing.keys() - {"@id", "@type"} - allowed.keys()):
        yield f"{way}: {name} is no property of it"
    for name in sorted(thing.keys() & allowed.keys()):
        values = thing[name] if isinstance(thing[name], list) else [thing[name]]
        if not values:
            yield f"{way}.{name}: empty"
        for value in values:
            yield from _value(value, allowed[name], f"{way}.{name}")


def _value(value: Any, expected: frozenset[str], way: str) -> Iterator[str]:
    if isinstance(value, dict):
        yield from _thing(value, way)
        if types_of(value) and not lines_of(value) & expected:
            yield f"{way}: a {'/'.join(types_of(value))} where {_either(expected)} is expected"
    elif not any(_reads(value, wanted) for wanted in expected):
        yield f"{way}: {value!r} is no {_either(expected)}"


def _either(expected: frozenset[str]) -> str:
    return " or ".join(sorted(expected))


def _reads(value: Any, wanted: str) -> bool:
    """Tell whether a plain value can be of a type."""
    if isinstance(value, bool):
        return wanted == "Boolean"
    if isinstance(value, int):
        return wanted in ("Integer", "Number", "Float")
    if isinstance(value, float):
        return wanted in ("Number", "Float")
    if not isinstance(value, str) or not value.strip():
        return False
    if wanted in _WORDS:
        return True
    if reader := _READERS.get(wanted):
        return reader(value)
    name = value.removeprefix(TERM)
    return name != value and {wanted, "Enumeration"} <= lineage(name) and name != wanted


def _parses(parse: Callable[[str], Any], pattern: re.Pattern[str], text: str) -> bool:
    try:
        parse(text)
    except ValueError:
        return False
    return pattern.fullmatch(text) is not None


_READERS: dict[str, Callable[[str], bool]] = {
    "URL": lambda text: _URL.fullmatch(text) is not None,
    "Date": lambda text: _parses(date.fromisoformat, re.compile(r"\d{4}-\d\d-\d\d"), text),
    "DateTime": lambda text: _parses(datetime.fromisoformat, _MOMENT, text),
    "Time": lambda text: _parses(time.fromisoformat, _CLOCK, text),
    "Duration": lambda text: _DURATION.fullmatch(text) is not None,
}

DEMANDED: dict[str, tuple[str, ...]] = {
    "BreadcrumbList": ("itemListElement",),
    "ListItem": ("position", "name", "item"),
    "Event": ("name", "startDate", "location", "description", "organizer", "eventStatus"),
    "Place": ("name", "address"),
    "VirtualLocation": ("url",),
    "PostalAddress": ("addressLocality",),
    "Organization": ("name",),
    "Person": ("name",),
    "WebSite": ("name", "url"),
    "Dataset": ("name", "description", "license", "publisher", "distribution"),
    "DataDownload": ("contentUrl", "encodingFormat"),
    "MediaObject": ("contentUrl",),
}
"""What Google and Yandex want of a thing before they show it: their guides to structured data."""
WHOLE: dict[str, tuple[str, ...]] = {
    "Organization": ("url",),
    "LearningResource": (
        "description",
        "url",
        "learningResourceType",
        "inLanguage",
        "creditText",
        "license",
        "isPartOf",
        "publisher",
    ),
    "Legislation": ("name", "url", "legislationType"),
}
"""What is wanted besides of a thing of which a page tells, not of one that it mentions."""
_DATASET_TEXT = range(50, 5001)


def unmet(document: Any) -> list[str]:
    """What search engines would miss."""
    told = document["@graph"]
    return [
        f"{'/'.join(types_of(thing))} {thing.get('@id', '')}: {what}"
        for thing in things(document)
        if not is_mention(thing)
        for what in (*_missing(thing, whole=thing in told), *_ill_formed(thing))
    ]


def _missing(thing: dict[str, Any], *, whole: bool) -> Iterator[str]:
    types = lines_of(thing)
    types -= {"Place"} if "Organization" in types else set()  # a school is a place as well
    for table in (DEMANDED, WHOLE) if whole else (DEMANDED,):
        for type_ in sorted(types & table.keys()):
            yield from (f"no {name}" for name in table[type_] if name not in thing)


def _ill_formed(thing: dict[str, Any]) -> Iterator[str]:
    types = types_of(thing)
    if "BreadcrumbList" in types:
        places = [item["position"] for item in thing["itemListElement"]]
        if places != list(range(1, len(places) + 1)) or len(places) < 2:
            yield f"positions are {places}"
    if "Dataset" in types and len(thing["description"]) not in _DATASET_TEXT:
        yield "the description has fewer than 50 or more than 5000 letters"
    if "endDate" in thing and thing["endDate"] < thing["startDate"]:
        yield "ends before it starts"
