"""Every kind of draft: made of the records, accepted by the checks, and never over another file."""

import re
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from click.testing import Result
from demonstration import REPOSITORY, TODAY, plain, tree

from generator.archive import Archive, build
from generator.load import load
from generator.models.vocabulary import ConsentField, ConsentPurpose
from generator.pages import Context, all_drafts
from generator.pages.control import year_of
from generator.pages.facts import Facts
from generator.pages.facts.timespan import calendar_year, half_year, latest_half, school_year
from generator.values import SchoolYear, short_date

Umo = Callable[..., Result]

DAY = date.fromisoformat(TODAY)
OZERSK, YASNOGORSK, NACHALNYE = "umo-matematika-ozersk", "mumo-yasnogorsk", "rmo-nachalnye"
KINDS = ("analysis", "report", "portfolio", "agenda")


def archive_of(content: Path) -> Archive:
    """The archive of records in which nothing is wrong, not even suspicious."""
    archive, problems = build(load(content), DAY)
    assert problems == [], "\n".join(map(str, problems))
    assert archive is not None
    return archive


def asked(kind: str, association: str, year: str, *more: str) -> tuple[str, ...]:
    return (kind, "--association", association, "--year", year, *more)


def written(done: Result) -> Path:
    """The file that a draft says it has written."""
    assert done.exit_code == 0, done.output
    found = re.fullmatch(r"Черновик: (\S+)\n", done.stdout)
    assert found, done.stdout
    return Path(found[1])


def refused(done: Result) -> str:
    """Why there is no draft."""
    assert (done.exit_code, done.stdout) == (1, "")
    last = done.stderr.strip().splitlines()[-1]
    assert last.startswith("Черновик не составлен: ")
    return last


@pytest.mark.parametrize("association", [OZERSK, YASNOGORSK, NACHALNYE, "centre-cnppm"])
def test_an_analysis_is_a_record_as_it_stands(umo: Umo, content: Path, association: str) -> None:
    """It passes the checks without a warning, and its page can be drawn."""
    path = content / f"associations/{association}/2025-2026/analysis.md"
    path.unlink(missing_ok=True)
    assert written(umo(*asked("analysis", association, "2025-2026"))).resolve() == path
    archive = archive_of(content)
    entry = archive.analyses[f"{association}/2025-2026"]
    plan = archive.plans.get(entry.id)
    if plan:
        assert entry.record.theme == plan.record.theme
        assert [row.task for row in entry.record.fulfilment] == [t.text for t in plan.record.tasks]
    drafts = {d.address: d for d in all_drafts(Context(archive, DAY, {}))}
    assert "Впишите" in drafts[f"associations/{association}/2025-2026/analysis/"].make().body


@pytest.mark.parametrize("association", [OZERSK, YASNOGORSK, NACHALNYE, "shmo-shkola-2"])
def test_an_agenda_is_a_record_as_it_stands(umo: Umo, content: Path, association: str) -> None:
    held = asked("agenda", association, "2026-2027", "--date", "17.02.2027")
    path = written(umo(*held))
    assert (
        path.as_posix() == f"content/associations/{association}/2026-2027/meetings/2027-02-17.yml"
    )
    entry = archive_of(content).meetings[f"{association}/2026-2027/2027-02-17"]
    assert entry.record.status == "planned"
    drafts = {d.address: d for d in all_drafts(Context(archive_of(content), DAY, {}))}
    body = drafts[f"associations/{association}/2026-2027/meetings/2027-02-17/"].make().body
    assert all(item.text[:20] in plain(body) for item in entry.record.agenda)


@pytest.mark.parametrize("association", [OZERSK, YASNOGORSK])
@pytest.mark.parametrize("kind", KINDS)
def test_the_same_records_and_day_give_the_same_draft(
    umo: Umo, content: Path, kind: str, association: str
) -> None:
    (content / f"associations/{association}/2025-2026/analysis.md").unlink()
    more = ("--date", "2026-06-17") if kind == "agenda" else ()
    texts = set()
    for name in ("one.txt", "two.txt"):
        out = written(umo(*asked(kind, association, "2025-2026", *more, "--out", name)))
        texts.add(out.read_bytes())
    assert len(texts) == 1
    assert len(texts.pop()) > 200


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_that_is_there_is_not_touched(umo: Umo, content: Path, kind: str) -> None:
    more = ("--date", "2026-06-17") if kind == "agenda" else ()
    words = asked(kind, NACHALNYE, "2025-2026", *more)
    path = written(umo(*words))
    path.write_text(path.read_text("utf-8") + "\n\n", "utf-8")
    before = tree(content.parent)
    assert f"файл {path} уже есть" in refused(umo(*words))
    assert tree(content.parent) == before
    named = (*words, "--out", str(path))
    assert "уже есть" in refused(umo(*named))
    assert tree(content.parent) == before
    assert written(umo(*words, "--out", "другое.txt")).is_file()


