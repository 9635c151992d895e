"""What keeps a draft from being made, in words for whoever has asked for it."""


class DraftRefusedError(Exception):
    """There is no draft, and the sentence says why. No file was touched."""
