"""axe-core over a page that is open in a browser: https://github.com/dequelabs/axe-core."""

import os
from functools import cache
from importlib.resources import files
from pathlib import Path

from playwright.sync_api import Page

WCAG = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
NEWEST = Path(__file__).parents[2] / ".cache/access/node_modules/axe-core/axe.min.js"
"""What tools/access.sh fetches for the heavy tests; else the script that comes with the wheel."""

RUN = """async (tags) => {
  const {violations} = await axe.run(document, {runOnly: tags, resultTypes: ["violations"]});
  return violations.flatMap((rule) => rule.nodes.map((node) =>
    `${rule.id}: ${node.target.join(" ")}: ${node.failureSummary.split("\\n").pop().trim()}`));
}"""


@cache
def script() -> str:
    """The text of axe-core."""
    if os.environ.get("UMO_TRUST") and NEWEST.is_file():
        return NEWEST.read_text("utf-8")
    return files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")


def violations(page: Page, *tags: str) -> list[str]:
    """What of a page breaks a rule of WCAG 2.2 A or AA, or of the further `tags`.

    The page's policy lets no script in; one that the browser itself runs needs no leave of it.
    """
    page.evaluate(script())
    found: list[str] = page.evaluate(RUN, [*WCAG, *tags])
    return found
