"""The open data: a catalogue, and a data set for each table with its files."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.load import Entry
from generator.models import Organisation
from generator.models.site import Licence
from generator.pages.addresses import DATA
from generator.pages.metadata.graph import Here, Node, node
from generator.pages.metadata.organisations import organisation


@dataclass(frozen=True, slots=True)
class Offer:
    """A table as the page of data offers it; `files` are addresses with their formats."""

    name: str
    title: str
    description: str
    files: tuple[tuple[str, str], ...]


def catalogue(
    offers: Iterable[Offer],
    publisher: Entry[Organisation],
    licence: Licence,
    here: Here,
) -> Iterator[Node]:
    """What the page of data says of its tables."""
    about, office = here.to(f"{DATA}#catalogue"), organisation(publisher, here)
    yield node("DataCatalog", about, name="Открытые данные", url=here.to(DATA), publisher=office)
    for offer in offers:
        yield node(
            "Dataset",
            here.to(f"{DATA}#{offer.name}"),
            name=offer.title,
            description=offer.description,
            url=here.to(f"{DATA}#{offer.name}"),
            includedInDataCatalog=node("DataCatalog", about),
            publisher=node(office["@type"], office["@id"]),
            license=licence.address,
            isAccessibleForFree=True,
            inLanguage="ru",
            distribution=[
                node("DataDownload", contentUrl=here.to(where), encodingFormat=form)
                for where, form in offer.files
            ],
        )
