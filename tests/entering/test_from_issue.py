"""`umo from-issue`: what a form's answers say becomes a record, and nothing of them is lost."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from demonstration import tree
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.records.answers import decision, points, vote
from generator.records.beginning import record_text
from generator.records.from_issue import understand
from generator.records.issue_forms import BODY, CONSENTS, FORMS
from generator.records.issue_text import read_issue
from generator.records.pasted import cleaned
from generator.records.recipes import recipe_of
from generator.source import FrontMatter, parse, split
from generator.source.text import decode

Umo = Callable[..., Result]
MEETINGS = "content/associations/mo-matematika/2025-2026/meetings"
MEETING, PRACTICE = FORMS


def issue(form: Any = MEETING, *, consent: bool = True, before: str = "", **answers: str) -> str:
    """The text of an issue as GitHub makes it of a form."""
    parts = [before] if before else []
    parts += [f"### {form.label(n)}\n\n{answers.get(n, '_No response_')}" for n in form.asked]
    boxes = "\n".join(f"- [{'X' if consent else ' '}] {one}" for one in CONSENTS)
    return "\n\n".join((*parts, f"### Согласие и личные данные\n\n{boxes}")) + "\n"


WHOLE = issue(
    association="МО математиков",
    date="«26» ноября 2025 г.",
    number="01",
    mode="очно",
    place="shkola-1",
    attendance="22",
    agenda="1. Итоги: да\n2) Разное\n\n- 2025 год",
    hearings="Показаны два урока",
    decisions="1. Утвердить график.\n2. Провести замер, срок: до 15 декабря.\n7. Седьмое",
    vote="за 20, против нет, воздержались 2",
)


def fields(file: Path) -> dict[str, Any]:
    found = parse(file.read_text("utf-8"), "")
    assert found.problems == []
    return found.value


@pytest.mark.parametrize("ends", ["\n", "\r\n"])
@pytest.mark.parametrize("by_file", [True, False])
def test_a_form_becomes_a_record(umo: Umo, project: Path, ends: str, *, by_file: bool) -> None:
    data = WHOLE.replace("\n", ends).encode("utf-8-sig")
    (project / "issue.md").write_bytes(data)
    done = umo("from-issue", "issue.md") if by_file else umo("from-issue", "-", said=data)
    assert (done.exit_code, done.stderr) == (0, "")
    assert f"Записано: {MEETINGS}/2025-11-26.yml" in done.stdout
    assert fields(project / MEETINGS / "2025-11-26.yml") == {
        "date": "2025-11-26",
        "number": "01",
        "status": "draft",
        "mode": "offline",
        "place": "shkola-1",
        "members_total": "3",
        "attendance": "22",
        "agenda": ["Итоги: да", "Разное", "2025 год"],
        "hearings": [{"summary": "Показаны два урока"}],
        "decisions": [
            {"text": "Утвердить график."},
            {"text": "Провести замер, срок: до 15 декабря.", "due": "до 15 декабря"},
            {"text": "7. Седьмое"},
        ],
        "vote": {"for": "20", "against": "0", "abstained": "2"},
    }
    checked = umo("check").stdout
    assert "C05" in checked, "22 of 3 members were there"


def test_the_same_issue_twice_is_two_records(umo: Umo, project: Path) -> None:
    (project / "issue.md").write_text(WHOLE, "utf-8")
    umo("from-issue", "issue.md")
    before = tree(project)
    assert "2025-11-26-2.yml" in umo("from-issue", "issue.md").stdout
    assert {name: tree(project)[name] for name in before} == before


def test_a_practice_keeps_its_description(umo: Umo, project: Path) -> None:
    text = issue(
        PRACTICE,
        title="Диктант: 5 формул",
        authors="учитель математики",
        association="mo-matematika",
        subjects="математика, физика",
        grades="5, 6",
        level="школьный",
        type="методический приём",
        summary="Пять формул",
        stages="Сверка\nРазбор",
        results="Средний балл вырос",
        **{BODY: "Учитель диктует.\n\n---\n\n### Подзаголовок\n\n- пункт"},
    )
    (project / "issue.md").write_text(text, "utf-8")
    done = umo("from-issue", "issue.md")
    file = project / "content/practices/diktant-5-formul.md"
    assert file.is_file(), done.output
    parts = split(file.read_text("utf-8"), "")
    assert isinstance(parts, FrontMatter)
    assert parts.body == "Учитель диктует.\n\n---\n\n### Подзаголовок\n\n- пункт"
    found = parse(parts.fields, "").value
    assert (found["association"], found["status"], found["level"], found["type"]) == (
        "mo-matematika", "draft", "school", "method")  # fmt: skip
    assert (found["subjects"], found["grades"]) == (["математика", "физика"], ["5", "6"])
    assert found["results"] == [{"name": "Средний балл вырос"}]
    assert umo("check").stdout == "Всё в порядке.\n"


def test_what_is_not_understood_stays_as_a_comment_and_is_told(umo: Umo, project: Path) -> None:
    text = issue(
        association="mo-matematika",
        date="2025-11-26",
        mode="очно",
        time="после обеда",
        place="Белова Ирина Сергеевна " * 20,
        agenda=f"Первый\n{'х' * 10_001}\nВторой",
        before="Здравствуйте!\nВот протокол.",
        consent=False,
    )
    (project / "issue.md").write_text(text, "utf-8")
    done = umo("from-issue", "issue.md")
    written = (project / MEETINGS / "2025-11-26.yml").read_text("utf-8")
    assert done.exit_code == 0
    for label in ("Текст перед вопросами", "Начало", "Место", "Повестка дня", "Согласие"):
        assert f"Проверьте: {label}: " in done.stderr
        assert f"# Не удалось разобрать: {label}: " in written
    for said in ("# Не удалось разобрать: Начало: после обеда", "#   Вот протокол.", "х" * 10_001):
        assert said in written
    assert fields(project / MEETINGS / "2025-11-26.yml")["agenda"] == ["Первый", "Второй"]
    assert umo("check").stdout == "Всё в порядке.\n"


@pytest.mark.parametrize(
    ("answers", "kept"),
    [
        ({"association": "РМО химиков", "date": "2025-11-26"}, "Объединение: РМО химиков"),
        ({"association": "mo-matematika", "date": "скоро"}, "Дата заседания: скоро"),
        ({"association": "mo-matematika"}, ""),
        ({"association": "mo-matematika", "date": "1812-08-26"}, "date: 1812-08-26"),
        ({}, ""),
    ],
)
def test_a_record_without_a_place_becomes_a_draft_here(
    umo: Umo, project: Path, answers: dict[str, str], kept: str
) -> None:
    (project / "issue.md").write_text(issue(agenda="Разное", **answers), "utf-8")
    before = tree(project / "content")
    for name in ("zayavka-meeting.yml", "zayavka-meeting-2.yml"):
        done = umo("from-issue", "issue.md")
        assert f"Записано: {name}" in done.stdout
        assert "черновик лежит в текущей папке" in done.stderr
        assert "на место: content/associations/<объединение>/" in done.stdout
        assert kept in (project / name).read_text("utf-8")
        assert fields(project / name)["agenda"] == ["Разное"]
    assert tree(project / "content") == before


def test_the_call_may_name_the_association(umo: Umo, project: Path) -> None:
    text = issue(association="РМО химиков", date="2025-11-26", agenda="Разное")
    (project / "issue.md").write_text(text, "utf-8")
    assert umo("from-issue", "issue.md", "--association", "mo-matematika").exit_code == 0
    assert "РМО химиков" in (project / MEETINGS / "2025-11-26.yml").read_text("utf-8")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "не заявка"),
        (b"\xff\xfe\x00", "не заявка"),
        ("### Что-то своё\n\nтекст".encode(), "не заявка"),
        (b"a: &a [*a, *a]\n" * 1000, "не заявка"),
        (b"x" * 1_000_000, "длиннее 256 КБ"),
        (None, "нет такой папки"),
    ],
)
def test_what_is_no_issue_is_refused(
    umo: Umo, project: Path, data: bytes | None, said: str
) -> None:
    if data is not None:
        (project / "issue.md").write_bytes(data)
    before = tree(project)
    done = umo("from-issue", "issue.md")
    assert (done.exit_code, tree(project)) == (1, before)
    assert said in done.stderr


def test_a_heading_of_the_persons_own_belongs_to_the_answer() -> None:
    said = "Первый\n### Своё\n### Дата заседания\nВторой"
    found = read_issue(issue(date="2025-11-26", agenda=said, notes="Ещё"))
    assert found is not None
    assert found.answers == {"date": "2025-11-26", "agenda": said, "notes": "Ещё"}


def test_texts_from_word_lose_only_what_nobody_sees() -> None:
    assert cleaned("Дро\u00adби\u200b\tи\u00a0“доли”\u2028да\x0bи\ufeff и\u0306 \r\n") == (
        "Дроби и “доли”\nда\nи й\n"
    )


@pytest.mark.parametrize(
    ("said", "due"),
    [
        ("Провести замер до 15 декабря", "до 15 декабря"),
        ("Утвердить график (срок: 05.12.2025).", "05.12.2025"),
        ("Отчитаться. Срок — в течение года", "в течение года"),
        ("Довести до сведения школ", None),
        ("Собрать сведения до конца", None),
        ("Провести до 32.13.2025", None),
    ],
)
def test_a_decision_tells_its_term(said: str, due: str | None) -> None:
    assert decision(said) == {"text": said} | ({"due": due} if due else {})


@pytest.mark.parametrize(
    ("said", "read"),
    [
        ("единогласно", "единогласно"),
        ("За — 25, против — 0.", {"for": "25", "against": "0"}),
        ("за 25 человек, против 1", "за 25 человек, против 1"),
        ("За: 3; против: нет; воздержался: 1", {"for": "3", "against": "0", "abstained": "1"}),
    ],
)
def test_a_vote_is_numbers_or_words(said: str, read: Any) -> None:
    assert vote(said) == read


def test_only_numbers_that_say_the_order_are_left_out() -> None:
    assert points("1. а\n2) б\n4. в\n• г\n– д\n2025 год\n-5 градусов") == [
        "а", "б", "4. в", "г", "д", "2025 год", "-5 градусов"]  # fmt: skip


NOISE = st.text(
    st.one_of(
        st.sampled_from("\n\n\r\t #-*`'\"{}[]&!|>%@:,\u00a0\u00ad\u2028“”<абвя019"),
        st.characters(exclude_categories=["Cs"]),
    ),
    max_size=60,
)


@settings(max_examples=120, deadline=None)
@given(data=st.data(), form=st.sampled_from(FORMS), before=NOISE, consent=st.booleans())
def test_nothing_that_a_person_wrote_is_lost(
    data: st.DataObject, form: Any, before: str, *, consent: bool
) -> None:
    answers = {name: data.draw(NOISE, label=name) for name in form.asked}
    found = read_issue(issue(form, before=before, consent=consent, **answers))
    assert found is not None
    understood = understand(found)
    text = record_text(
        recipe_of(form.kind),
        understood.values,
        body=found.answers.get(BODY, ""),
        unread=understood.unread,
    )
    decoded, problems = decode(text.encode(), "")
    assert problems == []
    parts = split(decoded, "") if form is PRACTICE else None
    tree_ = parse(parts.fields if isinstance(parts, FrontMatter) else decoded, "")
    assert tree_.problems == [] or not tree_.value
    kept = f"{tree_.value} {found.answers.get('association')} {text}"
    for said in (before, *answers.values()):
        for word in re.findall("[а-яё]{2,}", cleaned(said)):
            assert word in kept.casefold() or word in kept
