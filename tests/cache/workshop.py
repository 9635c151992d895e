"""A small project that is built again and again in one process."""

import shutil
from datetime import date
from pathlib import Path

from demonstration import REPOSITORY, TODAY, tree, with_own_theme

from generator.build import build_site
from generator.order import Built, Order

BASE = REPOSITORY / "tests/records/base"
DAY = date.fromisoformat(TODAY)


def project(folder: Path) -> Path:
    """Make a project of the base records, with hand-written pages and templates of its own."""
    shutil.copytree(BASE, folder / "content", ignore=shutil.ignore_patterns("pages"))
    shutil.copytree(REPOSITORY / "content/pages", folder / "content/pages")
    shutil.copy(REPOSITORY / "mkdocs.yml", folder)
    return with_own_theme(folder)


def warm(folder: Path, day: date = DAY) -> Built:
    """Build with what earlier builds have left."""
    return build_site(Order(folder / "mkdocs.yml", day=day))


def clean_bytes(folder: Path, day: date = DAY) -> dict[str, bytes]:
    """What a build that remembers nothing makes, in a folder of its own."""
    target = folder / "clean"
    shutil.rmtree(target, ignore_errors=True)
    build_site(Order(folder / "mkdocs.yml", site_dir=target, day=day, cached=False))
    return tree(target)


def differing(folder: Path, day: date = DAY) -> list[str]:
    """The files in which the site differs from that of a clean build."""
    return unlike(tree(folder / "site"), clean_bytes(folder, day))


def unlike(ours: dict[str, bytes], theirs: dict[str, bytes]) -> list[str]:
    """The files in which two sites differ."""
    return sorted(name for name in ours.keys() | theirs if ours.get(name) != theirs.get(name))


def replace_in(path: Path, old: str, new: str) -> None:
    """Change a file; what is to be changed must be there."""
    text = path.read_text("utf-8")
    assert old in text, (path, old)
    path.write_text(text.replace(old, new, 1), "utf-8")
