"""Why there is no summary: in words that repeat nothing of the table."""


class DataBankError(Exception):
    """Nothing was counted or written; the sentence has no full stop and nothing of any cell."""
