"""Writes the archive of the forms' program: the same bytes for the same versions."""

import json
import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

HERE = Path(__file__).parent
PACKAGES = HERE / "node_modules"
CMS = PACKAGES / "@sveltia" / "cms"
FONTS = sorted((CMS / "npm" / "assets").glob("*.woff2"))
ARCHIVE = HERE.parents[1] / "generator" / "admin" / "program.zip"
LEFT_OUT = re.compile(r"(?:react-dom|shiki-engine|webp_enc|heic)")
"""Pieces for widgets that our forms do not have."""


def wanted(path: Path) -> bool:
    """Tell whether a made file is of use: of the languages Russian alone, English lies inside."""
    languages = {file.stem for file in (CMS / "locales").iterdir()} - {"ru"}
    return not LEFT_OUT.match(path.name) and path.stem.rpartition("-")[0] not in languages


def contents() -> dict[str, bytes]:
    """Every file of the archive by its name."""
    found = {f"site/{path.name}": path.read_bytes() for path in (HERE / "made").glob("*.js")}
    found = {name: data for name, data in found.items() if wanted(Path(name))}
    found["site/cms.js"] = with_own_fonts(found["site/cms.js"])
    found |= {f"site/assets/{path.name}": path.read_bytes() for path in FONTS}
    found["site/LICENSES.txt"] = licences().encode()
    found["schema.json"] = (CMS / "schema" / "sveltia-cms.json").read_bytes()
    asked = json.loads((HERE / "package.json").read_text())["dependencies"]
    found["versions.json"] = (json.dumps(asked, indent=2) + "\n").encode()
    return found


def with_own_fonts(program: bytes) -> bytes:
    """The program with the way to our fonts where its style sheet names those of another host.

    It loads ours by script, and would ask that host for them in the meantime.
    """
    text = program.decode()
    for path in FONTS:
        package, subset = re.match(r"(.*)-(latin-.*)-[^-]*\.woff2", path.name).groups()
        there = rf"https://cdn\.jsdelivr\.net/[^)]*/{package}[:@][^)]*/{subset}\.woff2"
        found = re.findall(there, text)
        if len(found) != 1:
            raise SystemExit(f"the program names {package} {len(found)} times")
        text = text.replace(found[0], f"program/assets/{path.name}")
    if rest := re.findall(r"https://cdn\.jsdelivr\.net/[^)`\"]*woff2", text):
        raise SystemExit(f"fonts of another host: {rest}")
    return text.encode()


def licences() -> str:
    """The licences of the program and of its fonts."""
    files = [CMS / "LICENSE.txt", PACKAGES / "yaml" / "LICENSE"]
    files += sorted((CMS / "npm" / "assets").glob("*.LICENSE.txt"))
    titles = (path.relative_to(PACKAGES).as_posix() for path in files)
    texts = (path.read_text(encoding="utf-8").strip() for path in files)
    return "\n\n".join(f"=== {title}\n\n{text}" for title, text in zip(titles, texts, strict=True))


def main() -> None:
    """Write the archive."""
    with ZipFile(ARCHIVE, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in sorted(contents().items()):
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o644 << 16
            archive.writestr(info, data)
    print(f"{ARCHIVE.name}: {ARCHIVE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
