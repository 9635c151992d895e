"""The files of the index's script say of every practice what its record says."""

import gzip

import pytest
from many import archive_of
from shelf import Shelf

from generator.archive.facets import FacetName, folded, slug_of, values_of

FEW = 240
SEVERAL = (FacetName.SUBJECT, FacetName.EDUCATION, FacetName.GRADE, FacetName.KEYWORD)


@pytest.fixture(scope="module")
def crowd() -> Shelf:
    return Shelf(archive_of(FEW))


def packed(data: bytes) -> int:
    return len(gzip.compress(data, 9))


@pytest.mark.parametrize("facet", list(FacetName))
def test_every_practice_has_the_values_of_its_record(crowd: Shelf, facet: FacetName) -> None:
    place = list(FacetName).index(facet)
    archive = crowd.context.archive
    shown = crowd.choices(facet.value)
    assert len(shown) == len(archive.practices) == FEW + 1
    for id_, entry in archive.practices.items():
        said = values_of(entry.record)[place]
        assert len(shown[id_]) == len(said), id_
        if facet in (FacetName.SUBJECT, FacetName.GRADE, FacetName.KEYWORD):
            titles = {one.writing[:1].upper() + one.writing[1:] for one in said}
            assert {title.replace("\u00a0", " ") for title in shown[id_].values()} == titles
        elif facet is not FacetName.DIRECTION:
            assert set(shown[id_]) == {one.key for one in said}
    assert any(len(own) > 1 for own in shown.values()) is (facet in SEVERAL)


def test_practices_come_by_their_first_subject_the_oldest_first(crowd: Shelf) -> None:
    """So a new practice changes the last file of one subject."""
    data = crowd.json("practices/columns.json")
    archive = crowd.context.archive
    place = 0
    ids = crowd.ids()
    for slug, length in data["runs"]:
        own = [archive.practices[id_].record for id_ in ids[place : place + length]]
        assert {slug_of(folded(record.subjects[0])) for record in own} == {slug}
        days = [record.created_on.isoformat() if record.created_on else "" for record in own]
        assert days == sorted(days)
        place += length
    assert place == len(ids) == len(set(ids))


def test_days_and_titles_put_them_in_order(crowd: Shelf) -> None:
    data = crowd.json("practices/columns.json")
    archive = crowd.context.archive
    records = [archive.practices[id_].record for id_ in crowd.ids()]
    day, days = 0, []
    for step in data["days"]:
        day += step
        days.append(day)
    ordinal = [r.created_on.toordinal() - 730120 if r.created_on else 0 for r in records]
    assert days == ordinal
    titles = [records[at].title.casefold() for at in data["titles"]]
    assert sorted(data["titles"]) == list(range(len(records)))
    assert titles == sorted(titles)


def test_quotes_and_letters_do_not_disturb_the_order_of_titles() -> None:
    shelf = Shelf.of(
        a={"title": "Ёлка и ель"}, b={"title": "«Жук» на уроке"}, c={"title": "Дом"},
        d={"title": "ель"},
    )  # fmt: skip
    order = shelf.json("practices/columns.json")["titles"]
    assert [shelf.ids()[place] for place in order] == ["c", "a", "d", "b"]


def test_the_commonest_writing_is_shown() -> None:
    shelf = Shelf.of(
        a={"keywords": ["впр"]}, b={"keywords": ["ВПР"]}, c={"keywords": ["ВПР", "опыт"]}
    )
    assert shelf.choices("keyword")["a"] == {"vpr": "ВПР"}


def test_a_direction_is_told_with_the_words_of_its_regulation() -> None:
    """The same code in two associations under one regulation is one value; without one another."""
    shelf = Shelf.of(
        a={"direction": "5.1", "association": "mo-matematika"},
        b={"direction": "5.1", "association": "mumo"},
        c={"direction": "5.1"},
    )
    found = shelf.choices("direction")
    regulation = shelf.context.archive.associations["mo-matematika"].record.regulation
    same = shelf.context.archive.associations["mumo"].record.regulation == regulation
    assert (found["a"].keys() == found["b"].keys()) is same
    assert found["c"] == {"5-1": "5.1"}
    assert found["a"].keys() == {f"{regulation}-5-1"}


