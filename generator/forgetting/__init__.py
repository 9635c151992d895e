"""A person's name leaves the records: where it stands, what to change, and what stays to be done.

    person.py    who is meant, by id or by name, and what the person is called in every form
    places.py    references by id; mentions in texts, names of files, pages of the site
    entry.py     the person's entry without what names the person
    change.py    all files that change, as they were and as they will be
    farewell.py  what the program cannot reach, and what to do about it

Nothing here is printed on a site or kept in a cache: what is found is shown to whoever asked.
"""
