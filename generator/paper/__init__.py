"""Pages of a built site on paper: PDF files and books, printed by the browser on this machine.

There is one layout, that of the site's own print styles: what comes out is what a reader gets who
prints the page. Playwright and pypdf are wanted here alone, and are loaded when something is
printed (the extra `umo-site[pdf]`).
"""
