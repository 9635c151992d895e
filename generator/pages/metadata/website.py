"""The site as a whole, and who publishes it."""

from collections.abc import Iterator

from generator.load import Entry
from generator.models import Organisation, Site
from generator.pages.addresses import HOME
from generator.pages.metadata.graph import Here, Node, node
from generator.pages.metadata.organisations import organisation


def website(site: Site, publisher: Entry[Organisation], here: Here) -> Iterator[Node]:
    """What the home page says of the site."""
    office = organisation(publisher, here)
    yield node(
        "WebSite",
        here.to("#site"),
        name=site.title,
        description=site.description,
        url=here.to(HOME),
        inLanguage="ru",
        license=site.licence.address,
        publisher=node(office["@type"], office["@id"]),
    )
    yield office
