"""Which addresses people have of the site as it was, and what becomes of them."""

from copy import copy
from dataclasses import replace

from generator.edition import Edition
from generator.load.published import Line, Published
from generator.pages import Context
from generator.problems import Problem, codes
from generator.publication import address_problems, known_addresses, lasting

UNLISTED = 0
"""The line of an address that is not on the list yet."""


def standing(edition: Edition, context: Context) -> tuple[Line, ...]:
    """The list of published addresses as it should be: with all that stands on the site."""
    found = lasting(context, known_addresses(context))
    more = (where for where in found if where not in edition.published.addresses)
    return (*edition.published.lines, *(Line(where, UNLISTED) for where in more))


def promised(published: Published, before: tuple[Line, ...]) -> Published:
    """The list with every line that it should have from before a change."""
    missing = (line for line in before if line.address not in published.addresses)
    more = (line._replace(number=UNLISTED) for line in missing)
    return replace(published, lines=(*published.lines, *more))


def dying(before: tuple[Line, ...], edition: Edition, context: Context) -> list[Problem]:
    """The problems of addresses that stood on the site and lead nowhere now.

    One that is not on the list yet is placed on the line UNLISTED of it.
    """
    fuller = copy(context)
    fuller.published = promised(context.published, before)
    found = address_problems(fuller, edition.content, known_addresses(fuller))
    return [problem for problem in found if problem.code == codes.ADDRESS_GONE.code]
