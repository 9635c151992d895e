"""L: links between records."""

from generator.problems.codes import links as codes
from generator.problems.examples.example import Example, Way

EXAMPLES = (
    Example(
        codes.LINK_NOWHERE,
        "meeting.yml",
        "secretary: petrov-sergei",
        "secretary: petrov-sergey",
        "Такого человека нет в people.yml: в обозначении опечатка, или его ещё не внесли.",
        "похожее программа подскажет",
    ),
    Example(
        codes.DUPLICATE_ID,
        "people/novye.yml",
        "people:\n  - id: ivanova-anna\n    positions: [{title: учитель истории}]",
        "people:\n  - id: ivanova-anna-2\n    positions: [{title: учитель истории}]",
        "По обозначению записи узнают друг друга, поэтому оно у каждой своё.",
        way=Way.WHOLE,
    ),
    Example(
        codes.CIRCLE,
        "association-parent.yml",
        "parent: rmo-matematika",
        "parent:",
        "МУМО подчинено РМО, а РМО — МУМО: кто выше, не понять.",
        "у самого верхнего объединения поля parent нет",
    ),
    Example(
        codes.BODY_LINK,
        "practice.md",
        "Ученикам раздают [лист](list.pdf).",
        "Ученикам раздают [лист](list-samoocenki.pdf).",
        "Файла с таким именем рядом с записью нет.",
        way=Way.BODY,
    ),
)
