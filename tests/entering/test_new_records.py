"""`umo new`: a record begins where it belongs, fit for the check, and nothing is overwritten."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from demonstration import tree

from generator.records.creation import create
from generator.records.refusal import RecordRefusedError
from generator.source import FrontMatter, parse, split

Umo = Callable[..., Result]
HOME = "content/associations/mo-matematika"
MATHS = ("--association", "mo-matematika")


def fields(file: Path) -> dict[str, Any]:
    """The fields of a record."""
    text = file.read_text(encoding="utf-8")
    if file.suffix == ".md":
        parts = split(text, "")
        assert isinstance(parts, FrontMatter)
        text = parts.fields
    found = parse(text, "")
    assert found.problems == []
    return found.value


def codes(checked: Result) -> set[str]:
    """The codes of what a check has found."""
    heads = (line.split(" ") for line in checked.stdout.splitlines() if ": " in line)
    return {words[1] for words in heads if words[0].startswith("content/")}


def test_a_meeting_knows_what_the_records_know(umo: Umo, project: Path) -> None:
    done = umo("new", "meeting", *MATHS, "--yes")
    file = project / HOME / "2025-2026/meetings/2025-12-01.yml"
    assert (done.exit_code, done.stderr) == (0, "")
    assert file.relative_to(project).as_posix() in done.stdout
    assert fields(file) == {
        "date": "2025-12-01",
        "number": "3",
        "status": "draft",
        "mode": "hybrid",
        "members_total": "3",
        "agenda": [{"text": "Разное", "kind": "misc"}],
    }
    assert umo("check").stdout == "Всё в порядке.\n"


def test_a_meeting_takes_over_what_the_plan_says_of_it(umo: Umo, project: Path) -> None:
    plan = project / HOME / "2025-2026/plan.yml"
    point = (
        "  - theme: Дроби\n    when: 2026-02-10\n    place: каб. 5\n    agenda: [Ошибки, Разное]\n"
    )
    plan.write_text(plan.read_text("utf-8").replace("events:", f"{point}events:"), "utf-8")
    umo("new", "meeting", *MATHS, "--yes")
    found = fields(project / HOME / "2025-2026/meetings/2026-02-10.yml")
    assert (found["date"], found["status"]) == ("2026-02-10", "planned")
    assert (found["theme"], found["place"]) == ("Дроби", {"text": "каб. 5"})
    assert [one["text"] for one in found["agenda"]] == ["Ошибки", "Разное"]
    umo("new", "meeting", *MATHS, "--yes", "--date", "20.02.2026")
    near = fields(project / HOME / "2025-2026/meetings/2026-02-20.yml")
    assert "theme" not in near, "the plan's meeting is on record already"
    assert umo("check").stdout == "Всё в порядке.\n"


def test_a_meeting_two_weeks_beside_its_plan_is_that_meeting(umo: Umo, project: Path) -> None:
    plan = project / HOME / "2025-2026/plan.yml"
    point = "  - theme: Дроби\n    when: 2026-02-10\n"
    plan.write_text(plan.read_text("utf-8").replace("events:", f"{point}events:"), "utf-8")
    for day, near in (("2026-02-24", True), ("2026-02-25", False), ("2026-01-27", True)):
        umo("new", "meeting", *MATHS, "--yes", "--date", day)
        found = fields(project / HOME / f"2025-2026/meetings/{day}.yml")
        assert (found.get("theme") == "Дроби") is near


def test_the_second_meeting_of_a_day_gets_a_number(umo: Umo, project: Path) -> None:
    before = tree(project / "content")
    for _ in range(3):
        assert umo("new", "meeting", *MATHS, "--yes", "--date", "05.11.2025").exit_code == 0
    after = tree(project / "content")
    slugs = {name.rpartition("/")[2] for name in after.keys() - before.keys()}
    assert slugs == {"2025-11-05-2.yml", "2025-11-05-3.yml", "2025-11-05-4.yml"}
    assert before == {name: after[name] for name in before}
    assert umo("check").stdout == "Всё в порядке.\n"


def test_questions_have_answers_that_are_known_and_refuse_wrong_ones(
    umo: Umo, project: Path
) -> None:
    answers = ["никакое", "МО математиков", "32.01.2026", "15 января 2026 г.", "14.30", "дома",
               "очно", "", "Дроби", "01", "Первый: важно", "…", "Второй", ""]  # fmt: skip
    done = umo("new", "meeting", said="\n".join(answers) + "\n")
    assert done.exit_code == 0, done.output
    assert "нет объединения «никакое»" in done.output
    assert "такой даты нет" in done.output
    assert "значения «дома» нет в списке" in done.output
    assert "осталось незаполненное место" in done.output
    found = fields(project / HOME / "2025-2026/meetings/2026-01-15.yml")
    assert found["agenda"] == ["Первый: важно", "Второй"]
    assert (found["time"], found["mode"], found["number"]) == ("14.30", "offline", "01")
    assert found["status"] == "planned"
    assert umo("check").stdout == "Всё в порядке.\n"


def test_questions_that_are_broken_off_leave_nothing(umo: Umo, project: Path) -> None:
    before = tree(project)
    done = umo("new", "meeting", said="mo-matematika\n")
    assert (done.exit_code, tree(project)) == (1, before)
    assert "ничего не записано" in done.stderr


def test_an_august_meeting_opens_the_year(umo: Umo, project: Path) -> None:
    umo("new", "meeting", *MATHS, "--yes", "--date", "2026-08-28")
    assert (project / HOME / "2026-2027/meetings/2026-08-28.yml").is_file()
    umo("new", "meeting", *MATHS, "--yes", "--date", "2026-08-28", "--year", "2025-2026")
    assert (project / HOME / "2025-2026/meetings/2026-08-28.yml").is_file()


def test_a_plan_asks_for_what_only_its_author_knows(umo: Umo, project: Path) -> None:
    done = umo("new", "plan", *MATHS, "--year", "2026-2027", "--yes")
    assert "Осталось заполнить: Методическая тема, Цель, Задачи." in done.stdout
    assert codes(umo("check")) == {"R02"}
    before = tree(project)
    again = umo("new", "plan", *MATHS, "--year", "2026/2027", "--yes")
    assert (again.exit_code, tree(project)) == (1, before)
    assert f"файл {HOME}/2026-2027/plan.yml уже есть" in again.stderr
    filled = umo("new", "plan", *MATHS, "--year", "2027-2028", "--theme", "- Тема: да", "--goal",
                 "Цель", "--tasks", "Одна", "--tasks", "Другая", "--yes")  # fmt: skip
    assert filled.exit_code == 0
    found = fields(project / HOME / "2027-2028/plan.yml")
    assert found == {
        "status": "draft",
        "theme": "- Тема: да",
        "goal": "Цель",
        "tasks": ["Одна", "Другая"],
    }


def test_a_practice_is_a_draft_with_headings(umo: Umo, project: Path) -> None:
    words = ("--title", "Диктант: 5 формул", "--authors", "belova-irina", "--level", "школьный",
             "--subjects", "математика", "--type", "method", "--summary", "Коротко")  # fmt: skip
    for name in ("diktant-5-formul", "diktant-5-formul-2"):
        done = umo("new", "practice", *words, "--yes")
        assert f"content/practices/{name}.md" in done.stdout
    file = project / "content/practices/diktant-5-formul.md"
    assert "## Как это проходит" in file.read_text("utf-8")
    assert fields(file)["status"] == "draft"
    assert fields(file)["level"] == "school"
    assert umo("check").stdout == "Всё в порядке.\n"


@pytest.mark.parametrize("name", ["subject", "ustnyy-schet", "Устный", "a/../b", "a" * 101])
def test_an_id_that_is_taken_or_no_id_is_refused(umo: Umo, project: Path, name: str) -> None:
    before = tree(project)
    done = umo("new", "practice", "--title", "Тема", "--id", name, "--yes")
    assert (done.exit_code, tree(project)) == (2, before)
    assert "занят" in done.stderr or "не подходит" in done.stderr


def test_an_old_address_is_no_new_practice(umo: Umo, project: Path) -> None:
    file = project / "content/practices/ustnyy-schet.md"
    text = file.read_text("utf-8").replace("---\n", "---\naliases: [practices/schet/]\n", 1)
    file.write_text(text, "utf-8")
    assert "прежний адрес" in umo("new", "practice", "--id", "schet", "--yes").stderr


def test_an_association_has_the_only_regulation(umo: Umo, project: Path) -> None:
    words = ("--name", "МО учителей химии", "--kind", "mo", "--level", "municipal")
    umo("new", "association", *words, "--yes")
    file = project / "content/associations/mo-uchiteley-himii/association.yml"
    assert fields(file)["regulation"] == "polozhenie"
    assert umo("check").stdout == "Всё в порядке.\n"
    again = umo("new", "association", *words, "--id", "mo-uchiteley-himii", "--yes")
    assert "уже занято" in again.stderr


@pytest.mark.parametrize(
    ("before", "kept"),
    [
        (None, ""),
        ("documents:\n", "documents:\n"),
        ("# список\ndocuments: []  # пусто\n", "# список\ndocuments:  # пусто\n"),
        ("# одни примечания\ndocuments:", "# одни примечания\ndocuments:\n"),
        ("documents:\n  - {id: a, kind: plan, title: А}", None),
        ("documents:\n- id: a\n  kind: plan  # план\n  title: |\n    А\n\n# конец\n", None),
        ("documents:\n    -   id: a\n        kind: plan\n        title: А\n", None),
        ("\ufeffdocuments:\r\n  - {id: a, kind: plan, title: А}\r\n", None),
    ],
)
def test_a_document_is_put_behind_the_others(
    umo: Umo, project: Path, before: str | None, kept: str | None
) -> None:
    file = project / HOME / "2025-2026/documents.yml"
    file.unlink()
    if before is not None:
        file.write_bytes(before.encode())
    done = umo("new", "document", *MATHS, "--year", "2025-2026", "--kind", "отчёт", "--title",
               "Отчёт: «год»", "--date", "30.05.2026", "--yes")  # fmt: skip
    assert done.exit_code == 0, done.stderr
    after = file.read_bytes()
    assert after.startswith((before or "" if kept is None else kept).encode())
    rows = fields_of_list(after)
    assert rows[-1] == {
        "id": "mo-matematika-report-2025",
        "kind": "report",
        "title": "Отчёт: «год»",
        "date": "2026-05-30",
    }
    assert len(rows) == (2 if kept is None else 1)
    assert after.count(b"\r\n") in (0, after.count(b"\n"))


def fields_of_list(data: bytes) -> list[dict[str, str]]:
    """The documents of a list."""
    found = parse(data.decode("utf-8-sig").replace("\r\n", "\n"), "")
    assert found.problems == []
    rows: list[dict[str, str]] = found.value["documents"]
    return rows


@pytest.mark.parametrize(
    "text",
    [
        "documents: [{id: a, kind: plan, title: А}]\n",
        "documents: нет\n",
        "documents:\n  - {id: a, kind: plan, title: А}\nother: 1\n",
        "documents:\n\t- a\n",
    ],
)
def test_a_list_that_cannot_be_made_longer_stays_as_it_is(
    umo: Umo, project: Path, text: str
) -> None:
    file = project / HOME / "2025-2026/documents.yml"
    file.write_text(text, "utf-8")
    done = umo("new", "document", *MATHS, "--kind", "plan", "--title", "План", "--yes")
    assert (done.exit_code, file.read_text("utf-8")) == (1, text)
    assert "Не записано" in done.stderr


def test_the_bytes_of_a_list_stay_also_where_its_lines_end_differently(
    umo: Umo, project: Path
) -> None:
    file = project / HOME / "2025-2026/documents.yml"
    before = "documents:\r\n  - id: a\n    kind: plan\r\n    title: А\n".encode()
    file.write_bytes(before)
    umo("new", "document", *MATHS, "--kind", "plan", "--title", "План", "--yes")
    assert file.read_bytes().startswith(before)
    assert len(fields_of_list(file.read_bytes())) == 2
    assert [one.name for one in file.parent.iterdir() if one.name.startswith(".")] == []


def test_a_file_that_has_come_in_the_meantime_is_not_overwritten(tmp_path: Path) -> None:
    file = tmp_path / "folder/plan.yml"
    create(file, "мой\n")
    with pytest.raises(RecordRefusedError, match="уже есть"):
        create(file, "чужой\n")
    assert file.read_bytes() == "мой\n".encode()
    with pytest.raises(RecordRefusedError, match="лежит файл"):
        create(file / "ещё.yml", "")


def test_a_document_has_an_id_of_its_own(umo: Umo, project: Path) -> None:
    words = ("new", "document", *MATHS, "--kind", "order", "--title", "Приказ", "--yes")
    for _ in range(2):
        umo(*words)
    rows = fields_of_list((project / HOME / "2025-2026/documents.yml").read_bytes())
    assert [row["id"] for row in rows[-2:]] == [
        "mo-matematika-order-2025",
        "mo-matematika-order-2025-2",
    ]
    assert umo("check").stdout == "Всё в порядке.\n"
    assert "уже занято" in umo(*words, "--id", "prikaz-sostav-2025").stderr


def test_wrong_records_elsewhere_keep_nobody_from_a_new_one(umo: Umo, project: Path) -> None:
    (project / HOME / "2025-2026/plan.yml").write_text("theme: [\n", "utf-8")
    (project / "content/people.yml").write_text("people: нет\n", "utf-8")
    assert umo("new", "meeting", *MATHS, "--yes").exit_code == 0


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (("meeting", "--association", "mo-himiya", "--yes"), 1, "нет объединения «mo-himiya»"),
        (("meeting", "--yes"), 1, "не названо объединение"),
        (("meeting", *MATHS, "--yes", "--date", "вчера"), 2, "--date"),
        (("meeting", *MATHS, "--yes", "--date", "1890-01-01"), 1, "1890"),
        (("meeting", *MATHS, "--yes", "--mode", "как-нибудь"), 2, "--mode"),
        (("meeting", *MATHS, "--yes", "--agenda", "___"), 2, "--agenda"),
        (("meeting", *MATHS, "--yes", "--date", "2025-12-01", "--year", "2020-2021"), 1, "не из"),
        (("plan", *MATHS, "--yes", "--content", "nigde"), 1, "нет папки с записями"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_written(
    umo: Umo, project: Path, words: tuple[str, ...], status: int, said: str
) -> None:
    before = tree(project)
    done = umo("new", *words)
    assert (done.exit_code, tree(project)) == (status, before)
    assert said in done.stderr


def test_a_site_that_is_known_gives_the_schema(umo: Umo, project: Path) -> None:
    settings = project / "mkdocs.yml"
    for address, known in (
        ("https://rmo.example.org/umo/", True),
        ("http://127.0.0.1:8000/", False),
    ):
        settings.write_text(
            f"site_name: Сайт\nsite_url: {address}\ndocs_dir: content/pages\nplugins: [umo]\n",
            "utf-8",
        )
        done = umo("new", "meeting", *MATHS, "--yes")
        file = project / done.stdout.splitlines()[0].removeprefix("Записано: ")
        first = file.read_text("utf-8").splitlines()[0]
        assert first.startswith("# yaml-language-server: $schema=") is known
        assert (f"{address}schemas/meeting.json" in first) is known
