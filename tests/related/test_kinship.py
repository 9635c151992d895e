"""Which practices are near to each other, and why: by a set put together by hand, and by any."""

import math
import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.archive import kinship
from generator.archive.kinship import COMMON, MOST, Circle
from generator.archive.traits import Traits
from generator.values import NBSP

PHYSICS = (
    Traits("pogreshnost", "Погрешность без страха", ("7", "8"), ("измерение", "график")),
    Traits("shest-izmereniy", "Шесть измерений погрешности", ("7",), ("измерения", "прибор")),
    Traits("grafiki", "Графики движения на одном листе", ("8", "9"), ("график",)),
    Traits("plavanie", "Плавание тел: урок-спор", ("7", "8"), ("спор",)),
    Traits("ege", "Задачи ЕГЭ о погрешностях приборов", ("11",), ()),
    Traits("fizika-v-skazkah", "Физика в сказках", ("7",), ("чтение",)),
    Traits("kruzhok", "Кружок для всех после уроков", (), ("прибор", "опыт")),
    Traits("lampa", "Лампа и нить", ("10",), ("ток",)),
)


def near(number, having):
    """What a word is worth that so many of a number of practices have."""
    return round(1000 * math.log(1 + number / having))


@pytest.fixture(scope="module")
def physics():
    return Circle(PHYSICS)


def names(kin):
    return [one.id for one in kin]


def test_the_nearest_in_their_order_with_what_they_share(physics):
    found = physics.nearest("pogreshnost")
    assert [(one.id, one.common) for one in found] == [
        ("shest-izmereniy", (f"7{NBSP}класс", "измерение", "погрешность")),
        ("grafiki", (f"8{NBSP}класс", "график")),
        ("plavanie", (f"7 и 8{NBSP}классы",)),
        ("ege", ("погрешность",)),
        ("fizika-v-skazkah", (f"7{NBSP}класс",)),
    ]
    # «Измерение» is a keyword of both, two of eight have it; «погрешность» three have.
    assert found[0].score == 1000 + 2 * near(8, 2) + near(8, 3)
    assert found[1].score == 2000 // 3 + 2 * near(8, 2)
    assert [one.score for one in found[2:]] == [2000, near(8, 3), 1000]
    assert found[0].title == "Шесть измерений погрешности"


def test_the_order_of_the_last_two_is_that_of_their_measure(physics):
    assert near(8, 3) > 1000


def test_a_keyword_meets_a_word_of_a_title(physics):
    """It counts once, since it is no keyword of the other."""
    assert physics.score("kruzhok", "ege") == near(8, 3)
    assert physics.score("kruzhok", "shest-izmereniy") == 2 * near(8, 3)
    assert names(physics.nearest("kruzhok")) == ["shest-izmereniy", "plavanie", "ege"]
    assert [one.common for one in physics.nearest("kruzhok")[1:]] == [("урок",), ("прибор",)]


def test_what_shares_nothing_is_not_related(physics):
    assert physics.nearest("lampa") == []
    assert physics.score("lampa", "ege") == 0


@pytest.mark.parametrize("seed", range(5))
def test_the_order_of_the_records_changes_nothing(physics, seed):
    shuffled = list(PHYSICS)
    random.Random(seed).shuffle(shuffled)  # noqa: S311
    circle = Circle(shuffled)
    assert [circle.nearest(one.id) for one in PHYSICS] == [physics.nearest(o.id) for o in PHYSICS]


def test_of_equals_the_first_by_id_come_first():
    circle = Circle(Traits(f"p{place}", f"Слово{place}", ("5",)) for place in range(9))
    assert names(circle.nearest("p3")) == ["p0", "p1", "p2", "p4", "p5"]


def test_a_rare_word_outweighs_a_common_one():
    titles = ["Дроби вместе", *["Дроби"] * 8, "Вместе весело", "Площади"]
    circle = Circle(Traits(f"p{place:02}", title) for place, title in enumerate(titles))
    assert names(circle.nearest("p00"))[0] == "p09"
    assert circle.score("p00", "p09") == near(11, 2)
    assert circle.score("p00", "p01") == near(11, 9)


def test_what_nearly_all_have_is_not_looked_at(monkeypatch):
    members = [Traits(f"p{place:03}", "Дроби") for place in range(COMMON)]
    assert Circle(members).score("p000", "p001") == near(COMMON, COMMON)
    circle = Circle([*members, Traits("q", "Дроби")])
    assert circle.score("p000", "p001") == 0
    assert circle.nearest("p000") == []
    assert circle.common(members[0], members[1]) == ()


