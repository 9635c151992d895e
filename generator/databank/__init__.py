"""The office's own table of teachers becomes counts, and nothing but counts leaves this package.

    table.py    a file outside the repository → rows of cells; workbook.py opens Excel's
    columns.py  which column is which, by the words of its head
    cells.py    a cell → a category or a number of years
    people.py   rows → people without names, and the numbers of the rows that were not understood
    counting.py people → the summary to publish: no number below five, none to be worked out
    shown.py    the summary for people
    record.py   the summary in YAML, and in its place in an association's record

No message and no error of the package repeats what stands in a cell: the table holds names and
birth dates.
"""
