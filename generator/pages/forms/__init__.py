"""What official papers say: the values of each form, worked out of a record.

A page prints them, and a Word file is filled with them: both say the same. Functions here know the
records and the names that may be shown, but neither HTML nor Word.
"""
