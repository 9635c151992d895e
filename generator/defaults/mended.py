"""The theme's own templates, mended where they keep people out or are no valid HTML.

A copy of a template would have to follow each new version of the theme, which also names its files
after what they hold. So the few wrong places are replaced when a template is read; where a newer
theme has no such place, nothing happens. `tests/access` tells whether all is still well.
"""

from collections.abc import Callable

import jinja2

MAIN = "umo-text"
"""Where the link leads that skips header and menus: it stands on every page."""

MENDS: dict[str, tuple[tuple[str, str], ...]] = {
    "base.html": (
        # HTML 4.10.18.7: a checkbox has no autocomplete; menu.js closes what comes back open.
        (' id="__drawer" autocomplete="off">', ' id="__drawer">'),
        (' id="__search" autocomplete="off">', ' id="__search">'),
        # WCAG 2.4.1: also where a page has no headings besides its title; past the print buttons.
        ("{% if page.toc | first is defined %}", "{% if true %}"),
        ("{% set skip = page.toc | first %}", ""),
        ("{{ skip.url | url }}", f"#{MAIN}"),
        (
            '<article class="md-content__inner md-typeset">',
            f'<article class="md-content__inner md-typeset" id="{MAIN}" tabindex="-1">',
        ),
    ),
    "partials/nav-item.html": (
        # HTML 6.6.3: an empty tabindex; menu.js puts a button there.
        (' tabindex="{{ tabindex }}"', ""),
        # WAI-ARIA 1.2: a landmark does not expand, the button that shows it does.
        (' aria-expanded="{{ nav_item.active | tojson }}"', ""),
    ),
    "partials/toc.html": (
        # HTML 4.10.4: only in the menu is there a checkbox that the label is for.
        (
            '<label class="md-nav__title" for="__toc">',
            '<{{ "label" if nav_item else "div" }} class="md-nav__title"'
            '{% if nav_item %} for="__toc"{% endif %}>',
        ),
        ("</label>", '</{{ "label" if nav_item else "div" }}>'),
    ),
}
"""What stands wrong in a template of the theme, and what has to stand there."""

Source = tuple[str, str | None, Callable[[], bool] | None]


class MendedLoader(jinja2.BaseLoader):
    """Reads templates as another loader does, and mends those of the theme."""

    def __init__(self, loader: jinja2.BaseLoader) -> None:
        self._loader = loader

    def get_source(self, environment: jinja2.Environment, template: str) -> Source:
        """The text of a template."""
        text, file, fresh = self._loader.get_source(environment, template)
        return mended(template, text), file, fresh

    def list_templates(self) -> list[str]:
        """The names of all templates."""
        return self._loader.list_templates()


def mended(template: str, text: str) -> str:
    """The text of a template with its wrong places replaced."""
    for wrong, right in MENDS.get(template, ()):
        text = text.replace(wrong, right)
    return text


def mend_theme(environment: jinja2.Environment) -> None:
    """Have an environment read the theme's templates mended."""
    if environment.loader is not None:
        environment.loader = MendedLoader(environment.loader)
