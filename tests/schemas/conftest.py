"""The bad records of tests/records are laid out by its own helper."""

import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "records"))
