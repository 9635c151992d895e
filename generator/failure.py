"""How a build fails: in words, with the former site untouched."""


class BuildFailedError(Exception):
    """The site was not built; what was there before is untouched."""


REFUSED = "исправьте записи, названные выше."
"""The end of a run that records forbid: what is wrong with them is told before."""