def test_no_draft_goes_into_a_folder_that_is_not_there(umo: Umo, content: Path) -> None:
    said = refused(umo(*asked("report", OZERSK, "2025-2026", "--out", "нет/такой.md")))
    assert "нет такой папки" in said
    assert not Path("нет").exists()


@pytest.mark.parametrize(
    ("association", "named"),
    [
        ("umo-matematica-ozersk", "umo-matematika-ozersk (УМО учителей математики)"),
        ("rmo", "rmo-nachalnye (РМО учителей начальных классов)"),
        ("русского", "rmo-russkiy (РМО учителей русского языка и литературы)"),
        ("zzz", "centre-cnppm"),
    ],
)
@pytest.mark.parametrize("kind", KINDS)
def test_an_unknown_association_is_told_with_the_near_names(
    umo: Umo, content: Path, kind: str, association: str, named: str
) -> None:
    said = refused(umo(*asked(kind, association, "2025-2026")))
    assert f"нет объединения «{association}»" in said
    assert named in said


@pytest.mark.parametrize("kind", KINDS)
def test_a_year_without_records_is_told_with_those_that_have_some(
    umo: Umo, content: Path, kind: str
) -> None:
    said = refused(umo(*asked(kind, OZERSK, "2019-2020")))
    assert "нет записей за 2019/2020 учебный год" in said
    assert "2026-2027, 2025-2026" in said


@pytest.mark.parametrize("kind", KINDS)
def test_of_wrong_records_no_draft_is_made(umo: Umo, content: Path, kind: str) -> None:
    plan = content / f"associations/{OZERSK}/2025-2026/plan.yml"
    plan.write_text(plan.read_text("utf-8").replace("theme:", "tema:", 1), "utf-8")
    before = tree(content.parent)
    done = umo(*asked(kind, OZERSK, "2025-2026"))
    assert "сначала исправьте записи" in refused(done)
    assert "plan.yml" in done.stderr
    assert tree(content.parent) == before


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("missing", ["--association", "--year"])
def test_what_is_asked_for_must_be_named(umo: Umo, content: Path, kind: str, missing: str) -> None:
    words = list(asked(kind, OZERSK, "2025-2026"))
    place = words.index(missing)
    done = umo(*words[:place], *words[place + 2 :])
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"не хватает параметра {missing}" in done.stderr


def test_help_speaks_russian(umo: Umo) -> None:
    """Every Latin word is the name of a command, a parameter, a format or a file."""
    names = {
        "umo", "draft", "content", "source", "date", "epoch", "association", "year", "today", "out",
        "help", "period", "half", "school", "calendar", *KINDS,
    }  # fmt: skip
    for words in ((), *((kind,) for kind in KINDS)):
        done = umo(*words, "--help")
        assert done.exit_code == 0
        assert set(re.findall("[a-z]+", done.stdout.lower())) <= names
        assert len(re.findall("[а-яё]{4,}", done.stdout)) > 20


def facts_of(content: Path, association: str, time: object) -> Facts:
    archive = archive_of(content)
    return Facts(Context(archive, DAY, {}), archive.associations[association], time)


def table_days(text: str) -> list[str]:
    """The days of the meetings in the table of a paper."""
    return re.findall(r"^\| (\d\d\.\d\d\.\d{4}) \|", text, re.MULTILINE)


def test_a_calendar_year_takes_from_both_school_years(umo: Umo, content: Path) -> None:
    """001, п. 2.3: what was held between January and December, whatever folder it lies in."""
    words = asked("report", OZERSK, "2026", "--period", "calendar_year")
    text = written(umo(*words)).read_text("utf-8")
    meetings = archive_of(content).meetings.values()
    own = [e for e in meetings if e.association == OZERSK and e.record.status.held]
    of_2026 = [e for e in own if e.record.date.year == 2026]
    assert {e.year for e in of_2026} == {SchoolYear(2025), SchoolYear(2026)}
    assert table_days(text) == [short_date(e.record.date) for e in of_2026]
    decided = {short_date(e.record.date) for e in of_2026 if e.record.decisions}
    listed = text.partition("## Решения")[2].partition("### Остаются")[0]
    days = re.findall(r"- Решение \S+ от (\S+):", listed)
    assert set(days) == decided
    assert "План на 2025/2026" in text
    assert "План на 2026/2027" in text
    assert "27.08.2025" not in text.partition("## Решения")[0]