@pytest.mark.parametrize(
    ("one", "other", "common"),
    [
        ("Работа с текстом", "Тексты для работы", ("работа", "тексты")),
        ("Счёт", "Счета", ("счёт",)),
        ("Как и для чего это все", "Как для чего это они", ()),
        ("Урок в 7 классе", "Игра в 7 классе", ()),
        ("Разбор ЕГЭ", "Задачи ЕГЭ", ("ЕГЭ",)),
        ("УРОК БЕЗ МЕЛА", "УРОК БЕЗ ДОСКИ", ("урок",)),
        ("Scratch для всех", "Игры на scratch", ("scratch",)),
        ("Естественно-научная задача", "Научный взгляд", ("научный",)),
    ],
)
def test_words_of_titles(one, other, common):
    """By their stems, in the shorter of two writings; short and joining words do not count."""
    circle = Circle([Traits("a", one), Traits("b", other)])
    assert circle.common(*(Traits("a", one), Traits("b", other))) == common
    assert circle.common(Traits("b", other), Traits("a", one)) == common


@pytest.mark.parametrize(
    ("ours", "theirs", "words"),
    [
        ("7", "7", f"7{NBSP}класс"),
        ("7 8 9", "6 7 8 9 10", f"7–9{NBSP}классы"),
        ("10 11", "11 10", f"10 и 11{NBSP}классы"),
        ("5 7 9", "5 7 9", f"5, 7 и 9{NBSP}классы"),
        ("5 старшие", "старшие 5", f"5{NBSP}класс, старшие"),
        ("5", "6", ""),
        ("", "6", ""),
    ],
)
def test_grades_in_words(ours, theirs, words):
    one, other = (Traits(id_, "", tuple(g.split())) for id_, g in (("a", ours), ("b", theirs)))
    assert ", ".join(Circle([one, other]).common(one, other)) == words


def test_no_more_words_are_told_than_can_be_read():
    keywords = ("один", "два", "три", "четыре", "пять")
    one, other = Traits("a", "", (), keywords), Traits("b", "", (), keywords)
    assert len(Circle([one, other]).common(one, other)) == kinship.MOST_WORDS


def test_what_a_record_names_comes_first_and_is_not_found_again():
    members = [one._replace(named=("plavanie", "lampa")) for one in PHYSICS[:1]] + [*PHYSICS[1:]]
    circle = Circle(members)
    poem = Traits("stihi", "Погрешность рифмы", ("8",), ("график",))
    named = circle.named_by("pogreshnost", [PHYSICS[3], PHYSICS[7], poem])
    assert [(one.id, one.common) for one in named] == [
        ("plavanie", (f"7 и 8{NBSP}классы",)),
        ("lampa", ()),
        ("stihi", (f"8{NBSP}класс", "график", "погрешность")),
    ]
    assert [one.score for one in named] == sorted((one.score for one in named), reverse=True)
    assert {"plavanie", "lampa"}.isdisjoint(names(circle.nearest("pogreshnost")))


WORDS = st.sampled_from(["дроби", "дробей", "углы", "чтение", "счёт", "спор", "опыт", "для"])
TRAITS = st.builds(
    Traits,
    id=st.text("abcdefgh", min_size=1, max_size=3),
    title=st.lists(WORDS, max_size=4).map(" ".join),
    grades=st.lists(st.sampled_from("56789"), max_size=3, unique=True).map(tuple),
    keywords=st.lists(WORDS, max_size=2).map(tuple),
    named=st.lists(st.text("abcdefgh", min_size=1, max_size=3), max_size=2).map(tuple),
)


@given(st.lists(TRAITS, min_size=1, max_size=25, unique_by=lambda one: one.id))
def test_the_nearest_are_those_of_the_greatest_measure(members):
    """Of each practice: the same from both ends, never itself, at most five, none better is left
    out; told by looking at every pair."""
    circle = Circle(members)
    for own in members:
        found = circle.nearest(own.id)
        others = [one.id for one in members if one.id not in (own.id, *own.named)]
        measured = [(-circle.score(own.id, other), other) for other in others]
        best = sorted(pair for pair in measured if pair[0])[:MOST]
        assert [(-one.score, one.id) for one in found] == best
        for other in others:
            assert circle.score(own.id, other) == circle.score(other, own.id)
        for one in found:
            assert one.common or one.score == 0
            assert one.title == next(other.title for other in members if other.id == one.id)
