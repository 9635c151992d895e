"""Practices as learning resources, in the terms that LRMI has brought into schema.org.

A card speaks to teachers (its audience) about work with pupils: levels, grades, age and what the
practice `teaches` are theirs. `teaches` is the goal, the one field that says what pupils come to;
keywords stay keywords. What can be taken is a part of the card (`hasPart`), what is linked to is
only mentioned (`mentions`).

An author is a person only where the name may be shown, and a body only where the body itself is
the author. Others are credited in the words of the page (`creditText`), by post and organisation.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from generator.archive import Archive
from generator.load import Entry
from generator.models import Party, Practice
from generator.models.site import Licence
from generator.pages.addresses import PRACTICES, address
from generator.pages.metadata.associations import named_association
from generator.pages.metadata.graph import Here, Node, identity, node
from generator.pages.metadata.media import attachment
from generator.pages.metadata.organisations import named_organisation, organisation_ref
from generator.pages.names import Shown
from generator.values.ages import age_range
from generator.values.durations import exact_duration
from generator.values.languages import languages

_BANK = "Архив лучших практик"
_GRADE = re.compile(r"\d{1,2}")


def archive_of_practices(here: Here, publisher: str = "") -> Iterator[Node]:
    """What the index of practices says of them together; cards name it without the publisher."""
    yield node(
        "Collection",
        here.to(f"{PRACTICES}#archive"),
        name=_BANK,
        url=here.to(PRACTICES),
        publisher=organisation_ref(publisher, here) if publisher else None,
    )


def practice(
    archive: Archive, entry: Entry[Practice], authors: Iterable[Shown], licence: Licence, here: Here
) -> Iterator[Node]:
    """What a card says of its practice; of `authors` only what machines may be told of them."""
    record, publisher = entry.record, archive.site.record.publisher
    shown = list(authors)
    yield node(
        "LearningResource",
        here.to(identity(entry)),
        name=record.title,
        description=record.summary,
        url=here.to(address(entry)),
        **_learning(record),
        author=list(_authors(archive, record.authors, shown, here)),
        creditText="; ".join([_credit(author) for author in shown]),
        **_bodies(archive, record, here),
        publisher=organisation_ref(publisher, here),
        license=licence.address or node("CreativeWork", name=licence.name),
        creativeWorkStatus=record.status.label,
        dateCreated=record.created_on and record.created_on.isoformat(),
        dateModified=here.changed and here.changed.isoformat(),
        expires=record.valid_until and record.valid_until.isoformat(),
        isPartOf=next(archive_of_practices(here)),
        isAccessibleForFree=True,
        hasPart=[attachment(item, entry, here) for item in record.products],
        mentions=[attachment(item, entry, here) for item in record.links],
        citation=list(record.sources),
    )


def _learning(record: Practice) -> dict[str, Any]:
    """What is learnt, by whom, in which time."""
    levels = [f"{level.label} образование" for level in record.education_levels]
    return {
        "about": [node("Thing", name=name) for name in record.subjects],
        "keywords": list(record.keywords),
        "inLanguage": [_language(*named) for named in languages(record.language or "русский")],
        "learningResourceType": record.type.label,
        "educationalLevel": [*levels, *(_grade(grade) for grade in record.grades)],
        "typicalAgeRange": age_range(record.age or ""),
        "audience": node("EducationalAudience", educationalRole="teacher"),
        "teaches": record.goal,
        "timeRequired": exact_duration(record.time_required or ""),
    }


def _language(name: str, code: str | None) -> str | Node:
    return code or node("Language", name=name)


def _grade(grade: str) -> str:
    return f"{grade} класс" if _GRADE.fullmatch(grade) else grade


def _authors(
    archive: Archive, parties: Iterable[Party], shown: Iterable[Shown], here: Here
) -> Iterator[Node]:
    for party, author in zip(parties, shown, strict=True):
        if author.full_name:
            place = author.organisation
            yield node(
                "Person",
                name=author.full_name,
                jobTitle=author.position,
                affiliation=node("Organization", name=place) if place else None,
            )
        elif not (party.person or party.role or party.position or party.group):
            yield _body(archive, party, here)


def _body(archive: Archive, party: Party, here: Here) -> Node:
    """An organisation or an association that has described its own practice."""
    if party.organisation:
        return named_organisation(archive.organisations[party.organisation], here)
    if party.association:
        return named_association(archive.associations[party.association], here)
    return node("Organization", name=party.organisation_name)


def _credit(author: Shown) -> str:
    if not author.full_name:
        return author.line
    return ", ".join(filter(None, (author.full_name, author.place)))


def _bodies(archive: Archive, record: Practice, here: Here) -> dict[str, Node | None]:
    """The school in which the practice has grown, and the association that stands behind it."""
    school = archive.organisations[record.organisation] if record.organisation else None
    body = archive.associations[record.association] if record.association else None
    return {
        "sourceOrganization": named_organisation(school, here) if school else None,
        "contributor": named_association(body, here) if body else None,
    }
