"""The contest of the search, `umo bench --search`: what it costs to build, and to use.

What makes the comparison fair:

- The index is measured as people wait for it: whole processes, in turn, round after round, medians.
  After one edit of minutes of the newest year, of an old year and of a practice, our stage «поиск»
  stands against a plain run of the same Pagefind over the site that we have built. The slowest of
  the three edits counts.
- MkDocs Material builds the same pages as in the contest without a search, here with its own
  plugin `search` and its own search field.
- The day is 1 June 2026, when both of the newest school years are full: the browser loads two
  years at once, and no day of a year has more to load.
- Bytes are counted where they are sent: on a server that compresses what GitHub Pages compresses.
  So nothing is missed, whoever asked for it: page, module or worker. Heads of answers count too.
  The dearest of several queries counts, each in a browser that knows nothing yet.
- Times in the browser are those of this machine without a network, so they are for comparison.
"""
