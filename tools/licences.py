"""Write docs/licences.md: under which licence each locked package may be used.

Run by `make docs`. The packages have to be installed: `make lint` does that.
"""

import json
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
LOCKS = {
    "site": ROOT / "requirements/site.txt",
    "dev": ROOT / "requirements/dev.txt",
}
LISTING = ROOT / "docs/licences.md"
_UNSAID = {"axe-playwright-python": "MIT AND MPL-2.0"}
"""Packages whose metadata are silent: the licence lies in the wheel, axe-core names its own."""
_LOCKED = re.compile(r"^([A-Za-z0-9_.-]+)==([^ ;\\]+)", re.MULTILINE)
_HEAD = """# Licences

Written by `make docs` from what the packages say of themselves; `tests/supply` holds that every
locked package is here and that each licence is on its list. In the column "for", *site* is what a
district installs to build its site, *dev* what only the development of this project needs.

| Package | Version | Licence | For |
| --- | --- | --- | --- |
"""
_SHIPPED = """
## What lies in the wheel

The full texts, those of three fonts too (OFL, Apache-2.0), stand at
`admin/program/LICENSES.txt` of each site. `pagefind-bin` puts its script (MIT) beside the search
index, MkDocs Material its styles, script and icons (MIT).

| What | Version | Licence | Where from |
| --- | --- | --- | --- |
"""


def locked(lock: Path) -> dict[str, str]:
    """The packages of a lock file, by normalised name, with their versions."""
    return {_normal(name): version for name, version in _LOCKED.findall(lock.read_text("utf-8"))}


def licences() -> dict[str, str]:
    """What the packages that are installed here say of their licences."""
    program = Path(sys.executable).with_name("pip-licenses")
    asked = (program, "--from=mixed", "--format=json", "--with-system")
    done = subprocess.run(asked, capture_output=True, check=True, encoding="utf-8")  # noqa: S603
    said = {_normal(row["Name"]): row["License"] for row in json.loads(done.stdout)}
    return said | _UNSAID


def shipped() -> list[tuple[str, str, str]]:
    """The packages whose files `make forms` packs: name, version, licence, by their lock."""
    lock = json.loads((ROOT / "tools/forms/package-lock.json").read_text("utf-8"))["packages"]
    wanted = lock[""]["dependencies"]
    rows = [(name, lock[f"node_modules/{name}"]) for name in sorted(wanted)]
    return [(name, row["version"], row["license"]) for name, row in rows]


def page(said: dict[str, str]) -> str:
    """The whole page; `said` is what the packages say of their licences."""
    site = locked(LOCKS["site"])
    packages = locked(LOCKS["dev"]) | site
    rows = [
        f"| `{name}` | {version} | {said[name]} | {'site' if name in site else 'dev'} |\n"
        for name, version in sorted(packages.items())
    ]
    more = [f"| {name} | {version} | {terms} | npm |\n" for name, version, terms in shipped()]
    return "".join((_HEAD, *rows, _SHIPPED, *more))


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


if __name__ == "__main__":
    LISTING.write_text(page(licences()), encoding="utf-8", newline="\n")
