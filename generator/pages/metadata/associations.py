"""Associations of teachers. Nobody of their members is named here: that is for the page."""

from collections.abc import Iterator
from functools import partial

from generator.archive import Archive
from generator.load import Entry
from generator.models import Association
from generator.pages.addresses import address
from generator.pages.metadata.graph import Here, Node, identity, node
from generator.pages.metadata.organisations import named_organisation


def association(archive: Archive, entry: Entry[Association], here: Here) -> Iterator[Node]:
    """What the page of an association says of it."""
    record = entry.record
    named = partial(named_association, here=here)
    parent = archive.associations[record.parent] if record.parent else None
    founder = archive.organisations[record.founder] if record.founder else None
    yield node(
        "Organization",
        here.to(identity(entry)),
        name=record.name,
        alternateName=[name for name in (record.short_name, *record.other_names) if name],
        description=record.about or record.goal,
        url=here.to(address(entry)),
        foundingDate=record.created_on and record.created_on.isoformat(),
        dissolutionDate=record.liquidated_on and record.liquidated_on.isoformat(),
        founder=named_organisation(founder, here) if founder else None,
        parentOrganization=named(parent) if parent else None,
        subOrganization=[named(child) for child in archive.relations.children.get(entry.id, ())],
        knowsAbout=list(record.subjects),
    )


def named_association(entry: Entry[Association], here: Here) -> Node:
    """An association by name."""
    name, where = entry.record.name, here.to(address(entry))
    return node("Organization", here.to(identity(entry)), name=name, url=where)