def test_values_stand_in_their_own_order() -> None:
    shelf = Shelf.of(
        a={"grades": ["10", "старшая группа"], "education_levels": ["secondary"],
           "created_on": "2024-10-01", "subjects": ["яз", "Ёж", "ель"]},
        b={"grades": ["5", "9"], "education_levels": ["preschool"], "created_on": "2026-10-01"},
    )  # fmt: skip
    facets = {one["name"]: one for one in shelf.json("practices/columns.json")["facets"]}
    order = {name: [slug for slug, _ in one.get("values", ())] for name, one in facets.items()}
    assert order["grade"] == ["5", "9", "10", "starshaya-gruppa"]
    assert order["education"] == ["preschool", "secondary"]
    assert order["year"] == ["2026-2027", "2024-2025"]
    assert order["subject"] == ["ezh", "el", "matematika", "yaz"]


def test_columns_have_no_texts_of_practices(crowd: Shelf) -> None:
    titles = {entry.record.title for entry in crowd.context.archive.practices.values()}
    data = crowd.data("practices/columns.json").decode()
    assert not [title for title in titles if title in data]


def test_what_is_not_public_is_in_no_file() -> None:
    shelf = Shelf.of(a={}, taynaya={"status": "draft", "title": "Тайна", "keywords": ["секрет"]})
    for address, draft in shelf.drafts.items():
        made = draft.make()
        text = made.body if hasattr(made, "body") else made.data.decode()
        assert "айна" not in text, address
        assert "екрет" not in text, address
    assert shelf.ids() == ["a"]


def test_without_practices_there_is_nothing_to_choose() -> None:
    shelf = Shelf.of(taynaya={"status": "draft"})
    assert shelf.drafts.keys() == {
        "practices/",
        "practices/columns.json",
        "practices/keyword.json",
    }
    assert "Практик пока нет" in shelf.page("practices/").text_content()
    assert shelf.json("practices/columns.json")["days"] == []
    assert shelf.page("practices/").xpath(".//*[@data-umo-browse]") == []


def test_new_is_what_came_within_a_month() -> None:
    fields = {f"p{n:02}": {"created_on": f"2026-11-{n:02}", "title": f"Т{n}"} for n in range(1, 16)}
    old = {"old": {"created_on": "2026-10-21"}, "edge": {"created_on": "2026-10-22"}}
    ahead = {"ahead": {"created_on": "2026-11-22"}}
    page = Shelf.of(**fields, **old, **ahead).page("practices/")
    news = page.xpath(".//*[@data-umo-news]")[0]
    assert news.xpath("./h2/text()") == ["Новое за месяц"]
    titles = news.xpath(".//h3/a/text()")
    assert titles == [f"Т{n}" for n in range(15, 3, -1)]
    assert "И ещё 4 практики" in news.text_content(), "with the one of 22 October"


def test_where_nothing_is_new_the_latest_are_shown() -> None:
    page = Shelf.of(**{f"p{n}": {"created_on": f"2025-0{n}-01"} for n in range(1, 9)}).page(
        "practices/"
    )
    news = page.xpath(".//*[@data-umo-news]")[0]
    assert news.xpath("./h2/text()") == ["Недавно добавлены"]
    assert len(news.xpath(".//h3")) == 6


def test_ten_thousand_practices_load_within_the_limit() -> None:
    """The body of the page, its columns, the keywords that come later, and 20 cards of a choice.

    The theme's own files are some 75 KB more.
    """
    shelf = Shelf(archive_of(10_000))
    page = packed(shelf.drafts["practices/"].make().body.encode())
    columns = packed(shelf.data("practices/columns.json"))
    keywords = packed(shelf.data("practices/keyword.json"))
    cards = [packed(shelf.data(f"practices/cards/matematika-{n}.json")) for n in range(1, 6)]
    assert page <= 10_000
    assert columns <= 95_000
    assert page + columns + keywords + sum(cards) <= 250_000


def test_files_are_the_same_for_the_same_records() -> None:
    fields = {"a": {"subjects": ["б", "а"]}, "b": {"keywords": ["в", "г"]}}
    one, two = Shelf.of(**fields), Shelf.of(**dict(reversed(fields.items())))
    files = [address for address in one.drafts if address.endswith(".json")]
    assert len(files) >= 4
    assert {f: one.data(f) for f in files} == {f: two.data(f) for f in files}


def test_cards_are_texts_and_set_as_on_pages() -> None:
    shelf = Shelf.of(a={"title": 'О "том" - и в этом <b>', "summary": "Слово " * 60})
    (card,) = shelf.json("practices/cards/matematika-1.json")
    assert card["title"] == "О\u00a0«том»\u00a0— и\u00a0в\u00a0этом <b>"
    assert card["summary"].endswith("Слово…")
    assert len(card["summary"]) <= 221
