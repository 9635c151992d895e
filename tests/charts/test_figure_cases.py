"""Single cases of the figures: what counts as what, what is left open, what may not be told."""

from datetime import date
from pathlib import Path

import pytest
from yearbook import HOME, OWN, YEAR, case_of, context_of, parsed_page, replace, words, write

from generator.pages.figures.activity import activity
from generator.pages.figures.coverage import coverage
from generator.pages.figures.fulfilment import Outcome, fulfilment
from generator.pages.figures.participation import participation
from generator.pages.figures.presence import mean_percent, presences
from generator.pages.figures.year import year_figures

NOVEMBER = "meetings/2025-11-05.yml"


def point(records: Path, text: str) -> None:
    """Put one event into the plan instead of the one that stands there."""
    event = "  - title: Неделя математики\n    when: в течение года\n"
    replace(records / HOME / "plan.yml", event, f"  - title: Неделя математики\n{text}")


@pytest.mark.parametrize(
    ("written", "day", "outcome"),
    [
        ("    status: held\n", "2025-11-21", Outcome.DONE),
        ("    status: moved\n", "2025-11-21", Outcome.MOVED),
        ("    status: cancelled\n", "2026-11-21", Outcome.CANCELLED),
        ("    when: 2026-03-10\n", "2026-03-10", Outcome.AHEAD),
        ("    when: 2026-03-10\n", "2026-03-11", Outcome.OVERDUE),
        ("    when: март\n", "2026-03-31", Outcome.AHEAD),
        ("    when: март\n", "2026-04-01", Outcome.OVERDUE),
        ("    when: до 05.12\n", "2025-12-05", Outcome.AHEAD),
        ("    when: до 05.12\n", "2025-12-06", Outcome.OVERDUE),
        ("    when: в течение года\n", "2026-05-31", Outcome.AHEAD),
        ("", "2026-08-31", Outcome.AHEAD),
        ("", "2026-09-01", Outcome.OVERDUE),
    ],
)
def test_a_point_of_the_plan_comes_to(
    records: Path, written: str, day: str, outcome: Outcome
) -> None:
    """A point is late on the day after its last one, not before."""
    point(records, written)
    context = context_of(records, date.fromisoformat(day))
    found = dict(fulfilment(context, case_of(context)))
    assert found.pop(outcome) >= 1
    assert sum(found.values()) <= 2, "the two meetings of the plan were held"


def test_a_point_whose_meeting_was_cancelled_is_cancelled(records: Path) -> None:
    plan = records / HOME / "plan.yml"
    replace(plan, "    status: held\n    meeting: 2025-11-05\n", "    meeting: 2026-01-14\n")
    write(
        records / HOME / "meetings/2026-01-14.yml",
        "date: 2026-01-14\nstatus: cancelled\nmode: offline\nagenda: [Вопрос]\n",
    )
    context = context_of(records)
    found = dict(fulfilment(context, case_of(context)))
    assert found[Outcome.CANCELLED] == 1


def test_a_year_without_a_plan_has_no_figures_of_it(records: Path) -> None:
    (records / HOME / "plan.yml").unlink()
    replace(records / HOME / "documents.yml", "      - plan_of: mo-matematika\n", "")
    context = context_of(records)
    assert fulfilment(context, case_of(context)) == ()
    page = parsed_page(context, f"{HOME}/")
    assert not page.xpath('.//*[@id="figures-plan"]')
    assert page.xpath('.//*[@id="figures-activity"]')


def test_a_year_of_nothing_has_no_figures_at_all(records: Path) -> None:
    home = records / "associations/mo-pustoe"
    write(home / "association.yml", "name: МО без дел\nkind: mo\nlevel: municipal\n")
    write(home / "2025-2026/documents.yml", "documents:\n  - {id: akt, kind: order, title: Акт}\n")
    page = parsed_page(context_of(records), "associations/mo-pustoe/2025-2026/")
    assert not page.xpath('.//*[@id="figures"]')
    assert "Акт" in words(page)


def test_the_august_that_opens_the_year_is_a_month_of_its_own(records: Path) -> None:
    months = activity(context_of(records), OWN, YEAR)
    assert (months[0].title, months[0].meetings) == ("август\u00a02025\u00a0г.", 1)
    assert [month.first.month for month in months] == [8, 9, 10, 11, 12, *range(1, 9)]
    replace(records / HOME / "meetings/2025-08-28.yml", "status: signed", "status: planned")
    months = activity(context_of(records), OWN, YEAR)
    assert [month.first.month for month in months] == [9, 10, 11, 12, *range(1, 9)]