def test_a_school_year_names_the_calendar_year_in_which_it_begins(umo: Umo, content: Path) -> None:
    words = asked("report", OZERSK, "2025-2026", "--period", "calendar_year")
    path = written(umo(*words))
    assert path.name == f"otchet-{OZERSK}-2025.md"
    assert "# Отчёт о работе за 2025 год" in path.read_text("utf-8")


@pytest.mark.parametrize("year", ["1890", "2025", "двадцать пятый", "99999"])
def test_a_year_of_another_kind_is_refused(umo: Umo, content: Path, year: str) -> None:
    period = "school_year" if year == "2025" else "calendar_year"
    done = umo(*asked("report", OZERSK, year, "--period", period))
    assert (done.exit_code, done.stdout) == (2, "")
    assert f"«{year}»" in done.stderr


def test_both_halves_make_the_school_year(content: Path) -> None:
    for association in archive_of(content).associations:
        year = SchoolYear(2025)
        whole = facts_of(content, association, school_year(year))
        halves = [facts_of(content, association, half_year(year, half)) for half in (1, 2)]
        held = [row.held.id for half in halves for row in half.meetings]
        assert held == [row.held.id for row in whole.meetings]
        assert sum(half.decided.adopted for half in halves) == whole.decided.adopted
        assert all(m.held.record.date.month > 7 for m in halves[0].meetings)
        assert all(m.held.record.date.month < 9 for m in halves[1].meetings)


@pytest.mark.parametrize(
    ("day", "half"),
    [("2025-09-01", 1), ("2026-06-30", 1), ("2026-07-01", 2), ("2026-11-21", 2)],
)
def test_without_a_half_the_last_one_to_end_is_meant(day: str, half: int) -> None:
    assert latest_half(SchoolYear(2025), date.fromisoformat(day)) == half


def test_a_half_may_be_named(umo: Umo, content: Path) -> None:
    words = asked("report", YASNOGORSK, "2025-2026", "--period", "half_year")
    second = written(umo(*words))
    assert second.name == f"otchet-{YASNOGORSK}-2025-2026-2.md"
    first = written(umo(*words, "--half", "1")).read_text("utf-8")
    assert "за I полугодие 2025/2026 учебного года" in first
    assert table_days(first) == ["29.08.2025", "20.11.2025"]
    assert table_days(second.read_text("utf-8")) == ["14.01.2026", "27.05.2026"]


@pytest.mark.parametrize("kind", ["report", "portfolio"])
@pytest.mark.parametrize("association", [OZERSK, YASNOGORSK, NACHALNYE])
def test_a_paper_tells_all_that_is_public_of_the_year(
    umo: Umo, content: Path, kind: str, association: str
) -> None:
    text = written(umo(*asked(kind, association, "2025-2026"))).read_text("utf-8")
    facts = facts_of(content, association, school_year(SchoolYear(2025)))
    assert table_days(text) == [short_date(row.held.record.date) for row in facts.meetings]
    said = plain(text)
    for row in (*facts.decided.done, *facts.decided.open):
        assert f"Решение {row.number} от {short_date(date.fromisoformat(row.held))}:" in said
        assert plain(row.text) in said
    for entry in (*facts.practices, *facts.documents):
        assert plain(entry.record.title) in said
    for plan in facts.plans:
        assert all(plain(task.text) in said for task in plan.tasks)
        assert all(plain(point.title) in said for point in plan.left)
    assert facts.meetings


