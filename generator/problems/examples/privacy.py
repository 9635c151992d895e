"""P: private data."""

from generator.problems.codes import privacy as codes
from generator.problems.examples.example import Example, Way

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
        "служебный телефон организации стоит в organisations.yml",
    ),
)
