"""P: private data."""

from generator.problems.codes import privacy as codes
from generator.problems.examples.example import Example, Way, said

_WITHDRAWN = """\
    consent:
      fields: [name]
      given_on: 2024-09-01
      document: согласие № 3
      withdrawn_on: 2025-09-01"""

EXAMPLES = (
    Example(
        codes.PRIVATE_FIELD,
        "people/novye.yml",
        "people:\n  - id: uchitel-istorii\n    birth_date: 1980-05-12",
        "people:\n  - id: uchitel-istorii\n    positions: [{title: учитель истории}]",
        "Дата рождения, телефон, почта, адрес, СНИЛС, данные учеников — личные данные: "
        "такие сведения хранит кабинет, не сайт.",
        way=Way.WHOLE,
    ),
    Example(
        codes.NAME_IN_RECORD,
        "meeting.yml",
        "secretary: Иванова А. П.",
        "secretary: ivanova-anna",
        "Имя в протоколе не связано с согласием: если его отзовут, оно останется в файле.",
        "а без согласия — `secretary: {position: учитель, organisation: shkola-2}`",
    ),
    Example(
        codes.NAME_WITHOUT_CONSENT,
        "people/novye.yml",
        "people:\n  - id: uchitel-istorii\n    surname: Сидорова",
        "people:\n  - id: uchitel-istorii\n    surname: Сидорова\n    consent:\n"
        "      fields: [name]\n      given_on: 2025-09-01\n      document: согласие № 16",
        "Имя публикуют только с письменного согласия человека, а файлы записей открыты всем.",
        "согласия нет — удалите имя: на сайте будет должность",
        Way.WHOLE,
    ),
    Example(
        codes.CONSENT_WITHDRAWN,
        "people/novye.yml",
        f"people:\n  - id: uchitel-istorii\n    surname: Сидорова\n{_WITHDRAWN}",
        f"people:\n  - id: uchitel-istorii\n{_WITHDRAWN}",
        "С сайта имя исчезло, но в файле осталось. Это предупреждение: сайт соберётся.",
        "запись о согласии остаётся",
        Way.WHOLE,
    ),
    Example(
        codes.PRIVATE_PATTERN,
        "meeting.yml",
        "notes: Справки по телефону 89001234567.",
        "notes: Справки — в школе № 2.",
        "Телефон или почта внутри текста так же видны всем.",
        "служебный телефон организации стоит в organisations.yml; если это не личные данные, "
        "отметьте это в false-alarms.yml",
    ),
    Example(
        codes.STRANGER_NAMED,
        "meeting.yml",
        "notes: Выступил Кузнецов Олег Игоревич.",
        "notes: Выступил учитель математики школы № 2.",
        "Полное имя человека, которого нет в people.yml: есть ли его согласие, никто не знает. "
        "Это предупреждение: сайт соберётся.",
        "автор книги — с инициалами: О. И. Кузнецов",
    ),
    Example(
        codes.SILENCED_NAMED,
        "people/novye.yml",
        "people:\n  - id: uchitel-istorii\n    surname: Сидорова\n    consent:\n"
        "      fields: [name]\n      purposes: [open_data]\n      given_on: 2025-09-01\n"
        "      document: согласие № 16\n    about: Опыт Сидоровой описан в журнале.",
        "people:\n  - id: uchitel-istorii\n    surname: Сидорова\n    consent:\n"
        "      fields: [name]\n      purposes: [open_data]\n      given_on: 2025-09-01\n"
        "      document: согласие № 16\n    about: Опыт описан в журнале.",
        "Текст стоит на страницах, а согласия на них нет, или оно отозвано. Имя в тексте "
        "пережило бы и отзыв согласия.",
        way=Way.WHOLE,
    ),
    Example(
        codes.FALSE_ALARM_IDLE,
        "false-alarms.yml",
        "alarms:\n  - file: associations/rmo-matematika/2025-2026/activities.yml\n"
        "    text: Ушинский Константин Дмитриевич\n    reason: историческое лицо\n"
        "    by: методист кабинета\n    on: 2026-02-24\n"
        "  - file: practices/ustnyy-schet.md\n    text: Кузнецов Олег Игоревич\n"
        "    reason: автор книги\n    by: методист кабинета\n    on: 2026-02-24",
        "alarms:\n  - file: associations/rmo-matematika/2025-2026/activities.yml\n"
        "    text: Ушинский Константин Дмитриевич\n    reason: историческое лицо\n"
        "    by: методист кабинета\n    on: 2026-02-24",
        "Такого текста в файле больше нет, или он записан не буква в букву.",
        "путь и текст — такие, как в сообщении проверки",
        Way.WHOLE,
    ),
    said(
        codes.PICTURE_TELLS,
        "В фотографии с телефона записано, где и чем она снята.",
        "Фотография после `umo strip`: в ней только картинка.",
        "На сайт эти сведения не попадут, но файлы записей открыты всем. Это предупреждение.",
    ),
    said(
        codes.OFFICE_AUTHOR,
        "В свойствах файла Word стоит автор: «Иванова А. П.».",
        "Тот же файл после инспектора документов: автора в свойствах нет.",
        "Имя в свойствах не связано с согласием и уходит с файлом к каждому читателю.",
    ),
)
