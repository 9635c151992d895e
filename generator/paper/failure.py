"""What keeps a page from being printed, in words for whoever has asked for it."""


class PaperError(Exception):
    """Nothing was printed, and the sentence says why and what to do."""


class BrowserMissingError(PaperError):
    """There is no browser on this machine that could print."""
