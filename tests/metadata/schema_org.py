"""The vocabulary of https://schema.org: types, their properties, and what a property may hold.

It is read from the sources of the package pydantic2_schemaorg, which were generated from
schemaorg-current-https.jsonld: a class for each type, with the types above it as its bases, and an
annotation for each property, which names the expected types. Nothing of the package is run.
"""

import ast
import re
from functools import cache
from importlib.util import find_spec
from pathlib import Path

_NAME = re.compile(r"[A-Z][A-Za-z0-9]*")
_OWN = frozenset({"SchemaOrgBase", "Class"})
"""Bases of the package itself."""


@cache
def _folder() -> Path:
    spec = find_spec("pydantic2_schemaorg")
    assert spec is not None, "make test installs it"
    assert spec.origin is not None
    return Path(spec.origin).parent


@cache
def _class(type_: str) -> ast.ClassDef | None:
    path = _folder() / f"{type_}.py"
    if not _NAME.fullmatch(type_) or type_ in _OWN or not path.is_file():
        return None
    body = ast.parse(path.read_text("utf-8")).body
    return next(part for part in body if isinstance(part, ast.ClassDef) and part.name == type_)


def known(type_: str) -> bool:
    """Tell whether the vocabulary has a type."""
    return _class(type_) is not None


@cache
def lineage(type_: str) -> frozenset[str]:
    """A type and all types above it; nothing for a type that is not known."""
    found = _class(type_)
    if found is None:
        return frozenset()
    bases = (base.id for base in found.bases if isinstance(base, ast.Name))
    return frozenset({type_}).union(*map(lineage, bases))


@cache
def properties(type_: str) -> dict[str, frozenset[str]]:
    """The properties of a type, its own and those of the types above it, with what they expect."""
    return {
        name: expected
        for above in sorted(lineage(type_))
        for name, expected in _own_properties(above)
    }


def _own_properties(type_: str) -> list[tuple[str, frozenset[str]]]:
    found = _class(type_)
    assert found is not None
    return [
        (part.target.id, _expected(part.annotation))
        for part in found.body
        if isinstance(part, ast.AnnAssign)
        and isinstance(part.target, ast.Name)
        and not part.target.id.endswith("_")
    ]


def _expected(annotation: ast.expr) -> frozenset[str]:
    """The types that an annotation names in quotes: Optional[Union[List[…], str, "Text"]]."""
    parts = ast.walk(annotation)
    return frozenset(p.value for p in parts if isinstance(p, ast.Constant) and p.value)
