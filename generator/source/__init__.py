"""The only door for what stands in files: bytes → text → plain values with their places."""

from generator.source.front_matter import FrontMatter, split
from generator.source.links import BESIDE, OUTWARD, SIBLING, links_in, pictures_in
from generator.source.marks import Marks
from generator.source.tangles import tangle
from generator.source.text import read_text
from generator.source.tree import Tree, parse

__all__ = [
    "BESIDE",
    "OUTWARD",
    "SIBLING",
    "FrontMatter",
    "Marks",
    "Tree",
    "links_in",
    "parse",
    "pictures_in",
    "read_text",
    "split",
    "tangle",
]
