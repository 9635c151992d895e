"""Related practices after an edit: worked out again only where a trait has changed, shown anew only
where the list has."""

from collections import Counter

import pytest
from demonstration import restored
from test_related_shown import CARDS, put
from workshop import differing, project, replace_in, warm

import generator.cache.readings as readings
import generator.reckoning as reckoning
from generator.printing import Printer


@pytest.fixture(scope="module")
def shared(tmp_path_factory):
    made = project(tmp_path_factory.mktemp("related"))
    for id_, fields in CARDS.items():
        put(made / "content", id_, **fields)
    return made


@pytest.fixture
def folder(shared, monkeypatch):
    """A project that has been built, with cards of four subjects."""
    monkeypatch.setattr(readings, "_TOO_FRESH", 0)
    monkeypatch.setenv("UMO_WORKERS", "1")
    with restored(shared):
        warm(shared)
        yield shared


@pytest.fixture
def counted(folder, monkeypatch):
    """Count the subjects worked out and the cards made; asking for the counts begins anew."""
    counts = {"subjects": Counter(), "cards": Counter()}
    work_out, make = reckoning.kin_on, Printer._print

    def counting_kin(relations, slug):
        counts["subjects"][slug] += 1
        return work_out(relations, slug)

    def counting_print(self, draft):
        parts = draft.address.split("/")
        if parts[0] == "practices" and len(parts) == 3 and parts[1] in (*CARDS, "ustnyy-schet"):
            counts["cards"][parts[1]] += 1
        return make(self, draft)

    monkeypatch.setattr(reckoning, "kin_on", counting_kin)
    monkeypatch.setattr(Printer, "_print", counting_print)

    def build():
        for counter in counts.values():
            counter.clear()
        warm(folder)
        assert set(counts["subjects"].values()) <= {1}
        return set(counts["subjects"]), set(counts["cards"])

    return build


def edit(folder, id_, old, new):
    replace_in(folder / f"content/practices/{id_}.md", old, new)


def test_nothing_is_worked_out_when_nothing_has_changed(counted):
    assert counted() == (set(), set())


def test_an_edit_of_a_text_makes_its_own_card_alone(folder, counted):
    edit(folder, "chasy", "Описание.", "Описание подробнее.")
    edit(folder, "chasy", "Коротко о том, что делается.", "Коротко.")
    assert counted() == (set(), {"chasy"})


def test_a_changed_title_makes_the_cards_that_show_it(folder, counted):
    edit(folder, "stanok", "title: Станок", "title: Станок и резец")
    assert counted() == ({"tehnologiya", "literatura"}, {"stanok", "most", "oda"})
    assert differing(folder) == []


def test_a_trait_that_changes_no_list_makes_no_other_card(folder, counted):
    edit(folder, "arhiv", "keywords: []", "keywords: [опора]")
    assert counted() == ({"fizika"}, {"arhiv"})
    assert differing(folder) == []


def test_a_new_practice_and_one_withdrawn(folder, counted):
    put(folder / "content", "chernovik", **CARDS["chernovik"] | {"status": "in_bank"})
    subjects, cards = counted()
    assert subjects == {"fizika", "literatura"}
    assert cards == {"chernovik", "volny", "chasy", "most", "arhiv", "oda"}
    assert differing(folder) == []
    put(folder / "content", "chernovik", **CARDS["chernovik"])
    assert counted()[0] == {"fizika", "literatura"}
    assert "Маятник в лифте" not in (folder / "site/practices/oda/index.html").read_text("utf-8")
    assert differing(folder) == []


def test_a_subject_that_goes_takes_its_lists_along(folder, counted):
    edit(folder, "most", "subjects: [физика, технология]", "subjects: [физика]")
    edit(folder, "stanok", "subjects: [Технология]", "subjects: [черчение]")
    assert counted() == ({"cherchenie"}, {"most", "stanok"})
    assert differing(folder) == []
    assert counted() == (set(), set())
