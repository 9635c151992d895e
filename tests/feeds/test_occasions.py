"""What stands on the calendar of an association's year, and what does not."""

from datetime import date, time

import pytest
from almanac import OWN, YEAR, Almanac, judged_as

from generator.models.vocabulary import MeetingStatus
from generator.pages.occasion import Occasion, OccasionKind, Standing
from generator.rules.finding import Finding, NormKind, State

PLAN = f"plan/{OWN}/2026-2027"


@pytest.fixture
def almanac(tmp_path, monkeypatch):
    judged_as(monkeypatch)
    return Almanac(tmp_path)


@pytest.mark.parametrize("status", list(MeetingStatus))
def test_every_meeting_on_record_stands_there_and_says_how_it_stands(almanac, status):
    almanac.meeting("2026-11-18", status=status.value, theme="Устный счёт")
    [found] = almanac.occasions().values()
    off = status is MeetingStatus.CANCELLED
    assert found.uid == f"meeting/{OWN}/2026-2027/2026-11-18"
    assert found.standing is (Standing.CANCELLED if off else Standing.CONFIRMED)
    assert found.note == ("" if status is MeetingStatus.SIGNED else status.label)
    assert (found.kind, found.title) == (OccasionKind.MEETING, "Устный счёт")
    assert found.address == f"associations/{OWN}/2026-2027/meetings/2026-11-18/"


def test_a_meeting_says_when_where_and_what_is_on_the_agenda(almanac):
    almanac.meeting(
        "2026-12-02",
        time="14:00",
        end_time="15:30",
        place={"organisation": "shkola-1", "text": "каб. 5"},
        agenda=["Первый вопрос", "Второй вопрос"],
    )
    [found] = almanac.occasions().values()
    assert (found.begins, found.ends) == (time(14), time(15, 30))
    assert found.place.endswith(", каб. 5")
    assert found.title == "Заседание: Первый вопрос"
    assert found.description.endswith("Повестка дня:\n1. Первый вопрос\n2. Второй вопрос")


def test_a_held_meeting_leaves_its_questions_to_the_minutes(almanac):
    almanac.meeting("2026-11-18", status="signed", number="3", agenda=["Первый вопрос"])
    [found] = almanac.occasions().values()
    assert found.description.endswith("Протокол № 3.")


def test_a_joint_meeting_is_the_same_thing_for_each_of_its_bodies(almanac):
    almanac.meeting("2026-12-02", joint_with=["mumo"])
    own, other = almanac.occasions(), almanac.occasions("mumo")
    assert own == other
    [found] = own.values()
    assert found.bodies == ("МО математиков", "МУМО")
    assert found.body_line.replace("\u00a0", " ") == "МО математиков и ещё 1 объединение"


@pytest.mark.parametrize(
    ("status", "standing", "note"),
    [
        ("planned", Standing.TENTATIVE, "по плану"),
        ("held", Standing.CONFIRMED, "проведено"),
        ("moved", Standing.CANCELLED, "перенесено"),
        ("cancelled", Standing.CANCELLED, "отменено"),
    ],
)
def test_a_point_of_the_plan_stands_as_the_plan_says(almanac, status, standing, note):
    point = {"title": "Олимпиада", "when": "2026-12-05", "status": status}
    almanac.plan(events=[point | {"status_note": "карантин"}])
    [found] = almanac.occasions().values()
    assert (found.standing, found.note, found.kind) == (standing, note, OccasionKind.EVENT)
    assert ("карантин" in found.description) == (status != "planned")


def test_a_point_that_is_a_meeting_on_record_is_not_repeated(almanac):
    almanac.meeting("2026-11-18", status="signed")
    almanac.meeting("2026-12-02")
    almanac.plan(
        meetings=[
            {"theme": "Назван", "when": "ноябрь", "meeting": "2026-11-18"},
            {"theme": "В тот же день", "when": "02.12.2026"},
            {"theme": "В другой день", "when": "03.12.2026"},
        ],
        events=[{"title": "Событие того же дня", "when": "02.12.2026"}],
    )
    titles = [found.title for found in almanac.occasions().values()]
    assert sorted(titles) == [
        "В другой день",
        "Заседание: Вопрос",
        "Заседание: Вопрос",
        "Событие того же дня",
    ]


