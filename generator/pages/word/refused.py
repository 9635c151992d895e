"""Why a template cannot be used: a code and its words, as in any other problem."""

from generator.problems import BadValue


class TemplateRefusedError(BadValue):
    """A template of a Word file that must not or cannot be filled."""
