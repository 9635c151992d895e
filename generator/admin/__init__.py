"""Forms in the browser at /admin/: the content manager's configuration, made from the models.

The content manager (Sveltia CMS; Decap CMS reads the same configuration) edits files of the
repository and opens pull requests. Its program lies in `program.zip` and is served by the site
itself; `assets/` is ours: the page, and how a record's file becomes a form and a file again.
"""