@pytest.mark.parametrize("kind", ["analysis", "report", "portfolio"])
def test_what_is_not_public_is_in_no_paper(umo: Umo, content: Path, kind: str) -> None:
    """Internal documents, practices on their way, people without consent, ids of people."""
    archive = archive_of(content)
    people = archive.people.values()
    for association in archive.associations:
        words = (*asked(kind, association, "2025-2026"), "--out", f"{association}.txt")
        done = umo(*words)
        if done.exit_code:
            assert "нет записей" in refused(done)
            continue
        text = written(done).read_text("utf-8")
        for document in archive.documents.values():
            if document.record.visibility == "internal":
                assert document.record.title not in text
        for practice in archive.practices.values():
            if not practice.record.status.public:
                assert practice.record.title not in text
        for person in people:
            assert person.id not in text
            surname = person.record.surname
            named = person.record.allows(ConsentField.NAME, ConsentPurpose.PAGES)
            assert named or not surname or surname not in text


def test_withdrawn_consent_takes_the_name_out_of_a_report(umo: Umo, content: Path) -> None:
    words = asked("report", OZERSK, "2025-2026")
    assert "Ковалевич" in written(umo(*words, "--out", "было.md")).read_text("utf-8")
    people = content / "people/associations.yml"
    text = people.read_text("utf-8")
    start = text.index("kovalevich-tatyana")
    given = text.index("      given_on:", start)
    people.write_text(f"{text[:given]}      withdrawn_on: 2026-11-01\n{text[given:]}", "utf-8")
    after = written(umo(*words, "--out", "стало.md")).read_text("utf-8")
    assert "Ковалевич" not in after
    assert "Руководитель ____" in after


def test_an_analysis_leaves_to_its_author_what_only_he_knows(umo: Umo, content: Path) -> None:
    (content / f"associations/{OZERSK}/2025-2026/analysis.md").unlink()
    text = written(umo(*asked("analysis", OZERSK, "2025-2026"))).read_text("utf-8")
    _, fields, body = text.split("---\n", 2)
    assert not re.search("Впишите|\\?\\?|__|…", fields)
    for name in ("problems", "conclusions", "next_tasks", "date", "submitted_on"):
        assert f"{name}:" not in fields
    prompts = re.findall(r"(?m)^> … Впишите: .+$", body)
    assert len(prompts) == 6
    assert body.rstrip().endswith(prompts[-1])
    assert "## Вопросы на следующий год" in body


def test_an_analysis_compares_with_the_year_before(umo: Umo, content: Path) -> None:
    written(umo(*asked("analysis", OZERSK, "2026-2027")))
    entry = archive_of(content).analyses[f"{OZERSK}/2026-2027"]
    rows = {row.name: (row.value, row.previous) for row in entry.record.indicators}
    assert rows["Проведено заседаний"] == ("2", "5")
    assert rows["Принято решений"] == ("5", "20")


def test_an_analysis_says_which_meetings_a_task_has_had(umo: Umo, base: Path) -> None:
    (base / "associations/mo-matematika/2025-2026/analysis.md").unlink()
    written(umo(*asked("analysis", "mo-matematika", "2025-2026")))
    rows = archive_of(base).analyses["mo-matematika/2025-2026"].record.fulfilment
    assert [(row.task, row.result) for row in rows] == [
        (
            "Изучить типичные ошибки ОГЭ",
            "В плане не сказано, на каких заседаниях решается эта задача.",
        ),
        ("Обобщить опыт школ", "Проведено заседание по этой задаче: 05.11.2025."),
    ]


def open_before(archive: Archive, association: str, day: date) -> set[tuple[str, str, str]]:
    """Day, number and text of each open decision made before, by the states of the archive."""
    found = set()
    for entry in archive.meetings.values():
        record = entry.record
        bodies = {entry.association, *record.joint_with}
        if association not in bodies or not record.status.held or record.date >= day:
            continue
        for number, decision in zip(record.decision_numbers(), record.decisions, strict=True):
            state = archive.relations.decision_state(f"{entry.id}#{number}").status
            if decision.adopted is not False and state not in ("done", "cancelled"):
                found.add((short_date(record.date), number, decision.text))
    return found


def follow_up(content: Path, id_: str) -> list[tuple[str, str, str]]:
    """The open decisions that a meeting's agenda lists: day, number, text."""
    first = archive_of(content).meetings[id_].record.agenda[0]
    if first.text != "О выполнении решений":
        return []
    pattern = re.compile(r"Решение (\S+) от (\S+) \(.*?\): (.*)", re.DOTALL)
    found = [pattern.fullmatch(item.text) for item in first.sub_items]
    assert all(found)
    return [(one[2], one[1], one[3]) for one in found if one]


