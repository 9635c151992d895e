"""`When`: every form of a time that plans and minutes use. `~` is a non-breaking space."""

import datetime

import pytest

from generator.values import NBSP, PartialDate, When, WhenKind

P = PartialDate
K = WhenKind
D29 = P(2025, 8, 29)
DEC5, DEC5Y = P(None, 12, 5), P(2025, 12, 5)
SEP, SEPY = P(None, 9), P(2025, 9)

POINTS = [
    ("2025-08-29", K.DATE, D29, "29~августа~2025~г."),
    ("29.08.2025", K.DATE, D29, "29~августа~2025~г."),
    ("29/08/2025", K.DATE, D29, "29~августа~2025~г."),
    ("«29» августа 2025 г.", K.DATE, D29, "29~августа~2025~г."),
    ("29 августа 2025 года.", K.DATE, D29, "29~августа~2025~г."),
    ("5 декабря", K.DAY, DEC5, "5~декабря"),
    ("5\u00a0Декабря", K.DAY, DEC5, "5~декабря"),
    ("05.12", K.DAY, DEC5, "5~декабря"),
    ("05.12.", K.DAY, DEC5, "5~декабря"),
    ("«5» декабря", K.DAY, DEC5, "5~декабря"),
    ("5 дек.", K.DAY, DEC5, "5~декабря"),
    ("5-го декабря", K.DAY, DEC5, "5~декабря"),
    ("29 февраля", K.DAY, P(None, 2, 29), "29~февраля"),
    ("сентябрь 2025", K.MONTH, SEPY, "сентябрь~2025~г."),
    ("Сентябрь 2025 г.", K.MONTH, SEPY, "сентябрь~2025~г."),
    ("сентябрь, 2025 г.", K.MONTH, SEPY, "сентябрь~2025~г."),
    ("в сентябре 2025 года", K.MONTH, SEPY, "сентябрь~2025~г."),
    ("2025-09", K.MONTH, SEPY, "сентябрь~2025~г."),
    ("09.2025", K.MONTH, SEPY, "сентябрь~2025~г."),
    ("9.2025 г.", K.MONTH, SEPY, "сентябрь~2025~г."),
    ("09/2025", K.MONTH, SEPY, "сентябрь~2025~г."),
    ("сентябрь", K.MONTH, SEP, "сентябрь"),
    ("сентября", K.MONTH, SEP, "сентябрь"),
    ("в сентябре", K.MONTH, SEP, "сентябрь"),
    ("в течение сентября", K.MONTH, SEP, "сентябрь"),
    ("СЕНТ.", K.MONTH, SEP, "сентябрь"),
    ("окт.", K.MONTH, P(None, 10), "октябрь"),
    ("нояб.", K.MONTH, P(None, 11), "ноябрь"),
    ("янв.", K.MONTH, P(None, 1), "январь"),
    ("в мае", K.MONTH, P(None, 5), "май"),
    ("мая 2026", K.MONTH, P(2026, 5), "май~2026~г."),
]
RANGES = [
    ("01.09.2025–30.09.2025", P(2025, 9, 1), P(2025, 9, 30), "1–30~сентября~2025~г."),
    ("01.09.2025 - 30.09.2025", P(2025, 9, 1), P(2025, 9, 30), "1–30~сентября~2025~г."),
    ("01/09/2025 - 30/09/2025", P(2025, 9, 1), P(2025, 9, 30), "1–30~сентября~2025~г."),
    ("2025-09-01/2025-09-30", P(2025, 9, 1), P(2025, 9, 30), "1–30~сентября~2025~г."),
    ("2025-09-01 — 2025-09-30", P(2025, 9, 1), P(2025, 9, 30), "1–30~сентября~2025~г."),
    ("2025-09-01-2025-09-30", P(2025, 9, 1), P(2025, 9, 30), "1–30~сентября~2025~г."),
    ("2025-08/2026-05", P(2025, 8), P(2026, 5), "август~2025~г. – май~2026~г."),
    ("2025-08-2026-05", P(2025, 8), P(2026, 5), "август~2025~г. – май~2026~г."),
    ("01-05.12.2025", P(2025, 12, 1), DEC5Y, "1–5~декабря~2025~г."),
    ("01.12-05.12.2025", P(2025, 12, 1), DEC5Y, "1–5~декабря~2025~г."),
    ("01.12–05.12", P(None, 12, 1), DEC5, "1–5~декабря"),
    ("сентябрь – октябрь", SEP, P(None, 10), "сентябрь – октябрь"),
    ("сентябрь-октябрь", SEP, P(None, 10), "сентябрь – октябрь"),
    ("сент.–окт.", SEP, P(None, 10), "сентябрь – октябрь"),
    ("в сентябре – октябре", SEP, P(None, 10), "сентябрь – октябрь"),
    ("с сентября по октябрь", SEP, P(None, 10), "сентябрь – октябрь"),
    ("сентябрь – октябрь 2025 г.", SEPY, P(2025, 10), "сентябрь – октябрь~2025~г."),
    ("август 2025 – май 2026", P(2025, 8), P(2026, 5), "август~2025~г. – май~2026~г."),
    ("август 2025 г. – май", P(2025, 8), P(2026, 5), "август~2025~г. – май~2026~г."),
    ("ноябрь – январь 2026", P(2025, 11), P(2026, 1), "ноябрь~2025~г. – январь~2026~г."),
    ("с 1 по 15 октября", P(None, 10, 1), P(None, 10, 15), "1–15~октября"),
    ("с 1-го по 15-е октября", P(None, 10, 1), P(None, 10, 15), "1–15~октября"),
    ("в период с 1 по 15 октября", P(None, 10, 1), P(None, 10, 15), "1–15~октября"),
    ("с 1 по 15 октября 2025 г.", P(2025, 10, 1), P(2025, 10, 15), "1–15~октября~2025~г."),
    ("с «1» по «15» октября", P(None, 10, 1), P(None, 10, 15), "1–15~октября"),
    ("10–15 ноября", P(None, 11, 10), P(None, 11, 15), "10–15~ноября"),
    ("28 октября – 5 ноября", P(None, 10, 28), P(None, 11, 5), "28~октября – 5~ноября"),
    (
        "с 28.12.2025 по 09.01.2026",
        P(2025, 12, 28),
        P(2026, 1, 9),
        "28~декабря~2025~г. – 9~января~2026~г.",
    ),
    ("сентябрь – 5 декабря", SEP, DEC5, "сентябрь – 5~декабря"),
]
DUES = [
    ("до 05.12", DEC5, "до 5~декабря"),
    ("До 5 декабря", DEC5, "до 5~декабря"),
    ("до 5 декабря 2025 г.", DEC5Y, "до 5~декабря~2025~г."),
    ("до 05.12.2025", DEC5Y, "до 5~декабря~2025~г."),
    ("до «5» декабря 2025 года", DEC5Y, "до 5~декабря~2025~г."),
    ("срок: до 05.12.2025", DEC5Y, "до 5~декабря~2025~г."),
    ("в срок до 5 декабря", DEC5, "до 5~декабря"),
    ("до 5 декабря включительно", DEC5, "до 5~декабря"),
    ("не позднее 1 июля", P(None, 7, 1), "до 1~июля"),
    ("не позже 01.07.2026", P(2026, 7, 1), "до 1~июля~2026~г."),
    ("к 1 марта", P(None, 3, 1), "до 1~марта"),
    ("к 1 марту", P(None, 3, 1), "до 1~марта"),
    ("ко 2 сентября", P(None, 9, 2), "до 2~сентября"),
    ("до конца мая", P(None, 5), "до конца мая"),
    ("к концу мая 2026 г.", P(2026, 5), "до конца мая~2026~г."),
    ("не позднее мая", P(None, 5), "до конца мая"),
]
TERMS = [
    ("1 четверть", K.QUARTER, 1, "I~четверть"),
    ("I четверть", K.QUARTER, 1, "I~четверть"),
    ("І четверть", K.QUARTER, 1, "I~четверть"),  # the Belarusian letter
    ("Ⅲ четверть", K.QUARTER, 3, "III~четверть"),
    ("в III четверти", K.QUARTER, 3, "III~четверть"),
    ("в течение 2 четверти", K.QUARTER, 2, "II~четверть"),
    ("1-я четверть", K.QUARTER, 1, "I~четверть"),
    ("IV четверть учебного года", K.QUARTER, 4, "IV~четверть"),
    ("четвёртая четверть", K.QUARTER, 4, "IV~четверть"),
    ("в первой четверти", K.QUARTER, 1, "I~четверть"),
    ("3 четв.", K.QUARTER, 3, "III~четверть"),
    ("I полугодие", K.HALF_YEAR, 1, "I~полугодие"),
    ("2 полугодие", K.HALF_YEAR, 2, "II~полугодие"),
    ("во II полугодии", K.HALF_YEAR, 2, "II~полугодие"),
    ("первое полугодие", K.HALF_YEAR, 1, "I~полугодие"),
]
WHOLE_YEARS = [
    "в течение года",
    "В течение года.",
    "в течении года",
    "в течение учебного года",
    "в течение всего учебного года",
    "в теч. года",
    "на протяжении года",
    "весь период",
    "весь год",
    "весь учебный год",
    "учебный год",
    "постоянно",
]
NAMED_YEARS = [
    "2025-2026",
    "2025/2026 учебный год",
    "2025/26 уч. г.",
    "в 2025/2026 учебном году",
    "в течение 2025-2026 учебного года",
]
WORDS = [
    "ежемесячно",
    "по мере необходимости",
    "еженедельно",
    "1 раз в четверть",
    "не реже 1 раза в месяц",
    "1-2 раза в год",
    "по графику",
    "осенние каникулы",
    "до мая",  # nobody knows whether May is still in time
    "до 5 числа каждого месяца",
    "каждую 2-ю среду месяца",
    "каждый вторник",
    "в течение 10 дней",
    "в 10-дневный срок",
    "за 3 дня до заседания",
    "по итогам 1 четверти",
    "1–2 четверти",
    "после заседания № 2",
    "вчера",
    "Ещё не решено",
]
BOUNDED_WORDS = [
    ("ноябрь, январь", P(None, 11), P(None, 1)),
    ("ноябрь, январь и март", P(None, 11), P(None, 3)),
    ("в ноябре и в январе", P(None, 11), P(None, 1)),
    ("ноябрь, январь 2026", P(2025, 11), P(2026, 1)),
    ("5 и 12 декабря", DEC5, P(None, 12, 12)),
    ("05.12.2025, 12.12.2025", DEC5Y, P(2025, 12, 12)),
    ("2-я неделя октября", P(None, 10), P(None, 10)),
    ("в начале сентября 2025 г.", SEPY, SEPY),
    ("последняя декада мая", P(None, 5), P(None, 5)),
]


