"""What libyaml's complaints mean, in words that a chair understands."""

import re

import yaml

_REASONS = {
    "mapping values are not allowed": "двоеточие не на месте: текст с ним возьмите в кавычки",
    "could not find expected ':'": "нет двоеточия после имени поля",
    "did not find expected key": "отступ не совпадает с соседними строками",
    "did not find expected '-' indicator": "отступ пункта списка не совпадает с соседними",
    "found character that cannot start any token": "текст начинается со знака {mark}: {quote}",
    "found unexpected end of stream": "кавычка не закрыта",
    "found unexpected document indicator": "кавычка не закрыта",
    "did not find expected ',' or '}'": "фигурная скобка не закрыта",
    "did not find expected ',' or ']'": "квадратная скобка не закрыта",
    "did not find expected node content": "нет значения",
    "block sequence entries are not allowed": "дефис посреди строки: список начинают с новой "
    "строки, а неизвестное значение оставляют пустым",
    "mapping keys are not allowed": "текст начинается со знака «?»: {quote}",
    "did not find expected comment or line break": "после знака | или > начните с новой строки",
    "did not find expected <document start>": "лишний текст после конца записи",
    "found unknown escape character": "косая черта \\ в двойных кавычках: замените их на «ёлочки»",
    "found a tab character": "отступ сделан табуляцией: нужны пробелы",
    "while scanning a tag": "текст начинается со знака «!»: {quote}",
    "found undefined tag handle": "текст начинается со знака «!»: {quote}",
    "while scanning an a": "текст начинается со знака & или *: {quote}",
    "while scanning a directive": "строка начинается со знака «%»: {quote}",
}
_UNCLOSED = ("кавычка не закрыта", "фигурная скобка не закрыта", "квадратная скобка не закрыта")
_QUOTE = "возьмите в кавычки"
_CURLY = re.compile(r"[:-] +[“”„‟]")
_BARE_KEY = re.compile(r"[ -]*[a-z_]+")


def syntax_reason(error: yaml.MarkedYAMLError, text: str) -> tuple[str, yaml.Mark | None]:
    """Say what the parser stumbled over and where; of what is not closed, where it opens."""
    said = f"{error.problem or ''} {error.context or ''}"
    mark = error.problem_mark or error.context_mark
    before, after = _around(text, mark) if mark else ("", "")
    reason = next((ru for en, ru in _REASONS.items() if en in said), "запись не разобрана")
    if "expected key" in said and before.strip(" -"):
        reason = "лишний текст после кавычки или скобки: возьмите в кавычки всё значение"
    elif "cannot start any token" in said and after.startswith("\t"):
        reason = _REASONS["found a tab character"]
    elif "mapping values" in said and _BARE_KEY.fullmatch(before):
        reason = "лишний отступ, или нет двоеточия строкой выше"
    elif "mapping values" in said and _CURLY.search(before):
        reason = 'двоеточие не на месте: нужны прямые кавычки "…", а не такие, как в Word'
    elif reason in _UNCLOSED:
        mark = error.context_mark or mark
    return reason.format(mark=f"«{after[:1]}»", quote=_QUOTE), mark


def _around(text: str, mark: yaml.Mark) -> tuple[str, str]:
    """The line of a mark, before it and after it."""
    line = "".join(text.split("\n")[mark.line : mark.line + 1])
    return line[: mark.column], line[mark.column :]