def test_a_practice_of_august_belongs_to_the_year_that_ends(records: Path) -> None:
    card = records / "practices/ustnyy-schet.md"
    replace(card, "status: recommended", "status: recommended\ncreated_on: 2026-08-15")
    months = activity(context_of(records), OWN, YEAR)
    assert [month.practices for month in months][-1] == 1
    assert sum(month.practices for month in months) == 1


def test_a_practice_without_a_day_is_told_and_counted_for_no_year(records: Path) -> None:
    context = context_of(records)
    assert sum(month.practices for month in activity(context, OWN, YEAR)) == 0
    assert "не записан день: 1" in words(parsed_page(context, f"{HOME}/"))


def test_a_practice_that_is_not_published_is_counted_nowhere(records: Path) -> None:
    card = records / "practices/ustnyy-schet.md"
    replace(card, "status: recommended", "status: draft\ncreated_on: 2026-02-15\ndirection: '7'")
    context = context_of(records)
    assert sum(month.practices for month in activity(context, OWN, YEAR)) == 0
    assert year_figures(context, context.archive.associations[OWN], YEAR).undated == 0


def test_attendance_that_nobody_wrote_down_is_said_to_be_missing(records: Path) -> None:
    """August has 10 of 12. November is a joint meeting without a list: whose they were is open."""
    context = context_of(records)
    rows = presences(case_of(context))
    assert [(row.present, row.total, row.percent is None) for row in rows] == [
        (10, 12, False),
        (None, 3, True),
    ]
    assert mean_percent(rows) == pytest.approx(100 * 10 / 12)
    page = parsed_page(context, f"{HOME}/")
    (head,) = page.xpath('.//h3[@id="figures-attendance"]')
    cells = [words(cell) for cell in head.xpath("following::table[1]//td")]
    assert cells == ["10", "12", "83 %", "не записано", "3", "—"]


def test_no_meeting_with_both_numbers_means_no_picture(records: Path) -> None:
    august = records / HOME / "meetings/2025-08-28.yml"
    replace(august, "attendance: 10\n", "")
    page = parsed_page(context_of(records), f"{HOME}/")
    (head,) = page.xpath('.//h3[@id="figures-attendance"]')
    assert words(head.getnext()).startswith("Ни в одном протоколе года")
    assert not page.xpath('.//svg[contains(@aria-labelledby, "chart-attendance")]')


# --- the regulation's lists ---------------------------------------------------------------


def with_lists(records: Path, text: str) -> None:
    path = records / "regulations/polozhenie.yml"
    path.write_text(path.read_text("utf-8") + text, "utf-8")


def test_codes_that_the_regulation_does_not_know_are_named(records: Path) -> None:
    with_lists(records, 'directions:\n  - {code: "1", text: Учиться.}\n  - {text: Без кода.}\n')
    plan = records / HOME / "plan.yml"
    replace(plan, "  - title: Неделя математики\n", "  - title: Неделя\n    direction: '99'\n")
    replace(plan, "    when: ноябрь\n", '    when: ноябрь\n    direction: "1"\n')
    context = context_of(records)
    found = coverage(context, case_of(context))
    assert found is not None
    assert found.strange == ("99",)
    assert found.uncoded == 1
    (points,) = (one.points for one in found.lists)
    assert [(p.code, p.planned, p.practices) for p in points] == [("1", 1, 0)]
    assert "Таких кодов в положении нет: 99" in words(parsed_page(context, f"{HOME}/"))


def test_functions_count_only_where_nothing_else_has_codes(records: Path) -> None:
    with_lists(records, 'functions:\n  - {code: "5.1", text: Помогать.}\n')
    context = context_of(records)
    found = coverage(context, case_of(context))
    assert found is not None
    assert [one.title for one in found.lists] == ["Функции"]
    with_lists(records, 'tasks:\n  - {code: "2", text: Учить.}\n')
    context = context_of(records)
    found = coverage(context, case_of(context))
    assert found is not None
    assert [one.title for one in found.lists] == ["Задачи"]


# --- members ------------------------------------------------------------------------------


def list_everybody(records: Path, extra: str = "") -> None:
    """Give the August meeting a list by name of all who were there."""
    people = "attendance:\n  people:\n    - belova-irina\n    - uchitel-shkoly-2\n"
    absent = "    - {person: gromov-pavel, status: absent}\n"
    replace(records / HOME / "meetings/2025-08-28.yml", "attendance: 10\n", people + absent + extra)


