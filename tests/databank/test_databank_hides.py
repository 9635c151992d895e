"""Whatever the table: no number from 1 to 4 comes out, or can be worked out, and no cell."""

from datetime import date
from itertools import combinations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from office_tables import HEAD, TODAY, counts, csv_bytes, databank, project
from pydantic import ValidationError

from generator.databank.counting import summarised
from generator.databank.failure import DataBankError
from generator.databank.people import Counted
from generator.models.data_bank import DataBank
from generator.models.vocabulary import CategoryCode

DAY = date(2026, 11, 21)
FAST = settings(deadline=None, suppress_health_check=list(HealthCheck))
MEMBER = st.fixed_dictionaries(
    {
        Counted.CATEGORY: st.sampled_from(CategoryCode),
        Counted.EXPERIENCE: st.integers(0, 80),
        Counted.AGE: st.integers(16, 100),
    }
)
SECRETS = ("Тайнова", "Скрытный", "12.03.1980", "1980-03-12", "МП1234567")
CELL = st.one_of(
    st.sampled_from([*SECRETS, "высшая", "1", "б/к", "26 лет", "", "Тайнова 26 лет", "с Тайновой"]),
    st.text(max_size=4).map(lambda text: f"Тайнова{text}"),
    st.integers(-5, 120),
)


def tables(bank: DataBank) -> list[list[int]]:
    rows = (bank.category, bank.experience, bank.age)
    return [[row.people for row in table] for table in rows if table]


@given(st.lists(MEMBER, max_size=60))
@settings(FAST, max_examples=200)
def test_no_number_is_small_and_none_can_be_worked_out(members):
    if len(members) < 5:
        with pytest.raises(DataBankError):
            summarised(members, set(Counted), DAY)
        return
    bank = DataBank.model_validate(summarised(members, set(Counted), DAY))
    assert bank.total == len(members)
    for table in tables(bank):
        for size in range(1, len(table) + 1):
            for some in combinations(table, size):
                assert sum(some) >= 5
                left = bank.total - sum(some)
                assert left == 0 or left >= 5


@given(st.lists(MEMBER, min_size=5, max_size=60))
@settings(FAST, max_examples=100)
def test_the_numbers_are_right(members):
    bank = DataBank.model_validate(summarised(members, set(Counted), DAY))
    for table, what in ((bank.experience, Counted.EXPERIENCE), (bank.age, Counted.AGE)):
        for row in table:
            last = 1000 if row.to_years is None else row.to_years
            held = [one for one in members if (row.from_years or 0) <= one[what] <= last]
            assert row.people == len(held)
    for row in bank.category:
        if row.category:
            held = [one for one in members if one[Counted.CATEGORY] is row.category]
            assert row.people == len(held)


@pytest.fixture(scope="module")
def outside(tmp_path_factory):
    folder = tmp_path_factory.mktemp("outside")
    project(folder)
    return folder


@given(st.lists(st.lists(CELL, min_size=4, max_size=5), max_size=25), st.booleans())
@settings(FAST, max_examples=60)
def test_nothing_of_a_cell_is_said(outside, rows, headed):
    file = outside / "t.csv"
    file.write_bytes(csv_bytes([*([HEAD] if headed else []), *rows]))
    done = databank(outside / "repository", file)
    said = done.stdout + done.stderr
    assert done.returncode in (0, 1)
    assert not [secret for secret in SECRETS if secret[:6] in said]
    assert not [number for number in counts(done.stdout) if number < 5]


@given(st.lists(st.integers(0, 9), max_size=5), st.integers(0, 40))
@settings(FAST, max_examples=200)
def test_nobody_writes_a_small_number_by_hand(people, total):
    rows = [
        {"category": code.value, "people": str(n)}
        for code, n in zip(CategoryCode, people, strict=False)
    ]
    fields = {"as_of": TODAY, "total": str(total), "category": rows}
    left = total - sum(people)
    safe = total >= 5 and all(n >= 5 for n in people) and (not people or left == 0 or left >= 5)
    if safe:
        DataBank.model_validate(fields)
    else:
        with pytest.raises(ValidationError):
            DataBank.model_validate(fields)


BANDS = {
    "one band twice": [{"to": "9", "people": "10"}, {"to": "9", "people": "9"}],
    "bands that share a year": [{"to": "10", "people": "10"}, {"from": "10", "people": "9"}],
    "a band behind an open one": [{"from": "10", "people": "10"}, {"from": "20", "people": "8"}],
    "a band that ends before it begins": [{"from": "9", "to": "3", "people": "10"}],
    "more people than there are": [{"to": "9", "people": "31"}],
    "four": [{"to": "9", "people": "4"}],
}


@pytest.mark.parametrize("name", BANDS)
def test_bands_whose_difference_would_tell(name):
    for table in ("experience", "age"):
        with pytest.raises(ValidationError):
            DataBank.model_validate({"as_of": TODAY, "total": "30", table: BANDS[name]})


def test_a_category_twice():
    rows = [{"people": "10"}, {"people": "10"}]
    with pytest.raises(ValidationError):
        DataBank.model_validate({"as_of": TODAY, "total": "30", "category": rows})
