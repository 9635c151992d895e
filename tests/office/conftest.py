"""Word files in LibreOffice: half a minute of work, so only `make test-office` runs these tests."""

import os
import sys
from pathlib import Path

sys.path.append(str(Path(__file__).parents[1] / "word"))

if not os.environ.get("UMO_OFFICE"):
    collect_ignore_glob = ["test_*.py"]
