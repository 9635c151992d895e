"""Whether a site that was made may take the place of the former one: whole, and without faults."""

import os
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from generator.failure import BuildFailedError
from generator.inspection import Fault, Inspection, missing
from generator.load.published import Published
from generator.pages.redirects import last_word
from generator.printing import page_name

_MOST = 20
"""So many faults are told one by one."""
_REFUSED = "готовые страницы не прошли осмотр, прежний сайт не тронут."


def inspection_of(
    files: Iterable[str], site_url: str | None, sources: Iterable[Path]
) -> Inspection:
    """What looks at the pages of a site; `sources` are folders that none may name."""
    path = urlsplit(site_url or "").path
    return Inspection(frozenset(files), f"{path.rstrip('/')}/", sources)


def faults_of_files(inspection: Inspection, root: Path, names: Iterable[str]) -> list[Fault]:
    """What is wrong with pages that MkDocs has made."""
    found: list[Fault] = []
    for name in sorted(name for name in names if name.endswith(".html")):
        data = (root / name).read_bytes()
        address = name.removesuffix("index.html")
        found += inspection.of_bytes(address, data)
        found += inspection.of_page(address, data.decode(errors="replace"))
    return found


def accept(root: Path, files: Iterable[str], published: Published, faults: list[Fault]) -> None:
    """Raise BuildFailedError unless a site is as it should be.

    `files` are those that it is made of; every published address has one, too.
    """
    promised = (where for where in published.addresses if _is_promised(published, where))
    wanted = {*files, *map(page_name, promised)}
    base = os.fspath(root)
    lost = [Fault(one, "файла нет на сайте") for one in wanted if not _lies(f"{base}/{one}")]
    if found := sorted({*missing(faults, root), *lost}):
        rows = [f"  /{fault.address}: {fault.text}" for fault in found[:_MOST]]
        more = [f"  и ещё {len(found) - _MOST}"] if len(found) > _MOST else []
        raise BuildFailedError("\n".join((_REFUSED, *rows, *more)))


def _is_promised(published: Published, where: str) -> bool:
    """Tell whether something must stand at a published address: withdrawn files need not."""
    return page_name(where).endswith((".html", ".htm")) or last_word(published, where) is None


def _lies(file: str) -> bool:
    return os.path.isfile(file)  # noqa: PTH113 - asked of every file of a site, and a path costs more
