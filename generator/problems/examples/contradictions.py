"""C: contradictions."""

from generator.problems.codes import contradictions as codes
from generator.problems.examples.example import Example

EXAMPLES = (
    Example(
        codes.DATE_OUTSIDE_YEAR,
        "plan.yml",
        "events:\n  - {title: Олимпиада, when: ноябрь 2023 г.}",
        "events:\n  - {title: Олимпиада, when: ноябрь 2025 г.}",
        "Файл лежит в папке 2025-2026, а дата — из другого учебного года.",
    ),
    Example(
        codes.DATE_NOT_AS_NAMED,
        "meeting-planned.yml",
        "date: 2026-03-26",
        "date: 2026-03-25",
        "Файл назван 2026-03-25.yml: верно или имя, или дата внутри.",
    ),
    Example(
        codes.YEAR_NOT_AS_NAMED,
        "plan.yml",
        "school_year: 2024-2025",
        "school_year: 2025-2026",
        "План лежит в папке 2025-2026: верно или поле, или папка.",
    ),
    Example(
        codes.VOTES_EXCEED,
        "meeting-real.yml",
        "vote: {for: 30, against: 0}",
        "vote: {for: 24, against: 0}",
        "Голосов больше, чем присутствовало: 24. Приглашённые не голосуют.",
    ),
    Example(
        codes.PRESENT_EXCEED,
        "meeting.yml",
        "members_total: 5",
        "members_total: 31",
        "Присутствовало больше, чем в составе: опечатка, или посчитаны приглашённые.",
        "приглашённых запишите в `invited`",
    ),
    Example(
        codes.ENDS_BEFORE_START,
        "meeting.yml",
        "time: 14:00\nend_time: 12:30",
        "time: 10:00\nend_time: 12:30",
        "Заседание кончилось раньше, чем началось.",
    ),
    Example(
        codes.AGENDA_NUMBER,
        "meeting.yml",
        'hearings:\n  - {agenda: ["7"], summary: Средний балл вырос.}',
        'hearings:\n  - {agenda: ["1"], summary: Средний балл вырос.}',
        "Вопроса 7 в повестке нет.",
    ),
    Example(
        codes.NUMBER_TWICE,
        "meeting-planned.yml",
        "agenda:\n  - {number: 1, text: Подготовка к ОГЭ}\n  - {number: 1, text: Разное}",
        "agenda:\n  - {number: 1, text: Подготовка к ОГЭ}\n  - {number: 2, text: Разное}",
        "По номеру на вопрос ссылаются решения, поэтому он у каждого свой.",
    ),
    Example(
        codes.UNANIMOUS_AGAINST,
        "meeting-real.yml",
        "vote: {unanimous: да, against: 2}",
        "vote: {for: 22, against: 2}",
        "Единогласно — значит, против и воздержавшихся нет.",
    ),
    Example(
        codes.HELD_AHEAD,
        "meeting-planned.yml",
        "status: signed",
        "status: planned",
        "Протокол подписан, а день заседания ещё не настал.",
    ),
    Example(
        codes.MEETING_AFTER_END,
        "association.yml",
        "liquidated_on: 2025-08-01",
        "liquidated_on: 2026-06-30",
        "Объединение уже прекратило работу, а заседания идут.",
        "или поле пусто, если объединение работает",
    ),
    Example(
        codes.REVIEW_TOO_EARLY,
        "meeting-real.yml",
        'reviews:\n  - {decision: "2025-10-29#1", status: исполнено}',
        'reviews:\n  - {decision: "2025-08-29#1", status: исполнено}',
        "Решение проверено на том же заседании, на котором принято.",
    ),
    Example(
        codes.NORMS_OVERLAP,
        "regulation.yml",
        "guests:\n  - {vote: нет, valid_to: 2025-12-31}\n  - {vote: да, valid_from: 2025-12-31}",
        "guests:\n  - {vote: нет, valid_to: 2025-12-31}\n  - {vote: да, valid_from: 2026-01-01}",
        "31 декабря действовали бы обе версии, и неясно, по какой судить.",
    ),
    Example(
        codes.STATE_CONTRADICTED,
        "practice-short.md",
        "status: draft\nsubmissions:\n  - {to: {association: mumo-zarechnoe}, date: 2025-11-03}",
        "status: submitted\n"
        "submissions:\n  - {to: {association: mumo-zarechnoe}, date: 2025-11-03}",
        "Практику уже подали, а по состоянию она всё ещё черновик.",
    ),
    Example(
        codes.STEPS_OUT_OF_ORDER,
        "practice.md",
        "expertise:\n  - body: {association: mumo-zarechnoe}\n    sent_on: 2025-11-25\n"
        "    received_on: 2025-11-05\n    verdict: одобрено",
        "expertise:\n  - body: {association: mumo-zarechnoe}\n    sent_on: 2025-11-05\n"
        "    received_on: 2025-11-25\n    verdict: одобрено",
        "Заключение получено раньше, чем практику отправили на экспертизу.",
    ),
)
