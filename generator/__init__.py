"""Records of teachers' methodical associations in, a website out."""

__version__ = "0.1.0"
