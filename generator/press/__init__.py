"""The press: pages into the theme's shell, without drawing the theme for each of them."""

from generator.press.press import Press, theme_wanted
from generator.press.shell import SHELL, Shape, Shell, ThemeWantedError, kept, name_of, restored

__all__ = [
    "SHELL",
    "Press",
    "Shape",
    "Shell",
    "ThemeWantedError",
    "kept",
    "name_of",
    "restored",
    "theme_wanted",
]
