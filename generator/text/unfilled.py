"""What official papers print where nothing is on record yet: lines to be filled in by hand."""

WORD = "___"
"""A word or a number."""
LINE = "_" * 40
"""A name, a goal: half a line of an A4 page."""
DAY = "«___» ____________ 20__ г."
"""A day."""
VOTE = f"за — {WORD}, против — {WORD}, воздержались — {WORD}"
"""A vote that was not written down, where there is to be one."""
PRESENT = f"Присутствовали — {WORD} человек"
"""How many were there (004, Приложение 2)."""
