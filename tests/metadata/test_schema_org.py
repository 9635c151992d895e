"""The validator refuses what schema.org does not have, and takes what it has."""

from typing import Any

import pytest
from graph_check import faults, unmet
from schema_org import known, lineage, properties


def document(*things: dict[str, Any]) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@graph": list(things)}


def lesson(**values: Any) -> dict[str, Any]:
    return document({"@type": "LearningResource", "name": "Устный счёт", **values})


def test_the_vocabulary_knows_types_their_ancestors_and_properties() -> None:
    assert lineage("School") == {
        "School",
        "EducationalOrganization",
        "CivicStructure",
        "Organization",
        "Place",
        "Thing",
    }
    own = properties("LearningResource")
    assert own["educationalLevel"] == {"DefinedTerm", "Text", "URL"}
    assert own["dateCreated"] == {"Date", "DateTime"}, "of CreativeWork"
    assert own["name"] == {"Text"}, "of Thing"
    assert "startDate" not in own
    assert not known("Lesson")
    assert not known("SchemaOrgBase")
    assert not known("../School")
    assert lineage("Lesson") == frozenset()


@pytest.mark.parametrize(
    "values",
    [
        {"timeRequired": "PT1H30M"},
        {"timeRequired": "P5W"},
        {"dateCreated": "2026-04-14"},
        {"dateCreated": "2026-04-14T14:30:00+03:00"},
        {"license": "https://creativecommons.org/licenses/by/4.0/deed.ru"},
        {"license": {"@type": "CreativeWork", "name": "Особая"}},
        {"url": "../../practices/a/#practice"},
        {"url": "./"},
        {"isAccessibleForFree": True},
        {"keywords": ["счёт", "разминка"]},
        {"author": {"@type": "School", "name": "Школа"}},
        {"author": {"@id": "https://a.example/organisations/#shkola"}},
        {"copyrightYear": 2026},
        {"@id": "#a"},
    ],
)
def test_what_schema_org_has_is_taken(values: dict[str, Any]) -> None:
    assert faults(lesson(**values)) == []


@pytest.mark.parametrize(
    ("values", "fault"),
    [
        ({"startDate": "2026-04-14"}, ": startDate is no property of it"),
        ({"nmae": "Счёт"}, ": nmae is no property of it"),
        ({"timeRequired": "40 минут"}, ".timeRequired: '40 минут' is no Duration"),
        ({"timeRequired": "PT"}, ".timeRequired: 'PT' is no Duration"),
        ({"timeRequired": "P"}, ".timeRequired: 'P' is no Duration"),
        ({"timeRequired": "P1W2D"}, ".timeRequired: 'P1W2D' is no Duration"),
        ({"dateCreated": "14.04.2026"}, ".dateCreated: '14.04.2026' is no Date or DateTime"),
        ({"dateCreated": "2026-02-30"}, ".dateCreated: '2026-02-30' is no Date or DateTime"),
        ({"dateCreated": "20260414"}, ".dateCreated: '20260414' is no Date or DateTime"),
        (
            {"dateCreated": "2026-04-14T25:00"},
            ".dateCreated: '2026-04-14T25:00' is no Date or DateTime",
        ),
        ({"license": "CC BY 4.0"}, ".license: 'CC BY 4.0' is no CreativeWork or URL"),
        ({"license": "https://"}, ".license: 'https://' is no CreativeWork or URL"),
        ({"author": "Иванова"}, ".author: 'Иванова' is no Organization or Person"),
        (
            {"author": {"@type": "Place", "name": "Школа"}},
            ".author: a Place where Organization or Person is expected",
        ),
        ({"author": {"name": "Школа"}}, ".author: has no type"),
        ({"author": {"@type": "Scool"}}, ".author Scool: Scool is no type"),
        ({"author": []}, ".author: empty"),
        ({"name": ""}, ".name: '' is no Text"),
        ({"name": None}, ".name: None is no Text"),
        ({"name": 5}, ".name: 5 is no Text"),
        ({"isAccessibleForFree": 1}, ".isAccessibleForFree: 1 is no Boolean"),
        ({"keywords": [["счёт"]]}, ".keywords: ['счёт'] is no DefinedTerm or Text or URL"),
    ],
)
def test_what_schema_org_has_not_is_refused(values: dict[str, Any], fault: str) -> None:
    assert faults(lesson(**values))[0] == f"[0] LearningResource{fault}"


@pytest.mark.parametrize(
    ("status", "taken"),
    [
        ("https://schema.org/EventCancelled", True),
        ("https://schema.org/EventStatusType", False),
        ("https://schema.org/OnlineEventAttendanceMode", False),
        ("EventCancelled", False),
        ("https://schema.org/Cancelled", False),
    ],
)
def test_a_term_is_one_of_its_own_list(status: str, *, taken: bool) -> None:
    event = {"@type": "Event", "eventStatus": status}
    assert (faults(document(event)) == []) is taken


def test_a_document_is_a_graph_of_typed_things_each_told_once() -> None:
    assert faults([]) == ["the document has other parts than @context and @graph"]
    assert faults({"@graph": []}) == ["the document has other parts than @context and @graph"]
    assert faults({"@context": "https://x.example", "@graph": []}) == ["another @context"]
    assert faults(document({"@id": "#a"})) == ["[0]: has no type"]
    assert faults(document({"@type": "Lesson"})) == ["[0] Lesson: Lesson is no type"]
    twice = {"@type": "School", "@id": "#a"}
    assert faults(document(twice, dict(twice))) == ["two things are #a"]


def test_what_search_engines_want_is_missed() -> None:
    place = {"@type": "Place", "name": "Школа"}
    event = {
        "@type": "Event",
        "name": "Заседание",
        "description": "О счёте",
        "startDate": "2026-04-14T14:00",
        "endDate": "2026-04-14T13:00",
        "eventStatus": "https://schema.org/EventScheduled",
        "organizer": {"@type": "School", "@id": "#a"},
        "location": place,
    }
    assert unmet(document(event)) == ["Event : ends before it starts", "Place : no address"]
    trail = {
        "@type": "BreadcrumbList",
        "itemListElement": [{"@type": "ListItem", "position": 2, "name": "А"}],
    }
    assert unmet(document(trail)) == ["BreadcrumbList : positions are [2]", "ListItem : no item"]
    data = {
        "@type": "Dataset",
        "name": "Практики",
        "description": "Коротко",
        "license": "https://a.example/",
        "publisher": {"@id": "#a"},
        "distribution": [{"@type": "DataDownload", "contentUrl": "a.csv"}],
    }
    assert unmet(document(data)) == [
        "Dataset : the description has fewer than 50 or more than 5000 letters",
        "DataDownload : no encodingFormat",
    ]
    assert unmet(document({"@type": "School", "name": "Школа"})) == ["School : no url"]
