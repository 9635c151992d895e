"""What a record may not say, and why. The tests lay each into its example and expect its code."""

from dataclasses import dataclass

from generator.problems import Code, codes


@dataclass(frozen=True, slots=True)
class Refusal:
    """Lines that are refused, the code that they get, the reason, and what to write instead.

    `file` is the example whose fields of the same names the lines replace.
    """

    code: Code
    file: str
    wrong: str
    why: str
    instead: str


REFUSALS = (
    Refusal(
        codes.NAME_WITHOUT_CONSENT,
        "people.yml",
        "people:\n  - id: sidorova-olga\n    surname: Сидорова",
        "Имя публикуют только с письменного согласия человека, а файлы записей открыты всем.",
        "добавьте `consent` или удалите имя: на сайте будет должность",
    ),
    Refusal(
        codes.NAME_IN_RECORD,
        "meeting.yml",
        "secretary: Иванова А. П.",
        "Имя в протоколе не связано с согласием: если его отзовут, оно останется в файле.",
        "`secretary: ivanova-anna` — обозначение из people.yml, а без согласия "
        "`secretary: {position: учитель, organisation: shkola-2}`",
    ),
    Refusal(
        codes.PRIVATE_FIELD,
        "people.yml",
        "people:\n  - id: ivanova-anna\n    birth_date: 1980-05-12",
        "Дата рождения, телефон, почта, адрес, СНИЛС, данные учеников — личные данные.",
        "удалите поле: такие сведения хранит кабинет, не сайт",
    ),
    Refusal(
        codes.PRIVATE_PATTERN,
        "meeting.yml",
        "notes: Справки по телефону 8 (900) 123-45-67.",
        "Телефон или почта внутри текста так же видны всем.",
        "назовите организацию: её служебный телефон стоит в organisations.yml",
    ),
    Refusal(
        codes.CONSENT_WITHDRAWN,
        "people.yml",
        "people:\n  - id: sidorova-olga\n    surname: Сидорова\n    consent:\n"
        "      fields: [name]\n      given_on: 2024-09-01\n      document: согласие № 3\n"
        "      withdrawn_on: 2025-09-01",
        "С сайта имя исчезло, но в файле осталось. Это предупреждение: сайт соберётся.",
        "удалите имя, запись о согласии оставьте",
    ),
    Refusal(
        codes.NOT_A_NUMBER,
        "meeting.yml",
        "members_total: —",
        "Прочерк — не число. «Не знаем» и «никого» — разное: 0 значит «никого».",
        "`members_total:` без значения или без самого поля",
    ),
    Refusal(
        codes.PLACEHOLDER,
        "meeting.yml",
        "theme: ????",
        "Это след испорченной кодировки или незаполненного бланка: `????`, `___`, «  », "
        "00.00.2025.",
        "впишите текст заново или удалите поле",
    ),
    Refusal(
        codes.UNKNOWN_FIELD,
        "meeting.yml",
        "topic: Итоги года",
        "Поле с опечаткой молча пропало бы с сайта, поэтому неизвестные имена не принимаются.",
        "`theme: Итоги года` — программа подскажет похожее имя",
    ),
    Refusal(
        codes.MISSING_FIELD,
        "meeting.yml",
        "mode:",
        "Без обязательных полей страницу не построить.",
        "`mode: очно`",
    ),
    Refusal(
        codes.NOT_IN_VOCABULARY,
        "meeting.yml",
        "mode: в зуме",
        "Списки закрытые, чтобы записи можно было считать и сравнивать.",
        "`mode: дистанционно`, а название площадки — в поле `platform`",
    ),
    Refusal(
        codes.WRONG_SHAPE,
        "meeting.yml",
        "agenda: Разное",
        "Повестка — список, даже из одного вопроса.",
        "новая строка с отступом: `- Разное`",
    ),
    Refusal(
        codes.BAD_DATE,
        "meeting.yml",
        "date: в конце августа",
        "Заседание прошло в один день; неточные сроки бывают в плане (`when`) и у решений (`due`).",
        "`date: 2025-08-29`",
    ),
    Refusal(
        codes.IMPOSSIBLE_DATE,
        "meeting.yml",
        "published_on: 31.09.2025",
        "В сентябре 30 дней.",
        "`published_on: 30.09.2025`",
    ),
    Refusal(
        codes.BAD_WHEN,
        "meeting-real.yml",
        "decisions:\n  - text: Провести урок.\n    due: за 3 дня до 05.12",
        "В сроке есть цифры, но он не похож ни на один известный: день мог бы потеряться.",
        "`due: до 2 декабря` или `due: {text: за 3 дня до 05.12}`",
    ),
    Refusal(
        codes.BAD_TIME,
        "meeting.yml",
        "time: после уроков",
        "Время — часы и минуты.",
        "`time: 14:00`, прочее — в `notes`",
    ),
    Refusal(
        codes.BAD_SCHOOL_YEAR,
        "plan.yml",
        "school_year: 2025",
        "Учебный год — два года подряд.",
        "`school_year: 2025-2026` или ничего: год стоит в имени папки",
    ),
    Refusal(
        codes.YES_OR_NO,
        "meeting.yml",
        "attendance: {present_count: 20, list_attached: есть}",
        "Здесь только два ответа.",
        "`list_attached: да`",
    ),
    Refusal(
        codes.BAD_ADDRESS,
        "meeting.yml",
        "recording: www.example.org/zapis",
        "Без https:// ссылка ведёт не туда.",
        "`recording: https://www.example.org/zapis`",
    ),
    Refusal(
        codes.BAD_ID,
        "association.yml",
        "parent: МУМО",
        "Обозначение становится адресом страницы, поэтому оно из латинских букв.",
        "`parent: mumo-zarechnoe`",
    ),
    Refusal(
        codes.ONE_OF_FIELDS,
        "meeting.yml",
        "attachments:\n  - title: Презентация",
        "У приложения нет ни файла, ни ссылки: открыть его нельзя.",
        "добавьте `file` или `address`",
    ),
    Refusal(
        codes.LINK_NOWHERE,
        "meeting.yml",
        "secretary: petrov-sergei",
        "Такого человека нет в people.yml.",
        "`secretary: petrov-sergey` — похожее программа подскажет",
    ),
    Refusal(
        codes.DATE_OUTSIDE_YEAR,
        "meeting.yml",
        "date: 2024-08-29",
        "Файл лежит в папке 2025-2026, а дата — из другого учебного года.",
        "исправьте год или переложите файл",
    ),
    Refusal(
        codes.VOTES_EXCEED,
        "meeting-real.yml",
        "vote: {for: 30, against: 0}",
        "Голосов больше, чем присутствовало: 24. Приглашённые не голосуют.",
        "`vote: {for: 24, against: 0}`",
    ),
    Refusal(
        codes.PRESENT_EXCEED,
        "meeting.yml",
        "members_total: 5",
        "Присутствовало больше, чем в составе: видимо, посчитаны приглашённые.",
        "приглашённых запишите в `invited`",
    ),
    Refusal(
        codes.AGENDA_NUMBER,
        "meeting-real.yml",
        "decisions:\n  - text: Провести урок.\n    agenda: [7]",
        "Вопроса 7 в повестке нет.",
        "номер вопроса из повестки или без поля: решение — по всей повестке",
    ),
    Refusal(
        codes.UNANIMOUS_AGAINST,
        "meeting-real.yml",
        "vote: {unanimous: да, against: 2}",
        "Единогласно — значит, против и воздержавшихся нет.",
        "уберите `unanimous` или исправьте числа",
    ),
    Refusal(
        codes.YAML_SYNTAX,
        "meeting.yml",
        "theme: Дроби: повторение",
        "Второе двоеточие с пробелом в строке читается как новое поле.",
        '`theme: "Дроби: повторение"` — в кавычках',
    ),
    Refusal(
        codes.EMPTY_POINT,
        "meeting.yml",
        "agenda:\n  - Итоги года\n  -",
        "Пункт начат и не дописан.",
        "допишите его или уберите дефис",
    ),
    Refusal(
        codes.YAML_SPLIT,
        "meeting-real.yml",
        "agenda:\n  - {text: Итоги года, планы}",
        "Внутри фигурных и квадратных скобок запятая отделяет поля: «планы» стало новым полем.",
        '`- {text: "Итоги года, планы"}` — в кавычках, или на отдельных строках без скобок',
    ),
    Refusal(
        codes.YAML_COMMENT,
        "meeting.yml",
        "theme: Школа #2 и мы",
        "За знаком # после пробела начинается примечание: «#2 и мы» в запись не попадёт.",
        '`theme: "Школа #2 и мы"` — в кавычках',
    ),
    Refusal(
        codes.YAML_DUPLICATE_KEY,
        "meeting.yml",
        "theme: Дроби\ntheme: Проценты",
        "Поле записано дважды: непонятно, какое верно.",
        "оставьте одно",
    ),
    Refusal(
        codes.YAML_SYNTAX,
        "meeting.yml",
        "theme: *важно",
        "Звёздочка и & в начале значения в YAML — служебные знаки.",
        '`theme: "*важно"` — в кавычках',
    ),
)


def replaced(text: str, lines: str, *, front_matter: bool = False) -> str:
    """The text of an example in which these lines stand in the place of the same fields."""
    names = {line.split(":")[0] for line in lines.split("\n") if line[:1].strip()}
    body = ""
    if front_matter:
        _, text, body = text.split("---\n", 2)
    kept: list[str] = []
    keep = True
    for line in text.split("\n"):
        if line[:1].strip() and not line.startswith("#"):
            keep = line.split(":")[0] not in names
        if keep:
            kept.append(line)
    fields = "\n".join([*kept, lines, ""]).lstrip("\n")
    return f"---\n{fields}---\n{body}" if front_matter else fields