def test_an_agenda_lists_just_the_open_decisions_of_each_association(
    umo: Umo, content: Path
) -> None:
    day, seen = date(2027, 2, 17), 0
    archive = archive_of(content)
    for association in archive.associations:
        written(umo(*asked("agenda", association, "2026-2027", "--date", day.isoformat())))
        listed = follow_up(content, f"{association}/2026-2027/{day}")
        assert len(listed) == len(set(listed))
        assert set(listed) == open_before(archive, association, day), association
        seen += len(listed)
    assert seen > 15


def test_an_agenda_looks_only_at_what_was_decided_before_its_day(umo: Umo, content: Path) -> None:
    words = asked("agenda", OZERSK, "2025-2026", "--date", "2025-11-12")
    written(umo(*words))
    listed = follow_up(content, f"{OZERSK}/2025-2026/2025-11-12")
    assert [(day, number) for day, number, _ in listed] == [("22.10.2025", "4")]


def test_whoever_is_responsible_speaks_to_the_decision(umo: Umo, content: Path) -> None:
    """By id, as the record of the decision names them: no name gets into a record."""
    written(umo(*asked("agenda", YASNOGORSK, "2026-2027", "--date", "2027-02-17")))
    archive = archive_of(content)
    item = archive.meetings[f"{YASNOGORSK}/2026-2027/2027-02-17"].record.agenda[0]
    assert item.kind == "report"
    assert [party.role for party in item.speakers] == ["head"]
    spoken = {sub.text.split(" (")[0]: sub.speakers for sub in item.sub_items}
    _, decision = archive.relations.decisions[f"{YASNOGORSK}/2026-2027/2026-08-28#3"]
    assert spoken["Решение 3 от 28.08.2026"] == decision.responsible
    assert [sub.number for sub in item.sub_items][:2] == ["1.1", "1.2"]
    assert "просрочено" in item.sub_items[0].text


def test_an_office_of_a_joint_meetings_home_is_spelled_out(umo: Umo, base: Path) -> None:
    """«Руководитель» of the association that has the minutes is not ours."""
    path = base / "associations/mo-matematika/2025-2026/meetings/2025-11-05.yml"
    old = "  - text: Рекомендовать практику школам.\n"
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, f"{old}    responsible: [{{role: head}}]\n"), "utf-8")
    written(umo(*asked("agenda", "mumo", "2025-2026", "--date", "2026-01-14")))
    item = archive_of(base).meetings["mumo/2025-2026/2026-01-14"].record.agenda[0].sub_items[0]
    assert "совместное заседание" in item.text
    (speaker,) = item.speakers
    assert (speaker.role, speaker.association) == (None, "mo-matematika")
    assert speaker.position


def test_without_a_day_the_next_meeting_of_the_plan_is_taken(umo: Umo, content: Path) -> None:
    """Its record on the day after the one that stands already; with its theme, time and place."""
    path = written(umo(*asked("agenda", OZERSK, "2026-2027")))
    assert path.name == "2027-02-17.yml"
    archive = archive_of(content)
    made = archive.meetings[f"{OZERSK}/2026-2027/2027-02-17"].record
    plan = archive.plans[f"{OZERSK}/2026-2027"].record
    point = next(p for p in plan.meetings if p.when and p.when.date == made.date)
    for name in ("theme", "time", "place", "form", "goal", "tasks"):
        assert getattr(made, name) == getattr(point, name), name
    items = [item for block in point.blocks for item in block.items]
    assert [(item.text, item.speakers) for item in made.agenda[1:]] == [
        (item.text, item.presenters) for item in items
    ]


def test_a_plan_without_an_exact_day_asks_for_one(umo: Umo, content: Path) -> None:
    said = refused(umo(*asked("agenda", YASNOGORSK, "2026-2027")))
    assert "февраль 2027 г." in plain(said)
    assert "--date ДЕНЬ" in said
    written(umo(*asked("agenda", YASNOGORSK, "2026-2027", "--date", "2027-02-10")))
    archive = archive_of(content)
    made = archive.meetings[f"{YASNOGORSK}/2026-2027/2027-02-10"].record
    plan = archive.plans[f"{YASNOGORSK}/2026-2027"].record
    assert made.theme in {p.theme for p in plan.meetings if p.when and p.when.kind == "month"}


