"""A site of a few pages, written by hand: what printing looks at, and nothing else."""

from pathlib import Path

import pytest
from small_site import HOME, MOVED, SITEMAP


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    root = tmp_path / "site"
    pages = {"": HOME, "old/": MOVED, "older/": MOVED.replace("new", "old"), "new/": "", "a b/": ""}
    for address, text in pages.items():
        page = root / address / "index.html"
        page.parent.mkdir(exist_ok=True)
        page.write_text(text, "utf-8")
    (root / "sitemap.xml").write_text(SITEMAP, "utf-8")
    (root / "style.css").write_text("", "utf-8")
    (tmp_path / "secret.txt").write_text("тайна", "utf-8")
    return root
