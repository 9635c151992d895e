"""What pydantic found, told as problems: the place, the field's Russian title, how to mend it."""

import difflib
import re
from collections.abc import Iterator
from types import UnionType
from typing import Any, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from generator.models import Attendee, Membership, Party, Person
from generator.problems import BadValue, Place, Problem, codes, report
from generator.source import Marks
from generator.source.crowd import capped

_PHONE = "личный телефон не публикуется, служебный записывают в organisations.yml"
_EMAIL = "личная почта не публикуется, служебную записывают в organisations.yml"
_BANK = "эти сведения о человеке хранит кабинет, вне хранилища"
PRIVATE_FIELDS = {
    "birth_date": "дата рождения не публикуется",
    "birthday": "дата рождения не публикуется",
    "birth_year": "год рождения не публикуется",
    "phone": _PHONE,
    "mobile": _PHONE,
    "email": _EMAIL,
    "contacts": "личные контакты не публикуются",
    "home_address": "домашний адрес не публикуется",
    "passport": "данные документов не публикуются",
    "snils": "СНИЛС не публикуется",
    "pupils": "данные учащихся не публикуются",
    "students": "данные учащихся не публикуются",
}
"""Fields that the data bank of an office has (004, п. 26.5) and a public repository may not."""

_PRIVATE_OF_A_PERSON = {
    "address": "домашний адрес не публикуется",
    "education": _BANK,
    "speciality": _BANK,
    "training": _BANK,
}
"""Names that are private where a person is described and may mean something else elsewhere."""

_ABOUT_PEOPLE = (Person, Party, Membership, Attendee)
_BULLET = re.compile(r"[–—−•·*▪●]|\d{1,2}[.)]")
"""How lists begin that were pasted from Word."""
_MOST_NAMED = 12
"""Fields that a message may list; a longer list nobody reads."""

_SHAPES = {
    "tuple_type": ("список", "Каждый пункт списка — с новой строки, начиная с «- »."),
    "model_type": ("поля вида «имя: значение»", "Запишите поля с отступом на новых строках."),
    "too_short": ("список хотя бы из одного пункта", "Добавьте пункт, начиная с «- »."),
}


def explain(
    error: ValidationError, model: type[BaseModel], path: str, marks: Marks
) -> list[Problem]:
    """Turn everything that pydantic reports about one file into problems."""
    return capped(
        _explain_one(detail, model, path, marks)
        for detail in error.errors(include_url=False)
        # A list of which every point is refused counts as empty: that is told already.
        if not (detail["type"] == "too_short" and detail["input"])
    )


def _explain_one(detail: ErrorDetails, model: type[BaseModel], path: str, marks: Marks) -> Problem:
    location = detail["loc"]
    if detail["input"] is None:
        return report(codes.EMPTY_POINT, marks.place(path, location))
    match detail["type"]:
        case "umo":
            problem: BadValue = detail["ctx"]["problem"]
            return _own(problem, marks.place(path, _culprit(detail, problem)), detail["input"])
        case "extra_forbidden":
            return _unknown_field(location, model, path, marks)
        case "missing":
            return _missing_field(location, model, path, marks)
        case kind:
            expected, advice = _SHAPES.get(kind, ("другое значение", "Сверьтесь с образцом."))
            if kind == "tuple_type" and (bullet := _BULLET.match(str(detail["input"]))):
                advice = f"Пункт списка начинают с дефиса и пробела, а не с «{bullet.group()}»."
            place = marks.place(path, location)
            return report(codes.WRONG_SHAPE, place, expected=expected, advice=advice)


def _own(problem: BadValue, place: Place, value: Any) -> Problem:
    """A problem of our own types; a list where a word of a closed list is wanted is none."""
    if problem.code is codes.NOT_IN_VOCABULARY and not isinstance(value, str):
        advice = f"Можно: {problem.words['allowed']}."
        return report(codes.WRONG_SHAPE, place, expected="одно слово из списка", advice=advice)
    return report(problem.code, place, **problem.words)


def _culprit(detail: ErrorDetails, problem: BadValue) -> tuple[str | int, ...]:
    """The field at fault, where a part of a record is refused for what one of its fields says."""
    location, part = detail["loc"], detail["input"]
    said = problem.words.get("value")
    if isinstance(part, dict) and isinstance(said, str):
        for name, text in part.items():
            if isinstance(text, str) and said in text:
                return (*location, name)
    return location


def _unknown_field(
    location: tuple[str | int, ...], model: type[BaseModel], path: str, marks: Marks
) -> Problem:
    name = str(location[-1])
    place = marks.place(path, location, key=True)
    owner = model_at(model, location[:-1])
    private = PRIVATE_FIELDS | (_PRIVATE_OF_A_PERSON if owner in _ABOUT_PEOPLE else {})
    if name in private:
        return report(codes.PRIVATE_FIELD, place, field=name, reason=private[name])
    known = field_titles(owner)
    return report(codes.UNKNOWN_FIELD, place, field=name[:60], advice=_likely(name, known))


def _likely(name: str, known: dict[str, str]) -> str:
    """Which field was meant: one spelled alike, or one with this Russian title."""
    by_title = {title.casefold(): field for field, title in known.items()}
    titles = difflib.get_close_matches(name.casefold().replace("_", " "), by_title, n=1, cutoff=0.8)
    alike = difflib.get_close_matches(name, known, n=1, cutoff=0.6) or [by_title[t] for t in titles]
    if alike:
        return f"Похоже на «{alike[0]}» ({known[alike[0]]})."
    if len(known) <= _MOST_NAMED:
        return f"Здесь бывают: {', '.join(known)}."
    return "Какие поля здесь бывают: docs/records/README.md."


def _missing_field(
    location: tuple[str | int, ...], model: type[BaseModel], path: str, marks: Marks
) -> Problem:
    name = str(location[-1])
    owner = model_at(model, location[:-1])
    title = field_titles(owner).get(name, name)
    info = next((i for n, i in owner.model_fields.items() if (i.alias or n) == name), None)
    example = info.examples[0] if info and info.examples else None
    if isinstance(example, list):
        example = f"[{', '.join(str(part) for part in example)}]"
    advice = f"Например: {name}: {example}" if example else "Заполните его."
    place = marks.place(path, location, key=True)
    return report(codes.MISSING_FIELD, place, field=name, title=title, advice=advice)


def field_titles(model: type[BaseModel]) -> dict[str, str]:
    """The names of a model's fields as written in files, each with its Russian title."""
    return {info.alias or name: info.title or name for name, info in model.model_fields.items()}


def model_at(model: type[BaseModel], location: tuple[str | int, ...]) -> type[BaseModel]:
    """The model of the part of a record that a location leads to."""
    for step in location:
        if isinstance(step, int):
            continue
        info = next((i for n, i in model.model_fields.items() if (i.alias or n) == step), None)
        inner = next(_models_in(info.annotation), None) if info else None
        if inner is None:
            return model
        model = inner
    return model


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that an annotation mentions: `tuple[Model, ...]`, `Model | None`."""
    if isinstance(annotation, type) and get_origin(annotation) is None:
        if issubclass(annotation, BaseModel):
            yield annotation
        return
    if get_origin(annotation) is not None or isinstance(annotation, UnionType):
        for part in get_args(annotation):
            yield from _models_in(part)
