"""What the tests of related practices share."""

import sys
from pathlib import Path

# The small project that is built again and again stands with the tests of the cache.
sys.path.append(str(Path(__file__).parents[1] / "cache"))
