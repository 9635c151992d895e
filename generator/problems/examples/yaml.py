"""Y: the YAML text."""

from generator.problems.codes import yaml as codes
from generator.problems.examples.example import Example, Way

_NEW_MEETING = "associations/rmo-matematika/2025-2026/meetings/2025-09-15.yml"
_NEW_PRACTICE = "practices/diktant.md"
_HEAD = """\
title: Диктант по формулам
status: draft
authors: [petrov-sergey]
subjects: [математика]
level: school
type: method
summary: Пять формул в начале урока.
"""
_TEXT = "Учитель диктует пять формул, ученики их записывают."

EXAMPLES = (
    Example(
        codes.YAML_SYNTAX,
        "meeting.yml",
        "theme: Дроби: повторение",
        'theme: "Дроби: повторение"',
        "Второе двоеточие с пробелом в строке читается как новое поле.",
    ),
    Example(
        codes.YAML_SYNTAX,
        "meeting.yml",
        "theme: *важно",
        'theme: "*важно"',
        "Звёздочка и & в начале значения в YAML — служебные знаки.",
    ),
    Example(
        codes.YAML_SYNTAX,
        "meeting.yml",
        "place:\n\ttext: каб. 12",
        "place:\n  text: каб. 12",
        "Отступ сделан клавишей Tab. Её ширина у всех разная, поэтому YAML её не принимает.",
        "отступ — два пробела",
    ),
    Example(
        codes.YAML_TAG,
        "meeting.yml",
        "theme: !!str Дроби",
        "theme: Дроби",
        "Метками типа в YAML можно запустить программу, поэтому их нет ни в одной записи.",
    ),
    Example(
        codes.YAML_ANCHOR,
        "meeting.yml",
        "head: &r ivanova-anna\npresided_by: *r",
        "head: ivanova-anna\npresided_by: ivanova-anna",
        "Знаком & в YAML запоминают значение, знаком * повторяют. Читать такую запись трудно.",
    ),
    Example(
        codes.YAML_DUPLICATE_KEY,
        "meeting.yml",
        "theme: Дроби\ntheme: Проценты",
        "theme: Дроби и проценты",
        "Поле записано дважды: непонятно, какое верно.",
    ),
    Example(
        codes.YAML_DEEP,
        "meeting.yml",
        "place: [[[[[[[[[[[[[[[[[каб. 12]]]]]]]]]]]]]]]]]",
        "place: {text: каб. 12}",
        "Столько уровней не бывает ни в одной записи: это лишние скобки или отступы.",
    ),
    Example(
        codes.YAML_MERGE,
        "meeting.yml",
        "<<: {theme: Дроби}",
        "theme: Дроби",
        "Знаком << в YAML вставляют чужие поля. В записи видно всё, что в ней есть.",
    ),
    Example(
        codes.YAML_SEVERAL,
        "meeting.yml",
        "theme: Дроби\n---\nnotes: Это уже другой протокол.",
        "theme: Дроби",
        "У каждой записи свой файл. Строка «---» в середине начинает вторую.",
    ),
    Example(
        codes.YAML_NOT_MAPPING,
        _NEW_MEETING,
        "date:2025-09-15\nstatus:draft\nmode:offline",
        "date: 2025-09-15\nstatus: draft\nmode: offline\nagenda:\n  - Разное",
        "Без пробела после двоеточия это не поля, а просто слова.",
        way=Way.WHOLE,
    ),
    Example(
        codes.YAML_KEY,
        "meeting.yml",
        "[time, end_time]: 10:00",
        "time: 10:00\nend_time: 12:30",
        "Слева от двоеточия стоит имя одного поля.",
    ),
    Example(
        codes.FRONT_MATTER_MISSING,
        _NEW_PRACTICE,
        _TEXT,
        f"---\n{_HEAD}---\n\n{_TEXT}",
        "Без шапки неизвестно, кто автор, какой предмет и в каком состоянии практика.",
        way=Way.WHOLE,
    ),
    Example(
        codes.FRONT_MATTER_OPEN,
        _NEW_PRACTICE,
        f"---\n{_HEAD}\n{_TEXT}",
        f"---\n{_HEAD}---\n\n{_TEXT}",
        "Не видно, где кончаются поля и начинается текст.",
        way=Way.WHOLE,
    ),
    Example(
        codes.YAML_SPLIT,
        "meeting.yml",
        "place: {organisation: shkola-2, text: каб. 12, второй этаж}",
        'place: {organisation: shkola-2, text: "каб. 12, второй этаж"}',
        "Внутри скобок запятая отделяет поля: «второй этаж» стал новым полем.",
        "текст с запятой — в кавычках; или каждое поле на своей строке, без скобок",
    ),
    Example(
        codes.YAML_COMMENT,
        "meeting.yml",
        "theme: Школа #2 и мы",
        'theme: "Школа #2 и мы"',
        "За знаком # после пробела начинается примечание: «#2 и мы» в запись не попадёт.",
    ),
    Example(
        codes.YAML_BLANK,
        "meeting.yml",
        "theme:\u00a0Дроби и проценты",
        "theme: Дроби и проценты",
        "После двоеточия стоит неразрывный пробел из Word: на вид такой же, но поле не читается.",
        "знаком ° неразрывный пробел показан здесь и в самом Word",
    ),
)
