"""What keeps a new record from being written, in words for whoever has asked for it."""


class RecordRefusedError(Exception):
    """Nothing was written, and the sentence (without a full stop) says why."""
