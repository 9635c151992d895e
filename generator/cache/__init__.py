"""What has not changed is not made again.

Keyed by content and by all that a result hangs on; dropped with one line when damaged, foreign or
outdated; without it a build gives the same bytes.
"""

from generator.cache.cache import Cache
from generator.cache.store import DamagedCacheError

__all__ = ["Cache", "DamagedCacheError"]
