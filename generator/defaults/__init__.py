"""What a site's mkdocs.yml leaves out: the look, the navigation, the guide.

A site's repository holds none of it, so a newer version of the program brings all of it along.
"""

from generator.defaults.guide import add_guide, is_guide
from generator.defaults.mended import mend_theme
from generator.defaults.settings import fill_settings, watched

__all__ = ["add_guide", "fill_settings", "is_guide", "mend_theme", "watched"]
