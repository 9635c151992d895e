"""The entry of a person without the name; whatever stands around it stays to the letter."""

from datetime import date

import pytest

from generator.forgetting.entry import NotReplacedError, forgotten, without_entry
from generator.forgetting.person import Subject
from generator.load import Contents, Entry, Kind
from generator.models import People
from generator.source import parse

DAY = date(2026, 11, 21)
ANNA = """\
  - id: ivanova-anna
    surname: Иванова
    given_name: Анна
    # тел. у секретаря
    name_forms:
      genitive: Ивановой А. П.
    positions: [{title: учитель, organisation: shkola-2}]  # совместитель
    category: высшая
    about: |
      Строка.

      # Это не примечание.
    consent: {fields: [name], given_on: 2025-09-01, document: согласие Ивановой № 3}
"""
FORGOTTEN = """\
  - id: person-1
    positions:
      - title: учитель
        organisation: shkola-2
    consent:
      fields:
        - name
      given_on: 2025-09-01
      document: согласие от 2025-09-01
      withdrawn_on: 2026-11-21
"""
PETR = """\
  - id: petrov
    surname: Петров   # да, Петров
    positions: []
    consents:
      - {fields: [name], given_on: 2025-09-01, document: "№ 1"}
"""
HEAD = "# Люди\npeople:\n"


def subject(text: str, index: int) -> Subject:
    people = People.model_validate(parse(text, "").value).people
    row = people[index]
    return Subject(Entry(Kind.PERSON, row.id, "people.yml", Contents(row), ("people", index)))


def after(text: str, index: int = 0, new: str = "person-1") -> str:
    return forgotten(text, "people.yml", subject(text, index), new, DAY)


AROUND = {
    "alone": (HEAD, ""),
    "before another": (HEAD, PETR),
    "behind another": (HEAD + PETR, ""),
    "between comments": (HEAD + "  # Первая\n", "\n  # Второй\n" + PETR),
    "at the end of a file with more": (HEAD, "\n# Конец\n"),
    "without an indent": ("people:\n", "# Конец"),
}


@pytest.mark.parametrize("name", AROUND)
def test_nothing_but_the_entry_changes(name):
    before, behind = AROUND[name]
    index = 1 if PETR in before else 0
    assert after(before + ANNA + behind, index) == before + FORGOTTEN + behind


def test_a_list_that_is_not_indented():
    text = "people:\n" + "".join(line[2:] for line in (ANNA + PETR).splitlines(keepends=True))
    wanted = "".join(line[2:] for line in (FORGOTTEN + PETR).splitlines(keepends=True))
    assert after(text) == "people:\n" + wanted


def test_several_consents_are_withdrawn_each_and_one_that_was_stays():
    consents = (
        "people:\n  - id: a\n    surname: Иванова\n    consents:\n"
        "      - {fields: [name], given_on: 2025-09-01, document: № 1, withdrawn_on: 2026-01-01}\n"
        "      - {fields: [name], given_on: 2025-09-02, document: № 2}\n"
    )
    [row] = parse(after(consents, new="a"), "").value["people"]
    assert [one["withdrawn_on"] for one in row["consents"]] == ["2026-01-01", "2026-11-21"]
    assert row.keys() == {"id", "consents"}
    People.model_validate({"people": [row]})


def test_a_dash_on_a_line_of_its_own():
    text = "people:\n  -\n    id: a\n    surname: Иванова\n  -\n    id: b\n"
    rows = parse(after(text, new="a"), "").value["people"]
    assert rows == [{"id": "a"}, {"id": "b"}]


def test_what_takes_a_hand_is_left_alone():
    for text in (
        "people: [{id: a, surname: Иванова}, {id: b}]\n",
        "people:\n  - {id: a,\n  surname: Иванова}\n  - id: b\n",
    ):
        try:
            found = after(text, new="a")
        except NotReplacedError:
            continue
        assert parse(found, "").value["people"] == [{"id": "a"}, {"id": "b"}]


def test_a_value_that_would_be_written_otherwise_is_left_alone():
    text = "people:\n  - id: a\n    positions: [{title: учитель}]\n"
    hidden = text.replace("учитель", "учи\u200bтель")
    with pytest.raises(NotReplacedError):
        forgotten(hidden, "people.yml", subject(text, 0), "b", DAY)


def test_lines_keep_their_numbers_where_an_entry_is_passed_over():
    text = HEAD + ANNA + PETR
    found = without_entry(text, "people.yml", subject(text, 0))
    assert found.splitlines()[-5:] == PETR.splitlines()
    assert found.count("\n") == text.count("\n")
    assert "Иванов" not in found


@pytest.mark.parametrize(
    ("id_", "tells"),
    [("ivanova-anna", True), ("a-ivanowa", True), ("pedagog-12", False), ("person-3", False),
     ("uchitel-shkola-2", False), ("anna-p", True)],
)  # fmt: skip
def test_an_id_that_is_made_of_the_name(id_, tells):
    text = HEAD + ANNA.replace("ivanova-anna", id_)
    assert subject(text, 0).id_tells_name is tells
