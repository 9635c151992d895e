"""What is kept of people never stands for a look into the archive, nor outlives a change."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from generator.models import Organisation, Person
from generator.models.vocabulary import ConsentPurpose
from generator.pages.names import Names

PERSON = {
    "id": "ivanova-anna",
    "surname": "Иванова",
    "given_name": "Анна",
    "positions": [
        {"title": "учитель", "organisation": "shkola-1", "to": "2020-08-31"},
        {"title": "завуч", "organisation": "shkola-1", "from": "2020-09-01"},
    ],
    "consent": {"fields": ["name"], "given_on": "2025-09-01", "document": "согласие № 14"},
}


def archive_of(person: dict[str, Any], school: str) -> Any:
    organisation = Organisation.model_validate({"id": "shkola-1", "name": school})
    return SimpleNamespace(
        people={"ivanova-anna": SimpleNamespace(record=Person.model_validate(person))},
        organisations={"shkola-1": SimpleNamespace(record=organisation)},
    )


def test_each_day_has_its_post() -> None:
    names = Names(archive_of(PERSON, "Школа № 1"), ConsentPurpose.PAGES)
    for _ in range(2):
        assert names.person("ivanova-anna", date(2019, 1, 1)).position == "учитель"
        assert names.person("ivanova-anna", date(2021, 1, 1)).position == "завуч"
        assert names.person("ivanova-anna").line == "завуч, Школа № 1, А.\u00a0Иванова"


def test_a_changed_record_is_seen_at_once() -> None:
    archive = archive_of(PERSON, "Школа № 1")
    names = Names(archive, ConsentPurpose.PAGES)
    assert names.person("ivanova-anna").full_name == "Иванова Анна"
    archive.organisations = archive_of(PERSON, "Гимназия").organisations
    assert names.person("ivanova-anna").organisation == "Гимназия"
    for turn in range(50):  # a record that is gone may leave its place in memory to the next
        without = {"id": "ivanova-anna", "positions": [{"title": f"методист {turn}"}]}
        archive.people = archive_of(without, "Гимназия").people
        assert names.person("ivanova-anna").line == f"методист {turn}"
    archive.people = {}
    assert names.person("ivanova-anna").line == "участник"


def test_the_archive_is_asked_each_time() -> None:
    asked: list[str] = []

    class Told(dict[str, Any]):
        def get(self, key: str, default: Any = None) -> Any:
            asked.append(key)
            return super().get(key, default)

    archive = archive_of(PERSON, "Школа № 1")
    archive.people, archive.organisations = Told(archive.people), Told(archive.organisations)
    names = Names(archive, ConsentPurpose.PAGES)
    for _ in range(3):
        names.person("ivanova-anna")
    assert asked == ["ivanova-anna", "shkola-1"] * 3
