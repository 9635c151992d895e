"""What a record may not say: the examples of problems that are fields of a record."""

from generator.load import Kind
from generator.load.layout import find_room
from generator.problems.examples import EXAMPLES as PROBLEMS
from generator.problems.examples import Example, Way
from generator.reference.examples import EXAMPLES

_PATHS = {example.file: example.path for example in EXAMPLES}
_SHOWN = (Way.FIELDS, Way.WHOLE)


def kind_of(example: Example) -> Kind | None:
    """The kind of record that an example stands in, where it stands in one."""
    found = find_room(_PATHS.get(example.file, example.file))
    return found[0].kind if found and example.way in _SHOWN else None


def refusals(kind: Kind | None = None) -> list[Example]:
    """The examples of a kind of record, or of all kinds."""
    kinds = {kind} if kind else set(Kind)
    return [example for example in PROBLEMS if kind_of(example) in kinds]
