"""The shape of every field, read from its annotation: what forms, schemas and docs are made of."""

from generator.shapes.scalars import Scalar, aliases, scalar, scalar_of
from generator.shapes.shapes import Model, Shape, Words, named_fields, parts, shape_of, vocabularies

__all__ = [
    "Model",
    "Scalar",
    "Shape",
    "Words",
    "aliases",
    "named_fields",
    "parts",
    "scalar",
    "scalar_of",
    "shape_of",
    "vocabularies",
]