@pytest.mark.parametrize(
    ("written", "first", "last", "words", "exact"),
    [
        ("2026-12-05", date(2026, 12, 5), date(2026, 12, 5), "", True),
        ("5 декабря", date(2026, 12, 5), date(2026, 12, 5), "", True),
        ("до 5 декабря", date(2026, 12, 5), date(2026, 12, 5), "до 5 декабря", True),
        ("7–9 декабря", date(2026, 12, 7), date(2026, 12, 9), "7–9 декабря", True),
        ("декабрь", date(2026, 12, 1), date(2026, 12, 31), "декабрь", False),
        ("март – май", date(2027, 3, 1), date(2027, 5, 31), "март – май", False),
    ],
)
def test_times_of_the_plan(almanac, written, first, last, words, exact):
    """Days stand on their days; longer times say in words when they are."""
    almanac.plan(events=[{"title": "Неделя", "when": written, "time": "10:00"}])
    [found] = almanac.occasions().values()
    assert (found.first, found.last, found.exact) == (first, last, exact)
    assert found.when.replace("\u00a0", " ") == words
    assert len(list(found.days)) == ((last - first).days + 1 if exact else 0)
    assert (found.begins is None) == bool(words)


@pytest.mark.parametrize("written", ["в течение года", "II четверть", {"text": "по запросу"}])
def test_what_has_no_place_on_a_calendar_is_left_out(almanac, written):
    almanac.plan(events=[{"title": "Консультации", "when": written}, {"title": "Без срока"}])
    assert almanac.occasions() == {}


def test_points_keep_their_ids_by_number_and_else_by_place(almanac):
    """A number that comes twice names the first; no text has a part in an id."""
    points = [
        {"number": "2", "theme": "А", "when": "01.12.2026"},
        {"theme": "Б", "when": "02.12.2026"},
        {"number": "2", "theme": "В", "when": "03.12.2026"},
    ]
    almanac.plan(meetings=points, events=[{"number": "2", "title": "Г", "when": "04.12.2026"}])
    ids = {found.title: uid for uid, found in almanac.occasions().items()}
    assert ids == {
        "А": f"{PLAN}/meeting-2",
        "Б": f"{PLAN}/meeting-at-2",
        "В": f"{PLAN}/meeting-at-3",
        "Г": f"{PLAN}/event-2",
    }


def finding(state=State.DUE, norm=NormKind.DEADLINES, **more):
    usual = {"due": date(2026, 12, 10), "subject": "анализ", "advice": "Сдайте."}
    return Finding(norm, state, "не сдано", "п. 26", **(usual | more))


@pytest.mark.parametrize("state", list(State))
def test_a_duty_is_what_is_due_or_overdue(almanac, monkeypatch, state):
    judged_as(monkeypatch, finding(state))
    found = list(almanac.occasions().values())
    assert len(found) == (state in (State.DUE, State.OVERDUE))
    for duty in found:
        assert (duty.kind, duty.first, duty.note) == (
            OccasionKind.DUTY,
            date(2026, 12, 10),
            state.label,
        )
        assert duty.title == "Отчёты и анализы в срок: анализ"
        assert duty.description == "Не сдано.\nп. 26\nСдайте."
        assert duty.address == f"associations/{OWN}/2026-2027/#norm-deadlines"


def test_what_asks_for_nothing_by_a_day_is_no_duty(almanac, monkeypatch):
    """A meeting ahead and points of the plan stand there themselves; the year's end is no day."""
    judged_as(
        monkeypatch,
        finding(due=None),
        finding(norm=NormKind.MINUTES),
        finding(norm=NormKind.PLAN_EXECUTION),
        finding(due=YEAR.ends, advice=""),
        finding(State.OVERDUE, NormKind.MINUTES, subject="остаётся"),
    )
    assert [one.title for one in almanac.occasions().values()] == [
        "Протокол каждого заседания: остаётся"
    ]


def test_duties_keep_their_ids_while_the_message_changes(almanac, monkeypatch):
    """Two of one norm and subject are told apart; a norm without a subject has an id too."""
    judged_as(monkeypatch, finding(), finding(), finding(subject=""), finding(subject="отчёт"))
    before = list(almanac.occasions())
    changed = finding(advice="Другое.", due=date(2026, 12, 11))
    judged_as(monkeypatch, changed, changed, finding(subject=""), finding(subject="отчёт"))
    assert sorted(almanac.occasions()) == sorted(before)
    assert len(set(before)) == 4
    assert f"duty/{OWN}/2026-2027/deadlines" in before


def test_an_occasion_comes_back_as_it_was_put_away(almanac):
    almanac.meeting("2026-12-02", time="14:00", end_time="15:00", joint_with=["mumo"], theme="Т")
    almanac.plan(events=[{"title": "Неделя", "when": "декабрь"}])
    found = almanac.occasions().values()
    assert [Occasion.restored(one.plain()) for one in found] == list(found)
