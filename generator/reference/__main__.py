"""`python -m generator.reference [--out docs/records]` writes the reference.

The page about Word files stands beside the folder, and their templates go into the package.
"""

import argparse
from pathlib import Path

from generator.reference import write
from generator.reference.word import TEMPLATES, write_templates
from generator.reference.word.names import word_page
from generator.whole_files import write_whole


def main() -> None:
    """Write every page, and every template."""
    parser = argparse.ArgumentParser(prog="python -m generator.reference")
    parser.add_argument("--out", type=Path, default=Path("docs/records"), metavar="FOLDER")
    folder: Path = parser.parse_args().out
    count = write(folder)
    print(f"{folder}: {count} pages")
    write_whole(folder.parent / "word.md", word_page().encode())
    print(f"{TEMPLATES}: {write_templates(TEMPLATES)} templates")


if __name__ == "__main__":
    main()
