"""`python -m generator.records [--out .github/ISSUE_TEMPLATE]` writes the forms of issues."""

import argparse
from pathlib import Path

from generator.records.issue_forms import issue_forms
from generator.whole_files import write_whole


def main() -> None:
    """Write every form."""
    parser = argparse.ArgumentParser(prog="python -m generator.records")
    parser.add_argument("--out", type=Path, default=Path(".github/ISSUE_TEMPLATE"))
    folder: Path = parser.parse_args().out
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in issue_forms().items():
        write_whole(folder / name, text.encode())
    print(f"{folder}: {len(issue_forms())} files")


if __name__ == "__main__":
    main()
