"""`docs/word.md`: how an office makes a form its own, and what names a template may use."""

from collections.abc import Iterator

from generator.pages.word.forms import SHEETS
from generator.pages.word.said import Name, Sheet, names_of
from generator.pages.word_files import Form

HEAD = """\
# Формы Word

Рядом с каждой страницей лежит её файл Word: протокол, план, состав и другие. Сайт делает их сам
из тех же записей. Если файлы не нужны, в `site.yml` пишут `word_files: нет`.

## Своя форма: бланк организации, шрифты, слова

1. `umo docx --templates шаблоны` скопирует готовые шаблоны в папку `шаблоны`.
2. Откройте нужный в Word и измените: поставьте шапку организации, шрифт, поля, переставьте части.
   То, что стоит в двойных фигурных скобках, сайт заменит сведениями из записи.
3. Положите файл в `content/word/` под тем же именем, например `content/word/minutes.docx`.
4. `umo check` скажет, если в шаблоне ошибка: где она и как её исправить.

Шаблон — обычный документ .docx: без макросов, вложенных программ и частей с других сайтов.

## Команды

| Команда | Что делает |
|---|---|
| `{{ number }}` | печатает значение; если его нет, печатает черту для записи от руки |
| `{{ number or "" }}` | то же, но вместо черты не печатает ничего |
| `{{ d.due|loosely }}` | то же для узкого столбца: строка может кончаться после любого слова |
| `{%p if place %}` … `{%p endif %}` | печатает абзацы между ними, если значение есть |
| `{%p for d in decisions %}` … `{%p endfor %}` | повторяет абзацы для каждого решения |
| `{%tr for one in rows %}` … `{%tr endfor %}` | повторяет строки таблицы |
| `{%tc for … %}` … `{%tc endfor %}` | повторяет ячейки, то есть столбцы |
| `{% if … %}` … `{% endif %}` | то же внутри одного абзаца |
| `{{p text }}` | печатает готовые абзацы; стоит в абзаце один |

Команды с `p` стоят одни в своём абзаце, с `tr` — одни в своей строке таблицы: этот абзац и эта
строка в готовый файл не попадут. Остальное — как в docxtpl (https://docxtpl.readthedocs.io/).

## Имена

Имя списка берут в команде `for`; в скобках — имена внутри него. Например:
`{%p for d in decisions %}`, затем `{{ d.number }}. {{ d.text }}` и `{%p endfor %}`.
"""
_TITLES = {
    Form.MINUTES: "Протокол",
    Form.SHORT: "Протокол, краткая форма",
    Form.AGENDA: "Повестка предстоящего заседания",
    Form.REGISTRATION: "Лист регистрации участников",
    Form.PLAN: "План работы",
    Form.ANALYSIS: "Анализ работы",
    Form.COMPOSITION: "Состав объединения",
    Form.REGISTER: "Реестр документов за год",
    Form.CONTROL: "Контроль решений",
    Form.PORTFOLIO: "Портфолио",
    Form.PRACTICE: "Карточка практики",
    Form.HANDOUT: "Раздатка практики",
}


def word_page() -> str:
    """The whole page."""
    return "\n".join((HEAD, *_common(), *_forms())) + "\n"


def _common() -> Iterator[str]:
    yield "### Во всех формах\n"
    yield from _table(names_of(Sheet))


def _forms() -> Iterator[str]:
    """The forms; those with the same names stand together."""
    common = {one.name for one in names_of(Sheet)}
    for kind in dict.fromkeys(SHEETS.values()):
        forms = [form for form in Form if SHEETS[form] is kind]
        titles = "; ".join(f"{_TITLES[form]} (`{form.label}.docx`)" for form in forms)
        yield f"\n### {titles}\n"
        yield from _table([one for one in names_of(kind) if one.name not in common])


def _table(names: "list[Name] | tuple[Name, ...]") -> Iterator[str]:
    yield "| Имя | Что это |"
    yield "|---|---|"
    for name, one in _rows(names, ""):
        many = " (список)" if one.listed else ""
        yield f"| `{name}` | {one.title}{many} |"


def _rows(names: "list[Name] | tuple[Name, ...]", above: str) -> Iterator[tuple[str, Name]]:
    """Each name with what it stands in: «decisions → number»."""
    for one in names:
        yield f"{above}{one.name}", one
        yield from _rows(one.of, f"{above}{one.name}{' → ' if one.listed else '.'}")