def numbers(records: Path) -> dict[str, tuple]:
    context = context_of(records)
    found = participation(context, case_of(context))
    assert found is not None
    return {
        one.shown: (one.attended, one.expected, one.spoke, one.lessons, one.practices)
        for one in found.members
    }


def test_without_lists_by_name_nothing_is_said_of_members(records: Path) -> None:
    context = context_of(records)
    assert participation(context, case_of(context)) is None
    assert not parsed_page(context, f"{HOME}/").xpath('.//*[@id="figures-members"]')


def test_a_list_that_names_only_some_counts_for_nothing(records: Path) -> None:
    """«11 were there», and of them one is named: who the others were, nobody knows."""
    august = records / HOME / "meetings/2025-08-28.yml"
    replace(august, "attendance: 10\n", "attendance: {present_count: 10, people: [belova-irina]}\n")
    context = context_of(records)
    assert participation(context, case_of(context)) is None


def test_members_in_numbers(records: Path) -> None:
    """Came, may have come, spoke; an open lesson that the practice tells of; practices written."""
    list_everybody(records)
    card = records / "practices/ustnyy-schet.md"
    replace(card, "status: recommended", "status: recommended\ncreated_on: 2025-11-10")
    replace(card, "  - gromov-pavel\n", "  - gromov-pavel\n  - belova-irina\n")
    found = numbers(records)
    (row,) = [value for shown, value in found.items() if "Белова" in shown]
    assert row == (1, 1, 1, 1, 1)
    assert len(found) == 3


def test_whoever_did_not_agree_to_be_an_author_has_no_number_of_practices(records: Path) -> None:
    """Громов agreed to his name, not to authorship: the number would tell that he wrote it."""
    list_everybody(records)
    card = records / "practices/ustnyy-schet.md"
    replace(card, "status: recommended", "status: recommended\ncreated_on: 2025-11-10")
    (row,) = [value for shown, value in numbers(records).items() if "Громов" in shown]
    assert row == (0, 1, 0, 0, None)


def test_whoever_did_not_agree_to_a_name_stands_there_by_post(records: Path) -> None:
    list_everybody(records)
    page = parsed_page(context_of(records), f"{HOME}/")
    rows = [words(cell) for cell in page.xpath('.//table[contains(@class, "members")]//tbody//th')]
    assert "учитель математики, Школа № 2" in rows
    people = records / "people.yml"
    text = people.read_text("utf-8")
    start, end = text.index("    surname: Белова"), text.index("    positions:")
    people.write_text(text[:start] + text[end:].replace("fields: [name, ", "fields: [", 1), "utf-8")
    page = parsed_page(context_of(records), f"{HOME}/")
    (table,) = page.xpath('.//table[contains(@class, "members")]')
    assert "Белова" not in words(table)


def test_an_open_lesson_that_plan_and_practice_tell_counts_once(records: Path) -> None:
    list_everybody(records)
    people = records / "people.yml"
    purposes = "      purposes: [pages, feeds, open_data]\n"
    dated = f"{purposes}      given_on: 2025-08-21\n      document: согласие № 2"
    old, new = "fields: [name, position]\n", "fields: [name, position, authorship]\n"
    replace(people, f"{old}{dated}", f"{new}{dated}")
    card = records / "practices/ustnyy-schet.md"
    replace(card, "status: recommended", "status: recommended\ncreated_on: 2025-11-10")
    plan = records / HOME / "plan.yml"
    block = (
        "    meeting: 2025-11-05\n    blocks:\n      - kind: practical\n        items:\n"
        "          - {text: Открытый урок по устному счёту, presenters: [gromov-pavel]}\n"
    )
    replace(plan, "    meeting: 2025-11-05\n", block)
    (row,) = [value for shown, value in numbers(records).items() if "Громов" in shown]
    assert row[3:] == (1, 1)


def test_a_member_who_came_later_is_expected_only_from_then_on(records: Path) -> None:
    list_everybody(records)
    path = records / f"associations/{OWN}/association.yml"
    text = path.read_text("utf-8")
    later = "  - person: gromov-pavel\n    role: secretary\n    from: 2025-09-20"
    old = "  - person: gromov-pavel\n    role: secretary\n    from: 2025-08-25"
    assert old in text
    path.write_text(text.replace(old, later), "utf-8")
    (row,) = [value for shown, value in numbers(records).items() if "Громов" in shown]
    assert row[:2] == (0, 0)