def shape(when):
    return when.kind, when.start, when.end, when.number


def tied(text):
    return text.replace("~", NBSP)


def check(text, expected, printed):
    when = When.parse(text)
    assert shape(when) == expected
    assert when.raw == text
    assert when.text() == tied(printed)
    assert shape(When.parse(when.text())) == expected


@pytest.mark.parametrize(("text", "kind", "point", "printed"), POINTS)
def test_dates_days_and_months(text, kind, point, printed):
    check(text, (kind, point, point, None), printed)


@pytest.mark.parametrize(("text", "start", "end", "printed"), RANGES)
def test_ranges(text, start, end, printed):
    check(text, (K.RANGE, start, end, None), printed)


@pytest.mark.parametrize(("text", "end", "printed"), DUES)
def test_due_days(text, end, printed):
    check(text, (K.DUE, P(), end, None), printed)


@pytest.mark.parametrize(("text", "kind", "number", "printed"), TERMS)
def test_quarters_and_half_years(text, kind, number, printed):
    check(text, (kind, P(), P(), number), printed)


@pytest.mark.parametrize("text", WHOLE_YEARS)
def test_the_whole_year(text):
    check(text, (K.YEAR, P(), P(), None), "в течение года")


@pytest.mark.parametrize("text", NAMED_YEARS)
def test_a_school_year_by_name(text):
    check(text, (K.YEAR, P(2025), P(2026), None), "2025/2026~учебный~год")


