"""Thousands of invented practices, in memory: what the index has to bear."""

from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Any

from generator.archive import Archive
from generator.archive.archive import judge, link
from generator.load import Entry, Kind, load
from generator.load.entry import Contents
from generator.load.loader import Loaded
from generator.models import Association, Practice
from generator.models.vocabulary import EducationLevel, Level, PracticeStatus, PracticeType

BASE = Path(__file__).parents[1] / "records/base"
SUBJECTS = """математика, русский язык, литература, физика, химия, биология, история, география,
информатика, музыка, астрономия, экология, черчение, технология, право, экономика, обществознание,
краеведение, английский язык, немецкий язык, физическая культура, начальные классы"""
SUBJECTS = " ".join(SUBJECTS.split()).split(", ")
WORDS = """урок чтение карта опыт вопрос ответ задача проект доска текст число слово линия поле игра
группа работа проверка ошибка пример звук цвет форма шаг план итог роль мост круг ряд"""
WORDS = WORDS.split()
BODIES = 40


def archive_of(number: int) -> Archive:
    """The base records with so many practices more, and associations for them."""
    chance = Random(1)  # noqa: S311
    loaded = load(BASE)
    bodies = [_association(loaded, place) for place in range(BODIES)]
    weights = list(accumulate(1 / (place + 1) for place in range(2000)))
    tags = [f"{WORDS[n % 30]} {WORDS[n // 30 % 30]} {n // 900 or ''}".strip() for n in range(2000)]
    cards = [_practice(chance, place, tags, weights) for place in range(number)]
    entries = (*loaded.entries, *bodies, *cards)
    full = Loaded(BASE, entries, loaded.known, loaded.unsure, ())
    archive, _ = judge(link(full), ())
    assert archive is not None
    return archive


def _association(loaded: Loaded, place: int) -> Entry[Any]:
    name = f"Объединение учителей {SUBJECTS[place % len(SUBJECTS)]} № {place}"
    fields = {"name": name, "kind": "mo", "level": "municipal", "regulation": "polozhenie"}
    record = Association.model_validate(fields)
    path = f"associations/body-{place}/association.yml"
    return Entry(Kind.ASSOCIATION, f"body-{place}", path, Contents(record), association="")


def _practice(chance: Random, place: int, tags: list[str], weights: list[float]) -> Entry[Practice]:
    spread = [1 / (n + 1) ** 0.6 for n in range(len(SUBJECTS))]
    subjects = dict.fromkeys(chance.choices(SUBJECTS, spread, k=chance.choice((1, 1, 1, 2))))
    first = chance.randint(1, 11)
    words = " ".join(chance.choices(WORDS, k=45))
    record = Practice.model_construct(  # not checked: there are thousands
        title=" ".join(chance.choices(WORDS, k=5)).capitalize(),
        status=PracticeStatus.IN_BANK,
        authors=(),
        association=f"body-{chance.randrange(BODIES)}",
        subjects=tuple(subjects),
        education_levels=tuple(chance.sample(list(EducationLevel), chance.choice((1, 1, 2)))),
        grades=tuple(str(g) for g in range(first, min(11, first + chance.randint(0, 3)) + 1)),
        direction=str(chance.randint(1, 12)),
        level=chance.choices(list(Level), (4, 5, 2, 1))[0],
        type=chance.choice(list(PracticeType)),
        keywords=tuple(dict.fromkeys(chance.choices(tags, cum_weights=weights, k=4))),
        summary=words.capitalize(),
        created_on=date(2014, 9, 1) + timedelta(chance.randrange(4400)),
    )
    return Entry(Kind.PRACTICE, f"opyt-{place:05}", f"practices/{place}.md", Contents(record))
