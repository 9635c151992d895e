"""The benchmark `umo bench`: invented records in quantity, and how long builders take over them.

What makes the comparison fair:

- Everybody builds the same pages at the same addresses. Ours come from the records. What other
  records say of a record (relations, earlier decisions) and dates in words the others get
  ready-made (`facts/`), because their templates cannot work them out; pages that are no records
  (lists, years of an association) they get as finished HTML. So the others have less to do.
- Hugo and Eleventy read YAML of about the size of our records, with people and schools by id, and
  put it into the very shell of our pages (`shell.py`), with templates that print about the same
  markup. MkDocs Material and Zensical get the facts as Markdown and use their own theme with the
  settings of this project. Nobody builds a search index.
- A clean build has neither a site nor a cache. Builds are whole processes and go in turn, round
  after round; what counts is the median. Memory is looked at in a run of its own, all processes
  of a builder together. A preview is measured from the saving of a record until its page has
  the new words.
- The others keep their usual settings. Only what the comparison has no use for is off: feeds and
  taxonomies in Hugo, templates inside bodies in Eleventy, search in MkDocs and Zensical.
"""
