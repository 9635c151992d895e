"""Word files of records: forms that can be signed and filed, made of templates of an office.

`compiled.py` makes a file of a template and values, `forms/` has the values of each form,
`templates/` the templates that come with the program (made by `generator/reference/word/`).
"""
