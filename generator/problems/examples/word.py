"""W: the office's own templates of Word files."""

from generator.problems.codes import word as codes
from generator.problems.examples.example import Example, Way, said

EXAMPLES = (
    said(
        codes.WORD_UNREADABLE,
        "Вместо шаблона лежит повреждённый файл с именем minutes.docx.",
        "Файл открыт в Word и сохранён как «Документ Word (.docx)».",
        "Word такой файл не откроет, и заполнить его нельзя.",
    ),
    said(
        codes.WORD_FORM_UNKNOWN,
        "content/word/protokol.docx",
        "content/word/minutes.docx",
        "По имени файла программа узнаёт, чей это шаблон.",
    ),
    said(
        codes.WORD_TOO_LARGE,
        "В шаблон вставлен герб в полном разрешении, файл занимает 5 МБ.",
        "Герб сжат, файл занимает 200 КБ.",
        "Шаблон повторяется в каждом файле Word, который отдаёт сайт.",
    ),
    said(
        codes.WORD_FORBIDDEN,
        "Шаблон сохранён с макросами.",
        "Шаблон сохранён как «Документ Word (.docx)», без макросов.",
        "Макрос — это программа: она запустилась бы у каждого, кто откроет протокол.",
    ),
    Example(
        codes.WORD_SYNTAX,
        "agenda.docx",
        "{%p for item in agenda %}\n{{ item.text }}",
        "{%p for item in agenda %}\n{{ item.text }}\n{%p endfor %}",
        "Команда начата и не закончена: неясно, что повторять.",
        way=Way.WORD,
    ),
    Example(
        codes.WORD_NAME_UNKNOWN,
        "composition.docx",
        "{{ asociation }}",
        "{{ association }}",
        "Такого имени нет: на его месте осталось бы пустое место.",
        way=Way.WORD,
    ),
    said(
        codes.WORD_SPOILED,
        "Команда, которая убирает абзац, стоит посреди строки таблицы.",
        "Команда стоит в абзаце одна, строку таблицы убирает команда {%tr … %}.",
        "После заполнения в документе нарушился бы порядок частей, и Word его не открыл бы.",
    ),
    Example(
        codes.WORD_NAME_TAKEN,
        "practice.md",
        "products:\n  - {title: Лист самооценки, file: list-samoocenki.pdf}\n"
        "  - {title: Карточка с подписью, file: praktika.docx}",
        "products:\n  - {title: Лист самооценки, file: list-samoocenki.pdf}\n"
        "  - {title: Карточка с подписью, file: podpisannaya-kartochka.docx}",
        "Под этим именем рядом со страницей лежит файл, который делает сам сайт.",
    ),
)
