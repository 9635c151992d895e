"""Examples of every problem: the guide shows them, the reference too, and the tests try them."""

from generator.problems.examples import (
    addresses,
    contradictions,
    fields,
    files,
    links,
    privacy,
    word,
    yaml,
)
from generator.problems.examples.example import Example, Way

EXAMPLES: tuple[Example, ...] = (
    *files.EXAMPLES,
    *yaml.EXAMPLES,
    *fields.EXAMPLES,
    *links.EXAMPLES,
    *contradictions.EXAMPLES,
    *privacy.EXAMPLES,
    *addresses.EXAMPLES,
    *word.EXAMPLES,
)

__all__ = ["EXAMPLES", "Example", "Way"]
