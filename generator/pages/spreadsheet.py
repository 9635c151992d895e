"""What a table needs before a spreadsheet opens it."""

BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes the letters of a CSV for those of another alphabet."""
_FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""A cell that begins so is a formula for a spreadsheet; what people wrote must not be one."""


def harmless(text: str) -> str:
    """A text that no spreadsheet takes for a formula: with an apostrophe before it."""
    return f"'{text}" if text.startswith(_FORMULA) else text