@pytest.mark.parametrize(
    ("year", "words"), [("2025-2026", ()), ("2026-2027", ("--date", "2025-11-12"))]
)
def test_a_day_that_cannot_be_is_refused(
    umo: Umo, content: Path, year: str, words: tuple[str, ...]
) -> None:
    said = refused(umo(*asked("agenda", OZERSK, year, *words)))
    assert "--date ДЕНЬ" in said or "12.11.2025 не из 2026/2027" in said


def test_a_year_that_is_about_to_begin_may_have_its_first_meeting(umo: Umo, content: Path) -> None:
    shutil.rmtree(content / f"associations/{NACHALNYE}/2026-2027")
    path = written(umo(*asked("agenda", NACHALNYE, "2026-2027", "--date", "2026-12-01")))
    assert path.as_posix().endswith("2026-2027/meetings/2026-12-01.yml")
    assert archive_of(content).meetings[f"{NACHALNYE}/2026-2027/2026-12-01"]


HOSTILE = (
    "Решить: «да»? — 'нет', \"может\"; [x](javascript:alert(1)) #1 | <b>&amp;"
    "\n\n- *второй* абзац: {а}"
)


def test_awkward_texts_of_decisions_come_through_whole(umo: Umo, base: Path) -> None:
    path = base / "associations/mo-matematika/2025-2026/meetings/2025-11-05.yml"
    quoted = HOSTILE.replace('"', '\\"').replace("\n", "\\n")
    text = path.read_text("utf-8").replace("Рекомендовать практику школам.", f'"{quoted}"')
    path.write_text(text, "utf-8")
    (base / "associations/mo-matematika/2025-2026/analysis.md").unlink()
    for kind, more in (("agenda", ("--date", "2026-01-14")), ("analysis", ()), ("report", ())):
        written(umo(*asked(kind, "mo-matematika", "2025-2026", *more)))
    listed = follow_up(base, "mo-matematika/2025-2026/2026-01-14")
    assert HOSTILE in [text for _, _, text in listed]
    archive = archive_of(base)
    drafts = {d.address: d for d in all_drafts(Context(archive, DAY, {}))}
    body = drafts["associations/mo-matematika/2025-2026/analysis/"].make().body
    assert "javascript:alert(1)" in body
    assert not re.search(r'href="javascript|<b>|<em>второй', body)


def test_the_longest_text_of_a_decision_still_makes_an_agenda(umo: Umo, base: Path) -> None:
    path = base / "associations/mo-matematika/2025-2026/meetings/2025-11-05.yml"
    long = ("слово " * 1_700)[:10_000].strip()
    text = path.read_text("utf-8").replace("Рекомендовать практику школам.", long)
    path.write_text(text, "utf-8")
    written(umo(*asked("agenda", "mo-matematika", "2025-2026", "--date", "2026-01-14")))
    items = archive_of(base).meetings["mo-matematika/2025-2026/2026-01-14"].record.agenda[0]
    assert max(len(item.text) for item in items.sub_items) == 10_000


def test_facts_agree_with_the_control_of_decisions(content: Path) -> None:
    """What a report counts is what the page of the association counts."""
    archive = archive_of(content)
    context = Context(archive, DAY, {})
    for association, year in context.digests.years:
        facts = Facts(context, archive.associations[association], school_year(year))
        own = year_of(context, association, year)
        opened = [row for row in facts.decided.open if row.association == association]
        assert {(r.meeting, r.number) for r in opened} == {(r.meeting, r.number) for r in own.open}
        closed = (*facts.decided.done, *facts.decided.cancelled)
        ours = [row for row in closed if row.association == association]
        assert {(r.meeting, r.number) for r in ours} == {(r.meeting, r.number) for r in own.closed}
        assert len(facts.decided.refused) == len(own.refused)


def test_a_calendar_year_begins_and_ends_with_its_days() -> None:
    time = calendar_year(2026)
    assert time.holds(date(2026, 1, 1))
    assert time.holds(date(2026, 12, 31))
    assert not time.holds(date(2025, 12, 31))
    assert not time.holds(date(2027, 1, 1))
    assert not time.holds(None)


def test_the_demonstration_itself_is_left_alone(umo: Umo, content: Path) -> None:
    """Drafts land in the copy, and in nothing but the one new file."""
    before = tree(content)
    path = written(umo(*asked("analysis", NACHALNYE, "2025-2026")))
    after = tree(content)
    assert after.keys() - before.keys() == {path.relative_to("content").as_posix()}
    assert {name: after[name] for name in before} == before
    assert not (REPOSITORY / path).exists()