@pytest.mark.parametrize("text", WORDS)
def test_free_words_are_kept(text):
    when = When.parse(text)
    assert shape(when) == (K.WORDS, P(), P(), None)
    assert when.text().replace(NBSP, " ") == when.raw == text


@pytest.mark.parametrize(("text", "start", "end"), BOUNDED_WORDS)
def test_words_whose_months_are_known(text, start, end):
    when = When.parse(text)
    assert shape(when) == (K.WORDS, start, end, None)
    assert when.text().replace(NBSP, " ") == text


def test_a_range_of_one_day_is_that_day():
    assert When.parse("05.12.2025 – 05.12.2025").date == datetime.date(2025, 12, 5)


def test_explicit_words_take_anything():
    for text in ("31.02.2026", "", "????", "слово " * 1000):
        assert shape(When.words(text)) == (K.WORDS, P(), P(), None)
        assert When.words(text).raw == text


def test_words_keep_a_number_with_its_noun():
    assert When.words("1 раз  в 2 месяца").text() == tied("1~раз в 2~месяца")


def test_only_an_exact_date_has_a_date():
    assert When.parse("29.08.2025").date == datetime.date(2025, 8, 29)
    for text in ("5 декабря", "сентябрь 2025", "до 05.12.2025", "I четверть", "01-05.12.2025"):
        assert When.parse(text).date is None
