"""The way to a page, as search engines print it above a result."""

from collections.abc import Iterable, Iterator

from generator.pages.addresses import HOME
from generator.pages.metadata.graph import Here, Node, one_line

START = "Главная"
"""What the home page is called in the navigation."""


def breadcrumbs(here: Here, trail: Iterable[tuple[str, str]], title: str) -> Iterator[Node]:
    """The way from the home page; the home page itself has none."""
    if here.address == HOME:
        return
    steps = ((START, HOME), *trail, (title, here.address))
    yield {
        "@type": "BreadcrumbList",
        "itemListElement": [
            {
                "@type": "ListItem",
                "position": place,
                "name": one_line(name),
                "item": {"@type": "WebPage", "@id": here.to(where)},
            }
            for place, (name, where) in enumerate(steps, start=1)
        ],
    }
