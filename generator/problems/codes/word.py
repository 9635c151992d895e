"""W: the office's own templates of Word files, in content/word/."""

from generator.problems.problem import Code

WORD_UNREADABLE = Code(
    "W01",
    "это не документ Word: {reason}",
    "Откройте файл в Word и сохраните: «Сохранить как… → Документ Word (.docx)».",
)
WORD_FORM_UNKNOWN = Code(
    "W02",
    "такой формы нет: {name}",
    "Имя файла — имя формы: {known}. Готовые шаблоны: umo docx --templates ПАПКА.",
)
WORD_TOO_LARGE = Code(
    "W03",
    "шаблон слишком велик: {size}, можно не больше {limit}",
    "Уменьшите картинки: в Word «Формат рисунка → Сжать рисунки».",
)
WORD_FORBIDDEN = Code(
    "W04",
    "в шаблоне недопустимо: {what}",
    "{advice}",
)
WORD_SYNTAX = Code(
    "W05",
    "ошибка в команде шаблона: {reason}. Рядом: «{near}»",
    "Команды пишутся {{{{ имя }}}}, {{%p if имя %}} … {{%p endif %}}: docs/word.md.",
)
WORD_NAME_UNKNOWN = Code(
    "W06",
    "у формы нет имени «{name}»",
    "{advice} Все имена формы: docs/word.md.",
)
WORD_SPOILED = Code(
    "W07",
    "заполненный по шаблону файл Word не откроет: {reason}",
    "Возьмите готовый шаблон (umo docx --templates ПАПКА) и перенесите в него свои правки: "
    "команды {{%p … %}} и {{%tr … %}} стоят в абзаце или строке таблицы одни.",
)
WORD_NAME_TAKEN = Code(
    "W08",
    "имя {name} занято: под ним сайт публикует форму в Word",
    "Переименуйте файл, например podpisannyy-{name}, и поправьте имя в записи.",
)
