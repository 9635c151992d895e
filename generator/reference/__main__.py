"""`python -m generator.reference [--out docs/records]` writes the reference."""

import argparse
from pathlib import Path

from generator.reference import write


def main() -> None:
    """Write every page."""
    parser = argparse.ArgumentParser(prog="python -m generator.reference")
    parser.add_argument("--out", type=Path, default=Path("docs/records"), metavar="FOLDER")
    folder: Path = parser.parse_args().out
    count = write(folder)
    print(f"{folder}: {count} pages")


if __name__ == "__main__":
    main()
