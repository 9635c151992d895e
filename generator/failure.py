"""How a build fails: in words, with the former site untouched."""


class BuildFailedError(Exception):
    """The site was not built; what was there before is untouched."""
